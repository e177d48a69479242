"""A policy as the plain structure that `wellfounded criteria FILE --json` prints."""

from dataclasses import fields
from typing import Any

from wellfounded.model.asks import Test
from wellfounded.model.basis import Quote
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import All, Ambiguity, AtLeast, Criterion, Not, Policy, Requirement
from wellfounded.model.criteria import Any as AnyOf

_NAMES = {"agent_class": "class"}


def plain(policy: Policy) -> dict[str, Any]:
    """Give `{policy, root, continuation, exclusions, limits, approval, ambiguous}`; root is None without criteria."""
    return {
        "policy": {
            "title": policy.title,
            "number": policy.number,
            "version": policy.version,
            "effective": policy.effective,
            "payer": policy.payer,
            "scope": policy.scope,
        },
        "root": node(policy.root) if policy.root else None,
        "continuation": node(policy.continuation) if policy.continuation else None,
        "exclusions": [node(each) for each in policy.exclusions],
        "limits": [node(each) for each in policy.limits],
        "approval": policy.approval,
        "ambiguous": [_ambiguity(each) for each in policy.ambiguous],
    }


def node(criterion: Criterion) -> dict[str, Any]:
    """Give `{all}`, `{any}`, `{at_least: {n, of}}`, `{not}` or the leaf `{id, label, text, test, quote}`."""
    if isinstance(criterion, Requirement):
        return {
            "id": criterion.id,
            "label": criterion.label,
            "text": criterion.text,
            "test": test(criterion.asks),
            "quote": quote(criterion.quote) if criterion.quote else None,
        }
    if isinstance(criterion, Not):
        return {"not": node(criterion.of)}
    parts = [node(part) for part in criterion.of]
    if isinstance(criterion, AtLeast):
        return {"at_least": {"n": criterion.n, "of": parts}}
    return {"all" if isinstance(criterion, All) else "any": parts} if isinstance(criterion, All | AnyOf) else {}


def test(asks: Test) -> dict[str, Any]:
    """Give the kind and the slots that the words fill; lengths of time are words: "8 weeks"."""
    slots: dict[str, Any] = {"kind": asks.kind}
    for each in fields(asks):
        value = getattr(asks, each.name)
        if value is None or value in ("", ()) or (each.name == "value" and not getattr(asks, "comparator", "=")):
            continue  # a value that stands against nothing is none
        if isinstance(value, Duration):
            value = str(value)
        elif isinstance(value, tuple):
            value = list(value)
        elif isinstance(value, float) and value == int(value):
            value = int(value)
        slots[_NAMES.get(each.name, each.name)] = value
    if result := slots.pop("result", ""):  # one shape for both: {comparator: "=", value: "negative"}
        slots |= {"comparator": "=", "value": result}
    return slots


def quote(held: Quote) -> dict[str, Any]:
    """Give the passage with its place."""
    at = held.at
    return {"exact": held.exact, "source": at.source, "page": at.page, "start": at.start, "end": at.end}


def _ambiguity(held: Ambiguity) -> dict[str, Any]:
    place = quote(held.quote) if held.quote else None
    return {"node": held.node, "taken": held.taken, "other": held.other, "quote": place}
