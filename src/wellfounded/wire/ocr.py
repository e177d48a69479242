"""Optical reading of page pictures with tesseract (the `ocr` extra): words with places and a confidence each."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageChops, ImageFilter

from wellfounded.errors import UnreadableDocument
from wellfounded.wire.ruled import without_rules
from wellfounded.wire.scan import WIDE, Picture, Scan
from wellfounded.wire.skew import is_sideways, levelled, sharpness, turned
from wellfounded.wire.squares import not_letters, squares, wiped
from wellfounded.wire.ticks import Tick, with_ticks
from wellfounded.wire.words import Box, Word

DATA = tuple(Path(place) for place in (
    "/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata",
    "/usr/local/share/tessdata", "/opt/homebrew/share/tessdata",
))  # fmt: skip
HINT = 'Install `pip install "wellfounded[ocr]"` and the system packages tesseract-ocr-eng and tesseract-ocr-deu.'
POOR = 0.7  # confidence under which the page may stand on its head
NOISE = 0.25  # confidence under which a word is a smudge, a stamp or a hand, and is left unread
DOUBT = 0.6  # confidence under which a run of words is read once more by itself
TRIES = 40  # runs; a page with more is bad throughout
GERMAN = frozenset(
    ("der", "die", "das", "und", "nicht", "ist", "für", "mit", "von", "sie", "ihre", "wir", "zu", "dem", "eine", "auf")
)


def read(picture: Picture) -> Scan:
    """Read one page; raises UnreadableDocument where tesseract or its data is not installed."""
    ready = prepared(picture)
    sharp = sharpness(ready)
    scan = _upright(ready, 0, sharp)
    sure = scan.confidence >= POOR and len(scan.words) >= 5
    for way in (90, 270) if is_sideways(ready, sharp) else () if sure else (180, 90, 270):
        scan = max(scan, _upright(ready, way, None), key=_worth)
    if _german(scan.words) and "deu" in _languages():
        scan = max(scan, _upright(ready, scan.turn, None, "deu+eng"), key=lambda one: one.confidence)
    return scan


def _worth(scan: Scan) -> float:
    return scan.confidence * len(scan.words)


def prepared(picture: Picture) -> Image.Image:
    """Give the picture as tesseract reads it best: square dots, specks gone, edges soft.

    Words right, before and after, on pages of four papers: fax 204x98 with little noise 84.6% and 90.1%, with much
    25.2% and 79.5%; fax 204x196 with little 97.2% and 97.3%, with much 72.8% and 94.3%. A median filter, the usual
    advice, gave 86.7% and 73.6% at 204x98, because it rubs out strokes one dot thick.
    """
    grey = picture.grey
    if picture.coarse:
        grey = grey.resize((grey.width, grey.height * 2), Image.Resampling.BICUBIC)
        grey = grey.filter(ImageFilter.GaussianBlur(1.2))
        return grey.resize((grey.width * 3 // 2, grey.height * 3 // 2), Image.Resampling.BICUBIC)
    if _two_tone(grey):
        return _without_specks(grey).filter(ImageFilter.GaussianBlur(0.8))
    return grey


def _upright(grey: Image.Image, turn: int, sharp: Sequence[float] | None, language: str = "eng") -> Scan:
    page = turned(grey, turn) if turn else grey
    image, slope = levelled(page, sharp or sharpness(page))
    image, rules = without_rules(image)
    points = WIDE / image.width
    words = tuple(_recognize(image, language))
    ticks = not_letters(squares(image), [_times(word, 1 / points) for word in words])
    if ticks:  # read again without them: a box is read as a letter, or as the first of the next word
        words = tuple(_recognize(wiped(image, ticks), language))
    letters = sum(len(word.text) for word in words)
    sure = sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0
    strokes = tuple(Box(*(place * points for place in rule)) for rule in rules)
    boxes = [Tick(Box(*(place * points for place in box)), on) for box, on in ticks]
    words = tuple(with_ticks(words, boxes))
    return Scan(words, strokes, round(sure, 3), image.height * points, turn, slope)


def _times(word: Word, by: float) -> Word:
    return word._replace(x0=word.x0 * by, x1=word.x1 * by, y=word.y * by, size=word.size * by)


def _two_tone(grey: Image.Image) -> bool:
    counts = grey.histogram()
    return sum(counts[:32]) + sum(counts[224:]) > 0.98 * sum(counts)


def _without_specks(grey: Image.Image) -> Image.Image:
    """Drop black dots with at most one black neighbour, and fill white dots with none that is white."""
    ink = ImageChops.invert(grey).filter(ImageFilter.Kernel((3, 3), [1] * 9, scale=9))
    lone = ink.point([255 if value <= 2 * 255 / 9 + 1 else 0 for value in range(256)])
    hole = ink.point([255 if value >= 8 * 255 / 9 - 1 else 0 for value in range(256)])
    return ImageChops.lighter(ImageChops.subtract(grey, hole), lone)


def _recognize(grey: Image.Image, language: str) -> Iterator[Word]:
    engine, tesserocr = _engine(language), _library()
    engine.SetPageSegMode(tesserocr.PSM.AUTO)
    engine.SetImage(grey)
    engine.SetSourceResolution(round(grey.width / WIDE * 72))
    found = _again(engine, tesserocr, [_Found(*one) for one in _lines(engine, tesserocr)], grey.size)
    engine.Clear()
    points = WIDE / grey.width
    for one in found:
        if one.sure < NOISE or (one.sure < DOUBT and not any(sign.isalnum() for sign in one.text)):
            continue
        yield Word(
            one.text, one.x0 * points, one.x1 * points, one.base * points, one.high * points, confidence=one.sure
        )


class _Found(NamedTuple):
    """A word in dots of the picture."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    base: float
    high: float
    sure: float


def _lines(engine: Any, tesserocr: Any) -> Iterator[tuple[str, int, int, int, int, float, float, float]]:  # noqa: ANN401
    engine.Recognize()
    unit = tesserocr.RIL.WORD
    found = engine.GetIterator()
    for one in tesserocr.iterate_level(found, unit) if found else ():
        try:
            text = one.GetUTF8Text(unit).strip()
        except RuntimeError:  # "No text returned": a word of no letters
            continue
        box = one.BoundingBox(unit)
        upright = (
            one.Orientation()[0] == tesserocr.Orientation.PAGE_UP
        )  # else a side note, or the page lies on its side
        if text and box is not None and upright:
            line = one.Baseline(tesserocr.RIL.TEXTLINE)
            base = box[3] if line is None else _at(line, (box[0] + box[2]) / 2)
            yield text, *box, base, one.RowAttributes()["row_height"] * 0.8, one.Confidence(unit) / 100


def _again(engine: Any, tesserocr: Any, found: list[_Found], size: tuple[int, int]) -> list[_Found]:  # noqa: ANN401
    """Read doubtful runs of a line once more by themselves: small type beside large is lost in the line's measure."""
    width, height = size
    runs: list[list[int]] = []
    for at, one in enumerate(found):
        if one.sure < DOUBT and runs and runs[-1][-1] == at - 1 and found[at - 1].base == one.base:
            runs[-1].append(at)
        elif one.sure < DOUBT:
            runs.append([at])
    engine.SetPageSegMode(tesserocr.PSM.SINGLE_LINE)
    for run in runs[:TRIES][::-1]:
        old = [found[at] for at in run]
        x0, x1 = min(one.x0 for one in old) - 4, max(one.x1 for one in old) + 4
        y0, y1 = min(one.y0 for one in old) - 4, max(one.y1 for one in old) + 4
        if sum(len(one.text) for one in old) < 3:
            continue
        engine.SetRectangle(max(0, x0), max(0, y0), min(x1, width) - max(0, x0), min(y1, height) - max(0, y0))
        new = [_Found(*one) for one in _lines(engine, tesserocr)]
        if new and _mean(new) > _mean(old) + 0.15:
            found[run[0] : run[-1] + 1] = new
    return found


def _mean(found: Sequence[_Found]) -> float:
    return sum(one.sure * len(one.text) for one in found) / sum(len(one.text) for one in found)


def _at(line: tuple[tuple[int, int], tuple[int, int]], x: float) -> float:
    (x0, y0), (x1, y1) = line
    return y0 + (y1 - y0) * (x - x0) / max(1, x1 - x0)


def _german(words: Sequence[Word]) -> bool:
    plain = [word.text.lower().strip(".,;:") for word in words]
    return sum(word in GERMAN for word in plain) > 0.06 * len(plain) + 3


def _library() -> Any:  # noqa: ANN401 -- tesserocr has no types
    try:
        import tesserocr  # noqa: PLC0415 -- an extra, and loaded for scans only
    except ImportError:
        raise UnreadableDocument("the page is a picture and optical reading is not installed", hint=HINT) from None
    return tesserocr


def _languages() -> frozenset[str]:
    return frozenset(file.stem for place in DATA for file in place.glob("*.traineddata"))


@cache
def _engine(language: str) -> Any:  # noqa: ANN401 -- as above
    tesserocr = _library()
    missing = set(language.split("+")) - _languages()
    if missing:
        raise UnreadableDocument("the page is a picture and the data for optical reading is not installed", hint=HINT)
    place = next(place for place in DATA if (place / f"{language[:3]}.traineddata").exists())
    return tesserocr.PyTessBaseAPI(path=str(place), lang=language, psm=tesserocr.PSM.AUTO)
