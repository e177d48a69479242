"""Read documents and say what each one states, with the line it came from."""

import argparse
from pathlib import Path
from typing import Any

from wellfounded import read
from wellfounded.cli._terminal import contents, print_json, takes_json
from wellfounded.errors import InputError
from wellfounded.model.basis import Quote
from wellfounded.model.coding import Coding
from wellfounded.model.determination import Field, Reading, Window
from wellfounded.model.document import Document
from wellfounded.record import TAG, plain

# What the JSON holds: names of the payer's document; others that a reader gives stay within the house.
FACTS = frozenset(
    """
    payer delegate plan_market member_id claim_number reference_number authorization_number patient_name notice_date
    service_date request_date service code diagnosis reason criterion_cited appeal_window appeal_deadline level
    appeal_address appeal_fax appeal_phone peer_to_peer expedited external_review amount units valid_from valid_to
    response_due title number version effective
    """.split()  # noqa: SIM905 - a list of thirty-three strings would fill a screen
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the files and the form of the answer."""
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--text", action="store_true", help="print the text that every offset counts in")
    takes_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the text, the JSON array or a readable list."""
    if options.text:
        if len(options.files) > 1:
            raise InputError("--text takes one file", hint="Offsets count in the text of one file at a time.")
        print(read.document(str(options.files[0]), contents(options.files[0])).text, end="")
        return 0
    documents = [document for path in options.files for document in read.every(str(path), contents(path))]
    read_in = [(document, read.read(document)) for document in documents]
    if options.json:
        print_json([as_json(document, reading) for document, reading in read_in])
        return 0
    for document, reading in read_in:
        print(f"{document.source.path}: {reading.kind.value.replace('_', ' ')}")
        for remark in document.remarks:
            print(f"  note: {remark}")
        for field in reading.fields:
            print(f"  {field.name:<20} {_words(field)}    p. {field.basis.at.page}: {_line(document, field.basis)}")
    return 0


def as_json(document: Document, reading: Reading) -> dict[str, Any]:
    """Give one file's reading as `{file, kind, facts: [{name, value, quote}]}` (docs/reference/json.md)."""
    facts = [
        {"name": field.name, "value": value(field), "quote": quote(field.basis, document.source.path)}
        for field in reading.fields
        if field.name in FACTS
    ]
    return {"file": document.source.path, "kind": reading.kind.value, "facts": facts}


def value(field: Field) -> Any:  # noqa: ANN401 - a field's value is text, a number, a truth or a small object
    """Give one value in the shape docs/reference/json.md states for its name."""
    held = field.value
    if isinstance(held, Window):
        return {"n": held.n, "unit": held.unit, "from": held.since}
    if isinstance(held, Coding):
        return {"system": held.system, "code": held.code}
    shown = plain(held)
    return {k: v for k, v in shown.items() if k != TAG} if isinstance(shown, dict) else shown


def quote(basis: Quote, path: str) -> dict[str, Any]:
    """Give a quote as `{exact, source, page, start, end}`, with confidence where a page was scanned."""
    held = {"exact": basis.exact, "source": path, "page": basis.at.page, "start": basis.at.start, "end": basis.at.end}
    return held if basis.confidence == 1.0 else {**held, "confidence": round(basis.confidence, 3)}


def _words(field: Field) -> str:
    held = value(field)
    return " ".join(str(part) for part in held.values()) if isinstance(held, dict) else str(held)


def _line(document: Document, basis: Quote) -> str:
    start = document.text.rfind("\n", 0, basis.at.start) + 1
    end = document.text.find("\n", basis.at.end)
    return " ".join(document.text[start : end if end >= 0 else None].split())[:100]
