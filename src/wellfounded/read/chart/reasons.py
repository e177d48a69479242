"""The reason that follows "due to", "because of" or "caused": its words and what kind of reason they give."""

from typing import NamedTuple

from wellfounded.read.chart import effects
from wellfounded.read.chart import frame_words as patterns


class Reason(NamedTuple):
    """A reason in the chart's words; *means* is harm, fail (no gain) or reason (any other)."""

    words: str
    means: str
    end: int


def reason(text: str, start: int, end: int) -> Reason | None:
    """Read the reason that begins at *start*, within its unit; None where the words give only a time or nothing."""
    end = min(end, start + 160)
    stop = patterns.REASON_END.search(text, start, end)
    far = stop.start() if stop else end
    words = " ".join(text[start:far].split()).strip(" ,.;:-")
    kind = effects.meaning(words)
    if not words or (kind == "unclear" and patterns.LENGTH_ONLY.match(words)):
        return None
    return Reason(words, {"harm": "harm", "no_gain": "fail"}.get(kind, "reason"), far)
