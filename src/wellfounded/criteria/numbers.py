"""Numbers, comparators and lengths of time as policies write them."""

import re

from wellfounded.model.coding import Duration

_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_WORDS = _COUNTED.split()
_TENS = {
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "twenty-one": 21,
    "twenty-four": 24,
}
_OTHER = {"a": 1, "an": 1, "single": 1, "once": 1, "twice": 2, "both": 2, "several": 3, "eighty": 80, "seventy": 70}
_NAMES = {word: value for value, word in enumerate(_WORDS)} | _TENS
_WORD = "|".join(sorted(_NAMES, key=len, reverse=True))
NAMED = rf"(?:{_WORD}|\d{{1,3}})"
COUNT = rf"(?:(?:{_WORD}|\d{{1,3}})(?:\s*\(\s*(?:{_WORD}|\d{{1,3}})\s*\))?)"
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|\.\d+)"
_ANY_NUMBER = rf"(?:{NUMBER}|{_WORD})"

_UNIT = (
    r"(?P<unit>business[- ]days?|working[- ]days?|hours?|hrs?|days?|weeks?|wks?|months?|mos?\b|years?|yrs?"
    r"|[dy](?![\w/])|sessions?|visits?|treatments?|courses?)"
)
DURATION = (
    rf"(?P<n>{_ANY_NUMBER})(?:\s*\(\s*(?:{_ANY_NUMBER})\s*\))?(?:\s*(?:-|\u2013|to"
    rf"|or)\s*(?P<high>{NUMBER}))?(?:\s*(?:or more|full|consecutive|calendar|continuous"
    rf"|additional))?[\s-]*{_UNIT}\b"
)
_DURATION = re.compile(DURATION, re.IGNORECASE)
_UNITS = {
    "hour": "hours",
    "hr": "hours",
    "day": "days",
    "d": "days",
    "y": "years",
    "week": "weeks",
    "wk": "weeks",
    "month": "months",
    "mo": "months",
    "year": "years",
    "yr": "years",
    "session": "sessions",
    "visit": "sessions",
    "treatment": "sessions",
    "course": "sessions",
}
_SINGLE = re.compile(
    (
        r"\b(?:past|last|prior|previous|preceding|within|each|per|a|one)\s+(?:the\s+)?(?:calendar\s+)?(week|month|year"
        r"|day)\b"
    ),
    re.IGNORECASE,
)

# The longer phrase first, so that "not less than" is never read as "less than".
_COMPARATORS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        ">=",
        (
            r"greater than or equal to|more than or equal to|higher than or equal to",
            r"equal to or (?:greater|more|higher|above) than|equal to or (?:greater|more|higher)",
            r"not (?:less|lower|fewer) than|no (?:less|lower|fewer) than|at or above|at or over|at least",
            r"a minimum of|minimum(?: of)?|≥|>=|=>|>\s*/\s*=|from|reaches|exceeds or equals",
        ),
    ),
    (
        "<=",
        (
            r"less than or equal to|fewer than or equal to|lower than or equal to",
            r"equal to or (?:less|lower|fewer|below)(?: than)?|not (?:more|greater|higher) than",
            r"no (?:more|greater|higher) than|(?:does|do|must|may|will|should) not exceed|not exceed(?:ing)?",
            r"not above|not over|at or below|at or under|at most|a maximum of|maximum(?: of)?|up to|≤|<=|=<",
            r"<\s*/\s*=",
        ),
    ),
    (
        "<",
        (r"less than|lower than|fewer than|below|under|smaller than|<",),
    ),
    (
        ">",
        (r"greater than|more than|higher than|above|over|exceed(?:s|ing)?|in excess of|larger than|>",),
    ),
    (
        "=",
        (r"equal to|equals|exactly|of exactly|=",),
    ),
)
COMPARATOR = "|".join(f"(?:{pattern})" for _, patterns in _COMPARATORS for pattern in patterns)
_AFTER: tuple[tuple[str, str], ...] = (
    (">=", r"(?:(?:or|and)\s+(?:more|greater|higher|above|over|older|longer|up|better)(?!\s+than)|\+|or\s+at\s+least)"),
    ("<=", r"(?:(?:or|and)\s+(?:less|lower|fewer|below|under|younger|worse)(?!\s+than))"),
)
AFTER = "|".join(f"(?:{pattern})" for _, pattern in _AFTER)


def count(text: str) -> int:
    """Give the whole number *text* names ("two (2)", "3", "a"); 0 where it names none."""
    match = re.match(rf"\s*({_WORD}|\d+)", text.lower())
    if match:
        return int(match[1]) if match[1].isdigit() else _NAMES[match[1]]
    return _OTHER.get(text.strip().lower(), 0)


def number(text: str) -> float:
    """Give the number *text* writes, thousands commas allowed; raises ValueError where it writes none."""
    plain = text.strip().lower().replace(",", "")
    return float(_NAMES[plain]) if plain in _NAMES else float(plain)


def comparator(words: str, after: str = "") -> str:
    """Name the comparator that *words* before a number, or *after* it, say; an empty string where neither does."""
    for found, pattern in _AFTER:
        if re.match(rf"\s*{pattern}", after, re.IGNORECASE):
            return found
    for found, patterns in _COMPARATORS:
        if re.search(rf"(?:{'|'.join(patterns)})\s*$", words, re.IGNORECASE):
            return found
    return ""


_OFTEN = re.compile(r"\s*(?:per|an?|each|every|/)\s*(?:hour|day|night|week|month|year)\b", re.IGNORECASE)


def durations(text: str) -> list[tuple[int, int, Duration]]:
    """Give every length of time in *text* with where it stands."""
    found = []
    for match in _DURATION.finditer(text):
        if _OFTEN.match(text, match.end()):
            continue  # "15 days per month" is how often, not how long
        unit = match["unit"].lower().replace("-", " ")
        name = (
            "business_days"
            if "business" in unit or "working" in unit
            else _UNITS[unit.rstrip("s") if unit != "hrs" else "hr"]
        )
        found.append((match.start(), match.end(), Duration(number(match["n"]), name)))
    return found


_WITHIN = re.compile(
    r"\b(?:within|in|from|during|over|no\s+(?:older|more)\s+than|not\s+(?:older|more)\s+than|less\s+than"
    r"|for)\s+(?:the\s+|a\s+)?(?:(?:past|last|prior|previous|preceding|most recent|recent)\s+)?"
    rf"(?:period of\s+)?(?:{DURATION})(?P<tail>[^.;]{{0,24}})",
    re.IGNORECASE,
)
_RECENT = re.compile(
    (
        r"\b(?:past|last|prior|previous|preceding)\s+(?:[\w-]+\s+)?$|^\W*(?:\w+\s+)?(?:before|prior|preceding"
        r"|of\s+(?:the\s+)?(?:request|submission|start|surgery|initiat|application))|\bold\b"
    ),
    re.IGNORECASE,
)


def within(text: str) -> Duration | None:
    """Give how recent something must be: "within the past 12 months", "in the 6 months before", "no older than 90"."""
    for match in _WITHIN.finditer(text):
        start = match.group(0).lower()
        opens = start.split()[0]
        head = text[match.start() : match.start("n")]
        if opens == "within" or "older" in start[:16] or _RECENT.search(head) or _RECENT.search(match["tail"]):
            if opens in {"for", "over"} and not _RECENT.search(head):
                continue
            found = durations(text[match.start("n") : match.end()])
            if found:
                return found[0][2]
    if one := re.search(
        (
            r"\b(?:within|in|during)\s+(?:the\s+)?(?:(?:past|last|prior|previous|preceding)\s+)(week|month|year)\b"
            r"|\bwithin\s+(?:a|one)\s+(week|month|year)\b"
        ),
        text,
        re.IGNORECASE,
    ):
        return Duration(1, f"{(one[1] or one[2]).lower()}s")
    if re.search(
        r"\b(?:at least|more than|minimum of)\s+\S+\s+\w+\s+(?:before|prior to|preceding)", text, re.IGNORECASE
    ):
        return None  # "at least 2 weeks before" says how early, not how recent
    if ahead := re.search(rf"(?:{DURATION})\s+(?:before|prior to|preceding)\b", text, re.IGNORECASE):
        return durations(ahead[0])[0][2]
    return None
