"""A requirement's words to one typed test: each parser in turn, in the order it states."""

import re
from dataclasses import replace
from functools import cache, lru_cache
from types import ModuleType

from wellfounded.criteria.agents import named
from wellfounded.criteria.numbers import within
from wellfounded.criteria.tests import imaging, prescriber, trial, visit
from wellfounded.criteria.tests._head import head
from wellfounded.criteria.tests._short import spelled
from wellfounded.criteria.tests._words import Words
from wellfounded.criteria.tests.diagnosis import names
from wellfounded.criteria.tests.prescriber import BY
from wellfounded.criteria.words import disease, icd10, specialties
from wellfounded.model.asks import (
    Absent,
    Diagnosis,
    Documentation,
    Imaging,
    Other,
    Prescriber,
    ProcedureDone,
    Test,
    Threshold,
    TrialOf,
)
from wellfounded.plugin import modules

__all__ = ["Words", "frames", "read", "strong"]

# A noun under one of these lead-ins takes the lead-in's kind: "Trial of two of the following: methotrexate ...".
_FRAMES = frozenset(
    {
        "trial",
        "intolerance_or_contraindication",
        "prescriber",
        "documentation",
        "procedure",
        "concurrent",
        "attestation",
        "function",
    }
)
_LONGEST = 1200  # characters; a requirement that says more says it in its first sentences
# What the head of a requirement is wins over a test found only in what says more of it: "migraine with 15 headache
# days a month" is a diagnosis, "ventilation because of respiratory failure" a procedure.
_YIELDS: dict[str, frozenset[str]] = {
    "diagnosis": frozenset({"measurement", "score", "lab", "procedure", "concurrent", "quantity", "place", "function"}),
    "procedure": frozenset({"diagnosis", "trial", "concurrent", "place"}),
}
_WEAK = frozenset({"other", "documentation", "severity", "attestation", "place"})


@cache
def _parsers() -> tuple[ModuleType, ...]:
    return tuple(
        sorted(modules("wellfounded.criteria.tests", "ORDER", "read"), key=lambda each: (each.ORDER, each.__name__))
    )


def read(words: Words) -> Test:
    """Read *words* as the first test whose parser knows them; Other where none does."""
    own = _labelled(replace(words, text=f"Age: {words.text}") if _AGE.match(words.before) else words)
    if not words.before:
        return prescriber.bare(words.text) or own if isinstance(own, Other) else own
    return _dated(_framed(words, own) if isinstance(own, Other) or not words.clause else own, words)


_AGE = re.compile(r"(?:minimum\s+|member\s+|patient\s+)?age\b", re.IGNORECASE)  # a column's head over "6 years+"
_NOT_THERE = re.compile(r"(?:not\s+present|absent|must\s+not\s+have|contraindications?|exclusions?)\s*:", re.IGNORECASE)
_USE = re.compile(r"^(?:[\w-]+\s+(?:and\s+[\w-]+\s+)?)?use\s+of\s+", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:documents|states|includes|records|reports|describes|addresses)\W*$", re.IGNORECASE)
# A lead-in that speaks of something done to the patient, not a mere name such as "LABORATORY CRITERIA:".
_DOES = re.compile(
    (
        r"\b(?:complet|perform|evaluat|screen|test|undergo|underw|obtain|assess|examin|within"
        r"|past)\w*\b(?!\s+criteria)"
    ),
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:for\s+)?[A-Z][^:.;()]{1,60}(?:\([^()]{1,30}\))?[^:.;()]{0,20}:\s+(?=\S)", re.IGNORECASE)


def _labelled(words: Words) -> Test:
    """Read what stands behind a label ("Age: ...", "For ASCVD: ..."), and with it only where that tells nothing."""
    label = _LABEL.match(words.text)
    if label and label.end() < len(words.text):
        bare = _read(replace(words, text=words.text[label.end() :]))
        if isinstance(bare, TrialOf) and not bare.agents and (of := named(f"use of {label[0]}")).agents:
            bare = replace(
                bare, agents=of.agents, agent_class=of.agent_class
            )  # "If stable on danazol: inadequate control"
        if bare.kind not in _WEAK:
            return bare
    return _read(words)


def _dated(test: Test, words: Words) -> Test:
    """Give the test the recency its lead-in asks of every item."""
    if isinstance(test, Threshold | Imaging | ProcedureDone | Documentation) and test.within is None:
        return replace(test, within=within(words.before) or within(words.after))
    return test


def frames(before: str, after: str = "") -> bool:
    """Whether a lead-in says what is asked of each item: "has used both of them for three months" asks a trial."""
    return _read(Words(f"{before} it {after}".strip())).kind in _FRAMES


def strong(text: str) -> Test | None:
    """Read *text* alone; None where no parser is sure of it without the words around it."""
    test = _read(Words(text))
    took_place = isinstance(test, Documentation) and visit.read(Words(text)) is not None
    return None if test.kind in _WEAK and not took_place else test


def _read(words: Words) -> Test:
    return _parsed(spelled(words.text[:_LONGEST]))


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Test:
    whole = _first(Words(text))
    if isinstance(whole, Threshold) and imaging.shows(text) and (seen := imaging.read(Words(text))):
        return seen
    start = head(text)
    if start == text or whole.kind not in _YIELDS["diagnosis"] | _YIELDS["procedure"]:
        return whole
    own = _first(Words(start))
    if whole.kind not in _YIELDS.get(own.kind, frozenset()):
        return whole
    if isinstance(own, Diagnosis) and not (own.codes or disease(start)):
        return whole
    if isinstance(own, Diagnosis):
        # A bound that is part of the diagnosis stays in its name, so that the bare name is never taken for it.
        return Diagnosis(icd10(text), names(text) if isinstance(whole, Threshold) else own.names)
    return replace(own, within=within(text)) if isinstance(own, ProcedureDone) else own


def _first(words: Words) -> Test:
    for parser in _parsers():
        test: Test | None = parser.read(words)
        if test is not None:
            return test
    return Other()


def _framed(words: Words, own: Test) -> Test:
    """Read a noun together with its lead-in, where the lead-in says what is asked of it."""
    whole = words.whole()
    if isinstance(own, Threshold):
        joint = _read(Words(f"{words.before} {words.text}"))
        return joint if isinstance(joint, Threshold) and joint.value == own.value and not own.name else own
    if words.before.endswith("Diagnosis of") and isinstance(own, Other):
        return Diagnosis((), (words.text,))
    if _NOT_THERE.match(words.before):
        return Absent(words.text)
    if _TELLS.search(words.before) and isinstance(own, Other | Documentation | ProcedureDone):
        return Documentation(words.text.strip(" .;,"), within(words.before))
    found = specialties(words.text)
    if found and BY.search(words.before):
        return Prescriber(found, consult="consult" in words.before.lower())
    frame = _read(Words(f"{words.before} it {words.after}".strip()))
    if frame.kind not in _FRAMES:
        return own
    if frame.kind in {"documentation", "procedure", "function", "attestation", "concurrent"} and not isinstance(
        own, Other
    ):
        return own
    if own.kind == "age":
        return own
    if frame.kind == "procedure" and not _DOES.search(words.before):
        return own
    joint = _read(Words(whole))
    if (
        isinstance(joint, TrialOf)
        and (of := named(f"trial of {_USE.sub('', words.text)}"))
        and (of.agents or of.agent_class)
    ):
        joint = replace(joint, agents=of.agents, agent_class=of.agent_class, n=of.n)
    if isinstance(joint, TrialOf) and (own_time := trial.minimum(words.text)):
        joint = replace(joint, min_duration=own_time)
    return joint if joint.kind == frame.kind else own
