"""Show what one sentence of a letter rests on."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import msgspec

from wellfounded.cli._terminal import contents
from wellfounded.errors import InputError
from wellfounded.model.basis import Attestation, Basis, Citation, Derivation, Quote
from wellfounded.model.letter import Letter
from wellfounded.record import noun


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the letter and the number of the sentence."""
    parser.add_argument("letter", type=Path, metavar="letter.json")
    parser.add_argument("number", type=int, nargs="?", metavar="N", help="the sentence; left out, all of them")


def run(options: argparse.Namespace) -> int:
    """Print the tree under each sentence asked for."""
    letter = letter_of(options.letter)
    sentences = [s for s in letter.sentences if options.number in (None, s.number)]
    if not sentences:
        last = max((s.number for s in letter.sentences), default=0)
        raise InputError(f"{options.letter} has no sentence {options.number}", hint=f"Its sentences are 1 to {last}.")
    paths: dict[str, str] = {source.id: source.path for source in letter.sources}
    for sentence in sentences:
        print(f"{sentence.number:>3}  {sentence.text}")
        for line in _branches(sentence.basis, paths, "     "):
            print(line)
    return 0


def letter_of(path: Path) -> Letter:
    """Read a letter.json that `run` wrote; raises InputError where it is none."""
    try:
        return noun(msgspec.json.decode(contents(path)), Letter)
    except (msgspec.DecodeError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(f"{path} is no letter.json of ours", hint="`wellfounded run` writes one.") from error


def _branches(parts: tuple[Basis, ...], paths: dict[str, str], indent: str) -> Iterator[str]:
    for n, part in enumerate(parts):
        last = n == len(parts) - 1
        yield f"{indent}{'└─' if last else '├─'} {_say(part, paths)}"
        if isinstance(part, Derivation):
            yield from _branches(part.of, paths, indent + ("   " if last else "│  "))


def _say(part: Basis, paths: dict[str, str]) -> str:
    if isinstance(part, Quote):
        return f'"{" ".join(part.exact.split())}"  {paths.get(part.at.source, part.at.source[:12])}, p. {part.at.page}'
    if isinstance(part, Citation):
        return f"{part.authority}, as of {part.as_of} ({part.tier}) {part.url}".rstrip()
    if isinstance(part, Attestation):
        role = f" ({part.role})" if part.role else ""
        return f"{part.by}{role}, {part.on}: {' '.join(part.says.split())}"
    return part.rule
