"""Bind a letter with its forms and exhibits as one PDF, as it goes out."""

import argparse
from pathlib import Path

from wellfounded import casefolder, packet, render
from wellfounded.cli._terminal import contents, takes_on, write_whole
from wellfounded.cli.why import letter_of
from wellfounded.errors import MissingFact


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the letter, the case it is of, where the packet goes, and the forms where the route's own are not wanted."""
    parser.add_argument("letter", type=Path, metavar="letter.json")
    parser.add_argument("case", type=Path, metavar="CASE")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where packet.pdf and the forms go")
    parser.add_argument(
        "--form", action="append", default=[], choices=packet.names(), help="this form, beside the route's"
    )
    parser.add_argument("--no-forms", action="store_true", help="leave out the forms the route asks for")
    takes_on(parser)


def run(options: argparse.Namespace) -> int:
    """Write packet.pdf and each form by itself; a letter that cannot be signed yet is bound as the draft it is."""
    letter = letter_of(options.letter)
    case = casefolder.open_case(options.case, options.on)
    held = {document.source.id: document for document in case.documents}
    gone = [each.title for each in letter.enclosures if each.source and each.source not in held]
    if gone:
        raise MissingFact(
            f"{options.case}: exhibits of the letter are not there as they were: {len(gone)}",
            hint="Run `wellfounded stale` to see which, then `wellfounded run` again.",
        )
    names = dict.fromkeys((*(() if options.no_forms else packet.asked(letter, case)), *options.form))
    forms = {name: packet.filled(name, letter, case) for name in names}
    files: dict[str, bytes] = {
        one.source.id: contents(options.case / one.source.path) for one in case.documents if one.source.id in held
    }
    linked = render.render(letter, "pdf", linked=True)
    bound = packet.assemble(letter, linked, case.documents, files, tuple(forms.values()))
    write_whole(options.out, {"packet.pdf": bound.body} | {f"form-{name}.pdf": pdf for name, (_, pdf) in forms.items()})
    print(f"{options.out}/packet.pdf: {bound.pages} pages, {len(bound.exhibits)} exhibits, {len(forms)} forms")
    for name, (title, _) in forms.items():
        print(f"  {name}: {title}; lines that are empty are filled in by hand")
    return 0
