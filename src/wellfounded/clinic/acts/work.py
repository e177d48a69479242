"""Tasks and notes of a case."""

from datetime import date

from django.db import transaction

from wellfounded.clinic import clock
from wellfounded.clinic.acts.events import tell
from wellfounded.clinic.models import Matter, Note, Person, Task
from wellfounded.errors import InputError


def add_task(matter: Matter, by: Person, says: str, due: str = "") -> Task:
    """Add something to do; *due* is an ISO 8601 day or nothing. Raises InputError for words or a day that are none."""
    if not says.strip():
        raise InputError("a task says what to do", hint="Write it in a few words.")
    try:
        day = date.fromisoformat(due) if due else None
    except ValueError:
        raise InputError("that day is in no calendar", hint="Write it as 2026-03-31.") from None
    with transaction.atomic():
        made = Task.objects.create(matter=matter, says=says.strip()[:500], due=day, owner=by, made=clock.now())
        tell(matter, by, "task", task=made.pk)
    return made


def finish(matter: Matter, by: Person, task: int) -> None:
    """Note that a task is done; one that is done already stays so."""
    with transaction.atomic():
        if Task.objects.filter(matter=matter, pk=task, done=None).update(done=clock.now()):
            tell(matter, by, "done", task=task)


def add_note(matter: Matter, by: Person, text: str) -> Note:
    """Add words beside the case."""
    if not text.strip():
        raise InputError("a note says something", hint="Write it first.")
    with transaction.atomic():
        made = Note.objects.create(matter=matter, text=text.strip(), at=clock.now(), by=by)
        tell(matter, by, "note", note=made.pk)
    return made
