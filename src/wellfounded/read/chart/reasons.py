"""The reason that follows "due to", "because of" or "caused": its words and what kind of reason they give."""

from typing import NamedTuple

from wellfounded.read.chart import effects
from wellfounded.read.chart import frame_words as patterns
from wellfounded.read.chart.items import Item
from wellfounded.read.chart.mention import Mention


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


def led_to(before: str, item: Item, targets: list[Mention]) -> None:
    """Take what the words before "so it was stopped" or "and the drug was withdrawn" tell as the reason."""
    if not patterns.SO.search(before):
        return
    harm = effects.HARM.search(before) or effects.LOSS.search(before)
    found = harm or effects.NO_GAIN.search(before)
    for mention in targets if found else ():
        mention.take("harm" if harm else "fail", item.start, item.end)
        mention.reason = mention.reason or (found.group() if found else "")
