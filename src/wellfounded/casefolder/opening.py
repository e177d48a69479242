"""Open a case folder: what case.yaml says, what each document says, and where they differ."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import msgspec

from wellfounded import read
from wellfounded.casefolder.identity import compare, refuse_strangers
from wellfounded.casefolder.memory import Memory
from wellfounded.casefolder.shape import CaseFile, ParagraphEntry, duration, parse, refuse_future
from wellfounded.casefolder.stated import completed
from wellfounded.casefolder.taken import founded
from wellfounded.errors import InputError, StorageError
from wellfounded.model.basis import Attestation, Fact
from wellfounded.model.case import Case, OwnWords, Service
from wellfounded.model.coding import Coding, PartialDate, Quantity
from wellfounded.model.determination import Reading
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence
from wellfounded.model.parties import Coverage, Organization, Patient, Practitioner
from wellfounded.terms import npi

T = TypeVar("T")

CENT = Decimal("0.01")

CONTRAST, DARK = 4.5, 0.04045  # WCAG 2.2: the least contrast of text, and where sRGB turns linear
PLACES = ("payer", "policy", "chart")
Also = Callable[[Case, Document, Reading], tuple[Evidence, ...]]


def gather(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give each document of *folder* as its path within it and its bytes, payer first, then policy, then chart.

    Raises InputError where the folder does not exist or a name is no text, and StorageError where a file cannot be
    read.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder", hint=f"`wellfounded new {folder}` makes one.")
    for place in PLACES:
        for path in sorted((folder / place).rglob("*")):
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
                if any(0xD800 <= ord(sign) <= 0xDFFF for sign in path.name):
                    raise InputError(
                        f"{place}: the name of a file is not text in UTF-8: {path.name}", hint="Give it another name."
                    )
                try:
                    yield path.relative_to(folder).as_posix(), path.read_bytes()
                except OSError as error:
                    raise StorageError(f"{path.relative_to(folder)}: {error.strerror}") from error


def open_case(folder: Path, on: date, also: Also | None = None, memory: Memory | None = None) -> Case:
    """Open the case in *folder* as it stands on the day *on*; *also* gives more evidence of a chart's document.

    *memory* holds what was read before, and is filled.

    Raises InputError for a case.yaml that cannot be used or holds a date after *on*, NotThisPatient where two
    identifiers of a document differ from the case's patient, and the reading room's errors with the file's name.
    """
    held = parse(folder / "case.yaml")
    refuse_future(held, on, hint="Correct the date, or run with a later --on.")
    if held.practitioner.npi and not npi.is_valid(held.practitioner.npi):
        raise InputError(
            "case.yaml: practitioner.npi is no National Provider Identifier: its length or check digit is wrong",
            hint="Copy it from the practitioner's record, or leave it out.",
        )
    memory = memory or Memory()
    documents = tuple(_documents(folder, memory))
    readings = tuple(
        memory.reading(document, _reading) for document in documents if not document.source.path.startswith("policy/")
    )
    refuse_strangers(held, documents, readings)
    if also is not None:
        known = _entered(held, folder, on)
        readings = tuple(_with(also, known, document, one) for one, document in _placed(readings, documents))
    evidence, conflicts = read.merge(r for r, d in _placed(readings, documents) if d.source.path.startswith("chart/"))
    case = _entered(held, folder, on)
    opened = replace(
        case,
        id=_identity(folder, documents),
        documents=documents,
        readings=readings,
        evidence=evidence,
        conflicts=(*compare(case, documents, readings), *conflicts),
    )
    return completed(founded(opened, held.entered.read))


def _with(also: Also, case: Case, document: Document, reading: Reading) -> Reading:
    if not document.source.path.startswith("chart/"):
        return reading
    return replace(reading, evidence=(*reading.evidence, *also(case, document, reading)))


def _documents(folder: Path, memory: Memory) -> Iterator[Document]:
    """Give the documents of *folder* and all files attached to them, one that lies twice in a place only once."""
    seen: set[tuple[str, str]] = set()
    for path, data in gather(folder):
        for document in memory.every(path, data, read.every):
            key = (path.partition("/")[0], document.source.id)
            if key not in seen:
                seen.add(key)
                yield document


def _reading(document: Document) -> Reading:
    return read.read_chart(document) if document.source.path.startswith("chart/") else read.read(document)


def _placed(readings: tuple[Reading, ...], documents: tuple[Document, ...]) -> Iterator[tuple[Reading, Document]]:
    by_source = {document.source.id: document for document in documents}
    return ((reading, by_source[reading.source]) for reading in readings)


def _identity(folder: Path, documents: tuple[Document, ...]) -> str:
    entered = folder / "case.yaml"
    whole = hashlib.sha256(entered.read_bytes() if entered.is_file() else b"")
    for document in documents:
        whole.update(document.source.id.encode())
    return whole.hexdigest()[:12]


def _entered(held: CaseFile, folder: Path, on: date) -> Case:
    who = held.entered

    def fact(name: str, value: T | None) -> Fact[T] | None:
        if value is None or value == "":
            return None
        return sure(name, value)

    def sure(name: str, value: T) -> Fact[T]:
        word = who.fields.get(name) or who.fields.get(name.partition("[")[0]) or who
        return Fact(value, Attestation(word.by, word.role, word.on or on, f"entered {name}"))

    p, c, d, o = held.patient, held.coverage, held.practitioner, held.practice
    licence = f"{d.licence.number} ({d.licence.state})" if d.licence.state else d.licence.number
    return Case(
        id="",
        patient=Patient(
            name=fact("patient.name", p.name),
            birth_date=fact("patient.birth_date", p.birth_date),
            sex=fact("patient.sex", p.sex),
            address=p.address,
            phone=fact("patient.phone", p.phone),
        ),
        coverage=Coverage(
            **{
                name: fact(f"coverage.{name}", getattr(c, name))
                for name in ("payer", "plan", "market", "funding", "grandfathered", "state", "member_id", "group")
            }
        ),
        practitioner=Practitioner(
            licence=fact("practitioner.licence", licence),
            **{
                name: fact(f"practitioner.{name}", getattr(d, name))
                for name in ("name", "credentials", "specialty", "board_certification", "npi", "phone", "fax", "email")
            },
        ),
        practice=Organization(
            name=fact("practice.name", o.name),
            address=o.address,
            phone=fact("practice.phone", o.phone),
            fax=fact("practice.fax", o.fax),
            logo=_logo(folder, o.logo),
            colour=_colour(o.colour),
        ),
        services=tuple(
            Service(
                description=sure(f"services[{n}].description", s.description),
                coding=Coding(s.system, s.code, s.description) if s.code else None,
                quantity=Quantity(s.quantity, s.unit) if s.quantity is not None else None,
                frequency=s.frequency,
                duration=duration(s.duration),
                start=PartialDate.of(s.start) if s.start else None,
                end=PartialDate.of(s.end) if s.end else None,
                place=s.place,
            )
            for n, s in enumerate(held.services)
        ),
        diagnoses=tuple(
            sure(f"diagnoses[{n}]", Coding(x.system, x.code, x.description)) for n, x in enumerate(held.diagnoses)
        ),
        asks=held.asks,
        received=tuple((name, sure(f"received.{name}", at.day)) for name, at in sorted(held.received.items())),
        requested=fact("requested", held.requested.day if held.requested else None),
        hours=tuple((name, sure(f"received.{name}", hour)) for name, hour in _hours(held)),
        amounts=tuple((name, sure(f"amounts.{name}", value)) for name, value in _amounts(held)),
        attestations=tuple(Attestation(a.by, a.role, a.on, a.says) for a in held.attestations),
        paragraphs=tuple(_own_words(entry, folder, who.on or on) for entry in held.paragraphs),
        entered=Attestation(who.by, who.role, who.on or on, "entered case.yaml"),
    )


def _amounts(held: CaseFile) -> Iterator[tuple[str, Decimal]]:
    for name, value in msgspec.structs.asdict(held.amounts).items():
        if value is not None and (not value.is_finite() or value < 0):
            raise InputError(f"case.yaml: amounts.{name} is {value}", hint="Amounts of money are nought or more.")
        if value is not None:
            yield name, value.quantize(CENT)


def _hours(held: CaseFile) -> Iterator[tuple[str, datetime]]:
    """Give the hour of each event that has one; what was requested is the event `request`."""
    for name, at in (*sorted(held.received.items()), ("request", held.requested)):
        if at is not None and at.hour is not None:
            yield name, at.hour


def _logo(folder: Path, name: str) -> str:
    if not name:
        return ""
    path = folder / name
    if not path.is_file() or path.suffix.lower() != ".svg":
        raise InputError(f"case.yaml: practice.logo names {name}, which is no SVG file in the case folder")
    return path.read_text(encoding="utf-8")


def _colour(text: str) -> str:
    """Refuse a colour that is none, or too light to be read on white: a contrast under 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    if not text:
        return ""
    if re.fullmatch(r"#[0-9a-fA-F]{6}", text) is None:
        raise InputError(f"case.yaml: practice.colour is {text!r}", hint='Write it as "#1f3a5f", in quotation marks.')
    parts = [int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= DARK else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    if 1.05 / (light + 0.05) < CONTRAST:
        raise InputError(f"case.yaml: practice.colour {text} is too light for headings", hint="Choose a darker one.")
    return text.lower()


def _own_words(entry: ParagraphEntry, folder: Path, day: date) -> OwnWords:
    text = entry.text
    if entry.file:
        path = folder / entry.file
        if not path.is_file():
            raise InputError(f"case.yaml: paragraphs name {entry.file}, which is not in the case folder")
        text = read.document(entry.file, path.read_bytes()).text
    words = text.strip()
    return OwnWords(entry.part, words, Attestation(entry.by, entry.role, entry.on or day, words))
