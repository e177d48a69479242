"""What a chooser is told of one treatment: its words, its list, its column, its heading, the sentences beside it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wellfounded.read.chart.learned.marks import meant
from wellfounded.read.chart.learned.page import DRUG, ME, Page, Place, cells_of, plain, words
from wellfounded.read.chart.mention import Mention

GLUE = {",", "and", "or", "/", "&", "+", "then", "plus", "with", DRUG, "mg", "mcg", "daily", "bid", "qd", ";", "-"}
NEAR = 5  # words whose place is told
FAR = 24  # words of a clause that are told to be there
NEXT = 14  # words of the next sentence


def features(page: Page, mention: Mention) -> list[str]:
    """Give the features of one naming."""
    at = page.first[mention.unit.start]
    me = (mention.start, mention.end)
    found, where = words(page, at, me)
    return [
        *_own(mention),
        *_placed(page, at, found, where),
        *_near(found, where),
        *_clauses(found, where),
        *_beside(page, at, mention),
        *_columns(page, at, me),
        *meant(page, at, me),
    ]


def _own(mention: Mention) -> Iterator[str]:
    agent = mention.agent
    yield from ("any", f"a={agent.ingredient.lower()}", f"what={agent.what}", f"s={mention.unit.section}")
    yield f"s{agent.what}={mention.unit.section}"
    yield f"listed={agent.listed}"
    if agent.doubtful:
        yield f"doubt={agent.doubtful}"
    for id_ in agent.classes[:2]:
        yield f"c={id_}"
    if mention.family:
        yield "kin"
    if mention.doses:
        yield "dosed"
        yield f"dosed{mention.unit.section}"
    if mention.frequency:
        yield "often"
    if mention.lengths:
        yield "long"
    for name, date in (("began", mention.started), ("ended", mention.stopped), ("dated", mention.dated)):
        if date:
            yield name


def _placed(page: Page, at: int, found: Sequence[str], where: int) -> Iterator[str]:
    unit = page.units[at]
    yield f"k={unit.kind}"
    yield f"n={min(4, len(page.named[at]))}"
    yield f"Q={4 * at // len(page.units)}"
    if where < 2:
        yield "opens"
        yield f"opens {unit.section}"
    if all(word in GLUE or word == ME or word[0] == "0" for word in found):
        yield "bare"
        yield f"bare {unit.section}"
    for word in page.over[at]:
        yield f"h={word}"
    yield "H=" + " ".join(page.over[at][:3])
    yield "f=" + " ".join(found[:2])


def _near(found: Sequence[str], where: int) -> Iterator[str]:
    for step in range(1, NEAR + 1):
        yield f"l{step}={found[where - step] if step <= where else '^'}"
        yield f"r{step}={found[where + step] if where + step < len(found) else '$'}"
    for begin in (-3, -2, -1):
        if where + begin >= 0:
            yield f"L2={'_'.join(found[where + begin : where + begin + 2])}"
    for begin in (0, 1, 2, 3):
        yield f"R2={'_'.join(found[where + begin : where + begin + 2])}"


def _clauses(found: Sequence[str], where: int) -> Iterator[str]:
    """Tell the words before and after up to another treatment; past a list, those before and after the whole list."""
    before = _run(found[max(0, where - FAR) : where][::-1])
    after = _run(found[where + 1 : where + 1 + FAR])
    yield from _bag("B", before[::-1])
    yield from _bag("A", after)
    if len(found) < 60:
        for word in set(found):
            yield f"u={word}"
    rest = found[where + 1 :]
    end = next((i for i, word in enumerate(rest) if word not in GLUE and word[0] != "0"), len(rest))
    if DRUG in rest[:end]:
        yield "listed on"
        yield from _bag("X", _run(rest[end : end + FAR]))
    lead = found[:where][::-1]
    end = next((i for i, word in enumerate(lead) if word not in GLUE and word[0] != "0"), len(lead))
    if DRUG in lead[:end]:
        yield "listed"
        yield from _bag("W", _run(lead[end : end + FAR])[::-1])


def _run(found: Sequence[str]) -> list[str]:
    """Give the words up to the next treatment."""
    return list(found[: found.index(DRUG)] if DRUG in found else found)


def _bag(name: str, found: Sequence[str]) -> Iterator[str]:
    if not found:
        yield f"{name}:none"
    for word in found:
        yield f"{name}={word}"
    for one, two in pairwise(found):
        yield f"{name}2={one}_{two}"


def _beside(page: Page, at: int, mention: Mention) -> Iterator[str]:
    """Tell the sentences after it up to another treatment, how they begin, and the sentence before it."""
    units, named, own = page.units, page.named, page.units[at]
    last = bool(named[at]) and named[at][-1][0] <= mention.start
    for step in (1, 2) if last else ():
        if at + step >= len(units) or units[at + step].paragraph != own.paragraph:
            break
        unit = units[at + step]
        end = named[at + step][0][0] if named[at + step] else unit.end
        found = plain(page.text[unit.start : end])[: NEXT if step == 1 else FAR]
        if step == 1 and not named[at + step]:
            yield from _bag("N", found)
        yield from (f"then={word}" for word in found)
        yield f"goes on={' '.join(found[:1])}"
        if named[at + step]:
            break
    if at and units[at - 1].paragraph == own.paragraph:
        unit = units[at - 1]
        found = plain(page.text[unit.start : unit.end])
        yield from (f"p={word}" for word in found[:4])
        if not named[at - 1]:
            yield from (f"P={word}" for word in found[:FAR])


def _columns(page: Page, at: int, me: Place) -> Iterator[str]:
    unit = page.units[at]
    if unit.kind != "row":
        return
    cells = cells_of(page.text, unit)
    heads = page.heads[at]
    for number, (start, end) in enumerate(cells):
        if start <= me[0] < end:
            yield f"cell={min(3, number)}"
            continue
        found = plain(page.text[start:end])
        for word in found:
            yield f"t={word}"
        if heads:
            _, head = min(heads, key=lambda one: abs(one[0] - start + unit.start))
            for word in found[:6]:
                yield f"{head}:{word}"
