"""Left and right of a body part, as a text says them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from wellfounded.check.says.body import PART
from wellfounded.check.says.plain import phrase

LEVEL = re.compile(r"(?:[CTLS]\d{1,2})(?:[-/][CTLS]?\d{1,2})?\b")
FIXED = {"ventricle", "atrium"}  # left ventricle, right atrium: organs with a side in their name
SIDE = re.compile(
    r"\b(?P<word>left|right|bilateral|bilaterally|both)\b(?!'s)|(?<![\w.'])(?P<letter>[LR])(?=\.?\s|[,;)])(?!\s?/)"
    r"|\b(?P<limb>[LR](?:UE|LE))\b|\b(?P<eye>OD|OS|OU)\b",
    re.IGNORECASE,
)
AFTER = re.compile(r"[- ]?((?:(?!left\b|right\b|bilateral\b)[\w-]+[ ,/-]*){0,4})", re.IGNORECASE)
BEFORE = re.compile(r"((?:[A-Za-z-]+[ ]){0,3}[A-Za-z-]+)[ ]?[(,]?[ ]?$")
SIDES = {"l": "left", "r": "right", "od": "right", "os": "left", "ou": "both"}
NOT_A_SIDE = phrase(
    r"\bright (?:to|of|now|away|after|before|under|holder|person|and proper)\b",
    r"\bthe right (?:treatment|thing|drug|care|choice|time|diagnosis)\b",
    r"\b(?:has|have|had|be|been|was|were|is|are) left\b"
    r"(?=\s*(?:[.,;]|her\b|his\b|the\b|a\b|work|school|to\b|for\b|on\b))",
    r"\bleft (?:untreated|the|her|his|him|with|without|out|work|off|behind|unable|alone|school|on)\b",
    r"\bwhat is left\b",
    r"\b(?:a|legal|your|her|his|their|patient's) rights?(?= to\b| of\b| under\b|\s*[.,;])",
)


class Side(NamedTuple):
    """One side (left, right, both) of one part of the body, where the side's word stands, and what is said there."""

    side: str
    part: str  # empty where the text names none: "right 94 dB, left 71 dB"
    span: tuple[int, int]
    about: frozenset[str]  # the first letters of the words around it, up to the other side's


def sides(text: str) -> Iterator[Side]:
    """Give each side in order, with the part of the body that stands after it, or before it: "knee (left)"."""
    for match in SIDE.finditer(text):
        said = match[0].lower()
        if match["letter"] and not match[0].isupper():
            continue
        skip = NOT_A_SIDE.search(text, max(0, match.start() - 12), match.end() + 24)
        if skip and skip.start() <= match.start() < skip.end():
            continue
        side = "both" if said.startswith(("bilat", "both")) else SIDES.get(said, SIDES.get(said[0], said))
        part = "eye" if match["eye"] else PART[said[1:]] if match["limb"] else _part(text, match)
        if part not in FIXED and (part or side != "both"):
            yield Side(side, part, match.span(), _about(text, match))


def _part(text: str, match: re.Match[str]) -> str:
    after = AFTER.match(text, match.end())
    words = re.findall(r"[a-z]+", after[1].lower()) if after else []
    named = [PART[word] for word in words if word in PART]
    part = next((each for each in named if each != "side"), next(iter(named), ""))  # left-sided radiculopathy
    if not part and after and LEVEL.match(after[1]):
        return "spine"
    before = BEFORE.search(text[max(0, match.start() - 50) : match.start()])
    if part or before is None:
        return part
    return next((PART[word] for word in re.findall(r"[a-z]+", before[1].lower())[::-1] if word in PART), "")


def _about(text: str, match: re.Match[str]) -> frozenset[str]:
    """Give the stems of the words near a side: back to the clause's beginning, on to its end or the other side."""
    before = BREAK.split(text[max(0, match.start() - 70) : match.start()])[-1].rpartition(",")[2]
    after = BREAK.split(text[match.end() : match.end() + 70])[0]
    stems = {word[:5] for word in re.findall(r"[a-z]{3,}|\d[\d./]*", f"{before} {after}".lower())}
    return frozenset(stems - _COMMON - {part[:5] for part in PART})


BREAK = re.compile(r"[.;]\s|\b[LR]\b|\n\s*\n|\b(?:left|right|while|whereas|but|and the)\b|\band(?=\s\d)", re.IGNORECASE)
_LITTLE = """
the and for with was were has had have her his she they that this which who from into over after before patient both are
not but all one two been also most more than its their there when
"""
_COMMON = frozenset(word[:5] for word in _LITTLE.split())
