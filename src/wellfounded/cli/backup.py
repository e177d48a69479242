"""Write a copy of a desk to one file, sealed by a passphrase unless told otherwise."""

import argparse
import getpass
from pathlib import Path

from wellfounded.errors import InputError


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the desk's folder and the file to write."""
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("target", type=Path, metavar="FILE")
    parser.add_argument("--plain", action="store_true", help="an ordinary zip, which anyone can read")


def run(options: argparse.Namespace) -> int:
    """Ask for the passphrase twice, write the copy, and say how large it is; the desk may be in use meanwhile."""
    from wellfounded.clinic import sealing  # noqa: PLC0415 - only with the extra
    from wellfounded.clinic.place import Place  # noqa: PLC0415 - as above

    passphrase = ""
    if not options.plain:
        passphrase = getpass.getpass("Passphrase of the copy: ")
        if not passphrase or passphrase != getpass.getpass("Again: "):
            raise InputError("no passphrase, or two different ones", hint="Repeat it, or give --plain.")
    size = sealing.backup(Place(options.folder.resolve()), options.target, passphrase)
    print(f"Written to {options.target}: {size:,} bytes")
    return 0
