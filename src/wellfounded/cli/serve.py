"""Serve the desk: a web application on this computer alone, from a denial to a signed packet."""

import argparse
import webbrowser
from importlib.util import find_spec
from pathlib import Path

from wellfounded.cli._terminal import day
from wellfounded.errors import InputError


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the desk's folder, the port, and whether to open a browser."""
    parser.add_argument("folder", type=Path, nargs="?", default=Path.home() / "Wellfounded", metavar="DIR")
    parser.add_argument("--port", type=int, default=8741, help="on 127.0.0.1 (8741)")
    parser.add_argument("--on", type=day, metavar="DATE", help="the day to stand on (each day as it comes)")
    parser.add_argument("--no-browser", action="store_true", help="print the address and open nothing")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C; everything the desk keeps is in DIR."""
    if find_spec("django") is None:
        raise InputError("the desk is not installed", hint="Install it with: pip install 'wellfounded[clinic]'")
    from wellfounded.clinic import serving  # noqa: PLC0415 - only with the extra
    from wellfounded.clinic.place import Place  # noqa: PLC0415 - as above

    def told(address: str) -> None:
        print(
            f"The desk is open at {address}\n  Everything it keeps is in {options.folder}. Ctrl-C closes it.",
            flush=True,
        )
        if not options.no_browser:
            webbrowser.open(address)

    return serving.serve(Place(options.folder.resolve()), options.port, on=options.on, told=told)
