"""Stated times to act, each with what it counts from and the route it is for.

"Within 180 days after you receive this notice" is the patient's clock; "we decide within 72 hours" is the payer's,
"within 60 days of the remittance" is a corrected claim's, and neither is a time to appeal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from wellfounded.model.determination import Window
from wellfounded.read.payer import level
from wellfounded.read.payer import window_words as words
from wellfounded.read.payer.numbers import NUMBER, number
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.zones import Placed, Zone, placed
from wellfounded.wire.caseless import Caseless

SPAN = Caseless(
    rf"(?<![\w.$])(?P<n>{NUMBER})(?:st|nd|rd|th)?\s*-?\s*(?:\(\s*(?P<again>\d{{1,3}})\s*\)\s*-?\s*)?"
    r"(?P<kind>calendar|business|working|full|consecutive)?\s*-?\s*"
    r"(?P<unit>days?|hours?|months?|weeks?|years?|werktagen?|arbeitstagen?|tage?n?|wochen?|monate?n?s?)"
    r"(?!\s*[-']?\s*(?:supply|a\s+week|per\s+week|weekly|of\s+(?:age|therapy|treatment|conservative|physical)))\b",
)
UNITS = (
    ("day", "days"),
    ("tag", "days"),
    ("hour", "hours"),
    ("month", "months"),
    ("monat", "months"),
    ("week", "weeks"),
    ("woche", "weeks"),
    ("year", "years"),
    ("werktag", "business_days"),
    ("arbeitstag", "business_days"),
)
OPENER = Caseless(
    r"(?:within|no\s+later\s+than|not\s+later\s+than|innerhalb|binnen|innert)\s*(?:von\s+|eine[rsm]\s+)?$",
)
CLAUSE = re.compile(r";|,\s+(?:and|but)\s+we\b|\bwe\s+will\b|\.\s")
TAKEN = Caseless(r"\b(?:refer|take|bring|escalat)\w*\s+(?:\w+\s+){0,3}complaint")  # to the office, of what was done
REFERS = re.compile(r"(?:It|This|Such|That|These)\b")
STRETCH = 140  # characters before a time in which its haste is said
ZONE_ROUTE = {Zone.RIGHTS: "appeal", Zone.REVIEW: "external_review", Zone.TALK: "peer_to_peer"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A window and the passage that states it; *later*: the route opens only after another decision."""

    window: Window
    start: int
    end: int
    expedited: bool
    later: bool


@lru_cache(maxsize=8)
def windows(paper: Paper) -> tuple[Stated, ...]:
    """Give every clock that runs against the reader of the notice, in the order of the text."""
    return tuple(_windows(paper))


def _windows(paper: Paper) -> Iterator[Stated]:
    before: Placed | None = None
    payers = False
    answers = any(field.value in level.ANSWERS for field in level.level(paper))
    for each in placed(paper):
        text = each.sentence.text
        payers = bool(words.PAYERS_TIME.search(text)) or (payers and text.startswith("Within"))
        if payers and text.startswith("Within"):
            continue  # each answer to the question when the payer decides
        if each.zone is not Zone.BOILERPLATE or words.APPEAL.search(each.sentence.text):
            yield from _in_sentence(each, before, answers=answers)
        before = each


def _in_sentence(each: Placed, before: Placed | None, *, answers: bool) -> Iterator[Stated]:
    text = each.sentence.text
    passed = 0
    for found in SPAN.finditer(text):
        last, passed = passed, found.end()
        ahead, tail = text[: found.start()], text[found.end() :]
        since, length = counted_from(tail, ahead)
        if before and words.PAYERS_TIME.search(before.sentence.text):
            continue
        if words.NOT_A_CLOCK.search(ahead) or not (words.CLOCK.search(ahead) or since or not ahead.strip()):
            continue
        route = route_of(each, before, found.start())
        if route == "appeal" and words.VOLUNTARY.search(text):
            route = "voluntary_appeal"  # one that nobody need make before the next
        if not route or payers_own(CLAUSE.split(ahead)[-1], tail, since) or not words.YOU_ACT.search(text):
            continue
        opener = OPENER.search(ahead)
        start = each.sentence.start + (opener.start() if opener else found.start())
        window = Window(*count(found), since, route)
        told = before.sentence.text if before and words.IF_FIRST.match(before.sentence.text) else ""
        around = f"{each.heading} {told} {text}"
        second = words.SECOND.search(around)
        if second and answers:  # the next appeal of a notice that itself answers the first
            later = since == "final_decision"
        else:
            later = since == "final_decision" or bool(second or words.LATER.search(around))
        refers = before.sentence.text if before and REFERS.match(text) else ""
        told_of = f"{refers} {ahead[last:]}"
        urgent = bool(words.URGENT.search(told_of[-STRETCH:])) and not words.PLAIN.search(ahead[last:])
        yield Stated(window, start, each.sentence.start + found.end() + length, urgent, later)


def payers_own(clause: str, tail: str, since: str | None) -> bool:
    """Whether the clock is the payer's own: "we decide within", "of receiving your appeal"."""
    if words.TO_PAYER.match(tail):
        return True
    if words.WE_RECEIVE.search(clause) or (
        since in {"document_date", "mailing"} and not words.WE_DECIDE.search(clause)
    ):
        return False
    acts = list(words.PAYER_ACTS.finditer(clause))
    return bool(acts) and not words.YOU_MUST.search(clause, acts[-1].end())


def count(found: re.Match[str]) -> tuple[int, str]:
    """Give how many of which unit a match of `SPAN` says."""
    n = int(found["again"]) if found["again"] else number(found["n"])
    name = found["unit"].lower()
    unit = next(unit for stem, unit in reversed(UNITS) if name.startswith(stem))
    return n, "business_days" if (found["kind"] or "").lower() in {"business", "working"} and unit == "days" else unit


def counted_from(tail: str, ahead: str) -> tuple[str | None, int]:
    """Give what the time counts from and how many characters of *tail* say so."""
    close = words.SINCE_ENDS.split(tail, maxsplit=1)[0][:130]
    hits = [
        (found.start(), rank, found.end(), since)
        for rank, (since, pattern) in enumerate(words.SINCE)
        if (found := pattern.search(close))
    ]
    if hits:
        final = [hit for hit in hits if hit[3] == "final_decision"]
        start, _, end, since = min(final or hits)
        inner = [hit for hit in hits if start <= hit[0] < end and hit[3] in {"receipt", "mailing"}]
        if since == "document_date" and inner:
            since = inner[0][3]  # "from the mailing of this notice"
        if since == "document_date" and words.SENT.match(close, end):
            since = "mailing"

        return since, end
    for since, pattern in words.SINCE:
        if (found := pattern.search(ahead[-70:])) and words.SINCE_AHEAD.search(ahead[-70:]):
            return since, 0
    return None, 0


def route_of(each: Placed, before: Placed | None, at: int) -> str:
    """Give the route a time at offset *at* of the sentence is for; empty where nothing says.

    What is named last before the time decides, then what is named first after it, then what stands around.
    """
    text = each.sentence.text
    near = [
        (found.end(), -rank, route)
        for rank, (route, pattern) in enumerate(words.ROUTES)
        for found in pattern.finditer(text, 0, at)
    ]
    if words.CONTINUES.search(text, at):
        return "continuation"
    if near:
        named = {one[2] for one in near}
        route = "continuation" if "continuation" in named else max(near)[2]
        if route in words.OFFICES and not TAKEN.search(text):
            # "Ask the Department of Insurance for an external review": the office is where, the review is what.
            route = next((what for what in ("external_review", "fair_hearing", "appeal") if what in named), route)
        return "appeal" if route == "response" and any(one[2] == "appeal" for one in near) else route
    after = [
        (found.start(), rank, route)
        for rank, (route, pattern) in enumerate(words.ROUTES)
        for found in pattern.finditer(text, at)
    ]
    if each.zone is Zone.TALK:
        return "peer_to_peer"  # "within 5 days of this letter and before an appeal is filed"
    if after:
        return min(after)[2]
    for context in (
        before.sentence.text if before and each.sentence.start - before.sentence.end < 3 else "",
        each.heading,
        before.sentence.text if before else "",
    ):
        for route, pattern in words.ROUTES:
            if pattern.search(context):
                return route
    return ZONE_ROUTE.get(each.zone, "")
