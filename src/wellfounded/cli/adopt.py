"""Take an edited letter back: what is unchanged keeps its basis, what is new must find one or a signer."""

import argparse
import zipfile
from pathlib import Path

import msgspec

from wellfounded import read, render, write
from wellfounded.cli._terminal import contents, print_json, takes_json, takes_on, write_whole
from wellfounded.cli.why import letter_of
from wellfounded.errors import InputError
from wellfounded.model.basis import Attestation
from wellfounded.model.letter import Change
from wellfounded.record import plain

SAYS = {
    "reworded": "reworded, on the same passages",
    "founded": "as a paper has it",
    "attested": "now the signer's word",
    "unfounded": "left out: no source",
    "removed": "taken out",
}
TRACKED = (b"<w:ins ", b"<w:del ", b"<w:moveFrom ")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the edited file, the letter.json it came from, whose word new sentences are, and where the result goes."""
    parser.add_argument("edited", type=Path, metavar="letter.docx", help="the edited letter: Word, PDF or text")
    parser.add_argument("--letter", type=Path, required=True, metavar="letter.json", help="what `run` wrote")
    parser.add_argument("--by", metavar="NAME", help="who signs: changed sentences with no source become this word")
    parser.add_argument("--role", default="ordering clinician", metavar="ROLE", help="in what role")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the adopted letter goes")
    takes_on(parser)
    takes_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print every change, write the letter where --out says; exit 1 where a new sentence has no source."""
    letter = letter_of(options.letter)
    data = contents(options.edited)
    _refuse_tracked(options.edited, data)
    signer = Attestation(options.by, options.role, options.on, "") if options.by else None
    adopted, changes = write.adopt(letter, read.document(str(options.edited), data).text, signer)
    if options.out is not None:
        files = {f"letter.{suffix}": render.render(adopted, form) for form, suffix in write_forms()}
        files["letter.json"] = msgspec.json.format(msgspec.json.encode(plain(adopted)), indent=2) + b"\n"
        write_whole(options.out, files)
    if options.json:
        print_json([plain(change) for change in changes])
    else:
        _print(changes, len(list(adopted.sentences)))
    return 1 if any(change.what == "unfounded" for change in changes) else 0


def write_forms() -> tuple[tuple[str, str], ...]:
    """Give each form the adopted letter is written in, with its suffix."""
    return ("pdf", "pdf"), ("docx", "docx"), ("html", "html"), ("text", "txt")


def _print(changes: tuple[Change, ...], standing: int) -> None:
    for change in changes:
        print(f"{SAYS[change.what]}:")
        if change.was:
            print(f"  - {change.was}")
        if change.text:
            print(f"  + {change.text}")
        if change.why and change.what in {"attested", "unfounded"}:
            print(f"    {change.why}")
    counted = {what: sum(change.what == what for change in changes) for what in SAYS}
    told = ", ".join(f"{n} {SAYS[what].split(':')[0].split(',')[0]}" for what, n in counted.items() if n)
    print(f"{standing} sentences stand; {told or 'nothing changed'}")


def _refuse_tracked(path: Path, data: bytes) -> None:
    """Raise InputError where a Word file still holds tracked changes: nobody has decided which text is meant."""
    if not data.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(path) as held:
            body = held.read("word/document.xml")
    except (zipfile.BadZipFile, KeyError, OSError):
        return  # the reader says what is wrong with the file
    if any(tag in body for tag in TRACKED):
        raise InputError(
            f"{path} holds tracked changes", hint="Accept or reject them in Word and save, then adopt the file."
        )
