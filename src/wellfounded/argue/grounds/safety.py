"""Safety concerns, and their explicit absence, as the latest note that speaks of them records them."""

from collections.abc import Iterator

from wellfounded.argue.grounds._chart import day, latest_notes
from wellfounded.argue.view import View
from wellfounded.model.argument import Claim
from wellfounded.model.evidence import EvidenceKind

NOTES = 2


def claims(view: View) -> Iterator[Claim]:
    """Claim each safety statement of the last two notes that make any; a denial of risk is kept as such."""
    found = tuple(
        item
        for item in sorted(view.case.evidence, key=day)
        if item.kind is EvidenceKind.SAFETY
        and item.assertion.experiencer == "patient"
        and item.assertion.time in {"current", "historical"}
        and day(item) <= view.on
    )
    for item in latest_notes(found, NOTES):
        yield Claim("safety", item.name, (item.basis,), (("polarity", item.assertion.polarity),), (item,))
