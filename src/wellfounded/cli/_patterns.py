"""What the house's patterns compile to, kept in one file: Python keeps compiled modules, and no compiled patterns.

The house has some 1,900 patterns. To compile them takes 0.8 s of a run, to read them back 0.03 s
(docs/decisions/0007-patterns-compile-once.md). Only patterns that modules compile while they are imported are kept,
so that no word of a case can be among them.
"""

import _sre  # type: ignore[import-not-found]  # private, and untyped
import gc
import pkgutil
import re
import sys
from array import array
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from wellfounded.wire.caseless import Caseless

KEPT = Path(__file__).with_name("patterns.index")
# Code of one interpreter means nothing to another; MAGIC is the version of the engine that runs it.
STAMP = f"{sys.implementation.cache_tag} {sys.version} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"

Compiler: Any = re._compiler  # type: ignore[attr-defined]  # noqa: SLF001 - the one way in; where it is gone, see `use`


class Code(NamedTuple):
    """One compiled pattern: the arguments `_sre.compile` takes, the code as machine words."""

    pattern: str
    asked: int  # flags as given
    flags: int
    code: bytes
    groups: int
    names: dict[str, int]
    places: tuple[str | None, ...]


class Table(msgspec.Struct):
    """The file: which interpreter wrote it, and its patterns."""

    stamp: str
    codes: list[Code]


def use() -> None:
    """From here on take patterns of the file ready made; where there is none for this interpreter, do nothing."""
    try:
        held = msgspec.msgpack.decode(KEPT.read_bytes(), type=Table)
    except (OSError, msgspec.DecodeError):
        return
    if held.stamp != STAMP:
        return
    kept = {(code.pattern, code.asked): code for code in held.codes}
    slow = Compiler.compile

    def ready(pattern: Any, flags: int = 0) -> Any:  # noqa: ANN401 - as Python's own, whose types these are
        found = kept.get((pattern, int(flags))) if isinstance(pattern, str) else None
        if found is None:
            return slow(pattern, flags)
        words = array("I", found.code).tolist()
        return _sre.compile(pattern, found.flags, words, found.groups, found.names, found.places)

    Compiler.compile = ready


def build(package: str = "wellfounded") -> Path:
    """Import every module of *package* and keep what its patterns compile to; call it in a process of its own."""
    made: dict[tuple[str, int], Code] = {}
    asked: list[int] = []
    slow, engine = Compiler.compile, Compiler._sre.compile  # noqa: SLF001 - as above

    def outer(pattern: Any, flags: int = 0) -> Any:  # noqa: ANN401 - as above
        asked.append(int(flags))
        return slow(pattern, flags)

    def inner(pattern: Any, flags: int, words: list[int], *rest: Any) -> Any:  # noqa: ANN401 - as above
        if isinstance(pattern, str):
            made[pattern, asked[-1]] = Code(pattern, asked[-1], flags, array("I", words).tobytes(), *rest)
        return engine(pattern, flags, words, *rest)

    others = {id(each) for each in gc.get_objects() if type(each) is Caseless}  # made before, by who else runs here
    Compiler.compile, _sre.compile = outer, inner
    try:
        _import(package)
        for each in gc.get_objects():
            if type(each) is Caseless and id(each) not in others:
                _ = each.whole  # compiled with its first match, which no import makes
    finally:
        Compiler.compile, _sre.compile = slow, engine
    KEPT.write_bytes(msgspec.msgpack.encode(Table(STAMP, list(made.values()))))
    return KEPT


def _import(package: str) -> None:
    """Import every module of *package* but the clinic's, which no command runs and which Django must be set up for."""
    for found in pkgutil.iter_modules(import_module(package).__path__, f"{package}."):
        if not found.name.endswith((".__main__", ".clinic")):
            with suppress(ImportError):  # of an extra that is not installed
                (_import if found.ispkg else import_module)(found.name)
