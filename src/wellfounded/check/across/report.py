"""An audit as one HTML file that needs no other, and as the command's JSON."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from wellfounded.check.across.compare import Audit
from wellfounded.check.across.store import Found

SHOWN = 12  # paths named in one row of a table
STYLE = """
:root { color-scheme: light dark; --ink: #1b2733; --line: #c9d2da; --paper: #fff; --error: #9c1c1c;
  --warning: #7a5200; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e9ee; --line: #44505b; --paper: #14191e; --error: #ff9c94; --warning: #f0c36a; }
}
body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 62rem;
  margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
.error { color: var(--error); } .warning { color: var(--warning); }
details { border-bottom: 1px solid var(--line); padding: .2rem 0; } summary { cursor: pointer; }
ul { margin: .3rem 0; padding-left: 1.2rem; } code { font-size: .92em; overflow-wrap: anywhere; }
"""


def as_json(audit: Audit, files: Iterable[tuple[str, Sequence[Found]]]) -> dict[str, object]:
    """Give `{letters, unnamed, broken, problems, cloned, told, others, files}`; lines count from 1 in the read text."""
    return {
        "letters": audit.letters,
        "unnamed": audit.unnamed,
        "broken": [{"file": path, "why": why} for path, why in audit.broken],
        "problems": [
            {"code": code, "severity": severity, "count": n, "letters": of} for code, severity, n, of in audit.codes
        ],
        "cloned": [{"letters": one.letters, "patients": one.patients, "alike": one.alike} for one in audit.cloned],
        "told": [
            {"places": [{"file": path, "line": line} for path, line in one.places], "patients": one.patients}
            for one in audit.told
        ],
        "others": [{"file": one.letter, "line": one.line, "what": one.what, "of": one.of} for one in audit.others],
        "files": [{"file": path, "problems": [found._asdict() for found in some]} for path, some in files],
    }


def as_html(
    audit: Audit, files: Iterable[tuple[str, Sequence[Found]]], rules: dict[str, str], folder: str, day: str
) -> Iterator[str]:
    """Give the report piece by piece; *rules* says of each code what a letter must do.

    It names files and lines, and says of a letter's content only what the messages of the rules say.
    """
    yield f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Audit of {escape(folder)}</title>'
    yield f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style>'
    yield f"<h1>Audit of {escape(folder)}</h1><p>{escape(day)}: {_count(audit.letters, 'letter')} checked, "
    yield f"{_count(len(audit.broken), 'file')} could not be read. {_count(audit.unnamed, 'letter')} name no "
    yield "patient and were not compared with others.</p>"
    yield from _table(
        "Details of another patient",
        "A name, member number or birth date that other letters give to another patient: it may be a breach.",
        ("Letter", "Line", "What", "Whose letters"),
        ((one.letter, one.line, one.what, _paths(one.of, len(one.of))) for one in audit.others),
    )
    yield from _table(
        "Letters that read the same",
        "Bodies alike in eight of ten runs of words once names and figures are left out, over several patients.",
        ("Patients", "Alike", "Letters"),
        ((one.patients, f"{one.alike:.0%}", _paths(one.letters, len(one.letters))) for one in audit.cloned),
    )
    yield from _table(
        "Findings told of several patients",
        "One sentence with a figure, a day or a treatment, word for word in the letters of several patients.",
        ("Patients", "Where"),
        ((one.patients, _paths((f"{p}:{n}" for p, n in one.places), len(one.places))) for one in audit.told),
    )
    yield from _table("Files that could not be read", "", ("File", "Why"), audit.broken)
    yield "<h2>Problems by rule</h2><table><tr><th>Rule<th>What a letter must do"
    yield "<th class=n>Problems<th class=n>Letters</tr>"
    for code, severity, n, of in audit.codes:
        yield f"<tr><td class={severity}>{code}<td>{escape(rules.get(code, ''))}<td class=n>{n}<td class=n>{of}</tr>\n"
    yield "</table><h2>Problems by letter</h2>"
    for path, some in files:
        worst = sum(found.severity == "error" for found in some)
        told = f"{_count(worst, 'error')}, {len(some)} in all"
        yield f"<details><summary><code>{escape(path)}</code>: {told}</summary><ul>"
        for found in some:
            yield f"<li><span class={found.severity}>{found.code}</span> line {found.line}: {escape(found.message)}"
        yield "</ul></details>\n"


def _table(title: str, says: str, heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    held = list(rows)
    yield f"<h2>{title}</h2>"
    if not held:
        yield "<p>None.</p>"
        return
    yield f"<p>{says}</p><table><tr>{''.join(f'<th>{head}' for head in heads)}</tr>"
    for row in held:
        yield f"<tr>{''.join(f'<td>{escape(str(cell))}' for cell in row)}</tr>\n"
    yield "</table>"


def _paths(paths: Iterable[str], n: int) -> str:
    shown = [path for path, _ in zip(paths, range(SHOWN), strict=False)]
    return ", ".join(shown) + (f" and {n - SHOWN} more" if n > SHOWN else "")


def _count(n: int, word: str) -> str:
    return f"{n} {word}{'s' if n != 1 else ''}"
