"""What the notes deny of the patient, and whether they anywhere affirm it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wellfounded.check.says import findings
from wellfounded.check.says.phrasebook import Phrasebook

UNITS = {"cm", "mm", "mg", "ml", "kg", "lb", "mcg", "ug", "hz", "mmhg", "meq", "iu"}  # "no mm" denies no finding


@dataclass(frozen=True)
class Denials:
    """The findings that *notes* deny."""

    notes: str

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Give each denied finding that *text* names, however it is meant there, and where."""
        return self._book.find(text)

    def denies(self, name: str) -> bool:
        """Whether the notes deny that finding anywhere."""
        return name in self._denied

    def affirms(self, name: str) -> bool:
        """Whether the notes say anywhere that the patient has it: undenied, unhypothetical, not of the family."""
        if name not in self._affirmed:
            spoken = Phrasebook.of([(form, name) for form in _forms(name)])
            held = (findings.affirmed(self.notes, start, end) for _, start, end in spoken.find(self.notes))
            self._affirmed[name] = any(held)
        return self._affirmed[name]

    @cached_property
    def _denied(self) -> frozenset[str]:
        return frozenset(found.name for found in findings.denied(self.notes)) - UNITS

    @cached_property
    def _book(self) -> Phrasebook[str]:
        return Phrasebook.of([(form, name) for name in sorted(self._denied) for form in _forms(name)])

    @cached_property
    def _affirmed(self) -> dict[str, bool]:
        return {}


def _forms(name: str) -> tuple[str, ...]:
    one = (f"{name[:-3]}y",) if name.endswith("ies") else ()  # "no allergies" against "allergy to penicillin"
    return (name, f"{name}s", *one, *findings.spoken(name))
