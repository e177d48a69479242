"""What an audit has found so far, in one file: it can go on after an interruption, and hold little in memory."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from wellfounded.check.across.traces import Trace, digest

ROWS = 4  # bins of a band, of 16: letters alike in 8 of 10 shingles share a band in 999 of 1,000 cases

SHAPE = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS letter (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, size INTEGER, changed INTEGER, why TEXT,
    patient INTEGER, member INTEGER, born INTEGER, bins BLOB
);
CREATE TABLE IF NOT EXISTS problem (letter INTEGER, code TEXT, severity TEXT, line INTEGER, message TEXT);
CREATE TABLE IF NOT EXISTS met (letter INTEGER, kind TEXT, key INTEGER, line INTEGER);
CREATE TABLE IF NOT EXISTS told (letter INTEGER, key INTEGER, line INTEGER);
CREATE TABLE IF NOT EXISTS band (key INTEGER, letter INTEGER);
CREATE INDEX IF NOT EXISTS letter_patient ON letter (patient);
CREATE INDEX IF NOT EXISTS letter_member ON letter (member);
CREATE INDEX IF NOT EXISTS letter_born ON letter (born);
CREATE INDEX IF NOT EXISTS problem_letter ON problem (letter);
CREATE INDEX IF NOT EXISTS met_key ON met (key);
CREATE INDEX IF NOT EXISTS told_key ON told (key);
CREATE INDEX IF NOT EXISTS met_letter ON met (letter);
CREATE INDEX IF NOT EXISTS told_letter ON told (letter);
CREATE INDEX IF NOT EXISTS band_letter ON band (letter);
CREATE INDEX IF NOT EXISTS band_key ON band (key);
"""
TABLES = ("problem", "met", "told", "band")  # what hangs on a letter


class Found(NamedTuple):
    """One problem as it is kept: no word of the letter but what the rule's message says."""

    code: str
    severity: str
    line: int
    message: str


class Looked(NamedTuple):
    """One file as it was looked at: why it could not be, or its problems and its trace."""

    path: str
    size: int
    changed: int  # nanoseconds, as the disk keeps it
    why: str
    problems: tuple[Found, ...] = ()
    trace: Trace | None = None


class Store:
    """The file of one audit; *stamp* says what its answers depend on, and another stamp begins anew."""

    def __init__(self, path: Path, stamp: str) -> None:
        """Open or begin the file at *path*."""
        self._held = sqlite3.connect(path, isolation_level=None)
        self._held.executescript(f"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; {SHAPE}")
        if self._one("SELECT value FROM meta WHERE name = 'stamp'") not in {stamp, None}:
            for table in ("meta", "letter", *TABLES):
                self._held.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
        self._held.execute("INSERT OR REPLACE INTO meta VALUES ('stamp', ?)", (stamp,))

    def close(self) -> None:
        """Close the file."""
        self._held.close()

    def known(self) -> dict[str, tuple[int, int]]:
        """Give the size and the time of change of every file looked at, by its path."""
        return {path: (size, at) for path, size, at in self.rows("SELECT path, size, changed FROM letter")}

    def forget(self, paths: Iterable[str]) -> None:
        """Take out all that is kept of files that are gone or have changed."""
        self._held.execute("BEGIN")
        for path in paths:
            letter = self._one("SELECT id FROM letter WHERE path = ?", path)
            for table in TABLES:
                self._held.execute(f"DELETE FROM {table} WHERE letter = ?", (letter,))  # noqa: S608 - names of ours
            self._held.execute("DELETE FROM letter WHERE id = ?", (letter,))
        self._held.execute("COMMIT")

    def put(self, many: Iterable[Looked]) -> None:
        """Keep what was found in some files, all of them or none."""
        self._held.execute("BEGIN")
        for each in many:
            trace = each.trace or Trace(0, 0, 0, (), (), ())
            bins = array("Q", trace.bins).tobytes()
            letter = self._held.execute(
                "INSERT INTO letter (path, size, changed, why, patient, member, born, bins) VALUES (?,?,?,?,?,?,?,?)",
                (each.path, each.size, each.changed, each.why, trace.patient, trace.member, trace.born, bins),
            ).lastrowid
            self._many("problem", ((letter, *problem) for problem in each.problems), 5)
            self._many("met", ((letter, *met) for met in trace.met), 4)
            self._many("told", ((letter, *told) for told in trace.told), 3)
            self._many("band", ((key, letter) for key in _bands(trace.bins)), 2)
        self._held.execute("COMMIT")

    def rows(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a query one by one."""
        with closing(self._held.execute(query, values)) as found:
            yield from found

    def _many(self, table: str, rows: Iterable[tuple[object, ...]], columns: int) -> None:
        marks = ",".join("?" * columns)
        self._held.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - names of ours

    def _one(self, query: str, *values: object) -> object:
        row = self._held.execute(query, values).fetchone()
        return None if row is None else row[0]


def _bands(bins: tuple[int, ...]) -> Iterator[int]:
    for n in range(0, len(bins), ROWS):
        yield digest(f"band {n} {bins[n : n + ROWS]}")
