"""Problems shown on the letter itself: comments in a Word file, highlights in a PDF."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from wellfounded.errors import InputError
from wellfounded.model.document import Document
from wellfounded.model.letter import Problem, Severity
from wellfounded.wire import docx_comments, pdf, pdf_notes
from wellfounded.wire.docx import MEDIA as WORD

COLOURS = {Severity.ERROR: (1.0, 0.72, 0.68), Severity.WARNING: (1.0, 0.89, 0.55), Severity.NOTE: (0.75, 0.88, 1.0)}


def annotated(path: Path, data: bytes, document: Document, problems: Iterable[Problem], on: date) -> bytes:
    """Give the file at *path* with each problem on its words; raises InputError where it is neither Word nor PDF."""
    if document.source.media == WORD:
        notes = [docx_comments.Note(problem.span, words(problem)) for problem in problems]
        return docx_comments.annotated(data, document.text, notes, on)
    if document.source.media == "application/pdf":
        return pdf_notes.annotated(data, _on_pages(data, document, list(problems)))
    raise InputError(f"{path} takes no notes", hint="Give a Word file or a PDF.")


def words(problem: Problem) -> str:
    """Give a problem as one line for a margin."""
    return f"{problem.code} {problem.severity.value}: {problem.message}. {problem.fix}".strip()


def _on_pages(data: bytes, document: Document, problems: list[Problem]) -> Iterator[pdf_notes.Note]:
    """Give each problem its page and boxes; on a page that is a picture, and where it runs over two, no boxes."""
    passages: dict[int, list[tuple[int, int]]] = {}
    pages = [document.page(problem.span[0]) for problem in problems]
    for problem, page in zip(problems, pages, strict=True):
        first, last = (len("".join(document.text[page.start : at].split())) for at in problem.span)
        passages.setdefault(page.number, []).append((first, last))
    boxes = {number: iter(found) for number, found in pdf.boxes_by_page(data, passages).items()}
    for problem, page in zip(problems, pages, strict=True):
        yield pdf_notes.Note(page.number, next(boxes[page.number]), words(problem), COLOURS[problem.severity])
