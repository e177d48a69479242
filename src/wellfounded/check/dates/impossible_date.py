"""A date must exist.

Bad:  She was seen on 02/30/2026.
Bad:  Date of service: June 31, 2026
Bad:  The visit was on 13/45/2026.
Good: She was seen on 02/28/2026.
Good: Blood pressure 13/45 is not a date.
"""

import re
from collections.abc import Iterator
from datetime import date

from wellfounded.check.says.days import MONTHS, NAME
from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity

CODE = "DT104"
SEVERITY = Severity.ERROR

WRITTEN = re.compile(
    rf"(?<![\w/.-])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<y>(?:19|20)\d\d)(?![\w/])"
    r"|(?<![\w/.-])(?P<u>(?:19|20)\d\d)-(?P<v>\d\d)-(?P<w>\d\d)(?![\w-])"
    rf"|\b(?P<m>{NAME})\s+(?P<d>\d{{1,2}}),?\s+(?P<z>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def check(line: Line) -> Iterator[Mark]:
    """Report each date that no calendar holds, in either order of day and month."""
    for match in WRITTEN.finditer(line.text):
        if match["m"]:
            month = 1 + MONTHS.index(match["m"][:3].lower())
            exists = _exists(int(match["z"]), month, int(match["d"]))
        elif match["u"]:
            exists = _exists(int(match["u"]), int(match["v"]), int(match["w"]))
        else:
            first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
            exists = _exists(year, first, second) or _exists(year, second, first)
        if not exists:
            yield Mark(match.span(), "no calendar holds this date", "Copy the date from the record.")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
