"""A visit, an evaluation, counseling or teaching that the file must show took place."""

import re

from wellfounded.criteria.numbers import within
from wellfounded.criteria.tests._threshold import bound
from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Documentation

ORDER = 43

_SEEN = re.compile(
    r"\b(?:re-?)?(?:evaluat(?:ions?|ed)|assess(?:ments?|ed)|examin(?:ations?|ed)|exams?|(?:office|clinic"
    r"|follow-?up|face-to-face"
    r"|in-person|telehealth|home)\s+visits?|visits?\s+(?:with|by|to|within)|visit\s+(?:\w+\s+){0,3}took\s+place"
    r"|encounters?"
    r"|counsel(?:l)?(?:ing|ed)|education(?:al)?\s+(?:program\w*|plan|session|material)s?|(?:received|completed"
    r"|had|given|written)\s+"
    r"(?:[\w-]+\s+){0,3}?education|instruct(?:ions?|ed)|consultations?|interview(?:ed)?|(?:has|have|been|is)\s+"
    r"(?:been\s+)?(?:taught|trained)"
    r"|(?:received|completed|finished)\s+(?:[\w-]+\s+){0,3}?training|clearance)\b",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r"\b(?:requests?|claims?|applications?|cases?|extensions?)\b.*\b(?:evaluat|assess|examin)"
    r"|\bself-?(?:evaluat|assess)|\b(?:been|was|were)\s+(?:considered|tried)\b|\b(?:physical|occupational"
    r"|speech)\s+therapy\b"
    r"|\bbefore\s+(?:\w+\s+){0,2}(?:evaluation|assessment|consultation)\b",
    re.IGNORECASE,
)


def read(words: Words) -> Documentation | None:
    """Give what took place, in the policy's words, and how recent it must be."""
    if not _SEEN.search(words.text) or _NOT_ONE.search(words.text) or bound(words.text):
        return None
    return Documentation(words.text.strip(" .;,?"), within(words.text))
