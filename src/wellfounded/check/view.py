"""What a rule is shown of a letter: one line, or the whole, whoever wrote it; and what a rule answers: a mark."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from wellfounded.check.draft import spans as sentences_of
from wellfounded.check.says import agents, days, fields, layout, measures, people, purpose, sides
from wellfounded.check.says.agents import Named
from wellfounded.check.says.days import Day
from wellfounded.check.says.fields import Labelled
from wellfounded.check.says.layout import Layout
from wellfounded.check.says.measures import Measured
from wellfounded.check.says.people import Person
from wellfounded.check.says.plain import MARKS, PLAIN, phrase
from wellfounded.check.says.sides import Side
from wellfounded.model.letter import Draft, Letter, Sentence
from wellfounded.packs import Library

__all__ = ["EVENT_BEFORE", "Line", "Mark", "Prose", "phrase"]

FILLED = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """One passage that is wrong: where it stands in the part shown, what is wrong, and what to do.

    *replacement* is given only where one text can stand there and no other: a slip of a number of the case, a word
    written twice. What may be a sign of another patient's letter is never replaced.
    """

    span: tuple[int, int]
    message: str
    fix: str = ""
    replacement: str | None = None

    def moved(self, by: int) -> "Mark":
        """Give the same mark counted from *by* characters earlier."""
        return replace(self, span=(self.span[0] + by, self.span[1] + by))


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, heading, label line or bullet of a letter; line breaks inside it read as spaces."""

    text: str
    start: int  # where it begins in the letter's text
    number: int  # from 0
    part: str = "body"  # head, body, close, references, enclosures
    before: str = ""  # the line above and the line below, as text
    after: str = ""
    sentence: Sentence | None = None  # with its basis, in our own letters


@dataclass(frozen=True)
class Prose:
    """A whole letter of either kind: its text, its lines, and the facts it states, each found once."""

    letter: Letter | Draft
    on: date
    library: Library

    @property
    def english(self) -> bool:
        """Whether the rules that read words can read this letter: one of ours says its language."""
        return self.ours is None or self.ours.language == "en"

    @property
    def ours(self) -> Letter | None:
        """The letter where we wrote it, with its signer, letterhead and enclosures as nouns."""
        return self.letter if isinstance(self.letter, Letter) else None

    @cached_property
    def text(self) -> str:
        """The letter's text, in which every span counts."""
        return self.letter.text

    @cached_property
    def flat(self) -> str:
        """The same text, character for character: a line break is a space, and curly marks and dashes are plain."""
        return self.text.translate(PLAIN)

    @cached_property
    def layout(self) -> Layout:
        """Where the head, the body, the close, the references and the enclosures are."""
        return layout.layout(self.text)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line in order."""
        spans = _spans(self.letter)
        texts = [self.flat[start:end] for start, end, _ in spans]
        return tuple(
            Line(
                text, spans[n][0], n, self.layout.part(spans[n][0]),
                "".join(texts[n - 1 : n]) if n else "", "".join(texts[n + 1 : n + 2]), spans[n][2],
            )
            for n, text in enumerate(texts)
        )  # fmt: skip

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines of the body: neither head nor close, references nor enclosures."""
        return tuple(line for line in self.lines if line.part == "body")

    @cached_property
    def kind(self) -> str:
        """What the letter is for, as the letter packs name it; of one from elsewhere as its words tell."""
        if self.ours is not None:
            return self.ours.kind
        return purpose.kind(" ".join(line.text for line in self.body), self.flat)

    @cached_property
    def lay(self) -> bool:
        """Whether the patient or a relative writes, and no clinician."""
        return purpose.LAY.search(self.flat) is not None

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Every date, in order."""
        return tuple(days.days(self.flat))

    @cached_property
    def written(self) -> date | None:
        """The day the letter is dated, or None: the first full date above the salutation that no label claims."""
        if self.ours is not None:
            return self.ours.date
        for day in self.days:
            before = self.text[max(0, day.span[0] - 40) : day.span[0]]
            top = day.span[0] <= self.layout.body if self.layout.greeted else self._stands_alone(day)
            if top and day.value.day and (DATE_LABEL.search(before) or not LABEL_BEFORE.search(before)):
                return day.value.earliest()
        return None

    def _stands_alone(self, day: Day) -> bool:
        """Whether nothing else stands on the day's line, near the top of a letter with no salutation."""
        start = self.text.rfind("\n", 0, day.span[0]) + 1
        end = self.text.find("\n", day.span[1])
        around = self.text[start : day.span[0]] + self.text[day.span[1] : end if end >= 0 else len(self.text)]
        return start < 1200 and not around.strip(" \tDateOf:,.")

    @cached_property
    def agents(self) -> tuple[Named, ...]:
        """Every treatment that a pack lists, in order."""
        return tuple(agents.lexicon(self.library).named(self.flat))

    @cached_property
    def unlisted(self) -> tuple[Named, ...]:
        """Every word that is written as a drug is and that no pack lists."""
        return tuple(agents.unlisted(self.flat, self.agents))

    @cached_property
    def measured(self) -> tuple[Measured, ...]:
        """Every score, laboratory value and measurement."""
        return tuple(measures.measured(self.flat))

    @cached_property
    def labelled(self) -> tuple[Labelled, ...]:
        """Every number under a label: member, claim, reference, group."""
        return tuple(fields.labelled(self.flat))

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """Every left and right of a body part."""
        return tuple(sides.sides(self.flat))

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Every name of a person."""
        return tuple(people.people(self.text.translate(MARKS)))

    @cached_property
    def patient(self) -> Person | None:
        """The patient as the letter names them: under a label, else introduced as "my patient", or None."""
        named = [person for person in self.people if person.how == "label" or self._introduced(person)]
        return min(named, key=lambda person: (person.how != "label", person.span), default=None)

    def _introduced(self, person: Person) -> bool:
        return bool(INTRODUCES.search(self.flat, max(0, person.span[0] - 50), person.span[0]))

    @cached_property
    def birth_dates(self) -> tuple[Day, ...]:
        """Every date that a label or "born" says is a birth date."""
        return tuple(
            day
            for day in self.days
            if BORN_BEFORE.search(self.flat[max(0, day.span[0] - 30) : day.span[0]]) and day.value.day
        )

    def line_at(self, at: int) -> Line | None:
        """Give the line that holds the character at *at*."""
        n = bisect_right(self._starts, at) - 1
        line = self.lines[n] if n >= 0 else None
        return line if line is not None and at < line.start + len(line.text) else None

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(line.start for line in self.lines)


INTRODUCES = re.compile(
    r"\b(?:(?:my|our|the) (?:patient|member|client)|on behalf of|regarding|concerning|behalf of (?:my"
    r"|our) patient)\b,?"
    r"(?:\s+named)?\s*(?:(?:Mr|Mrs|Ms|Miss|Mx)\.?\s*)?$",
    re.IGNORECASE,
)
BORN_BEFORE = re.compile(
    r"(?:\bD\.?\s?O\.?\s?B\.?|\bdate of birth|\bbirth\s?date|\bborn(?: on)?|\bbirthday)\s*(?:is|was)?\s*[:#(-]*\s*$",
    re.IGNORECASE,
)
LABEL_BEFORE = re.compile(r"[A-Za-z)]\s*:\s*$|\b(?:born|dob|since|on|of|dated|from|to|through|-)\s*$", re.IGNORECASE)
EVENT_BEFORE = re.compile(
    r"\b(?:denial|decision|determination|notice|letter|service|visit|admission|injury|birth|policy)\s+(?:of|dated|on)\s*$",
    re.IGNORECASE,
)
DATE_LABEL = re.compile(r"(?:^|\n\s*|\s{2}|letter )date(?: of (?:this )?letter)?\s*:\s*$", re.IGNORECASE)


def _spans(letter: Letter | Draft) -> list[tuple[int, int, Sentence | None]]:
    """Give a draft's sentences; in a letter of ours, its sentences and each other line between them."""
    if isinstance(letter, Draft):
        return [(start, end, None) for start, end in letter.spans]
    text = letter.text
    found: list[tuple[int, int, Sentence | None]] = []
    at = 0
    for sentence in letter.sentences:
        start = text.index(sentence.text, at)
        found += [(*between.span(), None) for between in FILLED.finditer(text, at, start)]
        if sentence.voice == "clinician":  # a paragraph kept word for word: a rule is shown each sentence of it
            held = (sentence.text[a:b] for a, b in sentences_of(sentence.text))
            for piece in held:
                begins = text.index(piece, max(at, start))
                found.append((begins, at := begins + len(piece), replace(sentence, text=piece)))
        else:
            found.append((start, at := start + len(sentence.text), sentence))
    return [*found, *((*rest.span(), None) for rest in FILLED.finditer(text, at))]
