"""Pages of text and pictures of pages, read by us and by the library alone."""

import importlib.util
import io
from pathlib import Path

from timing import one, row, warm

CASE = Path(__file__).parent.parent / ".cache" / "bench" / "case"


def table() -> None:
    """Print the two rows; without the `ocr` extra only the first."""
    from wellfounded import read  # noqa: PLC0415
    from wellfounded.wire import pdf  # noqa: PLC0415

    path = CASE / "chart" / "records.pdf"
    data, pages = path.read_bytes(), 60

    def ours() -> None:
        pdf._page.cache_clear()  # noqa: SLF001 - it keeps the pages of the last file
        read.document(path.name, data)

    import floor  # noqa: PLC0415

    seconds = warm(ours, 5)
    row("60 pages of text PDF", seconds, warm(lambda: floor.read(path), 5))
    one("text PDF", f"{pages / seconds:.0f} pages a second", ">= 20")
    if importlib.util.find_spec("tesserocr") is None:
        one("scanned page", "not measured", "the `ocr` extra is not installed")
        return
    scanned(data)


def scanned(data: bytes) -> None:
    """Print the row of three scanned pages: clean ones, on which the engine need not be asked again."""
    import pypdfium2  # noqa: PLC0415
    import tesserocr  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    from wellfounded import read  # noqa: PLC0415
    from wellfounded.wire.ocr import DATA  # noqa: PLC0415

    pictures: list[Image.Image] = [
        page.render(scale=200 / 72, grayscale=True).to_pil() for page in list(pypdfium2.PdfDocument(data))[:3]
    ]
    files = []
    for picture in pictures:
        held = io.BytesIO()
        picture.save(held, "PNG", dpi=(200, 200))
        files.append(held.getvalue())
    trained = next(place for place in DATA if (place / "eng.traineddata").is_file())

    def engine() -> None:
        with tesserocr.PyTessBaseAPI(path=str(trained), lang="eng") as api:
            for file in files:
                api.SetImage(Image.open(io.BytesIO(file)))
                api.GetUTF8Text()

    row("3 scanned pages", warm(lambda: [read.document("p.png", file) for file in files], 3), warm(engine, 3),
        goal="<= 1.2")  # fmt: skip
