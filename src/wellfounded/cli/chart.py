"""Read a chart and say what it shows: diagnoses, treatment trials, scores, function."""

import argparse
from pathlib import Path

from wellfounded import read
from wellfounded.cli._terminal import contents, print_json, takes_json
from wellfounded.errors import InputError
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.read.chart.json import plain


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take files, folders of files, or case folders."""
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    takes_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the evidence as one JSON value, or as a list a person can read, kind by kind and by date."""
    documents = tuple(one for path in _files(options.paths) for one in read.every(str(path), contents(path)))
    evidence, conflicts = read.merge(tuple(read.read_chart(document) for document in documents))
    if options.json:
        paths = {str(document.source.id): document.source.path for document in documents}
        print_json(plain(evidence, conflicts, paths))
        return 0
    for kind in EvidenceKind:
        held = [item for item in evidence if item.kind is kind]
        if held:
            print(kind.value.replace("_", " "))
        for item in sorted(held, key=lambda item: str(_day(item) or "")):
            print(f"  {_day(item) or ''!s:<10}  {_words(item)}")
    for conflict in conflicts:
        print(f"conflict: {conflict.about}: {' / '.join(fact.value for fact in conflict.says)}")
    return 0


def _files(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            root = path / "chart" if (path / "chart").is_dir() else path
            found += sorted(p for p in root.rglob("*") if p.is_file() and not p.name.startswith("."))
        else:
            found.append(path)
    if not found:
        raise InputError(f"{paths[0]} holds no file", hint="Name the files of the chart.")
    return found


def _day(item: Evidence) -> object:
    return (item.trial.start or item.trial.stop if item.trial else None) or item.on


def _words(item: Evidence) -> str:
    parts = [item.name]
    if item.trial:
        t = item.trial
        span = " to ".join(str(day) for day in (t.start, t.stop) if day)
        parts += [str(part) for part in (t.dose, t.frequency, span, t.duration, t.status, t.outcome) if part]
        parts += [f"({t.reason_stopped})"] if t.reason_stopped else []
        parts += [] if t.listed else ["unlisted"]
    if item.value:
        parts.append(str(item.value))
    parts += [code.code for code in item.coding]
    if not item.assertion.holds:
        a = item.assertion
        parts.append(f"[{', '.join(w for w in (a.polarity, a.time, a.experiencer, a.certainty) if w not in _PLAIN)}]")
    return "  ".join(part for part in parts if part)


_PLAIN = {"affirmed", "current", "patient", "certain"}
