"""Write docs/reference/ from the code; with --check, say which pages have drifted and exit 1."""

import argparse
import dataclasses
import functools
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

import wellfounded.model
from wellfounded import check, cli, errors
from wellfounded.casefolder import shape
from wellfounded.law import pages as law_pages
from wellfounded.packs import shipped
from wellfounded.packs.schema.law import LawPack

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "reference"
NOTE = "<!-- Written by scripts/reference.py from the code; a test fails where it differs. -->\n"


def commands() -> str:
    """One section a command: what it does, and its help."""
    out = ["# Commands\n"]
    for name, line in cli.COMMANDS.items():
        module = importlib.import_module(f"wellfounded.cli.{name}")
        parser = argparse.ArgumentParser(prog=f"wellfounded {name}", add_help=False)
        module.arguments(parser)
        parser.formatter_class = lambda prog: argparse.HelpFormatter(prog, width=100)
        out += [
            f"## {name}\n",
            f"{line}\n",
            "```",
            re.sub(r"\d{4}-\d\d-\d\d", "TODAY", parser.format_help()).strip(),
            "```\n",
        ]
    out.append(
        "Exit codes: 0 done, 1 `check` found errors, 2 usage, 3 honest stop, and those of [errors](errors.md).\n"
    )
    return "\n".join(out)


def checks() -> str:
    """One section a rule: its docstring is its page."""
    rules = check.rules()
    out = [f"# Checks\n\n{len(rules)} rules.\n"]
    for rule in rules:
        text = inspect.getdoc(rule) or ""
        head, _, body = text.partition("\n")
        body = re.sub(r"(?m)^((?:Bad|Good):.*)$", r"    \1", body.strip())
        out += [
            f"## {rule.CODE} {rule.__name__.rpartition('.')[2].replace('_', ' ')} ({rule.SEVERITY.value})\n",
            f"{head}\n",
        ]
        out += [f"{body}\n"] if body else []
    return "\n".join(out)


def error_page() -> str:
    """The tree of errors as its file draws it."""
    return (
        f"# Errors\n\n```\n{inspect.getdoc(errors)}\n```\n\n0 done, 1 `check` found errors, 2 usage, 130 interrupted.\n"
    )


def packs() -> str:
    """A table a kind: every pack that ships."""
    held = shipped()
    out = ["# Packs\n"]
    for kind in ("law", "policy", "payer", "letter", "reference", "agent", "administrator", "checklist", "playbook"):
        ids = held.ids(kind)
        if ids:
            out += [f"## {kind} ({len(ids)})\n", *(f"* `{id_}`" for id_ in ids), ""]
    return "\n".join(out)


def nouns() -> str:
    """Every noun of the model with its fields."""
    out = ["# Nouns\n"]
    for found in pkgutil.iter_modules(wellfounded.model.__path__):
        module = importlib.import_module(f"wellfounded.model.{found.name}")
        out += [f"## {found.name}\n", f"{(inspect.getdoc(module) or '').split(chr(10))[0]}\n"]
        for name, kind in vars(module).items():
            if inspect.isclass(kind) and kind.__module__ == module.__name__ and dataclasses.is_dataclass(kind):
                fields = ", ".join(field.name for field in dataclasses.fields(kind))
                out.append(f"* **{name}** ({fields}): {(inspect.getdoc(kind) or '').split(chr(10))[0]}")
        out.append("")
    return "\n".join(out)


LAYOUT = """\
CASE/
  case.yaml   what a person knows that no document says better
  payer/      letters from the plan
  policy/     the plan's policy
  chart/      notes, records, a FHIR bundle
  packs/      your own packs for this case (optional)"""


def case_folder() -> str:
    """The parts of case.yaml and their fields."""
    out = ["# The case folder\n", f"```\n{LAYOUT}\n```\n"]
    out.append(
        "Every file and every field may be absent. What `case.yaml` and a document both state is compared, and a"
    )
    out.append(
        "difference is shown. A `DayOrHour` is `2026-03-16`, or `2026-03-16T14:30-05:00`; the events of `received` are"
    )
    out.append("listed under [law](law/README.md).\n")
    for kind in _structs(shape.CaseFile, []):
        out += [f"## {kind.__name__}\n", f"{(inspect.getdoc(kind) or '').split(chr(10))[0]}\n"]
        out += [f"* `{field.encode_name}`: {_shown(field.type)}" for field in msgspec.structs.fields(kind)]
        out.append("")
    return "\n".join(out)


def _structs(kind: type, seen: list[type]) -> Iterator[type]:
    if kind in seen:
        return
    seen.append(kind)
    yield kind
    for field in msgspec.structs.fields(kind):
        for inner in (field.type, *getattr(field.type, "__args__", ())):
            if inspect.isclass(inner) and issubclass(inner, msgspec.Struct):
                yield from _structs(inner, seen)


def _shown(kind: object) -> str:
    words = re.sub(r"[\w.]*\.(\w+)", r"\1", str(kind)).replace("<class '", "").replace("'>", "")
    return (
        words.replace("Literal['', ", "one of [")
        .replace("tuple[", "list of ")
        .replace(", ...]", "")
        .replace("str", "text")
        .replace("NoneType", "nothing")
    )


WRITTEN = {
    "commands": commands, "checks": checks, "errors": error_page, "packs": packs, "nouns": nouns,
    "case-folder": case_folder,
}  # fmt: skip


def law() -> dict[str, Callable[[], str]]:
    """A page for each body of law, and the index."""
    held = {f"law/{id_}": functools.partial(law_pages.page, id_, pack) for id_, pack in shipped().all(LawPack)}
    return held | {"law/README": functools.partial(law_pages.index, shipped())}


def main() -> int:
    """Write every page, or check it."""
    drifted = []
    for name, page in (WRITTEN | law()).items():
        path = PAGES / f"{name}.md"
        text = NOTE + page().rstrip() + "\n"
        if "--check" in sys.argv[1:]:
            drifted += [f"{name}.md"] if not path.exists() or path.read_text() != text else []
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    if drifted:
        print(f"drifted from the code: {', '.join(drifted)}; run `make docs`")
    return 1 if drifted else 0


if __name__ == "__main__":
    sys.exit(main())
