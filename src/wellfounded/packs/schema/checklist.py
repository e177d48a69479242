"""The shape of a checklist pack: what a plan, a program or a rule asks of a letter or a request, item by item."""

from typing import ClassVar

import msgspec

from wellfounded.packs.schema.law import Rule


class Listed(Rule, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One thing that the letter must carry, in our words."""

    says: str  # "the diagnosis with its code"


class ChecklistPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One list: it is meant where a letter names its owner, or is of one of its *markets* and of one of its *kinds*."""

    kind: ClassVar[str] = "checklist"

    title: str
    names: tuple[str, ...] = ()  # words in a letter by which it is known that the list is meant
    markets: tuple[str, ...] = ()  # of the case
    kinds: tuple[str, ...] = ()  # of letters, by the names of the letter packs; empty: all
    asks: tuple[Listed, ...] = ()
