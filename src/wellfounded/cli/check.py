"""Check a letter, ours or anyone's, with or without its case."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from wellfounded import casefolder, read
from wellfounded import check as checking
from wellfounded.check.json import as_json
from wellfounded.cli._terminal import (
    contents,
    library,
    print_json,
    takes_json,
    takes_on,
    takes_packs,
    write_whole,
)
from wellfounded.cli.why import letter_of
from wellfounded.errors import InputError
from wellfounded.model.case import Case
from wellfounded.model.document import Document
from wellfounded.model.letter import Draft, Letter, Problem, Severity
from wellfounded.model.stage import market_of
from wellfounded.wire.docx import MEDIA as WORD

if TYPE_CHECKING:
    from wellfounded.check.rubric import Completeness


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the letter (PDF, Word, text, or letter.json), its case, and how the problems are shown."""
    parser.add_argument("letter", type=Path, metavar="LETTER")
    parser.add_argument("--case", type=Path, metavar="CASE", help="the case folder the letter is of")
    parser.add_argument("--sarif", action="store_true", help="print SARIF 2.1.0, for editors and review tools")
    parser.add_argument("--fix", action="store_true", help="write a Word file with the safe fixes made and check that")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the fixed file goes (LETTER.fixed.docx)")
    parser.add_argument("--annotate", type=Path, metavar="FILE", help="write the letter with each problem on its words")
    parser.add_argument("--rubric", action="store_true", help="answer what a reviewer of such a letter looks for")
    parser.add_argument("--kind", default="", metavar="KIND", help="the kind of letter, where its words do not tell")
    parser.add_argument(
        "--list", action="append", default=[], metavar="ID", help="a plan's or administrator's own list"
    )
    takes_packs(parser)
    takes_on(parser)
    takes_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the problems, the worst first; exit 1 where one is an error."""
    case = casefolder.open_case(options.case, options.on) if options.case else None
    path: Path = options.letter
    document = None if _is_ours(path) else read.document(str(path), contents(path))
    part: Letter | Draft = letter_of(path) if document is None else checking.draft(document)
    if options.rubric or options.list:
        return _rubric(options, part, case)
    problems = checking.check(part, case, on=options.on, library=library(options, options.case))
    if options.fix:
        path, document = _fixed(options, document, problems)
        part = checking.draft(document)
        problems = checking.check(part, case, on=options.on, library=library(options, options.case))
    if options.annotate is not None:
        _annotate(options, path, document, problems)
    if options.sarif:
        from wellfounded.check.sarif import as_sarif  # noqa: PLC0415 - shown only on request

        print_json(as_sarif(quote(path.as_posix()), part.text, problems, checking.rules(), version("wellfounded")))
    elif options.json:
        print_json(as_json(problems))
    else:
        _print(path, part, problems)
        _print_missing(options, part, case)
    return 1 if any(problem.severity is Severity.ERROR for problem in problems) else 0


def _print(path: Path, part: Letter | Draft, problems: Sequence[Problem]) -> None:
    for problem in problems:
        line = part.text.count("\n", 0, problem.span[0]) + 1
        print(f"{path}:{line}: {problem.code} {problem.severity.value}: {problem.message}")
        if problem.fix:
            print(f"    {problem.fix}")
    counted = {s: sum(problem.severity is s for problem in problems) for s in Severity}
    print(", ".join(f"{n} {s.value}{'s' if n != 1 else ''}" for s, n in counted.items()))


def _print_missing(options: argparse.Namespace, part: Letter | Draft, case: Case | None) -> None:
    """Name each list the letter is held to and what of it the letter lacks; it is no problem of the letter's text."""
    for each in _lists(options, part, case):
        lacks = [answer for answer in each.answers if answer.span is None]
        if lacks or each.look:
            print(f"\n{each.title}")
        for answer in lacks:
            print(f"  missing  {answer.asks.removeprefix('Does it give ').removesuffix('?')}  ({answer.why})")
        for says in each.look:
            print(f"  look     {says}")


def _lists(options: argparse.Namespace, part: Letter | Draft, case: Case | None) -> tuple["Completeness", ...]:
    from wellfounded.check.rubric import completeness  # noqa: PLC0415 - 20 ms of packs

    known = market_of(case) if case is not None else None
    packs, market = library(options, options.case), known.value if known else ""
    return completeness(part, on=options.on, ids=tuple(options.list), market=market, library=packs)


def _rubric(options: argparse.Namespace, part: Letter | Draft, case: Case | None) -> int:
    """Print each question with yes and its line, or no and why it is asked; exit 1 where any is no."""
    from wellfounded.check.rubric import Answer, rubric  # noqa: PLC0415 - wanted only here

    kind, answers = rubric(part, on=options.on, kind=options.kind, library=library(options, options.case))
    lists = _lists(options, part, case)

    def line(answer: Answer) -> int:
        return part.text.count("\n", 0, answer.span[0]) + 1 if answer.span else 0

    def told(some: Iterable[Answer]) -> list[dict[str, object]]:
        return [
            {"id": a.id, "asks": a.asks, "why": a.why, "answer": a.span is not None, "line": line(a) or None}
            for a in some
        ]

    if options.json:
        held = [{"title": each.title, "items": told(each.answers), "look": each.look} for each in lists]
        print_json({"kind": kind, "items": told(answers), "lists": held})
    else:
        print(kind.replace("_", " "))
        for title, some, look in (("", answers, ()), *((each.title, each.answers, each.look) for each in lists)):
            print(title and f"\n{title}", end="\n" if title else "")
            for answer in some:
                said = (
                    f"yes  {answer.asks}  line {line(answer)}" if answer.span else f"NO   {answer.asks}  {answer.why}"
                )
                print(f"  {said}")
            for says in look:
                print(f"  look {says}")
    return 1 if any(answer.span is None for answer in (*answers, *(a for each in lists for a in each.answers))) else 0


def _fixed(
    options: argparse.Namespace, document: Document | None, problems: Sequence[Problem]
) -> tuple[Path, Document]:
    """Write the fixed file, say on standard error what was done in it, and give it as it reads now."""
    from wellfounded.check.mend import mend  # noqa: PLC0415 - wanted only here

    if document is None or document.source.media != WORD:
        raise InputError(f"{options.letter} is no Word file", hint="--fix writes into Word files only.")
    out: Path = options.out or options.letter.with_suffix(".fixed.docx")
    _keep_original(options.letter, out)
    mended = mend(contents(options.letter), document.text, problems)
    write_whole(out.parent, {out.name: mended.data})
    for problem in mended.done:
        line = document.text.count("\n", 0, problem.span[0]) + 1
        print(f"{options.letter}:{line}: {problem.code} fixed", file=sys.stderr)
    for problem, why in mended.left:
        line = document.text.count("\n", 0, problem.span[0]) + 1
        print(f"{options.letter}:{line}: {problem.code} not fixed: {why}", file=sys.stderr)
    print(f"Written to {out}: {len(mended.done)} fixed", file=sys.stderr)
    return out, read.document(str(out), mended.data)


def _annotate(options: argparse.Namespace, path: Path, document: Document | None, problems: Sequence[Problem]) -> None:
    from wellfounded.cli._marked import annotated  # noqa: PLC0415 - wanted only here

    if document is None:
        raise InputError(f"{path} is no letter on paper", hint="Annotate the Word file or the PDF of it.")
    out: Path = options.annotate
    _keep_original(path, out)
    write_whole(out.parent, {out.name: annotated(path, contents(path), document, problems, options.on)})
    print(f"Written to {out}: {len(problems)} notes", file=sys.stderr)


def _keep_original(path: Path, out: Path) -> None:
    if out.resolve() == path.resolve():
        raise InputError(f"{out} is the letter itself", hint="Name another file: the letter is never written over.")


def _is_ours(path: Path) -> bool:
    if path.suffix != ".json":
        return False
    try:
        return "paragraphs" in msgspec.json.decode(contents(path))
    except (msgspec.DecodeError, TypeError):
        return False
