"""The shape of a checklist pack: what one plan asks of a letter or a request, item by item."""

from typing import ClassVar

import msgspec

from wellfounded.packs.schema.law import Rule


class Listed(Rule, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One thing that the letter must carry, in our words."""

    says: str  # "the diagnosis with its code"


class ChecklistPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One plan's list; *names* are the words in a letter by which it is known that the list is meant."""

    kind: ClassVar[str] = "checklist"

    title: str
    names: tuple[str, ...] = ()
    asks: tuple[Listed, ...] = ()
