"""A letter may claim a reviewer of the same specialty only where the law of the plan gives one.

What each law says of the reviewer is read from the law packs (the right `qualified_reviewer`): ERISA asks for
"appropriate training and experience in the field", 29 CFR 2560.503-1(h)(3)(iii), Medicare Advantage for expertise
"appropriate for the services", 42 CFR 422.590(h)(2). A letter that claims more is answered with the rule.

Bad:  Under ERISA, the plan must have a reviewer of the same specialty decide this appeal.
Bad:  Federal law requires that a board-certified psychiatrist in the same specialty review this appeal.
Good: I ask that a psychiatrist review this appeal.
Good: ERISA requires consultation with a professional with appropriate training in the field.
Good: State law entitles her to a reviewer of the same or similar specialty.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.shows.laws import Laws
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "LW101"
SEVERITY = Severity.ERROR

SAME = phrase(
    r"\bsame(?:[- ]or[- ]similar)?[- ](?:\w+ )?special(?:ty|i[sz]ation)\b"
    r"|\b(?:similarly|identically) (?:licensed|credentialed) specialist\b"
)
CLAIMS = phrase(
    r"\b(?:requires?|required|must|entitle[sd]?|right to|law|regulations?|mandates?|obligat\w+|guarantees?|rules)\b"
)
ONLY_ASKS = phrase(r"\bnot (?:claim\w* )?as (?:of )?(?:a )?right\b|\bno right\b|\bnot (?:require|entitle)")
FEDERAL = phrase(r"\b(?:federal|medicare|department of labor|CMS|HHS)\b")
STATE = phrase(r"\bstate (?:law|statute|regulation|insurance)|\binsurance code\b|\bstatute\b")


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report each claim of that right under a law, or against a plan, whose packs give no such right."""
    laws = chart.laws if chart else Laws(prose.library)
    for line in prose.body:
        same = SAME.search(line.text)
        if same is None or not CLAIMS.search(line.text) or STATE.search(line.text) or ONLY_ASKS.search(line.text):
            continue
        named = tuple(id_ for law in laws.named(line.text) for id_ in law.packs)
        held = laws.rights(named) if named or laws.market else ()
        if any(SAME.search(right.says) for _, right in held):
            continue
        if held or named or FEDERAL.search(line.text):
            rule = next((f": {right.cite}" for id_, right in held if id_ == "qualified_reviewer"), "")
            at = (line.start + same.start(), line.start + same.end())
            says = f"this law gives no right to the same specialty{rule}"
            yield Mark(at, says, "Ask for it; claim only what the rule gives.")
