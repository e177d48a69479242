"""A second bound that stands beside the first: "transferrin saturation below 20% with ferritin below 100 ng/mL"."""

import re
from dataclasses import replace

from wellfounded.match.decide import lab
from wellfounded.match.tree import every
from wellfounded.match.view import View
from wellfounded.model.asks import Lab, Threshold
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict

_BESIDE = re.compile(
    r"\d ?(?:%|percent|[a-zA-Z\u00b5]+(?:/[\w.]+)*)?,? (?:with|and|plus) (?:an? |the )?(?P<name>[A-Za-z][\w -]{1,40}?) "
    r"(?:(?:of|is|was|that is) )?(?P<sign>at least|at most|greater than|more than|less than|over|above"
    r"|under|below|>=|<="
    r"|\u2265|\u2264|>|<) ?(?P<n>\d+(?:\.\d+)?) ?(?P<unit>%|percent|[a-zA-Z\u00b5]+(?:/[\w.]+)*)?",
)
_SIGNS = {
    "at least": ">=", ">=": ">=", "\u2265": ">=", "greater than": ">", "more than": ">", "over": ">", "above": ">",
    ">": ">",
    "at most": "<=", "<=": "<=", "\u2264": "<=", "less than": "<", "under": "<", "below": "<", "<": "<",
}  # fmt: skip
_NO_UNIT = re.compile(r"^(?:days?|weeks?|months?|years?|hours?|times|on|in|for|at|or|and|within|during)$")


def held(requirement: Requirement, finding: Finding, view: View) -> Finding:
    """Hold a bound that is met to the one beside it; unknown where the chart does not show that one."""
    asks = requirement.asks
    if finding.verdict is not Verdict.MET or not isinstance(asks, Threshold):
        return finding
    found = _BESIDE.search(requirement.text)
    if found is None or float(found["n"]) == asks.value or _NO_UNIT.match(found["unit"] or ""):
        return finding
    unit = "%" if found["unit"] == "percent" else found["unit"] or ""
    bound = Lab(found["name"], _SIGNS[found["sign"]], float(found["n"]), unit, asks.within)
    part = Requirement(requirement.id, requirement.text[found.start("name") : found.end()], bound)
    other = lab.decide(bound, part, view)
    if other.verdict is Verdict.MET:
        return replace(finding, supports=(*finding.supports, *other.supports), why=f"{finding.why} {other.why}")
    return replace(
        finding, verdict=every([finding.verdict, other.verdict]), despite=other.despite, gap=other.gap, why=other.why
    )
