"""Which of the stated times is the time to appeal this decision, and which are for other routes."""

from collections.abc import Iterator

from wellfounded.model.determination import Field, Window
from wellfounded.read.payer import dates
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.phrases import phrases
from wellfounded.read.payer.windows import Stated, route_of, windows
from wellfounded.read.payer.zones import Placed, placed
from wellfounded.wire.caseless import Caseless

FINAL = phrases(
    """
    final internal | (final|no more|no further) (internal )?(adverse|appeals? with us|appeals? to us)
        | internal appeals? (process |rights )?(is|are|has|have) (now )?(been )?(complete*|exhausted)
        | deadlock | widerspruchsbescheid
    final response | appeal process ~6 exhausted | our final decision | exhausted ~4 appeal*
    """
)
FUTURE = phrases(
    "if | aim | expect | hope | plan to | try | have to | should | can | may | within | after "
    "| will | once | when | until | unless | might | could | right to"
)
NEXT = ("external_review", "fair_hearing", "ombudsman", "regulator", "court")  # what follows a final internal decision
OUTSIDE = ("external_review", "fair_hearing")  # may be open beside the plan's own appeal; the notice then says so
DUE = Caseless(
    r"(?:\bby|before|no\s+later\s+than|not\s+later\s+than|until|bis(?:\s+zum|\s+sp(?:ä|ae)testens)?"
    r"|ends?\s+on|expires?\s+on|(?:due|deadline|last\s+day|respond\s+by|frist)\b[^:.]{0,40}(?::|\bis"
    r"|\bon)"
    r"|\bdue(?:\s+(?:on|by|date))?|\b(?:days|weeks|months?)\b[^.;:]{0,60}?(?:,\s*(?:which|that)\s+is|,\s*i\.e\.,?"
    r"|\(\s*(?:by|until)?))\s*:?\s*(?:\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?(?:\s+[A-Z]\w*)?,?\s+"
    r"(?:on\s+)?)?(?:\w+day,?\s+)?(?:the\s+)?$",
)
ENDS = Caseless(
    r"\b(?:services?|coverage|care|payment|stay|hours)\b(?:(?!\bperiod\b|run-?out)[^.]){0,60}\b(?:ends?|stops?"
    r"|will\s+(?:end|stop|terminate))\b"
    r"[\s:]{0,3}(?:on|after|effective)?\s*$",
)
OURS = Caseless(  # the day by which the plan itself will decide
    r"\b(?:our|the)\s+(?:\w+\s+)?(?:decision|answer|determination|review)\b|\bwe\s+(?:will|expect|hope|are\s+extending|extend|plan|aim)\b"
    r"|\bwe'll\b"
)
LAST_DAY = phrases(
    "appeal* | request* | widerspruch* | reconsider* | redetermin* | grievance* | deadline | last day | review | "
    "hearing | dispute | get | (must|should|need to) have | reach us | reply | furnish | answer | respond "
    "| response | complain* | file | filed | received | send | submit* "
    "| upload* | return* | fax "
    "| provide | information | records | unterlagen | supply | documentation"
)


def appeal(paper: Paper, *, european: bool) -> Iterator[Field]:
    """Give appeal_window and appeal_deadline for the routes that this notice opens.

    Mostly that is the plan's own appeal. An outside review or a hearing counts beside it only where it need not wait
    for a later decision; a final decision, or a notice with no appeal to the plan, opens the route that comes next.
    """
    stated = windows(paper)
    last = list(deadlines(paper, european=european))
    routes = _open(paper, stated, [route for route, _ in last])
    seen: set[tuple[int, str]] = set()
    ours = [one for one in stated if one.window.route in routes]
    told = {(one.window.n, one.window.unit) for one in stated if one.window.since and one.window.route in routes}
    for one in stated:
        key = one.window.n, one.window.unit
        hurried = one.expedited and (one.window.unit == "hours" or any(not other.expedited for other in ours))
        if (
            one.window.route in routes
            and key not in seen
            and (one.window.since or key not in told)
            and not hurried
            and not (one.later and routes[0] == "appeal")
        ):
            seen.add(key)
            yield Field("appeal_window", one.window, paper.quote(one.start, one.end))
    days = set()
    for route, field in last:
        if route in routes and field.value not in days:
            days.add(field.value)
            yield field


def internal(paper: Paper, *, european: bool) -> bool:
    """Whether the route open now is the plan's own appeal, so that only its address and numbers count."""
    routes = _open(paper, windows(paper), [route for route, _ in deadlines(paper, european=european)])
    return not routes or routes[0] not in OUTSIDE


def _open(paper: Paper, stated: tuple[Stated, ...], dated: list[str]) -> tuple[str, ...]:
    now = [one.window.route for one in stated if not one.later] + dated
    if _final(paper):
        following = tuple(route for route in NEXT if route in now or any(one.window.route == route for one in stated))
        if following:
            return tuple(route for route in following if route in OUTSIDE) or following[:1]
    if "appeal" in now:
        return ("appeal",)
    return next(((route,) for route in (*NEXT, "voluntary_appeal") if route in now), ())


def _final(paper: Paper) -> bool:
    """Whether the notice says of itself that the plan's own appeals are over."""
    return any(FINAL.search(one.text) and not FUTURE.search(one.text) for one in paper.sentences)


def deadlines(paper: Paper, *, european: bool) -> Iterator[tuple[str, Field]]:
    """Give each stated last day with its route: "appeals must be received by ..."."""
    before: Placed | None = None
    for each in placed(paper):
        sentence = each.sentence
        for dated in dates.dates(paper.plain, sentence.start, sentence.end, european=european):
            ahead = paper.plain[sentence.start : dated.start]
            if DUE.search(ahead) and (LAST_DAY.search(ahead) or LAST_DAY.search(each.heading)):
                route = route_of(each, before, dated.start - sentence.start)
                yield route, Field("appeal_deadline", dated.value, paper.quote(dated.start, dated.end))
        before = each


def response(paper: Paper, *, european: bool) -> Iterator[Field]:
    """Give response_due: the last day to answer, or where only a length of time is stated, that."""
    for route, field in deadlines(paper, european=european):
        ahead = paper.plain[paper.sentence_at(field.basis.at.start).start : field.basis.at.start]
        if route not in {"appeal", *NEXT} and not OURS.search(ahead):
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


def ending(paper: Paper, *, european: bool) -> Iterator[Field]:
    """Give services_end, the day on which the notice says that care now given will end."""
    for sentence in paper.sentences:
        for dated in dates.dates(paper.plain, sentence.start, sentence.end, european=european):
            if ENDS.search(paper.plain[sentence.start : dated.start]):
                yield Field("services_end", dated.value, paper.quote(dated.start, dated.end))
                return
