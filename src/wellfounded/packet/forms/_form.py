"""What a form is made of, and the values of a case that most forms ask for."""

import re
from dataclasses import dataclass

from wellfounded.model.basis import Fact
from wellfounded.model.case import Case, Service
from wellfounded.model.coding import PartialDate
from wellfounded.model.determination import REFUSALS
from wellfounded.model.letter import Letter

GROUP = re.compile(
    r"\bGroup[ \t]*(?:no\b\.?|number|num\.|#|ID)[ \t]*:?[ \t]*(?P<is>[A-Z0-9][A-Z0-9-]{2,24})", re.IGNORECASE
)
MEDICARE = {"medicare_original", "medicare_advantage", "medicare_part_d"}


@dataclass(frozen=True, slots=True)
class Blank:
    """One field: its label and what is known of it; an empty value is a line that only a person fills."""

    label: str
    value: str = ""
    lines: int = 1  # of room where it is empty


@dataclass(frozen=True, slots=True)
class Choice:
    """Boxes of which some are marked; where nothing says which, none is."""

    label: str
    options: tuple[str, ...]
    marked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of the form: what is agreed to by signing, or how a part is filled."""

    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on and one for the day; nothing is ever printed on either."""

    label: str


Line = Blank | Choice | Words | Signature


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the form."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form ready to be set: its title, the official form whose fields it has, and its parts."""

    title: str
    official: str  # the number of the official form or the rule whose fields these are
    to: str
    sections: tuple[Section, ...]


def said(fact: Fact[str] | None) -> str:
    """Give a fact's value, or an empty string."""
    return "" if fact is None else fact.value


def day(fact: Fact[str] | Fact[object] | None) -> str:
    """Give a fact that is a day as month/day/year, as forms ask for it."""
    value = None if fact is None else fact.value
    return f"{value:%m/%d/%Y}" if hasattr(value, "strftime") else ""


def notice(case: Case, name: str) -> str:
    """Give what the latest refusal states under *name*, or an empty string."""
    reading = case.reading(*REFUSALS)
    field = reading.first(name) if reading is not None else None
    if field is None:
        return ""
    return f"{field.value:%m/%d/%Y}" if hasattr(field.value, "strftime") else str(field.value)


def lettered(letter: Letter, label: str) -> str:
    """Give what the reference lines of the letter say under *label*, or an empty string."""
    return next((fact.value for name, fact in letter.re if name == label), "")


def group(letter: Letter, case: Case) -> str:
    """Give the number of the group as the case, the letter or the notice has it; nothing where two are printed."""
    known = said(case.coverage.group) or lettered(letter, "Group")
    reading = case.reading(*REFUSALS)
    text = next((d.text for d in case.documents if reading is not None and d.source.id == reading.source), "")
    found = {each["is"] for each in GROUP.finditer(text) if any(sign.isdigit() for sign in each["is"])}
    return known or (found.pop() if len(found) == 1 else "")


def patient(case: Case, number: str = "Member number") -> Section:
    """Give the part about the person the care is for."""
    who = case.patient
    return Section(
        "The patient",
        (
            Blank("Name", said(who.name)),
            Blank("Date of birth", day(who.birth_date)),
            Blank(number, said(case.coverage.member_id)),
            Blank("Address", ", ".join(who.address)),
            Blank("Telephone", said(who.phone)),
        ),
    )


def clinician(case: Case, heading: str = "The prescriber or provider") -> Section:
    """Give the part about the clinician who ordered the service."""
    who, office = case.practitioner, case.practice
    name = ", ".join(part for part in (said(who.name), said(who.credentials)) if part)
    return Section(
        heading,
        (
            Blank("Name and credentials", name),
            Blank("Specialty", said(who.specialty)),
            Blank("NPI", said(who.npi)),
            Blank("Practice", said(office.name)),
            Blank("Address", ", ".join(office.address)),
            Blank("Telephone", said(who.phone) or said(office.phone)),
            Blank("Fax", said(who.fax) or said(office.fax)),
        ),
    )


def requestor(proof: str) -> Section:
    """Give the part for somebody who is neither the patient nor the prescriber: always left to that person."""
    return Section(
        "Only if somebody asks who is neither the patient nor the prescriber",
        (
            Blank("Name"),
            Blank("Relation to the patient"),
            Blank("Address and telephone"),
            Words(f"What shows that this person may ask comes with this form: {proof}."),
        ),
    )


def services(case: Case) -> str:
    """Give what was asked for with its codes: "home oxygen (HCPCS E1390)"."""
    return "; ".join(_service(each) for each in case.services)


def diagnoses(case: Case) -> str:
    """Give the diagnoses with their codes."""
    named = (f"{f.value.display} ({f.value.code})" if f.value.display else f.value.code for f in case.diagnoses)
    return "; ".join(named)


def spans(case: Case) -> str:
    """Give the days of service that are known."""
    held = [(each.start, each.end) for each in case.services if each.start is not None]
    days = [f"{_us(start)} to {_us(end)}" if end is not None else _us(start) for start, end in held]
    return "; ".join(dict.fromkeys(days))


def given(case: Case, letter: Letter) -> bool:
    """Whether the care was given before the day of the letter: what is at issue then is payment."""
    starts = [each.start.earliest() for each in case.services if each.start is not None]
    return bool(starts) and all(start < letter.date for start in starts)


def role(letter: Letter, case: Case, ours: str, theirs: str) -> tuple[str, ...]:
    """Mark who signs: *theirs* for the patient, *ours* for somebody else, nothing where nobody is named."""
    if letter.signer.name is None:
        return ()
    return (theirs,) if own(letter, case) else (ours,)


def own(letter: Letter, case: Case) -> bool:
    """Whether the patient signs."""
    return case.patient.name is not None and letter.signer.name == case.patient.name


def market(case: Case) -> str:
    """Give the market of the plan, or an empty string."""
    return said(case.coverage.market)


def _us(when: PartialDate) -> str:
    """Give a day as month/day/year; a month or a year alone as it is."""
    return f"{when.earliest():%m/%d/%Y}" if when.day else str(when)


def _service(each: Service) -> str:
    code = f" ({each.coding.system.upper()} {each.coding.code})" if each.coding is not None and each.coding.code else ""
    return f"{each.description.value}{code}"
