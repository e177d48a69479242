"""Left and right must be as in the chart, and the same throughout.

Wrong-side requests are refused at best. Source: Joint Commission, Universal Protocol UP.01.01.01. Where the chart
speaks of both sides of a part, a side is wrong when what the letter says of it stands in the chart only of the other.

Bad:  I request an MRI of the left knee.  <-  chart: Right knee pain for six months, positive McMurray there.
Bad:  Left-sided radiculopathy persists.  <-  chart: Pain runs down the right leg. Right L5 radiculopathy.
Bad:  I request an MRI of the left knee.  <-  chart: Right knee locks, MRI of the right knee planned. Left knee normal.
Bad:  She has right shoulder pain. I ask for surgery on the right shoulder. The left shoulder MRI shows a full tear.
Good: I request an MRI of the right knee.  <-  chart: Right knee pain for six months.
Good: The left knee is normal.  <-  chart: Right knee swollen, left knee normal.
Good: She has pain in both knees, the right knee more than the left.
"""

from collections import Counter
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says.sides import Side
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "SV101"
SEVERITY = Severity.ERROR

OTHER = {"left": "right", "right": "left"}


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report each side the case has only of the other; without a case, one the letter has mostly of the other."""
    if chart is not None:
        for side in prose.sides:
            if side.side in OTHER and _contradicts(side, chart):
                yield Mark(side.span, f"the chart does not say this of the {side.side}", "Check the side.")
        return
    counted = Counter((side.side, side.part) for side in prose.sides)
    for side in prose.sides:
        other = counted[OTHER.get(side.side, ""), side.part]
        if counted[side.side, side.part] == 1 and other > 1 and not counted["both", side.part]:
            yield Mark(side.span, f"the letter says {OTHER[side.side]} of this part elsewhere", "Check the side.")


def _contradicts(said: Side, chart: Chart) -> bool:
    of_part = [side for side in chart.sides if side.part == said.part]
    known = {side.side for side in of_part}
    if not known and not chart.speaks_of(said.part):
        return bool(chart.sides)
    if not known:
        return {side.side for side in chart.sides} == {OTHER[said.side]}
    if said.side not in known and "both" not in known:
        return True
    same, other = (
        max((len(side.about & said.about) for side in of_part if side.side in which), default=0)
        for which in ({said.side, "both"}, {OTHER[said.side]})
    )
    return other > same and (same == 0 or other >= same + 2)
