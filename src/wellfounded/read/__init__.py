"""From a file to what it says: every reader tells how sure it is, and the surest reads."""

from wellfounded.model.determination import Kind, Reading
from wellfounded.model.document import Document
from wellfounded.plugin import modules
from wellfounded.read.text import document

__all__ = ["document", "read"]

READERS = "wellfounded.read.readers"
SURE = 0.3  # under this no reader has seen its own kind of document, and saying nothing is right


def read(document: Document) -> Reading:
    """Give what the surest reader reads; a document no reader knows is of kind `other` and states nothing.

    Two readers that are equally sure are taken in the order of their names, so that the answer is always the same.
    """
    sure, name = max(
        ((reader.score(document), reader.NAME) for reader in modules(READERS, "NAME", "score", "read")),
        key=lambda one: (one[0], [-ord(letter) for letter in one[1]]),
        default=(0.0, ""),
    )
    if sure < SURE:
        return Reading(document.source.id, Kind.OTHER)
    reader = next(one for one in modules(READERS, "NAME", "score", "read") if name == one.NAME)
    found: Reading = reader.read(document)
    return found
