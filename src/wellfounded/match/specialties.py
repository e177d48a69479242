"""Specialties by the words of policies, certificates and signatures."""

import re

_TABLE = {
    "psychiatry": r"psychiatr(?:y|ist)s?\b|psychiatry and neurology, psychiatry",
    "psychology": r"psycholog(?:y|ist)",
    "neurology": r"neurolog(?:y|ist)s?\b(?!, psychiatry)",
    "rheumatology": r"rheumatolog(?:y|ist)",
    "dermatology": r"dermatolog(?:y|ist)",
    "gastroenterology": r"gastroenterolog(?:y|ist)|\bGI (?:specialist|consult\w*)",
    "hepatology": r"hepatolog(?:y|ist)",
    "cardiology": r"cardiolog(?:y|ist)|cardiovascular disease|electrophysiolog",
    "pulmonology": r"pulmonolog(?:y|ist)|pulmonary (?:medicine|disease|specialist)|lung specialist",
    "sleep medicine": r"sleep (?:medicine|specialist)",
    "allergy and immunology": r"allerg(?:y|ist)|immunolog(?:y|ist)",
    "endocrinology": r"endocrinolog(?:y|ist)",
    "oncology": r"oncolog(?:y|ist)",
    "hematology": r"hematolog(?:y|ist)",
    "nephrology": r"nephrolog(?:y|ist)",
    "urology": r"\burolog(?:y|ist)",
    "infectious disease": r"infectious diseases?|\bID specialist",
    "ophthalmology": r"ophthalmolog(?:y|ist)|retina specialist",
    "otolaryngology": r"otolaryngolog(?:y|ist)|\bENT\b",
    "orthopedics": r"orthop[a]?edi(?:c|st)",
    "physiatry": r"physiatr(?:y|ist)|physical medicine and rehabilitation|\bPM&R\b",
    "pain medicine": r"pain (?:medicine|management|specialist)",
    "anesthesiology": r"anesthesiolog(?:y|ist)",
    "neurosurgery": r"neurosurg(?:ery|eon)",
    "spine surgery": r"spine surg(?:ery|eon)",
    "general surgery": r"general surg(?:ery|eon)|bariatric surg",
    "plastic surgery": r"plastic surg",
    "vascular surgery": r"vascular surg",
    "obstetrics and gynecology": r"obstetric|gyn[a]?ecolog|\bOB[/-]?GYN\b",
    "pediatrics": r"\bp(?:a)?ediatri(?:cs|cian)\b",
    "family medicine": r"family (?:medicine|practice|physician)|general practi",
    "internal medicine": r"internal medicine|\binternist",
    "primary care": r"primary care|\bPCP\b",
    "genetics": r"geneti(?:cs|cist)",
    "geriatrics": r"geriatri",
    "addiction medicine": r"addiction",
    "headache medicine": r"headache (?:medicine|specialist)",
    "physical therapy": r"physical therap|physiotherap",
    "podiatry": r"podiatr",
    "transplant": r"transplant",
    "wound care": r"wound (?:care|specialist)",
}
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _TABLE.items()}
KNOWN = frozenset(_TABLE)
_WIDER = {
    "mental health": ("psychiatry", "psychology"),
    "behavioral health": ("psychiatry", "psychology"),
    "primary care": ("family medicine", "internal medicine", "pediatrics", "primary care", "geriatrics"),
}
_ALSO = {"hepatology": "gastroenterology", "headache medicine": "neurology"}  # a subspecialist holds the wider one too


def specialties(words: tuple[str, ...]) -> frozenset[str]:
    """Give the specialties that a policy's words name, each by one name; unknown ones keep their own word."""
    found: set[str] = set()
    for word in words:
        held = _named(word)
        held |= {each for wide, narrow in _WIDER.items() if wide in word.lower() for each in narrow}
        found |= held or ({word.strip().lower()} if len(word.split()) <= 4 else set())
    return frozenset(found)


def among(text: str, wanted: frozenset[str]) -> bool:
    """Whether a title, certificate or sentence names one of the *wanted* specialties."""
    held = _named(text)
    held |= {_ALSO[each] for each in held if each in _ALSO}
    return bool(held & wanted) or any(
        each not in _TABLE and re.search(rf"\b{re.escape(each)}\b", text.lower()) for each in wanted
    )


def _named(text: str) -> set[str]:
    plain = text.replace("&", " and ").replace("  ", " ")
    return {name for name, pattern in _PATTERNS.items() if pattern.search(plain) or pattern.search(text)}
