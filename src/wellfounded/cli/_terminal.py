"""What the commands share at the edge: arguments, the clock, JSON out and files written whole."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from wellfounded.errors import InputError, StorageError
from wellfounded.model.document import Document
from wellfounded.packs import Library, shipped


def day(text: str) -> date:
    """Read an ISO 8601 day for argparse; raises ArgumentTypeError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day as YYYY-MM-DD") from None


def takes_on(parser: argparse.ArgumentParser) -> None:
    """Add --on: the day the command stands on; the one place where today comes in."""
    parser.add_argument("--on", type=day, default=date.today(), metavar="DATE", help="the day to stand on (today)")


def takes_packs(parser: argparse.ArgumentParser) -> None:
    """Add --packs: a clinic's own packs, which win over those that ship."""
    parser.add_argument("--packs", type=Path, metavar="DIR", help="a folder of your own packs; they win")


def takes_json(parser: argparse.ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help="print one JSON value")


def library(options: argparse.Namespace, case: Path | None = None) -> Library:
    """Give the packs: those that ship, then the case folder's, then --packs."""
    own = [root for root in (case / "packs" if case else None, options.packs) if root is not None]
    return shipped().over(*own)


def print_json(value: object) -> None:
    """Print one JSON value, keys in the order given, two spaces in, in UTF-8 whatever the terminal."""
    import msgspec  # noqa: PLC0415 - not every command prints JSON

    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
    sys.stdout.flush()


def with_paths(value: Any, documents: Iterable[Document]) -> Any:  # noqa: ANN401 - plain data has no narrower name
    """Give plain data with each quote's source named by its file's path instead of its hash."""
    paths = {document.source.id: document.source.path for document in documents}

    def walk(held: Any) -> Any:  # noqa: ANN401 - as above
        if isinstance(held, dict):
            return {k: paths.get(v, v) if k == "source" else walk(v) for k, v in held.items()}
        return [walk(part) for part in held] if isinstance(held, list | tuple) else held

    return walk(value)


def contents(path: Path) -> bytes:
    """Read a file named on the command line, or one inside it (`mail.eml/denial.pdf`); raises InputError naming it."""
    if any(0xD800 <= ord(sign) <= 0xDFFF for sign in str(path)):
        raise InputError(f"{path}: the name of the file is not text in UTF-8", hint="Give it another name.")
    try:
        return _attached(path) or path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", hint="Check the name of the file.") from error


def _attached(path: Path) -> bytes:
    holder = next((parent for parent in path.parents if parent.is_file()), None)
    if holder is None:
        return b""
    from wellfounded import read  # noqa: PLC0415 - only where a file lies inside another

    return read.attached(holder.read_bytes(), path.relative_to(holder).as_posix())


def write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write *files* into *folder* so that each is there whole or not at all; raises StorageError.

    Everything is written beside the folder first: a full disk or an interrupt leaves what was there before.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".partial-") as aside:
            for name, data in files.items():
                with (Path(aside) / name).open("wb") as out:
                    out.write(data)
                    out.flush()
                    os.fsync(out.fileno())
            for name in files:
                (Path(aside) / name).replace(folder / name)
    except OSError as error:
        raise StorageError(f"{folder}: {error.strerror}", hint="Choose another --out, or make room.") from error
