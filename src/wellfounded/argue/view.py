"""What one strategy sees: the case, the policy with its findings, the rights, and the reason it must answer."""

from dataclasses import dataclass
from datetime import date

from wellfounded.model.case import Case
from wellfounded.model.criteria import Policy
from wellfounded.model.determination import REFUSALS, Reading, ReasonKind
from wellfounded.model.finding import Match
from wellfounded.model.law import Right
from wellfounded.packs import Library


@dataclass(frozen=True, slots=True)
class View:
    """Everything known on the day *on*; *reason* is the one refusal being answered, None where there is none yet."""

    case: Case
    policy: Policy | None
    match: Match | None
    rights: tuple[Right, ...]
    library: Library
    on: date
    reason: ReasonKind | None = None

    @property
    def denial(self) -> Reading | None:
        """The latest refusal in the case, or None for a first request."""
        return self.case.reading(*REFUSALS)

    def reasons(self) -> tuple[ReasonKind, ...]:
        """Give the reasons of the refusal in the order it states them, each once; *other* where it states none."""
        if self.denial is None:
            return ()
        known = {kind.value: kind for kind in ReasonKind}
        stated = [known[str(field.value)] for field in self.denial.all("reason") if str(field.value) in known]
        return tuple(dict.fromkeys(stated)) or (ReasonKind.OTHER,)
