"""What structured sources share: the passage a printed resource is quoted by, its dates, and what its words mean."""

import re

from wellfounded.model.basis import Derivation
from wellfounded.model.coding import PartialDate, Quantity
from wellfounded.model.document import Document
from wellfounded.model.evidence import Outcome
from wellfounded.read.chart import effects
from wellfounded.wire.fhir import Field, Printed

_NUMBER = re.compile(r"(?P<cmp>[<>]=?)?\s*(?P<n>-?\d+(?:\.\d+)?)\s*(?P<u>.*)", re.DOTALL)
_NEVER = re.compile(
    r"\b(?:not (?:dispensed|taken|picked up|filled|started|administered)|never (?:taken|started|filled"
    r"|picked up|dispensed)|"
    r"declined|refused|did not (?:start|take|fill|pick up)|returned to stock|prior auth\w* denied|unfilled)\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    (
        r"\b(?:partial\w*|some|modest|limited|incomplete|minimal)\b[^.;]{0,20}\b(?:response|benefit|relief|effect"
        r"|improvement)\b"
    ),
    re.IGNORECASE,
)
_GOOD = re.compile(
    (
        r"\b(?:good|excellent|full|complete|sustained)\b[^.;]{0,15}\b(?:response|control|remission|effect|relief)\b"
        r"|\b(?:effective|remission|well controlled)\b"
    ),
    re.IGNORECASE,
)


def basis(document: Document, resource: Printed, *fields: Field | None) -> Derivation:
    """Quote the stretch of a printed resource that holds *fields*, with its kind and id where none is given."""
    held = [field for field in fields if field is not None]
    start = min((field.start - len(field.name) - 2 for field in held), default=resource.start)
    end = max((field.end for field in held), default=resource.end)
    return Derivation("chart.structured", (document.quote(start, end),))


def day(field: Field | None) -> PartialDate | None:
    """Read an ISO date with or without its time; None where there is none or it is wrong."""
    if field is None:
        return None
    try:
        return PartialDate.parse(field.value)
    except ValueError:
        return None


def first(resource: Printed, *names: str) -> Field | None:
    """Give the first field that bears one of *names*."""
    return next((field for name in names if (field := resource.get(name)) is not None), None)


def amount(text: str) -> Quantity | None:
    """Read "21 {score}", "<0.1 ng/mL"; None where it opens with no number."""
    match = _NUMBER.match(text.strip())
    if match is None:
        return None
    unit = re.sub(r"^\{.*\}$", "", match["u"].strip())
    return Quantity(float(match["n"]), unit, match["cmp"] or "=")


def never(words: str) -> bool:
    """Whether the words say that a treatment was not taken."""
    return _NEVER.search(words) is not None


def outcome(words: str) -> Outcome:
    """Say what the words tell of a treatment's effect."""
    if _PARTIAL.search(words):
        return Outcome.PARTIAL
    kind = effects.meaning(words)
    if kind == "harm":
        return Outcome.INTOLERANT
    if kind == "no_gain":
        return Outcome.FAILED
    return Outcome.EFFECTIVE if _GOOD.search(words) else Outcome.UNKNOWN
