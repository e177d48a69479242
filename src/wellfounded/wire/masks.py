"""Text with what names a person blotted out, one sign for each, so that every offset still holds.

The kinds are those of the HIPAA safe harbor (45 CFR 164.514(b)(2)) that free text can hold: names, places smaller
than a state, days, telephone and fax numbers, addresses of mail and web, numbers of records, plans and accounts, ages
over 89. A pattern cannot know every name: whoever calls gives those the case knows.
"""

import re
from collections.abc import Iterable

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_WORD = r"[A-Z][\w'\u2019-]+"
_STREET = r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Way|Court|Ct|Boulevard|Blvd|Loop|Place|Row|Square)"
_KIN = r"(?:sister|brother|mother|father|husband|wife|son|daughter|partner|aunt|uncle|friend|neighbou?r|caregiver)"
_DEGREE = r"(?:MD|DO|NP|PA|PA-C|RN|LCSW|PhD|PsyD|PMHNP|FNP|CRNP|PT|OT|DPM|DDS|RPh|PharmD)"
_ANY_CASE = (
    r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b",
    r"(?<![\d/.-])\d{1,2}/\d{1,2}(?![\d/.])",  # a day without its year
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?\b",
    rf"\b\d{{1,2}} {_MONTH}(?:,? \d{{4}})?\b",
    rf"\b{_MONTH},? \d{{4}}\b",
    r"\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b",
    r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b",
    r"\b(?:https?://|www\.)\S+",
    r"\b(?:9\d|1[01]\d)(?=[- ]?(?:years?|yr|y/?o)\b)",
    r"(?<![\d.,])\d{5,}(?:-\d{4})?(?![\d.])",
)
_AS_WRITTEN = (
    r"\b(?=[A-Z0-9-]*[A-Z])(?=(?:[A-Z-]*\d){4})[A-Z0-9][A-Z0-9-]{5,}\b",  # a letter and four figures: a file's number
    rf"\b\d+ (?:{_WORD} )+{_STREET}\b\.?",
    r"\b(?:Suite|Apt|Unit|P\.?O\.? Box)\.? ?#?\w+",
    r"\b[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}, [A-Z]{2}(?= \d{5}\b)",
    rf"\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Nurse)\.? {_WORD}(?: {_WORD})?",
    rf"\b{_WORD}(?: [A-Z][\w'\u2019.-]*){{0,2}}(?=,? {_DEGREE}\b)",
    rf"\b{_KIN},? {_WORD}",
)
_SHAPES = (*(re.compile(one, re.IGNORECASE) for one in _ANY_CASE), *(re.compile(one) for one in _AS_WRITTEN))


def masked(text: str, known: Iterable[str] = ()) -> str:
    """Give *text* with letters of what names a person as X and its figures as 0: the same length, sign for sign.

    *known* are names and numbers of this case; each is blotted out wherever it stands, and each word of it that is
    longer than two letters.
    """
    spans = [found.span() for shape in _SHAPES for found in shape.finditer(text)]
    words = {part for each in known for part in (each, *re.findall(r"[\w'\u2019-]{3,}", each)) if len(part) > 2}
    for word in sorted(words, key=len, reverse=True):
        spans += [found.span() for found in re.finditer(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)]
    signs = list(text)
    for start, end in spans:
        signs[start:end] = [_blot(sign) for sign in signs[start:end]]
    return "".join(signs)


def _blot(sign: str) -> str:
    return "0" if sign.isdigit() else "X" if sign.isalpha() else sign
