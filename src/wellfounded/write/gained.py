"""What a treatment did, in the chart's words, where the chart says that it helped and not how little."""

import re

from wellfounded.model.basis import quotes
from wellfounded.model.evidence import Evidence

_PARTLY = re.compile(
    r"\b(?:partial\w*|in part|some|somewhat|slight\w*|a (?:little|bit)|modest\w*|mild\w*|minimal\w*|incomplete\w*"
    r"|temporar\w*|brief\w*|transient\w*|initial\w*|at first|wore|waned|relapsed?|recurred|return(?:ed|s)"
    r"|not (?:enough|fully|mood)|insufficient\w*|inadequate\w*|only|but|though|residual|remain\w*|still|half"
    r"|percent|limited|less)\b|%",
    re.IGNORECASE,
)
_HELPS = re.compile(r"\bhelp(?:s|ed|ing)\b[^.;,()]{3,48}")


def gain(item: Evidence) -> str:
    """Give the words that say it helped ("helps her fall asleep"); empty where any passage says that it did little."""
    said = [" ".join(quote.exact.split()) for quote in quotes(item.basis)]
    if any(_PARTLY.search(text) for text in said):
        return ""
    return next((found[0] for text in said if (found := _HELPS.search(text))), "")
