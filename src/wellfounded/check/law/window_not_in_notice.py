"""The window to appeal that a letter states must be the one the notice gives, or the law where the notice gives none.

Bad:  We have 90 days from the denial to appeal.  <-  denial: You may appeal within 180 days of receipt.
Bad:  This appeal is filed within the 60-day deadline.  <-  denial: You may appeal within 180 days of receipt.
Good: This appeal is filed within 180 days.  <-  denial: You may appeal within 180 days of receipt.
Good: We have 90 days to appeal.  <-  chart: Progress note.
Bad:  We have 60 days to appeal.  <-  market: erisa_group
Good: We have 180 days to appeal.  <-  market: erisa_group
Good: Treatment for 90 days is requested on appeal.  <-  denial: You may appeal within 180 days.
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "LW103"
SEVERITY = Severity.ERROR

TURNS = {  # levels by which a refusal is turned
    "internal_appeal", "plan_appeal", "reconsideration", "redetermination", "external_review", "fair_hearing",
    "second_reconsideration", "second_review", "opm_review",
}  # fmt: skip
WINDOW = phrase(
    r"\b(\d{1,3})[ -](?:calendar |business |working )?days?[ -](?:(?:from|of|after"
    r"|following) (?:\w+ ){0,5})?(?:to (?:file (?:an |this )?)?appeal|deadline|window|limit|time limit|filing)\b",
    r"\bwithin (?:the )?(\d{1,3})[ -](?:calendar |business )?days?,? (?:which is )?the (?:time )?(?:limit|window"
    r"|deadline) (?:to|for)\b",
    r"\b(?:time )?(?:limit|window|deadline) of (\d{1,3})[ -](?:calendar |business )?days? (?:to|for) (?:an )?appeal",
    r"\b(?:appeal\w*|file[ds]?) (?:\w+ ){0,4}within (?:the )?(\d{1,3})[ -](?:calendar |business )?days?\b",
    r"\b(\d{1,3})[ -](?:calendar )?days? (?:from|of|after) (?:\w+ ){0,6}to appeal\b",
)
NUMBER = re.compile(r"(?<![\d.])(\d{1,3})[\s-]{0,3}(?:\(\d+\)\s?)?(?:calendar|business)?\s?days?\b", re.IGNORECASE)


def check(line: Line, chart: Chart) -> Iterator[Mark]:
    """Report each window in days that no window of the plan's own papers equals."""
    for match in WINDOW.finditer(line.text):
        given, whose = {number[1] for number in NUMBER.finditer(chart.papers.payer)}, "notice"
        if not given and chart.market:
            clocks = [clock for clock in chart.laws.clocks() if clock.whose == "ours" and clock.level in TURNS]
            given, whose = {clock.within.split()[0] for clock in clocks if clock.within.endswith(" days")}, "law"
        said = next(value for value in match.groups() if value)
        if given and said not in given:
            at = match.start() + match[0].index(said)
            yield Mark(
                (at, at + len(said)),
                f"the {whose} gives no such window",
                f"It gives {', '.join(sorted(given, key=int))} days.",
            )
