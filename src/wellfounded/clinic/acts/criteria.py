"""Change how a policy was read, one change at a time, in the case's own packs; take the last change back."""

import hashlib
from dataclasses import replace
from pathlib import Path

from django.db import transaction

from wellfounded import criteria
from wellfounded.clinic import clock
from wellfounded.clinic.acts import cases
from wellfounded.clinic.acts.events import tell
from wellfounded.clinic.models import Matter, Person
from wellfounded.clinic.place import write
from wellfounded.errors import InputError
from wellfounded.model.criteria import Policy


def seen(policy: Policy) -> str:
    """Give a name for the criteria as they were shown: a form that was filled over others is refused."""
    return hashlib.sha256(criteria.to_pack(_own(policy)).encode()).hexdigest()[:16]


def change(matter: Matter, by: Person, old: Policy, new: Policy) -> None:
    """Keep *new* in place of *old*; what was before is kept, so that the change can be taken back."""
    before = _before(matter, old.source)
    path = pack(matter, old.source)
    number = len(list(before.glob("*.yaml"))) if before.is_dir() else 0
    write(before / f"{number:04}.yaml", path.read_bytes() if path.is_file() else b"")
    write(path, criteria.to_pack(_own(new)).encode())
    _settled(matter, by)


def undo(matter: Matter, by: Person, source: str) -> None:
    """Take the last change back; raises InputError where there is none."""
    held = sorted(_before(matter, source).glob("*.yaml")) if _before(matter, source).is_dir() else []
    if not held:
        raise InputError("there is no change to take back", hint="Open the page again.")
    text = held[-1].read_bytes()
    if text:
        write(pack(matter, source), text)
    else:
        pack(matter, source).unlink(missing_ok=True)
    held[-1].unlink()
    _settled(matter, by)


def changes(matter: Matter, source: str) -> int:
    """Count the changes that can be taken back."""
    before = _before(matter, source)
    return len(list(before.glob("*.yaml"))) if before.is_dir() else 0


def pack(matter: Matter, source: str) -> Path:
    """Give where the case keeps its own reading of a policy."""
    return cases.folder(matter) / "packs" / "policy" / "desk" / f"{source[:12]}.yaml"


def _before(matter: Matter, source: str) -> Path:
    return cases.folder(matter) / cases.ASIDE / "criteria" / source[:12]


def _own(policy: Policy) -> Policy:
    return replace(policy, id=policy.id.removesuffix("#continuation"))


def _settled(matter: Matter, by: Person) -> None:
    clock.place().settle(matter.token)
    with transaction.atomic():
        tell(matter, by, "criteria")
