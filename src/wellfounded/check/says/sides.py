"""Left and right of a body part, as a text says them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_PARTS = """
knee: knees patella patellar meniscus meniscal acl tka tkr genicular
hip: hips acetabular tha thr trochanteric
shoulder: shoulders rotator supraspinatus glenohumeral labrum
elbow: elbows epicondylitis
wrist: wrists carpal
hand: hands thumb finger fingers palm
ankle: ankles achilles
foot: feet toe toes heel plantar hallux
arm: arms forearm humerus humeral upper
leg: legs tibia tibial calf fibula fibular thigh femur femoral lower
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
nerve root: foramen foraminal radiculopathy facet radicular sciatica paracentral lateral
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
FIXED = {"ventricle", "atrium"}  # left ventricle, right atrium: organs with a side in their name
SIDE = re.compile(
    r"\b(?P<side>left|right|bilateral|both)\b[- ]?(?=(?P<rest>(?:(?!left\b|right\b|bilateral\b)[\w-]+[ ,/-]*){0,4}))",
    re.IGNORECASE,
)
SHORT = re.compile(r"(?<![\w.])(?P<side>[LR])\.?\s+(?P<rest>[a-z-]+)|\b(?P<eye>OD|OS|OU)\b")
NOT_A_SIDE = re.compile(
    r"\b(?:right (?:to|of|now|away|after|before|under|holder|person|and proper)|the right (?:treatment|thing|drug"
    r"|care)"
    r"|(?:has|have|had|be|been|was|were|is|are) left\b(?! [a-z-]*(?:side|knee|hip|shoulder|eye|ear|arm|leg|hand"
    r"|foot|breast))"
    r"|left (?:untreated|the|her|his|him|with|without|out|work|off|behind|unable|alone|school|on)|what is left"
    r"|(?:a|legal|your|her|his|their|patient's) rights?\b(?! (?:knee|hip|shoulder|eye|ear|arm|leg|hand|foot|breast"
    r"|side)))",
    re.IGNORECASE,
)


class Side(NamedTuple):
    """One side (left, right, both) of one part of the body, and where the word for the side stands."""

    side: str
    part: str
    span: tuple[int, int]


def sides(text: str) -> Iterator[Side]:
    """Give each side with its body part, in order; a side that names no part we know is left out."""
    for match in SIDE.finditer(text):
        skip = NOT_A_SIDE.search(text, max(0, match.start() - 12), match.end() + 24)
        if skip and skip.start() <= match.start() < skip.end():
            continue
        words = re.findall(r"[a-z]+", match["rest"].lower())
        part = next((PART[word] for word in words if word in PART), "")
        if part and part not in FIXED:
            side = match["side"].lower()
            yield Side("both" if side in {"bilateral", "both"} else side, part, match.span("side"))
    for match in SHORT.finditer(text):
        if match["eye"]:
            yield Side({"OD": "right", "OS": "left", "OU": "both"}[match["eye"]], "eye", match.span())
        elif match["rest"] in PART and PART[match["rest"]] not in FIXED:
            yield Side({"L": "left", "R": "right"}[match["side"]], PART[match["rest"]], match.span("side"))
