"""The time that a letter says the plan has to decide must be one that the plan's law gives.

A wrong number of days is answered with the right one, and the appeal looks copied. The times are those of the clocks in
the law packs, with their extensions; what the plan's own papers say counts too.

Bad:  Under ERISA you must decide this appeal within 14 days.
Bad:  You are required to issue a decision within 20 days.  <-  market: medicare_advantage
Good: Under ERISA you must decide this appeal within 30 days.
Good: You must decide an urgent appeal within 72 hours.  <-  market: medicare_advantage
Good: Please decide within 10 days.  <-  market: medicare_advantage
Good: You must decide within 10 days.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.shows.laws import Laws
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity
from wellfounded.packs.schema.law import Clock

CODE = "LW106"
SEVERITY = Severity.ERROR

WITHIN = r"\bwithin (?:the )?(?P<{}>\d{{1,3}})[- ](?:calendar |business |working )?(?P<{}>hours?|days?)\b"
WHO = r"(?:you|plans?|insurers?|payers?|administrators?|carriers?|company|reviewer|contractor)"
MUST = phrase(
    rf"\b{WHO}\b[^.;]{{0,30}}?\b(?:must|shall|(?:is|are) (?:required|obligated|obliged) to|ha(?:s|ve) to|required to)\b"
    r"[^.;]{0,80}?" + WITHIN.format("n", "unit"),
    rf"\b(?:requires?|obliges?|mandates?) (?:that )?(?:the |your )?{WHO}\b[^.;]{{0,60}}?" + WITHIN.format("k", "in"),
    r"\b(?:decision|determination|answer|response|ruling)\b[^.;]{0,30}?\b(?:is|are) (?:due|required)\b[^.;]{0,30}?"
    + WITHIN.format("m", "of"),
)
DECIDES = phrase(
    r"\b(?:decid\w+|decision|determin\w+|answer|respond|response|rul(?:e|ing)|resolve|notif\w+|complete)\b"
)
HOURS = {"hour": 1, "day": 24}


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report each such time that no clock of the law named, or of the plan's laws, and no paper of the plan gives."""
    laws = chart.laws if chart else Laws(prose.library)
    for line in prose.body:
        match = MUST.search(line.text)
        if match is None or not DECIDES.search(match[0]):
            continue
        named = tuple(id_ for law in laws.named(line.text) for id_ in law.packs)
        clocks = [clock for clock in laws.clocks(named) if clock.whose == "payer's"] if named or laws.market else []
        group, unit = next((g, match[u]) for g, u in (("n", "unit"), ("k", "in"), ("m", "of")) if match[g])
        n = match[group]
        given = {hours for clock in clocks for hours in _hours(clock)}
        stated = chart is not None and f"{n} " in chart.papers.payer
        if clocks and int(n) * HOURS[unit.rstrip("s").lower()] not in given and not stated:
            span = (line.start + match.start(group), line.start + match.end(group))
            yield Mark(span, "the law gives the plan another time to decide", "State the time with its citation.")


def _hours(clock: Clock) -> Iterator[int]:
    """Give a clock's time in hours, alone and with its extension; months and years are not counted in days."""
    times = [clock.within, *([clock.extension.within] if clock.extension else [])]
    counted = [
        int(n) * HOURS[unit.rpartition("_")[2].rstrip("s")]
        for n, unit in (time.split() for time in times)
        if unit.rpartition("_")[2].rstrip("s") in HOURS
    ]
    yield from counted
    if len(counted) == 2:
        yield sum(counted)
