"""Which of the stated times is the time to appeal this decision, and which are for other routes."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field, Window
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.windows import Stated, deadlines, windows

FINAL = re.compile(
    (
        r"final\s+(?:internal\s+)?adverse|internal\s+appeals?\s+(?:process\s+)?(?:is|are|has"
        r"|have)\s+(?:now\s+)?(?:been\s+)?(?:complete|exhausted)|deadlock|widerspruchsbescheid"
        r"|final\s+response|appeal\s+process\s+[^.]{0,40}exhausted"
    ),
    re.IGNORECASE,
)
NEXT = ("external_review", "fair_hearing", "ombudsman", "court", "regulator")  # what follows a final internal decision


def appeal(paper: Paper, *, european: bool) -> Iterator[Field]:
    """Give appeal_window and appeal_deadline for the routes that this notice opens.

    Mostly that is the plan's own appeal; a final decision, or one with no appeal to the plan, opens the next route.
    """
    stated = list(windows(paper))
    last = list(deadlines(paper, european=european))
    routes = _open(paper, stated, [route for route, _ in last])
    seen: set[Window] = set()
    for one in stated:
        plain = Window(one.window.n, one.window.unit, one.window.since)
        again = any(each.n == plain.n and each.unit == plain.unit for each in seen)
        if one.window.route in routes and not (again or (one.expedited and one.window.unit == "hours")):
            seen.add(plain)
            yield Field("appeal_window", one.window, paper.quote(one.start, one.end))
    days = set()
    for route, field in last:
        if route in routes and field.value not in days:
            days.add(field.value)
            yield field


def _open(paper: Paper, stated: list[Stated], dated: list[str]) -> tuple[str, ...]:
    routes = [one.window.route for one in stated] + dated
    if FINAL.search(paper.plain[: max(1500, len(paper.plain) // 2)]):
        following = tuple(route for route in NEXT if route in routes)
        if following:
            return following[:2] if set(following[:2]) == {"external_review", "fair_hearing"} else following[:1]
    if "appeal" in routes:
        return ("appeal",)
    return next(((route,) for route in ("grievance", *NEXT) if route in routes), ())


def response(paper: Paper, *, european: bool) -> Iterator[Field]:
    """Give response_due: the last day to answer, or where only a length of time is stated, that."""
    for route, field in deadlines(paper, european=european):
        if route in {"response", ""} or route not in {"appeal", *NEXT}:
            yield Field("response_due", field.value, field.basis)
            return
    for one in windows(paper):
        if one.window.route == "response":
            yield Field("response_due", one.window, paper.quote(one.start, one.end))
            return


def others(paper: Paper) -> Iterator[Field]:
    """Give every other stated time as `route_window`, for whoever counts clocks and knows traps."""
    seen: set[Window] = set()
    for one in windows(paper):
        if one.window.route not in {"appeal", "response"} and one.window not in seen:
            seen.add(one.window)
            yield Field("route_window", one.window, paper.quote(one.start, one.end))
