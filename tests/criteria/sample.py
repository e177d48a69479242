"""A text as the document it would be read from."""

import hashlib

from wellfounded.criteria.passage import Passage
from wellfounded.model.basis import Source, SourceId
from wellfounded.model.criteria import AtLeast, Criterion, Not, Requirement
from wellfounded.model.document import Document, Page


def document(text: str) -> Document:
    pages, offset = [], 0
    for number, part in enumerate(text.split("\f"), 1):
        pages.append(Page(number, offset, offset + len(part)))
        offset += len(part) + 1
    source = Source(SourceId(hashlib.sha256(text.encode()).hexdigest()), "policy.txt", "text/plain", len(pages))
    return Document(source, text, tuple(pages))


def passage(text: str) -> Passage:
    return Passage.of(text, 0)


def tree(node: Criterion | None) -> object:
    """A criterion as nested tuples: an operator with its parts, or a requirement's words."""
    if node is None:
        return None
    if isinstance(node, Requirement):
        return node.text
    if isinstance(node, Not):
        return ("not", tree(node.of))
    name = f"at least {node.n}" if isinstance(node, AtLeast) else type(node).__name__.lower()
    return (name, *(tree(part) for part in node.of))
