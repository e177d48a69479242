"""A diagnosis with a value beside it, each held to its own test: "sleep apnea with an AHI of 15 or more"."""

import re

from wellfounded.match import gaps
from wellfounded.match.decide import diagnosis, score
from wellfounded.match.tree import every
from wellfounded.match.view import View
from wellfounded.match.words import content
from wellfounded.model.asks import Diagnosis, Score
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict

_NUMBER = r"(?P<n>-?\d+(?:\.\d+)?) ?(?P<unit>%|percent|[a-zA-Z]+(?:/[\w.]+)*)?"
_SPLIT = re.compile(
    r"^(?P<what>.{4,80}?),? (?:with|and|plus|having) (?:an? |the )?(?P<name>[A-Za-z][\w -]{1,40}?)\s+"
    r"(?:(?:of|is|was|score|that is) )*(?P<sign>at least|at most|greater than or equal to|less than or equal to"
    r"|greater than|more than|less than|over|above|under|below|>=|<=|\u2265|\u2264|>|<)?\s*"
    rf"{_NUMBER}(?P<or> or (?:more|greater|higher|above|less|lower|below))?\W*$"
)
_SIGNS = {
    "at least": ">=", "greater than or equal to": ">=", "\u2265": ">=", ">=": ">=", "greater than": ">",
    "more than": ">", "over": ">", "above": ">", ">": ">", "at most": "<=", "less than or equal to": "<=",
    "\u2264": "<=", "<=": "<=", "less than": "<", "under": "<", "below": "<", "<": "<",
}  # fmt: skip
_TIMES = re.compile(r"^(?:days?|weeks?|months?|years?|or|hours?|times|drugs?|agents?|medications?)$")


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met where both the diagnosis and the value are, not met where one of them is not; None where it cannot tell."""
    found = _SPLIT.match(requirement.text.strip()) if isinstance(requirement.asks, Diagnosis) else None
    if found is None or not content(found["what"]) or _TIMES.match(found["unit"] or ""):
        return None
    sign = _SIGNS.get(found["sign"] or "")
    if found["or"]:
        sign = ">=" if found["or"].split()[1] in {"more", "greater", "higher", "above"} else "<="
    if sign is None:
        return None
    named = Requirement(requirement.id, found["what"], Diagnosis((), (found["what"],)))
    unit = "%" if found["unit"] == "percent" else found["unit"] or ""
    bound = Score(found["name"], sign, float(found["n"]), "" if unit == "or" else unit)
    value = score.decide(bound, Requirement(requirement.id, requirement.text[found.start("name") :], bound), view)
    if value.verdict is Verdict.UNKNOWN:
        return None
    there = diagnosis.decide(Diagnosis((), (found["what"],)), named, view)
    verdict = every([there.verdict, value.verdict])
    if verdict is Verdict.UNKNOWN:
        return None
    gap = None
    if verdict is Verdict.NOT_MET:
        told = (*value.despite, *there.despite)[0]
        gap = gaps.ask(view, f"whether “{gaps.short(told.statement or told.name)}” ({view.place(told)}) still holds")
    return Finding(
        requirement.id, verdict, (*there.supports, *value.supports), (*there.despite, *value.despite), gap=gap,
        why=f"{there.why} {value.why}",
    )  # fmt: skip
