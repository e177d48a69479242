"""What every format gives back: sheets of text, remarks on what was left out, and files found inside."""

from dataclasses import dataclass
from typing import NamedTuple


class Word(NamedTuple):
    """A run of characters without white space. Places are points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    y: float  # the baseline
    size: float  # of the font
    first: int = -1  # index of its first character in the page's own count
    last: int = -1  # index of its last character
    confidence: float = 1.0


class Box(NamedTuple):
    """A rectangle on a page, in points from the page's upper left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as read: its text, and how it was come by."""

    text: str
    confidence: float = 1.0  # 1.0 where the characters are in the file, less where they were read from a picture
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a file, to be read by itself."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Paper:
    """A file as read. *remarks* say what was skipped, accepted or doubtful, without a word of the content."""

    media: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
