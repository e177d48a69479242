"""The shape of a policy pack: one coverage policy as a tree that a person can read and edit."""

from typing import ClassVar

import msgspec

from wellfounded.errors import PackInvalid
from wellfounded.packs import plain

Slot = str | int | float | bool | list[str]


class QuotePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where the words stand in the source: character offsets and page; *exact* only where it differs from the text."""

    start: int
    end: int
    page: int
    exact: str = ""
    confidence: float = 1.0


class AtLeastPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """*n* of the parts."""

    n: int
    of: tuple["NodePack", ...]


class NodePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One of all, any, at_least, not (with *lead*, the policy's lead-in), or a requirement: id, text, test, quote."""

    label: str = ""
    lead: str = ""
    all: tuple["NodePack", ...] | None = None
    any: tuple["NodePack", ...] | None = None
    at_least: AtLeastPack | None = None
    not_: "NodePack | None" = msgspec.field(default=None, name="not")
    id: str = ""
    text: str = ""
    test: dict[str, Slot] | None = None
    quote: QuotePack | None = None


class AmbiguityPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A node that can be read two ways; a person who settles it takes the entry out."""

    node: str
    taken: str
    other: str
    text: str = ""
    quote: QuotePack | None = None


class AsidePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of the policy that does not count for this request, and why."""

    title: str
    why: str
    of: tuple[NodePack, ...] = ()
    text: str = ""
    quote: QuotePack | None = None


class EditPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A person's change: of which line, what it says, who made it and when (ISO 8601)."""

    node: str
    says: str
    by: str
    on: str
    role: str = ""


class PolicyPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One coverage policy. *source* is the sha-256 of the text it was read from; *effective* is ISO 8601."""

    kind: ClassVar[str] = "policy"

    id: str
    title: str
    number: str = ""
    version: str = ""
    effective: str = ""
    payer: str = ""
    scope: str = ""
    source: str = ""
    approval: str = ""
    criteria: NodePack | None = None
    continuation: NodePack | None = None
    exclusions: tuple[NodePack, ...] = ()
    limits: tuple[NodePack, ...] = ()
    ambiguous: tuple[AmbiguityPack, ...] = ()
    aside: tuple[AsidePack, ...] = ()
    edits: tuple[EditPack, ...] = ()


def loads(text: str, path: str = "policy pack") -> PolicyPack:
    """Read YAML; raises PackInvalid, *path* and line first, where it is not YAML or not of this shape."""
    import yaml  # noqa: PLC0415 - only where a pack is read as text

    try:
        held = plain.load(text)
        if isinstance(held, dict) and "effective" in held:
            held["effective"] = str(held["effective"])  # a date without quotes is read as one
        return msgspec.convert(held, PolicyPack, strict=False)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PackInvalid(f"{path}:{line}: {error.problem}", hint="Mend the YAML at that line.") from error
    except msgspec.ValidationError as error:
        raise PackInvalid(f"{path}:1: {error}", hint="docs/reference names the fields of a policy pack.") from error


def dumps(pack: PolicyPack) -> str:
    """Write YAML in the order of the fields, readable and the same bytes each time."""
    import yaml  # noqa: PLC0415 - as above

    written: str = yaml.safe_dump(msgspec.to_builtins(pack), sort_keys=False, allow_unicode=True, width=110)
    return written
