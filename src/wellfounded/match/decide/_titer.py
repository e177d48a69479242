"""Titers, which are written as dilutions: "less than 1:5" is held to the second number and never to the first."""

import re
from collections.abc import Iterator
from dataclasses import replace

from wellfounded.match.clauses import clauses
from wellfounded.match.passages import dates_in, source_of
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, content, stem
from wellfounded.model.asks import Threshold
from wellfounded.model.coding import Quantity
from wellfounded.model.evidence import Evidence

_DILUTION = re.compile(r"(?P<sign><=|>=|<|>|\u2264|\u2265)?\s*\b1:(?P<n>\d{1,5})\b(?!:)")
_BACK = 2  # sentences between the name of a test and its titer
_SIGNS = {"\u2264": "<=", "\u2265": ">="}
_PLAIN = frozenset(stem(word) for word in ("titer", "titre", "level", "total", "neutralizing", "serum", "dilution"))


def diluted(asks: Threshold, text: str) -> Threshold | None:
    """Give the bound as the number of the dilution that the text asks for; None where it asks for none."""
    found = _DILUTION.search(text)
    return replace(asks, value=float(found["n"]), unit="") if found and asks.value == 1 and asks.comparator else None


def titers(asks: Threshold, view: View) -> Iterator[Evidence]:
    """Give the dilutions of sentences that name what is measured, or that stand right after the one that does."""
    own = content(asks.name) - _PLAIN - GENERIC
    for at, each in enumerate(view.passages if own else ()):
        found = _DILUTION.search(each.statement)
        near = [one for one in view.passages[max(0, at - _BACK) : at] if source_of(one) and _note(one) == _note(each)]
        before = " ".join(one.statement for one in near)
        named = own <= content(each.statement) or (own <= content(before) and not _DILUTION.search(before))
        if not (found and named and each.assertion.holds and all(one.meant(own) for one in clauses(each.statement))):
            continue
        days = dates_in(each.statement) or dates_in(before)
        value = Quantity(float(found["n"]), "", _SIGNS.get(found["sign"] or "", found["sign"] or "="))
        yield replace(each, name=asks.name, value=value, on=days[0] if len(days) == 1 else each.written)


def _note(each: Evidence) -> tuple[str, str]:
    quote = source_of(each)
    return (quote.at.source if quote else "", str(each.written))
