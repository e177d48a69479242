"""The letter as the editor shows it: paragraphs of sentences, each with its number, marks and problems."""

from dataclasses import dataclass

from wellfounded.clinic.letters.lines import mark, words
from wellfounded.clinic.letters.live import by_sentence
from wellfounded.model.letter import Letter, Problem, Sentence
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

    @property
    def css(self) -> str:
        """Give the class of the worst problem."""
        return self.problems[0].severity.value if self.problems else ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: where it stands, its name in this state, and what it holds."""

    index: int
    mark: str
    heading: str
    bullets: bool
    sentences: list[Said]
    rows: list[Said]
    words: str


def blocks(letter: Letter, problems: tuple[Problem, ...] = ()) -> list[Block]:
    """Give the letter's paragraphs in order."""
    found = by_sentence(letter, problems)

    def said(sentence: Sentence, label: str = "", asked: str = "", verdict: str = "") -> Said:
        shown = "; ".join(each.words for each in marks(letter, sentence))
        own = sentence.voice == "clinician"
        return Said(sentence.number, sentence.text, shown, found.get(sentence.number, []), own, label, asked, verdict)

    return [
        Block(
            index=n,
            mark=mark(paragraph),
            heading=paragraph.heading,
            bullets=paragraph.bullets,
            sentences=[said(sentence) for sentence in paragraph.sentences],
            rows=[said(row.shows, row.label, " ".join(row.requirement.split()), row.verdict) for row in paragraph.rows],
            words=words(paragraph),
        )
        for n, paragraph in enumerate(letter.paragraphs)
    ]
