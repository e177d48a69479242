"""A policy to a pack that a person can edit, and back."""

from dataclasses import fields
from datetime import date
from typing import Any, get_args, get_type_hints

from wellfounded.errors import PackInvalid
from wellfounded.model.asks import Test
from wellfounded.model.basis import Attestation, Quote, SourceId, Span
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import All, Ambiguity, Aside, AtLeast, Criterion, Edit, Not, Policy, Requirement
from wellfounded.model.criteria import Any as AnyOf
from wellfounded.packs.schema.policy import (
    AmbiguityPack,
    AsidePack,
    AtLeastPack,
    EditPack,
    NodePack,
    PolicyPack,
    QuotePack,
    Slot,
    dumps,
    loads,
)

_KINDS: dict[str, type[Any]] = {each.kind: each for each in get_args(Test)}


def to_pack(policy: Policy) -> str:
    """Give the policy as YAML: front matter, the source's hash, the trees with their tests, what is ambiguous."""
    return dumps(
        PolicyPack(
            id=policy.id,
            title=policy.title,
            number=policy.number,
            version=policy.version,
            effective=policy.effective,
            payer=policy.payer,
            scope=policy.scope,
            source=policy.source,
            approval=policy.approval,
            criteria=_packed(policy.root) if policy.root else None,
            continuation=_packed(policy.continuation) if policy.continuation else None,
            exclusions=tuple(_packed(each) for each in policy.exclusions),
            limits=tuple(_packed(each) for each in policy.limits),
            ambiguous=tuple(
                AmbiguityPack(a.node, a.taken, a.other, a.quote.exact if a.quote else "", _quote(a.quote))
                for a in policy.ambiguous
            ),
            aside=tuple(
                AsidePack(a.title, a.why, tuple(map(_packed, a.of)), a.quote.exact if a.quote else "", _quote(a.quote))
                for a in policy.aside
            ),
            edits=tuple(
                EditPack(e.node, e.word.says, e.word.by, e.word.on.isoformat(), e.word.role) for e in policy.edits
            ),
        )
    )


def from_pack(pack: str | PolicyPack) -> Policy:
    """Build the policy that a pack's YAML, or the pack itself, holds; raises PackInvalid where a test is unknown."""
    held = loads(pack) if isinstance(pack, str) else pack
    ids: set[str] = set()

    def several(nodes: tuple[NodePack, ...]) -> tuple[Requirement, ...]:
        grown = tuple(_node(each, held.source, ids) for each in nodes)
        return tuple(each for each in grown if isinstance(each, Requirement))

    return Policy(
        id=held.id,
        title=held.title,
        root=_node(held.criteria, held.source, ids) if held.criteria else None,
        number=held.number,
        version=held.version,
        effective=held.effective,
        payer=held.payer,
        scope=held.scope,
        continuation=_node(held.continuation, held.source, ids) if held.continuation else None,
        exclusions=several(held.exclusions),
        limits=several(held.limits),
        approval=held.approval,
        ambiguous=tuple(
            Ambiguity(a.node, a.taken, a.other, _quoted(a.quote, a.text, held.source)) for a in held.ambiguous
        ),
        source=held.source,
        edits=tuple(Edit(e.node, Attestation(e.by, e.role, _day(e.on), e.says)) for e in held.edits),
        aside=tuple(Aside(a.title, a.why, several(a.of), _quoted(a.quote, a.text, held.source)) for a in held.aside),
    )


def _packed(node: Criterion) -> NodePack:
    if isinstance(node, Requirement):
        return NodePack(
            label=node.label, id=node.id, text=node.text, test=_test(node.asks), quote=_quote(node.quote, node.text)
        )
    if isinstance(node, Not):
        return NodePack(label=node.label, lead=node.text, not_=_packed(node.of))
    parts = tuple(_packed(part) for part in node.of)
    if isinstance(node, AtLeast):
        return NodePack(label=node.label, lead=node.text, at_least=AtLeastPack(node.n, parts))
    if isinstance(node, All):
        return NodePack(label=node.label, lead=node.text, all=parts)
    return NodePack(label=node.label, lead=node.text, any=parts)


def _node(pack: NodePack, source: str, ids: set[str]) -> Criterion:
    named = [name for name in ("all", "any", "at_least", "not_", "test") if getattr(pack, name) is not None]
    if len(named) != 1:
        where = pack.id or pack.label or pack.text[:40] or pack.lead[:40]
        raise PackInvalid(
            f"policy pack, node {where!r}: it must hold exactly one of all, any, at_least, not, test",
            hint="A requirement has text and test; a group has one operator.",
        )
    if pack.all is not None:
        return All(tuple(_node(part, source, ids) for part in pack.all), pack.label, pack.lead)
    if pack.any is not None:
        return AnyOf(tuple(_node(part, source, ids) for part in pack.any), pack.label, pack.lead)
    if pack.at_least is not None:
        parts = tuple(_node(part, source, ids) for part in pack.at_least.of)
        return AtLeast(pack.at_least.n, parts, pack.label, pack.lead)
    if pack.not_ is not None:
        return Not(_node(pack.not_, source, ids), pack.label, pack.lead)
    id_ = pack.id or pack.label or f"p{len(ids) + 1}"
    if id_ in ids:
        raise PackInvalid(
            f"policy pack: two requirements have the id {id_!r}", hint="Give each requirement its own id."
        )
    ids.add(id_)
    return Requirement(id_, pack.text, _asks(pack, id_), _quoted(pack.quote, pack.text, source), pack.label)


def _test(asks: Test) -> dict[str, Slot]:
    slots: dict[str, Slot] = {"kind": asks.kind}
    for each in fields(asks):
        value = getattr(asks, each.name)
        if value == each.default:
            continue
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        slots[each.name] = (
            str(value) if isinstance(value, Duration) else list(value) if isinstance(value, tuple) else value
        )
    return slots


def _asks(pack: NodePack, id_: str) -> Test:
    slots = dict(pack.test or {})
    shape = _KINDS.get(str(slots.pop("kind", "")))
    if shape is None:
        raise PackInvalid(
            f"policy pack, requirement {id_!r}: its test has no known kind", hint=", ".join(sorted(_KINDS))
        )
    hints = get_type_hints(shape)
    known = {each.name for each in fields(shape)}
    held: dict[str, Any] = {}
    for name, value in slots.items():
        if name not in known:
            raise PackInvalid(
                f"policy pack, requirement {id_!r}: a {shape.kind} test has no {name}", hint=", ".join(sorted(known))
            )
        try:
            held[name] = _slot(value, hints[name])
        except (TypeError, ValueError) as error:
            raise PackInvalid(f"policy pack, requirement {id_!r}: {name} cannot be {value!r}") from error
    built: Test = shape(**held)
    return built


def _slot(value: Slot, hint: Any) -> Any:  # noqa: ANN401 - the shape's own annotation
    kinds = get_args(hint) or (hint,)
    if Duration in kinds:
        return duration(str(value))
    if isinstance(value, list):
        return tuple(value)
    if float in kinds:
        return float(value)
    return value


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise PackInvalid(f"policy pack: an edit is of no day {text!r}", hint="Write it as 2026-03-31.") from error


def duration(text: str) -> Duration:
    """Read what `str(Duration)` writes: "8 weeks", "1 week", "5 business days"; raises ValueError."""
    n, _, unit = text.partition(" ")
    unit = unit.strip().replace(" ", "_")
    if not unit:
        raise ValueError(text)
    return Duration(float(n), unit if unit.endswith("s") else f"{unit}s")


def _quote(quote: Quote | None, text: str = "") -> QuotePack | None:
    if quote is None:
        return None
    exact = "" if quote.exact == text else quote.exact
    return QuotePack(quote.at.start, quote.at.end, quote.at.page, exact, quote.confidence)


def _quoted(pack: QuotePack | None, text: str, source: str) -> Quote | None:
    if pack is None:
        return None
    return Quote(pack.exact or text, Span(SourceId(source), pack.start, pack.end, pack.page), pack.confidence)
