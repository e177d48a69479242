"""What a requirement's words ask beyond its slots: a window, an occasion, an episode, a word that points elsewhere."""

import re
from datetime import date, timedelta

from wellfounded.match.timing import back
from wellfounded.match.view import View
from wellfounded.model.coding import Duration

_N = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12, "": 1}
_WINDOW = re.compile(
    r"\b(?:within|in|during|over)\s+(?:the\s+)?(?:most recent\s+|immediately\s+)?(?:past|last|previous|prior"
    r"|preceding)\s+"
    r"(?:(\d+|\w+)\s*(?:\(\d+\)\s*)?[- ]?)?(day|week|month|year)s?\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:before|prior to|preceding)\s+(?:the\s+)?(?:first|start|starting|initiat\w+|treatment|procedure|surgery"
    r"|service)",
    re.IGNORECASE,
)
_OCCASIONS = re.compile(
    r"\b(two|2|three|3)\b[^.;]{0,60}?\b(?:separate|different|consecutive|occasions?|measurements?|readings?"
    r"|determinations?)",
    re.IGNORECASE,
)
_CLASSES = re.compile(
    r"\b(?:(two|2|three|3)\s+(?:\(\d\)\s+)?)?(?:different|distinct|separate|unique)\s+(?:\w+\s+){0,3}?"
    r"(?:class|mechanism)",
    re.IGNORECASE,
)
_EPISODE = re.compile(r"\b(?:current|present|this)\s+(?:\w+\s+)?episode\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:same (?:criteria )?as (?:above|for|in)|as (?:above|listed above|described above|defined above|stated above)"
    r"|(?:as in|see|per|under) (?:section|item|criterion|criteria|paragraph|number)?\s*(?:[IVX]+|\d+"
    r"|[A-Z])\s*[.(]?\s*[a-z\d]?\)?\s*$"
    r"|as in \d|criteria (?:above|in section \w+|of section \w+)|all (?:of the )?above|(?:criteria|requirements) "
    r"(?:listed |stated )?(?:above|for initial \w+) (?:are|is|continue)|ditto"
    r"|(?:when|if|and|that) (?:criteria|criterion|sections?|items?|paragraphs?) [\w.()]+"
    r"(?:(?:, | and | or |, and | through |-)[\w.()]+)* (?:is|are) (?:met|satisfied|shown)|initial (?:approval "
    r"|authorization )?criteria)",
    re.IGNORECASE,
)


def window(text: str) -> Duration | None:
    """Give the window a text states in words: "within the past six months"."""
    found = _WINDOW.search(text)
    if found is None:
        return None
    word = (found[1] or "").lower()
    n = int(word) if word.isdigit() else _N.get(word)
    return Duration(n, f"{found[2].lower()}s") if n else None


def anchor(text: str, view: View) -> date:
    """Give the day a window is counted back from: the request, or the first day of treatment where the text says so."""
    if _BEGINS.search(text):  # where the day is not known, the treatment has not begun before today
        return max(view.treatment_begins or view.today, view.on)
    return view.on


def opens(text: str, within: Duration | None, view: View) -> date | None:
    """Give the first day that is recent enough, or None where any day is."""
    span = within or window(text)
    return None if span is None else min(back(anchor(text, view), span), view.today + timedelta(days=3660))


def occasions(text: str) -> int:
    """How many separate values a text asks for."""
    found = _OCCASIONS.search(text)
    return (
        _N.get(found[1].lower(), 0) or int(found[1]) if found and (found[1].isdigit() or found[1].lower() in _N) else 1
    )


def different_classes(text: str) -> int:
    """From how many different classes the treatments must be; 1 where the text does not say."""
    found = _CLASSES.search(text)
    if found is None:
        return 1
    word = (found[1] or "two").lower()
    return int(word) if word.isdigit() else _N[word]


def current_episode(text: str) -> bool:
    """Whether only the current episode counts."""
    return bool(_EPISODE.search(text))


def points_elsewhere(text: str) -> bool:
    """Whether a text only points at other criteria: "same as above", "as in 2(b)"."""
    return bool(_ELSEWHERE.search(text))
