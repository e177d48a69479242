"""Check a letter, ours or anyone's, with or without its case."""

import argparse
from pathlib import Path

import msgspec

from wellfounded import casefolder, read
from wellfounded import check as checking
from wellfounded.check.json import as_json
from wellfounded.cli._terminal import contents, print_json, takes_json, takes_on
from wellfounded.cli.why import letter_of
from wellfounded.model.letter import Draft, Letter, Severity


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the letter (PDF, Word, text, or letter.json) and its case."""
    parser.add_argument("letter", type=Path, metavar="LETTER")
    parser.add_argument("--case", type=Path, metavar="CASE", help="the case folder the letter is of")
    takes_on(parser)
    takes_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the problems, the worst first; exit 1 where one is an error."""
    case = casefolder.open_case(options.case, options.on) if options.case else None
    part = _part(options.letter)
    problems = checking.check(part, case, on=options.on)
    if options.json:
        print_json(as_json(problems))
    else:
        for problem in problems:
            line = part.text.count("\n", 0, problem.span[0]) + 1
            print(f"{options.letter}:{line}: {problem.code} {problem.severity.value}: {problem.message}")
            if problem.fix:
                print(f"    {problem.fix}")
        counted = {s: sum(problem.severity is s for problem in problems) for s in Severity}
        print(", ".join(f"{n} {s.value}{'s' if n != 1 else ''}" for s, n in counted.items()))
    return 1 if any(problem.severity is Severity.ERROR for problem in problems) else 0


def _part(path: Path) -> Letter | Draft:
    if path.suffix == ".json" and _is_ours(path):
        return letter_of(path)
    return checking.draft(read.document(str(path), contents(path)))


def _is_ours(path: Path) -> bool:
    try:
        return "paragraphs" in msgspec.json.decode(contents(path))
    except (msgspec.DecodeError, TypeError):
        return False
