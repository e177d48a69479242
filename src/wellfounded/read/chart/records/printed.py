"""The day a record of use was printed or its period ends: nothing is known of what came after it."""

import re

from wellfounded.model.coding import PartialDate
from wellfounded.read.chart import dates

_PRINTED = re.compile(
    r"\b(?:print(?:ed)?(?: on| date)?|run(?: date| on)|report(?:ed)?(?: date| run)?|generated(?: on)?|as of|requested"
    r"|exported|created|through)\b[^\n\d]{0,16}",
    re.IGNORECASE,
)
_NEAR = 14  # characters from the word to its day


def printed(text: str, near: PartialDate | None) -> PartialDate | None:
    """Give the latest day the head or foot of a record says it was printed on, else *near*."""
    found = [
        day.date
        for cue in _PRINTED.finditer(text)
        for day in dates.dates(text, cue.end(), min(cue.end() + _NEAR, len(text)), near)[:1]
        if day.date.day is not None and day.start == cue.end()
    ]
    return max(found, default=near)
