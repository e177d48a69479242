"""Put a copy of a desk back into a new folder."""

import argparse
from pathlib import Path

from wellfounded.cli import _passphrase


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the copy and the new folder."""
    parser.add_argument("source", type=Path, metavar="FILE")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--sealed", action="store_true", help="as an encrypted desk, by the passphrase of the copy")


def run(options: argparse.Namespace) -> int:
    """Ask for the passphrase where the copy has one, and put every file back, or none."""
    from wellfounded.clinic import sealing  # noqa: PLC0415 - only with the extra
    from wellfounded.clinic.place import Place  # noqa: PLC0415 - as above

    passphrase = _passphrase.asked("the copy") if sealing.is_sealed_copy(options.source) else ""

    def desk(root: Path) -> Place:
        if not options.sealed:
            return Place(root)
        own = passphrase or _passphrase.chosen("the new desk", "Type the same twice, or leave out --sealed.")
        return sealing.new(root, own)

    count = sealing.restore(options.source, options.folder.resolve(), passphrase, desk)
    print(f"Restored {count} files into {options.folder}. Open it with: wellfounded serve {options.folder}")
    return 0
