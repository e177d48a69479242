"""Put what was dropped where it belongs in the case folder: payer's letters, policies, chart."""

import filecmp
from datetime import date
from pathlib import Path

from wellfounded import casefolder, read
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
    new = not (folder / "case.yaml").is_file()
    placed = [(path, _place(path, alone=new and len(waiting) == 1)) for path in waiting]
    if new:
        letter = next((path for path, place in placed if place == "payer"), None)
        try:
            casefolder.make(folder, letter=letter, on=on, by=who)
        except UnreadableDocument:  # opening the case says what is wrong with it; it can be taken out there
            casefolder.make(folder, letter=None, on=on, by=who)
    for path, place in placed:
        target = _free(folder / place, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)


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


def _free(folder: Path, path: Path) -> Path:
    """Give the path to move to: the name itself, or the name with a number where another file has it."""
    target, number = folder / path.name, 1
    while target.is_file() and not filecmp.cmp(target, path, shallow=False):
        number += 1
        target = folder / f"{path.stem} ({number}){path.suffix}"
    return target
