"""The shape of case.yaml: what a person enters because no document says it better."""

import re
from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import msgspec

from wellfounded.errors import InputError
from wellfounded.model.coding import Duration

DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(hour|day|business day|week|month|year|session)s?")


class DayOrHour:
    """A day, or an hour with its offset from universal time: 2026-03-16, or 2026-03-16T14:30-05:00."""

    __slots__ = ("day", "hour")

    def __init__(self, value: object) -> None:
        """Take what YAML made of the words; raises ValueError where they are neither."""
        held = value if isinstance(value, date) else _moment(str(value))
        self.hour = held if isinstance(held, datetime) else None
        self.day = held.date() if isinstance(held, datetime) else held
        if self.hour is not None and self.hour.tzinfo is None:
            raise ValueError("an hour needs its offset from universal time, as in 2026-03-16T14:30-05:00")


def _moment(words: str) -> date:
    try:
        return datetime.fromisoformat(words) if ":" in words else date.fromisoformat(words)
    except ValueError:
        raise ValueError("expected a day, as in 2026-03-16, or an hour, as in 2026-03-16T14:30-05:00") from None


class Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose word one value is, where it is not that of the person who filled in the rest."""

    by: str
    role: str = "staff"
    on: date | None = None


class Entered(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose word the values of the file are; *fields* names who confirmed or corrected one: `patient.name`.

    *read* names the values that were taken over from the payer's letter: they are nobody's word, and rest on it.
    """

    by: str = "the person who filled in case.yaml"
    role: str = "staff"
    on: date | None = None
    fields: dict[str, Word] = {}
    read: tuple[str, ...] = ()


class PatientEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The patient, as entered."""

    name: str = ""
    birth_date: date | None = None
    sex: Literal["", "female", "male", "other", "unknown"] = ""
    address: tuple[str, ...] = ()
    phone: str = ""


class CoverageEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The plan, as entered."""

    payer: str = ""
    plan: str = ""
    market: str = ""
    funding: Literal["", "self_funded", "fully_insured"] = ""
    grandfathered: bool | None = None
    state: str = ""
    member_id: str = ""
    group: str = ""


class Licence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state licence."""

    number: str = ""
    state: str = ""


class PractitionerEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The clinician who recommends the service and signs, as entered."""

    name: str = ""
    credentials: str = ""
    specialty: str = ""
    board_certification: str = ""
    npi: str = ""
    licence: Licence = Licence()
    phone: str = ""
    fax: str = ""
    email: str = ""


class PracticeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The practice of the letterhead, as entered; *logo* is an SVG file beside case.yaml, *colour* as "#1f3a5f"."""

    name: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    fax: str = ""
    logo: str = ""
    colour: str = ""


class ServiceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """One service asked for."""

    description: str
    system: str = ""
    code: str = ""
    quantity: float | None = None
    unit: str = ""
    frequency: str = ""
    duration: str = ""
    start: date | None = None
    end: date | None = None
    place: str = ""


class DiagnosisEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One diagnosis the request rests on."""

    code: str
    system: str = "icd10cm"
    description: str = ""


class AmountsEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Money: billed, allowed, paid; what the patient owes now, would owe if covered, and has left to the year's limit.

    In the notice's currency, as the statement of benefits gives it: `patient`, `cost_share`, `out_of_pocket_left`.
    """

    billed: Decimal | None = None
    allowed: Decimal | None = None
    paid: Decimal | None = None
    patient: Decimal | None = None
    cost_share: Decimal | None = None
    out_of_pocket_left: Decimal | None = None


class AttestationEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named person's word for what no document shows."""

    says: str
    by: str
    on: date
    role: str = ""


class ParagraphEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The clinician's own words, as text or as a Word file beside case.yaml."""

    by: str
    part: str = "rationale"
    text: str = ""
    file: str = ""
    role: str = "ordering clinician"
    on: date | None = None


class CaseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of case.yaml; every part may be absent."""

    entered: Entered = Entered()
    asks: str = ""
    patient: PatientEntry = PatientEntry()
    coverage: CoverageEntry = CoverageEntry()
    practitioner: PractitionerEntry = PractitionerEntry()
    practice: PracticeEntry = PracticeEntry()
    services: tuple[ServiceEntry, ...] = ()
    diagnoses: tuple[DiagnosisEntry, ...] = ()
    received: dict[str, DayOrHour] = {}
    requested: DayOrHour | None = None
    amounts: AmountsEntry = AmountsEntry()
    attestations: tuple[AttestationEntry, ...] = ()
    paragraphs: tuple[ParagraphEntry, ...] = ()


def parse(path: Path) -> CaseFile:
    """Read case.yaml; an absent file is an empty one. Raises InputError as path:line with what is wrong."""
    import yaml  # noqa: PLC0415 - 20 ms that commands without a case folder save

    from wellfounded.packs import plain  # noqa: PLC0415 - as above

    if not path.is_file():
        return CaseFile()
    try:
        held = _spelled(plain.load(path.read_bytes()) or {})
        return msgspec.convert(held, CaseFile, strict=False, dec_hook=_decoded)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError(f"{path.name}:{line}: {error.problem}", hint="Check indentation and quotes there.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(f"{path.name} is not text in UTF-8", hint="Save it again as plain text.") from error
    except msgspec.ValidationError as error:  # a ValueError too, so it comes first
        raise InputError(f"{path.name}: {error}", hint="docs/reference/case-folder.md lists every field.") from error
    except ValueError as error:
        raise InputError(
            f"{path.name} holds a day that is in no calendar: {error}", hint="Correct the date."
        ) from error


# How people write the two fields that take only a few words; what is not here is refused with its place.
_SAID = {
    "patient": {"sex": {"f": "female", "m": "male", "woman": "female", "man": "male", "x": "other"}},
    "coverage": {
        "funding": {
            "self_insured": "self_funded", "self_fund": "self_funded", "aso": "self_funded",
            "administrative_services_only": "self_funded", "insured": "fully_insured", "fully_funded": "fully_insured",
        }
    },
}  # fmt: skip


def _spelled(held: object) -> object:
    """Bring "Self-funded", "self insured" and "F" to the words of the shape; all else is left as it is."""
    if not isinstance(held, dict):
        return held
    for part, names in _SAID.items():
        entry = held.get(part)
        if not isinstance(entry, dict):
            continue
        for name, words in names.items():
            if isinstance(said := entry.get(name), str):
                bare = re.sub(r"[\s-]+", "_", said.strip().lower())
                entry[name] = words.get(bare, bare)
    return held


def _decoded(kind: type, value: object) -> Any:  # noqa: ANN401 - what msgspec asks of a hook
    if kind is DayOrHour:
        return DayOrHour(value)
    raise NotImplementedError(kind)


def duration(text: str) -> Duration | None:
    """Read "7 weeks" as a Duration; None for an empty text. Raises InputError for words that name no length."""
    if not text:
        return None
    found = DURATION.match(text.strip().lower())
    if found is None:
        raise InputError(f"case.yaml: the duration {text!r} is not a number and a unit", hint='Write "7 weeks".')
    unit = found[2].replace(" ", "_") + "s"
    return Duration(float(found[1]), unit)


def refuse_future(held: CaseFile, on: date, *, hint: str, among: Collection[str] | None = None) -> None:
    """Raise InputError where a day that has been, of the fields *among* or of all, lies after the day *on*."""
    days: list[tuple[str, date | None]] = [(f"received.{name}", at.day) for name, at in held.received.items()]
    days += [
        ("requested", held.requested.day if held.requested else None),
        ("patient.birth_date", held.patient.birth_date),
    ]
    days += [(f"attestations[{n}].on", entry.on) for n, entry in enumerate(held.attestations)]
    for name, day in days:
        if day is not None and day > on and (among is None or name in among):
            raise InputError(
                f"case.yaml: {name} is {day}, after the day of this run ({on})",
                hint=hint,
            )
