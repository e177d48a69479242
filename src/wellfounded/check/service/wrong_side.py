"""Left and right must be as in the chart, and the same throughout.

Wrong-side requests are refused at best. Source: Joint Commission, Universal Protocol UP.01.01.01. Where the chart
speaks of both sides of a part, a side is wrong when what the letter says of it stands in the chart only of the other.

Bad:  I request an MRI of the left knee.  <-  chart: Right knee pain for six months, positive McMurray there.
Bad:  Left-sided radiculopathy persists.  <-  chart: Pain runs down the right leg. Right L5 radiculopathy.
Bad:  I request an MRI of the left knee.  <-  chart: Right knee locks, MRI of the right knee planned. Left knee normal.
Bad:  MRI of the right hip shows a full tear. The right hip hurts. A full tear on MRI of the left hip needs repair.
Good: I request an MRI of the right knee.  <-  chart: Right knee pain for six months.
Good: The left knee is normal.  <-  chart: Right knee swollen, left knee normal.
Good: She has pain in both knees, the right knee more than the left.
"""

from collections.abc import Iterable, Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says.sides import Side
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "SV101"
SEVERITY = Severity.ERROR

OTHER = {"left": "right", "right": "left"}


ASKS = phrase(r"\b(?:request\w*|approv\w+|authoriz\w+|prescrib\w+|order\w*|recommend\w*|cover|procedure)\b")
BOTH = phrase(r"\b(?:both|bilateral\w*|each|then the (?:left|right))\b")


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report each side the case has only of the other; without a case, one the letter has mostly of the other."""
    said = [side for side in prose.sides if side.part and side.side in OTHER]
    yield from _asked(prose, said)
    for side in said:
        if chart is not None and _contradicts(side, chart):
            yield Mark(side.span, f"the chart does not say this of the {side.side}", "Check the side.")
        if chart is None and _alone(side, said):
            yield Mark(side.span, f"the letter says this of the {OTHER[side.side]} elsewhere", "Check the side.")


def _contradicts(said: Side, chart: Chart) -> bool:
    known = {side.side for side in chart.sides if side.part == said.part}
    if not known and not chart.speaks_of(said.part):
        return any(side.part for side in chart.sides)
    if not known:
        return {side.side for side in chart.sides} == {OTHER[said.side]}
    same, other = (_overlap(said, chart.sides, which) for which in ({said.side, "both"}, {OTHER[said.side]}))
    if said.side not in known and "both" not in known:
        return same == 0 or other > same
    return other > same and (same == 0 or other >= same + 2)


def _overlap(said: Side, sides: Iterable[Side], which: set[str]) -> int:
    """How many words around *said* stand around one of *which* sides of that part, or of none named, at the most."""
    held = (side for side in sides if side.side in which and side.part in {said.part, ""})
    return max((len(side.about & said.about) for side in held), default=0)


def _alone(side: Side, said: list[Side]) -> bool:
    """Whether a side stands once and the other several times, with the same words around."""
    same = [each for each in said if (each.side, each.part) == (side.side, side.part)]
    other = [each for each in said if (each.side, each.part) == (OTHER[side.side], side.part)]
    return len(same) == 1 and len(other) > 1 and max(len(each.about & side.about) for each in other) > 1


def _asked(prose: Prose, said: list[Side]) -> Iterator[Mark]:
    """Report the rarer side of a part of which the reference lines and the requests name both sides."""
    asked = []
    for side in said:
        line = prose.line_at(side.span[0])
        if line is not None and (line.part == "head" or ASKS.search(line.text)):
            asked.append(side)
    for side in asked:
        same, other = (sum((each.side, each.part) == (which, side.part) for each in said) for which in _pair(side))
        against = any((each.side, each.part) == (OTHER[side.side], side.part) for each in asked)
        if against and same < other and not BOTH.search(prose.flat):
            yield Mark(side.span, f"the request speaks of the {OTHER[side.side]} elsewhere", "Make the request one.")


def _pair(side: Side) -> tuple[str, str]:
    return side.side, OTHER[side.side]
