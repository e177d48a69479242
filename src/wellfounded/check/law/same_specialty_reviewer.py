"""A reviewer of the same specialty is not a right under ERISA or Medicare Advantage rules.

ERISA gives consultation with a professional "who has appropriate training and experience in the field", 29 CFR
2560.503-1(h)(3)(iii); Medicare Advantage a physician "with expertise in the field of medicine appropriate for the
services", 42 CFR 422.590(h)(2). A letter that claims more is answered with the rule.

Bad:  Under ERISA, the plan must have a reviewer of the same specialty decide this appeal.
Bad:  Federal law requires that a board-certified psychiatrist in the same specialty review this appeal.
Good: I ask that a psychiatrist review this appeal.
Good: ERISA requires consultation with a professional with appropriate training in the field.
Good: State law entitles her to a reviewer of the same or similar specialty.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "LW101"
SEVERITY = Severity.ERROR

SAME = phrase(
    r"\bsame(?: or similar)? (?:\w+ )?specialty\b|\b(?:similarly|identically) (?:licensed|credentialed) specialist\b"
)
RIGHT = phrase(r"\b(?:requires?|must|entitle[sd]?|right to|law|regulations?|mandates?|obligat\w+|guarantees?)\b")
FEDERAL = phrase(r"\b(?:ERISA|federal|medicare|29 C\.?F\.?R|42 C\.?F\.?R|department of labor|CMS)\b")
STATE = phrase(r"\bstate (?:law|statute|regulation|insurance)|\binsurance code\b|\bstatute\b")
MARKETS = {"erisa_group", "medicare_advantage"}


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report each claim of that right under federal law, or in a market that does not give it."""
    market = chart.market if chart else ""
    for line in prose.body:
        same = SAME.search(line.text)
        if same is None or not RIGHT.search(line.text) or STATE.search(line.text):
            continue
        if FEDERAL.search(line.text) or market in MARKETS:
            at = (line.start + same.start(), line.start + same.end())
            yield Mark(
                at, "federal rules give no right to the same specialty", "Ask for it; claim only what the rule gives."
            )
