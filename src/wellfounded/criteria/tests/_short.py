"""The short forms a working sheet writes ("18 yo", "w/in 3 mo", "dx of"), spelled out before a test is read."""

import re

_FORMS = {
    r"\by/?o\b": "years old",
    r"\bw/in\b|\bw/i\b": "within",
    r"\bw/o\b": "without",
    r"\bw/(?=\s|[a-z])": "with ",
    r"\b[Hh]x\b": "history",
    r"\b[Dd]x\b": "diagnosis",
    r"\b[Tt]x\b": "treatment",
    r"\b(?:Rx(?:'?d)?|rx(?:'?d)?)\s+by\b": "prescribed by",
    r"\bpts?\b": "patient",
    r"\b[Nn]eg\b(?!-)": "negative",
    r"\bc/i\b": "contraindication",
}
_COMPILED = tuple((re.compile(form), words) for form, words in _FORMS.items())
_ANY = re.compile(r"\by/?o\b|\bw/|\b[HhDdTt]x\b|\b[Rr]x|\bpts?\b|\b[Nn]eg\b|\bc/i\b")


def spelled(text: str) -> str:
    """Give *text* with its short forms spelled out; the same text where it has none."""
    if not _ANY.search(text):
        return text
    for form, words in _COMPILED:
        text = form.sub(words, text)
    return text
