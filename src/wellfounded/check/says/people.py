"""Names of people in a text: after a title, under a label, and where a sentence speaks of someone."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from wellfounded.check.says import given_names

WORD = r"(?:[A-Z][a-z]+(?:[A-Z][a-z]+)?|[A-Z]'[A-Z][a-z]+|[A-Z]{2,})(?:[-'][A-Z][a-z]+)*"
LAST = rf"(?:(?:van|von|de|del|der|den|da|di|la|le|al|bin|el|St\.|O)[ ])*{WORD}"
NAME = rf"{WORD}(?:[ ][A-Z]\.?(?=[ ]))?(?:[ ]{LAST}){{1,3}}"
TITLED = re.compile(rf"\b(?P<title>Mr|Mrs|Ms|Miss|Mx|Master)\.?\s+(?P<name>{WORD}(?:[ ][A-Z]\.)?(?:[ ]{LAST}){{0,2}})")
DOCTOR = re.compile(rf"\b(?:Dr|Drs|Prof|Doctor|Nurse)\.?\s+(?P<name>{LAST}(?:[ ]{LAST}){{0,2}})")
LABELLED = re.compile(
    r"(?:^|(?<=[\n\t|;,.(])|(?<=[ ]{2}))[ ]?(?:(?:RE|Re|Regarding|Subject)[ ]*:?[ ]*)?"
    r"(?i:(?:patient|pt|member|insured|enrollee|beneficiary|participant|claimant|employee|injured[ ]worker|subscriber"
    r"|client|applicant|child|student|dependent)(?:'s)?(?:[ ]name)?|name[ ]of[ ](?:patient|member)|full[ ]name"
    r"|patient[ ]*/[ ]*member|name)[ ]*(?:[:#]|(?:[ .]*\.){3})[ \n]*"
    rf"(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Mx)\.?[ ])?(?:{LAST},[ ]*{WORD}(?:[ ][A-Z]\b\.?)?|{NAME}"
    rf"|{WORD}(?=[ ]*(?:$|[\n|(,;]))))"
)
INTRODUCED = re.compile(rf"\b(?:[Mm]y|[Oo]ur)[ ]patient,?[ ](?P<name>{NAME})")
LINE = re.compile(rf"(?:^|\n)[ ]*(?i:patient|member|claimant)[ ]{{1,8}}(?P<name>{NAME})(?=,|[ ]{{2}}|[ ]*(?:\n|$|\())")
HEADED = re.compile(
    rf"(?:^|\n)[ ]*(?:RE|Re|re|Regarding|Subject|SUBJECT|Reference"
    rf"|REFERENCE)[ ]*:[ ]*(?P<name>{LAST},[ ]*{WORD}|{NAME}|{WORD})"
    r"(?=[ ]*(?:$|[\n|(,;/-])|[ ]{2,})"
    r"(?P<dob>[\s\S]{0,40}?(?:DOB|\bID\b|[Dd]\.o\.b|D\.O\.B|[Dd]ate of [Bb]irth|[Bb]orn|\d{1,2}/\d{1,2}/\d{2}))?"
)
# Who is given an age is a person, whatever the name.
AGED = re.compile(
    rf"(?P<name>{NAME}|{WORD})(?=,[ ]who[ ]is[ ]\d{{1,3}}\b|,?[ ](?:is[ ])?(?:an?[ ])?(?:\d{{1,3}}"
    rf"|[a-z]{{3,5}}een|[a-z]+ty(?:-[a-z]+)?|two"
    rf"|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ](?:years?|months?|weeks?|y/?o)\b"
    r"|,?[ ]is[ ]\d{1,3}\b[^%/.]|,[ ]\d{1,3},)"
)
GIVEN = re.compile(rf"\b(?P<name>(?P<first>[A-Z][a-z]+|[A-Z]{{3,}})(?:[ ][A-Z]\.?(?=[ ]))?(?:[ ]{LAST}){{0,2}})")
ACTS = re.compile(
    r"'s?\s+[a-z]|,\s+who\s+[a-z]|\s+(?:also\s+|now\s+|still\s+|then\s+|therefore\s+)?(?:has|had|is|was|remains"
    r"|continues|reports?"
    r"|reported|denie[sd]"
    r"|tried|tries|failed|needs|requires|meets|suffers|cannot|can|took|takes|underwent|experience[sd]|developed"
    r"|presents"
    r"|presented|completed|stopped|began|started|received|will|would|lives|works|worked|uses|used|struggles|responded"
    r"|tolerated|sees|saw|came|did|does|describes?|described|walks|missed|spends|depends|relies)\b"
)
RELATION = re.compile(
    r"\b(?:mother|father|sister|brother|son|daughter|wife|husband|spouse|partner|aunt|uncle|cousin|friend|guardian"
    r"|caregiver"
    r"|parents?|therapist|counselor|psychologist|physician|surgeon|nurse|doctor|dentist|provider|specialist"
    r"|colleague|reviewer"
    r"|director|representative|coordinator|manager|nurse practitioner|social worker|attn|attention|c/o|by|with"
    r"|dear|dr|drs|prof|cc|from)\b\.?,?"
    r"\s*(?:is\s+)?(?:Mr|Mrs|Ms|Dr)?\.?\s*$",
    re.IGNORECASE,
)
CREDENTIAL = re.compile(
    r"(?:,\s*|\s)(?:M\.?D|D\.?O|Ph\.?D|Psy\.?D|N\.?P|P\.?A(?:-C)?|R\.?N|LCSW|LPC|LMFT|PMHNP|FNP|APRN|CRNP|PT|DPT"
    r"|OT|OTR|SLP"
    r"|RPh|PharmD|DDS|DMD|DPM|DC|RD|MSW|BCBA|CNP|AGNP|ARNP|FACP|LMHC|LICSW)\b(?!\.?\s?B\b)"
)
# Given names that are oftener a month, a place or a virtue; alone they name nobody.
_WORDS_TOO = """
al ali allen amber apollo april archer art asia august augustus austin autumn bailey barker baron barrett barthel beau
beck ben berg berry bill bishop blake bliss bo bob boris buddy carolina cash chance charity charlotte chase christian
clay cliff colby cole colt constance cooper crow crystal daisy dakota dale dallas dash davis dawn dawson dean derby
dick dirk dolly drew duke earl faith fay fern flex flora florence frank gay gene georgia gia ginger gleason glen grace
grady graham grant guy hal hamilton hank harper harris harrison hazel heath heather holly hope houston hunter iris ivy
jack jackson jade jay joy julius june junior kendall kent king kit lance law lee lily lincoln lou mack madison mae mai
major mark marshall mason max may mayo mei mercy miles misty monroe montgomery morris myrtle ned nell nelson newton
nia olive opal orion orlando palmer pansy paris parker pat patience pearl phoenix pierce porter price prince prudence
randy ray reed reid rex rich rob rocky roman romeo rose ruby rusty sage said sana sandy santos savannah sawyer sky sol
star sterling summer tanner trinity van vincent violet virginia wade wallace walton ward will willow wilson
"""
WORDS_TOO = frozenset(_WORDS_TOO.split())
# What follows a given name in the name of a place, a test or a house.
_NOT_LAST = """
test sign scale score index disease syndrome clinic clinics hospital center centre university health medical street
avenue road drive lane boulevard suite foundation institute college medicine healthcare insurance county city criteria
classification method procedure inventory questionnaire association society network plan care group associates
pharmacy laboratories labs state school act law rule beach park building tower hall house memorial
"""
NOT_LAST = frozenset(_NOT_LAST.split())


class Person(NamedTuple):
    """One name as written, without its title; how it was met, and where it stands."""

    name: str
    title: str
    how: str  # label, title, doctor, given, aged
    span: tuple[int, int]


def tokens(name: str) -> tuple[str, ...]:
    """Give the words of a name in lower case, initials and titles left out; `O'Neil-Reyes` gives two."""
    plain = re.sub(r"\b(?:mr|mrs|ms|miss|mx|dr|jr|sr|ii|iii|iv)\b\.?", " ", name.lower())
    return tuple(word for word in re.findall(r"[^\W\d_]+", plain.replace("'", "")) if len(word) > 1)


def people(text: str) -> Iterator[Person]:
    """Give every name of *text* that stands as one: under a label, after a title, or with a common given name.

    A given name alone counts where someone acts or owns by it: "Marcus has", "Marcus's".
    """
    yield from labelled(text)
    for match in TITLED.finditer(text):
        yield Person(match["name"], match["title"], "title", match.span("name"))
    for match in DOCTOR.finditer(text):
        yield Person(match["name"], "", "doctor", match.span("name"))
    for match in AGED.finditer(text):
        if not NOT_NAMES.intersection(tokens(match["name"])) and not MEASURE.search(match["name"]):
            yield Person(match["name"], "", "aged", match.span("name"))
    for capital in CAPITAL.finditer(text):
        named = GIVEN.match(text, capital.start()) if capital[0].lower() in given_names.ALL else None
        if named and not TITLE_BEFORE.search(text, max(0, named.start() - 8), named.start()) and _stands(named, text):
            yield Person(named["name"], "", "given", named.span("name"))


def labelled(text: str) -> Iterator[Person]:
    """Give every name of *text* that stands under a label: "Patient:", "Member", "RE:", or after "our patient"."""
    for pattern in (LABELLED, LINE, HEADED, INTRODUCED):
        for match in pattern.finditer(text):
            if pattern is HEADED and not (match["dob"] or given_names.ALL.intersection(tokens(match["name"]))):
                continue  # "Re: Formal Appeal"
            yield Person(match["name"], "", "label", match.span("name"))


def _stands(match: re.Match[str], text: str) -> bool:
    """Whether a given name stands for a person: with a last name, or alone where someone acts or owns by it."""
    first, *rest = tokens(match["name"])
    acts = first not in WORDS_TOO or ACTS.match(text, match.end()) is not None
    if rest:
        return not NOT_LAST.intersection(rest) and acts
    return first not in WORDS_TOO and ACTS.match(text, match.end()) is not None


CAPITAL = re.compile(r"\b(?:[A-Z][a-z]+|[A-Z]{3,})\b")
_NOT_NAMES = """
she he they it this that these those patient the my our her his their mr mrs ms miss dr who which there what age aged
january february march april may june july august september october november december and in on at by since diagnosis
treatment therapy member insured claimant score level index dose total
"""
NOT_NAMES = frozenset(_NOT_NAMES.split())
MEASURE = re.compile(r"^[A-Z]{2,}$|\d")
TITLE_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Drs|Prof)\.?\s+$")


def credentialed(text: str, end: int) -> bool:
    """Whether a credential follows the name that ends there: "Karen Whitfield, PMHNP"."""
    return CREDENTIAL.match(text, end) is not None


def related(text: str, start: int) -> bool:
    """Whether the words before *start* say that the name is someone else's: "her husband,", "seen by"."""
    before = text[max(0, start - 40) : start].rsplit("\n\n", 1)[-1]
    return RELATION.search(before) is not None
