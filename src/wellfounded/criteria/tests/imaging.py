"""Imaging: a study was done and shows something."""

import re

from wellfounded.criteria.numbers import within
from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Imaging

ORDER = 40

STUDY = re.compile(
    r"\b(?:MRIs?|MRA|CT(?: scan| myelogram)?|CTA|PET(?:/CT)?(?: scan)?|DE?XA(?: scan)?|DaTscan"
    r"|(?i:magnetic\s+resonance(?:\s+imaging)?|computed\s+tomograph\w+|x-?rays?|(?:plain\s+)?radiograph\w*"
    r"|(?:standing|plain|weight-bearing)\s+films?|SPECT"
    r"|ultraso(?:und|nography|nographic)|(?:trans(?:thoracic|esophageal)\s+)?echocardiogra\w+|duplex(?:\s+\w+)?"
    r"|mammogra\w+|angiogra\w+|arteriogra\w+|venogra\w+|myelogra\w+|scintigra\w+|bone\s+scan"
    r"|nuclear\s+(?:scan|study|imaging)|fluoroscop\w+|(?:advanced\s+|diagnostic\s+|brain\s+|spinal\s+)?imaging"
    r"(?:\s+(?:study|studies))?|optical\s+coherence\s+tomography|elastograph\w+|cystogra\w+))\b"
)
_SHOWS = re.compile(
    r"\b(?:show(?:s|ing|ed|n)?(?:\s+that)?|demonstrat\w+|confirm(?:s|ed|ing)?|reveal\w*|document(?:s|ing)"
    r"|evidence\s+of|indicat(?:es|ing)|consistent\s+with|with\s+findings?\s+of|identif(?:ies|ying)|positive\s+for"
    r"|that\s+excludes?|exclud(?:es|ing))\s+(?!by\b|on\b)",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|by|with|per|via|through|using|from|in)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,3}?$", re.IGNORECASE)


_SOON = re.compile(rf"\s*(?:[\w-]+\s+){{0,4}}?(?:{_SHOWS.pattern})", re.IGNORECASE)


def shows(text: str) -> bool:
    """Whether a study is what the words are about: "Radiographs show at least 3 mm of translation"."""
    study = STUDY.search(text)
    return bool(study and len(text[: study.start()].split()) <= 3 and _SOON.match(text[study.end() :]))


def read(words: Words) -> Imaging | None:
    """Give the modality, the finding and how recent it must be."""
    study = STUDY.search(words.text)
    if not study or re.search(r"\bno\s+(?:\w+\s+){0,2}(?:imaging|mri|ct)\b|compatible|contraindication to", words.low):
        return None
    shows = _SHOWS.search(words.text, study.end())
    if shows:
        finding = words.text[shows.end() :]
    elif _ON.search(words.text[: study.start()]):
        finding = re.sub(
            (
                r"\s*(?:,\s*)?(?:as\s+)?(?:is\s+|are\s+|was\s+|been\s+)?(?:shown|seen|demonstrated|confirmed|documented"
                r"|evidenced|established|identified|noted|evident|visible|found|measured|diagnosed|verified)?\s*(?:on"
                r"|by|with|per|via|through|using|from|in)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,3}?$"
            ),
            "",
            words.text[: study.start()],
            flags=re.IGNORECASE,
        )
    else:
        finding = ""
    finding = re.sub(
        (
            r"\s*,?\s*(?:performed\s+)?(?:within|in|during)\s+the\s+(?:past|last|previous|prior)\s+.*$"
            r"|\s*,?\s*within\s+\S+\s+(?:days|weeks|months|years)\b.*$"
        ),
        "",
        finding,
    )
    return Imaging(study[0], finding.strip(" .;,"), within(words.text))
