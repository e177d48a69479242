"""What was read of files seen before: a case that is opened again after one answer reads only what is new."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

from wellfounded.model.determination import Reading
from wellfounded.model.document import Document

T = TypeVar("T")

Documents = tuple[Document, ...]
Told = Callable[[str], None]


class Memory:
    """Documents by path and bytes, readings by document; the oldest go when more than *most* files are held."""

    def __init__(self, most: int = 400, told: Told | None = None) -> None:
        """Start empty; *told* hears the path of each file before it is read, for whoever waits."""
        self._most, self.told = most, told
        self._documents: OrderedDict[tuple[str, str], Documents] = OrderedDict()
        self._readings: OrderedDict[tuple[str, str], Reading] = OrderedDict()

    def every(self, path: str, data: bytes, read: Callable[[str, bytes], Documents]) -> Documents:
        """Give the documents in a file, read anew only where its path or its bytes are new."""
        key = path, hashlib.sha256(data).hexdigest()
        held = self._documents.get(key)
        if held is None:
            if self.told is not None:
                self.told(path)
            held = self._documents[key] = read(path, data)
        _use(self._documents, key, self._most)
        return held

    def reading(self, document: Document, read: Callable[[Document], Reading]) -> Reading:
        """Give what a document states, read anew only where the document is new."""
        key = document.source.path, document.source.id
        held = self._readings.get(key)
        if held is None:
            held = self._readings[key] = read(document)
        _use(self._readings, key, self._most)
        return held


def _use(held: OrderedDict[tuple[str, str], T], key: tuple[str, str], most: int) -> None:
    held.move_to_end(key)
    while len(held) > most:
        held.popitem(last=False)
