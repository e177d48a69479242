"""The arithmetic of fills: what counts once, what each fill covers, and the days of a stretch that had supply."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wellfounded.model.basis import Basis, Derivation, quotes
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.use import Covered, Fill, Supply

GAP = 45  # days without supply after which a fill begins another stretch of treatment
SAME = 4  # days by which two prints may date one fill apart: the day it was billed and the day it was sold
RETURN = 21  # days within which a claim that is taken back follows the claim
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Handed:
    """One fill that counts, with the evidence it is."""

    on: date
    fill: Fill
    evidence: Evidence


def handed(points: Iterable[Evidence]) -> list[Handed]:
    """Give each hand-over of a medicine once, in order: without what was taken back, and what two prints both show."""
    rows = [
        Handed(each.on.earliest(), each.use, each)
        for each in points
        if each.kind is EvidenceKind.DISPENSE and isinstance(each.use, Fill) and each.on is not None
    ]
    rows.sort(key=lambda row: (row.on, row.fill.latest))
    kept = [row for row in rows if row.fill.counts]
    gone: set[int] = set()
    for back in (row for row in rows if row.fill.standing == "reversed"):
        found = [row for row in kept if _taken_back(row, back) and id(row) not in gone]
        gone |= {id(found[-1])} if found else set()
    kept = [row for row in kept if id(row) not in gone]
    held: list[Handed] = []
    near: dict[str, list[Handed]] = {}  # of each medicine, the fills of the last few days
    for row in kept:
        name = row.fill.ingredient.lower()
        near[name] = [other for other in near.get(name, []) if (row.on - other.on).days <= SAME]
        if not any(_same(row, other) for other in near[name]):
            held.append(row)
            near[name].append(row)
    return held


def _taken_back(row: Handed, back: Handed) -> bool:
    a, b = row.fill.quantity, back.fill.quantity
    alike = row.fill.ingredient == back.fill.ingredient and (a is None or b is None or abs(a.value) == abs(b.value))
    late = RETURN if b is not None and b.value < 0 else 0
    return alike and _source(row) == _source(back) and 0 <= (back.on - row.on).days <= late


def _same(row: Handed, other: Handed) -> bool:
    """Whether two rows show one fill: of one day, or of neighbouring days on two prints."""
    a, b = row.fill, other.fill
    if a.ingredient != b.ingredient or (a.form and b.form and a.form != b.form):
        return False
    if a.strength and b.strength and a.strength != b.strength:
        return False
    if (a.days and b.days and a.days != b.days) or (a.quantity and b.quantity and a.quantity.value != b.quantity.value):
        return False
    apart = abs((row.on - other.on).days)
    return apart == 0 or (apart <= SAME and (_source(row) != _source(other) or a.latest))


def _source(row: Handed) -> str:
    return next((quote.at.source for quote in quotes(row.evidence.basis)), "")


def stretches(rows: Sequence[Handed]) -> list[list[Handed]]:
    """Part the fills of one medicine where more than GAP days had no supply."""
    held: list[list[Handed]] = []
    end = date.min
    for row in rows:
        if held and (row.on - end).days <= GAP:
            held[-1].append(row)
        else:
            held.append([row])
            end = row.on
        end = max(end, row.on) + (row.fill.days or 0) * ONE
    return held


def supply(
    rows: Sequence[Handed],
    *,
    start: date | None,
    stop: date | None,
    again: Sequence[tuple[date, Basis]],
    as_of: date | None,
) -> Supply | None:
    """Add up one stretch; None where a row states no days' supply or lists only last fills.

    *start* and *stop* are the first and last dose where the chart states them to the day, *again* the days it says the
    treatment was taken up again: a fill that ends a gap counts from then. Each strength covers on its own, so that a
    change of dose never adds days.
    """
    if not rows or any(row.fill.days is None or row.fill.latest for row in rows):
        return None
    opens = rows[0].on
    first = start if start is not None and opens <= start <= opens + (rows[0].fill.days or 0) * ONE else opens
    spans, used = _spans(rows, first, again)
    runs_out = max(end for _, end in spans)
    closed = stop is not None and stop >= first and (as_of is None or stop <= as_of)
    last = stop if closed and stop is not None else runs_out
    days = sorted(
        {begin + n * ONE for begin, end in spans for n in range((end - begin).days + 1) if begin + n * ONE <= last}
    )
    if not days or rows[-1].on > last + GAP * ONE:
        return None
    fills = tuple(
        Covered(row.on, row.fill.days or 0, begin, min(end, last))
        for row, (begin, end) in zip(rows, spans, strict=True)
    )
    blocks = _blocks(days)
    held = Supply(first, last, closed, len(days), blocks, fills, Derivation("", ()), as_of)
    under = (*(row.evidence.basis for row in rows), *used)
    return Supply(first, last, closed, len(days), blocks, fills, Derivation(held.sum, under), as_of)


def _spans(
    rows: Sequence[Handed], first: date, again: Sequence[tuple[date, Basis]]
) -> tuple[list[tuple[date, date]], list[Basis]]:
    """Give the days each fill covers: from its day, from the end of what is left of the last, or from a restart."""
    spans, used, free = list[tuple[date, date]](), list[Basis](), dict[str, date]()
    for row in rows:
        strength = str(row.fill.strength or "")
        begin = max(row.on, first, free.get(strength, row.on))
        if begin == row.on and spans and row.on > max(end for _, end in spans) + ONE:
            taken_up = [(day, basis) for day, basis in again if row.on < day <= row.on + RETURN * ONE]
            if taken_up:
                begin = taken_up[0][0]
                used.append(taken_up[0][1])
        end = begin + ((row.fill.days or 0) - 1) * ONE
        free[strength] = end + ONE
        spans.append((begin, end))
    return spans, used


def _blocks(days: Sequence[date]) -> tuple[tuple[date, date], ...]:
    held: list[tuple[date, date]] = []
    for day in days:
        if held and day == held[-1][1] + ONE:
            held[-1] = (held[-1][0], day)
        else:
            held.append((day, day))
    return tuple(held)
