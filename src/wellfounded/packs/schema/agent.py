"""The shape of an agent pack: the ingredients of one class, their names, and what counts as an adequate trial."""

from typing import ClassVar

import msgspec


class Adequate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The dose and time at which a trial is usually called adequate, and the source that says so."""

    dose: str = ""  # "200 mg daily"
    duration: str = ""  # "6 weeks"
    source: str = ""  # organization, title, year, place


class Ingredient(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One ingredient with every name a chart gives it."""

    brands: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # salts, spellings, older names, names in other countries
    abbreviations: tuple[str, ...] = ()  # read only where a dose or a treatment's words stand near
    ambiguous: tuple[str, ...] = ()  # names that are also common words; read like abbreviations
    adequate: Adequate | None = None


class AgentPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One class of agents; its id is its path, and *within* names the wider classes it belongs to."""

    kind: ClassVar[str] = "agent"

    title: str
    names: tuple[str, ...] = ()  # what charts and policies call the class: "SSRI", "TNF inhibitor"
    within: tuple[str, ...] = ()  # ids of wider classes
    ingredients: dict[str, Ingredient] = {}
