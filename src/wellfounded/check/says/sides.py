"""Left and right of a body part, as a text says them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from wellfounded.check.says.plain import phrase

_PARTS = """
knee: knees patella patellar meniscus meniscal acl tka tkr genicular
hip: hips acetabular tha thr trochanteric
shoulder: shoulders rotator supraspinatus glenohumeral labrum
elbow: elbows epicondylitis
wrist: wrists carpal
hand: hands thumb finger fingers palm
ankle: ankles achilles
foot: feet toe toes heel plantar hallux
arm: arms forearm humerus humeral upper ue
leg: legs le tibia tibial calf fibula fibular thigh femur femoral lower
breast: breasts mastectomy mammogram
eye: eyes retina retinal macula macular cornea corneal intravitreal eyelid vision
ear: ears cochlear hearing
kidney: kidneys renal nephrectomy ureter ureteral
lung: lungs
side: sided hemiparesis hemiplegia
ovary: ovaries ovarian
testicle: testis testicular
jaw: mandible mandibular tmj temporomandibular
extremity: extremities limb limbs
buttock: gluteal buttocks
groin: inguinal
sacroiliac: si
spine: foramen foraminal transforaminal radiculopathy facet radicular sciatica paracentral lateral root nerve disc
temple: temporal frontal parietal occipital
carotid:
iliac:
clavicle:
rib: ribs
cheek: face facial maxillary
adrenal:
thyroid:
ventricle: ventricular
atrium: atrial
"""
PART = {
    word: part
    for part, _, words in (row.partition(":") for row in _PARTS.strip().splitlines())
    for word in (part, *words.split())
}
LEVEL = re.compile(r"(?:[CTLS]\d{1,2})(?:[-/][CTLS]?\d{1,2})?\b")
FIXED = {"ventricle", "atrium"}  # left ventricle, right atrium: organs with a side in their name
SIDE = re.compile(
    r"\b(?P<side>left|right|bilateral|both)\b[- ]?(?=(?P<rest>(?:(?!left\b|right\b|bilateral\b)[\w-]+[ ,/-]*){0,4}))",
    re.IGNORECASE,
)
SHORT = re.compile(
    r"\b(?P<limb>[LR])(?P<which>UE|LE)\b|(?<![\w.])(?P<side>[LR])\.?\s+(?P<rest>[a-z-]+)|\b(?P<eye>OD|OS|OU)\b"
)
NOT_A_SIDE = phrase(
    r"\bright (?:to|of|now|away|after|before|under|holder|person|and proper)\b",
    r"\bthe right (?:treatment|thing|drug|care|choice|time|diagnosis)\b",
    r"\b(?:has|have|had|be|been|was|were|is|are) left\b(?=\s*(?:[.,;]|her\b|his\b|the\b|a\b|work|school|to\b|for\b"
    r"|on\b))",
    r"\bleft (?:untreated|the|her|his|him|with|without|out|work|off|behind|unable|alone|school|on)\b",
    r"\bwhat is left\b",
    r"\b(?:a|legal|your|her|his|their|patient's) rights?(?= to\b| of\b| under\b|\s*[.,;])",
)


class Side(NamedTuple):
    """One side (left, right, both) of one part of the body, where the side's word stands, and what is said there."""

    side: str
    part: str
    span: tuple[int, int]
    about: frozenset[str]  # the first letters of the words around it, up to the other side's


def sides(text: str) -> Iterator[Side]:
    """Give each side with its body part, in order; a side that names no part we know is left out."""
    for match in SIDE.finditer(text):
        skip = NOT_A_SIDE.search(text, max(0, match.start() - 12), match.end() + 24)
        if skip and skip.start() <= match.start() < skip.end():
            continue
        words = re.findall(r"[a-z]+", match["rest"].lower())
        part = next((PART[word] for word in words if word in PART), "")
        part = part or ("spine" if LEVEL.match(match["rest"]) else "")
        if part and part not in FIXED:
            side = match["side"].lower()
            yield Side("both" if side in {"bilateral", "both"} else side, part, match.span("side"), _about(text, match))
    for match in SHORT.finditer(text):
        if match["limb"]:
            side = {"L": "left", "R": "right"}[match["limb"]]
            yield Side(side, PART[match["which"].lower()], match.span(), _about(text, match))
        elif match["eye"]:
            yield Side(
                {"OD": "right", "OS": "left", "OU": "both"}[match["eye"]], "eye", match.span(), _about(text, match)
            )
        elif match["rest"] in PART and PART[match["rest"]] not in FIXED:
            yield Side(
                {"L": "left", "R": "right"}[match["side"]], PART[match["rest"]], match.span("side"), _about(text, match)
            )


def _about(text: str, match: re.Match[str]) -> frozenset[str]:
    """Give the stems of the words near a side: back to the sentence's beginning and on to its end or the other side."""
    before = BREAK.split(text[max(0, match.start() - 70) : match.start()])[-1].rpartition(",")[2]
    after = BREAK.split(text[match.end() : match.end() + 70])[0]
    stems = {word[:5] for word in re.findall(r"[a-z0-9/]{3,}", f"{before} {after}".lower())}
    return frozenset(stems - _COMMON - {part[:5] for part in PART})


BREAK = re.compile(r"[.;]\s|\b[LR]\b|\n\s*\n|\b(?:left|right|while|whereas|but|and the)\b", re.IGNORECASE)
_LITTLE = """
the and for with was were has had have her his she they that this which who from into over after before patient both are
not but all one two been also most more than its their there when
"""
_COMMON = frozenset(word[:5] for word in _LITTLE.split())
