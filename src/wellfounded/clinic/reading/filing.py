"""Put what was dropped where it belongs in the case folder: payer's letters, policies, chart."""

import shutil
from datetime import date
from pathlib import Path

from wellfounded import casefolder, read
from wellfounded.clinic.place import write
from wellfounded.errors import UnreadableDocument
from wellfounded.model.determination import Kind

INCOMING = ".incoming"  # beside the places that are read; a folder for each place, or "told" where the desk must tell
TOLD = {Kind.POLICY: "policy", Kind.CHART_NOTE: "chart"}
PAYERS = {
    Kind.DENIAL,
    Kind.PARTIAL_APPROVAL,
    Kind.APPROVAL,
    Kind.PEND,
    Kind.INFORMATION_REQUEST,
    Kind.EOB,
    Kind.TRANSITION_NOTICE,
}


def file(folder: Path, on: date, who: str) -> None:
    """File everything that waits in *folder*; a stop at any moment is taken up again by the next call.

    The first payer's letter of a folder without case.yaml fills that file, as *who*'s word. Raises what `make` raises.
    """
    waiting = [path for path in sorted((folder / INCOMING).rglob("*")) if path.is_file()]
    waiting = [path for path in waiting if not path.name.startswith(".")]
    placed = [(path, _place(path, alone=len(waiting) == 1)) for path in waiting]
    if not (folder / "case.yaml").is_file():
        letter = next((path for path, place in placed if place == "payer"), None)
        casefolder.make(folder, letter=letter, on=on, by=who)
    for path, place in placed:
        write(_free(folder / place, path.name, path.read_bytes()), path.read_bytes())
        path.unlink()
    shutil.rmtree(folder / INCOMING, ignore_errors=True)


def _place(path: Path, *, alone: bool) -> str:
    said = path.parent.name
    if said in casefolder.PLACES:
        return said
    try:
        kind = read.read(read.document(path.name, path.read_bytes())).kind
    except UnreadableDocument:
        kind = Kind.OTHER  # opening the case will say what is wrong with it, by its name
    if kind in PAYERS or (alone and kind not in TOLD):
        return "payer"
    return TOLD.get(kind, "chart")


def _free(folder: Path, name: str, data: bytes) -> Path:
    """Give the path to write to: the name itself, or the name with a number where another file has it."""
    path, number = folder / name, 1
    while path.is_file() and path.read_bytes() != data:
        number += 1
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    return path
