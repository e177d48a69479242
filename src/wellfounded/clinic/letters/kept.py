"""A letter as a version keeps it, and as it comes back."""

import hashlib
from dataclasses import replace
from functools import lru_cache

import msgspec

from wellfounded.clinic.letters.lines import numbered
from wellfounded.clinic.models import Version
from wellfounded.model.letter import Letter
from wellfounded.record import noun, plain


def content(letter: Letter) -> str:
    """Give the letter as the text of letter.json, the same text for the same letter."""
    return msgspec.json.format(msgspec.json.encode(plain(letter)), indent=2).decode() + "\n"


def digest(text: str) -> str:
    """Give the sha-256 a signature is bound to."""
    return hashlib.sha256(text.encode()).hexdigest()


def root(letter: Letter) -> str:
    """Give the digest of a composed letter without clinicians' own words: an edited letter is known to grow from it.

    Words that a person adds to the case, and the letter holds already, are no change of the case.
    """
    ours = (replace(p, sentences=tuple(s for s in p.sentences if s.voice == "ours")) for p in letter.paragraphs)
    return digest(content(numbered(replace(letter, paragraphs=tuple(p for p in ours if p.sentences or p.rows)))))


def letter(version: Version) -> Letter:
    """Give the letter of one version."""
    return _letter(version.hash, version.content)


@lru_cache(maxsize=32)
def _letter(_: str, text: str) -> Letter:
    return noun(msgspec.json.decode(text), Letter)
