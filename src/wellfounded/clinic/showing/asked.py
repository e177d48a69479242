"""What a payer asks to be sent, thing by thing, each with its passage, and by when."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wellfounded.model.basis import Quote
from wellfounded.model.case import Case
from wellfounded.model.determination import Kind, Reading, Window
from wellfounded.model.document import Document

ASKING = (Kind.INFORMATION_REQUEST, Kind.PEND)
TICKED, OPEN = "\u2612\u2611\u2713\u2714", "\u2610\u25a1"
ITEM = re.compile(
    rf"^[ \t]*(?:(?P<open>\[\s*\]|[{OPEN}])|(?P<ticked>\[\s*[xX\u2713]\s*\]|[{TICKED}])"
    r"|[-*\u2022\u00b7\u25cf\u25aa\u2013]|\(?\d{1,2}[.)]|\(?[a-h][.)])[ \t]+(?=\S)"
)
NOT_ASKED = re.compile(r"\bnot (?:required|needed|necessary)\b", re.IGNORECASE)
# What leads a list of things to send, or a sentence that asks for one.
WANTS = re.compile(
    r"\b(?:need(?:s|ed)?|requir(?:e[sd]?|ing)|request(?:s|ed|ing)?|missing|not (?:included|received|enclosed|attached)"
    r"|incomplete|send|submit|provide|upload|fax|return|complete|furnish|supply|enclose)\b",
    re.IGNORECASE,
)
PLEASE = re.compile(r"\b(?:please|kindly|you must|must (?:be )?(?:sen[dt]|submit(?:ted)?|provided?))\b", re.IGNORECASE)
# One of several in a row; what stands in brackets stays together.
PART = re.compile(r"[^\s,](?:[^,(\n]|\n(?!\s*\n)|\([^)]*\))*")
CALL = re.compile(r"\b(?:questions?|call us|contact us|thank you|copy of this letter)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z(])|\n\s*\n")
LONGEST = 400  # characters of one thing asked for; a longer run is a paragraph of its own


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing a payer asks for: its words, where they stand, by when, and a name that stays the same."""

    words: str
    quote: Quote
    due: date | None
    key: str


def asked(case: Case) -> list[Asked]:
    """Give everything the payer's requests for information in *case* ask for, in the order of their text."""
    out: list[Asked] = []
    for reading in case.readings:
        if reading.kind in ASKING:
            document = case.document(reading.source)
            until = due(reading)
            for quote in _things(document):
                name = f"{reading.source}:{quote.at.start}"
                words = " ".join(quote.exact.split()).rstrip(" ,;")
                words = re.sub(r",? and$", "", words)
                out.append(Asked(words, quote, until, hashlib.sha256(name.encode()).hexdigest()[:16]))
    return out


def due(reading: Reading) -> date | None:
    """Give the day by which the request is to be answered: as stated, or counted in days from the notice's own."""
    stated, dated = reading.first("response_due"), reading.first("notice_date")
    if stated is None:
        return None
    if isinstance(stated.value, date):
        return stated.value
    window = stated.value
    if isinstance(window, Window) and window.unit == "days" and window.since == "document_date" and dated is not None:
        return dated.value + timedelta(days=window.n) if isinstance(dated.value, date) else None
    return None


def _things(document: Document) -> list[Quote]:
    spans = [*_listed(document.text)] or [*_sentences(document.text)]
    quotes = [document.quote(start, end) for start, end in spans]
    return [quote for quote in quotes if len(quote.exact) <= LONGEST and not NOT_ASKED.search(quote.exact)]


def _listed(text: str) -> Iterator[tuple[int, int]]:
    """Give the things of each list that a line asking for something leads, with the lines a thing runs over.

    Of a list of boxes the ticked ones are asked for; where none is ticked the boxes are for the reader to tick.
    """
    found: list[tuple[int, int, str]] = []
    leads, began, kind, before, at = False, -1, "", "", 0
    for line in [*text.splitlines(keepends=True), "\n"]:
        item = ITEM.match(line)
        if began >= 0 and (item or not line.strip() or not line[0].isspace()):
            found.append((began, at, kind))
            began = -1
        if item and leads:
            began, kind = at + item.end(), "open" if item["open"] else "ticked" if item["ticked"] else ""
        elif line.strip() and began < 0:
            before = f"{before} {line.strip()}"[-300:]
            last = SENTENCE.split(before)[-1].rstrip()
            leads = last.endswith((":", " -", " \u2013")) and WANTS.search(last) is not None
        at += len(line)
    boxed = any(kind == "ticked" for _, _, kind in found)
    yield from ((start, end) for start, end, kind in found if not (boxed and kind == "open"))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give the sentences that ask for something; of one that names several things after a colon, each of them."""
    start = 0
    for found in [*SENTENCE.finditer(text), None]:
        end = found.start() if found else len(text)
        words = text[start:end]
        colon = re.search(r"\b(?:missing|need(?:ed)?|required|send|submit|provide)\b[^:\n]{0,40}:[ \t]+(?=\S)", words)
        if colon and not re.search(r"\d{3}-\d{4}", words[colon.end() :]):
            at = start + colon.end()
            for part in PART.finditer(text, at, end):
                yield part.start(), part.start() + len(part[0].rstrip(" .\n"))
        elif PLEASE.search(words) and WANTS.search(words) and not CALL.search(words):
            yield start, end
        start = found.end() if found else end
