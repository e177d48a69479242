"""A treatment that must be going on: "is treated with insulin", or a class alone under "both of, for three months"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from wellfounded.match.decide._misread import misread
from wellfounded.match.passages import dates_in
from wellfounded.match.timing import length
from wellfounded.match.view import View
from wellfounded.match.words import content, stem
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind, Trial, TrialStatus
from wellfounded.model.finding import Finding, Verdict

_USE = re.compile(
    r"\b(?:(?:is|are|being|currently|been|already) )*(?:treated with|taking|receiving|using|on|maintained on"
    r"|managed with"
    r"|established on|stabili[sz]ed on|prescribed|requires|uses|takes|receives|administering|injecting)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|no|never|without|unless|fail\w*|intoler\w*|contraindicat\w*|inadequate|history|prior)\b", re.IGNORECASE
)
_FOR = re.compile(
    r"\bfor (?:at least |a minimum of |more than )?(\d+|three|six|two|four) (day|week|month|year)s?\b", re.IGNORECASE
)
_N = {"two": 2, "three": 3, "four": 4, "six": 6}
# Beside the name of the treatment these ask nothing more of it.
_WORDS = """treated treatment therapy daily administration administrations dose doses injection injections once
    stable background concurrent concurrently concomitant regimen take use background maintenance ongoing medication
    agent drug prescribed must require"""
_PLAIN = frozenset(stem(word) for word in _WORDS.split())
_OPENS = re.compile(
    r"\W*(?:(?:s?he|patient|pt|currently|still|now) )*(?:uses|takes|taking|using|on|continues)\b", re.IGNORECASE
)
_RECENT = 183  # days
_LONGEST = 6  # words of a treatment's name


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by a current treatment of the class or name, with every further word of the requirement said of it."""
    text = requirement.text
    if _NOT.search(text):
        return None
    lasting = _FOR.search(text)
    bare = _FOR.sub(" ", text)
    named, rest = treatments(bare, view)
    use = _USE.search(bare)
    more = content(rest) - _PLAIN - content(use[0] if use else "")
    if len(named) != 1 or (not use and len(bare.split()) > _LONGEST):
        return None
    held = [each for each in view.of() if each.trial and _going(each, each.trial) and _fits(named[0], each.trial, view)]
    held += list(_in_words(named[0], view))
    for each in held:
        if more <= content(each.statement) and _long(each, lasting, view):
            return Finding(requirement.id, Verdict.MET, (each,), why=f"{each.name} is current.")
    return None


def _in_words(name: str, view: View) -> Iterator[Evidence]:
    """Sentences of the last half year that open with the use of such a treatment: "Uses fluticasone-salmeterol ..."."""
    for each in view.passages:
        if each.assertion.time == "planned" or each.assertion.experiencer != "patient" or each.written is None:
            continue
        if not _OPENS.match(each.statement) or not 0 <= (view.today - each.written.earliest()).days <= _RECENT:
            continue
        told, _ = treatments(each.statement, view)
        for said in told:
            trial = Trial(said, view.agents.ingredient(said) or said, start=min(dates_in(each.statement), default=None))
            if _fits(name, trial, view) and not _NOT.search(each.statement):
                yield replace(each, name=said, trial=trial, kind=EvidenceKind.TREATMENT_TRIAL)


def treatments(text: str, view: View) -> tuple[list[str], str]:
    """Give the treatments and classes that *text* names, the longest names first, and what is left of it."""
    words = re.findall(r"[\w/+'-]+", text)
    found: list[str] = []
    at = 0
    rest: list[str] = []
    while at < len(words):
        for n in range(min(_LONGEST, len(words) - at), 0, -1):
            name = " ".join(words[at : at + n])
            known = view.agents.ingredient(name) or (_whole(words[at : at + n]) and view.agents.family(name))
            if known:
                found.append(name)
                at += n
                break
        else:
            rest.append(words[at])
            at += 1
    return found, " ".join(rest)


def _whole(words: list[str]) -> bool:
    """A class's name neither opens nor ends with a word that belongs to the sentence."""
    loose = {"a", "an", "the", "with", "of", "for", "or", "and", "at", "least", "one", "any", "other", "to", "is", "on"}
    return not {words[0].lower(), words[-1].lower()} & loose


def _going(each: Evidence, trial: Trial) -> bool:
    meant = each.assertion
    return (
        trial.status is TrialStatus.CURRENT
        and (meant.experiencer, meant.polarity, meant.certainty) == ("patient", "affirmed", "certain")
        and not misread(each)
    )


def _fits(name: str, trial: Trial, view: View) -> bool:
    return view.agents.matches(name, trial) is Verdict.MET


def _long(each: Evidence, lasting: re.Match[str] | None, view: View) -> bool:
    if lasting is None:
        return True
    trial = each.trial
    least = Duration(_N.get(lasting[1].lower(), 0) or float(lasting[1]), f"{lasting[2].lower()}s")
    held = length(replace(trial, duration=None) if trial.start else trial, each, view.today) if trial else None
    return held is not None and held.reaches(least) is Verdict.MET
