"""Read a chart and say what it shows: diagnoses, treatment trials, scores, function."""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from wellfounded import read
from wellfounded.cli._terminal import contents, print_json, takes_json, write_whole
from wellfounded.errors import InputError
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.use import Session, Tally, Use
from wellfounded.read.chart.json import plain


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take files, folders of files, or case folders."""
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="draw treatments and values over time as SVG")
    parser.add_argument("--png", type=Path, metavar="FILE", help="the same picture as PNG")
    takes_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the evidence as one JSON value, or as a list a person can read: in time, then kind by kind and by date."""
    documents = tuple(one for path in _shown(_files(options.paths)) for one in read.every(str(path), contents(path)))
    evidence, conflicts = read.merge(tuple(read.read_chart(document) for document in documents))
    paths = {str(document.source.id): document.source.path for document in documents}
    if options.svg or options.png:
        _draw(options, evidence, paths)
    if options.json:
        print_json(plain(evidence, conflicts, paths))
        return 0
    from wellfounded.render import timeline  # noqa: PLC0415 - 10 ms that JSON saves

    print(timeline.text(timeline.lanes(evidence, _files_of(paths))))
    for kind in EvidenceKind:
        held = [item for item in evidence if item.kind is kind]
        if held:
            print(kind.value.replace("_", " "))
        for item in sorted(held, key=lambda item: str(_day(item) or "")):
            print(f"  {_day(item) or ''!s:<10}  {_words(item)}")
    for conflict in conflicts:
        print(f"conflict: {conflict.about}: {' / '.join(fact.value for fact in conflict.says)}")
    return 0


def _draw(options: argparse.Namespace, evidence: tuple[Evidence, ...], paths: dict[str, str]) -> None:
    from wellfounded.render import timeline  # noqa: PLC0415 - as above

    picture = timeline.svg(timeline.lanes(evidence, _files_of(paths)))
    for path, data in ((options.svg, picture.encode()), (options.png, timeline.png(picture) if options.png else b"")):
        if path is not None:
            write_whole(path.parent, {path.name: data})


def _files_of(paths: dict[str, str]) -> dict[str, str]:
    """Name each source by its file alone where that tells them apart: a row of the picture has little room."""
    names = [Path(path).name for path in paths.values()]
    return {id_: Path(path).name if names.count(Path(path).name) == 1 else path for id_, path in paths.items()}


def _shown(paths: list[Path]) -> Iterator[Path]:
    """Say on a terminal, once a second, how many files were read; in a pipe, nothing."""
    last = time.monotonic()
    for count, path in enumerate(paths):
        yield path
        if sys.stderr.isatty() and time.monotonic() - last > 1:
            last = time.monotonic()
            print(f"\r{count + 1} of {len(paths)} files read", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


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
        parts += [f"[fills: {t.supply.sum}]"] if t.supply else []
    if item.use:
        parts.append(_used(item.use))
    if item.value:
        parts.append(str(item.value))
    parts += [code.code for code in item.coding]
    if not item.assertion.holds:
        a = item.assertion
        parts.append(f"[{', '.join(w for w in (a.polarity, a.time, a.experiencer, a.certainty) if w not in _PLAIN)}]")
    return "  ".join(part for part in parts if part)


def _used(held: Use) -> str:
    if isinstance(held, Tally):
        least = f" of {held.least}" if held.least else ""
        return f"{held.n:g} of {held.of:g} {held.unit}{least}"
    if isinstance(held, Session):
        return "attended" if held.attended else f"missed {held.why}".rstrip()
    days = f"{held.days} days" if held.days else ""
    return "  ".join(str(part) for part in (held.strength, held.quantity, days, held.standing) if part)


_PLAIN = {"affirmed", "current", "patient", "certain"}
