"""The shape of a letter pack: the order, headings and required parts of one kind of letter. A clinic may edit it."""

from typing import ClassVar, Literal

import msgspec


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One part of the letter, by the name of the file in write/parts that writes it."""

    part: str
    heading: str = ""  # what stands above it; empty prints none, and parts in a row with one heading share it
    again: str = ""  # the heading instead, where an earlier part has told some of what this one tells
    required: bool = False  # a draft in which it comes out empty cannot be signed
    missing: str = ""  # what to tell the person when a required part is empty
    only: tuple[str, ...] = ()  # of the rights, those to invoke here; empty means all


class Need(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One fact the letter must carry before it can be signed."""

    fact: str  # a path in the case: patient.birth_date, practitioner.npi, services, diagnoses, denial.notice_date
    missing: str  # what to tell the person


class LetterPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One kind of letter."""

    kind: ClassVar[str] = "letter"

    title: str
    like: str = ""  # another letter pack, whose parts and needs stand where this one gives none
    parts: tuple[Part, ...] = ()
    needs: tuple[Need, ...] = ()
    asks: str = ""  # what is asked of the reader, as a verb phrase: "reverse its decision"
    to: Literal["payer", "appeals", "reviewer", "patient", "clinician", "administrator", "office"] = "payer"
    office: str = ""  # the ombudsman, regulator or board it goes to; empty: the regulator of the plan's state
    opens: str = ""  # the first sentence of a complaint: what it is and what answer is asked for
    from_: Literal["clinician", "patient"] = msgspec.field(default="clinician", name="from")
    salutation: str = ""
    closing: str = "Sincerely,"
    argues: bool = True  # whether an honest stop keeps this letter from being written
    language: str = "en"

    def over(self, other: "LetterPack") -> "LetterPack":
        """Give this pack with the parts and needs of *other* where it names none, and what *other* is like in turn."""
        return msgspec.structs.replace(
            self, like=other.like, parts=self.parts or other.parts, needs=self.needs or other.needs
        )
