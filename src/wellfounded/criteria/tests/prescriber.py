"""Prescriber: "prescribed by or in consultation with a dermatologist"."""

import re

from wellfounded.criteria.tests._words import Words
from wellfounded.criteria.words import SPECIALTY, specialties
from wellfounded.model.asks import Prescriber

ORDER = 20

BY = re.compile(
    r"\b(?:prescribed|ordered|requested|recommended|referred|initiated|signed|submitted"
    r"|started)\b(?:[^.;]{0,60}?)\bby\b|\b(?:in"
    r"|after|with|upon)\s+consult\w*\b|\bunder\s+the\s+(?:care|supervision|direction|guidance)\s+of\b"
    r"|\b(?:has|have|was|were)\s+(?:been\s+)?(?:consulted|involved)\b|\bspeciali[sz](?:es|ed|ing)\s+in\b"
    r"|\bas\s+(?:the|an?)\s+prescriber\b|\bprescri\w+\s+(?:[\w-]+\s+){0,5}?(?:is|are)\s+(?:confined|restricted"
    r"|limited)\s+to\b"
    r"|^is\s+(?:the\s+)?(?:prescriber|provider|prescribing\s+\w+|requesting\s+\w+|ordering\s+\w+|treating\s+"
    r"\w+)\s+(?:an?\b|or\b)"
    r"|\bprescrib(?:er|ing\s+\w+)\s+(?:is|must\s+be|specialt)|\bconsult(?:ation|ed|ing)?\s+(?:with|by)\b"
    r"|^(?:who|physician|prescriber|specialty|provider\s+type|ordering\s+provider)(?:\s+\w+)?\s*:"
    r"|\bprescriber(?:'s)?\s+(?:specialty|requirement|restriction)s?|\b(?:ordering|treating|requesting"
    r"|performing)\s+\w+\s+(?:is|must be)\s+an?\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:who|physician|prescriber|specialty|provider\s+type|ordering\s+provider)(?:\s+\w+)?\s*:", re.IGNORECASE
)
_DONE = re.compile(
    (
        r"\b(?:evaluated|seen|examined|performed|implanted|administered|supervised|managed|followed|given|placed"
        r"|provided|delivered|done|treated|inserted)\b[^.;]{0,50}?\bby\b"
    ),
    re.IGNORECASE,
)
_TRIED = re.compile(r"\b(?:trial|tried|failed|completed|participat\w+|received|course)\b", re.IGNORECASE)
# "A psychiatrist has examined the member and orders the treatment."
_ACTIVE = re.compile(
    r"(?:an?|the)\s+(?P<who>[^,.;:]{3,60}?)\s+(?:has\s+|have\s+|must\s+)?(?:examined?|evaluated?|seen|see|ordere?d?"
    r"|prescribe[sd]?|recommend(?:s|ed)?|orders)\s+(?:the|this|it|treatment|therapy)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\bas\s+(?:the|an?)\s+prescriber\b|\b(?:consulted|involved)\b", re.IGNORECASE)
_SHORT = 10  # words
_LIST = re.compile(r"(?:\W|\b(?:an?|the|or|and|by|board|certified|licensed)\b)*", re.IGNORECASE)
_FIELD = re.compile(
    r"\bspeciali[sz](?:es|ed|ing)\s+in\s+(?:the\s+(?:treatment|management|care)\s+of\s+)?(?P<field>[^.;,()]{3,50})",
    re.IGNORECASE,
)
_CONSULT = re.compile(r"consult|referr", re.IGNORECASE)
_SEEN = re.compile(r"evaluated|seen|examined", re.IGNORECASE)


def bare(text: str) -> Prescriber | None:
    """Give the specialties where *text* is no more than their names: "Neurologist or neurosurgeon"."""
    found = specialties(text) if len(text.split()) <= _SHORT and _LIST.fullmatch(SPECIALTY.sub("", text)) else ()
    return Prescriber(found, consult=False) if found else None


def read(words: Words) -> Prescriber | None:
    """Give the specialties, and whether consulting one is enough."""
    said = re.split(r",?\s+unless\b", words.text)[0]
    by, done = BY.search(said), _DONE.search(said)
    active = _ACTIVE.match(words.text)
    if active and (found := specialties(active["who"])):
        return Prescriber(found, consult=not re.search(r"\border|prescri", words.low))
    if not by and not done:
        return None
    start = (by or done).start() if (by or done) else 0  # type: ignore[union-attr]  # one of them matched
    if _TRIED.search(words.text[:start]):
        return None
    found = specialties(words.text if _NAMED.search(words.text) else words.text[start:])
    if not found and by and (field := _FIELD.search(words.text)):
        found = (field["field"].strip().lower(),)
    if (
        not found
        and not _LABEL.match(words.text)
        and not (
            by
            and re.search(
                r"\b(?:prescribed|ordered|recommended|referred|requested)\b[^.;]{0,60}\bby\s+(?:an?|the)\b", words.low
            )
        )
    ):
        return None
    return Prescriber(
        found, consult=bool(_CONSULT.search(words.text)) or (by is None and bool(_SEEN.search(words.text)))
    )
