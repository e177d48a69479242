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


def read(words: Words) -> Diagnosis | None:
    """Give the codes and the names, in the policy's words."""
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
    return Diagnosis(codes, names(rest) or names(words.text[: match.start()]))


def names(text: str) -> tuple[str, ...]:
    """Give the condition's name as printed, without its codes and without how it was confirmed."""
    plain = _END.sub("", text).strip(" .;,:?")
    plain = re.sub(r"\s*\([A-Z]\d\d[^)]*\)", "", plain)
    plain = re.sub(
        (
            r"^(?:(?:the\s+)?(?:member|patient|individual|beneficiary)\s+)?(?:has|have|had|with)?\s*(?:a|an|the"
            r"|confirmed|documented|current|active|known|suspected|history\s+of)?\s+"
        ),
        "",
        f" {plain}" if plain else "",
        count=1,
        flags=re.IGNORECASE,
    )
    return (plain,) if plain else ()
