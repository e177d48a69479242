"""Quantity: "no more than 4 vials per 28 days", "up to 36 sessions"."""

import re

from wellfounded.criteria.numbers import NUMBER, count
from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import QuantityLimit

ORDER = 24

_THING = (
    r"(?:tablets?|capsules?|vials?|syringes?|pens?|injections?|doses?|units?|patches|inhalers?|sessions?"
    r"|treatments?|visits?|boxes|kits?|sensors?|strips?|packs?|bottles?|tubes?|implants?|infusions?|courses?|fills?"
    r"|procedures?|tests?|devices?|pairs?|scans?|cycles?|levels?|grams?|mg|mcg|g|ml|hours|days['\u2019]?\s+supply"
    r"|day supply|autoinjectors?|cartridges?|ampules?|suppositories|wheelchairs?|studies)"
)
_LIMIT = re.compile(
    rf"\b(?:(?:does|do|must|may|will|should)\s+not\s+exceed|not\s+to\s+exceed|not\s+exceed(?:ing)?|no\s+more\s+than"
    rf"|not\s+more\s+than|limited\s+to|limit(?:\s+of|\s+is|:)?|maximum\s+(?:dose\s+)?(?:of|is)?|up\s+to|at\s+most"
    rf"|≤)\s*"
    rf"(?:a\s+)?(?:(?:total|maximum)\s+of\s+)?(?P<n>{NUMBER}|one|two|three|four|five|six|ten"
    rf"|twelve)(?:\s*\(\d+\))?\s+(?P<unit>(?:[a-z-]+\s+)?{_THING})\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    rf"(?P<n>{NUMBER})\s+(?P<unit>{_THING})\b(?P<rest>[^.;]*?)\s+(?:at\s+most|maximum|or\s+less)\b", re.IGNORECASE
)
_PER = re.compile(
    (
        r"(?:\bper\b|/|\bevery\b|\beach\b|\bin\s+(?:a|any)\b|\bwithin\s+(?:a\s+)?|\bover\b|\bfor\b"
        r"|\ba\b)\s*(?P<per>(?:\d+\s+(?:consecutive\s+)?)?(?:day|week|month|year|lifetime|calendar year|hour|28 days"
        r"|rolling|dose|visit|eye|side|knee|joint|region)s?\b)|\b(?P<daily>daily|weekly|monthly|yearly|annually)\b"
    ),
    re.IGNORECASE,
)


_EACH = re.compile(
    rf"^(?:one|1|two|2|\d+)\s+(?:[a-z-]+\s+)?{_THING}\s+(?:per|every|each|in\s+a)\s+(?:[\w-]+\s+)?(?:day|week"
    rf"|month|year|lifetime|eye|ear|side)s?\W*$",
    re.IGNORECASE,
)


def read(words: Words) -> QuantityLimit | None:
    """Give the amount, its unit and the period; a bound on a person's measurement is none."""
    text = f"Up to {words.text}" if _EACH.match(words.text) else words.text  # "one device every five years"
    match = _LIMIT.search(text) or _AT_MOST.search(text)
    if not match or re.search(r"\b(?:failed|tried|trial|history)\b", words.low):
        return None
    per = _PER.search(match["rest"])
    n = float(count(match["n"])) if match["n"].isalpha() else float(match["n"].replace(",", ""))
    return QuantityLimit(n, match["unit"].lower(), ((per["per"] or per["daily"]).lower() if per else ""))
