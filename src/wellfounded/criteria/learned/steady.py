"""The items of one list are requirements together: what is likely of most of them is likely of the others."""

import re
from collections.abc import Sequence

from wellfounded.criteria import aside
from wellfounded.criteria.block import Block
from wellfounded.criteria.learned.lines import HEAD, LEAF, OUT
from wellfounded.criteria.scope import section

_SHARE = 0.8  # of how likely the likelier half of a list is, for the others

_TITLE = 5  # words
_ASIDES = (aside.is_approval, aside.is_note, aside.is_renewal, aside.limits, aside.refuses, aside.renews)


def steady(held: Sequence[Block], sure: Sequence[dict[str, float]]) -> list[dict[str, float]]:
    """Give *sure* with the unlikely items of a list lifted to the likely ones of it, and to the lead-in over them."""
    found = [dict(one) for one in sure]
    for run in sorted(_runs(held), key=lambda run: held[run[0]].column):
        kept = sorted((found[at][LEAF] + found[at][HEAD] for at in run), reverse=True)
        half = kept[: (len(kept) + 1) // 2]
        over = found[run[0] - 1][HEAD] if run[0] and held[run[0] - 1].kind == "item" else 0.0
        wanted = _SHARE * max(sum(half) / len(half), over)
        for at in run:
            here = found[at][LEAF] + found[at][HEAD]
            if here < wanted and not _apart(held[at].text):
                share = found[at][LEAF] / here if here > 0 else 1.0
                share = max(share, 0.5)
                found[at] = {LEAF: wanted * share, HEAD: wanted * (1 - share), OUT: 1 - wanted}
    return found


def _apart(text: str) -> bool:
    """Whether an item is by its own words something else than what must be shown."""
    title = re.split(r"[.:]\s", text, maxsplit=1)[0]
    titled = title != text and len(title.split()) <= _TITLE and section(title) not in {"", "criteria"}
    return titled or any(test(text) for test in _ASIDES)


def _runs(held: Sequence[Block]) -> list[list[int]]:
    """Give the places of the items of each list: of one form and column, nothing but what is under them between."""
    done: list[list[int]] = []
    open_: dict[tuple[int, str], list[int]] = {}
    for at, block in enumerate(held):
        if block.kind == "connector":
            continue
        if block.kind != "item" or block.mark is None:
            inside = {key: run for key, run in open_.items() if key[0] < block.column and block.kind == "para"}
            done += [run for key, run in open_.items() if key not in inside]
            open_ = inside
            continue
        done += [run for key, run in open_.items() if key[0] > block.column]
        open_ = {key: run for key, run in open_.items() if key[0] <= block.column}
        styles = {style for style, _ in block.mark.readings}
        key = next((key for key in open_ if key[0] == block.column and key[1] in styles), None)
        if key is None:
            for style in sorted(styles)[:1]:
                open_[block.column, style] = [at]
        else:
            open_[key].append(at)
    return [run for run in [*done, *open_.values()] if len(run) > 1]
