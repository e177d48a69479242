"""Name the sentences of a letter whose sources or packs have changed."""

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path

from wellfounded import casefolder
from wellfounded.cli._terminal import contents, library, print_json, takes_json, takes_packs
from wellfounded.cli.why import letter_of
from wellfounded.errors import InputError
from wellfounded.model.basis import Citation, Source, leaves
from wellfounded.model.letter import Letter


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the letter and the case folder it was written from."""
    parser.add_argument("letter", type=Path, metavar="letter.json")
    parser.add_argument("case", type=Path, metavar="CASE")
    takes_packs(parser)
    takes_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print each sentence to read again and why (0, or "all", is the letter as a whole); exit 1 where there is any."""
    letter = letter_of(options.letter)
    packs = library(options, options.case)
    now = {hashlib.sha256(data).hexdigest() for _, data in casefolder.gather(options.case)}
    gone: dict[str, str] = {
        source.id: source.path
        for source in letter.sources
        if source.id not in now and not _lies_inside(options.case, source)
    }
    changed = {name for name, held in letter.packs if packs.hash_of(name) != held}
    rows = list(_rows(letter, gone, changed))
    whole = sorted(changed - {name for _, _, packed in rows for name in packed})
    rows = [(0, [], whole), *rows] if whole else rows  # the frame of the letter, which no one sentence cites
    if options.json:
        print_json([{"sentence": number, "sources": files, "packs": packed} for number, files, packed in rows])
    else:
        for number, files, packed in rows:
            print(f"{number or 'all':>3}  changed: {', '.join([*files, *packed])}")
    return 1 if rows else 0


def _lies_inside(folder: Path, source: Source) -> bool:
    """Whether the source is still attached to the file of the case that held it."""
    try:
        return hashlib.sha256(contents(folder / source.path)).hexdigest() == source.id
    except InputError:
        return False


def _rows(letter: Letter, gone: dict[str, str], changed: set[str]) -> Iterator[tuple[int, list[str], list[str]]]:
    for sentence in letter.sentences:
        files = sorted({gone[q.at.source] for q in sentence.quotes if q.at.source in gone})
        cited = (leaf for basis in sentence.basis for leaf in leaves(basis) if isinstance(leaf, Citation))
        packed = sorted({name for leaf in cited for name in (leaf.pack, f"law/{leaf.pack}") if name in changed})
        if files or packed:
            yield sentence.number, files, packed
