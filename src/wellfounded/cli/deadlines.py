"""Say who must act by when, under which rule."""

import argparse
from pathlib import Path

from wellfounded import casefolder, law
from wellfounded.cli import _report
from wellfounded.cli._terminal import library, print_json, takes_json, takes_on, takes_packs
from wellfounded.law.json import as_json


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the case folder and the day."""
    parser.add_argument("folder", type=Path, metavar="CASE")
    takes_on(parser)
    takes_packs(parser)
    takes_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print every deadline, ours and the payer's, the earliest first."""
    packs = library(options, options.folder)
    case = casefolder.open_case(options.folder, options.on)
    found = law.deadlines(case, options.on, packs)
    if options.json:
        print_json(as_json(found))
        return 0
    print("\n".join(_report.deadline_table(found, law.questions(case), options.on)))
    return 0
