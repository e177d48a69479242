"""Whether the chart shows a thing, denies it or is silent: statements for and against, the later word counting."""

import re
from dataclasses import dataclass, field

from wellfounded.match.cues import OVER
from wellfounded.match.lexicon import TESTS
from wellfounded.match.timing import newest, when
from wellfounded.match.topic import Alternative, Topic, affirms, denies, hints, narrower, speaks, unmeant
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, content
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Verdict

_NEGATIVE = re.compile(r"\b(?:negative|neg|non-?reactive|not detected|undetectable)\b", re.IGNORECASE)
_PART = re.compile(r"[,;]|(\.)(?=\s)|\band\b")
_VALUE = re.compile(r"\b\d+(?:\.\d+)?\b(?!/)")
_POSITIVE = re.compile(r"\b(?:positive|pos|reactive|detected)\b", re.IGNORECASE)


@dataclass(slots=True)
class Weighed:
    """What speaks for a thing being present, against it, and near it without deciding."""

    present: Verdict
    showing: list[Evidence] = field(default_factory=list)
    denying: list[Evidence] = field(default_factory=list)
    near: list[Evidence] = field(default_factory=list)


def weigh(thing: Topic, view: View, *kinds: EvidenceKind, done: bool = False) -> Weighed:
    """Weigh every statement (of *kinds*, and every sentence) on a topic; present when one alternative is.

    With *done* the doing of a test is asked about, so that a negative result speaks for it.
    """
    held = [_whole(each, view, kinds, ever=thing.ever, done=done) for each in thing.alternatives]
    if not held:
        return Weighed(Verdict.UNKNOWN)
    shown = any(each.present is Verdict.MET for each in held)
    gone = all(each.present is Verdict.NOT_MET for each in held)
    return _join(Verdict.MET if shown else Verdict.NOT_MET if gone else Verdict.UNKNOWN, held)


def _whole(alternative: Alternative, view: View, kinds: tuple[EvidenceKind, ...], *, ever: bool, done: bool) -> Weighed:
    """Weigh an idea, and where the chart does not name it, the narrower ones it consists of."""
    own = _one(alternative, view, kinds, ever=ever, done=done)
    if own.present is not Verdict.UNKNOWN:
        return own
    parts = [_one(each, view, kinds, ever=ever, done=done) for each in narrower(alternative)]
    if any(part.present is Verdict.MET for part in parts):
        return _join(Verdict.MET, [own, *parts])
    gone = bool(parts) and all(part.present is Verdict.NOT_MET for part in parts)
    return _join(Verdict.NOT_MET, [own, *parts]) if gone else own


def _join(present: Verdict, parts: list[Weighed]) -> Weighed:
    whole = Weighed(present)
    for part in parts:
        for mine, theirs in (
            (whole.showing, part.showing),
            (whole.denying, part.denying),
            (whole.near, part.near),
        ):
            mine += [each for each in theirs if each not in mine]
    return whole


def _one(alternative: Alternative, view: View, kinds: tuple[EvidenceKind, ...], *, ever: bool, done: bool) -> Weighed:
    weighed = Weighed(Verdict.UNKNOWN)
    core = alternative.core - GENERIC or alternative.affirm or alternative.deny
    wanted = core | {word for test in _tests(alternative) for word in content(test)}
    for each in view.about(wanted):
        if kinds and each.kind not in kinds and each.kind is not EvidenceKind.STATEMENT:
            continue
        if not wanted & content(f"{each.name} {each.finding} {each.statement}"):
            continue
        kept = {"for": weighed.showing, "against": weighed.denying, "near": weighed.near}.get(
            _says(alternative, each, ever=ever, done=done)
        )
        if kept is not None:
            kept.append(each)
    weighed.showing.sort(key=newest, reverse=True)
    weighed.denying.sort(key=newest, reverse=True)
    weighed.present = _later(weighed, ever=ever)
    return weighed


def _says(alternative: Alternative, each: Evidence, *, ever: bool, done: bool) -> str:
    meant = each.assertion
    if meant.experiencer != "patient":
        return ""
    text, named = speaks(each), f"{each.name} {each.finding}".strip()
    if done and meant.time != "planned" and _was_done(alternative, f"{named}. {text}"):
        return "for"
    result = _result(alternative, f"{named}. {text}") or _tested(alternative, f"{named} {text}")
    if result or alternative.result:
        return result
    if each.kind is EvidenceKind.STATEMENT and not each.name:
        if denies(alternative, text) and not (ever and OVER.search(text)):  # one who quit has smoked
            return "against"
        if affirms(alternative, text, now=not ever):
            return "near" if meant.time == "planned" else "for"
        if affirms(alternative, text):
            return "near"
        return "near" if hints(alternative, text) else ""
    if each.statement and not content(named) & (alternative.affirm | alternative.deny):
        return ""  # its sentence is weighed by itself
    spoken = each.statement and content(each.statement) & alternative.affirm
    if spoken and meant.polarity == "negated":  # "denies SI with plan" is filed as no SI, and is less than that
        return "against" if denies(alternative, text) else ""
    if spoken and meant.polarity == "affirmed" and not affirms(alternative, text) and unmeant(alternative, text):
        return "near" if hints(alternative, text) else ""  # filed as present; its own words warn, deny or guess
    if meant.polarity == "negated":
        bare = content(each.name)
        return "against" if bare <= alternative.affirm and bare - GENERIC else ""
    if affirms(alternative, named) or affirms(alternative, text):
        if not meant.holds or denies(alternative, text) or (_over(each) and not ever):
            return "near"
        return "for"
    return "against" if denies(alternative, text) else ""


def _over(each: Evidence) -> bool:
    """Whether a thing filed as history is over: by its words, or where there are none, by the filing."""
    return each.assertion.time == "historical" and (not each.statement or bool(OVER.search(each.statement)))


def _parts(text: str) -> list[tuple[str, str]]:
    """Cut a line of results into items with their signs; "X and Y negative" gives both the one sign."""
    found: list[tuple[str, str]] = []
    sign = ""
    for part in reversed([part for part in _PART.split(text) if part and part.strip()]):
        if part.strip() == ".":
            sign = ""
            continue
        negative, positive = bool(_NEGATIVE.search(part)), bool(_POSITIVE.search(part))
        if negative != positive:
            sign = "negative" if negative else "positive"
        found.append((part, "" if _VALUE.search(part) and negative == positive else sign))
    return found


def _result(alternative: Alternative, text: str) -> str:
    """What a text says where the result of a test is asked: "a negative tuberculosis test"."""
    asked = alternative.affirm - GENERIC
    for part, sign in _parts(text) if alternative.result and asked else ():
        if asked <= content(part) and sign:
            return "for" if sign == alternative.result else "against"
    return ""


def _tested(alternative: Alternative, text: str) -> str:
    """What a named test's result says of the condition it is for; a positive screen does not say that it is active."""
    for test in _tests(alternative):
        for part, sign in _parts(text):
            if content(test) <= content(part) and sign:
                if sign == "negative":
                    return "against"
                return "near" if "activ" in alternative.affirm else "for"
    return ""


def _tests(alternative: Alternative) -> list[str]:
    return [test for condition, tests in TESTS.items() if content(condition) <= alternative.affirm for test in tests]


def _was_done(alternative: Alternative, text: str) -> bool:
    """Whether a text gives the result of the very test whose doing is asked about, whatever the result."""
    asked = alternative.affirm - GENERIC
    return bool(asked) and any(asked <= content(part) and sign for part, sign in _parts(text))


def _later(weighed: Weighed, *, ever: bool) -> Verdict:
    """Let the later word count; where the past counts, or the days do not tell, both together decide nothing."""
    if not weighed.showing or not weighed.denying:
        return Verdict.MET if weighed.showing else Verdict.NOT_MET if weighed.denying else Verdict.UNKNOWN
    shown, gone = when(weighed.showing[0]), when(weighed.denying[0])
    if ever or shown is None or gone is None:
        return Verdict.UNKNOWN
    if shown.earliest() > gone.latest():
        return Verdict.MET
    return Verdict.NOT_MET if gone.earliest() > shown.latest() else Verdict.UNKNOWN
