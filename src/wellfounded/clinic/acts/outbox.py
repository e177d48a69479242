"""The folder a fax program watches: a job is handed over once, by one rename, whatever moment the power is cut at."""

import hashlib
from pathlib import Path

from wellfounded.clinic import clock
from wellfounded.clinic.models import Sending
from wellfounded.clinic.place import write

WAITING = ".waiting"  # numbers of jobs that are not handed over yet; the number's file is what a fax program acts on


def job(packet: str, address: str) -> str:
    """Give the name of a job: one packet to one number."""
    return f"{packet[:24]}-{hashlib.sha256(address.encode()).hexdigest()[:8]}"


def stage(name: str, body: bytes, address: str) -> None:
    """Lay a job ready without handing it over; raises StorageError."""
    fax = clock.place().fax
    write(fax / f"{name}.pdf", body)
    write(fax / WAITING / f"{name}.to", f"{address}\n".encode())


def hand_over(name: str) -> None:
    """Hand a job that is ready to the fax program; one that was handed over before is not again."""
    fax = clock.place().fax
    try:
        (fax / WAITING / f"{name}.to").rename(fax / f"{name}.to")
    except FileNotFoundError:
        return


def recover() -> None:
    """After a stop: hand over what was promised and only that. A number that still waits was never handed over."""
    promised = {job(each.packet, each.address) for each in Sending.objects.filter(means="fax")}
    for path in sorted((clock.place().fax / WAITING).glob("*.to")):
        if path.stem in promised:
            hand_over(path.stem)
        else:
            take_away(path.stem)


def report(name: str) -> tuple[str, str] | None:
    """Give what the fax program left of a job, as a state and its words; None before it did."""
    for suffix, state in ((".sent", "confirmed"), (".failed", "refused")):
        told = clock.place().fax / f"{name}{suffix}"
        if told.is_file():
            return state, told.read_text(encoding="utf-8", errors="replace").strip()[:200] or told.name
    return None


def take_away(name: str) -> None:
    """Take the open copy of a job out of the folder; the fax program's report stays."""
    for path in _files(name):
        path.unlink(missing_ok=True)


def _files(name: str) -> tuple[Path, ...]:
    fax = clock.place().fax
    return fax / f"{name}.pdf", fax / f"{name}.to", fax / WAITING / f"{name}.to"
