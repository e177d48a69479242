"""What would settle more of a case: each answer with the place where it is given, and what only the payer can say."""

from collections.abc import Collection, Iterable

from wellfounded.clinic.models import Person
from wellfounded.clinic.questions import lacking
from wellfounded.clinic.showing.facts import anchor, ways

MARKET, WHICH = "coverage.market", "which is right?"


def settling(
    asked: Iterable[str], open_: Collection[str], here: Collection[str], token: str, person: Person
) -> tuple[list[tuple[str, str]], list[str]]:
    """Give each answer that *asked* waits for, as its question and address, and the doubts that no answer here settles.

    *open_* are the fields that the page of questions asks, *here* those that the case's own page shows to be changed.
    """
    answers, doubts = dict[str, str](), list[str]()
    for words in asked:
        told = ways(words) or ([MARKET] if words.endswith(WHICH) else [])
        for way in told:
            question = lacking.question(way)
            if question is not None and way in open_:
                answers[question.asked(person.face, person.language)] = f"/case/{token}/questions/#{anchor(way)}"
            elif question is not None and way in here:
                answers[question.asked(person.face, person.language)] = f"#{anchor(way)}"
        doubts += [words] if not told else []
    return list(answers.items()), doubts
