"""A person's changes to the criteria of a policy, each kept with whose word it is: pure functions from old to new.

A place names a node by its way from the root: "0.2" is the third part of the first; "" is the root itself.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, get_args, get_type_hints

from wellfounded.criteria.pack import duration
from wellfounded.errors import InputError
from wellfounded.model.asks import Test
from wellfounded.model.basis import Attestation
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import (
    All,
    Aside,
    AtLeast,
    Criterion,
    Edit,
    Not,
    Policy,
    Requirement,
    requirements,
)
from wellfounded.model.criteria import (
    Any as AnyOf,
)
from wellfounded.model.document import Document

KINDS: dict[str, type[Any]] = {each.kind: each for each in get_args(Test)}
REMOVED = "removed"


def node(policy: Policy, place: str) -> Criterion:
    """Give the node at *place*; raises InputError where there is none."""
    held = policy.root
    for step in place.split(".") if place else []:
        parts = () if held is None or isinstance(held, Requirement) else _parts(held)
        if not step.isdecimal() or int(step) >= len(parts):
            raise _gone()
        held = parts[int(step)]
    if held is None:
        raise _gone()
    return held


def places(root: Criterion, place: str = "") -> list[tuple[str, Criterion]]:
    """Give every node under *root* with its place, in the order of the text."""
    below = [] if isinstance(root, Requirement) else list(enumerate(_parts(root)))
    inner = [pair for at, part in below for pair in places(part, f"{place}.{at}".lstrip("."))]
    return [(place, root), *inner]


def retest(policy: Policy, place: str, asks: Test, who: Attestation) -> Policy:
    """Read the line at *place* as the test *asks*."""
    held = node(policy, place)
    if not isinstance(held, Requirement):
        raise _gone()
    return _told(_with(policy, place, replace(held, asks=asks)), held.id, who)


def regroup(policy: Policy, place: str, how: str, n: int, who: Attestation) -> Policy:
    """Ask for all, for one or for *n* of the group at *place*; *how* is all, any, some or none."""
    held = node(policy, place)
    if isinstance(held, Requirement):
        raise _gone()
    parts = _parts(held)
    if how == "some" and not 1 <= n <= len(parts):
        raise InputError(f"the group has {len(parts)} lines", hint=f"Ask for 1 to {len(parts)} of them.")
    made: Criterion
    if how == "some":
        made = AtLeast(n, parts, held.label, held.text)
    elif how == "none":
        inner = parts[0] if len(parts) == 1 else AnyOf(parts)
        made = Not(inner, held.label, held.text)
    elif how in {"all", "any"}:
        made = (All if how == "all" else AnyOf)(parts, held.label, held.text)
    else:
        raise InputError("choose all, one, some or none of the group", hint="Choose one of the list.")
    return _told(_with(policy, place, made), _name(held), who)


def remove(policy: Policy, place: str, who: Attestation) -> Policy:
    """Take the line or group at *place* out of the criteria; it stays beside them, with whose word that is."""
    held = node(policy, place)
    if not place:
        raise InputError("the criteria cannot all be taken out", hint="Take out the lines that are none.")
    aside = Aside(who.says, REMOVED, tuple(requirements(held)))
    left = _told(_with(policy, place, None), _name(held), who)
    return replace(left, aside=(*left.aside, aside))


def move(policy: Policy, place: str, into: str, who: Attestation) -> Policy:
    """Put the line or group at *place* under the group at *into*, behind what is there."""
    held, group = node(policy, place), node(policy, into)
    if not place or isinstance(group, Requirement) or f"{into}.".startswith(f"{place}."):
        raise InputError("it cannot be put there", hint="Choose a group that it does not hold.")
    mark = Requirement("\0", "", KINDS["other"]())
    marked = _with(policy, into, _grown(group, held))
    return _told(_without(_with(marked, place, mark), mark), _name(held), who)


def add(policy: Policy, into: str, words: str, asks: Test, document: Document, who: Attestation) -> Policy:
    """Add a line with the policy's own *words* to the group at *into*; raises InputError where it does not say them."""
    group = node(policy, into)
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.search(pattern, document.text) if pattern else None
    if found is None:
        raise InputError("those words do not stand in the policy", hint="Copy them from the policy's page as they are.")
    taken = {leaf.id for leaf in requirements(policy.root)} if policy.root is not None else set()
    name = next(f"added-{n}" for n in range(1, len(taken) + 2) if f"added-{n}" not in taken)
    line = Requirement(name, " ".join(found[0].split()), asks, document.quote(found.start(), found.end()))
    made = _grown(group, line) if not isinstance(group, Requirement) else All((group, line))
    return _told(_with(policy, into, made), name, who)


def test_of(kind: str, slots: Mapping[str, str]) -> Test:
    """Build a test from what a form holds, lists a line each; raises InputError where a field cannot be read."""
    shape = KINDS.get(kind)
    if shape is None:
        raise InputError("choose a kind of test", hint="Choose one of the list.")
    hints = get_type_hints(shape)
    held: dict[str, Any] = {}
    for each in fields(shape):
        given = slots.get(each.name, "").strip()
        if given:
            held[each.name] = _slot(each.name, given, get_args(hints[each.name]) or (hints[each.name],))
        elif bool in (get_args(hints[each.name]) or (hints[each.name],)):
            held[each.name] = False
    built: Test = shape(**held)
    return built


def _slot(name: str, given: str, kinds: tuple[Any, ...]) -> Any:  # noqa: ANN401 - the shape's own annotation
    try:
        if Duration in kinds:
            return duration(given)
        if str in kinds and Ellipsis in kinds:
            return tuple(line.strip() for line in given.splitlines() if line.strip())
        if bool in kinds:
            return given not in {"no", "false", "0"}
        if int in kinds:
            return int(given)
        return float(given) if float in kinds else given
    except ValueError:
        raise InputError(
            f"{name.replace('_', ' ')} cannot be {given!r}",
            hint='Write numbers in digits, and a length of time as "8 weeks".',
        ) from None


def _parts(held: All | AnyOf | AtLeast | Not) -> tuple[Criterion, ...]:
    return (held.of,) if isinstance(held, Not) else held.of


def _grown(group: Criterion, line: Criterion) -> Criterion:
    if isinstance(group, Not):
        inner = group.of
        grown = replace(inner, of=(*inner.of, line)) if isinstance(inner, AnyOf) else AnyOf((inner, line))
        return replace(group, of=grown)
    assert not isinstance(group, Requirement)  # noqa: S101 - the callers have looked
    return replace(group, of=(*group.of, line))


def _with(policy: Policy, place: str, made: Criterion | None) -> Policy:
    assert policy.root is not None  # noqa: S101 - `node` has looked
    root = _put(policy.root, [int(step) for step in place.split(".")] if place else [], made)
    if root is None:
        raise InputError("the criteria cannot all be taken out", hint="Take out the lines that are none.")
    return replace(policy, root=root)


def _put(held: Criterion, way: list[int], made: Criterion | None) -> Criterion | None:
    if not way:
        return made
    if isinstance(held, Requirement):
        raise _gone()
    if isinstance(held, Not):
        inner = _put(held.of, way[1:], made)
        return replace(held, of=inner) if inner is not None else None
    below = [_put(part, way[1:], made) if at == way[0] else part for at, part in enumerate(held.of)]
    kept = tuple(part for part in below if part is not None)
    if not kept:
        return None
    if isinstance(held, AtLeast):
        return replace(held, of=kept, n=min(held.n, len(kept)))
    return replace(held, of=kept)


def _without(policy: Policy, mark: Requirement) -> Policy:
    assert policy.root is not None  # noqa: S101 - as above
    at = next(place for place, held in places(policy.root) if held == mark)
    return _with(policy, at, None)


def _told(policy: Policy, name: str, who: Attestation) -> Policy:
    return replace(policy, edits=(*policy.edits, Edit(name, who)))


def _name(held: Criterion) -> str:
    return held.id if isinstance(held, Requirement) else held.label or next(iter(requirements(held))).id


def _gone() -> InputError:
    return InputError("that line is not there any more", hint="Open the page again.")
