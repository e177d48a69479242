"""What one letter is told from: the case, the brief, the pack, and the habits of speech of this case."""

import re
from dataclasses import dataclass, field
from datetime import date

from wellfounded.model.argument import Brief, Claim
from wellfounded.model.basis import Basis, Derivation, Fact, SourceId
from wellfounded.model.case import Case
from wellfounded.model.criteria import Policy, Requirement, requirements
from wellfounded.model.determination import REFUSALS, Reading
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Match
from wellfounded.model.law import Deadline, Right
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.packs import Library
from wellfounded.packs.schema.letter import LetterPack, Part
from wellfounded.write.founded import length_basis, stated
from wellfounded.write.voice import Voice
from wellfounded.write.words import people

INNER = re.compile(r"(?:[a-z]{1,2}[A-Z]|[a-z]-[A-Z])")  # "eGFR" and "pH" keep their small letter


@dataclass(frozen=True, slots=True)
class Told:
    """What one part wrote, and the claims it has told in full, so that no later part tells them again."""

    paragraphs: tuple[Paragraph, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """Everything a part of a letter may draw on; *told* and *said* hold what earlier parts told and their words."""

    kind: str
    pack: LetterPack
    case: Case
    policy: Policy | None
    match: Match | None
    brief: Brief
    rights: tuple[Right, ...]
    deadlines: tuple[Deadline, ...]
    library: Library
    on: date
    told: tuple[Claim, ...] = ()
    said: str = ""  # the words of the parts before this one
    part: Part = field(default_factory=lambda: Part(""))
    places: dict[SourceId, list[tuple[int, int]]] = field(default_factory=dict, repr=False, compare=False)  # see notes

    @property
    def voice(self) -> Voice:
        """The case's habits of speech: those of the person, so that a paper more changes no other word."""
        who = self.case.patient
        known = [
            str(fact.value) for fact in (who.name, who.birth_date, self.case.coverage.member_id) if fact is not None
        ]
        return Voice(f"{'|'.join(known) if len(known) > 1 else self.case.id}|{self.kind}")

    @property
    def denial(self) -> Reading | None:
        """The latest refusal, or None."""
        return self.case.reading(*REFUSALS)

    @property
    def age(self) -> int | None:
        """The patient's age in whole years on the day of the letter."""
        born = self.case.patient.birth_date
        if born is None:
            return None
        had = (self.on.month, self.on.day) >= (born.value.month, born.value.day)
        return self.on.year - born.value.year - (not had)

    @property
    def person(self) -> people.Person:
        """The patient in words."""
        return people.person(self.case.patient, self.age)

    @property
    def sexed(self) -> tuple[Basis, ...]:
        """What "she" or "a 41-year-old woman" rests on; nothing where no sex is recorded and the name is said."""
        sex = self.case.patient.sex
        return (entered("patient.sex", sex),) if sex is not None and sex.value in people.SEXED else ()

    def new(self, *kinds: str) -> tuple[Claim, ...]:
        """Give the claims of those kinds that no earlier part has told."""
        return tuple(claim for claim in self.brief.claims(*kinds) if claim not in self.told)

    def requirement(self, id_: str) -> Requirement | None:
        """Give the policy's requirement of that id."""
        if self.policy is None or self.policy.root is None:
            return None
        return next((leaf for leaf in requirements(self.policy.root) if leaf.id == id_), None)

    def dates(self, item: Evidence, *extra: Basis) -> tuple[Basis, ...]:
        """Give what a sentence on *item* rests on: its own basis, and the lines that state the dates it prints."""
        trial = item.trial
        whens = (item.on, item.written, *((trial.start, trial.stop) if trial is not None else ()))
        lines = [stated(item, when, self.case) for when in whens]
        held = (item.basis, *extra, *(line for line in lines if line is not None), *length_basis(item))
        return tuple(each for at, each in enumerate(held) if each not in held[:at])


def entered(name: str, fact: Fact[object] | Fact[str] | Fact[date]) -> Basis:
    """Give the basis of a value of the case, with the value said: what `why` shows under a name or a code."""
    return Derivation(f"{name} = {fact.value}", (fact.basis,))


def sentence(text: str, *basis: Basis) -> Sentence:
    """Make one sentence: spaces closed up, a capital first, a stop last. Raises UnsupportedSentence with no basis."""
    line = curled(" ".join(text.split()))
    line = line if INNER.match(line) else line[:1].upper() + line[1:]
    if not line.endswith((".", "!", "?", ".”", "?”", "!”", ":")):
        line = f"{line}."
    unique = tuple(each for at, each in enumerate(basis) if each not in basis[:at])
    return Sentence(line, unique)


def curled(text: str) -> str:
    """Turn straight apostrophes of our own words into typographic ones; what is quoted is left alone."""
    pieces = re.split(r"(\u201c[^\u201d]*\u201d)", text)
    return "".join(piece if piece.startswith("\u201c") else piece.replace("'", "\u2019") for piece in pieces)
