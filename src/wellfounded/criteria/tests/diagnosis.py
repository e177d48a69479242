"""Diagnosis said in so many words: "a diagnosis of", "diagnosed with", or an ICD-10 code."""

import re

from wellfounded.criteria.tests._words import Words
from wellfounded.criteria.words import disease, icd10
from wellfounded.model.asks import Diagnosis

ORDER = 22

SAID = re.compile(
    (
        r"\b(?:diagnos(?:is|es|ed)(?:\s+(?:of|with|as|is|includes?))?|fda[- ]?approved\s+(?:indication"
        r"|diagnosis)(?:\s+(?:of|for))?|(?:labell?ed|covered|approved)\s+(?:indication|diagnosis)(?:\s+(?:of"
        r"|for))?)\s*:?\s*"
    ),
    re.IGNORECASE,
)
_END = re.compile(
    r"\s*(?:\((?:ICD|[A-TV-Z]\d)[^)]*\)|[,;]?\s*(?:ICD-?10[^a-z]*)|[,;]?\s+(?:(?:as\s+)?(?:confirmed|established"
    r"|documented|evidenced|supported|demonstrated|defined|verified|made)\s+by|based\s+on|according\s+to"
    r"|consistent\s+with|as\s+defined|in\s+accordance|who\b|that\s+(?:is|has)|and\s+(?:has|is|meets|one|all|at"
    r"|either)|with\s+(?:one|all|at\s+least|any)\s+of|is\s+(?:documented|confirmed)|has\s+been\s+(?:confirmed"
    r"|established))\b).*$",
    re.IGNORECASE | re.DOTALL,
)

_HOW = re.compile(
    r"\W*(?:(?:was|is|has\s+been|been)\s+)?(?:confirmed|established|made|verified|supported|proven)?\s*(?:by"
    r"|with|through|on)\b",
    re.IGNORECASE,
)
# "The drug will be used to treat Cushing's syndrome"
_USE = re.compile(
    r"^(?:is\s+)?(?:the\s+)?(?:requested\s+|prescribed\s+)?(?:drug|medication|medicine|product|agent|device"
    r"|therapy|treatment|it|use|request)\b[^.;,]{0,40}?"
    r"\b(?:used|is|prescribed|requested|indicated|intended)\s+(?:to\s+(?:treat|manage|prevent)|(?:only\s+"
    r")?for(?:\s+the)?(?:\s+(?:treatment|management|prevention|prophylaxis)\s+of)?)\s+",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    (
        r",?\s+(?:as\s+)?(?:confirmed|established|documented|evidenced|verified|demonstrated)\s+(?:by|on|with"
        r"|through)\b"
    ),
    re.IGNORECASE,
)
_PAPER = re.compile(r"(?:submission|documentation|records?|medical\s+records?|chart\s+notes|evidence)\b", re.IGNORECASE)
_SUCH_AS = re.compile(
    (
        r"\b(?:disease|disorder|condition|illness|diagnosis|indication)s?\b[^.;]{0,40}?,?\s+(?:such\s+as"
        r"|including)\s+([^.;]+)$"
    ),
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,\s*(?:and|or)?|\bor\b|\band\b)\s+")
_OPENING = re.compile(
    r"^(?:(?:the\s+)?(?:member|patient|individual|beneficiary|enrollee|person|client)s?(?:\s+must)?\s+|(?:has"
    r"|have|had|with|is|there\s+is)\s+|(?:an?|the|confirmed|documented|current|known"
    r"|established|clinical|history\s+of|presence\s+of|evidence\s+of|diagnosis\s+of)\s+)",
    re.IGNORECASE,
)


def read(words: Words) -> Diagnosis | None:
    """Give the codes and the names, in the policy's words."""
    shown = _SHOWN.search(words.text)
    if shown and disease(words.text[: shown.start()]) and not SAID.search(words.text[: shown.start()]):
        return Diagnosis(icd10(words.text), names(words.text[: shown.start()]))
    use = _USE.search(words.text)
    if use and disease(words.text[use.end() :]):
        return Diagnosis(icd10(words.text), names(words.text[use.end() :]))
    match = SAID.search(words.text)
    codes = icd10(words.text)
    if codes and not (match or disease(words.text)):
        return Diagnosis(codes, ())
    if (
        not match
        or match.start() > 75
        or re.search(
            r"\b(?:since|after|at|before|from|of|prior to|time of)\s+(?:the\s+)?(?:initial\s+)?$",
            words.text[: match.start()],
            re.IGNORECASE,
        )
    ):
        return Diagnosis(codes, names(words.text)) if codes else None
    if re.search(r"\b(?:no|not|without)\s+(?:\w+\s+){0,3}$", words.text[: match.start()], re.IGNORECASE):
        return None
    rest = words.text[match.end() :]
    if _HOW.match(rest) and not disease(words.text[: match.start()]):
        return None  # "was the diagnosis confirmed by polysomnography?" asks for the study
    if not rest.strip(" .;") and _PAPER.match(words.text):
        return None  # "records that support the diagnosis" names none
    return Diagnosis(codes, names(rest) or names(words.text[: match.start()]))


def names(text: str) -> tuple[str, ...]:
    """Give the condition's name as printed, without its codes and without how it was confirmed.

    Where a general word is spelled out ("a disease such as A, B or C"), the names that spell it out.
    """
    if listed := _SUCH_AS.search(text):
        return tuple(part.strip() for part in _AND.split(listed[1].strip(" .;:?")) if part.strip())
    plain = re.sub(r"\s*\((?:[A-Z]\d\d|refer|see)\b[^)]*\)?", "", _END.sub("", text), flags=re.IGNORECASE).strip(
        " .;,:?"
    )
    while (shorter := _OPENING.sub("", plain)) != plain and shorter:
        plain = shorter
    return (plain,) if len(plain) > 2 else ()
