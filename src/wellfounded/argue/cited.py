"""The parts of the policy a refusal names, in the plan's own numbering."""

import re
from collections.abc import Iterator

from wellfounded.argue.route import stands
from wellfounded.argue.view import View
from wellfounded.model.criteria import Criterion, Not, Requirement, requirements
from wellfounded.model.determination import CriterionCited, Field
from wellfounded.model.finding import Verdict

SECTION = re.compile(r"^(?:sections?|criterion|criteria|part|paragraph|§)\s*", re.IGNORECASE)


def fields(view: View) -> tuple[Field, ...]:
    """Give the refusal's citations of criteria, or none."""
    return () if view.denial is None else view.denial.all("criterion_cited")


def requirements_of(view: View, field: Field) -> Iterator[Requirement]:
    """Give the policy's requirements that one citation names: those whose number opens with the one cited."""
    if view.policy is None or view.policy.root is None or not isinstance(field.value, CriterionCited):
        return
    wanted = plain(field.value.section)
    leaves = [(leaf, plain(leaf.label)) for leaf in requirements(view.policy.root) if leaf.label]
    if wanted and not any(_opens(held, wanted) for _, held in leaves):
        wanted = wanted[1:]  # the policy numbers its criteria within the section: "E" for the notice's "IV.E"
    yield from (leaf for leaf, held in leaves if wanted and _opens(held, wanted))


def met(view: View, field: Field) -> bool:
    """Whether all that one citation names is met: every largest part of the tree that lies wholly inside it."""
    if view.policy is None or view.policy.root is None or view.match is None:
        return False
    inside = {leaf.id for leaf in requirements_of(view, field)}
    whole = list(_within(view.policy.root, inside, wanted=True))
    return bool(whole) and all(stands(node, view.match, wanted=wanted) is Verdict.MET for node, wanted in whole)


def _within(node: Criterion, inside: set[str], *, wanted: bool) -> Iterator[tuple[Criterion, bool]]:
    held = {leaf.id for leaf in requirements(node)}
    if held and held <= inside:
        yield node, wanted
    elif isinstance(node, Not):
        yield from _within(node.of, inside, wanted=not wanted)
    elif not isinstance(node, Requirement):
        for part in node.of:
            yield from _within(part, inside, wanted=wanted)


def plain(label: str) -> tuple[str, ...]:
    """Give a number's parts: "Section IV.D.1" and "IV(D)(1)" are both ("IV", "D", "1")."""
    return tuple(part.upper() for part in re.findall(r"[A-Za-z]+|\d+", SECTION.sub("", label.strip())))


def _opens(held: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return held[: len(wanted)] == wanted
