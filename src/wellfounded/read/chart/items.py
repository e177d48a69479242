"""One unit of a note as a row of items: agents, cues, amounts, times, and the signs that part clauses."""

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from wellfounded.model.coding import PartialDate
from wellfounded.read.chart import amounts, dates
from wellfounded.read.chart.cues import cues
from wellfounded.read.chart.lexicon import Agent, Lexicon
from wellfounded.read.chart.tokens import Token, tokens

_BREAKS = frozenset(
    {";", "but", "however", "although", "though", "whereas", "while", "then", "→", "which", "who", "otherwise", "yet"}
)
_SUBJECTS = frozenset({"she", "he", "patient", "pt", "they", "i"})
_AFTER_LENGTH = re.compile(
    (
        r"\s*-?\s*(?:ago\b|old\b|of age|y/?o\b|earlier|prior\b|before\b|later\b|from now|follow|history of|after\b"
        r"|out\b|post|pregnan|gestation|hx)"
    ),
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:in|within|every|next|rtc|follow[- ]?up|f/u|recheck|return|age|aged|q|at)\s*(?:the\s*|in\s*|~\s*)?$",
    re.IGNORECASE,
)


class Item(NamedTuple):
    """One thing found in a unit, with its place: kind is agent, cue, dose, frequency, route, length, date or a sign."""

    kind: str
    start: int
    end: int
    value: Any = None


@dataclass(frozen=True, slots=True)
class Row:
    """The items of one unit in order, and its tokens."""

    items: tuple[Item, ...]
    toks: tuple[Token, ...]


def row(
    text: str, start: int, end: int, lexicon: Lexicon, note: PartialDate | None, extra: tuple[Item, ...] = ()
) -> Row:
    """Find the items of *text* between two places; *extra* are items found by other means, which win over cues."""
    toks = tokens(text, start, end)
    found = [*extra, *_phrases(toks, lexicon, extra, text)]
    found += _amounts(text, start, end, note, [item for item in found if item.kind == "agent"])
    found.sort(key=lambda item: (item.start, -item.end))
    return Row(tuple(_apart(found)), tuple(toks))


def _phrases(toks: list[Token], lexicon: Lexicon, extra: tuple[Item, ...], text: str) -> list[Item]:
    book, found, i = cues(), [], 0
    taken = [(item.start, item.end) for item in extra]
    while i < len(toks):
        token = toks[i]
        if any(start <= token.start < end for start, end in taken):
            i += 1
            continue
        agent, cue = lexicon.at(toks, i), book.at(toks, i)
        if (
            agent is not None
            and (cue is None or agent[0] >= cue[0])
            and _named(agent[1], text[token.start : toks[i + agent[0] - 1].end])
        ):
            n, what = agent
            found.append(Item("agent", token.start, toks[i + n - 1].end, what))
            i += n
        elif cue is not None:
            n, meant = cue
            found.append(Item("cue", token.start, toks[i + n - 1].end, meant))
            if token.word in _BREAKS:
                found.append(Item("break", token.start, token.start))
            i += n
        else:
            kind = _sign(token)
            if kind:
                found.append(Item(kind, token.start, token.end))
            i += 1
    return found


def _named(agent: Agent, written: str) -> bool:
    """A doubtful name counts in capitals ("PT", never "Pt"); in small letters only from three letters on."""
    if not agent.doubtful or not written.isalpha():
        return True
    return (
        written.isupper()
        or (written.islower() and len(written) > 2 and agent.what == "drug")
        or (len(written) > 4 and written[0].isupper())
    )


def _sign(token: Token) -> str:
    word = token.word
    if word in _BREAKS:
        return "break"
    if word in "([":
        return "open"
    if word in ")]":
        return "close"
    if word in {",", "and", "or", "/", "&", "+", "plus"}:
        return "and"
    if word in {"-", "\u2013", "\u2014", ":", "=", ">"}:
        return "dash"
    return "subject" if word in _SUBJECTS else ""


def _amounts(text: str, start: int, end: int, note: PartialDate | None, agents: list[Item]) -> list[Item]:
    found = [Item("dose", m.start(), m.end(), amounts.dose(m)) for m in amounts.DOSE.finditer(text, start, end)]
    found += [Item("frequency", m.start(), m.end(), m.group()) for m in amounts.FREQUENCY.finditer(text, start, end)]
    if agents:
        found += [Item("route", m.start(), m.end(), m.group()) for m in amounts.ROUTE.finditer(text, start, end)]
    found += [Item("date", d.start, d.end, d.date) for d in dates.dates(text, start, end, note)]
    for pattern in (dates.SESSIONS, dates.DURATION):
        for match in pattern.finditer(text, start, end):
            if not _AFTER_LENGTH.match(text, match.end()) and not _FUTURE.search(
                text, max(start, match.start() - 14), match.start()
            ):
                found.append(Item("length", match.start(), match.end(), dates.duration(match)))
    return [item for item in found if not any(a.start <= item.start < a.end for a in agents)]


def _apart(found: list[Item]) -> list[Item]:
    """Leave out amounts that lie inside an earlier, longer one."""
    kept: list[Item] = []
    far = -1
    for item in found:
        if item.kind in {"dose", "frequency", "route", "length", "date"}:
            if item.start < far:
                continue
            far = max(far, item.end)
        kept.append(item)
    return kept
