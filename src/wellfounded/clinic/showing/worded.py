"""Words of the library as a page says them: days as people write them, ids by their names."""

import re
from datetime import date

from wellfounded.clinic.showing.said import FIELDS, MARKETS

DAY = re.compile(r"(?<![\w/.-])(\d{4}-\d{2}-\d{2})(?![\w/-])")
WAYS = {way: label for _, label, way in FIELDS if way} | {"received.denial": "On what day did the denial arrive?"}
NAMES = MARKETS | {way: f"\u201c{label}\u201d" for way, label in WAYS.items() if "." in way}
NAMED = re.compile(rf"(?<![\w.])(?:{'|'.join(sorted(map(re.escape, NAMES), key=len, reverse=True))})(?!\w|\.\w)")


def worded(text: str) -> str:
    """Give *text* with "2026-03-09" as "Mar 9, 2026", and each market and field of case.yaml by its name here."""
    return NAMED.sub(lambda found: NAMES[found[0]], DAY.sub(lambda found: _day(found[1]), text))


def _day(iso: str) -> str:
    try:
        held = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{held:%b} {held.day}, {held.year}"
