"""Say who must act by when, under which rule."""

import argparse
import sys
from pathlib import Path

from wellfounded import casefolder, law
from wellfounded.cli._law import deadline_table, provision_list, stake_list, step_list
from wellfounded.cli._terminal import library, print_json, takes_json, takes_on, takes_packs
from wellfounded.law.json import as_json


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the case folder, the day and the form."""
    parser.add_argument("folder", type=Path, metavar="CASE")
    takes_on(parser)
    takes_packs(parser)
    takes_json(parser)
    parser.add_argument("--ics", action="store_true", help="print our own days as an iCalendar file")


def run(options: argparse.Namespace) -> int:
    """Print every deadline, ours and the payer's, the earliest first, and the steps open to us."""
    packs = library(options, options.folder)
    case = casefolder.open_case(options.folder, options.on)
    found = law.deadlines(case, options.on, packs)
    if options.json:
        print_json(as_json(found))
        return 0
    if options.ics:
        sys.stdout.buffer.write(law.as_ics(found, case.id, options.on).encode())
        return 0
    steps = law.routes(case, found, law.rights(case, options.on, packs), options.on, packs)
    parts = (
        ("", deadline_table(found, law.limits(case, options.on, packs), law.questions(case), options.on)),
        ("Next steps, the best one first", step_list(steps)),
        ("What is at stake", stake_list(law.recoverable(case))),
        ("Health account", provision_list(law.spending(case, options.on, packs))),
    )
    print("\n\n".join("\n".join([title, *lines] if title else lines) for title, lines in parts if lines))
    return 0
