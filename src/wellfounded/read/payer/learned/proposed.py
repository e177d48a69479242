"""What rules and the tagger propose for each name, each value once, with who proposes it and how sure the tagger is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from wellfounded.model.determination import CriterionCited, Field, FieldValue, Kind, Window
from wellfounded.read.payer.learned.cited import Cited
from wellfounded.read.payer.learned.values import Learned

REQUEST = (
    "amount", "authorization_number", "claim_number", "code", "criterion_cited", "delegate", "diagnosis", "member_id",
    "notice_date", "patient_name", "payer", "reference_number", "request_date", "service", "service_date", "units",
)  # fmt: skip
APPEAL = ("appeal_address", "appeal_deadline", "appeal_fax", "appeal_phone", "appeal_window")
PERIOD = ("valid_from", "valid_to")
LEAST = 0.12  # under this the tagger proposes nothing
ALIKE = 0.8  # share of words from which two values are one


@dataclass(frozen=True, slots=True)
class Proposed:
    """A value, whether rules found it (its place among theirs, from 1; 0 for none), how sure the tagger is (0..1)."""

    field: Field
    ruled: int
    sure: float
    cited: Cited | None = None

    @property
    def source(self) -> str:
        """Who proposes it."""
        return ("both" if self.sure else "rule") if self.ruled else "tag"


def proposed(
    ruled: Sequence[Field], learned: Iterable[Learned], cited: Iterable[Cited], kinds: frozenset[Kind]
) -> tuple[Proposed, ...]:
    """Give every proposed value that fits one of the *kinds*, those of rules first; a value that both give is one."""
    found: list[Proposed] = []
    places: dict[str, int] = {}
    for field in ruled:
        places[field.name] = places.get(field.name, 0) + 1
        if not any(_equal(one.field, field) for one in found):
            found.append(Proposed(field, places[field.name], 0.0))
    fits = set(_fitting(kinds))
    for other in learned:
        if other.field.name not in fits or other.sure < LEAST:
            continue
        at = next((at for at, one in enumerate(found) if _equal(one.field, other.field)), None)
        if at is None:
            found.append(Proposed(other.field, 0, other.sure))
        else:
            found[at] = replace(found[at], sure=max(found[at].sure, other.sure))
    for one in cited:
        at = next((at for at, held in enumerate(found) if _equal(held.field, one.field)), None)
        if at is None:
            found.append(Proposed(one.field, 0, one.sure, one))
        elif found[at].cited is None:
            found[at] = replace(found[at], sure=max(found[at].sure, one.sure), cited=one)
    return tuple(found)


def _fitting(kinds: frozenset[Kind]) -> Iterator[str]:
    yield from REQUEST
    if kinds & {Kind.DENIAL, Kind.PARTIAL_APPROVAL, Kind.EOB}:
        yield from APPEAL
    if kinds & {Kind.APPROVAL, Kind.PARTIAL_APPROVAL}:
        yield from PERIOD
    if kinds & {Kind.PEND, Kind.INFORMATION_REQUEST}:
        yield "response_due"


def _equal(one: Field, other: Field) -> bool:
    return one.name == other.name and str(one.value).lower() == str(other.value).lower()


def alike(one: FieldValue, other: FieldValue) -> bool:
    """Whether two values say the same: equal, or with most of their words in common."""
    if isinstance(one, Window) and isinstance(other, Window):
        return (one.n, one.unit.rstrip("s")) == (other.n, other.unit.rstrip("s"))
    if isinstance(one, CriterionCited) and isinstance(other, CriterionCited):
        one, other = (f"{cited.title} {cited.number} {cited.section}" for cited in (one, other))
    if isinstance(one, str) and isinstance(other, str):
        left, right = _words(one), _words(other)
        return bool(left and right) and len(left & right) / min(len(left), len(right)) >= ALIKE
    return one == other


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))
