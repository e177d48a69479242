"""What stands in a policy and does not count for this request, under headings that say why."""

from dataclasses import dataclass, field

from wellfounded.clinic.showing.links import Passage, passage
from wellfounded.model.case import Case
from wellfounded.model.criteria import Policy, Requirement, requirements

# Why a part does not count: what the heading says of it.
WHY = {
    "other": "For another drug or indication than the one asked for",
    "first": "Asked of a first request; this one asks to go on",
    "continuation": "Asked when the treatment goes on; this is a first request",
}
PARTS = {
    "approval": "how long an approval lasts",
    "definitions": "explains words",
    "codes": "codes for billing",
    "background": "general information",
    "references": "literature",
    "history": "changes of the policy",
    "documents": "what to send with a request",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """One heading with what is folded under it: words, and where they stand."""

    why: str
    rows: list[tuple[str, Passage | None]] = field(default_factory=list)


def folded(policy: Policy, case: Case, token: str) -> list[Folded]:
    """Give each group that does not count, then the parts that ask nothing of the patient."""
    held = [(each.why, each.title, each.of) for each in policy.aside if each.of]
    if policy.continuation is not None and policy.continuation != policy.root:
        held.insert(0, ("continuation", "", tuple(requirements(policy.continuation))))
    out = [Folded(_heading(why, title), [_row(leaf, case, token) for leaf in leaves]) for why, title, leaves in held]
    parts = [each for each in policy.aside if not each.of and each.why in PARTS]
    if parts:
        rows = [
            (f"{each.title}: {PARTS[each.why]}", passage(each.quote, case, token) if each.quote else None)
            for each in parts
        ]
        out.append(Folded("Parts of the policy that ask nothing of the patient", rows))
    return out


def _heading(why: str, title: str) -> str:
    if why == "removed":
        return f"Taken out by a person: {title}"
    said = WHY.get(why, why)
    return f"{said}: {title}" if title and why == "other" else said


def _row(leaf: Requirement, case: Case, token: str) -> tuple[str, Passage | None]:
    words = f"{leaf.label} {' '.join(leaf.text.split())}".strip()
    return words, passage(leaf.quote, case, token) if leaf.quote else None
