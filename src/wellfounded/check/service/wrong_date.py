"""Every full date in the letter must be one that the case holds.

A date of service that is one digit off is another claim; a visit that no note records did not happen for the plan.

Bad:  Date of service: 03/12/2026  <-  chart: Infusion given on 03/21/2026.
Bad:  I examined her on April 2, 2026.  <-  chart: Visit of 4/12/2026. Knee swollen.
Good: Date of service: 03/21/2026  <-  chart: Infusion given on March 21, 2026.
Good: Please decide by July 1, 2026.  <-  chart: Infusion given on March 21, 2026.
Good: June 9, 2026 // Dear Reviewer: // Infusion was given on 03/21/2026.  <-  chart: Infusion given on March 21, 2026.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says.days import Day
from wellfounded.check.says.plain import phrase
from wellfounded.check.view import Mark, Prose
from wellfounded.model.coding import PartialDate
from wellfounded.model.letter import Severity

CODE = "SV102"
SEVERITY = Severity.ERROR

# Days to come, days of the letter itself, and days of rules and papers that no chart holds.
ELSE = phrase(
    r"\b(?:by|until|before|clos(?:es|ed) on|on or after|on or before|not before|no earlier than"
    r"|no later than|through|expires?|starting|beginning|begin|next|deadline|due|respond|call"
    r"|will be"
    r"|scheduled(?: for)?|signed)\s+(?:on\s+|the\s+)?$|\bdate\s*:\s*$"
    r"|\b(?:effective|valid|published|accessed|retrieved|version|revised|revision|updated|guidelines?|FDA"
    r"|approved on|as of"
    r"|polic(?:y|ies))\b[^.;\n]{0,30}$",
)


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each full date that stands nowhere in the case, birth dates and the letter's own day left out."""
    born = {day.span for day in prose.birth_dates}
    own = PartialDate.of(prose.written) if prose.written else None
    for day in prose.days:
        if day.span in born or day.value in chart.days or day.value == own or not _of_the_past(day, prose):
            continue
        if not _in_a_month_known_alone(day, chart):
            yield Mark(
                day.span, "no paper of the case holds this date", "Copy the date from the note or notice it is of."
            )


def _in_a_month_known_alone(day: Day, chart: Chart) -> bool:
    """Whether the case gives the day's month, and no day of that month."""
    same = [known for known in chart.days if (known.year, known.month) == (day.value.year, day.value.month)]
    return bool(same) and all(known.day is None for known in same)


def _of_the_past(day: Day, prose: Prose) -> bool:
    part = prose.layout.part(day.span[0])
    before = prose.flat[max(0, day.span[0] - 60) : day.span[0]]
    full = day.value.day is not None and day.value.earliest() <= (prose.written or prose.on)
    return full and part in {"head", "body"} and not ELSE.search(before)
