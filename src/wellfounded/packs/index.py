"""Packs as one compiled file a kind, so that loading is instant; made when the wheel is built, checked when read.

Reading all YAML takes most of a second without the C loader and some 200 ms with it; the compiled file takes 5 ms.
"""

import hashlib
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
    return _read(folder)


def build(root: Path, kind: str) -> Path:
    """Compile every pack of *kind* under *root* and give the file written."""
    compiled = root / f"{kind}{SUFFIX}"
    content = {"stamp": _stamp(root / kind), "packs": _read(root / kind)}
    compiled.write_bytes(msgspec.msgpack.encode(content, order="sorted"))
    return compiled


def _paths(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yaml")) if folder.is_dir() else []


def _stamp(folder: Path) -> str:
    whole = hashlib.blake2b()
    for path in _paths(folder):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def _read(folder: Path) -> dict[str, Any]:
    return {path.relative_to(folder).with_suffix("").as_posix(): _load(path) for path in _paths(folder)}


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
