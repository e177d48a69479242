"""What kind of coverage the notice says this is; the values are the market ids of the law packs.

Only words about this plan count. "If your plan is governed by ERISA" is in half of all notices and says nothing.
"""

from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer.market_words import MARKETS, OVER
from wellfounded.read.payer.paper import Paper, Sentence
from wellfounded.wire.caseless import Caseless

ENOUGH = 2.0
CONDITIONAL = Caseless(
    r"\b(?:if\s+(?:your|the|this|my)\s+(?:\w+\s+){0,2}?(?:plan|coverage|policy|benefits?|employer|group|health)"
    r"|if\s+you\s+(?:have(?!\s+(?:an?\s+|any\s+)?(?:complaint|question|concern|problem|dispute))|get|receive|are\s+(?:an?|enrolled|covered|insured|eligible|also|in)\b)"
    r"|if\s+(?:it|coverage|benefits)\s+(?:is|are)|(?:some|most|certain)\s+(?:plans|members|groups|people)|whether"
    r"|may\s+be\s+(?:subject|governed)|depending|other\s+than|unless|does\s+not\s+apply|not\s+(?:an?|subject"
    r"|governed|under|part)\b)[^.;]{0,90}$",
)


def market(paper: Paper) -> Iterator[Field]:
    """Give plan_market where the notice states it; a close race gives none."""
    totals: dict[str, float] = {}
    first: dict[str, tuple[float, int, int]] = {}
    for name, clues in MARKETS.items():
        for pattern, weight in clues:
            for found in pattern.finditer(paper.plain):
                counted = weight * (0.25 if _conditional(paper, found.start()) else 1.0)
                if counted <= 0:
                    continue
                totals[name] = totals.get(name, 0.0) + counted
                if name not in first or counted > first[name][0]:
                    first[name] = (counted, found.start(), found.end())
                break  # a clue counts once, however often it is printed
    chosen = _choose(totals)
    if chosen:
        _, start, end = first[chosen]
        yield Field("plan_market", chosen, paper.quote(start, end))


def _conditional(paper: Paper, at: int) -> bool:
    sentence: Sentence = paper.sentence_at(at)
    return bool(CONDITIONAL.search(paper.plain[max(sentence.start, at - 160) : at]))


def _choose(totals: dict[str, float]) -> str:
    able = {name: total for name, total in totals.items() if total >= ENOUGH}
    for narrow, wide in OVER:
        if narrow in able and wide in able and able[narrow] >= 0.6 * able[wide]:
            del able[wide]
    if not able:
        return ""
    ordered = sorted(able, key=lambda name: (-able[name], name))
    if len(ordered) > 1 and able[ordered[0]] < able[ordered[1]] * 1.2:
        return ""
    return ordered[0]
