"""Write a copy of a desk to one file, sealed by a passphrase unless told otherwise."""

import argparse
import contextlib
from pathlib import Path

from wellfounded.cli import _passphrase


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the desk's folder and the file to write."""
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("target", type=Path, metavar="FILE")
    parser.add_argument("--plain", action="store_true", help="an ordinary zip, which anyone can read")


def run(options: argparse.Namespace) -> int:
    """Ask for the passphrase, write the copy, and say how large it is; the desk may be in use meanwhile.

    The copy of an encrypted desk has the desk's own passphrase.
    """
    from wellfounded.clinic import sealing  # noqa: PLC0415 - only with the extra
    from wellfounded.clinic.place import Place  # noqa: PLC0415 - as above

    root, passphrase = options.folder.resolve(), ""
    if sealing.is_sealed_desk(root):
        passphrase = _passphrase.asked("the desk, and of the copy")
        place: Place = sealing.unlocked(root, passphrase)
    else:
        place = Place(root)
        if not options.plain:
            passphrase = _passphrase.chosen("the copy", "Type the same twice, or give --plain.")
    with contextlib.closing(place):
        size = sealing.backup(place, options.target, "" if options.plain else passphrase)
    print(f"Written to {options.target}: {size:,} bytes")
    return 0
