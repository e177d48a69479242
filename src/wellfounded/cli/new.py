"""Make a case folder, empty or filled with what a payer's letter says."""

import argparse
import getpass
from pathlib import Path

from wellfounded import casefolder
from wellfounded.cli._terminal import takes_on


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder and the letter."""
    parser.add_argument("folder", type=Path)
    parser.add_argument("--from", dest="letter", type=Path, metavar="LETTER", help="fill case.yaml from this letter")
    parser.add_argument("--by", default="", metavar="NAME", help="who enters the values (you)")
    takes_on(parser)


def run(options: argparse.Namespace) -> int:
    """Make the folder and say what was filled in and what is still to come."""
    by = options.by or getpass.getuser()
    target, reading = casefolder.make(options.folder, letter=options.letter, on=options.on, by=by)
    print(f"{target}")
    if reading is not None:
        print(
            f"  the letter is a {reading.kind.value.replace('_', ' ')}; {len(reading.fields)} values were read from it"
        )
    print("  next: put the plan's policy into policy/ and the notes into chart/, then")
    print(f"  wellfounded run {options.folder} --out out")
    return 0
