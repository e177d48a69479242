"""Diagnosis by the name of a condition alone: "obstructive sleep apnea", "has severe persistent asthma"."""

import re

from wellfounded.criteria.tests._words import Words
from wellfounded.criteria.tests.diagnosis import names
from wellfounded.criteria.words import disease, icd10
from wellfounded.model.asks import Diagnosis

ORDER = 70

_NOT_ONE = re.compile(
    r"^(?:the\s+)?(?:request|drug|device|treatment|prescri|dose|quantity|use\b|approval|coverage|documentation"
    r"|improve|reduc|decreas|increas|adherence|continued|response|stabil)"
    r"|\b(?:been|was|were)\s+(?:managed|reduced|optimi[sz]ed|encouraged|applied|corrected|considered|addressed"
    r"|discussed|reviewed|explained|offered)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:treatment|management|prevention|prophylaxis)\s+of\s", re.IGNORECASE)
# A relative's condition is not the patient's.
_KIN = re.compile(
    r"\b(?:relatives?|siblings?|brother|sister|mother|father|parents?)\s+(?:with|who|has|have|had|diagnosed)\b",
    re.IGNORECASE,
)


def read(words: Words) -> Diagnosis | None:
    """Give the condition named, where the words are about one and say nothing else a test knows."""
    if (
        not disease(words.text)
        or (_NOT_ONE.search(words.text) and not _FOR.match(words.text))
        or _KIN.search(words.text)
    ):
        return None
    return Diagnosis(icd10(words.text), names(words.text))
