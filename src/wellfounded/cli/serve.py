"""Serve the desk: a web application on this computer alone, from a denial to a signed packet."""

import argparse
import sys
import webbrowser
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from wellfounded.cli import _passphrase
from wellfounded.cli._terminal import day
from wellfounded.errors import InputError

if TYPE_CHECKING:
    from wellfounded.clinic.place import Place


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the desk's folder, the port, and whether to open a browser."""
    parser.add_argument("folder", type=Path, nargs="?", default=Path.home() / "Wellfounded", metavar="DIR")
    parser.add_argument("--port", type=int, default=8741, help="on 127.0.0.1 (8741)")
    parser.add_argument("--on", type=day, metavar="DATE", help="the day to stand on (each day as it comes)")
    parser.add_argument("--sealed", action="store_true", help="make a new desk an encrypted one, by a passphrase")
    parser.add_argument("--no-browser", action="store_true", help="print the address and open nothing")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C; everything the desk keeps is in DIR."""
    if find_spec("django") is None:
        raise InputError("the desk is not installed", hint="Install it with: pip install 'wellfounded[clinic]'")
    from wellfounded.clinic import serving  # noqa: PLC0415 - only with the extra

    place = _place(options.folder.resolve(), sealed=options.sealed)

    def told(address: str) -> None:
        print(
            f"The desk is open at {address}\n  Everything it keeps is in {options.folder}. Ctrl-C closes it.",
            flush=True,
        )
        if not options.no_browser:
            webbrowser.open(address)

    return serving.serve(place, options.port, on=options.on, told=told)


def _place(root: Path, *, sealed: bool) -> "Place":
    """Give the desk in *root*, unlocked where it is encrypted; a new one encrypted where that is wanted."""
    from wellfounded.clinic import sealing  # noqa: PLC0415 - only with the extra
    from wellfounded.clinic.place import Place  # noqa: PLC0415 - as above

    if sealing.is_sealed_desk(root):
        place: Place = sealing.unlocked(root, _passphrase.asked("the desk"), serving=True)
    elif not sealed:
        return Place(root)
    elif Place(root).database.exists():
        raise InputError(
            f"{root} holds a desk that is not encrypted",
            hint="Copy it with `wellfounded backup`, then `wellfounded restore --sealed` into a new folder.",
        )
    else:
        place = sealing.new(root, _passphrase.chosen("the new desk", "Type the same twice."), serving=True)
    print(f"Papers you work on lie open in {place.scratch()} until the desk is closed.", file=sys.stderr)
    return place
