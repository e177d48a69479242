"""What every page of a case asks first: which case, may this person, and how its walk stands."""

from collections.abc import Iterator
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from wellfounded.clinic.acts import cases, letters, people
from wellfounded.clinic.models import Matter, Person
from wellfounded.clinic.reading import walking
from wellfounded.clinic.reading.keeper import KEEPER, Failure
from wellfounded.clinic.showing.said import STANDINGS
from wellfounded.errors import InputError
from wellfounded.pipeline import Tour

TABS = (
    ("case", "The decision"),
    ("questions", "Questions"),
    ("criteria", "Criteria"),
    ("letter", "Letter"),
    ("sign", "Sign"),
    ("send", "Send"),
    ("papers", "Papers"),
    ("history", "History"),
)


def me(request: HttpRequest) -> Person:
    """Give the person who acts."""
    return cast("Person", request.user)


def matter_of(request: HttpRequest, token: str, what: str = "see") -> Matter:
    """Give the case; one that is not there and one this person may not see answer alike (404)."""
    matter = Matter.objects.filter(pk=token).first()
    if matter is None or not people.may(me(request), matter, what):
        raise Http404("there is no such case at this desk")
    return matter


def tour_of(request: HttpRequest, matter: Matter, patience: float = walking.PATIENCE) -> Tour | HttpResponse:
    """Give the walk of the case, or the page to show instead: still reading, or what is wrong with a paper."""
    walk = walking.now(matter, me(request), patience)
    if walk is None:
        return page(request, "desk/reading.html", matter, tab="case", at=reading_at(matter))
    if isinstance(walk, Failure):
        return page(request, "desk/failed.html", matter, tab="case", failure=walk, papers=list(_files(matter)))
    matter.refresh_from_db()
    return walk


def reading_at(matter: Matter) -> str:
    """Give the file that is being read, without its place."""
    return KEEPER.read.get(str(cases.folder(matter)), "").partition("/")[2]


def page(request: HttpRequest, template: str, matter: Matter, *, tab: str, **context: object) -> HttpResponse:
    """Show a page of a case under its tabs."""
    held = {
        "matter": matter,
        "tabs": TABS,
        "tab": tab,
        "standing": STANDINGS[matter.standing],
        "version": letters.current(matter),
    }
    return render(request, template, held | context)


def posted(request: HttpRequest, name: str, longest: int = 20_000) -> str:
    """Give one field of a form, trimmed; raises InputError where it is longer than anybody writes."""
    value = request.POST.get(name, "").replace("\r\n", "\n").strip()
    if len(value) > longest:
        raise InputError(f"the field {name} holds more than {longest} characters", hint="Shorten it.")
    return value


def uploads(request: HttpRequest, name: str = "files") -> list[cases.Upload]:
    """Give the files that came with a form, each in pieces: a chart of 2,000 pages is never held whole."""
    return [(file.name or "document", file.chunks()) for file in request.FILES.getlist(name)]


def _files(matter: Matter) -> Iterator[str]:
    from wellfounded import casefolder  # noqa: PLC0415 - only where a case could not be walked

    root = cases.folder(matter)
    for place in casefolder.PLACES:
        yield from (path.relative_to(root).as_posix() for path in sorted((root / place).rglob("*")) if path.is_file())
