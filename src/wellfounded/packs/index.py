"""Packs as one compiled file a kind, so that loading is instant; made when the wheel is built, checked when read.

Reading all YAML takes most of a second without the C loader and some 200 ms with it; the compiled file takes 5 ms.
"""

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from wellfounded.errors import PackInvalid

SUFFIX = (
    ".index"  # <root>/<kind>.index, MessagePack: {"stamp": hash of every pack's name and bytes, "packs": {id: pack}}
)


@cache
def raw(root: Path, kind: str) -> dict[str, Any]:
    """Give every pack of *kind* under *root* as plain data, by id; empty where the folder does not exist.

    The compiled file is used only while no pack is changed, missing or added. Raises PackInvalid as path:line.
    """
    folder, compiled = root / kind, root / f"{kind}{SUFFIX}"
    if compiled.is_file():
        held: dict[str, Any] = msgspec.msgpack.decode(compiled.read_bytes())
        if held["stamp"] == _stamp(folder):
            packs: dict[str, Any] = held["packs"]
            return packs
    # As the compiled file would give them, names in order: which of the two was read must not show in any letter.
    ordered: dict[str, Any] = msgspec.msgpack.decode(msgspec.msgpack.encode(_read(folder), order="sorted"))
    return ordered


def build(root: Path, kind: str) -> Path:
    """Compile every pack of *kind* under *root* and give the file written."""
    compiled = root / f"{kind}{SUFFIX}"
    content = {"stamp": _stamp(root / kind), "packs": _read(root / kind)}
    compiled.write_bytes(msgspec.msgpack.encode(content, order="sorted"))
    return compiled


def _names(folder: Path) -> list[str]:
    """Give the packs of a folder, as `us/erisa.yaml`: texts, for eight hundred Paths cost as much as reading them."""
    top = len(str(folder)) + 1
    held = (os.path.join(place, name) for place, _, names in os.walk(folder) for name in names)  # noqa: PTH118 - as above
    return sorted(path[top:].replace(os.sep, "/") for path in held if path.endswith(".yaml"))


def _stamp(folder: Path) -> str:
    whole = hashlib.blake2b()
    for name in _names(folder):
        with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 - as above
            whole.update(name.encode() + b"\0" + file.read() + b"\0")
    return whole.hexdigest()


def _read(folder: Path) -> dict[str, Any]:
    return {name.removesuffix(".yaml"): _load(folder / name) for name in _names(folder)}


def _load(path: Path) -> dict[str, Any]:
    import yaml  # noqa: PLC0415 - 20 ms that the compiled file saves

    from wellfounded.packs import plain  # noqa: PLC0415 - as above

    try:
        pack = plain.load(path.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PackInvalid(f"{path}:{line}: {error.problem}") from error
    if not isinstance(pack, dict):
        raise PackInvalid(f"{path}:1: a pack is a mapping of names to values")
    return pack
