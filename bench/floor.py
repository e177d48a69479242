"""The least the chosen libraries need to read the same files and make the same kinds of output, with no logic."""

import io
import json
import sys
import zipfile
from pathlib import Path

PAGE = """
#let d = json(bytes(sys.inputs.data))
#set document(title: "Letter", date: datetime(year: 2026, month: 1, day: 1))
#set text(lang: "en", font: "Libertinus Serif")
#set page("us-letter", margin: 1in)
#for p in d { par(p) }
"""
PARAGRAPH = (
    "The patient has a long history of the condition, and each treatment, dose, date and outcome stands here. " * 4
)


def read(path: Path) -> int:
    """Read one file's text, with line boxes where it is a PDF."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        import pypdfium2  # noqa: PLC0415 - each only where it is needed

        held = 0
        for page in pypdfium2.PdfDocument(data):
            text = page.get_textpage()
            for n in range(text.count_rects()):
                held += len(text.get_text_bounded(*text.get_rect(n)))
        return held
    if path.suffix == ".docx":
        import docx  # noqa: PLC0415

        return len("".join(paragraph.text for paragraph in docx.Document(path).paragraphs))
    if path.suffix == ".json":
        return len(json.loads(data))
    return len(data.decode(errors="replace"))


def files(folder: Path) -> list[Path]:
    """Give the documents of a case."""
    return sorted(p for place in ("payer", "policy", "chart") for p in (folder / place).rglob("*") if p.is_file())


def main(folder: Path, out: Path) -> None:
    """Read everything, set a three-page letter twice, write Word, bind a packet with every PDF page."""
    import docx  # noqa: PLC0415
    import pikepdf  # noqa: PLC0415
    import typst  # noqa: PLC0415

    for path in files(folder):
        read(path)
    data = {"data": json.dumps([PARAGRAPH] * 18)}
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    letter = typst.Compiler(font_paths=fonts).compile(
        PAGE.encode(), format="pdf", sys_inputs=data, pdf_standards=["ua-1", "a-2a"]
    )
    typst.Compiler(font_paths=fonts).compile(PAGE.encode(), format="pdf", sys_inputs=data)
    word = docx.Document()
    for _ in range(18):
        word.add_paragraph(PARAGRAPH)
    held = io.BytesIO()
    word.save(held)
    packet = pikepdf.Pdf.open(io.BytesIO(letter))
    opened = [pikepdf.Pdf.open(path) for path in files(folder) if path.suffix == ".pdf"]
    for pdf in opened:
        packet.pages.extend(pdf.pages)
    bound = io.BytesIO()
    packet.save(bound)
    out.mkdir(parents=True, exist_ok=True)
    (out / "letter.pdf").write_bytes(letter)
    (out / "letter.docx").write_bytes(held.getvalue())
    (out / "packet.pdf").write_bytes(bound.getvalue())
    zipfile.ZipFile(io.BytesIO(held.getvalue())).close()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    else:  # only to read: one file, or all of a case
        given = Path(sys.argv[1])
        for each in files(given) if given.is_dir() else [given]:
            read(each)
