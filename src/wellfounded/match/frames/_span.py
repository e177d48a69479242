"""The time a requirement's words give: "within 45 days before the request", "in the last 6 months"."""

import re
from datetime import date

from wellfounded.match import restrictions
from wellfounded.match.timing import back
from wellfounded.match.view import View
from wellfounded.model.asks import Documentation, Imaging, ProcedureDone, Threshold
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import Requirement

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "thirty": 30, "sixty": 60, "ninety": 90,
}  # fmt: skip
SPAN = re.compile(
    r"\b(?:(?:dated |done |performed |obtained |completed |taken |drawn )?(?:within|in|during|over|no (?:older|more)"
    r" than|not older than|less than)\s+(?:the\s+)?(?:past\s+|last\s+|previous\s+|prior\s+|preceding\s+"
    r"|most recent\s+)?"
    rf"(?P<n>\d+|{'|'.join(_WORDS)})(?:\s*\(\d+\))?[\s-]+(?P<u>day|week|month|year)s?(?:\s+(?:old|ago|earlier))?"
    r"|within (?:the )?(?:past|last|previous|prior|preceding) (?P<one>day|week|month|year))\b"
    r"(?:\s+(?:of|before|prior to|preceding|from|since)\s+(?:the\s+)?(?:date of\s+)?"
    r"(?:this\s+|initial\s+|written\s+)?(?:request|order|submission|application|prescription|referral|authori[sz]ation"
    r"|start|review|prior authori[sz]ation))?",
    re.IGNORECASE,
)


def span(text: str) -> Duration | None:
    """Give the time in words, or None."""
    found = SPAN.search(text)
    if found is None:
        return None
    if found["one"]:
        return Duration(1, f"{found['one'].lower()}s")
    word = found["n"].lower()
    return Duration(int(word) if word.isdigit() else _WORDS[word], f"{found['u'].lower()}s")


def opens(requirement: Requirement, view: View) -> date | None:
    """Give the first day that is recent enough, by the slot of the test or by the words; None where any day is."""
    asks = requirement.asks
    within = asks.within if isinstance(asks, Documentation | Imaging | ProcedureDone | Threshold) else None
    within = within or span(requirement.text)
    return back(restrictions.anchor(requirement.text, view), within) if within else None


def bare(text: str) -> str:
    """Give the words without the time."""
    return SPAN.sub(" ", text)
