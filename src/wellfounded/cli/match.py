"""Decide each requirement of the policy over the chart: met, not met or unknown."""

import argparse
from pathlib import Path

from wellfounded import casefolder, pipeline
from wellfounded import match as matching
from wellfounded.cli import _report
from wellfounded.cli._terminal import library, print_json, takes_json, takes_on, takes_packs, with_paths
from wellfounded.errors import MissingFact


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the case folder and the day."""
    parser.add_argument("folder", type=Path, metavar="CASE")
    takes_on(parser)
    takes_packs(parser)
    takes_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the findings; exit 3 where the root is not met."""
    packs = library(options, options.folder)
    case = casefolder.open_case(options.folder, options.on)
    policy = pipeline.policy_of(case, packs)
    if policy is None:
        raise MissingFact(
            f"{options.folder} holds no policy",
            hint="Put the plan's policy into policy/, or ask for it: `wellfounded run`.",
        )
    match = matching.match(policy, case, options.on, packs)
    if options.json:
        print_json(with_paths(matching.as_json(match, policy), case.documents))
    else:
        print("\n".join(_report.criteria_table(policy, match, case)))
    return 0
