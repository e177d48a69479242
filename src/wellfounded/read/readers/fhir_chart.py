"""A FHIR R4 bundle as evidence: partial, wrong and dangling resources give what they hold, and no more."""

from wellfounded.model.determination import Reading
from wellfounded.model.document import Document

NAME = "fhir_chart"
CHART = True  # it reads what a person filed as chart, and is asked only for that


def score(document: Document) -> float:
    """Say whether the document is a printed FHIR file: sure, or not at all."""
    return 1.0 if document.source.media == "application/fhir+json" else 0.0


def read(document: Document) -> Reading:
    """Read a printed bundle, and the notes attached to it as further pages."""
    from wellfounded.read.chart import bundle  # noqa: PLC0415 - 40 ms that any other document saves

    return bundle.read(document)
