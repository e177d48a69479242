"""Enumerators that only this document uses ("[a]", "3-19.2.1", "Path 1."), written as the usual ones in their place."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from wellfounded.criteria.lines import Line
from wellfounded.criteria.marks import mark, readings
from wellfounded.criteria.scope import is_title

# What may stand before and behind the part that counts: "[a]", "C1.", "3-19.2.1", "61-2-A", "Path 1.", "GROUP B  ".
_SIGNED = re.compile(
    r"(?P<pre>[\[{<\u00ab(/|#]{0,2}(?:[A-Za-z0-9]{1,5}[-.:/]){0,4}|[\[{<(]?[A-Z]{1,4})"
    r"(?P<n>\d{1,2}|[A-Z]|[a-z]|[ivx]{2,5}|[IVX]{2,5})(?P<post>[\]}>\u00bb)/|.:;=\u00b0\u00ba-]{0,3})\s+(?=\S)"
)
_NAMED = re.compile(
    r"(?P<pre>[A-Z][A-Za-z]{2,14}\s)(?P<n>\d{1,2}|[A-Z]|[IVX]{2,5})(?P<post>\s?[.:)\u2013\u2014-]|(?=\s{2}))\s+(?=\S)"
)
# Words whose numbers order no requirements.
_OTHER = re.compile(
    r"(?:tier|table|figure|page|phase|level|chapter|section|article|week|month|day|year|type|stage|grade|version"
    r"|appendix|class|medicare|title|rule|form|volume|note|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\s",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?:[^\sA-Za-z0-9\"\u201c(\[\u2265\u2264$%\u00a7|'_]{1,3}|x)\s+(?=[A-Za-z0-9\"\u201c])")
_BULLET = "\u2022"
_WAYS = (("(", ")"), ("", ")"), ("", "."))


@dataclass(frozen=True, slots=True)
class _Found:
    at: int  # the line's index
    key: str
    body: str  # the part that counts
    used: int  # characters up to the words


def series(held: tuple[Line, ...]) -> tuple[Line, ...]:
    """Give *held* with such enumerators in the form "(1)", "1)" or "1.", and unknown signs as bullets.

    The rest of each line stands where it stood. Only what counts up from its first in at least two lines is taken.
    """
    found: dict[str, list[_Found]] = defaultdict(list)
    signs: dict[tuple[str, int], list[int]] = defaultdict(list)
    usual: Counter[str] = Counter()
    for at, line in enumerate(held):
        own, _ = mark(line.raw)
        if own:
            usual[own.readings[0][0]] += 1
            continue
        if (one := _one(at, line.raw)) is not None:
            found[one.key].append(one)
        elif sign := _SIGN.match(line.raw):
            signs[sign[0].strip(), line.column].append(at)
    changed: dict[int, Line] = {}
    for ones in found.values():
        if _counts(ones) and not _titles(ones, held):
            way = _way(ones, usual)
            changed |= {one.at: _written(held[one.at], f"{way[0]}{one.body}{way[1]}", one.used) for one in ones}
    for (sign_, _), places in signs.items():
        if len(places) > 1:
            changed |= {at: _written(held[at], _BULLET, len(sign_)) for at in places}
    return tuple(changed.get(at, line) for at, line in enumerate(held))


def _one(at: int, raw: str) -> _Found | None:
    match = _NAMED.match(raw) or _SIGNED.match(raw)
    if match is None or not (match["pre"] or match["post"]) or _OTHER.match(raw):
        return None
    pre = match["pre"]
    if re.search(r"\d{3}", pre) or (pre.isalpha() and not match["post"] and match["n"].isalpha()):
        return None  # a billing code, or a word
    return _Found(at, f"{pre}#{match['post']}{match['n'].isdigit()}", match["n"], match.end())


def _counts(ones: list[_Found]) -> bool:
    """Whether the values count up from the first, perhaps more than once."""
    ways = [dict(readings(one.body)) for one in ones]
    styles = {style for way in ways for style in way}
    for style in sorted(styles):
        values = [way.get(style, 0) for way in ways]
        steps = sum(two == one + 1 for one, two in pairwise(values))
        firsts = values.count(1)
        if values[0] == 1 and steps and steps + firsts >= 0.8 * len(values):
            return True
    return False


def _titles(ones: list[_Found], held: tuple[Line, ...]) -> bool:
    """Whether most of them number the titles of sections."""
    return 2 * sum(is_title(held[one.at].raw[one.used :]) for one in ones) >= len(ones)


def _way(ones: list[_Found], usual: Counter[str]) -> tuple[str, str]:
    """Choose the form that the document uses least for anything else, of those that fit in the place."""
    room = min(one.used - len(one.body) for one in ones)
    style = readings(ones[0].body)[0][0]
    fit = [way for way in _WAYS if len(way[0]) + len(way[1]) < room] or [_WAYS[2]]
    best = min(fit, key=lambda way: usual[f"{style}{'()' if way[0] else way[1]}"])
    usual[f"{style}{'()' if best[0] else best[1]}"] += len(ones)
    return best


def _written(line: Line, enumerator: str, used: int) -> Line:
    """Write *enumerator* over the first *used* characters; an enumerator that does not fit leaves the line as it is."""
    if len(enumerator) > used - (enumerator != _BULLET):
        return line
    return replace(line, raw=enumerator.ljust(used) + line.raw[used:])
