"""Concurrent treatment: "not used in combination with", "in combination with methotrexate", "as monotherapy"."""

import re

from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Concurrent

ORDER = 28

_WITH = re.compile(
    r"\b(?:in\s+combination|in\s+conjunction|together|along|(?:concurrent|concomitant"
    r"|simultaneous)(?:ly)?(?=\s+(?:use|therapy|treatment|admin|with|taking|receiv|used))|co-?administ\w+"
    r"|combined|coadministered|at the same time)\b(?:\s+(?:use|therapy"
    r"|treatment|administration))?(?:\s+(?:of|with|to|as))?\s*"
    r"|\b(?:as\s+an?\s+)?(?:adjunct(?:ive)?(?:\s+(?:therapy|treatment))?|add-on(?:\s+therapy)?)\s+(?:to|with)\s+"
    r"|\bas\s+part\s+of\s+(?=an?\s+(?:[\w-]+\s+){0,3}?(?:combination|regimen))|\bstable\s+(?:\w+\s+)?on\s+"
    r"|\b(?:must|will|should)\s+(?:be|stay|remain|continue)\s+on\s+(?!(?:file|record|the\s+list)\b)"
    r"|\b(?:used|covered|approved|given|prescribed|taken)\s+with\s+|^\W*use\s+with\s+(?!caution)|\b(?:currently|is"
    r"|are)\s+(?:the\s+\w+\s+)?(?:currently\s+)?(?:being\s+)?(?:taking|receiving"
    r"|on(?!\s+(?:file|record|the\b|room))|using|treated\s+with)\s+(?=[a-z])|\bcontinu\w+\s+(?:to\s+(?:take|use"
    r"|receive))\s+|\bwill\s+(?:use|take"
    r"|receive|continue)\s+",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no|without|never|avoid|neither|nor|cannot|prohibited)\b", re.IGNORECASE)
_MONO = re.compile(r"\bmonotherapy\b|\bas a single agent\b", re.IGNORECASE)
_ELSE = re.compile(
    (
        r"\b(?:tried|trial of|failed|failure of|inadequate|intoleran\w*|contraindicat\w*|refractory|evidence"
        r"|not a candidate|program"
        r"|hospice)\b"
    ),
    re.IGNORECASE,
)


def read(words: Words) -> Concurrent | None:
    """Give the other treatment, and whether it may go on beside this one."""
    match = _WITH.search(words.text)
    if not match or _ELSE.search(words.text):
        if _MONO.search(words.text) and not _ELSE.search(words.text):
            return Concurrent("", allowed=False)
        return None
    rest = words.text[match.end() :]
    agent = re.split(r"[.;?]|\s+(?:for|at|within|unless)\b", rest)[0].strip(" ,")
    if not agent:
        lead = re.match(
            (
                r"\W*(?:will\s+)?(?:the\s+)?(?:\w+\s+){0,3}?(?:use|take|receive)\s+(.+?)\s+(?:at the same time"
                r"|concurrently|simultaneously|concomitantly)"
            ),
            words.text,
            re.IGNORECASE,
        )
        agent = lead[1] if lead else ""
    allowed = not _NOT.search(words.text[: match.end()])
    return Concurrent(agent.strip(" .;,"), allowed)
