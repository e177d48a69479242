"""The rubric of one letter: each question of its kind with yes and the place, or no."""

from dataclasses import dataclass
from datetime import date

from wellfounded.check.rubric.items import ALL, APPEALS, ITEMS
from wellfounded.check.view import Prose
from wellfounded.model.letter import Draft, Letter
from wellfounded.packs import Library, shipped


@dataclass(frozen=True, slots=True)
class Answer:
    """One question answered: *span* is where the letter holds it, or None where it does not."""

    id: str
    asks: str
    why: str
    span: tuple[int, int] | None


def rubric(
    letter: Letter | Draft, *, on: date, kind: str = "", library: Library | None = None
) -> tuple[str, tuple[Answer, ...]]:
    """Give the letter's kind, as told from its words unless *kind* names it, and the answer to each of its questions.

    A kind that no question names is judged as an appeal where its name says so, else as a request.
    """
    prose = Prose(letter, on, library or shipped())
    told = kind or prose.kind
    judged = told if told in ALL else next(iter(sorted(APPEALS))) if "appeal" in told else "prior_authorization"
    answers = (Answer(item.id, item.asks, item.why, item.seek(prose)) for item in ITEMS if judged in item.kinds)
    return told, tuple(answers)
