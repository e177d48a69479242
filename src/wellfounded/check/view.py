"""What a rule is shown of a letter: one line, or the whole, whoever wrote it; and what a rule answers: a mark."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from wellfounded.model.letter import Draft, Letter, Sentence
from wellfounded.packs import Library

# Curly marks and dashes as their plain sisters, and line breaks as spaces: one character each, so offsets hold.
MARKS = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2012\u2013\u2014\u2212\u00a0", "''\"\"------ ")
PLAIN = MARKS | str.maketrans("\n\r\f\t", "    ")
FILLED = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """One passage that is wrong: where it stands in the part shown, what is wrong, and what to do."""

    span: tuple[int, int]
    message: str
    fix: str = ""

    def moved(self, by: int) -> "Mark":
        """Give the same mark counted from *by* characters earlier."""
        return replace(self, span=(self.span[0] + by, self.span[1] + by))


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, heading, label line or bullet of a letter; line breaks inside it read as spaces."""

    text: str
    start: int  # where it begins in the letter's text
    number: int  # from 0
    before: str = ""  # the line above and the line below, as text
    after: str = ""
    sentence: Sentence | None = None  # with its basis, in our own letters


@dataclass(frozen=True)
class Prose:
    """A whole letter of either kind: its text, its lines, and the facts it states, each found once."""

    letter: Letter | Draft
    on: date
    library: Library

    @cached_property
    def text(self) -> str:
        """The letter's text, in which every span counts."""
        return self.letter.text

    @cached_property
    def flat(self) -> str:
        """The same text, character for character: a line break is a space, and curly marks and dashes are plain."""
        return self.text.translate(PLAIN)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line in order."""
        spans = tuple(_spans(self.letter))
        texts = [self.flat[start:end] for start, end, _ in spans]
        return tuple(
            Line(text, spans[n][0], n, "".join(texts[n - 1 : n]), "".join(texts[n + 1 : n + 2]), spans[n][2])
            for n, text in enumerate(texts)
        )


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
        found.append((start, at := start + len(sentence.text), sentence))
    return [*found, *((*rest.span(), None) for rest in FILLED.finditer(text, at))]


def phrase(*patterns: str) -> re.Pattern[str]:
    """Compile patterns of words, any of which may match: a space matches any white space, and case does not count."""
    return re.compile("|".join(patterns).replace(" ", r"(?:\s+)"), re.IGNORECASE)
