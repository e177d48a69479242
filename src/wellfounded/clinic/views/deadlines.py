"""All deadlines in one list, and as a calendar file that names no patient."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wellfounded import law
from wellfounded.clinic import clock
from wellfounded.clinic.models import Due, Matter
from wellfounded.clinic.reading import walking
from wellfounded.clinic.showing.handed import waiting
from wellfounded.clinic.views.base import matter_of, me, tour_of
from wellfounded.pipeline import Tour

HEAD = 3  # lines of a calendar before its first event: BEGIN, VERSION, PRODID


def deadlines(request: HttpRequest) -> HttpResponse:
    """Show what is still to come, ours and the payer's, then what has passed and may still be done."""
    on = clock.today()
    every = Due.objects.filter(matter__access__person=me(request), matter__closed=None).select_related("matter")
    held, samples = every.filter(matter__sample=""), every.exclude(matter__sample="")
    context = {"on": on, "groups": _groups(waiting(held), on), "samples": _groups(waiting(samples), on)}
    return render(request, "desk/deadlines.html", context)


def _groups(held: Iterable[Due], on: date) -> list[tuple[str, list[Due]]]:
    groups = (
        ("Ours", [due for due in held if due.whose == "ours" and due.act and due.act >= _on(due, on)]),
        ("The payer\u2019s", [due for due in held if due.whose != "ours" and due.act and due.act >= _on(due, on)]),
        (
            "Passed: something may still be done",
            [d for d in held if d.whose == "ours" and d.act and d.act < _on(d, on)],
        ),
        ("The payer is late", [d for d in held if d.whose != "ours" and d.act and d.act < _on(d, on)]),
        ("No day can be counted yet", [due for due in held if due.act is None]),
    )
    return [(name, dues) for name, dues in groups if dues]


def calendar(request: HttpRequest) -> HttpResponse:
    """Give our days of every case as one calendar."""
    held = Matter.objects.filter(access__person=me(request), closed=None, stands_on=None)
    walks = [(matter, walking.now(matter, me(request), patience=10.0)) for matter in held]
    return _ics([(matter, walk) for matter, walk in walks if isinstance(walk, Tour)])


def of_case(request: HttpRequest, token: str) -> HttpResponse:
    """Give our days of one case as a calendar."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter, patience=20.0)
    return _ics([(matter, tour)]) if isinstance(tour, Tour) else tour


def _on(due: Due, today: date) -> date:
    return due.matter.stands_on or today


def _ics(held: list[tuple[Matter, Tour]]) -> HttpResponse:
    texts = [law.as_ics(tour.deadlines, matter.token, tour.on).splitlines() for matter, tour in held]
    head = texts[0][:HEAD] if texts else law.as_ics((), "", clock.today()).splitlines()[:HEAD]
    lines = [*head, *(line for text in texts for line in text[HEAD:-1]), "END:VCALENDAR"]
    response = HttpResponse("".join(f"{line}\r\n" for line in lines), "text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="deadlines.ics"'
    return response
