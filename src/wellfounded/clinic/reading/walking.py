"""The walk of a case the desk holds, waited for a moment, or as it stands."""

from concurrent.futures import Future, TimeoutError  # noqa: A004 - the name the library gives it
from functools import partial

from wellfounded.clinic.acts import cases
from wellfounded.clinic.models import Matter, Person
from wellfounded.clinic.reading import digest
from wellfounded.clinic.reading.keeper import KEEPER, Walk

PATIENCE = 0.25  # seconds a page waits before it shows that the case is being read


def ask(matter: Matter, who: Person) -> Future[Walk]:
    """Give the walk of the case as its folder now stands, running or done."""
    return KEEPER.walk(cases.folder(matter), cases.day(matter), who.name, partial(digest.keep, matter.token))


def now(matter: Matter, who: Person, patience: float = PATIENCE) -> Walk | None:
    """Give the walk if it ends within *patience* seconds, else None."""
    try:
        return ask(matter, who).result(timeout=patience)
    except TimeoutError:
        return None
