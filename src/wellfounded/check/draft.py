"""A letter from elsewhere, cut into sentences: wrapped lines join, labels, addresses and bullets stand alone."""

import re
from collections.abc import Iterator

from wellfounded.check.says.layout import SALUTATION
from wellfounded.check.says.plain import MARKS
from wellfounded.model.document import Document
from wellfounded.model.letter import Draft

# Points that end no sentence: titles, initials, degrees, Latin, units and "No." before a number.
ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Drs|Mr|Mrs|Ms|Mx|Prof|St|Ste|Jr|Sr|vs|approx|ca|cf|No|Nos|Fig|et al|e\.g|i\.e|Inc|Ltd|Co|Corp|Dept"
    r"|Ave|Blvd|Rd|P\.O|U\.S|U\.K|M\.D|Ph\.D|D\.O|Pharm\.D|R\.N|p\.o|b\.i\.d|t\.i\.d|q\.d|q\.i\.d|a\.m|p\.m|Jan"
    r"|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Vol|pp?|Sec|Art|Attn|Tel|Ext|Rev|Exp|Pt|Dx|Hx|Tx|Rx|Wt|Ht|max|min|mo|wk|yr"
    r"|hr)|(?<![\w.])[A-Z])\.$",
    re.IGNORECASE,
)
END = re.compile(r"[.!?][\"')\]]*(?=\s)")
OPENS = re.compile(r"\s+[\"'(\[]*(?:[A-Z0-9]|$)")
BULLET = re.compile(
    r"\s*(?:[-*\u2022\u25aa\u25e6\u25cf\u25a1\u2610\u2611]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+", re.IGNORECASE
)
LABEL = re.compile(r"\s*(?:RE|Re|[A-Z][\w ./#&'()-]{1,38}):(?:\s|$)")
PAGE = re.compile(r"\bpage \d+ (?:of|/) \d+\s*$", re.IGNORECASE)
SHORT = 46  # a line of fewer characters that ends no sentence is an address, a heading or a signature


def draft(document: Document) -> Draft:
    """Give the letter in *document*: its text as read, and the span of each sentence, heading, label and bullet."""
    return Draft(document.source, document.text, tuple(spans(document.text)))


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Give where each sentence of *text* begins and ends, white space left out."""
    text = text.translate(MARKS)
    for start, end in _runs(text):
        yield from _sentences(text, start, end)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Join the lines of a paragraph; a blank line, a label, a bullet and a short line each end the run before them."""
    start = end = 0
    width = max((len(line) for line in text.splitlines()), default=0)
    for match in re.finditer(r"[^\n\f]*(?:[\n\f]|$)", text):
        line = match[0].rstrip()
        alone = not line or LABEL.match(line) or BULLET.match(line) or PAGE.search(line)
        if alone or _closed(text[start:end], width):
            if text[start:end].strip():
                yield start, end
            start = match.start()
        end = match.end()
    if text[start:end].strip():
        yield start, end


def _closed(run: str, width: int) -> bool:
    """Whether the last line of *run* breaks off well before the margin: what follows is another line, not its rest."""
    last = run.rstrip().rsplit("\n", 1)[-1]
    if SALUTATION.fullmatch(last):
        return True
    return bool(last) and len(last) < min(SHORT, width * 0.6) and not last.endswith((",", "-", "and", "the", "of"))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in END.finditer(text, start, end):
        if match.end() < end and not OPENS.match(text, match.end(), end):
            continue
        if text[match.start()] == "." and ABBREVIATION.search(text, at, match.start() + 1):
            continue
        yield from _trimmed(text, at, match.end())
        at = match.end()
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    end -= len(raw) - len(raw.rstrip())
    if start < end:
        yield start, end
