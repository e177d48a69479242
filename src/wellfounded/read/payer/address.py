"""Postal addresses, whole: from the name or department above to the postal code, on one line or several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.read.payer.paper import Line, Paper
from wellfounded.wire.caseless import Caseless

POSTCODE = re.compile(
    r"\b[A-Z]{2}[,.]?\s+\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b"
    r"|\b(?:D-)?\d{5}\s+[A-ZÄÖÜ][a-zäöüß]+(?:\s[A-Z][a-zäöüß]+)?"
    r"|\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}\b|\b[A-Z]\d[\dW]\s?[A-Z\d]{4}\b|\bDublin\s+\d{1,2}\b"
    r"|(?<![\d-])\d{3}\s?\d{3}(?=[.,]?\s*$)(?![\d-])|\b(?!Box)[A-Z][a-z]+\s+\d{4}(?=\s*$|[.])"
)
STREET = Caseless(
    r"P\.?\s?O\.?\s*Box|\bBox\s+\d|\b\d+[A-Z]?\s+[A-Z][\w.']*\s+(?:[A-Z][\w.']*\s+)*(?:St|Street|Ave|Avenue|Rd|Road"
    r"|Blvd|Boulevard|Dr|Drive|Lane|Ln|Way|Pkwy|Parkway|Plaza|Court|Place|Square|Suite|Quay|House|Highway|Terrace"
    r"|Circle)\b"
    r"|Freepost|GPO\s+Box|Postfach|\w+(?:str\.|straße|strasse|platz|weg|allee)\s*\d+|\b[A-Z][a-z]+\s+House\b"
    r"|Private\s+Bag|Locked\s+Bag"
    r"|Reply\s+Paid|\bFloor\b|\bSuite\b|\b\d+\s+[A-Z][a-z]+\s+(?:[A-Z][a-z]+\s*){1,2},",
)
BEFORE = Caseless(
    r"(?:\bbei\s+(?:der|dem)\s+|(?<=[a-z]{3})[.?]\s+(?=[A-Z][\w ]{2,40},)|\bor\s+(?=P\.?\s?O\.?\s*Box)|\b(?:to|at"
    r"|address|mail|write|with|an)\s*:?\s+|:\s+)(?=[A-Z0-9])"
)
LABELLED = re.compile(r"[A-Z][\w /-]{1,24}:\s*\S")
ATTENTION = Caseless(r"(?:attn|attention|c/o|dept|department)\b")
PROSE = Caseless(r"@|\.\s+[A-Z][a-z]+\s+[a-z]|\d{3}-\d{4}|^(?:the|your|us|our)\b")
ABOVE = 6


@dataclass(frozen=True, slots=True)
class Address:
    """Where an address stands."""

    start: int
    end: int


def addresses(paper: Paper) -> Iterator[Address]:
    """Give every postal address with a street or a box, in the order of the text."""
    for at, line in enumerate(paper.lines):
        for cell in line.cells:
            code = POSTCODE.search(paper.plain, cell.start, cell.end)
            if code:
                start = _start(paper, at, line, cell.start, code.start())
                if start is not None and STREET.search(paper.plain, start, code.start()):
                    yield Address(start, code.end())
                break


def _start(paper: Paper, at: int, line: Line, cell_start: int, code: int) -> int | None:
    """Walk back from the postal code to where the address begins."""
    inline = _after_word(paper.plain, cell_start, code)
    if inline is not None or cell_start > line.start:
        return inline or cell_start
    first = line
    for back in range(1, min(at, ABOVE) + 1):
        above, below = paper.lines[at - back], paper.lines[at - back + 1]
        if below.gap or above.text.endswith(":") or len(above.cells) > 1:
            break
        running = len(above.text) > 60 or above.text.endswith((".", "?"))
        if running or (LABELLED.match(above.text) and not ATTENTION.match(above.text)):
            return _after_word(paper.plain, above.start, code) or first.start
        first = above
        inline = _after_word(paper.plain, above.start, above.end)
        if inline is not None and not ATTENTION.match(above.text):
            return inline
    return first.start


def _after_word(plain: str, start: int, end: int) -> int | None:
    """Give where an address begins after the last "to", "at" or colon of running text, else none."""
    for found in reversed(list(BEFORE.finditer(plain, start, end))):
        rest = plain[found.end() : end]
        if (
            len(rest) > 8
            and not PROSE.search(rest)
            and not ATTENTION.match(plain[found.start() - 5 : found.end()].strip())
        ):
            return found.end()
    return None
