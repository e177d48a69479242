"""Rules and what was learned, together: which of the two is believed for each name, as labelled papers showed.

The numbers are how sure the tagger must be, chosen on 260 papers that neither had seen (`scripts/learn_payer.py`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from wellfounded.model.determination import CriterionCited, Field, FieldValue, Kind, Window
from wellfounded.read.payer.learned.values import Learned
from wellfounded.read.payer.paper import Paper

SILENT = {  # the tagger speaks where no rule did
    "amount": 0.9,
    "appeal_address": 0.85,
    "appeal_deadline": 0.85,
    "appeal_fax": 0.9,
    "appeal_window": 0.4,
    "authorization_number": 0.5,
    "claim_number": 0.5,
    "delegate": 0.5,
    "member_id": 0.6,
    "notice_date": 0.5,
    "patient_name": 0.5,
    "payer": 0.4,
    "reference_number": 0.6,
    "request_date": 0.7,
    "response_due": 0.85,
    "service": 0.6,
    "service_date": 0.9,
    "valid_from": 0.8,
    "valid_to": 0.9,
}
SURER = {"appeal_window": 0.5, "payer": 0.9, "service": 0.8}  # than any rule
BESIDE = {"code": 0.7}  # both are believed
BOTH = {"diagnosis": 0.6}  # a rule alone is believed only where it names a code
MANY = ("amount", "claim_number", "reference_number", "service_date")
REQUEST = (
    "amount", "authorization_number", "claim_number", "code", "delegate", "diagnosis", "member_id", "notice_date",
    "patient_name", "payer", "reference_number", "request_date", "service", "service_date",
)  # fmt: skip
APPEAL = ("appeal_address", "appeal_deadline", "appeal_fax", "appeal_window")
PERIOD = ("valid_from", "valid_to")
CODE = re.compile(r"[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?")  # of ICD-10
ALIKE = 0.8  # share of words from which two values are one


def together(paper: Paper, ruled: Sequence[Field], learned: Iterable[Learned], kind: Kind) -> tuple[Field, ...]:
    """Give the fields that are believed, of both, in no order; the tagger says only what fits the *kind*."""
    fits = set(_fitting(kind))
    taught: dict[str, list[Learned]] = {}
    for one in learned:
        if one.field.name in fits:
            taught.setdefault(one.field.name, []).append(one)
    names = dict.fromkeys([*(field.name for field in ruled), *taught])
    return tuple(
        field
        for name in names
        for field in _believed(paper, name, [one for one in ruled if one.name == name], taught.get(name, []))
    )


def _fitting(kind: Kind) -> Iterator[str]:
    yield from REQUEST
    if kind in {Kind.DENIAL, Kind.PARTIAL_APPROVAL, Kind.EOB}:
        yield from APPEAL
    if kind in {Kind.APPROVAL, Kind.PARTIAL_APPROVAL}:
        yield from PERIOD
    if kind in {Kind.PEND, Kind.INFORMATION_REQUEST}:
        yield "response_due"


def _believed(paper: Paper, name: str, ruled: list[Field], learned: list[Learned]) -> list[Field]:
    best = learned[0] if learned else None
    if best is None:
        return [field for field in ruled if name not in BOTH or CODE.fullmatch(str(field.value))]
    if ruled and name in SURER:
        agreed = any(_same(field.value, best.field.value) for field in ruled)
        return ruled if agreed or best.sure < SURER[name] else [best.field]
    if name in BESIDE:
        return ruled + [
            one.field
            for one in learned
            if one.sure >= BESIDE[name] and not any(_same(field.value, one.field.value) for field in ruled)
        ]
    if name in BOTH:
        agreed_on = [field for field in ruled if any(_same(field.value, one.field.value) for one in learned)]
        coded = [field for field in ruled if CODE.fullmatch(str(field.value))]
        return agreed_on or ([best.field] if best.sure >= BOTH[name] else coded)
    if name == "criterion_cited":
        return [_joined(paper, field, learned) for field in ruled]
    if ruled or name not in SILENT:
        return ruled
    sure = [one.field for one in learned if one.sure >= SILENT[name]]
    return sure if name in MANY else sure[:1]


def _joined(paper: Paper, field: Field, learned: list[Learned]) -> Field:
    """Give a citation with the parts that the tagger found of the same one: the longer title, and what is missing."""
    cited = field.value
    for one in learned:
        other = one.field.value
        if isinstance(cited, CriterionCited) and isinstance(other, CriterionCited) and _of_one(cited, other):
            title = max(cited.title, other.title, key=len) if _same(cited.title, other.title) else cited.title
            whole = CriterionCited(title or other.title, cited.number or other.number, cited.section or other.section)
            start = min(field.basis.at.start, one.field.basis.at.start)
            return Field(field.name, whole, paper.quote(start, max(field.basis.at.end, one.field.basis.at.end)))
    return field


def _of_one(one: CriterionCited, other: CriterionCited) -> bool:
    if one.number and other.number:
        return _same(one.number, other.number)
    return bool(one.title and other.title) and _same(one.title, other.title)


def _same(one: FieldValue, other: FieldValue) -> bool:
    """Whether two values say the same: equal, or with most of their words in common."""
    if isinstance(one, Window) and isinstance(other, Window):
        return (one.n, one.unit.rstrip("s")) == (other.n, other.unit.rstrip("s"))
    if isinstance(one, str) and isinstance(other, str):
        left, right = _words(one), _words(other)
        return bool(left and right) and len(left & right) / min(len(left), len(right)) >= ALIKE
    return one == other


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))
