"""Guided questions of a case, and the ways to start one without a denial."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from wellfounded import casefolder
from wellfounded.clinic.acts import answers, cases, people
from wellfounded.clinic.models import Person
from wellfounded.clinic.questions import lacking
from wellfounded.clinic.questions.starts import STARTS
from wellfounded.clinic.showing import facts, need
from wellfounded.clinic.views.base import matter_of, me, page, posted, tour_of
from wellfounded.errors import InputError
from wellfounded.packs import shipped
from wellfounded.pipeline import Tour

FORMS = ("a:", "e:")  # of what is still asked, and of what is entered and may be changed


def start(request: HttpRequest) -> HttpResponse:
    """Show the ways to start."""
    spanish = me(request).language == "es"
    ways = [(each.kind, *(each.es if spanish else each.en)) for each in STARTS]
    context = {"starts": ways, "faces": Person.FACES, "languages": Person.LANGUAGES, "spanish": spanish}
    return render(request, "desk/start.html", context)


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Open an empty case that asks for one kind of letter, or for none: then it asks whether one is needed."""
    kind = posted(request, "kind", 40)
    known = {each.kind: each.market for each in STARTS}
    if kind not in known:
        raise InputError("that is no way to start", hint="Choose one on the page.")
    matter = cases.start(me(request), asks="" if kind == "need" else kind)
    if market := known[kind]:
        cases.correct(matter, me(request), {"coverage.market": market})
    return redirect("questions", token=matter.token)


@require_POST
def face(request: HttpRequest) -> HttpResponse:
    """Choose the words of the pages: clinician or patient, English or Spanish; and the name events are told with."""
    longest = {"name": 200, "role": 100, "face": 12, "language": 8}
    people.named(me(request), {name: posted(request, name, most) for name, most in longest.items()})
    then = posted(request, "then", 60)
    return redirect(then if then.startswith("/") and not then.startswith("//") else "/start/")


def questions(request: HttpRequest, token: str) -> HttpResponse:
    """Ask what the case still lacks; keep the answers and ask what then still lacks."""
    matter = matter_of(request, token, "change" if request.method == "POST" else "see")
    person, error = me(request), ""
    if request.method == "POST":
        given = {name[2:]: posted(request, name, 500) for name in request.POST if name[:2] in FORMS}
        try:
            answers.keep(matter, person, given)
            return redirect("case" if posted(request, "then", 8) == "case" else "questions", token=token)
        except InputError as wrong:
            error = f"{wrong}. {wrong.hint}"
    tour = tour_of(request, matter, patience=3.0)
    if not isinstance(tour, Tour):
        return tour
    held = casefolder.entered(cases.folder(matter))
    asked = [
        (
            q,
            q.asked(person.face, person.language),
            q.hint(person.language),
            q.options(person.language),
            _offer(request, q.way),
        )
        for q in lacking.lacking(tour, held, shipped())
    ]
    context = {
        "asked": asked,
        "entered": facts.open_rows(tour, held, person, {each[0].way for each in asked}),
        "spanish": person.language == "es",
        "error": f"{error[:1].upper()}{error[1:]}",
        "need": need.shown(tour.need, tour.case, token, person.language),
        "spending": tour.spending,
        "asks": tour.brief.asks,
    }
    return page(request, "desk/questions.html", matter, tab="questions", **context)


def _offer(request: HttpRequest, way: str) -> str:
    """Give what stands in the box: what was just typed, else the signer's value of the last case."""
    return request.POST.get(f"a:{way}") or str(me(request).profile.get(way, ""))
