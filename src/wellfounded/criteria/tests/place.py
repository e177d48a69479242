"""Place: where the service is given."""

import re

from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Place

ORDER = 45

_LIVES = re.compile(
    r"\b(?:lives?|living|resides?|residing|dwells?|stays?|cared\s+for|treated|housed)\s+(?:independently\s+"
    r")?(?:at|in|within)\s+"
    r"(?P<setting>(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:own\s+)?[^.;,]*?\b(?:home|community"
    r"|house(?:hold)?|facility|residence|institution"
    r"|shelter|setting)s?\b(?:\s+or\s+(?:in\s+)?(?:an?\s+)?[^.;,]*?\b(?:home|facility|residence|setting)s?\b)?)",
    re.IGNORECASE,
)
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
        lives = _LIVES.search(words.text)
        return Place(lives["setting"].strip()) if lives else None
    return Place((match["setting"] or match["site"] or match["home"] or "").strip())
