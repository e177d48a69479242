"""What an audit found, letter beside letter: the table of problems, cloned text, other patients' details."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from wellfounded.check.across.store import Found, Store
from wellfounded.check.across.traces import BINS

ALIKE = 0.8  # of the shingles of two bodies, names and figures left out
MANY = 500  # groups of letters or of sentences; the report says how many more there are
KINDS = {"name": "patient", "number": "member", "born": "born"}  # what is met, and the column that holds whose it is
SAYS = {"name": "the name", "number": "the member number", "born": "the birth date"}


@dataclass(frozen=True, slots=True)
class Cloned:
    """Letters of several patients that read the same: their paths, how many patients, how alike at the least."""

    letters: tuple[str, ...]
    patients: int
    alike: float


@dataclass(frozen=True, slots=True)
class Told:
    """A finding that stands word for word in the letters of several patients: each path with its line."""

    places: tuple[tuple[str, int], ...]
    patients: int


@dataclass(frozen=True, slots=True)
class Other:
    """A detail in one letter that belongs to the patient of others."""

    letter: str
    line: int
    what: str
    of: tuple[str, ...]  # letters of that patient, three at most


@dataclass(frozen=True, slots=True)
class Audit:
    """All of it; *codes* gives the rule, its severity, how often and in how many letters."""

    letters: int
    unnamed: int  # letters that name no patient, which could not be compared with others
    broken: tuple[tuple[str, str], ...]
    codes: tuple[tuple[str, str, int, int], ...]
    cloned: tuple[Cloned, ...]
    told: tuple[Told, ...]
    others: tuple[Other, ...]


def compare(store: Store) -> Audit:
    """Compare all letters in *store*; memory is that of the hashes of the letters alone."""
    (letters, unnamed), *_ = store.rows("SELECT COUNT(*), SUM(patient = 0) FROM letter WHERE why = ''")
    return Audit(
        letters,
        unnamed or 0,
        tuple((path, why) for path, why in store.rows("SELECT path, why FROM letter WHERE why <> '' ORDER BY path")),
        tuple(
            (code, severity, n, of)
            for code, severity, n, of in store.rows(
                "SELECT code, severity, COUNT(*), COUNT(DISTINCT letter) FROM problem GROUP BY code, severity"
                " ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, COUNT(*) DESC, code"
            )
        ),
        tuple(_cloned(store)),
        tuple(_told(store)),
        tuple(_others(store)),
    )


def files(store: Store) -> Iterator[tuple[str, tuple[Found, ...]]]:
    """Give each letter that has a problem with its problems, in the order of the paths."""
    rows = store.rows(
        "SELECT path, code, severity, line, message FROM problem JOIN letter ON letter.id = problem.letter"
        " ORDER BY path, problem.rowid"
    )
    for path, some in groupby(rows, itemgetter(0)):
        yield path, tuple(Found(*row[1:]) for row in some)


def _whose(row: str = "letter") -> str:
    """Give the column that tells patients apart: the name, else the member number, else the letter itself."""
    return f"COALESCE(NULLIF({row}.patient, 0), NULLIF({row}.member, 0), -{row}.id)"


def _cloned(store: Store) -> Iterator[Cloned]:
    held = {
        n: (path, whose, array("Q", bins))
        for n, path, whose, bins in store.rows(f"SELECT id, path, {_whose()}, bins FROM letter WHERE LENGTH(bins) > 0")  # noqa: S608
    }
    head: dict[int, int] = {}

    def leader(n: int) -> int:
        while head.get(n, n) != n:
            head[n] = n = head.get(head[n], head[n])
        return n

    rows = store.rows("SELECT key, letter FROM band ORDER BY key, letter")
    for _, some in groupby(rows, itemgetter(0)):
        first, *rest = (letter for _, letter in some)
        for letter in rest:  # each with the first of its band: pairs of all would be millions
            if leader(letter) != leader(first) and _alike(held[leader(first)][2], held[letter][2]) >= ALIKE:
                head[leader(letter)] = leader(first)
    groups: dict[int, list[int]] = defaultdict(list)
    for n in held:
        groups[leader(n)].append(n)
    found = [
        Cloned(
            tuple(sorted(held[n][0] for n in group)), patients, min(_alike(held[lead][2], held[n][2]) for n in group)
        )
        for lead, group in groups.items()
        if len(group) > 1 and (patients := len({held[n][1] for n in group})) > 1
    ]
    yield from sorted(found, key=lambda one: (-one.patients, one.letters))[:MANY]


def _alike(one: Sequence[int], other: Sequence[int]) -> float:
    return sum(a == b for a, b in zip(one, other, strict=True)) / BINS


def _told(store: Store) -> Iterator[Told]:
    keys = store.rows(
        f"SELECT key, COUNT(DISTINCT {_whose()}) AS patients FROM told JOIN letter ON letter.id = told.letter"  # noqa: S608
        " GROUP BY key HAVING patients > 1 ORDER BY patients DESC, key LIMIT ?",
        MANY,
    )
    for key, patients in list(keys):
        places = store.rows(
            "SELECT path, line FROM told JOIN letter ON letter.id = told.letter WHERE key = ? ORDER BY path, line", key
        )
        yield Told(tuple((path, line) for path, line in places), patients)


def _others(store: Store) -> Iterator[Other]:
    found: dict[tuple[str, int, str], list[str]] = defaultdict(list)
    for kind, column in KINDS.items():
        rows = store.rows(
            f"SELECT mine.path, met.line, other.path FROM met JOIN letter AS other ON other.{column} = met.key"  # noqa: S608
            " JOIN letter AS mine ON mine.id = met.letter WHERE met.kind = ? AND mine.patient <> other.patient"
            " AND (mine.member = 0 OR mine.member <> other.member)"
            " AND (mine.patient <> 0 OR mine.member * other.member <> 0)"  # else nobody can tell whose the letter is
            " ORDER BY mine.path, met.line, other.path",
            kind,
        )
        for mine, line, other in rows:
            found[mine, line, SAYS[kind]].append(other)
    for (mine, line, what), of in sorted(found.items()):
        yield Other(mine, line, what, tuple(dict.fromkeys(of))[:3])
