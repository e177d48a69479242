"""Left and right must be as in the chart, and the same throughout.

Wrong-side requests are refused at best. Source: Joint Commission, Universal Protocol UP.01.01.01.

Bad:  I request an MRI of the left knee.  <-  chart: Right knee pain for six months, positive McMurray there.
Bad:  Left-sided radiculopathy persists.  <-  chart: Pain runs down the right leg. Right L5 radiculopathy.
Bad:  She has right shoulder pain. I ask for surgery on the right shoulder. The left shoulder MRI shows a full tear.
Good: I request an MRI of the right knee.  <-  chart: Right knee pain for six months.
Good: The left knee is normal.  <-  chart: Right knee swollen, left knee normal.
Good: She has pain in both knees, the right knee more than the left.
"""

from collections import Counter
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "SV101"
SEVERITY = Severity.ERROR

OTHER = {"left": "right", "right": "left"}


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report each side of which the case has only the other, or the letter, where it has no case, mostly the other."""
    if chart is not None:
        for side in prose.sides:
            if side.side in OTHER and _contradicts(side.side, side.part, chart):
                yield Mark(
                    side.span, f"the chart says {OTHER[side.side]}, never {side.side}, of this part", "Check the side."
                )
        return
    counted = Counter((side.side, side.part) for side in prose.sides)
    for side in prose.sides:
        other = counted[OTHER.get(side.side, ""), side.part]
        if counted[side.side, side.part] == 1 and other > 1 and not counted["both", side.part]:
            yield Mark(side.span, f"the letter says {OTHER[side.side]} of this part elsewhere", "Check the side.")


def _contradicts(side: str, part: str, chart: Chart) -> bool:
    known = {held for held, of in chart.sides if of == part}
    if known:
        return known == {OTHER[side]}
    return {held for held, _ in chart.sides} == {OTHER[side]}
