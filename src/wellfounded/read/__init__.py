"""From a file to what it says: every reader tells how sure it is, and the surest reads."""

from types import ModuleType

from wellfounded.model.determination import Kind, Reading
from wellfounded.model.document import Document
from wellfounded.plugin import modules
from wellfounded.read.family import family
from wellfounded.read.merge import merge
from wellfounded.read.picture import picture
from wellfounded.read.text import attached, document, every

__all__ = ["attached", "document", "every", "merge", "picture", "read", "read_chart"]

READERS = "wellfounded.read.readers"
SURE = 0.3  # under this no reader has seen its own kind of document, and saying nothing is right
OWN = 0.35  # what a reader's own score weighs beside the family that the paper's words were learned to tell


def read(document: Document) -> Reading:
    """Give what the surest reader reads; a document no reader knows is of kind `other` and states nothing.

    Two readers that are equally sure are taken in the order of their names, so that the answer is always the same.
    """
    return _surest(document, modules(READERS, "NAME", "score", "read"), SURE)


def read_chart(document: Document) -> Reading:
    """Give what a document that a person filed as chart shows: only readers of charts are asked, however unsure."""
    readers = modules(READERS, "NAME", "score", "read")
    return _surest(document, tuple(reader for reader in readers if getattr(reader, "CHART", False)), 0.0)


def _surest(document: Document, readers: tuple[ModuleType, ...], least: float) -> Reading:
    scored = [(_score(document, reader), reader) for reader in readers]
    sure, surest = max(scored, key=lambda one: one[0], default=(0.0, None))
    if surest is None or sure < least:
        return Reading(document.source.id, Kind.OTHER)
    found: Reading = surest.read(document)
    return found


def _score(document: Document, reader: ModuleType) -> float:
    """Give a reader's own score; for a reader of one family of papers, with how likely the paper is of that family.

    A reader that sees nothing of its own is not persuaded: an article about refusals is none.
    """
    own: float = reader.score(document)
    likely = family(document) if own and hasattr(reader, "FAMILY") else {}
    return OWN * own + (1 - OWN) * likely.get(reader.FAMILY, 0.0) if likely else own
