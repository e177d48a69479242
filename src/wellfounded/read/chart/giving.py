"""An amount or a time given to the mention it belongs to: which dose, and which end of the treatment a date is."""

import re
from typing import TYPE_CHECKING

from wellfounded.read.chart import frame_words as words
from wellfounded.read.chart.items import Item
from wellfounded.read.chart.mention import Mention

if TYPE_CHECKING:
    from wellfounded.model.coding import PartialDate


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
            mention.lengths.append(item.value)
        case "date":
            _date(text, begin, mention, item, latest)
    mention.reach(item.start, item.end)


def _date(text: str, begin: int, mention: Mention, item: Item, latest: str) -> None:
    before = text[max(begin, item.start - 28) : item.start]
    date: PartialDate = item.value
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
