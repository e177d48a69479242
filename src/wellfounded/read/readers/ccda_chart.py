"""A C-CDA document as evidence: its sections and tables are read as a note's are."""

from wellfounded.model.determination import Reading
from wellfounded.model.document import Document
from wellfounded.read.readers import clinic_note

NAME = "ccda_chart"
CHART = True  # it reads what a person filed as chart, and is asked only for that


def score(document: Document) -> float:
    """Say whether the document is a printed C-CDA: sure, or not at all."""
    return 1.0 if document.source.media == "application/cda+xml" else 0.0


def read(document: Document) -> Reading:
    """Read the printed header, sections and tables."""
    return clinic_note.read(document)
