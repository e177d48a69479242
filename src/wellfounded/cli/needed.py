"""Say whether a letter is needed at all, which kind, and why."""

import argparse
from pathlib import Path

from wellfounded import argue, casefolder, law, pipeline
from wellfounded import match as matching
from wellfounded.cli._terminal import library, print_json, takes_json, takes_on, takes_packs, with_paths
from wellfounded.errors import MissingFact
from wellfounded.model.argument import Need
from wellfounded.model.basis import Fact, quotes
from wellfounded.model.case import Case
from wellfounded.packs import Library
from wellfounded.packs.schema.letter import LetterPack
from wellfounded.record import plain

OPENS = {"yes": "A letter is needed", "no": "No letter is needed now", "ask": "Nothing here decides it: ask"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the case folder and the day."""
    parser.add_argument("folder", type=Path, metavar="CASE")
    takes_on(parser)
    takes_packs(parser)
    takes_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the answer, each reason with its place, and what goes before and after."""
    packs = library(options, options.folder)
    case = casefolder.open_case(options.folder, options.on)
    try:
        policy = pipeline.policy_of(case, packs)
    except MissingFact:
        policy = None  # a policy that holds no criteria decides nothing here
    match = matching.match(policy, case, options.on, packs) if policy is not None else None
    deadlines, spending = law.deadlines(case, options.on, packs), law.spending(case, options.on, packs)
    need = argue.needed(case, policy, match, deadlines, spending, options.on)
    if options.json:
        print_json(with_paths(plain(need), case.documents))
    else:
        _print(need, case, packs)
    return 0


def _print(need: Need, case: Case, packs: Library) -> None:
    print(f"{OPENS[need.letter]}{f': {_named(need.kind, packs)}' if need.kind else ''}.")
    if need.first:
        print(f"Before it: {_named(need.first, packs)}.")
    for fact in need.why:
        print(f"  - {fact.value}{_place(fact, case)}")
    for each in need.then:
        print(f"Then: {_named(each, packs)}{'' if each.endswith('.') else '.'}")


def _named(kind: str, packs: Library) -> str:
    """Give a letter's id with its title; a sentence as it is."""
    if kind not in packs.ids("letter"):
        return kind
    return f"{kind} ({packs.get(LetterPack, kind).title})"


def _place(fact: Fact[str], case: Case) -> str:
    quote = next(quotes(fact.basis), None)
    if quote is None:
        return ""
    return f"  ({case.document(quote.at.source).source.path}, p. {quote.at.page})"
