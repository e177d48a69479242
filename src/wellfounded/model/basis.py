"""What a statement rests on.

A basis is a tree. Its leaves are only ever a passage someone can open (Quote), an authority someone
can look up (Citation), or a person who says so (Attestation); its branches are named rules
(Derivation). The four map onto PROV-O: quotation, primary source, attribution, derivation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, NewType, TypeVar

from wellfounded.errors import BrokenQuote

SourceId = NewType("SourceId", str)  # sha-256 of the bytes as received


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was received. FHIR: DocumentReference."""

    id: SourceId
    path: str  # as the person named it, or relative to the case folder
    media: str  # media type, from the bytes and not from the name
    pages: int


@dataclass(frozen=True, slots=True)
class Span:
    """Where in a source: character offsets into its text, and the page for people. W3C TextPositionSelector."""

    source: SourceId
    start: int
    end: int
    page: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of a source, word for word. W3C TextQuoteSelector."""

    exact: str
    at: Span
    confidence: float = 1.0  # lower where optical reading was unsure

    def verify(self, text: str) -> None:
        """Raise BrokenQuote unless *text* still reads this way at this place."""
        if not self.exact or text[self.at.start : self.at.end] != self.exact:
            raise BrokenQuote(
                f"source {self.at.source[:12]} no longer reads as quoted at {self.at.start}-{self.at.end}",
                hint="Read the source again; it was replaced or scanned anew.",
            )


@dataclass(frozen=True, slots=True)
class Citation:
    """An authority, to the paragraph, as it stood on a day."""

    authority: str
    url: str
    as_of: date
    tier: str = "primary"  # primary, quoted-reg, secondary, memory
    pack: str = ""  # the id of the pack that holds it
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Attestation:
    """A named person's word, given on a day."""

    by: str
    role: str
    on: date
    says: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """A conclusion a named rule drew from other bases."""

    rule: str
    of: tuple["Basis", ...]


Basis = Quote | Citation | Attestation | Derivation

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """A value and what it rests on. Nothing crosses from room to room without one."""

    value: T_co
    basis: Basis


def leaves(basis: Basis) -> Iterator[Quote | Citation | Attestation]:
    """Walk down to what can be opened, looked up or asked."""
    if isinstance(basis, Derivation):
        for part in basis.of:
            yield from leaves(part)
    else:
        yield basis


def quotes(basis: Basis) -> Iterator[Quote]:
    """Give the passages under *basis*, however deep, a citation's own passage among them."""
    if isinstance(basis, Quote):  # nearly every basis is one passage
        yield basis
        return
    for leaf in leaves(basis):
        if isinstance(leaf, Quote):
            yield leaf
        elif isinstance(leaf, Citation) and leaf.quote is not None:
            yield leaf.quote
