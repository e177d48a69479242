"""The text of an edited letter cut into blocks: headings, paragraphs, list items and the rows of the table."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wellfounded.model.letter import Letter, Sentence

EXHIBIT = r"[A-Z]{1,2}(?:\s?(?:p|S)\.\s?\d+)?"
MARK = re.compile(rf"\s*\[(?:(?:Encl\.|Anexo|Anlage)\s)?{EXHIBIT}(?:[;,]\s*{EXHIBIT})*\]")
BULLET = re.compile(r"^\s*(?:[•\-*◦]|\d{1,2}[.)])\s+")
END = re.compile(r"(?<=[.!?])[\u201d\"')]*\s+(?=[A-Z\u201c\"(])")
# A point that ends no sentence.
SHORT = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|St|Jr|Sr|vs|No|p|pp|al|e\.g|i\.e|approx|Inc|U\.S)|\b[A-Z])\.$")
WORDS = 9  # a line of fewer words that ends in no stop is a heading


@dataclass(frozen=True, slots=True)
class Block:
    """One block: the part and heading it stands under, and for a row of the table the number of its sentence."""

    part: str
    heading: str
    text: str
    bullets: bool = False
    row: int = 0


def flat(text: str) -> str:
    """Give text for comparing: one space between words, one kind of quotation mark and apostrophe."""
    plain = text.translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"', 0xA0: " ", 0x2011: "-"})
    return " ".join(plain.split())


def blocks(letter: Letter, text: str) -> Iterator[Block]:
    """Give the blocks between salutation and closing; a heading goes with the first block under it."""
    headings = {flat(each.heading): each for each in letter.paragraphs if each.heading}
    rows = {flat(row.label): row for each in letter.paragraphs for row in each.rows}
    parts = {flat(s.text): each.part for each in letter.paragraphs for s in each.sentences}
    own = [(each.part, s) for each in letter.paragraphs for s in each.sentences if s.voice == "clinician"]
    parts |= {words: part for part, s in own for piece in cut(flat(s.text)) if (words := flat(piece)) not in parts}
    part, heading = "own_words", ""
    for line in _body(letter, text):
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) >= 4 and flat(cells[0]) in rows:
            row = rows[flat(cells[0])]
            yield Block("criteria", heading, cells[-1], row=row.shows.number)
            heading = ""
            continue
        if len(cells) >= 4:
            continue
        if flat(line) in headings or _is_heading(line):
            known = headings.get(flat(line))
            part, heading = known.part if known is not None else "own_words", line
            continue
        bare = BULLET.sub("", line)
        first = next((parts[old] for old in parts if old and old in flat(bare)), part)
        yield Block(first, heading, bare, bullets=bare != line)
        heading = ""


def split(text: str, old: Mapping[str, Sentence], *, whole: bool = False) -> Iterator[str]:
    """Cut a block into sentences: those the letter held are taken whole, what is left between them is cut at stops.

    With *whole* what is left is one sentence, as a list item is.
    """
    rest = flat(text)
    found = sorted(((rest.find(words), words) for words in old if words and words in rest), key=_first_then_longest)
    at = 0
    for start, words in found:
        if start < at:
            continue
        yield from cut(rest[at:start], whole=whole)
        yield old[words].text
        at = start + len(words)
    yield from cut(rest[at:], whole=whole)


def curled(text: str) -> str:
    """Turn straight quotation marks and apostrophes into typographic ones."""
    opened = re.sub(r"(?:(?<=^)|(?<=[\s(]))\"", "\u201c", text)
    return opened.replace('"', "\u201d").replace("'", "\u2019")


def _first_then_longest(found: tuple[int, str]) -> tuple[int, int]:
    return found[0], -len(found[1])


def cut(text: str, *, whole: bool = False) -> Iterator[str]:
    """Cut text at the stops that end a sentence; with *whole* it is one."""
    held = ""
    for piece in [text.strip()] if whole else END.split(text.strip()):
        held = f"{held} {piece}".strip()
        if held and not SHORT.search(held):
            yield curled(held)
            held = ""
    if held:
        yield curled(held)


def _body(letter: Letter, text: str) -> list[str]:
    """Give the lines between salutation and closing, without exhibit marks; all lines where neither is found."""
    lines = [MARK.sub("", line.replace("\u00a0", " ")).strip() for line in text.splitlines()]
    flats = [flat(line) for line in lines]
    opens, closes = flat(letter.salutation), flat(letter.closing)
    title = flat(letter.title)
    start = flats.index(opens) + 1 if opens in flats else flats.index(title) + 1 if title in flats else 0
    ends = [n for n, line in enumerate(flats) if n >= start and closes and line == closes]
    stop = ends[0] if ends else len(lines)
    return [line for line in lines[start:stop] if line]


def _is_heading(line: str) -> bool:
    return len(line.split()) < WORDS and not re.search(r"[.!?:;,\u201d\"]$", line) and not BULLET.match(line)
