"""The amount in the letter must be the amount of the order.

A letter for 30 sessions beside an order for 36 is returned, or granted as the lesser.

Bad:  I request 30 sessions of TMS.  <-  service: TMS | quantity: 36 sessions
Bad:  Please approve 12 visits.  <-  service: Speech therapy | quantity: 24 visits
Good: I request 36 sessions of TMS.  <-  service: TMS | quantity: 36 sessions
Good: I request thirty-six treatments.  <-  service: TMS | quantity: 36 sessions
Good: I request 155 units of it from a 200-unit vial.  <-  service: 155 units from a 200-unit vial | quantity: 200 units
Good: Please decide within 30 days of receipt, as 42 CFR 438.408 asks for.  <-  service: PHP | quantity: 20 days
Good: She completed 20 sessions of therapy.  <-  service: TMS | quantity: 36 sessions
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues
from wellfounded.check.says.amounts import COUNT, number
from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "SV106"
SEVERITY = Severity.ERROR

ASKS = phrase(
    r"\b(?:request(?:ing|ed)?|ask(?:ing)? for|please (?:approve|authorize|cover|grant)|approval of"
    r"|authorization (?:of|for)|seek(?:ing)?)\b"
)
COUNTED = {
    "session", "visit", "treatment", "dose", "unit", "infusion", "injection", "cycle", "tablet", "capsule", "pen",
    "hour", "day",
}  # fmt: skip
SAID = phrase(
    rf"(?<![\w.,/-])(?P<n>{COUNT})(?: \(\d+\))?[ -](?:(?!mg|mcg|ml|g )\w+ )?(?P<unit>sessions?|visits?"
    rf"|treatments?|doses?|units?"
    rf"|infusions?"
    r"|injections?|cycles?|tablets?|capsules?|pens?|hours?|days?)\b"
)
REQUESTED = phrase(r"(?: (?:of|a|per) [^,.;]{2,60})? (?:is|are) (?:requested|asked|ordered|needed|prescribed)\b")
GENERAL = {"session", "visit", "treatment"}  # one thing under three names


def check(line: Line, chart: Chart) -> Iterator[Mark]:
    """Report each count asked for that is neither an ordered quantity nor a sum of them, nor in any note."""
    ordered = [service.quantity for service in chart.case.services if service.quantity is not None]
    ordered = [quantity for quantity in ordered if quantity.unit.rstrip("s") in COUNTED]
    asks = ASKS.search(line.text)
    if not ordered or asks is None or line.part not in {"body", "head"} or cues.LAW.search(line.text):
        return
    own = " ".join(service.description.value.lower() for service in chart.case.services)
    right = {quantity.value for quantity in ordered} | {sum(quantity.value for quantity in ordered)}
    units = {quantity.unit.rstrip("s") for quantity in ordered}
    units |= GENERAL if units & GENERAL else set()
    for match in SAID.finditer(line.text):
        said, unit = number(match["n"]), match["unit"].lower().rstrip("s")
        asked = match.start() > asks.start() or REQUESTED.match(line.text, match.end())
        noted = said in chart.treatments.sessions and unit in GENERAL
        described = match[0].lower() in own or f"{said:g}-{unit}" in own
        if said != 1 and unit in units and asked and not noted and not described and said not in right:
            says = f"the order says {', '.join(map(str, ordered))}"
            yield Mark((match.start(), match.end()), says, "Ask for what is ordered.")
