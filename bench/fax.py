"""Set a text as pages and send them by fax: 1-bit pictures of 204 by 196 dots to the inch, in one TIFF."""

import io
import json
import shutil
from pathlib import Path

import typst

PAGE = """
#set page("us-letter", margin: 0.6in)
#set text(font: "DejaVu Sans Mono", size: {size}pt)
#raw(json(bytes(sys.inputs.data)))
"""
WIDEST = 96  # characters of a line at 8.5 points


def faxed(text: str) -> bytes:
    """Give *text* as the TIFF a fax machine makes of its print-out; long lines are set smaller."""
    import pypdfium2  # noqa: PLC0415 - only where pages are drawn

    longest = max((len(line) for line in text.splitlines()), default=1)
    size = min(10.0, 8.5 * WIDEST / longest)
    made = typst.Compiler().compile(
        PAGE.format(size=round(size, 1)).encode(), format="pdf", sys_inputs={"data": json.dumps(text)}
    )
    pages = [
        page.render(scale=204 / 72, grayscale=True).to_pil().convert("1", dither=0)
        for page in pypdfium2.PdfDocument(made)
    ]
    held = io.BytesIO()
    first, *rest = [page.resize((page.width, round(page.height * 196 / 204))) for page in pages]
    first.save(held, "TIFF", compression="group4", dpi=(204, 196), save_all=True, append_images=rest)
    return held.getvalue()


def case(folder: Path, into: Path) -> Path:
    """Copy a case with every third of its chart's texts as a fax, the first among them."""
    shutil.copytree(folder, into)
    for n, path in enumerate(sorted((into / "chart").glob("*.txt"))):
        if n % 3 == 0:
            path.with_suffix(".tif").write_bytes(faxed(path.read_text("utf-8")))
            path.unlink()
    return into
