"""So many events in a time, whichever test the words were typed as."""

from wellfounded.match import gaps
from wellfounded.match.counts import counted
from wellfounded.match.view import View
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by a statement that counts as many in no longer a time, or by as many notes; not met by one of too few."""
    verdict, told = counted(requirement.text, view)
    if verdict is Verdict.MET:
        return Finding(requirement.id, verdict, told, why="The chart counts as many.")
    if verdict is Verdict.NOT_MET:
        gap = gaps.ask(view, f"whether more are known than “{gaps.short(told[0].statement)}” ({view.place(told[0])})")
        return Finding(requirement.id, verdict, (), told, gap=gap, why="The chart counts fewer.")
    return None
