"""Where this plan is reached, and the fields a portal asks for in an order to copy from."""

from dataclasses import dataclass
from datetime import date

from wellfounded.clinic.models import Address
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS
from wellfounded.model.letter import Letter

READ = (("appeal_fax", "fax"), ("appeal_address", "print"), ("appeal_email", "email"))
LONGEST = 1_000  # characters of a box on a portal; the usual limit is said by the portal itself


@dataclass(frozen=True, slots=True)
class Door:
    """One way to reach the payer, with where it was found."""

    means: str
    address: str
    source: str

    @property
    def value(self) -> str:
        """Give what a form sends."""
        return f"{self.means} {self.address}"


def doors(case: Case, on: date) -> list[Door]:
    """Give the doors the notice states, then those kept for this payer and this plan; none of another plan's."""
    out: list[Door] = []
    reading = case.reading(*REFUSALS)
    if reading is not None:
        for name, means in READ:
            held = reading.all(name)
            out += [Door(means, str(field.value), f"the notice, p. {field.basis.at.page}") for field in held]
    payer = case.coverage.payer.value if case.coverage.payer else (reading.text("payer") if reading else "")
    plan = case.coverage.plan.value if case.coverage.plan else ""
    for each in Address.objects.filter(payer__iexact=payer) if payer else ():
        if not each.plan or each.plan.casefold() == plan.casefold():
            age = (on - each.found).days
            old = " \u2013 over a year old: check it" if age > 365 else ""
            means = "print" if each.means == "mail" else each.means
            out.append(Door(means, each.address, f"{each.source}, {each.found}{old}"))
    return list(dict.fromkeys(out))


def sheet(letter: Letter, case: Case) -> list[tuple[str, str]]:
    """Give each field a payer's portal asks for, in the order portals ask, as plain text to copy."""
    held = {label: fact.value for label, fact in letter.re}
    signer, practice = letter.signer, letter.letterhead
    rows = [
        ("Member ID", held.get("Member ID", "")),
        ("Group", held.get("Group", "")),
        ("Patient", held.get("Patient", "")),
        ("Date of birth", case.patient.birth_date.value.isoformat() if case.patient.birth_date else ""),
        ("Reference number", held.get("Reference number", "")),
        ("Claim number", held.get("Claim number", "")),
        ("Service", held.get("Service", "")),
        *((f"Code {n}", s.coding.code) for n, s in enumerate(case.services, 1) if s.coding is not None),
        ("Diagnosis", held.get("Diagnosis (ICD-10-CM)", "")),
        ("Dates of service", held.get("Dates of service", "")),
        ("Requesting provider", signer.name.value if signer.name else ""),
        ("NPI", signer.npi.value if signer.npi else ""),
        ("Practice", practice.name.value if practice.name else ""),
        ("Telephone", practice.phone.value if practice.phone else ""),
        ("Fax", practice.fax.value if practice.fax else ""),
        ("Reason for the appeal", _reason(letter)),
    ]
    return [(label, value) for label, value in rows if value]


def _reason(letter: Letter) -> str:
    """Give whole sentences of the letter's opening, as many as a box holds."""
    out = ""
    for sentence in letter.sentences:
        if len(out) + len(sentence.text) + 1 > LONGEST:
            break
        out = f"{out} {sentence.text}".strip()
    return out
