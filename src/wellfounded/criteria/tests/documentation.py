"""Documentation: a record must be in the file, recent enough; only where nothing more precise is asked."""

import re

from wellfounded.criteria.numbers import within
from wellfounded.criteria.tests._words import Words
from wellfounded.criteria.words import disease
from wellfounded.model.asks import Documentation

ORDER = 60

_PAPER = re.compile(
    r"\b(?:document(?:ation|ed|s)?|medical\s+records?|chart\s+notes?|progress\s+notes?|clinical\s+notes?"
    r"|office\s+notes?|records?\s+(?:show|indicate|of)|letter|written|prescription|photograph\w*|treatment\s+"
    r"plan|plan\s+(?:shows|documents|states|describes)"
    r"|plan\s+of\s+care|care\s+plan|submit(?:ted|s)?|submission|report|order(?:ed)?\b|statement|log|diary|copy\s+of"
    r"|evidence\s+of|noted\s+in|description|form|notes?)\b"
    r"|\b(?:been|was|were)\s+(?:considered|addressed|discussed|reviewed|explained|offered)\b",
    re.IGNORECASE,
)

# "Documented hypoglycemia unawareness" asks for the condition.
_NAMED = re.compile(r"(?:an?\s+)?documented\s+(?!in\b|by\b|that\b|evidence\b)", re.IGNORECASE)


def read(words: Words) -> Documentation | None:
    """Give what must be on paper, and how recent."""
    if not _PAPER.search(words.text) or (_NAMED.match(words.text) and disease(words.text)):
        return None
    plain = re.sub(
        (
            r"^(?:(?:there\s+is|provider\s+must\s+submit|must\s+(?:submit|include))\s+)?(?:clinical\s+"
            r"|written\s+)?(?:documentation|evidence)\s+(?:of|that|showing|supporting|to\s+support)\s+"
        ),
        "",
        words.text,
        flags=re.IGNORECASE,
    )
    return Documentation(plain.strip(" .;,?"), within(words.text))
