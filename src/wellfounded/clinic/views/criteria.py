"""The criteria table: each requirement met, not met or not found, with every passage for and against."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from wellfounded import criteria as reading
from wellfounded.clinic.acts import cases
from wellfounded.clinic.showing.aside import folded
from wellfounded.clinic.showing.table import beside, counted, lines
from wellfounded.clinic.views.base import matter_of, me, page, posted, tour_of
from wellfounded.errors import InputError, PackError
from wellfounded.pipeline import Tour


def criteria(request: HttpRequest, token: str) -> HttpResponse:
    """Show the table, or say how to get a policy."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter)
    if not isinstance(tour, Tour):
        return tour
    rows = lines(tour.policy, tour.match, tour.case, token) if tour.policy and tour.match else []
    root = (
        {"met": "Met", "not_met": "Not met", "unknown": "Not decided yet"}[tour.match.root.value] if tour.match else ""
    )
    context = {
        "policy": tour.policy,
        "rows": rows,
        "count": counted(rows),
        "root": root,
        "asks": tour.brief.asks,
        "beside": beside(tour, token),
        "folded": folded(tour.policy, tour.case, token) if tour.policy else [],
    }
    return page(request, "desk/criteria.html", matter, tab="criteria", **context)


def edit(request: HttpRequest, token: str) -> HttpResponse:
    """Let a person correct the criteria as they were read; the case then uses theirs."""
    matter = matter_of(request, token, "change")
    tour = tour_of(request, matter, patience=20.0)
    if not isinstance(tour, Tour):
        return tour
    if tour.policy is None:
        raise Http404("there is no policy yet")
    text, error = reading.to_pack(tour.policy), ""
    if request.method == "POST":
        text = posted(request, "text", 400_000)
        try:
            cases.edit_criteria(matter, me(request), f"{text}\n", tour.policy.source)
            return redirect("criteria", token=token)
        except (InputError, PackError) as wrong:
            error = f"{wrong}. {wrong.hint}".strip()
    return page(request, "desk/editcriteria.html", matter, tab="criteria", text=text, error=error, policy=tour.policy)
