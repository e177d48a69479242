"""Things counted on examination: "at least two oral ulcers on examination within the past 60 days"."""

import re

from wellfounded.match.clauses import clauses
from wellfounded.match.counted import Bound, bounds, reached
from wellfounded.match.frames._span import bare, opens
from wellfounded.match.view import View
from wellfounded.match.words import content, plain, stem
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Verdict

_ASKED = re.compile(
    r"^(?:there are |the member has )?(?P<n>(?:at least|a minimum of) \w+"
    r"|\w+ or more) (?P<kind>[a-z-]+ )?(?P<thing>[a-z]+s)"
    r" (?:(?:seen|present|found|visible|noted|counted|documented) )?(?:on|at|by) (?:physical "
    r"|clinical )?exam(?:ination)?\W*$",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\btoday\b|^\W*(?:exam\w*|physical exam\w*|PE|O|objective|on exam\w*)\b|\bI (?:saw|counted|see|count)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:month|months|week|weeks|year|years|since|reports?|says|counts)\b", re.IGNORECASE)
# The places by which an examination tells of a kind.
_PLACES = {
    "oral": "mouth oral lip tongue palate buccal gingiva gum cheek",
    "genital": "genital vulva vulvar labia scrotum scrotal penis penile vagina vaginal",
    "facial": "face facial cheek forehead chin nose",
}
_PLACE = {stem(kind): frozenset(stem(word) for word in words.split()) for kind, words in _PLACES.items()}


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by the newest sentence of an examination, recent enough, that counts as many of the thing at its place."""
    found = _ASKED.match(plain(bare(requirement.text)).strip().replace("  ", " "))
    if found is None:
        return None
    _, counts = bounds(f"{found['n']} {found['thing']}")
    kind = stem(found["kind"].strip()) if found["kind"] else ""
    places = _PLACE.get(kind, frozenset({kind})) if kind else frozenset()
    first = opens(requirement, view)
    if not counts:
        return None
    told = [
        each
        for each in view.about(content(found["thing"]))
        if each.written is not None
        and each.written.earliest() <= view.today
        and (first is None or each.written.earliest() >= first)
        and _counts(each, counts, places)
    ]
    told.sort(key=lambda one: str(one.written), reverse=True)
    return Finding(requirement.id, Verdict.MET, tuple(told[:1]), why="The examination counts them.") if told else None


def _counts(each: Evidence, counts: tuple[Bound, ...], places: frozenset[str]) -> bool:
    """Whether a sentence tells of the examination itself and, right before any list in brackets, of as many."""
    meant = each.assertion
    sure = (meant.experiencer, meant.certainty, meant.polarity) == ("patient", "certain", "affirmed")
    said = each.statement.partition("(")[0]
    seen = sure and meant.time == "current" and bool(_SEEN.search(each.statement)) and not _PAST.search(said)
    plainly = all(clause.meant() and not clause.denied for clause in clauses(said))
    there = not places or bool(places & content(each.statement))
    return seen and plainly and there and all(reached(one, said) for one in counts)
