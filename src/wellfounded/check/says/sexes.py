"""Words that say a person is a woman or a man, and whose words they are."""

import re
from collections.abc import Iterator
from typing import NamedTuple

PRONOUN = re.compile(r"\b(?:(?P<female>she|her|hers|herself)|(?P<male>he|him|his|himself))\b", re.IGNORECASE)
NOUN = re.compile(
    r"\b(?:(?:\d{1,3}|"
    r"[a-z]+-)[- ]?(?:years?[- ]old|y/?o|yo)|patient is an?|this|pleasant|young|elderly|old|adult)"
    r"(?:[\s,]+(?:[a-z-]+\s+){0,3}?)"
    r"(?:(?P<female>woman|female|lady|girl)|(?P<male>man|male|gentleman|boy))\b"
    r"|\b(?:sex|gender)\s*:\s*(?:(?P<f>female|f\b|woman)|(?P<m>male|m\b|man))",
    re.IGNORECASE,
)
TITLE = re.compile(r"\b(?:(?P<female>Ms|Mrs|Miss)|(?P<male>Mr))\b\.?(?=\s+[A-Z])")
# People other than the patient, to whom a pronoun may belong.
FEMALE_OTHER = re.compile(
    r"\b(?:mother|mom|wife|sister|daughter|grandmother|aunt|niece|girlfriend|stepmother|granddaughter)\b", re.IGNORECASE
)
MALE_OTHER = re.compile(
    r"\b(?:father|dad|husband|brother|son|grandfather|uncle|nephew|boyfriend|stepfather|grandson)\b", re.IGNORECASE
)
ANY_OTHER = re.compile(
    r"\bDr\.?\s+[A-Z]|\b(?:Dr|Doctor|physician|surgeon|reviewer|therapist|psychologist|psychiatrist|dermatologist"
    r"|neurologist|cardiologist|rheumatologist|gastroenterologist|pulmonologist|urologist|oncologist|nurse|counselor"
    r"|specialist|medical\s+director|spouse|partner|parents?|caregiver|guardian|child|friend|employer|supervisor"
    r"|colleague|practitioner|provider|clinician|internist|pediatrician|orthopedist|teacher|roommate|neighbor)\b"
    r"|,\s*(?:M\.?D|D\.?O|Ph\.?D|N\.?P|LCSW|PMHNP|PA-C|DPT|PT)\b",
    re.IGNORECASE,
)
MALE, FEMALE = "male", "female"


class Sexed(NamedTuple):
    """One word, the sex it says, and where it stands."""

    sex: str
    word: str
    span: tuple[int, int]


def pronouns(text: str) -> Iterator[Sexed]:
    """Give each pronoun of the third person that has a sex."""
    for match in PRONOUN.finditer(text):
        if match[0] != "HIS":  # a hospital's information system, more often than a man in capitals
            yield Sexed(FEMALE if match["female"] else MALE, match[0], match.span())


def nouns(text: str) -> Iterator[Sexed]:
    """Give each noun that says the patient's sex: "a 41-year-old man", "Sex: F"."""
    for match in NOUN.finditer(text):
        group = next(name for name in ("female", "male", "f", "m") if match[name])
        yield Sexed(FEMALE if group[0] == "f" else MALE, match[group], match.span(group))


def other_of(sex: str, text: str) -> bool:
    """Whether *text* speaks of a person of *sex* who is not the patient, or of someone whose sex is not said."""
    own = FEMALE_OTHER if sex == FEMALE else MALE_OTHER
    return bool(own.search(text) or ANY_OTHER.search(text))
