"""A text as the document it would be read from."""

import hashlib

from wellfounded.model.basis import Source, SourceId
from wellfounded.model.document import Document, Page


def document(text: str) -> Document:
    pages, offset = [], 0
    for number, part in enumerate(text.split("\f"), 1):
        pages.append(Page(number, offset, offset + len(part)))
        offset += len(part) + 1
    source = Source(SourceId(hashlib.sha256(text.encode()).hexdigest()), "policy.txt", "text/plain", len(pages))
    return Document(source, text, tuple(pages))
