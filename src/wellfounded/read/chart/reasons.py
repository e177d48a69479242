"""The reason that follows "due to", "because of" or "caused": its words and what kind of reason they give."""

import re
from dataclasses import replace
from typing import NamedTuple

from wellfounded.read.chart import effects
from wellfounded.read.chart import frame_words as patterns
from wellfounded.read.chart.items import Item
from wellfounded.read.chart.mention import Mention
from wellfounded.read.chart.outline import Unit


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


def led_to(before: str, item: Item, targets: list[Mention], *, told: bool = False) -> None:
    """Take what the words before "so it was stopped" or "and the drug was withdrawn" tell as the reason."""
    if not told and not patterns.SO.search(before):
        return
    gain = effects.NO_GAIN.search(before)  # first: the illness that goes on is named in the words of harm
    harm = None if gain else effects.HARM.search(before) or effects.LOSS.search(before)
    found = gain or harm
    for mention in targets if found else ():
        mention.take("harm" if harm else "fail", item.start, item.end)
        mention.reason = mention.reason or (found.group() if found else "")


def beside(text: str, mention: Mention, start: int, end: int) -> bool:
    """Take harm told beside a name, in a dash, a parenthesis or a cell; whether there was any."""
    said = text[start:end].strip(" ,.;:-")
    harm = effects.HARM.search(said) if len(said) <= 120 else None
    gain = effects.NO_GAIN.match(said)
    past = mention.has("tried", "stop", "fail") or mention.unit.section == "past_treatment"
    if gain is not None and past and (harm is None or gain.start() < harm.start()):
        mention.take("fail", start, end)
        mention.reason = mention.reason or " ".join(said.split())
        return True
    if harm is None or harm.start() >= 40 or patterns.RISK.search(said):
        return False
    mention.take("result", start, start + len(text[start:end].rstrip()))
    mention.reason = mention.reason or " ".join(said[harm.start() if harm.start() > 12 else 0 :].split())
    return True


def cells(text: str, mention: Mention, end: int) -> None:
    """Judge the last cells of a table row, where no cue of a result was heard in it."""
    if any(hit.means in patterns.OUTCOMES for hit in mention.hits):
        return
    found = [m for m in patterns.CELL.finditer(text, mention.end, end) if re.search(r"[A-Za-z]{3}", m.group())]
    for cell in found[-2:]:
        beside(text, mention, cell.start(), cell.end())


def conditions(text: str, unit: Unit, mentions: list[Mention], *, whole: bool) -> None:
    """In a plan, "stop X when Y is approved" ends nothing today, and "Z if denied" is only thought of."""
    later = patterns.LATER.search(text, unit.start, unit.end)
    denied = patterns.IF_DENIED.search(text, unit.start, unit.end)
    for mention in mentions:
        if whole or (later and later.start() > mention.end):
            mention.hits = [replace(hit, means="current") if hit.means == "stop" else hit for hit in mention.hits]
        if denied and mention.end <= denied.start() < mention.end + 40 and not mention.has("current", "stop"):
            mention.take("hypothetical", denied.start(), denied.end())
