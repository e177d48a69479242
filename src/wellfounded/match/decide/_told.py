"""What the sentences of a note tell of a treatment: how it ended where its record is silent, and trials of no pack."""

import re
from collections.abc import Iterator
from dataclasses import replace

from wellfounded.match.clauses import clauses
from wellfounded.match.passages import dates_in
from wellfounded.match.view import View
from wellfounded.match.words import content, plain
from wellfounded.model.coding import Duration
from wellfounded.model.evidence import Evidence, EvidenceKind, Outcome, Trial, TrialStatus

_NO_GOOD = re.compile(
    r"\b(?:fail(?:ed|ure|s)\b|no (?:real |clear |lasting |significant |meaningful |appreciable "
    r"|sustained )?(?:help|relief"
    r"|change|improvement|benefit|response|effect|better|difference)\b|without (?:\w+ )?(?:help|relief|change"
    r"|improvement"
    r"|benefit|response|effect)\b|(?:little|minimal|negligible|scant) (?:\w+ )?(?:help|relief|change|improvement"
    r"|benefit"
    r"|response|effect|carryover|progress)\b|did(?:n't| not) (?:help|work|respond|improve)|not (?:helped|worked"
    r"|helpful|effective|improved)"
    r"|did nothing|ineffective|(?:got|getting|swelling|pain|symptoms?|is|was|became|grew) worse\b|worsen(?:ed|ing)"
    r"|back to (?:baseline|where)|wore off|(?:relief|benefit) (?:for|of|lasted|lasting) (?:only |just |about "
    r"|under |less than )*"
    r"(?:a few|two|three|four|five|\d+)[\w -]{0,12} (?:hours?|days?)|(?:hours?|days?) (?:of )?relief\b"
    r"|control inadequate|not (?:well )?controlled|not adequate|still (?:poor|high|severe|active|flaring"
    r"|symptomatic)|inadequate (?:control|response|relief)|insufficient|suboptimal)",
    re.IGNORECASE,
)
_GOOD = re.compile(
    r"\b(?:helped|helps|helpful|effective|improved|improving|better|resolved|controlled|works|working well"
    r"|responded)\b",
    re.IGNORECASE,
)
_NOT_GOOD = re.compile(r"(?:\b(?:not|no|never|hardly|barely)|n't)\s+(?:\w+ )?$", re.IGNORECASE)
_LASTED = re.compile(
    r"(?:\bfor|\bx|\u00d7|\(|\bafter|\bover|\bthroughout|\bduring)\s*(?:about |nearly |almost |a total of "
    r"|the past |the last |over )?"
    r"(\d+|two|three|four|five|six|eight|ten|twelve)[\s-]*(day|wk|week|mo|month|yr|year|session|visit)s?\b"
    r"|\b(\d+|two|three|four|five|six|eight|ten|twelve|twenty)[\s-](week|month|year|session|visit)s?\b",
    re.IGNORECASE,
)
_N = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12, "twenty": 20}
_UNIT = {"wk": "weeks", "mo": "months", "yr": "years", "visit": "sessions"}


def ended(evidence: Evidence, trial: Trial, view: View) -> Trial:
    """Give *trial* as failed where a sentence that names it, or its class, says so and none says the contrary.

    One read as effective of which another sentence says that it did nothing is left open.
    """
    if trial.outcome is Outcome.FAILED and _helped(evidence.statement) and not _NO_GOOD.search(evidence.statement):
        return replace(trial, outcome=Outcome.UNKNOWN)  # a passage that says it helped cannot carry its failure
    if trial.outcome not in {Outcome.UNKNOWN, Outcome.EFFECTIVE} or evidence.assertion.experiencer != "patient":
        return trial
    own = view.agents.narrow(trial)
    names = view.agents.spellings(trial.ingredient) | {trial.agent.lower()}
    names |= {name for name, id_ in view.agents.classes.items() if id_ in own}
    first = content(trial.ingredient)
    words = frozenset(word for name in names for word in content(name))
    said = [each for each in view.about(words) if each.kind is EvidenceKind.STATEMENT and _names(names, first, each)]
    bad = [
        each for each in said if _meant(each) and _NO_GOOD.search(plain(each.statement)) and _alone(each, trial, view)
    ]
    good = [each for each in said if _helped(each.statement)]
    if trial.outcome is Outcome.EFFECTIVE:
        return replace(trial, outcome=Outcome.UNKNOWN) if bad else trial
    return replace(trial, outcome=Outcome.FAILED) if bad and not good else trial


def _names(names: frozenset[str], first: frozenset[str], each: Evidence) -> bool:
    """Whether a sentence names the treatment; of a procedure its own first word is enough: "the epidural"."""
    lower = each.statement.lower()
    if any(name in lower and re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", lower) for name in names if len(name) > 2):
        return True
    return len(first) > 1 and bool(re.match(r"\W*(?:the |an? )?(?:epidural|injection|block|brace|splint)\b", lower))


def _meant(each: Evidence) -> bool:
    usable = each.assertion.experiencer == "patient" and each.assertion.time != "planned"
    return usable and any(clause.meant() for clause in clauses(each.statement))


def _alone(each: Evidence, trial: Trial, view: View) -> bool:
    """Whether no other treatment that the chart tells of stands in the sentence, so that the words are of this one."""
    lower = each.statement.lower()
    others = {one.trial.ingredient.lower() for one in view.of() if one.trial} | {
        one.trial.agent.lower() for one in view.of() if one.trial
    }
    return not any(name in lower for name in others if name and name not in f"{trial.ingredient} {trial.agent}".lower())


def _helped(text: str) -> bool:
    return any(not _NOT_GOOD.search(text[: found.start()]) for found in _GOOD.finditer(text))


def unlisted(word: str, view: View) -> Iterator[Evidence]:
    """Give the trials of a treatment no pack knows that one sentence tells whole: name, time and end."""
    asked = content(word)
    for each in view.about(asked):
        if each.kind is not EvidenceKind.STATEMENT or not asked or not asked <= content(each.statement):
            continue
        if not _meant(each) or not _NO_GOOD.search(plain(each.statement)):
            continue
        days = dates_in(each.statement)
        start, stop = (days[0], days[1]) if len(days) == 2 and days[0] < days[1] else (None, None)
        trial = Trial(
            word, word, listed=False, start=start, stop=stop, duration=None if start else _lasted(each.statement),
            status=TrialStatus.PAST, outcome=Outcome.FAILED,
        )  # fmt: skip
        yield Evidence(
            EvidenceKind.TREATMENT_TRIAL, word, each.basis, each.statement, trial=trial, written=each.written
        )


def _lasted(text: str) -> Duration | None:
    found = _LASTED.search(text)
    if found is None:
        return None
    word, unit = (found[1] or found[3]).lower(), (found[2] or found[4]).lower()
    return Duration(float(word) if word.isdigit() else _N[word], _UNIT.get(unit, f"{unit}s"))
