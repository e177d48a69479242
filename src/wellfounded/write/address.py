"""To whom the letter goes, by what way, and the reference lines that let the reader find the file."""

import re as regex
from datetime import date

from wellfounded.model.basis import Fact
from wellfounded.model.determination import Field
from wellfounded.write import office, service
from wellfounded.write.telling import Telling
from wellfounded.write.words import series, tongues
from wellfounded.write.words.labels import label

APPEALS = {"appeals", "reviewer"}
_DESK = regex.compile(  # a department that its payer's name must stand over
    r"(?:(?:attn:?|the|member|provider|clinical|medical|pharmacy|claims?|appeals?|grievances?|complaints?|reconsiderations?"
    r"|redeterminations?|review|department|dept\.?|unit|office|team|desk|coordinator|and|&)[\s,]*)+",
    regex.IGNORECASE,
)


def to(telling: Telling) -> tuple[str, ...]:
    """Give the address: the notice's own appeal address, else the payer's name; empty where neither is known."""
    notice = telling.denial
    if telling.pack.to == "office":
        return office.lines(telling)
    stated = notice.first("appeal_address") if notice is not None and telling.pack.to in APPEALS | {"payer"} else None
    if telling.pack.to == "patient":
        who = telling.case.patient
        return (who.name.value, *who.address) if who.name is not None else ()
    if telling.pack.to == "clinician":
        name = telling.case.practitioner.name
        return (name.value,) if name is not None else ()
    payer = telling.case.coverage.payer
    if stated is not None:
        held = _lines(str(stated.value))
        return (payer.value, *held) if payer is not None and _DESK.fullmatch(held[0]) else held
    return (payer.value,) if payer is not None else ()


def by(telling: Telling) -> tuple[str, ...]:
    """Give the way it goes: the notice's fax for appeals, else mail to its address; empty where none is named."""
    notice = telling.denial
    if notice is None or telling.pack.to in {"patient", "clinician", "administrator", "office"}:
        return ()
    fax = notice.first("appeal_fax")
    if fax is not None:
        return ("fax", str(fax.value))
    return ("mail", ", ".join(to(telling))) if notice.first("appeal_address") is not None else ()


def salutation(telling: Telling) -> str:
    """Give the greeting the pack asks for; to the patient, by name."""
    if telling.pack.to == "patient" and telling.case.patient.name is not None and not telling.pack.salutation:
        return f"Dear {telling.person.formal}:"
    return telling.pack.salutation


def re(telling: Telling) -> tuple[tuple[str, Fact[str]], ...]:
    """Give the reference lines: who, which plan, which file, what service and diagnosis; the unknown left out."""
    case, notice = telling.case, telling.denial
    lines: list[tuple[str, Fact[str]]] = []

    tongue = telling.pack.language

    def add(name: str, fact: Fact[str] | None) -> None:
        if fact is not None and fact.value:
            lines.append((label(name, tongue), fact))

    born = case.patient.birth_date
    add("patient", case.patient.name)
    add("birth_date", Fact(tongues.day(born.value, tongue), born.basis) if born is not None else None)
    add("plan", case.coverage.plan or case.coverage.payer)
    add("member", case.coverage.member_id)
    add("group", case.coverage.group)
    if notice is not None:
        numbers: set[str] = set()
        for name in ("reference", "claim", "authorization"):
            number = _stated(notice.all(f"{name}_number"))
            if number is not None and number.value not in numbers:  # one number that a notice calls by two names
                numbers.add(number.value)
                add(name, number)
        decided = notice.first("notice_date")
        if decided is not None and isinstance(decided.value, date):
            add("decision", Fact(tongues.day(decided.value, tongue), decided.basis))
    if case.services:
        words = service.whole(telling) if tongue == "en" else service.plain(telling)
        add("service", Fact(_capital(words), case.services[0].description.basis))
        starts = {tongues.span(each.start, each.end, tongue) for each in case.services}
        add(
            "dates",
            Fact(_capital(starts.pop().removeprefix("from ")), case.services[0].description.basis)
            if len(starts) == 1
            else None,
        )
    named = [
        f"{_capital(fact.value.display)} ({fact.value.code})" if fact.value.display else fact.value.code
        for fact in case.diagnoses
    ]
    if named:
        add("diagnosis", Fact(series.series(named, tongues.AND.get(tongue, "and")), case.diagnoses[0].basis))
    return tuple(lines)


def _stated(fields: tuple[Field, ...]) -> Fact[str] | None:
    values = list(dict.fromkeys(str(field.value) for field in fields))
    return Fact(", ".join(values), fields[0].basis) if fields else None


def _lines(address: str) -> tuple[str, ...]:
    """Break a one-line address where a letter would: name, department, street or box, then city, state and code."""
    flat = regex.sub(r"\s*(P\.? ?O\.? Box \d+),?\s*", r", \1, ", address.replace("\n", ", "))
    parts = [part.strip() for part in flat.split(",") if part.strip()]
    if len(parts) > 1 and regex.fullmatch(r"[A-Z]{2}\s+\d{5}(?:-\d{4})?", parts[-1]):
        return (*parts[:-2], f"{parts[-2]}, {parts[-1]}")
    return tuple(parts)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
