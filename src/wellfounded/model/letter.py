"""The letter: paragraphs of sentences, each resting on something; and the problems a check may find in one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wellfounded.errors import UnsupportedSentence
from wellfounded.model.basis import Basis, Fact, Quote, Source, quotes
from wellfounded.model.parties import Organization, Practitioner


class Severity(StrEnum):
    """How bad a problem is: an error keeps a letter from being signed."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a letter: where, why, and what to do. FHIR: OperationOutcome.issue."""

    code: str
    severity: Severity
    message: str
    span: tuple[int, int]  # character offsets in the letter's text
    fix: str = ""  # what to do, in words
    replacement: str | None = None  # the words to stand at *span* where only one text can be right: a safe fix


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and what it rests on. Neither can be had without the other. FHIR: Provenance.target."""

    text: str
    basis: tuple[Basis, ...]
    number: int = 0  # from 1, in the letter's order; 0 before it stands in a letter
    voice: str = "ours"  # ours, clinician (kept verbatim)

    def __post_init__(self) -> None:
        """Refuse a sentence that rests on nothing."""
        if not self.basis:
            raise UnsupportedSentence(
                "a sentence was written with no basis", hint="Give it a quote, a rule or a person."
            )

    @property
    def quotes(self) -> Iterator[Quote]:
        """The passages under this sentence, however deep."""
        for basis in self.basis:
            yield from quotes(basis)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the criteria table: the plan's number and words, the verdict, and the sentence that shows it."""

    label: str
    requirement: str
    verdict: str
    shows: Sentence


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of the letter: a heading (may be empty), its sentences, and a table where the part is one."""

    part: str  # the letter pack's name for it: summary, history, trials, criteria, rationale, ...
    heading: str
    sentences: tuple[Sentence, ...] = ()
    rows: tuple[Row, ...] = ()
    bullets: bool = False
    numbered: bool = False  # of a list: its items are counted, for a reader to answer each


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A document that goes with the letter, under its exhibit letter."""

    exhibit: str
    title: str
    source: str  # SourceId, or an empty string for a form of ours
    pages: tuple[int, ...] = ()  # the pages that are enclosed; empty means all
    length: int = 0  # pages of the whole document; 0 where nobody counted


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of medical necessity, an appeal or a request. FHIR: Composition."""

    kind: str  # the letter pack's id: prior_authorization, internal_appeal, criteria_request, ...
    title: str
    date: date
    to: tuple[str, ...]  # address lines
    by: tuple[str, ...]  # the route and its address: ("fax", "555-0100")
    re: tuple[tuple[str, Fact[str]], ...]  # label and value of each reference line
    salutation: str
    paragraphs: tuple[Paragraph, ...]
    closing: str
    signer: Practitioner
    letterhead: Organization
    enclosures: tuple[Enclosure, ...] = ()
    sources: tuple[Source, ...] = ()
    packs: tuple[tuple[str, str], ...] = ()  # pack id and the hash of its text
    language: str = "en"
    unsigned_because: tuple[str, ...] = ()  # what is missing; a letter with any cannot be signed

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sentence in order, those of the criteria table among them."""
        for paragraph in self.paragraphs:
            yield from paragraph.sentences
            for row in paragraph.rows:
                yield row.shows

    @property
    def text(self) -> str:
        """The letter as plain text, in which a problem's span counts."""
        lines = [
            *self.to,
            "",
            *(f"{label}: {fact.value}" for label, fact in self.re),
            "",
            self.salutation,
            "",
        ]
        for paragraph in self.paragraphs:
            if paragraph.heading:
                lines += [paragraph.heading, ""]
            if paragraph.sentences:
                joint = "\n" if paragraph.bullets else " "
                lines += [joint.join(sentence.text for sentence in paragraph.sentences), ""]
            for row in paragraph.rows:
                lines += [f"{row.label} {row.requirement} [{row.verdict}] {row.shows.text}".strip()]
            if paragraph.rows:
                lines += [""]
        return "\n".join([*lines, self.closing])


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter from elsewhere: its text and where its sentences stand; nothing in it has a basis yet."""

    source: Source
    text: str
    spans: tuple[tuple[int, int], ...]  # one per sentence


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one sentence when a person edited the letter.

    *what*: reworded (the same passages still carry it), founded (it reads as a paper, or the letter before, does, and
    rests on that), attested (it is now the signer's word), unfounded (new, with no source: left out), removed.
    """

    what: str
    text: str  # as it now reads; empty where it was removed
    was: str = ""  # as it read before; empty where it is new
    why: str = ""  # for one that is unfounded: what no passage under it states


@dataclass(frozen=True, slots=True)
class Reworded:
    """A letter as a language model would have it read: what was taken, and why the rest was not."""

    letter: Letter
    taken: int = 0
    refused: tuple[tuple[int, str], ...] = ()  # number of the sentence, and the reason
    down: str = ""  # why the model gave nothing at all
