"""Word files as text: insertions in and deletions out, lists with their numbers, a table row on one line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import xml
from wellfounded.wire.archive import Archive
from wellfounded.wire.numbering import Numbering, indents, numbering
from wellfounded.wire.sheet import Paper, Sheet
from wellfounded.wire.symbols import PRIVATE

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TWIPS = 100  # for one leading space: 5 points, as in PDF text
PRINTED = 100  # characters; a longer paragraph wraps on paper, so a blank line must say where it ends
LONG = 300  # characters; a cell with several paragraphs past this is layout, not data
GONE = {"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "sdtPr", "commentReference"}
GIVEN = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": "\t"}


@dataclass(slots=True)
class _Word:
    """What the paragraphs of one file are read with."""

    lists: Numbering
    styles: dict[str, Element]
    notes: dict[str, Element]
    noted: list[str] = field(default_factory=list)


def paper(archive: Archive) -> Paper:
    """Give a Word file's text: headers first, then the body, footnotes, footers. Comments are left out.

    Raises UnreadableDocument where a part is damaged or missing.
    """
    if "word/document.xml" not in archive.names:
        raise UnreadableDocument("the archive holds no Word document", hint="Give a .docx, a PDF or a text file.")

    def part(name: str) -> Element | None:
        content = archive.read(name)
        return xml.parse(content) if content else None

    root = xml.parse(archive.read("word/document.xml"))
    styles, notes = part("word/styles.xml"), part("word/footnotes.xml")
    word = _Word(
        numbering(part("word/numbering.xml")),
        {one.get("styleId", ""): one for one in (() if styles is None else styles.findall("style"))},
        {one.get("id", ""): one for one in (() if notes is None else notes.findall("footnote"))},
    )

    def around(kind: str) -> str:
        names = sorted(name for name in archive.names if name.startswith(f"word/{kind}") and name.endswith(".xml"))
        texts = [_story(word, xml.parse(archive.read(name))).replace("\f", "") for name in names]
        return "".join(f"{text.strip()}\n" for text in dict.fromkeys(texts) if text.strip())

    body = root.find("body")
    text = around("header") + ("" if body is None else _story(word, body))
    text += "".join(f"{note}\n" for note in word.noted) + around("footer")
    pages = [page for page in text.split("\f") if page.strip()] or [""]
    remarks = []
    if any(next(root.iter(tag), None) is not None for tag in ("ins", "del", "moveFrom", "moveTo")):
        remarks.append("tracked changes were read as if accepted")
    if any(name.startswith("word/comments") for name in archive.names):
        remarks.append("comments were left out")
    return Paper(MEDIA, tuple(Sheet(page) for page in pages), tuple(remarks))


def _story(word: _Word, root: Element) -> str:
    return "".join(_blocks(word, root))


def _blocks(word: _Word, parent: Element) -> Iterator[str]:
    long = False
    for child in parent:
        if child.tag == "p":
            text = _paragraph(word, child)
            apart = len(text) > PRINTED and not _listed(word, child)
            yield "\n" if long or apart or _heads(child) else ""
            yield text
            long = apart
        elif child.tag == "tbl":
            yield from _table(word, child)
        elif child.tag not in GONE:
            yield from _blocks(word, child)


def _heads(paragraph: Element) -> bool:
    style = paragraph.find("pPr/pStyle")
    return style is not None and style.get("val", "").startswith(("Heading", "Title"))


def _listed(word: _Word, paragraph: Element) -> bool:
    return any(properties.find("numPr") is not None for properties in _properties(word, paragraph))


def _paragraph(word: _Word, paragraph: Element) -> str:
    pieces = list(_pieces(word, paragraph))
    text = "".join(pieces)
    lead = "\f" if text.lstrip(" ").startswith("\f") else ""
    trail = "\f" if "\f" in text.strip() and not lead else ""
    text = text.replace("\f", "").rstrip()
    mark, left = _mark(word, paragraph)
    boxes = "".join(_story(word, box) for box in _boxes(paragraph))
    if not text.strip():
        return f"{lead}{boxes}{trail}" + ("" if boxes or lead or trail else "\n")
    gap = " " * (left // TWIPS)
    lines = "\n".join(gap + line for line in f"{mark} {text.lstrip()}".lstrip().split("\n"))
    return f"{lead}{lines}\n{boxes}{trail}"


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Give the text boxes anchored in a paragraph, once each: the fallback drawing repeats them."""
    for child in paragraph:
        if child.tag == "txbxContent":
            yield child
        elif child.tag not in GONE:
            yield from _boxes(child)


def _pieces(word: _Word, element: Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == "t":
            yield child.text or ""
        elif tag in GIVEN:
            yield GIVEN[tag]
        elif tag == "br":
            yield "\f" if child.get("type") == "page" else "\n"
        elif tag == "lastRenderedPageBreak":
            yield "\f"
        elif tag == "sym":
            code = int(child.get("char", "20"), 16)
            yield PRIVATE.get(code | 0xF000, chr(code))
        elif tag == "checkBox":
            yield "☒" if _ticked(child) else "☐"
        elif tag == "footnoteReference":
            number = len(word.noted) + 1
            note = word.notes.get(child.get("id", ""))
            word.noted.append(f"[{number}] " + ("" if note is None else xml.words(note)))
            yield f"[{number}]"
        elif tag not in GONE and tag != "txbxContent":
            yield from _pieces(word, child)


def _ticked(box: Element) -> bool:
    state = box.find("checked")
    if state is None:
        state = box.find("default")
    return state is not None and state.get("val", "1") not in {"0", "false", "off"}


def _mark(word: _Word, paragraph: Element) -> tuple[str, int]:
    """Give the number or bullet Word prints before a paragraph, and the left edge of its first line in twips."""
    number, depth, left, hanging = "", 0, None, 0
    for properties in _properties(word, paragraph):
        listed = properties.find("numPr")
        if listed is not None and not number:
            one, level = listed.find("numId"), listed.find("ilvl")
            number = "" if one is None else one.get("val", "")
            depth = 0 if level is None else int(level.get("val", "0"))
        indent = properties.find("ind")
        if indent is not None and left is None:
            left, hanging = indents(indent)
    level_ = word.lists.level(number, depth)
    if left is None:
        left, hanging = (0, 0) if level_ is None else (level_.left, level_.hanging)
    mark = word.lists.next(number, depth) if number not in {"", "0"} else ""
    return PRIVATE.get(ord(mark), mark) if len(mark) == 1 else mark, max(0, left - hanging)


def _properties(word: _Word, paragraph: Element) -> Iterator[Element]:
    """Give the paragraph's own properties, then its style's, then those of the styles that one is based on."""
    own = paragraph.find("pPr")
    if own is None:
        return
    yield own
    name = own.find("pStyle")
    for _ in range(10):  # a chain of styles ends; a damaged file may close a ring
        style = word.styles.get("" if name is None else name.get("val", ""))
        if style is None:
            return
        properties = style.find("pPr")
        if properties is not None:
            yield properties
        name = style.find("basedOn")


def _table(word: _Word, table: Element) -> Iterator[str]:
    for row in _within(table, "tr"):
        texts = [_story(word, cell).replace("\f", "") for cell in _within(row, "tc")]
        cells = [[line.strip() for line in text.split("\n") if line.strip()] for text in texts]
        if len(cells) == 1 or any(len(cell) > 1 and sum(map(len, cell)) > LONG for cell in cells):
            yield from (f"{line}\n" for cell in cells for line in cell)
        else:
            yield "\t".join(" ".join(cell) for cell in cells).rstrip() + "\n"


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """Give the nearest elements of one tag, through content controls but not through an inner table."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in GONE and child.tag != "tbl":
            yield from _within(child, tag)
