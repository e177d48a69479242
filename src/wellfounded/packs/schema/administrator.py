"""The shape of an administrator pack: what one FSA, HSA or HRA administrator asks of a letter, and its own terms."""

from typing import ClassVar

import msgspec

from wellfounded.packs.schema.law import Item, Rule, Term


class Asked(Rule, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One thing the letter must carry."""

    says: str  # "the medical condition"
    at: str = ""  # where a case holds it: patient.name, diagnoses, services, practitioner.name; empty: nowhere


class AdministratorPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One administrator."""

    kind: ClassVar[str] = "administrator"

    title: str
    names: tuple[str, ...]  # as the card or the plan names it
    asks: tuple[Asked, ...] = ()
    items: dict[str, Item] = {}
    terms: dict[str, Term] = {}
