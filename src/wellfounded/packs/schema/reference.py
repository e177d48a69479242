"""The shape of a reference pack: a guideline, approval, listing or trial, and only what was read at its source."""

from datetime import date
from typing import ClassVar, Literal

import msgspec


class Supports(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the reference bears on; a list left empty sets no condition, but services or agents must name something."""

    services: tuple[str, ...] = ()  # CPT or HCPCS codes
    agents: tuple[str, ...] = ()  # ingredients
    words: tuple[str, ...] = ()  # what a service without a listed code is called: "transcranial magnetic stimulation"
    diagnoses: tuple[str, ...] = ()  # ICD-10-CM codes or their first characters: "F33" holds F33.2


class Identifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How the reference is found again."""

    doi: str | None = None
    pmid: str | None = None
    number: str | None = None  # the agency's own: NCT, K, P, NDA or BLA number, NCD or LCD number
    url: str | None = None


class Verified(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where the entry was read, on what day, and how much: the whole, its abstract, or a page that quotes it."""

    where: str
    on: date
    read: Literal["whole", "abstract", "page"]


class ReferencePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One reference. A field that was not read at its source is null and is never printed.

    An entry that is not verified, is retracted, or is superseded is never used in a letter.
    """

    kind: ClassVar[str] = "reference"

    type: Literal["guideline", "approval", "compendium", "trial", "review", "policy", "label"]
    organization: str
    title: str
    year: int
    paraphrase: str  # ours: what it said, opening with a verb in the past tense ("recommended ...", "found ...")
    supports: Supports
    as_of: date
    authors: str | None = None  # first author and "et al.", for a paper
    journal: str | None = None  # with volume and pages, for a paper
    version: str | None = None
    recommendation: str | None = None  # its number or name in the document
    category: str | None = None  # strength and grade in the document's own terms
    page: str | None = None
    identifier: Identifier = Identifier()
    specialty: str = ""
    superseded_by: str | None = None  # the id of another pack, or a title
    retracted: bool = False
    verified: Verified | None = None
    note: str = ""
