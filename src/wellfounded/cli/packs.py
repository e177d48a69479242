"""List the packs of law, policies, letters, references and agents, with their hashes."""

import argparse
from pathlib import Path

from wellfounded.cli._terminal import library, takes_packs

KINDS = ("law", "policy", "payer", "letter", "reference", "agent", "administrator", "checklist", "playbook")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a kind and a case folder whose own packs count too."""
    parser.add_argument("kind", nargs="?", choices=KINDS, metavar="KIND", help=f"one of {', '.join(KINDS)}")
    parser.add_argument("--case", type=Path, metavar="CASE")
    takes_packs(parser)


def run(options: argparse.Namespace) -> int:
    """Print a line a pack."""
    held = library(options, options.case)
    for kind in [options.kind] if options.kind else KINDS:
        for id_ in held.ids(kind):
            print(f"{kind}/{id_}  {held.hash(kind, id_)[:12]}")
    return 0
