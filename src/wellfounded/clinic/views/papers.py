"""The papers of a case: the list, one paper with its boxes, and each page as a picture."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from wellfounded.clinic.acts import cases
from wellfounded.clinic.reading.keeper import KEEPER
from wellfounded.clinic.showing import papers as drawn
from wellfounded.clinic.showing import viewer
from wellfounded.clinic.showing.said import KINDS, PLACES
from wellfounded.clinic.views.base import matter_of, me, page, posted, tour_of
from wellfounded.model.document import Document
from wellfounded.pipeline import Tour


def papers(request: HttpRequest, token: str) -> HttpResponse:
    """List every paper by place, with what it was read as and what could not be read."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter)
    if not isinstance(tour, Tour):
        return tour
    kinds = {reading.source: KINDS[reading.kind.value] for reading in tour.case.readings}
    groups = [
        (place, label, [(d, kinds.get(d.source.id, KINDS["policy"])) for d in tour.case.documents if _in(d, place)])
        for place, label in PLACES.items()
    ]
    return page(request, "desk/papers.html", matter, tab="papers", groups=groups)


def paper(request: HttpRequest, token: str, source: str) -> HttpResponse:
    """Show one paper, at a page or at a passage (`at=start-end`, characters of its text)."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter)
    if not isinstance(tour, Tour):
        return tour
    document = _document(tour, source)
    number = request.GET.get("page", "1")
    held = viewer.view(
        cases.folder(matter), tour, document, int(number) if number.isdecimal() else 1, _span(request.GET.get("at", ""))
    )
    part = request.headers.get("HX-Request") == "true"
    template = "desk/parts/paper.html" if part else "desk/paper.html"
    return page(request, template, matter, tab="papers", view=held, path=document.source.path)


def picture(request: HttpRequest, token: str, source: str, number: int) -> HttpResponse:
    """Give one page of a paper as PNG."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter, patience=20.0)
    if not isinstance(tour, Tour):
        raise Http404("the case is being read")
    try:
        return HttpResponse(drawn.picture(cases.folder(matter), _document(tour, source), number), "image/png")
    except IndexError:
        raise Http404("the paper has no such page") from None


def boxes(request: HttpRequest, token: str, source: str, number: int) -> HttpResponse:
    """Give the boxes of a page that is a picture, once it is read anew for them."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter, patience=20.0)
    if not isinstance(tour, Tour) or not 1 <= number <= _document(tour, source).source.pages:
        raise Http404("the paper has no such page")
    at, document = _span(request.GET.get("at", "")), _document(tour, source)
    leaf = viewer.boxed(cases.folder(matter), tour, document, number, at, KEEPER.boxes)
    return render(request, "desk/parts/boxes.html", {"leaf": leaf})


@require_POST
def move(request: HttpRequest, token: str) -> HttpResponse:
    """Put a paper into another place, or take it out of the case."""
    matter = matter_of(request, token, "change")
    cases.move(matter, me(request), posted(request, "path", 500), posted(request, "place"))
    return redirect("papers", token=token)


def _document(tour: Tour, source: str) -> Document:
    try:
        return tour.case.document(source)
    except KeyError:
        raise Http404("the case holds no such paper") from None


def _in(document: Document, place: str) -> bool:
    return document.source.path.startswith(f"{place}/")


def _span(text: str) -> tuple[int, int] | None:
    start, _, end = text.partition("-")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() else None
