"""Words that say a person is a woman or a man, and whose words they are."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from wellfounded.check.says.plain import phrase

PRONOUN = phrase(r"\b(?:(?P<female>she|her|hers|herself)|(?P<male>he|him|his|himself))\b")
NOUN = phrase(
    r"\b(?:(?:\d{1,3}|"
    r"[a-z]+-)[- ]?(?:years?[- ]old|y/?o|yo)|patient is an?|this|pleasant|young|elderly|old|adult)"
    r"(?:[\s,]+(?:[a-z-]+\s+){0,3}?)"
    r"(?:(?P<female>woman|female|lady|girl)|(?P<male>man|male|gentleman|boy))\b"
    r"|\b(?:sex|gender)\s*:\s*(?:(?P<f>female|f\b|woman)|(?P<m>male|m\b|man))",
)
TITLE = re.compile(r"\b(?:(?P<female>Ms|Mrs|Miss)|(?P<male>Mr))\b\.?(?=\s+[A-Z])")
# People other than the patient, to whom a pronoun may belong.
FEMALE_OTHER = phrase(
    r"\b(?:mother|mom|wife|sister|daughter|grandmother|aunt|niece|girlfriend|stepmother|granddaughter)\b",
)
MALE_OTHER = phrase(
    r"\b(?:father|dad|husband|brother|son|grandfather|uncle|nephew|boyfriend|stepfather|grandson)\b",
)
ANY_OTHER = phrase(
    r"\bDrs?\.?\s+[A-Z]|\b(?:doctor|physician|surgeon|reviewer|therapist|psychologist|psychiatrist|dermatologist"
    r"|neurologist|cardiologist|rheumatologist|gastroenterologist|pulmonologist|urologist|oncologist|internist"
    r"|pediatrician|nurse|counselor|medical\s+director|practitioner|provider|clinician)\b"
    r"|\b(?:her|his|their|the|a)\s+(?:\w+\s+)?(?:spouse|partner|parents?|caregiver|guardian|child|friend|employer"
    r"|supervisor|colleague|teacher|roommate|neighbor)\b"
    r"|,\s*(?:M\.?D|D\.?O|Ph\.?D|N\.?P|LCSW|PMHNP|PA-C|DPT|PT)\b",
)
EITHER = phrase(
    r"\b(?:s/he|(?:he|she)\s*(?:/|or)\s*(?:she|he)|(?:his|her)\s*(?:/|or)\s*(?:hers?|his)|(?:him|her)\s*(?:/"
    r"|or)\s*(?:him|her))\b",
)
MALE, FEMALE = "male", "female"


class Sexed(NamedTuple):
    """One word, the sex it says, and where it stands."""

    sex: str
    word: str
    span: tuple[int, int]


def pronouns(text: str) -> Iterator[Sexed]:
    """Give each pronoun of the third person that has a sex."""
    either = [match.span() for match in EITHER.finditer(text)]
    for match in PRONOUN.finditer(text):
        if match[0] != "HIS" and not any(
            start <= match.start() < end for start, end in either
        ):  # a hospital's information system, more often than a man in capitals
            yield Sexed(FEMALE if match["female"] else MALE, match[0], match.span())


def nouns(text: str) -> Iterator[Sexed]:
    """Give each noun that says the patient's sex: "a 41-year-old man", "Sex: F"."""
    for match in NOUN.finditer(text):
        group = next(name for name in ("female", "male", "f", "m") if match[name])
        yield Sexed(FEMALE if group[0] == "f" else MALE, match[group], match.span(group))


def kin(sex: str, text: str) -> bool:
    """Whether *text* speaks of a relative of *sex*: her husband, his mother."""
    return (FEMALE_OTHER if sex == FEMALE else MALE_OTHER).search(text) is not None


def other_of(sex: str, text: str) -> bool:
    """Whether *text* speaks of a person of *sex* who is not the patient, or of someone whose sex is not said."""
    return kin(sex, text) or ANY_OTHER.search(text) is not None
