"""The case page: what the payer decided, who must listen by when, and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from wellfounded import casefolder, law
from wellfounded.clinic.acts import cases, work
from wellfounded.clinic.models import Benefit, Matter, Task
from wellfounded.clinic.questions import lacking
from wellfounded.clinic.questions.coverage import MARKETS as MARKETS_ASKED
from wellfounded.clinic.reading import walking
from wellfounded.clinic.showing import benefits, facts, notice, viewer
from wellfounded.clinic.showing.asked import Asked, asked
from wellfounded.clinic.showing.days import days
from wellfounded.clinic.showing.handed import handed
from wellfounded.clinic.showing.links import Branch, Passage, branches, passage
from wellfounded.clinic.showing.said import AMOUNTS, KINDS, MARKETS
from wellfounded.clinic.showing.settling import settling
from wellfounded.clinic.views.base import TABS, matter_of, me, page, posted, reading_at, tour_of, uploads
from wellfounded.packs import shipped
from wellfounded.pipeline import Tour


def case(request: HttpRequest, token: str) -> HttpResponse:
    """Show the decision beside the letter it was read in."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter)
    if not isinstance(tour, Tour):
        return tour
    reading = notice.notice(tour.case)
    said = notice.told(reading, tour.case, token, _people(matter)) if reading else []
    market = tour.case.coverage.market
    held = Benefit.objects.filter(matter=matter).select_related("by")
    over = handed(matter, tour)
    yaml, person = casefolder.entered(cases.folder(matter)), me(request)
    rows = facts.open_rows(tour, yaml, person)
    rows = [each for each in rows if not each.question.way.startswith("practi")]  # who signs is asked under Questions
    open_ = {each.way for each in lacking.lacking(tour, yaml, shipped())}
    here = {each.question.way for each in rows}
    answers, doubts = settling(law.questions(tour.case), open_, here, token, person)
    context = {
        "on": tour.on,
        "kind": KINDS[reading.kind.value] if reading else "",
        "told": said,
        "missing": notice.missing(reading) if reading else [],
        "view": viewer.view(cases.folder(matter), tour, tour.case.document(reading.source)) if reading else None,
        "market": MARKETS.get(market.value, market.value) if market else "",
        "laws": [(j.title, branches((j.why,), tour.case, token)) for j in tour.jurisdictions],
        "days": days(tour.deadlines, tour.case, token, tour.on, over),
        "steps": [step for step in tour.steps if over is None or step.id not in over.levels],
        "wanted": _wanted(matter, tour, token),
        "amounts": AMOUNTS,
        "markets": [(id_, says) for id_, says, _ in MARKETS_ASKED],
        "stakes": law.recoverable(tour.case),
        "entered": rows,
        "benefits": benefits.rows(tour, token),
        "looked_up": [(each, benefits.over(each, tour)) for each in held],
        "authorizations": Benefit.ASKED,
        "answers": answers,
        "doubts": doubts,
        "limits": tour.limits,
        "conflicts": _conflicts(tour, token),
        "asks": tour.brief.asks,
        "stops": tour.brief.stops,
        "no_policy": tour.policy is None,
        "no_chart": not any(d.source.path.startswith("chart/") for d in tour.case.documents),
    }
    return page(request, "desk/case.html", matter, tab="case", **context)


def progress(request: HttpRequest, token: str) -> HttpResponse:
    """Say whether the walk has ended: then the page is loaded again."""
    matter = matter_of(request, token)
    ended = walking.now(matter, me(request), patience=1.0) is not None
    response = render(request, "desk/parts/at.html", {"at": reading_at(matter)})
    if ended:
        response.headers["HX-Refresh"] = "true"
    return response


@require_POST
def add(request: HttpRequest, token: str) -> HttpResponse:
    """Add files to the case."""
    cases.add(matter_of(request, token, "change"), me(request), uploads(request), posted(request, "place") or "told")
    then = posted(request, "then", 12)
    return redirect(then if then in dict(TABS) else "case", token=token)


@require_POST
def correct(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm or correct values: each becomes this person's word."""
    matter = matter_of(request, token, "change")
    changes = {
        name.removeprefix("set:"): posted(request, name, 500) for name in request.POST if name.startswith("set:")
    }
    if sure := posted(request, "sure", 60):
        tour = tour_of(request, matter, patience=20.0)
        reading = notice.notice(tour.case) if isinstance(tour, Tour) else None
        said = notice.told(reading, tour.case, token) if reading is not None and isinstance(tour, Tour) else []
        changes = {each.way: each.raw for each in said[::-1] if each.way == sure}
    cases.correct(matter, me(request), {way: value for way, value in changes.items() if value})
    return redirect(posted(request, "then") or "case", token=token)


@require_POST
def benefit(request: HttpRequest, token: str) -> HttpResponse:
    """Keep a line of the plan's benefits that a person looked up, or take one out."""
    matter = matter_of(request, token, "change")
    if (gone := posted(request, "gone", 12)).isdecimal():
        work.drop_benefit(matter, me(request), int(gone))
    else:
        what, source = posted(request, "what", 200), posted(request, "source", 300)
        limit, used = posted(request, "limit", 9), posted(request, "used", 9)
        needed = posted(request, "authorization", 8)
        work.add_benefit(matter, me(request), what, source, limit=limit, used=used, needed=needed)
    return redirect(f"/case/{token}/#benefits")


@require_POST
def attest(request: HttpRequest, token: str) -> HttpResponse:
    """Add a person's word for what no paper shows."""
    matter = matter_of(request, token, "change")
    name, role = posted(request, "name", 200), posted(request, "role", 100)
    label, says = posted(request, "line", 60), posted(request, "says", 2_000)
    cases.attest(matter, me(request), f"{label}: {says}" if label and says else says, name=name, role=role)
    return redirect("criteria", token=token)


def _people(matter: Matter) -> dict[str, str]:
    """Give who entered each field of case.yaml by itself."""
    entered = casefolder.entered(cases.folder(matter)).get("entered")
    fields = entered.get("fields") if isinstance(entered, dict) else None
    return {way: str(told.get("by", "")) for way, told in (fields or {}).items() if isinstance(told, dict)}


def _wanted(matter: Matter, tour: Tour, token: str) -> list[tuple[Asked, Passage | None, Task | None]]:
    """Give each thing the payer asks for with its passage and its task."""
    tasks = {each.key: each for each in Task.objects.filter(matter=matter).exclude(key="")}
    return [(each, passage(each.quote, tour.case, token), tasks.get(each.key)) for each in asked(tour.case)]


def _conflicts(tour: Tour, token: str) -> list[tuple[str, list[tuple[str, list[Branch]]]]]:
    return [
        (each.about, [(fact.value, branches((fact.basis,), tour.case, token)) for fact in each.says])
        for each in tour.case.conflicts
    ]
