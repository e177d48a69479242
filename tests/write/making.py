"""The letters of the bundled cases, as the tests of letters make them."""

from datetime import date
from functools import cache

from wellfounded.argue import argue
from wellfounded.model.case import Case
from wellfounded.model.criteria import Policy
from wellfounded.model.finding import Match
from wellfounded.model.letter import Letter, Sentence
from wellfounded.packs import shipped
from wellfounded.write import compose
from write import goldcase

ON = {"tms": date(2026, 3, 20), "psoriasis": date(2026, 4, 28), "oxygen": date(2026, 6, 15)}


@cache  # nobody can change a letter, so that one serves every test
def written(slug: str, kind: str, case: Case | None = None, match: Match | None = None) -> Letter:
    told, policy, found = goldcase.told(slug)
    return letter(case or told, policy, match or found, kind, ON[slug])


def letter(case: Case, policy: Policy | None, match: Match | None, kind: str, on: date) -> Letter:
    brief = argue(case, policy, match, (), shipped(), on)
    return compose(kind, case, policy, match, brief, (), (), shipped(), on)


def ours(made: Letter) -> list[Sentence]:
    return [sentence for sentence in made.sentences if sentence.voice == "ours"]
