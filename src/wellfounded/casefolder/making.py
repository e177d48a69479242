"""Make a case folder: empty, or filled with what a payer's letter says."""

from datetime import date
from pathlib import Path

from wellfounded import read
from wellfounded.casefolder import taken
from wellfounded.casefolder.opening import PLACES
from wellfounded.errors import InputError, StorageError
from wellfounded.model.coding import Coding
from wellfounded.model.determination import Kind, Reading

# (part, field of case.yaml, name in the reading)
FILLED = tuple((*way.split(".", 1), name) for way, name in taken.FILLED.items())

HEAD = """\
# One case: what a person knows that no document here says better. Leave out what you do not know.
# Every field, with an example: docs/reference/case-folder.md
entered: {{by: {by}, role: {role}, on: {on}{read}}}
"""

EMPTY = """\
# asks: appeal            # or prior_authorization, criteria_request; left out, it is decided from what is here
# practitioner:           # the clinician who recommends the service and signs
#   name:
#   credentials:
#   specialty:
#   board_certification:
#   npi: ""
#   licence: {number: "", state: ""}
#   phone:
#   fax:
# practice: {name: , address: [], phone: , fax: , logo: logo.svg, colour: "#1f3a5f"}
# received: {denial: 2026-01-31}    # the day the letter arrived: the clock starts then; an hour: 2026-01-31T14:30-05:00
# requested: 2026-01-10             # the day the plan had the request: its own clock starts then
# amounts: {billed: 4200, allowed: 3000, paid: 0, patient: 3000, cost_share: 500}    # of the statement of benefits
# paragraphs:
#   - {part: rationale, by: , text: ""}
"""


def make(folder: Path, *, letter: Path | None, on: date, by: str) -> tuple[Path, Reading | None]:
    """Make *folder* with payer/, policy/, chart/ and a case.yaml that holds what *letter* states; copy the letter in.

    Gives the path of case.yaml and what was read. Raises InputError where the folder already holds a case.
    """
    target = folder / "case.yaml"
    if target.exists():
        raise InputError(f"{target} exists already", hint="Choose another folder, or add files to that one.")
    data = _bytes(letter) if letter is not None else b""
    reading = _read(letter.name, data) if letter is not None else None
    try:
        for place in PLACES:
            (folder / place).mkdir(parents=True, exist_ok=True)
        if letter is not None:
            (folder / "payer" / letter.name).write_bytes(data)
        aside = folder / ".case.yaml.partial"
        aside.write_text(_text(reading, on, by), encoding="utf-8")
        aside.replace(target)  # whole or not at all: half a case.yaml would be taken for the case's own
    except OSError as error:
        raise StorageError(f"{folder}: {error.strerror}", hint="Choose a folder you may write to.") from error
    return target, reading


def _read(name: str, data: bytes) -> Reading:
    """Read a letter, or where a message only carries it, the first attached file that is one."""
    readings = [read.read(document) for document in read.every(name, data)]
    return next((reading for reading in readings if reading.kind is not Kind.OTHER), readings[0])


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", hint="Check the name of the file.") from error


def _text(reading: Reading | None, on: date, by: str) -> str:
    read_there = ", ".join(f'"{way}"' for way in _taken(reading)) if reading is not None else ""
    lines = [HEAD.format(by=_word(by), role="staff", on=on, read=f", read: [{read_there}]" if read_there else "")]
    if reading is not None:
        for part in dict.fromkeys(part for part, _, _ in FILLED):
            held = [(name, reading.text(field)) for p, name, field in FILLED if p == part and reading.text(field)]
            if held:
                lines += [f"{part}:\n", *(f"  {name}: {_word(value)}\n" for name, value in held)]
        lines += _services(reading) + _diagnoses(reading)
    return "".join([*lines, EMPTY])


def _taken(reading: Reading) -> list[str]:
    """Give the way of each value that the letter fills."""
    out = [f"{part}.{name}" for part, name, field in FILLED if reading.text(field)]
    out += [taken.SERVICE.format(n) for n in range(len(_services(reading)) - 1)]
    return out + [taken.DIAGNOSIS.format(n) for n in range(len(_diagnoses(reading)) - 1)]


def _services(reading: Reading) -> list[str]:
    described = reading.text("service")
    if not described:
        return []
    codes = [f.value for f in reading.all("code") if isinstance(f.value, Coding) and f.value.system in {"cpt", "hcpcs"}]
    coded = [f", system: {code.system}, code: {_word(code.code)}" for code in codes] or [""]
    return ["services:\n", *(f"  - {{description: {_word(described)}{code}}}\n" for code in coded)]


def _diagnoses(reading: Reading) -> list[str]:
    codes = [f.value for f in reading.all("code") if isinstance(f.value, Coding) and f.value.system == "icd10cm"]
    if not codes:
        return []
    return ["diagnoses:\n", *(f"  - {{code: {code.code}}}\n" for code in codes)]


def _word(value: str) -> str:
    """Quote as YAML does a double-quoted scalar, unless the word is plain."""
    if value.replace(" ", "").replace("-", "").isalnum() and not value[0].isdigit():
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
