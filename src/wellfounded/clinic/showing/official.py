"""The official forms of a letter as Send shows them: whole, or which lines are empty and where they are filled."""

from dataclasses import dataclass

from wellfounded import packet
from wellfounded.clinic.models import Matter, Pick
from wellfounded.model.case import Case
from wellfounded.model.letter import Letter

FORM = "form:"  # before the name of a form, where a choice about it is kept beside the pages chosen
WAYS = {  # the field of case.yaml that fills a line, by the words its label begins with
    "Group": "coverage.group",
    "Plan": "coverage.plan",
    "Member number": "coverage.member_id",
    "Date it was received": "received.denial",
    "Practice": "practice.name",
    "Specialty": "practitioner.specialty",
    "NPI": "practitioner.npi",
    "Fax": "practice.fax",
}
OF_PATIENT = {"Name": "patient.name", "Date of birth": "patient.birth_date", "Telephone": "patient.phone"}
DATED = {"received.denial", "patient.birth_date"}


@dataclass(frozen=True, slots=True)
class Empty:
    """One empty line: its label and part, and the field that fills it (none: by hand, or under Questions)."""

    part: str
    label: str
    way: str

    @property
    def dated(self) -> bool:
        """Whether a day fills it."""
        return self.way in DATED


@dataclass(frozen=True, slots=True)
class Official:
    """One form: its name, what of it is empty, and whether it goes."""

    name: str
    empty: list[Empty]
    goes: bool


def forms(letter: Letter, case: Case, matter: Matter) -> list[Official]:
    """Give each form the letter's route asks for; one with empty lines goes only where a person said so."""
    said = {p.source: p.goes for p in Pick.objects.filter(matter=matter, source__startswith=FORM)}
    out: list[Official] = []
    for name in packet.asked(letter, case):
        lines = [Empty(part, label, _way(part, label)) for part, label in packet.empty(name, letter, case)]
        out.append(Official(name, lines, said.get(f"{FORM}{name}"[:64], False) if lines else True))
    return out


def left_out(letter: Letter, case: Case, matter: Matter) -> set[str]:
    """Give the names of the forms that stay out of the packet."""
    return {each.name for each in forms(letter, case, matter) if not each.goes}


def _way(part: str, label: str) -> str:
    return (OF_PATIENT if part == "The patient" else {}).get(label) or WAYS.get(label, "")
