"""Walk a case through every room: analysis, deadlines, letter, problems and packet."""

import argparse
from pathlib import Path

import msgspec

from wellfounded import casefolder, pipeline, render
from wellfounded.cli import _model, _report
from wellfounded.cli._terminal import contents, library, takes_on, takes_packs, write_whole
from wellfounded.errors import HonestStop, InputError
from wellfounded.model.letter import Severity
from wellfounded.record import plain


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the case folder, the day and where the results go."""
    parser.add_argument("folder", type=Path, metavar="CASE")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the letter and the rest go")
    takes_on(parser)
    takes_packs(parser)
    _model.takes_model(parser)


def run(options: argparse.Namespace) -> int:
    """Write the results whole, print the analysis, and give 0, 1 (the check found errors) or 3 (an honest stop)."""
    documents = [(options.folder / place).resolve() for place in casefolder.PLACES]
    if any(options.out.resolve().is_relative_to(place) for place in documents):
        raise InputError(f"--out {options.out} lies among the case's documents", hint="Choose a folder beside them.")
    model = _model.of(options)
    tour = pipeline.walk(options.folder, options.on, library(options, options.folder), model.also if model else None)
    if model is not None:
        tour = model.reworded(tour)
    files = {"analysis.txt": _report.analysis(tour).encode(), "tour.json": _json(plain(_report.outline(tour)))}
    if tour.policy is not None:
        files["policy.yaml"] = _report.pack(tour.policy).encode()
    if tour.letter is not None:
        held: dict[str, bytes] = {
            one.source.id: contents(options.folder / one.source.path) for one in tour.case.documents
        }
        for form, suffix in (("pdf", "pdf"), ("docx", "docx"), ("html", "html"), ("text", "txt")):
            files[f"letter.{suffix}"] = render.render(tour.letter, form)
        files["letter.json"] = _json(plain(tour.letter))
        files |= {f"form-{name}.pdf": pdf for name, _, pdf in pipeline.forms(tour)}
        files["packet.pdf"] = pipeline.bind(tour, held).body
    write_whole(options.out, files)
    print(files["analysis.txt"].decode(), end="")
    if model is not None:
        print("\n".join(["", "LANGUAGE MODEL", *model.said]))
    print(f"\nWritten to {options.out}: {', '.join(sorted(files))}")
    if tour.letter is None:
        stop = tour.brief.stops[0]
        raise HonestStop(stop.says, hint="; ".join(stop.instead))
    return 1 if any(problem.severity is Severity.ERROR for problem in tour.problems) else 0


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
