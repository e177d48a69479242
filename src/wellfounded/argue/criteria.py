"""A policy's requirements as arguments: what is shown is claimed, what is open is asked, what fails is never argued."""

from collections.abc import Iterator

from wellfounded.argue.route import Step, found, parts, stands, steps
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Claim, Stop
from wellfounded.model.basis import Basis, Derivation, leaves
from wellfounded.model.criteria import All, Criterion, Not, Requirement, requirements
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
    if stands(root, match) is Verdict.NOT_MET:
        yield from _stops(root, match)
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


def _stops(node: Criterion, match: Match, *, wanted: bool = True) -> Iterator[Stop]:
    """Give one stop for each smallest part that fails: a requirement, or a choice none of whose ways is open."""
    if isinstance(node, Not):
        yield from _stops(node.of, match, wanted=not wanted)
    elif isinstance(node, Requirement):
        yield _stop((steps(node, match, wanted=wanted)[0],), node.label or node.id, node.text)
    elif isinstance(node, All) and wanted:
        for part in node.of:
            if stands(part, match) is Verdict.NOT_MET:
                yield from _stops(part, match)
    else:
        leaves_ = tuple(Step(leaf, found(match, leaf.id), wanted) for leaf in requirements(node))
        label = _label(node)
        yield _stop(leaves_, label, node.text or "none of the ways the policy allows is shown")


def _stop(failed: tuple[Step, ...], place: str, words: str) -> Stop:
    """Say what is not met and what each way to it lacks."""
    seen = [step for step in failed if step.verdict is not Verdict.MET]
    each = [f"{step.requirement.label or step.requirement.id}: {step.finding.why}" for step in seen if step.finding.why]
    says = " ".join([f"{place} is not met: {words.rstrip('.;:, ')}.", *each]).strip()
    basis = tuple(
        part
        for step in seen
        for part in verdict_basis(step.requirement, step.finding, (*step.finding.despite, *step.finding.supports))
    )
    instead = tuple(dict.fromkeys(step.finding.gap.line for step in seen if step.finding.gap is not None))
    return Stop(failed[0].requirement.id if len(failed) == 1 else place, says, basis, instead)


def _count(root: Criterion, match: Match) -> Argument | None:
    counted = parts(root, match)
    met = [part for part in counted if stands(part, match) is Verdict.MET]
    if len(counted) < 2 or not met:
        return None
    leaves = [leaf for part in met for leaf in requirements(part)]
    words = tuple(leaf.quote for leaf in leaves if leaf.quote is not None)
    labels = tuple(_label(part) for part in met)
    basis = (Derivation(f"parts met = {len(met)} of {len(counted)}: {', '.join(labels)}", words),)
    slots = (("met", str(len(met))), ("of", str(len(counted))), ("labels", "|".join(labels)))
    return Argument("criteria", Claim("criteria_count", "criteria", basis, slots))


def _label(part: Criterion) -> str:
    if isinstance(part, Requirement) or part.label:
        return part.label
    first = next(requirements(part), None)
    return "" if first is None else first.label
