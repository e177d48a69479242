"""A policy's requirements as arguments: what is shown is claimed, what is open is asked, what fails is never argued."""

from collections.abc import Iterator

from wellfounded.argue.route import Step, parts, stands, steps
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Claim, Stop
from wellfounded.model.basis import Basis, Derivation, leaves
from wellfounded.model.criteria import Criterion, Requirement, requirements
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Gap, Match, Verdict

ASK_CRITERIA = Gap(
    "ask", "Ask the plan for the criteria it used, with the claim file, before arguing that they are met."
)


def arguments(view: View) -> Iterator[Argument | Stop | Gap]:
    """Argue every requirement on the way through the policy, then count the parts that are shown.

    Yields a Gap for each requirement nothing decides, and a Stop for each that fails where no other way is open.
    """
    if view.policy is None or view.policy.root is None or view.match is None:
        yield ASK_CRITERIA
        return
    root, match = view.policy.root, view.match
    way = steps(root, match)
    for step in way:
        if step.verdict is Verdict.MET:
            yield _met(step, tuple(_unused(step, way, root, match))) or _ask(step)
        elif step.verdict is Verdict.UNKNOWN:
            yield _ask(step)
        elif stands(root, match) is Verdict.NOT_MET and _fatal(step, root, match):
            yield _stop(step)
    count = _count(root, match)
    if count is not None:
        yield count


def open_steps(view: View) -> tuple[str, ...]:
    """Give the ids of the requirements on the way that nothing yet decides, or none where the policy is not known."""
    if view.policy is None or view.policy.root is None or view.match is None:
        return ()
    return tuple(s.requirement.id for s in steps(view.policy.root, view.match) if s.verdict is Verdict.UNKNOWN)


def verdict_basis(requirement: Requirement, finding: Finding, evidence: tuple[Evidence, ...]) -> tuple[Basis, ...]:
    """Give what a verdict rests on: the rule that decided it, over the policy's words and the chart's."""
    words = () if requirement.quote is None else (requirement.quote,)
    under = (*words, *(item.basis for item in evidence), *finding.basis)
    return (Derivation(f"match.{requirement.asks.kind}", under),) if under else ()


def _ask(step: Step) -> Gap:
    return step.finding.gap or Gap("find", f"Find in the chart, or ask for: {step.requirement.text}")


def _met(step: Step, unused: tuple[Claim, ...]) -> Argument | None:
    finding = step.finding
    shown = finding.supports if step.wanted else (*finding.despite, *finding.supports)
    against = finding.despite if step.wanted else ()
    basis = verdict_basis(step.requirement, finding, shown)
    if not any(True for each in (*finding.basis, *(item.basis for item in shown)) for _ in leaves(each)):
        return None
    slots = (("wanted", "present" if step.wanted else "absent"), ("why", finding.why))
    claim = Claim("criterion_met", step.requirement.id, basis, slots, shown)
    despite = tuple(Claim("despite", step.requirement.id, (item.basis,), evidence=(item,)) for item in against)
    return Argument(step.requirement.id, claim, despite=(*despite, *unused))


def _unused(step: Step, way: tuple[Step, ...], root: Criterion, match: Match) -> Iterator[Claim]:
    """Disclose the sibling branches of a choice that fail while *step* carries it: a reviewer will see them."""
    taken = {other.requirement.id for other in way}
    for parent in _choices(root):
        inside = [leaf.id for leaf in requirements(parent)]
        first = next((id_ for id_ in inside if id_ in taken), None)
        if first != step.requirement.id:
            continue
        for leaf in requirements(parent):
            if leaf.id in taken:
                continue
            finding = next((each for each in match.findings if each.requirement == leaf.id), None)
            seen = () if finding is None else (*finding.despite, *finding.supports)
            if finding is not None and finding.verdict is Verdict.NOT_MET and seen:
                yield Claim("other_branch", leaf.id, verdict_basis(leaf, finding, seen), (("why", finding.why),), seen)


def _choices(node: Criterion) -> Iterator[Criterion]:
    if isinstance(node, Requirement):
        return
    below = (node.of,) if not isinstance(node.of, tuple) else node.of
    if type(node).__name__ in {"Any", "AtLeast"}:
        yield node
    for part in below:
        yield from _choices(part)


def _fatal(step: Step, root: Criterion, match: Match) -> bool:
    """Whether the part of the policy that holds *step* fails, so that no other branch of it can carry the case."""
    holder = next((part for part in parts(root, match) if step.requirement in tuple(requirements(part))), root)
    return stands(holder, match) is Verdict.NOT_MET


def _stop(step: Step) -> Stop:
    requirement, finding = step.requirement, step.finding
    place = requirement.label or requirement.id
    seen = (*finding.despite, *finding.supports)
    basis = verdict_basis(requirement, finding, seen)
    says = f"{place} is not met: {requirement.text.rstrip('.;, ')}. {finding.why}".strip()
    instead = (finding.gap.line,) if finding.gap is not None else ()
    return Stop(requirement.id, says, basis, instead)


def _count(root: Criterion, match: Match) -> Argument | None:
    counted = parts(root, match)
    met = [part for part in counted if stands(part, match) is Verdict.MET]
    if len(counted) < 2 or not met:
        return None
    leaves = [leaf for part in met for leaf in requirements(part)]
    words = tuple(leaf.quote for leaf in leaves if leaf.quote is not None)
    labels = tuple(_label(part) for part in met)
    basis = (Derivation(f"parts met = {len(met)} of {len(counted)}", words),)
    slots = (("met", str(len(met))), ("of", str(len(counted))), ("labels", "|".join(labels)))
    return Argument("criteria", Claim("criteria_count", "criteria", basis, slots))


def _label(part: Criterion) -> str:
    if isinstance(part, Requirement) or part.label:
        return part.label
    first = next(requirements(part), None)
    return "" if first is None else first.label
