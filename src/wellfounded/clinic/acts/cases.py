"""Open a case, add papers to it, take them out, correct its facts, delete it."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from wellfounded import casefolder, criteria
from wellfounded.casefolder.amending import Plain
from wellfounded.clinic import clock
from wellfounded.clinic.acts.events import tell
from wellfounded.clinic.models import Access, Matter, Person
from wellfounded.clinic.place import safe_name, write
from wellfounded.clinic.reading.filing import INCOMING
from wellfounded.clinic.reading.keeper import KEEPER
from wellfounded.errors import InputError, WellfoundedError

Upload = tuple[str, Iterable[bytes]]  # a file's name and what it holds, in pieces
ASIDE = ".aside"  # papers taken out of a case; not read, not lost


def folder(matter: Matter) -> Path:
    """Give the case's folder."""
    return clock.place().case(matter.token)


def day(matter: Matter) -> date:
    """Give the day the case stands on: today, or a sample's own."""
    return matter.stands_on or clock.today()


def start(by: Person, uploads: Iterable[Upload] = (), *, asks: str = "") -> Matter:
    """Open a case with the files of *uploads*, or with none; *asks* names the letter wanted.

    The files are on the disk before the case is in the list, so that a case that is seen is whole.
    """
    token = clock.token()
    place = clock.place().case(token)
    try:
        names = [_incoming(place, "told", upload) for upload in uploads]
        if not names:
            casefolder.make(place, letter=None, on=clock.today(), by=by.name)
        if asks:
            casefolder.amend(place, {"asks": asks}, by=by.name, role=by.role, on=clock.today())
        clock.place().settle(token)
    except WellfoundedError:
        clock.place().drop(token)
        raise
    with transaction.atomic():
        matter = Matter.objects.create(token=token, opened=clock.now(), language=by.language)
        Access.objects.create(matter=matter, person=by)
        tell(matter, by, "opened", files=len(names))
    return matter


def add(matter: Matter, by: Person, uploads: Iterable[Upload], place: str) -> int:
    """Add files to *place* (payer, policy, chart, or "told": the desk tells by reading) and give how many."""
    if place not in {*casefolder.PLACES, "told"}:
        raise InputError(f"a case has no place {place}", hint=f"Choose one of {', '.join(casefolder.PLACES)}.")
    names = [_incoming(folder(matter), place, upload) for upload in uploads]
    if not names:
        raise InputError("no file came with it", hint="Choose a file, or drop one on the page.")
    clock.place().settle(matter.token)
    with transaction.atomic():
        tell(matter, by, "added", files=len(names), place=place)
    return len(names)


def move(matter: Matter, by: Person, path: str, place: str) -> None:
    """Put one paper of the case into another place, or take it out (`aside`); it is kept either way."""
    if place not in {*casefolder.PLACES, "aside"}:
        raise InputError(f"a case has no place {place}", hint=f"Choose one of {', '.join(casefolder.PLACES)}.")
    root = folder(matter)
    source = (root / path).resolve()
    if not any(source.is_relative_to((root / each).resolve()) for each in casefolder.PLACES) or not source.is_file():
        raise InputError("that paper is not in the case any more", hint="Open the page again.")
    write(root / (ASIDE if place == "aside" else place) / source.name, source.read_bytes())
    source.unlink()
    clock.place().settle(matter.token)
    with transaction.atomic():
        tell(matter, by, "moved", place=place)


def correct(matter: Matter, by: Person, changes: Mapping[str, Plain]) -> None:
    """Set values of case.yaml as *by*'s word. Raises InputError where the case cannot hold one."""
    _amend(matter, changes, by)
    with transaction.atomic():
        tell(matter, by, "corrected", fields=", ".join(changes))


def own_words(matter: Matter, by: Person, part: str, text: str, name: str) -> None:
    """Add a clinician's own paragraph: it stands in the letter word for word, as *name*'s."""
    words = text.strip()
    if not words or not name.strip():
        raise InputError("a paragraph has words, and a person whose they are", hint="Fill in both.")
    held = list(casefolder.entered(folder(matter)).get("paragraphs") or [])
    held.append({"part": part, "by": name.strip(), "text": words, "on": day(matter)})
    _amend(matter, {"paragraphs": held}, by)
    with transaction.atomic():
        tell(matter, by, "words")


def reword_own(matter: Matter, by: Person, was: str, now: str) -> None:
    """Let a clinician's own paragraph in the case read as the letter has it now; one left out there leaves the case."""
    held = _paragraphs(matter)
    at = _place_of(held, was)
    if at is None or _flat(was) == _flat(now):
        return
    if now.strip():
        held[at] = {**held[at], "text": now.strip()}
    else:
        del held[at]
    _amend(matter, {"paragraphs": held}, by)


def own_entry(matter: Matter, words: str) -> dict[str, object]:
    """Give a clinician's own paragraph as the case holds it, with its place (`at`); empty where it holds none."""
    held = _paragraphs(matter)
    at = _place_of(held, words)
    if at is None:
        return {}
    return {"at": at} | {name: str(value) for name, value in held[at].items() if value is not None}


def put_back(matter: Matter, by: Person, own: Mapping[str, object]) -> None:
    """Let the case hold again, in its place, a paragraph that `own_entry` gave and that was taken out."""
    held = _paragraphs(matter)
    entry = {name: value for name, value in own.items() if name != "at"}
    if not entry or _place_of(held, str(entry.get("text", ""))) is not None:
        return
    if "on" in entry:
        entry["on"] = date.fromisoformat(str(entry["on"]))
    held.insert(int(str(own.get("at", len(held)))), entry)
    _amend(matter, {"paragraphs": held}, by)


def edit_criteria(matter: Matter, by: Person, text: str, source: str) -> None:
    """Keep the criteria of the policy *source* as a person edited them, in the case's own packs; raises PackInvalid."""
    policy = criteria.from_pack(text)
    if policy.source != source or policy.root is None:
        raise InputError("the criteria are not those of this policy", hint="Leave the line `source` as it was.")
    write(folder(matter) / "packs" / "policy" / "desk" / f"{source[:12]}.yaml", text.encode())
    clock.place().settle(matter.token)
    with transaction.atomic():
        tell(matter, by, "criteria")


def attest(matter: Matter, by: Person, says: str, *, name: str = "", role: str = "") -> None:
    """Add a person's word for what no document shows; *name* and *role* where it is another person's."""
    words = " ".join(says.split())
    if not words:
        raise InputError("an attestation says something", hint="Write it as one sentence.")
    held = list(casefolder.entered(folder(matter)).get("attestations") or [])
    held.append({"says": words, "by": name or by.name, "role": role or by.role, "on": day(matter)})
    _amend(matter, {"attestations": held}, by)
    with transaction.atomic():
        tell(matter, by, "attested", n=len(held))


def delete(matter: Matter) -> None:
    """Delete the case: its rows first, so that none points at nothing, then its folder and its sent packets."""
    token, place = matter.token, clock.place()
    packets = [sending.packet for sending in matter.sending_set.all()]
    with transaction.atomic():
        matter.sending_set.all().delete()
        matter.delete()
    KEEPER.forget(place.case(token))
    place.drop(token)
    for packet in packets:
        place.discard(packet)
        for path in place.fax.rglob(f"{packet[:24]}-*"):
            path.unlink(missing_ok=True)


def _paragraphs(matter: Matter) -> list[dict[str, Any]]:
    return list(casefolder.entered(folder(matter)).get("paragraphs") or [])


def _place_of(held: list[dict[str, Any]], words: str) -> int | None:
    wanted = _flat(words)  # an entry that names a file has no text, and is none of no words
    return next((n for n, each in enumerate(held) if wanted and _flat(str(each.get("text", ""))) == wanted), None)


def _flat(text: str) -> str:
    plain = text.translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'})
    return " ".join(plain.split())


def _amend(matter: Matter, changes: Mapping[str, Plain], by: Person) -> None:
    casefolder.amend(folder(matter), changes, by=by.name, role=by.role, on=day(matter))
    clock.place().settle(matter.token)


def _incoming(place: Path, into: str, upload: Upload) -> str:
    name, pieces = upload
    path = place / INCOMING / into / safe_name(name)
    write(path, pieces)
    if not path.stat().st_size:
        path.unlink()
        raise InputError("the file is empty", hint="Fetch or scan it again.")
    return name
