"""A Word file changed in place: its runs of text by number, every byte beside a changed run as it was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from xml.parsers import expat
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import docx
from wellfounded.wire.archive import Bounds, unzip

BODY = "word/document.xml"
STORIES = ("word/header", "word/footer", "word/footnotes.xml")
GONE = {"del", "moveFrom", "instrText", "Fallback"}  # what the reader leaves out and what may hold text
TRACKED = {"ins", "moveTo"}
FIRST = 0xF0000  # a plane for private use: the sign before the text of run n is FIRST + n
LAST = 0x10FFFD
KEEP = b' xml:space="preserve"'


@dataclass(frozen=True, slots=True)
class Run:
    """One `w:t`: its part, the bytes of its text there, and whether someone's tracked change put it in."""

    part: str
    tag: int  # where its start tag begins
    start: int
    end: int
    text: str
    tracked: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where one visible character of the read text stands: the run's number, and the character in it."""

    run: int
    at: int


@dataclass(frozen=True, slots=True)
class Word:
    """A Word file by its runs; `places` holds None for signs no run holds, such as the number of a list item."""

    data: bytes
    runs: tuple[Run, ...]
    visible: str
    places: tuple[Place | None, ...]


def opened(data: bytes) -> Word:
    """Give a Word file with each visible character of its text, as `docx.paper` reads it, traced to its run.

    The runs of the body come first. Raises UnreadableDocument where the file is damaged or its runs cannot be traced.
    """
    runs = tuple(_runs(data))
    if len(runs) > LAST - FIRST:
        raise UnreadableDocument("the Word file has too many runs of text to be traced", hint="Split the file.")
    visible = seen(data)
    marks = _first_twins(runs)
    marked = seen(_edited(data, runs, {n: chr(FIRST + marks[n]) + run.text for n, run in enumerate(runs)}))
    if "".join(sign for sign in marked if not FIRST <= ord(sign) <= LAST) != visible:
        raise UnreadableDocument("the text of the Word file cannot be traced to its runs", hint="Save it anew in Word.")
    return Word(data, runs, visible, tuple(_places(marked, runs)))


def edited(word: Word, texts: Mapping[int, str]) -> bytes:
    """Give the file with the text of some runs, by number, replaced; nothing else in any part changes.

    A header that stands twice in the file is read once, so what is changed in one is changed in its twin.
    """
    first = _first_twins(word.runs)
    return _edited(word.data, word.runs, {n: texts[k] for n, k in enumerate(first) if k in texts})


def seen(data: bytes) -> str:
    """Give the visible characters of a Word file, as `docx.paper` reads it."""
    return "".join("".join(sheet.text.split()) for sheet in docx.paper(unzip(data, Bounds())).sheets)


def _edited(data: bytes, runs: tuple[Run, ...], texts: Mapping[int, str]) -> bytes:
    changed: dict[str, dict[int, str]] = {}
    for n, text in texts.items():
        changed.setdefault(runs[n].part, {})[n] = text
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename in changed:
                content = _respelled(content, runs, changed[member.filename])
            kept = ZipInfo(member.filename, member.date_time)
            kept.compress_type, kept.external_attr = member.compress_type, member.external_attr
            new.writestr(kept, content)
    return out.getvalue()


def _first_twins(runs: tuple[Run, ...]) -> list[int]:
    """Give for each run its own number, or that of the run in its place in an earlier part with the same texts."""
    parts: dict[str, list[int]] = {}
    for n, run in enumerate(runs):
        parts.setdefault(run.part, []).append(n)
    first: dict[tuple[str, ...], list[int]] = {}
    like = (first.setdefault(tuple(runs[n].text for n in part), part) for part in parts.values())
    return [n for part in like for n in part]


def _respelled(content: bytes, runs: tuple[Run, ...], texts: Mapping[int, str]) -> bytes:
    for n in sorted(texts, reverse=True):
        run, text = runs[n], texts[n]
        tag = content[run.tag : run.start]
        if text != text.strip() and b"preserve" not in tag:
            tag = tag[:-1] + KEEP + tag[-1:]
        content = content[: run.tag] + tag + escape(text).encode() + content[run.end :]
    return content


def _runs(data: bytes) -> Iterator[Run]:
    archive = unzip(data, Bounds())
    for name in (BODY, *sorted(name for name in archive.names if name.startswith(STORIES) and name.endswith(".xml"))):
        content = archive.read(name)
        if content:
            yield from _Finder(name, content).found()


@dataclass(slots=True)
class _Finder:
    """Walks one part and keeps where its runs of text begin and end."""

    part: str
    content: bytes
    above: list[str] = field(default_factory=list)
    text: list[str] | None = None
    tag: int = 0
    runs: list[Run] = field(default_factory=list)

    def found(self) -> list[Run]:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = False
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = lambda name, _: self._start(name.rpartition("}")[2], parser.CurrentByteIndex)
        parser.EndElementHandler = lambda _: self._end(parser.CurrentByteIndex)
        parser.CharacterDataHandler = lambda data: self.text.append(data) if self.text is not None else None
        try:
            parser.Parse(self.content, True)  # noqa: FBT003 -- the C signature
        except expat.ExpatError:
            raise UnreadableDocument("a part of the Word file is malformed", hint="Save it anew in Word.") from None
        return self.runs

    def _start(self, name: str, at: int) -> None:
        self.above.append(name)
        if name == "t" and not GONE.intersection(self.above):
            self.text, self.tag = [], at

    def _end(self, at: int) -> None:
        if self.above.pop() == "t" and self.text:
            start = self.content.index(b">", self.tag) + 1  # no attribute of a w:t holds a bracket
            tracked = bool(TRACKED.intersection(self.above))
            self.runs.append(Run(self.part, self.tag, start, at, "".join(self.text), tracked))
        self.text = None


def _refuse(*_: object) -> None:
    raise UnreadableDocument("the XML declares a document type, which is refused", hint="Save it anew in Word.")


def _places(marked: str, runs: tuple[Run, ...]) -> Iterator[Place | None]:
    """Give the place of each sign: after a run's mark stand just as many visible signs as the run has."""
    rest: list[Place] = []
    for sign in marked:
        n = ord(sign) - FIRST
        if 0 <= n < len(runs):
            rest = [Place(n, at) for at, letter in enumerate(runs[n].text) if not letter.isspace()][::-1]
        else:
            yield rest.pop() if rest else None


def spans(word: Word, text: str, span: tuple[int, int]) -> tuple[tuple[int, int, int], ...]:
    """Give the runs under *span* of the read *text* as (run, from, up to); none where a sign there is in no run."""
    first = len("".join(text[: span[0]].split()))
    held = word.places[first : first + len("".join(text[slice(*span)].split()))]
    placed = [place for place in held if place is not None]
    if not placed or len(placed) < len(held):
        return ()
    grouped = [(n, [place.at for place in some]) for n, some in groupby(placed, lambda place: place.run)]
    return tuple((n, min(at), max(at) + 1) for n, at in grouped)
