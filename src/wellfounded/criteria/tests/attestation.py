"""Attestation: a person must state something."""

import re

from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Attest

ORDER = 12

_STATES = re.compile(
    r"\battest(?:s|ation|ed|ing)?\b(?:\s+(?:that|to|of|by))?|\bcertif(?:y|ies)\b(?:\s+that)?|\b(?:provider"
    r"|prescriber|physician|practitioner|clinician|surgeon)\s+(?:must\s+)?(?:confirms?|states?|agrees?"
    r"|acknowledges?|affirms?|verif(?:y|ies))\b(?:\s+that)?"
    r"|\bsigned\s+(?:(?:the|an?)\s+(?:[\w-]+\s+)?)?(?:statement|consent|agreement|plan|contract)\b|\b(?:member"
    r"|patient|caregiver"
    r"|parent)\s+(?:or\s+caregiver\s+)?(?:has\s+)?(?:agrees?|agreed|commits?|committed|consents?|consented"
    r"|acknowledges?)\b(?:\s+(?:to|that))?|\binformed consent\b",
    re.IGNORECASE,
)


def read(words: Words) -> Attest | None:
    """Give what must be stated, in the policy's words."""
    match = _STATES.search(words.text)
    if not match or re.search(r"\b(?:board|medicare)[- ]certif", words.low):
        return None
    return Attest(words.text[match.end() :].strip(" .:;,") or words.text.strip(" .;"))
