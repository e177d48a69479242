"""Where passages stand on a page that is a picture: the page is read anew for them."""

from collections.abc import Sequence
from pathlib import Path

from wellfounded.clinic.showing.held import data
from wellfounded.model.basis import Quote
from wellfounded.model.document import Document
from wellfounded.read import places
from wellfounded.wire.words import Box


def found(folder: Path, document: Document, number: int, quotes: Sequence[Quote]) -> list[list[Box]]:
    """Give the boxes of each of *quotes* on page *number* (from 1) of a paper of the case in *folder*.

    In points from the page's upper left corner for a PDF, in dots for a picture file.
    """
    return places.boxes(document, data(folder, document), number, quotes)
