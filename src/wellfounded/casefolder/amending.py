"""Change values of case.yaml: each change is a named person's word, and the file is written whole or not at all."""

import contextlib
import os
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from wellfounded.casefolder.shape import parse, refuse_future
from wellfounded.casefolder.taken import still
from wellfounded.errors import InputError, StorageError

Plain = str | int | float | bool | list[Any] | dict[str, Any] | None


def entered(folder: Path) -> dict[str, Any]:
    """Give what case.yaml of *folder* holds, as plain data; raises InputError where it cannot be used."""
    from wellfounded.packs import plain  # noqa: PLC0415 - 20 ms that commands without a case folder save

    parse(folder / "case.yaml")
    path = folder / "case.yaml"
    return dict(plain.load(path.read_bytes()) or {}) if path.is_file() else {}


def amend(folder: Path, changes: Mapping[str, Plain], *, by: str, role: str, on: date) -> None:
    """Set each value of *changes* in case.yaml, named by its way (`patient.name`), as the word of *by* on the day *on*.

    A value of None, or empty, takes the field out. The values of lists (`services`, `attestations`) are set whole.
    Comments of the file are not kept. Raises InputError where the file would not be a case's, and StorageError where
    the disk refuses; the file is then as it was.
    """
    held = entered(folder)
    who: dict[str, Any] = dict(held.get("entered") or {"by": by, "role": role, "on": on})
    fields: dict[str, Any] = dict(who.get("fields") or {})
    taken = still(who.get("read") or (), held, changes)
    who = {name: each for name, each in who.items() if name != "read"} | ({"read": taken} if taken else {})
    for way, value in changes.items():
        _set(held, way.split("."), value)
        fields[way] = {"by": by, "role": role, "on": on}
    held = {"entered": who | {"fields": fields}} | {name: part for name, part in held.items() if name != "entered"}
    _write(folder, held, on, changes)


def _set(held: dict[str, Any], way: list[str], value: Plain) -> None:
    inner = held
    for name in way[:-1]:
        if not isinstance(inner.get(name), dict):
            inner[name] = {}
        inner = inner[name]
    if value in (None, "", [], {}):
        inner.pop(way[-1], None)
    else:
        inner[way[-1]] = value


def _write(folder: Path, held: dict[str, Any], on: date, changed: Collection[str]) -> None:
    import yaml  # noqa: PLC0415 - 20 ms that commands without a case folder save

    target, aside = folder / "case.yaml", folder / ".case.yaml.partial"
    try:
        with aside.open("wb") as out:
            out.write(yaml.safe_dump(held, sort_keys=False, allow_unicode=True, width=120).encode())
            out.flush()
            os.fsync(out.fileno())
        refuse_future(parse(aside), on, hint="Give the day it really was.", among=changed)
        aside.replace(target)
    except InputError as error:
        raise InputError(str(error).replace(aside.name, target.name), hint=error.hint) from None
    except OSError as error:
        raise StorageError(f"{target}: {error.strerror}", hint="Make room on the disk, then try again.") from error
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
