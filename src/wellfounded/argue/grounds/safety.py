"""Safety concerns, and their explicit absence, as the latest note that speaks of them records them."""

import re
from collections.abc import Iterator

from wellfounded.argue.grounds._chart import day, decisive, latest_notes
from wellfounded.argue.view import View
from wellfounded.model.argument import Claim
from wellfounded.model.evidence import EvidenceKind

NOTES = 2
# Who asked for a paper about it tells of no concern.
PAPERWORK = re.compile(r"\b(?:asked|asks|wants) (?:me|us) (?:to write|for a (?:letter|form))\b", re.IGNORECASE)


def claims(view: View) -> Iterator[Claim]:
    """Claim each safety statement of the last two notes that make any; a denial of risk is kept as such.

    Where the condition is none of the mind (ICD-10 chapter F) and no criterion asks, "no SI" says nothing.
    """
    found = tuple(
        item
        for item in sorted(view.case.evidence, key=day)
        if item.kind is EvidenceKind.SAFETY
        and item.assertion.experiencer == "patient"
        and item.assertion.time in {"current", "historical"}
        and day(item) <= view.on
        and not PAPERWORK.search(item.statement)
    )
    asked = decisive(view)
    mental = any(fact.value.code[:1] == "F" for fact in view.case.diagnoses)
    found = tuple(item for item in found if mental or item.assertion.polarity == "affirmed" or item in asked)
    for item in latest_notes(found, NOTES):
        yield Claim("safety", item.name, (item.basis,), (("polarity", item.assertion.polarity),), (item,))
