"""What no typed test holds: kept as words, shown only by a statement that entails it or by a named person's word."""

from wellfounded.match import gaps, restrictions
from wellfounded.match.decide._words import present
from wellfounded.match.view import View
from wellfounded.model.asks import Other
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict

KIND = Other.kind


def decide(asks: Other, requirement: Requirement, view: View) -> Finding:  # noqa: ARG001 - the folder's contract
    """Hold the whole text to the chart; likeness gives candidates for a person and no verdict."""
    if restrictions.points_elsewhere(requirement.text):
        gap = gaps.ask(view, f"to confirm what {gaps.words(requirement)} points to and that it holds")
        return Finding(requirement.id, Verdict.UNKNOWN, gap=gap, why="The requirement only points at other criteria.")
    return present(
        requirement.text, requirement, view, first=restrictions.opens(requirement.text, None, view), past=True
    )
