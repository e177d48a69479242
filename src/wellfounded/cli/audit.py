"""Check a folder of letters, each alone and beside all others: problems, cloned text, others' details."""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import msgspec

from wellfounded import check as checking
from wellfounded.check.about import about
from wellfounded.check.across.compare import Audit, compare, files
from wellfounded.check.across.report import as_html, as_json
from wellfounded.check.across.store import Looked, Store
from wellfounded.cli._pool import Work, looked
from wellfounded.cli._terminal import print_json, takes_json, takes_on, write_whole
from wellfounded.errors import InputError, StorageError

LETTERS = {".pdf", ".docx", ".doc", ".rtf", ".txt", ".text", ".md", ".htm", ".html"}
KEPT = "audit.sqlite"
TOGETHER = 50  # letters kept at once: what an interruption can cost


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder, where the report and what was found so far go, and how many cores work."""
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the report goes (DIR.audit)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (one a core)")
    takes_on(parser)
    takes_json(parser)


def run(options: argparse.Namespace) -> int:
    """Look at every letter that is new or changed, compare all, write the report; exit 1 where one has an error."""
    folder: Path = options.folder
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder", hint="Name the folder that holds the letters.")
    out: Path = options.out or folder.resolve().with_name(f"{folder.resolve().name}.audit")
    store = _store(out, options)
    try:
        _look(folder, out, store, options)
        audit = compare(store)
        told = as_json(audit, files(store))
        rules = {rule.code: rule.says for rule in map(about, checking.rules())}
        page = "".join(as_html(audit, files(store), rules, folder.name, options.on.isoformat()))
    finally:
        store.close()
    write_whole(out, {"audit.html": page.encode(), "audit.json": msgspec.json.encode(told)})
    if options.json:
        print_json(told)
    else:
        _print(audit, out)
    return 1 if any(severity == "error" for _, severity, _, _ in audit.codes) else 0


def _store(out: Path, options: argparse.Namespace) -> Store:
    try:
        out.mkdir(parents=True, exist_ok=True, mode=0o700)  # it tells of patients, if only by the names of files
    except OSError as error:
        raise StorageError(f"{out}: {error.strerror}", hint="Choose another --out.") from error
    return Store(out / KEPT, f"{version('wellfounded')} {options.on} {len(checking.rules())} rules")


def _look(folder: Path, out: Path, store: Store, options: argparse.Namespace) -> None:
    found = dict(_found(folder, out))
    known = store.known()
    store.forget(path for path, state in known.items() if found.get(path) != state)
    works = [Work(str(folder), path, options.on) for path, state in found.items() if known.get(path) != state]
    began, last, some = time.monotonic(), 0.0, list[Looked]()
    try:
        for n, one in enumerate(looked(works, max(1, options.workers)), 1):
            some.append(one)
            if len(some) == TOGETHER:
                store.put(some)
                some = []
            if sys.stderr.isatty() and time.monotonic() - last > 1:
                last = time.monotonic()
                print(f"\r{n} of {len(works)}, {n / (last - began):.0f} a second ", end="", file=sys.stderr)
    finally:
        store.put(some)


def _found(folder: Path, out: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give each letter under the folder with its size and time of change, in the order of the names."""
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if (
            file.suffix.lower() in LETTERS
            and file.is_file()
            and not hidden
            and out.resolve() not in file.resolve().parents
        ):
            held = file.stat()
            yield file.relative_to(folder).as_posix(), (held.st_size, held.st_mtime_ns)


def _print(audit: Audit, out: Path) -> None:
    print(f"{'rule':<7}{'severity':<10}{'problems':>9}{'letters':>9}")
    for code, severity, n, of in audit.codes:
        print(f"{code:<7}{severity:<10}{n:>9}{of:>9}")
    for path, why in audit.broken:
        print(f"not read: {path}: {why}")
    for other in audit.others:
        print(f"{other.letter}:{other.line}: {other.what} of another patient, as in {', '.join(other.of)}")
    print(
        f"{audit.letters} letters checked, {len(audit.broken)} not read, {len(audit.others)} details of another "
        f"patient, {len(audit.cloned)} groups of letters that read the same, {len(audit.told)} findings told of "
        "several patients"
    )
    print(f"Written to {out / 'audit.html'}")
