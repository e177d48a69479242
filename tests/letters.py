"""A small letter of two sentences with its sources, for the tests of what is done to letters."""

from datetime import date

from wellfounded.model.basis import Attestation, Fact, Source, SourceId
from wellfounded.model.document import Document, Page
from wellfounded.model.letter import Enclosure, Letter, Paragraph, Row, Sentence
from wellfounded.model.parties import Organization, Practitioner

ATTESTED = Attestation("Dana Reyes", "coordinator", date(2026, 3, 16), "entered practitioner.name")


def note(name: str, *pages: str) -> Document:
    """Build a document of plain text with the pages given."""
    starts = [sum(len(page) for page in pages[:n]) for n in range(len(pages) + 1)]
    held = tuple(Page(n + 1, starts[n], starts[n + 1]) for n in range(len(pages)))
    return Document(Source(SourceId(name), name, "text/plain", len(pages)), "".join(pages), held)


CHART = note("chart/note.txt", "Progress note\nPHQ-9 total 22 today.\n", "Second page\nSertraline 200 mg, 10 weeks.\n")


def said(document: Document, words: str, number: int, text: str, voice: str = "ours") -> Sentence:
    """Build a sentence that rests on *words* of *document*."""
    at = document.text.index(words)
    return Sentence(text, (document.quote(at, at + len(words)),), number, voice)


def letter(**changes: object) -> Letter:
    """Build the letter, with *changes* to its fields."""
    first = said(CHART, "PHQ-9 total 22", 1, "Her PHQ-9 was 22.")
    second = said(CHART, "Sertraline 200 mg, 10 weeks", 2, "Sertraline 200 mg daily was taken for 10 weeks.")
    own = Sentence("I have known her for years.", (ATTESTED,), 3, "clinician")
    held = {
        "kind": "internal_appeal",
        "title": "Appeal of a denied service",
        "date": date(2026, 3, 20),
        "to": ("Alder Ridge Health", "P.O. Box 5170"),
        "by": ("fax", "(555) 555-0100"),
        "re": (("Patient", Fact("Jordan Ellis", ATTESTED)),),
        "salutation": "Dear Appeals Reviewer:",
        "paragraphs": (
            Paragraph("summary", "Request", (first,)),
            Paragraph("criteria", "How each criterion is met", (), (Row("IV.D", "Two trials", "Met", second),)),
            Paragraph("rationale", "", (own,)),
        ),
        "closing": "Sincerely,",
        "signer": Practitioner(name=Fact("Priya Raman", ATTESTED), credentials=Fact("MD", ATTESTED)),
        "letterhead": Organization(name=Fact("Harborlight", ATTESTED), address=("210 Lock Street",)),
        "enclosures": (Enclosure("A", "Progress note", CHART.source.id),),
        "sources": (CHART.source,),
    }
    return Letter(**(held | changes))
