"""What is wrong with words just typed: what no passage states, and what the letter's checks find in them."""

from dataclasses import dataclass, replace
from datetime import date

from wellfounded import check, write
from wellfounded.clinic.letters.lines import lined
from wellfounded.model.basis import Attestation
from wellfounded.model.case import Case
from wellfounded.model.letter import Change, Letter, Problem


@dataclass(frozen=True, slots=True)
class Trial:
    """A paragraph tried in other words: the letter it would make, what changed, and the problems in the new words."""

    letter: Letter  # with new statements left out
    signed: Letter  # with new statements as the signer's word
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]

    @property
    def loose(self) -> tuple[Change, ...]:
        """Give the statements that nothing in the case carries."""
        return tuple(change for change in self.changes if change.what == "unfounded")


def tried(letter: Letter, index: int | None, text: str, who: Attestation, case: Case, on: date) -> Trial:
    """Try the paragraph at *index* as *text*, or with None the whole letter as *text*."""
    whole = lined(letter, index, text) if index is not None else text
    bare, changes = write.adopt(letter, whole)
    bare = replace(
        bare, unsigned_because=letter.unsigned_because
    )  # a person decides here, so nothing is left to settle
    signed, _ = write.adopt(letter, whole, who)
    new = {change.text for change in changes if change.text}
    found = check.check(signed, case, on=on)
    spans = [(at, at + len(words)) for words in new if (at := signed.text.find(words)) >= 0]
    mine = tuple(problem for problem in found if any(a < problem.span[1] and problem.span[0] < b for a, b in spans))
    return Trial(bare, signed, changes, mine)


def by_sentence(letter: Letter, problems: tuple[Problem, ...]) -> dict[int, list[Problem]]:
    """Give the problems by the number of the sentence they stand in; 0 for those of the letter as a whole."""
    text, at, found = letter.text, 0, dict[int, list[Problem]]()
    spans: list[tuple[int, int, int]] = []
    for sentence in letter.sentences:
        start = text.find(sentence.text, at)
        if start >= 0:
            spans.append((start, start + len(sentence.text), sentence.number))
            at = start
    for problem in problems:
        number = next((n for a, b, n in spans if a < problem.span[1] and problem.span[0] < b), 0)
        found.setdefault(number, []).append(problem)
    return found
