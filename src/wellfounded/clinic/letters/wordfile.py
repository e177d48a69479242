"""A Word file of the letter taken back: what a person changed there is checked like words typed here."""

import io
import zipfile

from wellfounded import read
from wellfounded.clinic.showing.papers import ONE_AT_A_TIME
from wellfounded.errors import InputError

TRACKED = (b"<w:ins ", b"<w:del ", b"<w:moveFrom ")


def text(name: str, data: bytes) -> str:
    """Give the text of the edited file; raises InputError where it still holds tracked changes."""
    if data.startswith(b"PK") and _tracked(data):
        raise InputError(
            "the file holds tracked changes", hint="Accept or reject them in Word and save, then bring it back."
        )
    with ONE_AT_A_TIME:
        return read.document(name, data).text


def _tracked(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as held:
            body = held.read("word/document.xml")
    except (zipfile.BadZipFile, KeyError, OSError):
        return False  # the reader says what is wrong with the file
    return any(tag in body for tag in TRACKED)
