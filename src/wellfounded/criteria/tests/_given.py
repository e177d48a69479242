"""A requirement's slots where its kind is known from elsewhere: what the words fill of that kind of test."""

import re
from collections.abc import Callable

from wellfounded.criteria.agents import named
from wellfounded.criteria.known import treatments
from wellfounded.criteria.numbers import within
from wellfounded.criteria.tests import (
    absent,
    age,
    concurrent,
    documentation,
    function,
    imaging,
    intolerance,
    place,
    prescriber,
    procedure,
    quantity,
    severity,
    trial,
)
from wellfounded.criteria.tests._loose import events, loose
from wellfounded.criteria.tests._threshold import bound
from wellfounded.criteria.tests._words import Words
from wellfounded.criteria.tests.diagnosis import names
from wellfounded.criteria.words import icd10, specialties
from wellfounded.model.asks import (
    Absent,
    Attest,
    Concurrent,
    Diagnosis,
    Documentation,
    Function,
    Imaging,
    IntoleranceOrContraindication,
    Lab,
    Measurement,
    Other,
    Place,
    Prescriber,
    ProcedureDone,
    Score,
    Severity,
    Test,
    TrialOf,
)

_NO = re.compile(
    r"^(?:there\s+(?:is|are|has\s+been)\s+)?(?:no|not|without|absence\s+of|free\s+of|lacks?|denies)\s+(?:an?\s+)?",
    re.IGNORECASE,
)
FALSE = re.compile(
    r"\b(?:not|none|free\s+of|ruled\s+out|rule\s+out|absence|absent|other\s+than|no|without|never|neither|nor|cannot|isn't|won't)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"^(?:(?:an?|the|baseline|current|documented|patient|member|has|have|had|with)\s+)+", re.IGNORECASE)
_SHORT = 6  # words of a value's name


def given(kind: str, words: Words) -> Test | None:
    """Read *words* as a test of *kind*; None where they hold nothing that kind needs."""
    return _READERS[kind](words) if kind in _READERS else None


def _plain(words: Words) -> str:
    return words.text.strip(" .;:,?")


def _age(words: Words) -> Test | None:
    return age.read(Words(f"Age: {words.text}"))


def _trial(words: Words) -> Test | None:
    read = trial.read(words)
    if isinstance(read, TrialOf):
        return read
    told = named(words.text)
    of = told if told.agents or told.agent_class else named(f"use of {words.text}")
    listed = treatments(words.text)
    agents = of.agents or tuple(dict.fromkeys(each.name for each in listed if not each.is_class))
    lasting = trial.minimum(words.text) or (trial.minimum(words.before) if words.before else None)
    return TrialOf(agents, of.agent_class, of.n, lasting, trial.dose(words.text), trial.outcome(words.whole()))


def _intolerance(words: Words) -> Test | None:
    read = intolerance.read(words)
    if isinstance(read, IntoleranceOrContraindication):
        return read
    of = named(words.text)
    listed = tuple(dict.fromkeys(each.name for each in treatments(words.text)))
    return IntoleranceOrContraindication(of.agents or listed or ((of.agent_class,) if of.agent_class else ()))


def _numbered(shape: type[Score] | type[Lab] | type[Measurement]) -> Callable[[Words], Test | None]:
    def read(words: Words) -> Test:
        held = bound(words.text)
        found = None if held else loose(words.text)
        if held is None and not (found and found.name):
            found = events(words.text)
        if found:
            return shape(found.name, found.comparator, found.value, found.unit, within(words.text))
        if held is None:  # it names a value and no bound of it: nothing is compared
            done = procedure.read(words)
            name = done.name if done else " ".join(_NAME.sub("", _plain(words)).split()[:_SHORT])
            return shape(name, "", 0.0, "", within(words.text))
        return shape(held.name, held.comparator, held.value, held.unit, held.within, held.during, held.upper)

    return read


def _concurrent(words: Words) -> Test | None:
    agents = named(words.text)
    listed = treatments(words.text)
    agent = " or ".join(agents.agents) or agents.agent_class or (listed[0].name if listed else _plain(words))
    return concurrent.read(words) or Concurrent(agent, allowed=not FALSE.search(words.text))


def _absent(words: Words) -> Test | None:
    """Give what must not be there; a text without a "no" names a thing, and what it stands under says the rest."""
    read = absent.read(words)
    if isinstance(read, Absent):
        return read
    return Absent(_NO.sub("", _plain(words))) if FALSE.search(words.text) else None


def _imaging(words: Words) -> Test:
    return imaging.read(words) or Imaging("", _plain(words), within(words.text))


_READERS: dict[str, Callable[[Words], Test | None]] = {
    "age": _age,
    "diagnosis": lambda words: Diagnosis(icd10(words.text), names(words.text) or (_plain(words),)),
    "severity": lambda words: severity.read(words) or Severity(_plain(words).lower()),
    "trial": _trial,
    "intolerance_or_contraindication": _intolerance,
    "score": _numbered(Score),
    "lab": _numbered(Lab),
    "measurement": _numbered(Measurement),
    "imaging": _imaging,
    "procedure": lambda words: procedure.read(words) or ProcedureDone(_plain(words), within(words.text)),
    "function": lambda words: function.read(words) or Function(_plain(words)),
    "prescriber": lambda words: (
        prescriber.read(words) or Prescriber(specialties(words.text), consult="consult" in words.low)
    ),
    "documentation": lambda words: documentation.read(words) or Documentation(_plain(words), within(words.text)),
    "absent": _absent,
    "concurrent": _concurrent,
    "quantity": quantity.read,
    "place": lambda words: place.read(words) or Place(_plain(words)),
    "attestation": lambda words: Attest(_plain(words)),
    "other": lambda _: Other(),
}
