"""The diagnosis as it stands inside a sentence."""

import re

from wellfounded.model.basis import Basis
from wellfounded.model.coding import Coding
from wellfounded.write.telling import Telling, entered
from wellfounded.write.words import series

EPONYMS = (
    *("Alzheimer", "Charcot", "Crohn", "Cushing", "Down ", "Duchenne", "Ehlers", "Graves", "Guillain", "Hashimoto"),
    *("Hodgkin", "Huntington", "Lyme", "Marfan", "Parkinson", "Prader", "Sjögren", "Tourette", "Turner", "Wilson"),
)

_WHOSE = re.compile(r"[^\W\d_]+['\u2019]s\b")  # "Behcet's disease" is named for a person


def named(telling: Telling) -> str:
    """Name every diagnosis of the case with its code; empty where none is known."""
    return series.series([coded(fact.value) for fact in telling.case.diagnoses])


def coded(coding: Coding) -> str:
    """Give one diagnosis with its code."""
    return f"{small(coding.display)} (ICD-10-CM {coding.code})" if coding.display else f"ICD-10-CM {coding.code}"


def small(display: str) -> str:
    """Give a diagnosis inside a sentence: small, but for acronyms and names of people."""
    if display.startswith(EPONYMS) or display[1:2].isupper() or _WHOSE.match(display):
        return display
    return f"{display[:1].lower()}{display[1:]}"


def basis(telling: Telling) -> tuple[Basis, ...]:
    """Give what the diagnosis rests on: the entry of the case and the notes that record it."""
    claimed = {claim.about: claim for claim in telling.brief.claims("diagnosis")}
    held: list[Basis] = []
    for fact in telling.case.diagnoses:
        held.append(entered(f"diagnosis {fact.value.display}".strip(), fact))
        if fact.value.code in claimed:
            held += [item.basis for item in claimed[fact.value.code].evidence[-1:]]
    return tuple(held)
