"""The cases that a new desk holds to try: invented people, each standing on its own day."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from wellfounded.clinic import bundled, clock
from wellfounded.clinic.acts import cases
from wellfounded.clinic.acts.events import tell
from wellfounded.clinic.models import Access, Matter, Person
from wellfounded.clinic.reading.keeper import fingerprint

DAYS = {
    "tms": date(2026, 3, 20),
    "psoriasis": date(2026, 5, 4),
    "oxygen": date(2026, 6, 15),
    "botox-migraine": date(2026, 5, 18),
}


def fill(by: Person) -> int:
    """Copy each sample into the desk as a case of *by*; gives how many were new. A desk is filled once."""
    source = bundled.root()
    if source is None:
        return 0
    made = 0
    for name, day in DAYS.items():
        if (source / name).is_dir() and not Matter.objects.filter(sample=slugify(name)).exists():
            _copy(source / name, name, day, by)
            made += 1
    return made


def remove(by: Person) -> int:
    """Delete every sample of *by* and give how many there were; `fill` brings them again."""
    held = list(Matter.objects.filter(access__person=by).exclude(sample=""))
    for matter in held:
        cases.delete(matter)
    return len(held)


def stale(by: Person) -> Iterator[Matter]:
    """Give the cases whose digest is not of the folder as it stands; of an encrypted desk those that have none."""
    held = Matter.objects.filter(access__person=by)
    for matter in held.filter(walked="") if clock.place().sealed else held:
        folder = clock.place().case(matter.token)
        if folder.is_dir() and fingerprint(folder, matter.stands_on or clock.today()) != matter.walked:
            yield matter


def _copy(source: Path, name: str, day: date, by: Person) -> None:
    token = clock.token()
    shutil.copytree(source, clock.place().case(token), dirs_exist_ok=True)
    clock.place().settle(token)
    with transaction.atomic():
        matter = Matter.objects.create(token=token, opened=clock.now(), stands_on=day, sample=slugify(name))
        Access.objects.create(matter=matter, person=by)
        tell(matter, by, "sample")
