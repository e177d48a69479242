"""How severe the condition is, in the words the chart uses last."""

from wellfounded.match import gaps
from wellfounded.match.decide._severity import level, levels
from wellfounded.match.view import View
from wellfounded.model.asks import Severity
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Gap, Verdict

KIND = Severity.kind


def decide(asks: Severity, requirement: Requirement, view: View) -> Finding:
    """Met or not by the newest statement that calls the condition mild, moderate or severe."""
    asked = levels(asks.name) or levels(requirement.text)
    gap: Gap | None = None
    if not asked:
        gap = gaps.ask(view, f"whether the chart shows {gaps.words(requirement)}, and where")
        return Finding(
            requirement.id, Verdict.UNKNOWN, gap=gap, why="The severity asked for is in no words we compare."
        )
    found = level(asked, requirement.text, view)
    if found.verdict is not Verdict.MET:
        gap = gaps.chart(
            view,
            f"the severity in the plan's words, “{gaps.short(asks.name or requirement.text)}”, with the finding "
            "it rests on",
        )
    why = {Verdict.MET: "The chart says so.", Verdict.NOT_MET: "The newest statement gives another severity."}
    return Finding(
        requirement.id,
        found.verdict,
        found.supports,
        found.despite,
        gap=gap,
        why=why.get(found.verdict, "No statement settles the severity."),
    )
