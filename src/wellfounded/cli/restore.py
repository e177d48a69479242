"""Put a copy of a desk back into a new folder."""

import argparse
import getpass
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the copy and the new folder."""
    parser.add_argument("source", type=Path, metavar="FILE")
    parser.add_argument("folder", type=Path, metavar="DIR")


def run(options: argparse.Namespace) -> int:
    """Ask for the passphrase where the copy has one, and put every file back, or none."""
    from wellfounded.clinic import sealing  # noqa: PLC0415 - only with the extra
    from wellfounded.clinic.place import Place  # noqa: PLC0415 - as above

    passphrase = getpass.getpass("Passphrase of the copy: ") if sealing.is_sealed(options.source) else ""
    count = sealing.restore(options.source, Place(options.folder.resolve()), passphrase)
    print(f"Restored {count} files into {options.folder}. Open it with: wellfounded serve {options.folder}")
    return 0
