"""What the condition keeps the patient from doing, as the latest notes describe it."""

from collections.abc import Iterator

from wellfounded.argue.grounds._chart import held, latest_notes
from wellfounded.argue.view import View
from wellfounded.model.argument import Claim
from wellfounded.model.evidence import EvidenceKind

NOTES = 2


def claims(view: View) -> Iterator[Claim]:
    """Claim the function statements of the last two notes that make any, newest first."""
    agents = {item.trial.ingredient.lower() for item in view.case.evidence if item.trial is not None}
    told = [item for item in held(view, EvidenceKind.FUNCTION) if not _of_drug(item.statement, agents)]
    for item in latest_notes(tuple(told), NOTES):
        yield Claim("function", item.name, (item.basis,), evidence=(item,))


def _of_drug(statement: str, agents: set[str]) -> bool:
    """Whether a line tells how a drug was borne, which is not what the condition keeps the patient from doing."""
    return any(agent in statement.lower() for agent in agents)
