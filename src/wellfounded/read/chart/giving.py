"""An amount or a time given to the mention it belongs to: which dose, and which end of the treatment a date is."""

import re
from typing import TYPE_CHECKING

from wellfounded.read.chart import frame_words as words
from wellfounded.read.chart.items import Item
from wellfounded.read.chart.mention import Mention

if TYPE_CHECKING:
    from wellfounded.model.coding import PartialDate


_MORE = re.compile(r"\b(?:more|additional|further)\b", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:another|additional|further|next|remaining)\s+(?:\w+\s+)?$", re.IGNORECASE)
# An order's own length is what was asked for, whatever was taken of it.
_TO_BEGIN = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?\W+)?"
    r"(?:will |plan to )?(?:start|begin|initiate|resume|prescribe|rx|give)\b",
    re.IGNORECASE,
)


def give(text: str, begin: int, mention: Mention, item: Item, latest: str) -> None:
    """Let an amount or a time bear on a mention; *begin* is where its unit begins, *latest* the cue it stands under."""
    match item.kind:
        case "dose":
            mention.doses.append((item.value, latest if latest != "planned" or not mention.has("planned") else ""))
        case "frequency":
            mention.frequency = mention.frequency or item.value
        case "route":
            mention.route = mention.route or item.value
        case "length":
            if not ahead(text, begin, item.start, item.end):
                mention.lengths.append(item.value)
        case "date":
            _date(text, begin, mention, item, latest)
    mention.reach(item.start, item.end)


def ahead(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a length is still to come: "24 more weeks", "another 12 sessions", "8 weeks" of what is only begun."""
    more = _MORE.search(text, start, end) or _FURTHER.search(text[max(begin, start - 24) : start])
    told = max(text.rfind(mark, begin, start) for mark in (". ", ";", ".\n"))
    return bool(more) or _TO_BEGIN.match(text[max(begin, told + 1) : start]) is not None


def _date(text: str, begin: int, mention: Mention, item: Item, latest: str) -> None:
    before = text[max(begin, item.start - 28) : item.start]
    date: PartialDate = item.value
    if words.BROKE.search(text[begin : item.start]):
        return  # the day on which a part of a device broke
    clause = text.rfind(";", mention.end, item.start)
    if clause >= 0 and not any(hit.start > clause for hit in mention.hits):
        return  # a clause on, with another matter
    if words.STOP_BEFORE.search(before) and not (
        re.search(r"[-\u2013\u2014]\s*$", before) and mention.started is None and mention.dated is None
    ):
        mention.stopped = mention.stopped or date
        if mention.started is None and mention.dated is not None:
            mention.started = mention.dated
    elif words.START_BEFORE.search(before) and mention.has("stop", "off") and re.search(r"\bsince[\s:(]*$", before):
        mention.stopped = mention.stopped or date  # "off adalimumab since March"
    elif words.START_BEFORE.search(before):
        mention.started = mention.started or date
    elif latest in {"stop", "because"}:
        mention.stopped = mention.stopped or date
    elif latest == "start" or (latest == "" and mention.has("start")):
        mention.started = mention.started or date
    else:
        mention.dated = mention.dated or date
