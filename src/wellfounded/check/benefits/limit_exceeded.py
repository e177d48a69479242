"""A request beyond the plan's limit must say so and ask for the exception.

A plan refuses what exceeds a limit without looking at need. Source: the plan's own papers in the case.

Bad:  I request 40 visits of therapy.  <-  quantity: 40 visits | service: therapy | policy: Limited to 30 visits.
Good: I request 24 visits of therapy.  <-  quantity: 24 visits | service: therapy | policy: Limited to 30 visits.
Good: I request 40 visits, beyond the limit of 30.  <-  quantity: 40 visits | service: x | policy: Limited to 30 visits.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says.amounts import lengths, number
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "BN101"
SEVERITY = Severity.WARNING

LIMIT = phrase(
    r"\b(?:limited to|limit of|maximum of|up to|no more than|not (?:to )?exceed(?:ing)?|a total of) (?:a (?:total"
    r"|maximum) of )?(?P<n>\d{1,3}|[a-z]{3,12}) "
    r"(?:treatment |therapy |combined )?(?P<unit>sessions?|visits?|treatments?|units?|doses?|days)\b"
)
EXCEPTION = phrase(r"\b(?:limit\w*|exceed\w*|exception|beyond|additional|maximum|more than the)\b")
ASKS = phrase(r"\b(?:request|ask|approve|approval|authoriz\w+|seek)\w*\b")


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each count asked for above every limit of that unit in the plan's papers, where no exception is asked."""
    limits: dict[str, list[float]] = {}
    for match in LIMIT.finditer(chart.papers.plan):
        if match["n"].isdigit() or match["n"] in {"ten", "twelve", "twenty", "thirty", "sixty", "six"}:
            limits.setdefault(match["unit"].rstrip("s").lower(), []).append(number(match["n"]))
    body = " ".join(line.text for line in prose.body)
    if not limits or EXCEPTION.search(body):
        return
    for line in prose.body:
        asks = ASKS.search(line.text)
        for length in lengths(line.text) if asks else ():
            unit = next((unit for unit in limits if unit in line.text[slice(*length.span)].lower()), "")
            if unit and length.value > max(limits[unit]) and length.span[0] > asks.start():  # type: ignore[union-attr]
                at = (line.start + length.span[0], line.start + length.span[1])
                yield Mark(
                    at,
                    f"the plan's papers limit this to {max(limits[unit]):g}",
                    "Ask for the exception, with its reason.",
                )
