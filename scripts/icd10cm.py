"""Build the ICD-10-CM table from the tabular list in XML that the National Center for Health Statistics publishes.

    python scripts/icd10cm.py TABULAR.xml RELEASED CODES.txt

RELEASED is the first day of the edition, as in 2026-04-01. CODES.txt lists every valid code without dots, one a line.
It decides which endings exist (a fatal head injury has no later encounter), and the build stops where it holds a code
that the list in XML does not.
"""

import sqlite3
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parent.parent / "src/wellfounded/terms/icd10cm.sqlite"

TABLES = """
PRAGMA page_size = 4096;
CREATE TABLE edition (released TEXT, source TEXT);
CREATE TABLE ending (code_set INTEGER, letter TEXT, says TEXT, PRIMARY KEY (code_set, letter)) WITHOUT ROWID;
CREATE TABLE code (
    id INTEGER PRIMARY KEY, code TEXT, title TEXT, billable INTEGER, parent INTEGER, endings INTEGER
);
CREATE VIRTUAL TABLE words USING fts5 (
    said, content = '', columnsize = 0, detail = none, tokenize = 'porter unicode61'
);
"""

Ending = tuple[tuple[str, str], ...]
Row = tuple[str, str, str, str, Ending, bool]


def walk(node: ET.Element, parent: str, endings: Ending) -> Iterator[Row]:
    """Yield code, title, parent, synonyms, endings and whether it is a leaf, in the order of the list."""
    code = node.findtext("name", "").strip()
    own = tuple((e.get("char", ""), " ".join((e.text or "").split())) for e in node.iterfind("sevenChrDef/extension"))
    endings = own or endings
    synonyms = "; ".join(" ".join((note.text or "").split()) for note in node.iterfind("inclusionTerm/note"))
    below = node.findall("diag")
    yield code, " ".join(node.findtext("desc", "").split()), parent, synonyms, endings, not below
    for child in below:
        yield from walk(child, code, endings)


def spelled(code: str, letter: str) -> str:
    """A code with its seventh character, padded, without a dot."""
    return f"{code.replace('.', ''):X<6}{letter}"


def build(tabular: Path, released: str, listed: set[str], out: Path) -> set[str]:
    """Write the table to `out`; return every code without dots, endings included."""
    out.unlink(missing_ok=True)
    database = sqlite3.connect(out)
    database.executescript(TABLES)
    source = "ICD-10-CM tabular list, National Center for Health Statistics"
    database.execute("INSERT INTO edition VALUES (?, ?)", (released, source))
    sets: dict[Ending, int] = {}
    codes: set[str] = set()
    roots = [diag for section in ET.parse(tabular).iterfind("chapter/section") for diag in section.iterfind("diag")]
    rows = sorted(row for root in roots for row in walk(root, "", ()))
    numbers = {row[0]: number for number, row in enumerate(rows, 1)}
    for number, (code, title, parent, synonyms, endings, leaf) in enumerate(rows, 1):
        ends = tuple(end for end in endings if leaf and spelled(code, end[0]) in listed)
        key = sets.setdefault(ends, len(sets) + 1) if ends else None
        database.execute(
            "INSERT INTO code VALUES (?, ?, ?, ?, ?, ?)",
            (number, code, title, leaf and not ends, numbers.get(parent), key),
        )
        database.execute("INSERT INTO words (rowid, said) VALUES (?, ?)", (number, f"{title}; {synonyms}"))
        codes |= {code.replace(".", ""), *(spelled(code, letter) for letter, _ in ends)}
    for ends, key in sets.items():
        database.executemany("INSERT INTO ending VALUES (?, ?, ?)", ((key, *end) for end in ends))
    database.execute("CREATE UNIQUE INDEX by_code ON code (code)")
    database.execute("CREATE INDEX by_parent ON code (parent)")
    database.execute("INSERT INTO words (words) VALUES ('optimize')")
    database.commit()
    database.execute("VACUUM")
    database.close()
    return codes


def main() -> None:
    """Build, compare with the list of codes where one is given, and say what was written."""
    tabular, released, path = sys.argv[1:]
    listed = {line for line in Path(path).read_text().split() if "-" not in line and len(line) > 2}
    codes = build(Path(tabular), released, listed, OUT)
    if codes != listed:
        sys.exit(f"The two lists do not agree: {sorted(codes ^ listed)[:20]}")
    print(f"{len(codes)} codes, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
