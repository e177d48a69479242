"""What every format gives back: sheets of text, remarks on what was left out, and files found inside."""

from dataclasses import dataclass


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
