"""Readings of a treatment that their own passage does not bear out: a relative's, one declined, one only talked of.

A quote that does not hold what is claimed may not carry a "met", whoever read it.
"""

import re

from wellfounded.match.decide._never import REFUSED
from wellfounded.match.passages import source_of
from wellfounded.match.topic import denies, topic
from wellfounded.match.view import View
from wellfounded.model.basis import Fact, quotes
from wellfounded.model.evidence import Evidence, Outcome, Trial, TrialStatus

_KIN = (
    r"(?:mother|father|sister|brother|aunt|uncle|cousin|grand(?:mother|father)|son|daughter|wife|husband|nephew|niece)"
)
_RELATIVE = re.compile(
    rf"\b{_KIN}\b(?:\s+\w+){{0,2}}?\s+(?:has|had|takes?|took|tried|uses?|used|did|does|was|is|on|responded|failed|died)\b",
    re.IGNORECASE,
)
# A sentence that opens with a relative is about that one, unless it only passes on what that one says or does for her.
_OPENS = re.compile(
    rf"\W*(?:(?:FHx?|fam(?:ily)?(?: h(?:x|istory))?|her|his|their|the|patient's)\b\W*)*{_KIN}\b"
    r"(?! (?:reports?|states?|says|said|notes?|feels|gives|gave|describes?|denies|asks?|called|confirms?"
    r"|administers)\b)",
    re.IGNORECASE,
)
_PATIENT = re.compile(r"\b(?:patient|pt|she|he|they)\b", re.IGNORECASE)
_KEPT_APART = re.compile(
    r"\b(?:not (?:to )?be|never|won't be|avoid(?:ing)?|no plans? to) (?:\w+ ){0,2}?(?:combin\w+|used? (?:with|together)"
    r"|given with|taken with|co-?administ\w+|concurrent\w*|concomitant\w*)",
    re.IGNORECASE,
)
WELL = re.compile(
    r"\b(?:help\w*|improv\w+|better|best|effect\w*|resolv\w+|control\w*|work(?:s|ed|ing)|respon\w+|remi\w+|benefit\w*"
    r"|relie\w+|well|good|great|stable|tolerat\w+|goals?|success\w*|fewer|less|reduc\w+|clear\w*|gone|free|down)\b",
    re.IGNORECASE,
)
HARMED = re.compile(
    r"\b(?:intoler\w+|not toler\w+|unable|could not|couldn't|cannot|can't|reduc\w+|lower\w*|cut|held|hold|stop\w*|off"
    r"|d/?c'?e?d|discontinu\w+|quit|switch\w*|chang\w+|hypersens\w+|allerg\w+|anaphyl\w+|side effects?|adverse|rash"
    r"|hives|toxicity|due to|because|from it|limited by|poorly)\b",
    re.IGNORECASE,
)
_BORNE = re.compile(r"\btolerat\w+|\bno (?:side effects?|adverse|problems?|reaction)\b", re.IGNORECASE)
# Dose forms that a list prints behind a name, taken for the name of something else.
_FORM = re.compile(
    r"(?:susp(?:ension)?|sol(?:utio)?n?|tabs?|caps?|inj|cream|oint(?:ment)?|spray|patch|drops?)", re.IGNORECASE
)


def misread(evidence: Evidence) -> bool:
    """Whether the very passage denies the treatment, tells of a relative, or only talks of it."""
    trial, text = evidence.trial, evidence.statement
    if trial is None or not text:
        return False
    if _FORM.fullmatch(trial.agent) and trial.dose is None:
        return True
    if trial.status is TrialStatus.CURRENT and _KEPT_APART.search(text):
        return True
    if (_RELATIVE.search(text) or _OPENS.match(text)) and not _PATIENT.search(text):
        return True
    spoken = (" ".join(name.split()) for name in (trial.agent, trial.ingredient))
    names = [name for name in spoken if name and name.lower() in text.lower()]
    bare = trial.outcome is Outcome.UNKNOWN and not (trial.start or trial.stop or trial.duration)
    if bare and any(_unstarted(name, text) for name in names):
        return True
    told = trial.status is TrialStatus.CURRENT or bare
    return told and any(denies(one, text) for name in names for one in topic(name).alternatives)


def _unstarted(name: str, text: str) -> bool:
    """Whether the words around a name say that it was offered, declined or asked about, and nothing of its use."""
    called = re.escape(name)
    before = (
        r"\b(?:declin\w+|refus\w+|prefers not|never (?:took|started|filled|used)|discuss(?:ed|ing|ion of)?|went over"
        rf"|talk(?:ed|ing)? about|consider(?:ed|ing)?)\W+(?:\w+\W+){{0,2}}{called}"
    )
    after = (
        rf"\b{called}\b[^.;]{{0,90}}\b(?:not (?:been )?(?:prescribed|started|filled)"
        r"|never (?:started|filled|picked|taken|used)|(?:was|were|has|s?he) declined)\b"
    )
    only = rf"\b{called}(?:\W+(?:consult\w*|candidate|booklet|brochure|referral|safety screen)\b|[^.;\w]{{1,20}}no\s*$)"
    return any(re.search(each, text, re.IGNORECASE) for each in (before, after, only))


def unfounded(slot: str, fact: Fact[str], trial: Trial, view: View) -> bool:
    """Whether one side of a dispute is none: a plan from before it was carried out, or a claim not in its quote."""
    if slot == "status" and fact.value in {TrialStatus.PLANNED.value, TrialStatus.HYPOTHETICAL.value}:
        return True
    held = _reading(fact, trial, view)
    if held is None or not held.statement:
        return False
    if slot == "status" and fact.value == TrialStatus.NEVER_TAKEN.value:
        return not REFUSED.search(held.statement)
    if slot == "outcome" and fact.value == Outcome.INTOLERANT.value:
        return not HARMED.search(held.statement)
    if slot != "outcome" or fact.value not in {Outcome.EFFECTIVE.value, Outcome.PARTIAL.value}:
        return False
    if trial.outcome is Outcome.INTOLERANT and not _BORNE.search(held.statement):
        return True  # that it helped does not gainsay the harm for which it was stopped
    return fact.value == Outcome.EFFECTIVE.value and not WELL.search(held.statement)


def _reading(fact: Fact[str], trial: Trial, view: View) -> Evidence | None:
    """Give the reading of the treatment in one source that a side of a dispute rests on."""
    quote = next(quotes(fact.basis), None)
    if quote is None:
        return None
    for reading in view.case.readings:
        for each in reading.evidence if reading.source == quote.at.source else ():
            own, mine = each.trial, source_of(each)
            same = own is not None and own.ingredient.lower() == trial.ingredient.lower()
            if same and mine and mine.at.start < quote.at.end and quote.at.start < mine.at.end:
                return each
    return None
