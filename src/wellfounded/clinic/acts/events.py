"""Add an event; in the same transaction as what it tells of."""

from wellfounded.clinic import clock
from wellfounded.clinic.models import Event, Matter, Person


def tell(matter: Matter, by: Person | None, kind: str, **detail: str | int) -> Event:
    """Add one event of *kind*; *detail* holds what its sentence names (showing/timeline.py has the sentences)."""
    return Event.objects.create(matter=matter, at=clock.now(), by=by, kind=kind, detail=detail)
