"""What the sentences of a note tell of a treatment: how it ended where its record is silent, and trials of no pack."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from wellfounded.match.clauses import clauses
from wellfounded.match.decide._misread import HARMED, WELL
from wellfounded.match.passages import dates_in
from wellfounded.match.view import View
from wellfounded.match.words import content, plain
from wellfounded.model.basis import quotes
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
_GIVEN_UP = re.compile(
    r"\W*(?:we|it|this|s?he|they|i|therapy|treatment|sessions?)\b(?: \w+){0,3}? (?:stopped|ended"
    r"|discontinued|discharged|closed)\b"
    rf"[^.;]*?\b(?:because|since|as|for|due to|after|with)\b[^.;]*?{_NO_GOOD.pattern}",
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
_WORE_OFF = re.compile(
    r"\b(?:back to (?:baseline|where)|wore off|(?:hours?|days?|one week|a week) (?:of )?relief"
    r"|(?:relief|benefit|%|percent) (?:for|of|lasted|lasting) (?:only |just |about |under |less than )*"
    r"(?:a few|one|two|three|four|five|six|seven|eight|nine|ten|\d+)[\w -]{0,12} (?:hours?|days?)"
    r"|(?:hours?|days?|week) (?:of )?relief)\b",
    re.IGNORECASE,
)
_USED = re.compile(
    r"\b(?:took|taken|taking|takes|used?|uses|using|been on|was on|on|since|completed|tried|trials?|courses?|daily"
    r"|every day|adherent|wore|wearing|wears|failed|no (?:response|benefit|improvement)|without)\b|[\u00d7x] ?\d",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:plan\w*|will|start(?:ing)?|begin|try|continue|rtc|f/?u|follow|next|another|then|if|may|refer\w*|schedul\w+"
    r"|refill\w*|suppl\w+|dispens\w+|(?:next|last) visit|postpartum|old|ago|every \d|taper|increase|relief"
    r"|episode|history of|pain|symptoms?)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?<![\d/.-])(\d+|two|three|four|five|six|eight|ten|twelve|twenty)(?:\+| and a half)?[\s-]*"
    r"(day|wk|week|mo|month|yr|year)s?\b",
    re.IGNORECASE,
)
# A verdict on a list is one on each of its members: "two failed trials this episode (an SSRI, an SNRI)".
_ALL_FAILED = re.compile(
    r"\W*(?:(?:two|three|four|\d|both|all|has|have|s?he|patient|pt|previously|prior) )*failed\b"
    r"(?!.*\b(?:but|except|then|now|although|while|whereas|started|switched)\b)",
    re.IGNORECASE,
)
_SHORTENED = 4  # letters by which a note may call a drug: "doxy"


def ended(evidence: Evidence, trial: Trial, view: View) -> Trial:
    """Give *trial* as failed where a sentence that names it, or its class, says so and none says the contrary.

    One read as effective of which another sentence says that it did nothing is left open.
    """
    trial = _reworded(evidence, trial)
    if trial.outcome is Outcome.FAILED and _helped(evidence.statement) and not _NO_GOOD.search(evidence.statement):
        return replace(trial, outcome=Outcome.UNKNOWN)  # a passage that says it helped cannot carry its failure
    if trial.outcome not in {Outcome.UNKNOWN, Outcome.EFFECTIVE} or evidence.assertion.experiencer != "patient":
        return trial
    own = view.agents.narrow(trial)
    said = _sentences(trial, view, {name for name, id_ in view.agents.classes.items() if id_ in own})
    bad = [
        each for each in said if _meant(each) and _NO_GOOD.search(plain(each.statement)) and _alone(each, trial, view)
    ]
    good = [each for each in said if _helped(each.statement)]
    if trial.outcome is Outcome.UNKNOWN and not bad:
        bad = list(_stopped(said, trial, view))
    if trial.outcome is Outcome.EFFECTIVE:
        return replace(trial, outcome=Outcome.UNKNOWN) if bad else trial
    return replace(trial, outcome=Outcome.FAILED) if bad and not good else trial


def _stopped(said: list[Evidence], trial: Trial, view: View) -> Iterator[Evidence]:
    """Give the sentence of a note of this one treatment by which it was given up because it did nothing."""
    own = {name for name in (trial.ingredient.lower(), trial.agent.lower()) if name}
    for source in {quote.at.source for each in said for quote in quotes(each.basis)}:
        others = [
            one
            for one in view.of()
            if one.trial
            and any(quote.at.source == source for quote in quotes(one.basis))
            and not own & {one.trial.ingredient.lower(), one.trial.agent.lower()}
        ]
        if others:
            continue
        for each in view.passages:
            here = any(quote.at.source == source for quote in quotes(each.basis))
            if here and _meant(each) and _GIVEN_UP.match(each.statement) and not _helped(each.statement):
                yield each


def _reworded(evidence: Evidence, trial: Trial) -> Trial:
    """Give *trial* with what its own passage says plainly of its end.

    Relief of days that wore off is a failure. One still taken is not borne only where the passage says so.
    """
    if trial.outcome is Outcome.PARTIAL and _WORE_OFF.search(plain(evidence.statement)):
        return replace(trial, outcome=Outcome.FAILED)
    if trial.outcome is Outcome.EFFECTIVE and not _bears(evidence):
        return replace(trial, outcome=Outcome.UNKNOWN)
    going = trial.outcome is Outcome.INTOLERANT and trial.status is TrialStatus.CURRENT and evidence.statement
    return replace(trial, outcome=Outcome.UNKNOWN) if going and not HARMED.search(evidence.statement) else trial


def _bears(evidence: Evidence) -> bool:
    """Whether a passage of a treatment read as effective says so: "continues" alone says nothing of what came of it."""
    text = " ".join((evidence.statement, *(quote.exact for quote in quotes(evidence.basis))))
    return not evidence.statement or bool(WELL.search(text))


def lasted(evidence: Evidence, trial: Trial, view: View) -> Trial:
    """Give *trial* with the time that a sentence tells of it, where its record holds neither days nor a time."""
    if trial.duration is not None or trial.start is not None or evidence.assertion.experiencer != "patient":
        return trial
    spans = [
        span
        for each in _sentences(trial, view)
        if _meant(each)
        and _alone(each, trial, view)
        and _USED.search(each.statement)
        and not _AHEAD.search(each.statement)
        for span in _spans(each.statement)
    ]
    return replace(trial, duration=max(spans, key=lambda span: span.days)) if spans else trial


def _spans(text: str) -> Iterator[Duration]:
    for n, unit in _SPAN.findall(text):
        word, bare = n.lower(), unit.lower().rstrip("s")
        yield Duration(float(word) if word.isdigit() else _N[word], _UNIT.get(bare, f"{bare}s"))


def _sentences(trial: Trial, view: View, also: Iterable[str] = ()) -> list[Evidence]:
    """Give the sentences that name a treatment by any spelling, by its first letters, or by one of the names given."""
    names = view.agents.spellings(trial.ingredient) | {trial.agent.lower(), *also}
    first = content(trial.ingredient)
    words = {word for name in names for word in content(name)}
    words |= {said for said in view.index if len(said) >= _SHORTENED and trial.ingredient.lower().startswith(said)}
    names |= {word for word in words if trial.ingredient.lower().startswith(word)}
    held = [each for each in view.about(words) if each.kind is EvidenceKind.STATEMENT]
    return [each for each in held if _names(names, first, each)]


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
    if _ALL_FAILED.match(each.statement) and not _helped(each.statement):
        return _meant_by(each.statement.lower(), trial, view)
    lower = each.statement.lower()
    others = {one.trial.ingredient.lower() for one in view.of() if one.trial} | {
        one.trial.agent.lower() for one in view.of() if one.trial
    }
    return not any(name in lower for name in others if name and name not in f"{trial.ingredient} {trial.agent}".lower())


def _meant_by(text: str, trial: Trial, view: View) -> bool:
    """Whether a list of failures names the treatment itself, or a class of which it is the only one taken."""
    names = view.agents.spellings(trial.ingredient) | {trial.agent.lower()}
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names):
        return True
    own = view.agents.narrow(trial)
    held = [one.trial for one in view.of() if one.trial and one.trial.status in {TrialStatus.CURRENT, TrialStatus.PAST}]
    return len({one.ingredient.lower() for one in held if own & view.agents.narrow(one)}) == 1


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
