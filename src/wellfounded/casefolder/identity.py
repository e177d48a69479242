"""Hold each document against the patient of the case, and case.yaml against what the documents say."""

import re
import unicodedata
from collections.abc import Iterator

from wellfounded.casefolder.shape import CaseFile
from wellfounded.errors import NotThisPatient
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case, Conflict
from wellfounded.model.determination import Field, Reading
from wellfounded.model.document import Document

IDENTIFIERS = ("patient_name", "birth_date", "member_id")
SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "md", "mr", "mrs", "ms", "miss", "dr"}


def refuse_strangers(held: CaseFile, documents: tuple[Document, ...], readings: tuple[Reading, ...]) -> None:
    """Raise NotThisPatient where two or more identifiers of a document differ from the case's.

    Where case.yaml leaves an identifier out, the first document that states it (payer's letters first) stands for it.
    One identifier alone may differ (a maiden name, a dependent's member number): `compare` shows that as a conflict.
    """
    paths = {document.source.id: document.source.path for document in documents}
    known = _known(held, readings)
    for reading in readings:
        differ = [name for name in IDENTIFIERS if differs(known.get(name, ""), _stated(reading, name), name)]
        if len(differ) >= 2:
            raise NotThisPatient(
                f"{paths[reading.source]}: {' and '.join(name.replace('_', ' ') for name in differ)} "
                "differ from the patient of this case",
                hint="Take the file out of the folder, or correct case.yaml if it is the one that is wrong.",
            )


def compare(case: Case, documents: tuple[Document, ...], readings: tuple[Reading, ...]) -> tuple[Conflict, ...]:
    """Give each value that case.yaml states one way and a document another; both are kept and shown."""
    del documents
    return tuple(conflict for reading in readings for conflict in _conflicts(case, reading))


def _conflicts(case: Case, reading: Reading) -> Iterator[Conflict]:
    entered: dict[str, Fact[object] | None] = {
        "patient_name": case.patient.name,
        "birth_date": case.patient.birth_date,
        "member_id": case.coverage.member_id,
        "plan_market": case.coverage.market,
    }
    for name, fact in entered.items():
        stated = _stated(reading, name)
        field = reading.first(name)
        if fact is not None and field is not None and differs(str(fact.value), stated, name):
            yield Conflict(name.replace("_", " "), (_words(fact), Fact(str(field.value), field.basis)))
    yield from _codes(case, reading)


def _codes(case: Case, reading: Reading) -> Iterator[Conflict]:
    ours = {s.coding.code: s for s in case.services if s.coding is not None}
    theirs = [f for f in reading.all("code") if getattr(f.value, "system", "") in {"cpt", "hcpcs"}]
    if ours and theirs and not any(getattr(f.value, "code", "") in ours for f in theirs):
        first = next(iter(ours.values()))
        code = first.coding.code if first.coding is not None else ""
        yield Conflict(
            "service code", (Fact(code, first.description.basis), *(Fact(_code(f), f.basis) for f in theirs))
        )


def _code(field: Field) -> str:
    return str(getattr(field.value, "code", field.value))


def _words(fact: Fact[object]) -> Fact[str]:
    return Fact(str(fact.value), fact.basis)


def _known(held: CaseFile, readings: tuple[Reading, ...]) -> dict[str, str]:
    known = {
        "patient_name": held.patient.name,
        "birth_date": str(held.patient.birth_date or ""),
        "member_id": held.coverage.member_id,
    }
    for reading in readings:
        for name in IDENTIFIERS:
            known[name] = known[name] or _stated(reading, name)
    return known


def _stated(reading: Reading, name: str) -> str:
    return reading.text(name)


def differs(ours: str, theirs: str, name: str) -> bool:
    """Whether two statements of the identifier *name* cannot be of one patient; what is not stated never differs."""
    if not ours or not theirs:
        return False
    if name == "patient_name":
        return not _same_person(ours, theirs)
    if name == "member_id":
        a, b = (re.sub(r"[^0-9A-Z]", "", x.upper()) for x in (ours, theirs))
        return not (a.startswith(b) or b.startswith(a))  # a dependent's suffix (01, 02) is the same member
    return ours != theirs


def _same_person(ours: str, theirs: str) -> bool:
    """Compare first and last names, either one first, initials and middle names left aside."""
    a, b = _name(ours), _name(theirs)
    if not a or not b:
        return False
    turned = [b[1:] + b[:1]] if len(b) > 1 and "," not in theirs else []  # "WHELAN MARCUS T", without its comma
    return any(_agree(a, other) for other in (b, *turned))


def _agree(a: list[str], b: list[str]) -> bool:
    last = [word for word in b if len(word) > 1] or b
    if a[-1] != last[-1]:
        return False
    return a[0] == b[0] or (1 in {len(a[0]), len(b[0])} and a[0][0] == b[0][0])


def _name(text: str) -> list[str]:
    last, comma, first = text.partition(",")
    bare = unicodedata.normalize("NFKD", f"{first} {last}" if comma else text).encode("ascii", "ignore").decode()
    words = re.sub(r"[^\w\s-]", " ", bare.casefold()).split()
    return [word for word in words if word not in SUFFIXES]
