"""What one letter leaves behind for the comparison with all others: hashes alone, and not a word of it."""

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from wellfounded.check.says import cues, people
from wellfounded.check.says.fields import compact
from wellfounded.check.says.people import Person
from wellfounded.check.view import Line, Prose

BINS = 64  # of the min-hash: the likeness of two letters is told within six points in a hundred
WINDOW = 5  # words of one shingle
FEW = 40  # shingles; a shorter body is too like any other
WORDS = 8  # of the shortest sentence that is compared

WORD = re.compile(r"[^\W\d_]+|\d+")
CAPITALS = re.compile(
    r"\b[A-Z][\w'-]+(?=(?P<comma>,?) (?:[A-Z]\.? )?(?P<second>[A-Z][\w'-]+)(?: (?P<third>[A-Z][\w'-]+))?)"
)
NUMBER = re.compile(r"(?<![\w-])(?=(?:[A-Z-]*\d){4})[A-Z0-9]+(?:-[A-Z0-9]+)*(?![\w-])")
PHONE = re.compile(r"(?:\(\d{3}\)\s?)?\d{3}[-.]\d{4}|\d{3}[-.]\d{3}[-.]\d{4}")
OF_THE_PATIENT = re.compile(r"\b(?:he|she|his|her|they|their|patient|mr|ms|mrs|er|sie|su)\b", re.IGNORECASE)
ASKED = re.compile(
    r"\b(?:request|ask|will|would|approv|propos|plan|recommend|shall|please|enclos|call)\w*\b", re.IGNORECASE
)
PERSONS = {"he", "she", "his", "her", "him", "hers", "mr", "ms", "mrs", "miss"}


class Met(NamedTuple):
    """A name, number or birth date that stands in a letter and is not its patient's: the kind, its hash, the line."""

    kind: str
    key: int
    line: int


class Trace(NamedTuple):
    """One letter: hashes of whose it is (0 where it does not say), of whom it names, of what it tells."""

    patient: int
    member: int
    born: int
    met: tuple[Met, ...]
    told: tuple[tuple[int, int], ...]  # the hash of a sentence that states a finding, and its line
    bins: tuple[int, ...]  # the min-hash of the body, names and figures left out; empty for a short one


def trace(prose: Prose) -> Trace:
    """Give what the letter leaves; two letters of one patient have one of the three hashes in common."""
    own = prose.patient
    names = frozenset(people.tokens(own.name)) if own else frozenset()
    member = next((compact(found.value) for found in prose.labelled if found.kind == "member"), "")
    born = prose.birth_dates[0].value if prose.birth_dates else None
    return Trace(
        digest(f"name {_key(own)}") if own and _key(own) else 0,
        digest(f"number {member}") if member else 0,
        digest(f"born {born}") if born else 0,
        tuple(dict.fromkeys(_met(prose, names, member))),
        tuple(_told(prose, names)),
        tuple(_bins(prose, names)),
    )


def digest(text: str) -> int:
    """Give a hash of 63 bits, the same on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1


def _key(person: Person) -> str:
    """Give the first given name and the last of the last names, in that order: "Ellis, Jordan A." too."""
    last, comma, first = person.name.partition(",")
    told = people.tokens(f"{first} {last}" if comma else person.name)
    return f"{told[0]} {told[-1]}" if len(told) > 1 else ""


def _met(prose: Prose, names: frozenset[str], member: str) -> Iterator[Met]:
    flat = prose.flat

    def line(at: int) -> int:
        return prose.text.count("\n", 0, at) + 1

    for found in CAPITALS.finditer(flat):
        for last in ("second", "third"):
            pair = people.tokens(found[0])[:1] + people.tokens(found[last] or "")[-1:]
            if len(pair) < 2 or names.issuperset(pair) or _another_role(flat, found.start(), found.end(last)):
                continue
            yield Met(
                "name", digest(f"name {' '.join(reversed(pair) if found['comma'] else pair)}"), line(found.start())
            )
    phones = [each.span() for each in PHONE.finditer(flat)]
    for found in NUMBER.finditer(flat):
        if compact(found[0]) != member and not any(a <= found.start() < b for a, b in phones):
            yield Met("number", digest(f"number {compact(found[0])}"), line(found.start()))
    for day in prose.birth_dates[1:]:
        if day.value != prose.birth_dates[0].value and not cues.KIN.search(flat, max(0, day.span[0] - 60), day.span[0]):
            yield Met("born", digest(f"born {day.value}"), line(day.span[0]))


def _another_role(flat: str, start: int, end: int) -> bool:
    """Whether the name is a clinician's or a relative's, who may be a patient here too."""
    return people.credentialed(flat, end) or people.related(flat, start)


def _told(prose: Prose, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Give each sentence that states a finding of this patient: of some length, with a figure, a day or a treatment."""
    held = sorted(
        span[0] for some in (prose.days, prose.measured, prose.agents) for span in (each.span for each in some)
    )
    for line in prose.body:
        if _states(line, held) and not cues.of_rules(line.text) and not ASKED.search(line.text):
            yield digest(" ".join(_masked(line.text, names))), prose.text.count("\n", 0, line.start) + 1


def _states(line: Line, held: list[int]) -> bool:
    figures = any(sign.isdigit() for sign in line.text)
    words = len(line.text.split())
    facts = any(line.start <= at < line.start + len(line.text) for at in held)
    return figures and facts and words >= WORDS and OF_THE_PATIENT.search(line.text) is not None


def _masked(text: str, names: frozenset[str]) -> Iterator[str]:
    for word in WORD.findall(text.lower()):
        yield "_" if word in names or word in PERSONS else word


def _bins(prose: Prose, names: frozenset[str]) -> Iterator[int]:
    """Give the least hash of each bin (one-permutation min-hash); an empty bin takes that of the next that is not."""
    words = ["#" if word.isdigit() else word for line in prose.body for word in _masked(line.text, names)]
    shingles = {" ".join(words[n : n + WINDOW]) for n in range(len(words) - WINDOW + 1)}
    if len(shingles) < FEW:
        return
    least: dict[int, int] = {}
    for shingle in shingles:
        key = digest(shingle)
        bin_, value = key % BINS, (key // BINS) & 0xFFFFFFFF
        least[bin_] = min(value, least.get(bin_, value))
    for n in range(BINS):
        yield next(least[k % BINS] for k in range(n, n + BINS) if k % BINS in least)
