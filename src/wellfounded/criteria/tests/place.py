"""Place: where the service is given."""

import re

from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Place

ORDER = 45

_WHERE = re.compile(
    r"\b(?:administered|performed|given|provided|delivered|furnished|done|infused|rendered|used|takes\s+place"
    r"|received|residing|resides|initiated)\s+(?:only\s+|primarily\s+)?(?:in|at|within(?!\s+(?:the\s+)?(?:\d"
    r"|\w+\s+(?:days|weeks|months|hours|years))))\s+(?:an?\s+"
    r"|the\s+)?(?P<setting>[^.;,]*?\b(?:office|clinic|hospital|facility|center|centre|home|department|setting|suite"
    r"|unit|residence|pharmacy|laborator\w+|school)(?:\s+(?:outpatient\s+|inpatient\s+)?(?:department|setting"
    r"|unit|clinic|facility|suite|center))?)\b(?!\s+(?:stay|oxygen|visit|admission|exercise|record"
    r"|reading|note))"
    r"|\b(?:site|place|setting)\s+of\s+(?:care|service)\b[^.;]*?(?:is|:)\s*(?P<site>[^.;]+)"
    r"|\buse\s+in\s+the\s+(?P<home>home|member's home|patient's home)\b",
    re.IGNORECASE,
)


def read(words: Words) -> Place | None:
    """Give the setting, in the policy's words."""
    match = _WHERE.search(words.text)
    if not match:
        return None
    return Place((match["setting"] or match["site"] or match["home"] or "").strip())
