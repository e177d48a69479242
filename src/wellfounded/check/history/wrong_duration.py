"""How long a treatment was given must follow from the chart: as stated, or from its first and last day.

Step rules ask for weeks at a dose; a length the records do not bear is a criterion not met.

Bad:  She took sertraline for 16 weeks.  <-  chart: Sertraline 200 mg daily for 10 weeks, no response.
Bad:  Physical therapy for 12 weeks did not help.  <-  chart: Physical therapy, 6 weeks, little relief.
Good: She took sertraline for ten weeks.  <-  chart: Sertraline 200 mg daily for 10 weeks, no response.
Good: She took sertraline for 17 weeks.  <-  chart: Sertraline from 10/08/2024 to 02/04/2025, no response.
Good: She took sertraline for 3 weeks.  <-  chart: Sertraline from 09/10/2024 to 10/06/2024, no response.
Good: She took sertraline for over 8 weeks.  <-  chart: Sertraline 200 mg daily for 10 weeks, no response.
Good: The policy requires sertraline for 16 weeks.  <-  chart: Sertraline 200 mg daily for 10 weeks.
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues
from wellfounded.check.says.agents import Named
from wellfounded.check.says.amounts import Length, lengths
from wellfounded.check.says.plain import phrase
from wellfounded.check.view import Line, Mark, Prose
from wellfounded.model.letter import Severity

CODE = "HX103"
SEVERITY = Severity.ERROR

EACH = phrase(r"\s*(?:a|per|each|every|/) ?(?:night|day|week)|\s*(?:nightly|daily)")
MORE = phrase(r"\b(?:over|more than|at least|longer than|exceed(?:s|ed|ing)|in excess of|greater than) (?:a |an )?$")
# A length that is not of the treatment: how often, how long ago, how long it took, or a time to come.
ELSE = phrase(
    r"\b(?:every|each|per|within|in|by|weeks?|month|next|another|last|past|previous|over the|first|age|until"
    r"|request(?:ed|ing)?|propose[ds]?|plan(?:ned)?|will|reassess\w*|authoriz\w+|approv\w+"
    r"|(?<!stopped )(?<!ended )(?<!discontinued )(?<!up )at) (?:an? |the |about |approximately |only )?$"
)
TO_COME = phrase(
    r"\b(?:request|ask(?:ing)?|propose|plan to|will|would|authoriz\w+|approv\w+|planned|recommend|(?:we|I) plan|goal"
    r"|we stop|stop (?:if|after))\b"
)
ASKED = phrase(
    r"\b(?:every|each|per|next|first|last|another|additional|up to|request\w*|ask\w*|propos\w+|plan\w*|approv\w+"
    r"|authoriz\w+|will|for)\b"
)

COURSE = phrase(
    r"\b(?:trial|course|therapy|treatment|program|pump|device|brace|splint|drops?|exercise|diet|supervised|tried"
    r"|used|wore|worn"
    r"|underwent|completed|tapered?|over|for)\b[^.;]{0,80}$"
)
AFTER = phrase(r"\b(?:after|unless|following) (?:\w+ ){0,2}$")
PAST = phrase(
    r"\b(?:was|were|had|wore|worn|could|left|tried|taken|given|used|did|made|helped|stopped|caused"
    r"|gave|brought|got|took|in (?:19|20)\d\d)\b"
)
REQUESTED = phrase(r"(?: of [^,.;]{2,60})? (?:is|are) (?:requested|asked|ordered|planned|prescribed|needed)\b")


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each length of treatment that nothing the case says of it bears out."""
    for line in prose.body:
        if cues.of_rules(line.text):
            continue
        named = [n for n in (*prose.agents, *prose.unlisted) if line.start <= n.span[0] < line.start + len(line.text)]
        for length in lengths(line.text):
            if length.unit == "h" and EACH.match(line.text, length.span[1]):
                continue  # so many hours a night is how much, not how long
            agent = _of(line, length, named)
            at = (line.start + length.span[0], line.start + length.span[1])
            if agent is None and (_unknown_count(line, length, chart) or _unheard(line, length, chart)):
                yield Mark(at, "no note tells this length", "Count it from the record.")
            elif agent is not None and _unknown_length(line, length, agent, chart):
                yield Mark(at, f"nothing in the chart makes {agent.ingredient} this long", "Count it from the record.")


def _unknown_count(line: Line, length: Length, chart: Chart) -> bool:
    said = line.text[slice(*length.span)].lower()
    asked = (
        ASKED.search(line.text, max(0, length.span[0] - 30), length.span[0])
        or TO_COME.search(line.text)
        or REQUESTED.match(line.text, length.span[1])
    )
    counted = length.unit == "s" and ("session" in said or "visit" in said)
    return counted and not asked and bool(chart.treatments.sessions) and length.value not in chart.treatments.sessions


def _unheard(line: Line, length: Length, chart: Chart) -> bool:
    """Whether a course of a treatment no pack lists is told as past, with a length that stands nowhere in the case."""
    told = COURSE.search(line.text, 0, length.span[0]) and PAST.search(line.text)
    else_ = ELSE.search(line.text, 0, length.span[0]) or AFTER.search(line.text, 0, length.span[0])
    if length.unit in "sh" or not told or else_ or TO_COME.search(line.text) or cues.KIN.search(line.text):
        return False
    known = chart.treatments.told if not cues.ABOUT_RULES.search(line.text) else ()
    return bool(known) and not any(_bears(line, length, each) for each in known)


def _unknown_length(line: Line, length: Length, agent: Named, chart: Chart) -> bool:
    if ELSE.search(line.text, 0, length.span[0]) or TO_COME.search(line.text, 0, length.span[0]):
        return False
    known = chart.treatments.lengths(agent.ingredient) if agent.ingredient not in chart.treatments.requested else ()
    return bool(known) and not any(_bears(line, length, each) for each in known)


def _bears(line: Line, said: Length, known: Length) -> bool:
    """Whether a length the case gives is the one said: the same, or within a tenth where the units differ."""
    if (said.unit == "s") != (known.unit == "s"):
        return False
    if MORE.search(line.text, 0, said.span[0]):
        return known.value >= said.value * 0.97
    if said.unit == known.unit:
        return abs(said.value - known.value) < 0.5
    unit = {"d": 1.0, "w": 7.0, "m": 30.44, "y": 365.25}.get(said.unit, 1.0)
    whole = known.value // unit * unit  # of 26 days three weeks were completed
    return abs(said.value - known.value) <= max(0.12 * known.value, 0.6 * unit) or abs(said.value - whole) < 0.5


def _of(line: Line, length: Length, named: list[Named]) -> Named | None:
    """The treatment a length belongs to: named after "of", else nearest before it, else the only one of the line."""
    for each in named:
        gap = (
            line.text[length.span[1] : each.span[0] - line.start]
            if each.span[0] - line.start >= length.span[1]
            else None
        )
        if gap is not None and re.fullmatch(r"\s*(?:(?:trial|course)s?\s+)?(?:of|on|with)?\s*(?:\w+\s+)?", gap):
            return each
    before = [each for each in named if each.span[1] - line.start <= length.span[0]]
    return before[-1] if before else named[0] if len(named) == 1 else None
