"""Highlights with a note put into a PDF over the words they are about."""

import io
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from wellfounded.wire.words import Box

AUTHOR = "wellfounded check"
ICON = 18.0  # points a side: a note on no words is shown as an icon in the margin of its page


class Note(NamedTuple):
    """One note: its page (from 1), the boxes of its words in points from the upper left, its words, its colour."""

    page: int
    boxes: Sequence[Box]
    words: str
    colour: tuple[float, float, float]


def annotated(data: bytes, notes: Iterable[Note]) -> bytes:
    """Give the PDF with a highlight for each note, or an icon at the top of the page where it has no boxes.

    Pages and the annotations there are keep their content; the file gets no date of ours, so it is the same each time.
    """
    import pikepdf  # noqa: PLC0415 - 70 ms, wanted only here

    with pikepdf.open(io.BytesIO(data)) as held:
        icons: dict[int, int] = {}
        for note in notes:
            page = held.pages[note.page - 1]
            if note.boxes:
                made = _highlight(pikepdf, held, page, note)
            else:
                made = _icon(pikepdf, page, note, icons.setdefault(note.page, 0))
                icons[note.page] += 1
            if "/Annots" not in page:
                page.Annots = pikepdf.Array()
            page.Annots.append(held.make_indirect(made))
        out = io.BytesIO()
        held.save(out, deterministic_id=True)
        return out.getvalue()


def _highlight(pikepdf: Any, held: Any, page: Any, note: Note) -> Any:  # noqa: ANN401 - the module, imported lazily
    left, _, _, top = (float(value) for value in page.cropbox.as_list())
    corners = [(left + box.x0, top - box.y1, left + box.x1, top - box.y0) for box in note.boxes]  # x, low, x, high
    quads = [value for a, low, b, high in corners for value in (a, high, b, high, a, low, b, low)]
    rectangle = [min(c[0] for c in corners), min(c[1] for c in corners)]
    rectangle += [max(c[2] for c in corners), max(c[3] for c in corners)]
    drawn = b"/Darker gs %.2f %.2f %.2f rg\n" % note.colour
    drawn += b"\n".join(b"%.1f %.1f %.1f %.1f re f" % (a, low, b - a, high - low) for a, low, b, high in corners)
    look = held.make_stream(
        drawn,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=pikepdf.Array([round(value, 1) for value in rectangle]),
        Resources=pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(Darker=pikepdf.Dictionary(BM=pikepdf.Name.Multiply))),
    )
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Highlight,
        Rect=pikepdf.Array([round(value, 1) for value in rectangle]),
        QuadPoints=pikepdf.Array([round(value, 1) for value in quads]),
        C=pikepdf.Array(note.colour),
        T=AUTHOR,
        Contents=note.words,
        F=4,  # printed with the page
        AP=pikepdf.Dictionary(N=look),
    )


def _icon(pikepdf: Any, page: Any, note: Note, before: int) -> Any:  # noqa: ANN401 - as above
    left, _, _, top = (float(value) for value in page.cropbox.as_list())
    x, y = left + 6, top - 6 - ICON * (before + 1)
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Text,
        Rect=pikepdf.Array([x, y, x + ICON, y + ICON]),
        Name=pikepdf.Name.Comment,
        C=pikepdf.Array(note.colour),
        T=AUTHOR,
        Contents=note.words,
        F=4,
    )
