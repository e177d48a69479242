"""Where the service is given, against where the plan covers it."""

import re

from wellfounded.match import gaps
from wellfounded.match.view import View
from wellfounded.model.asks import Place
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict
from wellfounded.terms import place_of_service

KIND = Place.kind
# A setting's own words, and the settings that lie within it. An office is outpatient; a home is not a facility.
_KINDS: dict[str, tuple[str, ...]] = {
    "office": (r"\boffice|\bclinic\b|physician'?s? office|^11$",),
    "home": (r"\bhome\b(?! health agency)|\bresidence\b|^12$",),
    "outpatient hospital": (r"outpatient (?:hospital|department)|hospital outpatient|^(?:19|22)$",),
    "surgical center": (r"surg\w+ cent|\bASC\b|^24$",),
    "infusion center": (r"infusion (?:cent|suite)|\bAIC\b",),
    "inpatient": (r"inpatient|\bacute care hospital|hospital admission|^(?:21|51)$",),
    "emergency": (r"emergency|^23$",),
    "nursing facility": (r"skilled nursing|\bSNF\b|nursing (?:facility|home)|^(?:31|32)$",),
    "telehealth": (r"tele(?:health|medicine)|virtual|^(?:02|10)$",),
}  # fmt: skip
_WITHIN = {"outpatient": {"office", "outpatient hospital", "surgical center", "infusion center", "telehealth"}}


def decide(asks: Place, requirement: Requirement, view: View) -> Finding:
    """Met where every requested service is in an allowed setting; not met where one is in another known one."""
    allowed = settings(asks.setting or requirement.text)
    placed = [(service, settings(service.place)) for service in view.case.services if service.place.strip()]
    what = asks.setting or gaps.short(requirement.text)
    if not placed or not allowed or not all(held for _, held in placed):
        gap = gaps.ask(view, f"where the service is given; the plan asks for {what}")
        return Finding(
            requirement.id, Verdict.UNKNOWN, gap=gap, why="The request does not say where the service is given."
        )
    basis = tuple(service.description.basis for service, _ in placed)
    if all(held <= allowed for _, held in placed):
        return Finding(requirement.id, Verdict.MET, basis=basis, why=f"The request names {placed[0][0].place}.")
    gap = gaps.ask(
        view, f"whether the service can be given in the plan's setting, {what}; the request names {placed[0][0].place}"
    )
    return Finding(
        requirement.id, Verdict.NOT_MET, basis=basis, gap=gap, why=f"The request names {placed[0][0].place}."
    )


def settings(text: str) -> frozenset[str]:
    """Give the settings a text names; "outpatient" alone is each of them that needs no bed."""
    bare = text.strip()
    if place_of_service.is_valid(bare):
        bare = place_of_service.compact(bare)
    found = {name for name, (pattern,) in _KINDS.items() if re.search(pattern, bare, re.IGNORECASE)}
    if re.search(r"\boutpatient\b", bare, re.IGNORECASE) and "outpatient hospital" not in found:
        found |= _WITHIN["outpatient"]
    return frozenset(found)
