"""Draw the pages of a document with a box round every passage that was read."""

import argparse
from pathlib import Path

from wellfounded import read
from wellfounded.cli._terminal import contents, write_whole
from wellfounded.errors import InputError
from wellfounded.model.basis import Quote, quotes
from wellfounded.model.document import Document


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file and where the pictures go."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--quotes", action="store_true", help="draw a box round each passage that was read")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures go")


def run(options: argparse.Namespace) -> int:
    """Write a PNG a page."""
    data = contents(options.file)
    document = read.document(str(options.file), data)
    if document.source.media != "application/pdf":
        raise InputError(f"{options.file} has no pages to draw", hint="`wellfounded read --text` prints its text.")
    passages = _passages(document) if options.quotes else []
    pages = {
        f"{options.file.stem}-{page.number}.png": read.picture(document, data, page.number, passages)
        for page in document.pages
    }
    write_whole(options.out, pages)
    print(f"Written to {options.out}: {len(pages)} pages, {len(passages)} passages")
    return 0


def _passages(document: Document) -> list[Quote]:
    reading = read.read(document)
    chart = [quote for item in reading.evidence for quote in quotes(item.basis)]
    return [*(field.basis for field in reading.fields), *chart]
