"""What the condition keeps the patient from doing, as the latest notes describe it."""

from collections.abc import Iterator

from wellfounded.argue.grounds._chart import held, latest_notes
from wellfounded.argue.view import View
from wellfounded.model.argument import Claim
from wellfounded.model.evidence import EvidenceKind

NOTES = 2


def claims(view: View) -> Iterator[Claim]:
    """Claim the function statements of the last two notes that make any, newest first."""
    for item in latest_notes(held(view, EvidenceKind.FUNCTION), NOTES):
        yield Claim("function", item.name, (item.basis,), evidence=(item,))
