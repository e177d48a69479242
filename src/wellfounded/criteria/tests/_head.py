"""The head of a requirement: what stands before the words that only say more of it."""

import re

# After one of these comes how it is known, what goes with it, why or when; the requirement is what stands before.
_MORE = re.compile(
    r"\s*(?:[(,;]\s*)?(?<!interfere )(?<!interferes )(?<!interfering )(?<!associated )(?<!consistent )(?<!compatible )"
    r"\b(?:with(?!\s+or\s+without\b)|(?:as\s+)?(?:shown|confirmed|defined|evidenced|documented|established|demonstrated"
    r"|measured|meaning|manifested|characteri[sz]ed|diagnosed|verified)\s+(?:by|on|as|in|through)|meaning"
    r"|due\s+to|because\s+of|secondary\s+to|resulting\s+(?:from|in)|caused\s+by|related\s+to|associated\s+with"
    r"|which|whose|such\s+as|including|for\s+example|followed\s+by)\b|\s*\((?![A-Z][\w-]{1,11}\))"
)


def head(text: str) -> str:
    """Give the words of *text* before what says more of them; all of it where nothing does."""
    found = _MORE.search(text, 8)
    return text[: found.start()].rstrip(" ,;") if found else text
