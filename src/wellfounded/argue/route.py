"""The way through a policy's tree: which requirements the decision turns on, and how each branch stands."""

from dataclasses import dataclass

from wellfounded.model.criteria import All, Any, AtLeast, Criterion, Not, Requirement
from wellfounded.model.finding import Finding, Match, Verdict

FLIP = {Verdict.MET: Verdict.NOT_MET, Verdict.NOT_MET: Verdict.MET, Verdict.UNKNOWN: Verdict.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Step:
    """One requirement on the way taken. *wanted* is False under a Not: the thing must be absent."""

    requirement: Requirement
    finding: Finding
    wanted: bool = True

    @property
    def verdict(self) -> Verdict:
        """How the step stands: a thing that must be absent, and is, is met."""
        return self.finding.verdict if self.wanted else FLIP[self.finding.verdict]


def stands(node: Criterion, match: Match, *, wanted: bool = True) -> Verdict:
    """Give Kleene's verdict on *node*; *wanted* False asks whether it is shown not to hold."""
    if isinstance(node, Requirement):
        return Step(node, found(match, node.id), wanted).verdict
    if isinstance(node, Not):
        return stands(node.of, match, wanted=not wanted)
    each = [stands(part, match, wanted=wanted) for part in node.of]
    need = _need(node, len(each), wanted=wanted)
    met, open_ = each.count(Verdict.MET), each.count(Verdict.UNKNOWN)
    if met >= need:
        return Verdict.MET
    return Verdict.UNKNOWN if met + open_ >= need else Verdict.NOT_MET


def steps(node: Criterion, match: Match, *, wanted: bool = True) -> tuple[Step, ...]:
    """Give the requirements of the best way through *node*: met branches before open ones, then the text's order.

    Of a choice as many branches are taken as the policy asks for, and every further single requirement that is met.
    """
    if isinstance(node, Requirement):
        return (Step(node, found(match, node.id), wanted),)
    if isinstance(node, Not):
        return steps(node.of, match, wanted=not wanted)
    taken = _taken(node, match, wanted=wanted)
    return tuple(step for part in node.of if part in taken for step in steps(part, match, wanted=wanted))


def parts(node: Criterion, match: Match) -> tuple[Criterion, ...]:
    """Give the top-level parts a reviewer would count, down through choices and lone wrappers."""
    if isinstance(node, Any) and len(node.of) > 1:
        return parts(_taken(node, match, wanted=True)[0], match)
    if isinstance(node, All | Any) and len(node.of) == 1:
        return parts(node.of[0], match)
    return node.of if isinstance(node, All) else (node,)


def _need(node: All | Any | AtLeast, size: int, *, wanted: bool) -> int:
    need = {All: size, Any: 1}.get(type(node), getattr(node, "n", size))
    return need if wanted else size - need + 1  # De Morgan: to fail n of k is to lack k - n + 1


def _taken(node: All | Any | AtLeast, match: Match, *, wanted: bool) -> list[Criterion]:
    need = _need(node, len(node.of), wanted=wanted)
    order = [Verdict.MET, Verdict.UNKNOWN, Verdict.NOT_MET]

    def rank(part: Criterion) -> tuple[int, int]:
        """Met first; among equals the branch with the fewest steps still to show."""
        verdicts = [step.verdict for step in steps(part, match, wanted=wanted)]
        return order.index(stands(part, match, wanted=wanted)), len(verdicts) - verdicts.count(Verdict.MET)

    ranked = sorted(node.of, key=rank)
    met = [part for part in node.of if stands(part, match, wanted=wanted) is Verdict.MET]
    if len(met) < need:
        return ranked[: max(need, 1)]
    plain: list[Criterion] = [part for part in met if isinstance(part, Requirement)]
    return met if need > 1 else plain or ranked[:1]


def found(match: Match, requirement: str) -> Finding:
    """Give the finding on a requirement; unknown where the match holds none."""
    try:
        return match.of(requirement)
    except KeyError:
        return Finding(requirement, Verdict.UNKNOWN)
