"""Build every PDF and Word file of the bundled examples from the sources in scripts/examples, always the same bytes.

A file scripts/examples/<slug>/<folder>/<name>.typ becomes examples/<slug>/<folder>/<name>.pdf, and
<name>.docx.txt becomes <name>.docx and <name>.scan.typ a PDF of pictures with no text. Run it as
`python scripts/examples.py [slug ...]`.
"""

import io
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import pypdfium2
import typst
from PIL import Image

HERE = Path(__file__).parent / "examples"
OUT = Path(__file__).parents[1] / "examples"
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)  # a zip entry and a Word file must carry some date


def main(slugs: list[str]) -> None:
    for source in sorted(HERE.glob("*/*/*")):
        slug, folder, name = source.relative_to(HERE).parts
        if slugs and slug not in slugs:
            continue
        target = OUT / slug / folder
        target.mkdir(parents=True, exist_ok=True)
        if name.endswith(".scan.typ"):
            (target / f"{name.removesuffix('.scan.typ')}.pdf").write_bytes(scan(pdf(source)))
        elif name.endswith(".typ"):
            (target / f"{source.stem}.pdf").write_bytes(pdf(source))
        elif name.endswith(".docx.txt"):
            (target / source.stem).write_bytes(word(source.read_text()))


def pdf(source: Path) -> bytes:
    # Only the fonts inside the compiler: the same bytes on every machine.
    made = typst.compile(str(source), root=str(HERE), ignore_system_fonts=True, timestamp=int(EPOCH.timestamp()))
    if not isinstance(made, bytes):
        raise TypeError(f"{source.name} did not make one PDF.")
    return made


def scan(made: bytes) -> bytes:
    """Print every page and scan it again: 200 dots an inch, black and white, a little askew, with specks."""
    sheets = []
    for page in pypdfium2.PdfDocument(made):
        sheet = (
            page.render(scale=200 / 72)
            .to_pil()
            .convert("L")
            .rotate(0.7, fillcolor=255, resample=Image.Resampling.BILINEAR)
        )
        for speck in range(400):  # a fixed walk, not chance: the same bytes every time
            sheet.putpixel((speck * 7919 % sheet.width, speck * 104729 % sheet.height), 0)
        sheets.append(sheet.point(lambda grey: 255 * (grey > 150)).convert("1"))
    bound = io.BytesIO()
    day = EPOCH.timetuple()
    sheets[0].save(bound, "PDF", resolution=200, save_all=True, append_images=sheets[1:], creationDate=day, modDate=day)
    return bound.getvalue()


def word(text: str) -> bytes:
    """Turn lines into Word: `# title`, `## heading`, `- item`, `a | b` table rows, else a paragraph."""
    document = docx.Document()
    properties = document.core_properties
    properties.author, properties.created, properties.modified = "", EPOCH, EPOCH
    table = None
    for line in text.splitlines():
        cells = line.split(" | ")
        if len(cells) > 1:
            if table is None:
                table = document.add_table(rows=0, cols=len(cells), style="Table Grid")
            for cell, value in zip(table.add_row().cells, cells, strict=True):
                cell.text = value
            continue
        table = None
        if line.startswith("# "):
            document.add_heading(line[2:], level=1)
        elif line.startswith("## "):
            document.add_heading(line[3:], level=2)
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        elif line:
            document.add_paragraph(line)
    packed = io.BytesIO()
    document.save(packed)
    return undated(packed)


def undated(packed: io.BytesIO) -> bytes:
    """Give every entry of a zip the same date, which the writer would take from the clock."""
    clean = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return clean.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
