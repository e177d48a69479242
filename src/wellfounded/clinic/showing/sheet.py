"""The letter as the editor shows it: paragraphs of sentences, each with its number, marks and problems."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wellfounded.clinic.letters.lines import mark, words
from wellfounded.clinic.letters.live import by_sentence
from wellfounded.clinic.letters.looked import Unheld
from wellfounded.model.letter import Letter, Problem, Sentence, Severity
from wellfounded.render.view import marks


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: its words, its exhibit marks, and the worst that is wrong with it."""

    number: int
    text: str
    marks: str
    problems: list[Problem]
    own: bool  # a person's own words
    label: str = ""
    requirement: str = ""
    verdict: str = ""
    unheld: list[Unheld] = field(default_factory=list)  # references that someone must look up

    @property
    def css(self) -> str:
        """Give the class of the worst problem."""
        return "error" if self.unheld else self.problems[0].severity.value if self.problems else ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: where it stands, its name in this state, and what it holds."""

    index: int
    mark: str
    heading: str
    bullets: bool
    numbered: bool
    sentences: list[Said]
    rows: list[Said]
    words: str

    @property
    def remarks(self) -> list[tuple[Said, Problem]]:
        """Give what is to be changed or looked at in it, to be said beside it: in own words, all; else errors."""
        held = [*self.sentences, *self.rows]
        return [(s, each) for s in held for each in s.problems if s.own or each.severity is Severity.ERROR]

    @property
    def waits(self) -> list[tuple[Said, Unheld]]:
        """Give the references in it that someone must look up."""
        return [(s, each) for s in [*self.sentences, *self.rows] for each in s.unheld]


def blocks(
    letter: Letter, problems: tuple[Problem, ...] = (), waits: Sequence[tuple[Sentence, Unheld]] = ()
) -> list[Block]:
    """Give the letter's paragraphs in order."""
    found = by_sentence(letter, problems)
    unheld = {sentence.number: [each for s, each in waits if s.number == sentence.number] for sentence, _ in waits}

    def said(sentence: Sentence, label: str = "", asked: str = "", verdict: str = "") -> Said:
        shown = "; ".join(each.words for each in marks(letter, sentence))
        own = sentence.voice == "clinician"
        outside = unheld.get(sentence.number, [])
        held = found.get(sentence.number, [])
        return Said(sentence.number, sentence.text, shown, held, own, label, asked, verdict, outside)

    return [
        Block(
            index=n,
            mark=mark(paragraph),
            heading=paragraph.heading,
            bullets=paragraph.bullets,
            numbered=paragraph.numbered,
            sentences=[said(sentence) for sentence in paragraph.sentences],
            rows=[said(row.shows, row.label, " ".join(row.requirement.split()), row.verdict) for row in paragraph.rows],
            words=words(paragraph),
        )
        for n, paragraph in enumerate(letter.paragraphs)
    ]
