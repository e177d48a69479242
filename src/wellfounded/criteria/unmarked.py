"""A list without marks: lines under a lead-in or a title of criteria, each a requirement, nested by their columns."""

import re

from wellfounded.criteria.aside import grants, refuses
from wellfounded.criteria.connectors import lead
from wellfounded.criteria.lines import Line, width
from wellfounded.criteria.marks import column_mark, mark
from wellfounded.criteria.scope import is_title, section
from wellfounded.criteria.tests import strong

_DONE = re.compile(r"(?:[.;?]|[;,]\s*(?:and/or|and|or)|\s(?:AND|OR))$")
_JOINED = re.compile(r"(?:;|[;,]?\s(?:and/or|and|or))$", re.IGNORECASE)
_OPEN_END = re.compile(
    r"(?:[,(/-]|\b(?:a|an|the|of|and|or|to|with|for|by|in|on|at|from|than|that|which|who|is|are|was|has|have"
    r"|not|no|least|under|over|more))$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:you|your|(?:the|a)\s+(?:member|patient|individual|beneficiary|client|child|prescriber|provider)"
    r"|there\s+(?:is|are|has))\b",
    re.IGNORECASE,
)
_FULL = 0.75  # of the longest line of the run: a shorter line was broken on purpose
_NARROW = 0.7  # of the widest line: a line that ends before it was broken on purpose
_SPARE = 3  # columns by which a wrapped line may be shorter than its first word below would need
_LONG = 45  # words; a longer line is prose


def unmarked(held: tuple[Line, ...]) -> dict[int, bool]:
    """Give the lines of such lists by their index: whether each begins a requirement or goes on with the one above.

    Only where at least two lines begin one and most of them ask something that a test knows.
    """
    found: dict[int, bool] = {}
    index, wrap = 0, width(held)
    while index < len(held) - 1:
        if index not in found and _leads(held[index].raw):
            run = _run(held, index, wrap)
            if _counted(held, index, run):
                found |= dict.fromkeys(run, True)
            elif _is_list(held, run):
                found |= run
        index += 1
    return found


def _leads(raw: str) -> bool:
    if is_title(raw) and section(raw) in {"criteria", "continuation"} and not raw.endswith(":"):
        return True
    return raw.rstrip(" *_").endswith(":") and len(raw.split()) > 2


def _run(held: tuple[Line, ...], first: int, wrap: int) -> dict[int, bool]:
    """Take the lines below *first* that stand at its column or further in, up to a mark, a title or a gap outward."""
    if held[first + 1].raw.rstrip(" *_").endswith(":"):
        return {}  # it leads the list in itself
    top = held[first + 1].column
    taken: list[int] = []
    for index in range(first + 1, len(held)):
        line = held[index]
        spaced = any(held[each].gap for each in taken[1:])
        ended = any(_JOINED.search(held[each].raw) for each in taken) and held[index - 1].raw.endswith(".")
        heads = index + 1 < len(held) and held[index + 1].column > line.column  # the name of a further group
        back = line.column < top or (line.gap and len(taken) > 1 and not spaced and not heads) or (taken and ended)
        if back:
            break
        if mark(line.raw)[0] or column_mark(line.raw) or "|" in line.raw or "\t" in line.raw:
            return {}  # a list with marks among its lines is read by them
        if is_title(line.raw) and (section(line.raw) or line.raw.isupper()):
            break
        taken.append(index)
    longest = max((held[index].edge for index in taken), default=0)
    return {index: _begins(held, index, first, top, longest, wrap) for index in taken}


def _begins(held: tuple[Line, ...], index: int, first: int, top: int, longest: int, wrap: int) -> bool:
    line, before = held[index], held[index - 1]
    if index == first + 1 or line.gap or _DONE.search(before.raw):
        return True
    fits = before.edge + 1 + len(line.raw.split()[0]) <= wrap - _SPARE  # it was broken on purpose
    if fits and line.raw[0].isupper() and line.column <= before.column and not before.raw.endswith((",", "(", "-")):
        return True
    if _OPEN_END.search(before.raw):
        return False
    spaced = any(each.gap for each in held[first + 2 : index])
    if fits and not spaced and line.column <= before.column:
        return True
    if _SUBJECT.match(line.raw) and line.column == before.column:
        return True
    room = before.edge + 1 + len(line.raw.split()[0])
    if line.column > before.column:  # further in: under a name or a lead-in, or a hanging line
        return lead(before.raw) is not None or room < _FULL * longest
    return line.column >= top and (room < _FULL * longest or line.raw[0].isupper())


def _counted(held: tuple[Line, ...], first: int, run: dict[int, bool]) -> bool:
    """Whether a lead-in that counts its items stands over short lines of one column further in: "at least two of:"."""
    led = lead(held[first].raw)
    columns = {held[index].column for index in run}
    widest = max(line.edge for line in held)
    short = all(held[index].edge < _NARROW * widest and not held[index].raw.endswith(".") for index in run)
    counts = bool(led and led.said and led.op in {"any", "some"} and held[first].raw.endswith(":"))
    return counts and short and len(run) > 1 and len(columns) == 1 and min(columns) > held[first].column + 1


def _is_list(held: tuple[Line, ...], run: dict[int, bool]) -> bool:
    items: list[str] = []
    for index, begins in run.items():
        if begins or not items:
            items.append(held[index].raw)
        else:
            items[-1] += f" {held[index].raw}"
    if len(items) < 2 or any(
        len(item.split()) > _LONG or ". " in item or grants(item) or refuses(item) for item in items
    ):
        return False
    asks = sum(strong(item.rstrip(" ;,.")) is not None for item in items)
    joined = all(_JOINED.search(item) for item in items[:-1])
    return asks >= (1 if joined else 0.6 * len(items))
