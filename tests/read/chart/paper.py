"""A document made of a text, for tests that read one."""

from wellfounded.model.basis import Source, SourceId
from wellfounded.model.document import Document, Page


def paper(text: str, media: str = "text/plain") -> Document:
    """Give *text* as a document of one page."""
    return Document(Source(SourceId("a" * 64), "note.txt", media, 1), text, (Page(1, 0, len(text)),))
