"""Comments put into a Word file at the words they are about."""

import copy
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from wellfounded.wire import docx_edit
from wellfounded.wire.docx_edit import BODY, GONE

AUTHOR, INITIALS = "wellfounded check", "WF"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip file can state: same input, same bytes


class Note(NamedTuple):
    """One comment: two character offsets in the read text, and its words."""

    span: tuple[int, int]
    words: str


def annotated(data: bytes, text: str, notes: Iterable[Note], on: date) -> bytes:
    """Give the Word file, read as *text*, with each note as a comment on its words; *on* is the comments' day.

    Word takes comments in the body alone: a note on a header, a footer or a number that Word makes stands on the
    nearest run of the body after it. Comments and tracked changes of the file are kept. Raises UnreadableDocument
    where the file is damaged or cannot be traced.
    """
    import docx  # noqa: PLC0415 - 60 ms, wanted only here
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above
    from docx.text.run import Run  # noqa: PLC0415 - as above

    word = docx_edit.opened(data)
    held = docx.Document(io.BytesIO(data))
    ranges = [(note, _under(word, text, note.span)) for note in notes]
    texts = list(_texts(held.element))
    cuts: dict[int, set[int]] = {}
    for _, under in ranges:
        for n, first, last in under:
            cuts.setdefault(n, set()).update((first, last))
    pieces = {n: _split(texts[n], sorted(at)) for n, at in cuts.items() if n < len(texts)}
    for note, under in ranges:
        inside = [run for n, first, last in under for at, run in pieces.get(n, ()) if first <= at < last]
        if inside:
            runs = [Run(element, held) for element in (inside[0], inside[-1])]
            made = held.add_comment(runs, note.words, AUTHOR, INITIALS)
            made._comment_elm.set(qn("w:date"), f"{on.isoformat()}T00:00:00Z")  # noqa: SLF001 - it sets now
    out = io.BytesIO()
    held.save(out)
    return _timeless(out.getvalue())


def _under(word: docx_edit.Word, text: str, span: tuple[int, int]) -> Sequence[tuple[int, int, int]]:
    """Give the runs of the body under *span*, or the first after it where it stands on none."""
    body = [each for each in docx_edit.spans(word, text, span) if word.runs[each[0]].part == BODY]
    if body:
        return body
    first = len("".join(text[: span[0]].split()))
    runs = [place.run for place in word.places[first:] if place is not None and word.runs[place.run].part == BODY]
    return [(runs[0], 0, len(word.runs[runs[0]].text))] if runs else []


def _texts(element: Any, *, gone: bool = False) -> Iterator[Any]:  # noqa: ANN401 - lxml ships no types
    """Give the elements that `docx_edit` counts as runs, in its order."""
    for child in element:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name == "t" and child.text and not gone:
            yield child
        else:
            yield from _texts(child, gone=gone or name in GONE)


def _split(text: Any, cuts: list[int]) -> list[tuple[int, Any]]:  # noqa: ANN401 - as above
    """Cut the run that holds *text* at each offset, formatting kept; give each piece with where it begins."""
    run, whole = text.getparent(), text.text
    if not run.tag.endswith("}r"):
        return []  # words in a drawing or a formula take no comment
    pieces, end = [], len(whole)
    for at in sorted((cut for cut in cuts if 0 < cut < end), reverse=True):
        rest = run.makeelement(run.tag, dict(run.attrib))
        rest.extend(copy.deepcopy(each) for each in run if each.tag.endswith("}rPr"))
        cut = text.makeelement(text.tag)
        _set(cut, whole[at:end])
        rest.extend([cut, *text.itersiblings()])
        _set(text, whole[:at])
        run.addnext(rest)
        pieces.append((at, rest))
        end = at
    return [(0, run), *reversed(pieces)]


def _set(text: Any, words: str) -> None:  # noqa: ANN401 - as above
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _timeless(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for member in made.infolist():
            kept.writestr(zipfile.ZipInfo(member.filename, EPOCH), made.read(member), zipfile.ZIP_DEFLATED)
    return out.getvalue()
