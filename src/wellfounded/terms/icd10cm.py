"""ICD-10-CM: does a code exist, may it be billed, what is it called, what lies under it, and which code fits words.

The list is public (National Center for Health Statistics); `scripts/icd10cm.py` builds `icd10cm.sqlite` beside this
file. A code that takes a seventh character is stored once with its set of endings, not once per ending.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wellfounded.terms import InvalidCode, passes

if TYPE_CHECKING:
    import sqlite3

FILE = Path(__file__).with_suffix(".sqlite")
SHAPE = re.compile(r"[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?", re.ASCII)
LABEL = re.compile(r"(?i)^\s*(?:icd[\s\-]*10(?:[\s\-]*cm)?|dx)\s*(?:codes?)?\s*[:#]?|\s")
LISTED = (
    "SELECT code.code, code.title, code.billable, above.code FROM code LEFT JOIN code above ON above.id = code.parent"
)
ENDED = "FROM code JOIN ending ON ending.code_set = code.endings WHERE code.code = ?"


class Entry(NamedTuple):
    """One code: `billable` when a claim may carry it, `parent` the code above it, empty for a category."""

    code: str
    title: str
    billable: bool
    parent: str


@lru_cache(maxsize=1)
def _connection() -> "sqlite3.Connection":
    import sqlite3  # noqa: PLC0415 -- 8 ms that most commands never need

    uri = f"{FILE.as_uri()}?mode=ro&immutable=1"
    # Read only and immutable, so one connection may serve every thread of a process.
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def _entries(query: str, *values: str | int) -> tuple[Entry, ...]:
    rows = _connection().execute(query, values)
    return tuple(Entry(code, words, bool(may), parent or "") for code, words, may, parent in rows)


def compact(value: str) -> str:
    """Upper case with the dot where it belongs: `m0579` and `ICD-10: M05.79` are `M05.79`."""
    bare = LABEL.sub("", value).upper().replace(".", "").removesuffix("-").removesuffix("-")
    return f"{bare[:3]}.{bare[3:]}" if len(bare) > 3 else bare


def validate(value: str) -> str:
    """The code with its dot; raises `InvalidCode` when its shape is another. `exists` looks it up."""
    code = compact(value)
    if not SHAPE.fullmatch(code):
        raise InvalidCode("An ICD-10-CM code is a letter and two characters, then a dot and up to four more.")
    return code


def is_valid(value: str) -> bool:
    """Whether `value` has the shape of an ICD-10-CM code."""
    return passes(validate, value)


def edition() -> str:
    """The edition of the list, as in `2026-04-01`."""
    return str(_connection().execute("SELECT released FROM edition").fetchone()[0])


@lru_cache(maxsize=4096)
def find(value: str) -> tuple[Entry, ...]:
    """The entry in a tuple of one; empty when no such code is in the list."""
    code = compact(value)
    found = _entries(f"{LISTED} WHERE code.code = ?", code)
    if found:
        return found
    if len(code) != 8:
        return ()
    # The seventh character follows padding: T50.995A is T50.995 and A, M48.40XA is M48.40, X and A.
    query = f"SELECT ?, code.title || ', ' || ending.says, 1, code.code {ENDED} AND ending.letter = ?"
    stem = code[:-1]
    while len(stem) >= 3:
        found = _entries(query, code, stem.rstrip("."), code[-1])
        if found or stem[-1] not in "X.":
            return found
        stem = stem[:-1]
    return ()


def exists(value: str) -> bool:
    """Whether the list holds the code, billable or not."""
    return bool(find(value))


def billable(value: str) -> bool:
    """Whether a claim may carry the code: it exists and nothing more specific lies under it."""
    return any(entry.billable for entry in find(value))


def title(value: str) -> str:
    """The official title; raises `InvalidCode` when the list holds no such code."""
    for entry in find(value):
        return entry.title
    raise InvalidCode(
        f"ICD-10-CM has no such code in the edition of {edition()}.",
        hint="Search by the words of the diagnosis, or update the list.",
    )


def children(value: str) -> tuple[Entry, ...]:
    """The codes directly under a code, in order; empty when there are none."""
    code = compact(value)
    listed = _entries(f"{LISTED} WHERE above.code = ? ORDER BY code.code", code)
    if listed:
        return listed
    query = f"SELECT ending.letter, code.title || ', ' || ending.says {ENDED} ORDER BY ending.letter"
    stem = code if len(code) > 3 else f"{code}."
    return tuple(
        Entry(f"{stem:X<7}{letter}", words, billable=True, parent=code)
        for letter, words in _connection().execute(query, (code,))
    )


@lru_cache(maxsize=1024)
def search(words: str, limit: int = 10) -> tuple[Entry, ...]:
    """The codes whose title or listed synonyms hold every word (or its beginning), shortest title first."""
    terms = re.findall(r"[a-z0-9]+", words.lower())
    if not terms:
        return ()
    query = (
        f"{LISTED} JOIN words ON words.rowid = code.id WHERE words MATCH ?"
        " ORDER BY length(code.title), code.code LIMIT ?"
    )
    match = " ".join(f'"{term}"*' if len(term) > 2 else f'"{term}"' for term in terms)
    return _entries(query, match, limit)


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The code with its dot."""
    return validate(value)
