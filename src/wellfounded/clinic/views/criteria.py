"""The criteria table: each requirement met, not met or not found, with every passage for and against."""

from django.http import HttpRequest, HttpResponse

from wellfounded.clinic.showing.aside import folded
from wellfounded.clinic.showing.table import beside, counted, lines
from wellfounded.clinic.views.base import matter_of, page, tour_of
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
