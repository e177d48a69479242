"""A request beyond the plan's limit must say so and ask for the exception.

A plan refuses what exceeds a limit without looking at need. Source: the plan's own papers in the case.

Bad:  I request 40 visits of therapy.  <-  quantity: 40 visits | service: therapy | policy: Limited to 30 visits.
Good: I request 24 visits of therapy.  <-  quantity: 24 visits | service: therapy | policy: Limited to 30 visits.
Good: I request 50 units, 30 from a 50-unit vial.  <-  quantity: 50 units | service: x | policy: Limited to 30 units.
Good: I request 40 visits, beyond the limit of 30.  <-  quantity: 40 visits | service: x | policy: Limited to 30 visits.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says.amounts import WORDS, number
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "BN101"
SEVERITY = Severity.WARNING

COUNTED = (
    r"(?P<n>\d{1,3}|[a-z]{3,12}) (?:treatment |therapy |combined )?"
    r"(?P<unit>sessions?|visits?|treatments?|units?|doses?|days|hours|tablets?|capsules?|injections?|infusions?"
    r"|pens?)\b"
)
LIMIT = phrase(
    rf"\b(?:limited to|limits?(?: of|:| is)?|maximum(?: of|:| is)?|up to|(?:no|not) more than"
    rf"|not (?:to )?exceed(?:ing)?"
    rf"|a total of|allows?|covers?) (?:a (?:total|maximum) of )?{COUNTED}",
    rf"{COUNTED.replace('<n>', '<m>').replace('<unit>', '<of>')} (?:\w+ ){{0,4}}(?:maximum|limit|at most)\b",
)
ASKED = phrase(COUNTED)
REQUESTED = phrase(r"(?: of [^,.;]{2,60})? (?:is|are) (?:requested|asked|ordered|needed|prescribed)\b")
EXCEPTION = phrase(r"\b(?:limit\w*|exceed\w*|exception|beyond|additional|maximum|more than the)\b")
WASTE = phrase(
    r"\bfrom an? \d+-unit (?:single[- ]dose |single[- ]use )?vial|\b(?:discard|wast)\w+|\bJW\b"
)  # more is billed
ASKS = phrase(r"\b(?:request|ask|approv|authoriz|seek|need|requir|recommend|cover|prescrib)\w*\b")


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each count asked for above every limit of that unit in the plan's papers, where no exception is asked."""
    limits: dict[str, list[float]] = {}
    for match in LIMIT.finditer(chart.papers.plan):
        said, unit = match["n"] or match["m"], match["unit"] or match["of"]
        if said.isdigit() or said.lower() in WORDS:
            limits.setdefault(unit.rstrip("s").lower(), []).append(number(said))
    body = " ".join(line.text for line in prose.body)
    if not limits or EXCEPTION.search(body):
        return
    for line in prose.body:
        asks = None if WASTE.search(line.text) else ASKS.search(line.text)
        for match in ASKED.finditer(line.text) if asks else ():
            unit = match["unit"].rstrip("s").lower()
            counted = match["n"].isdigit() or match["n"].lower() in WORDS
            asked = match.start() > asks.start() or REQUESTED.match(line.text, match.end())  # type: ignore[union-attr]
            if asked and unit in limits and counted and number(match["n"]) > max(limits[unit]):
                yield Mark(
                    (line.start + match.start(), line.start + match.end()),
                    f"the plan's papers limit this to {max(limits[unit]):g}",
                    "Ask for the exception, with its reason.",
                )
