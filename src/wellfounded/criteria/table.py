"""A table of criteria: which column holds the requirement, and each row as an item."""

import re
from dataclasses import replace

from wellfounded.criteria.block import Block
from wellfounded.criteria.blocks import cell
from wellfounded.criteria.lines import Line
from wellfounded.criteria.marks import Mark
from wellfounded.criteria.passage import Passage, join
from wellfounded.criteria.tests import Words, read, strong

_HEAD = re.compile(
    (
        r"\b(?:requirements?|criteri(?:on|a)|must be (?:met|shown)|standard|condition|what|description"
        r"|medical necessity)\b"
    ),
    re.IGNORECASE,
)
_SIDE = re.compile(
    (
        r"\b(?:where|source|evidence|proof|document\w*|notes?|comments?|met|yes|no|page|how|reference|shown)\b|^#$"
        r"|^no\.?$|^item$"
    ),
    re.IGNORECASE,
)


_ASKED = re.compile(
    r"^\W*(?:minimum\s+)?(?:age|prior\s+(?:therapy|treatment|trials?)|step(?:\s+therapy)?|previous\s+treatment"
    r"|tried|prescribers?|specialt(?:y|ies)|specialist"
    r"|labs?|laboratory|severity|diagnosis|test(?:ing|s)?|clinical\s+criteria|other\s+criteria)\b[^|]{0,30}$",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"\W*(?:none|n/?a|not\s+applicable|any|no\s+restriction)?\W*", re.IGNORECASE)
_BARRED = re.compile(
    r"(?:not\s+(?:permitted|allowed|covered|eligible|approved|for)|must\s+not|exclu\w+|contraindicat\w+|avoid)\b",
    re.IGNORECASE,
)
_INSIDE = 2  # columns by which a list inside a cell stands further in


def items(rows: list[Block]) -> list[Block]:
    """Turn the rows of one table into item blocks; the heading row says which column is the requirement's."""
    if len(rows) < 2:
        return []
    heads = [cell.text for cell in rows[0].cells]
    asked = [index for index, head in enumerate(heads) if _ASKED.search(head)]
    if len(asked) > 1 and not any(_HEAD.search(head) for head in heads):
        body = [row for row in rows[1:] if not re.fullmatch(r"[\s|:+\-=]*", row.text)]
        return [item for n, row in enumerate(_whole(body), 1) for item in _grid(row, heads, asked, rows[0], n)]
    heads_short = all(len(cell.split()) <= 5 for cell in heads) and not any(strong(cell) for cell in heads)
    told = any(_HEAD.search(cell) or _SIDE.search(cell) for cell in heads)
    titled = heads_short and (told or any(strong(cell.text) for row in rows[1:] for cell in row.cells if cell))
    body = rows[1:] if titled else rows
    body = [row for row in body if not re.fullmatch(r"[\s|:+\-=]*", row.text)]
    column = _column(heads if titled else [], body)
    sided = bool(titled and column and column <= len(heads) and _SIDE.search(heads[column - 1]))
    wrap = max((_line(row, row.cells[column]).edge for row in body if len(row.cells) > column), default=0)
    found: list[Block] = []
    for group in _grouped([row for row in body if len(row.cells) > column]):
        parts = cell(tuple(_line(row, row.cells[column]) for row in group if row.cells[column]), wrap)
        if parts:
            label = _label(join(row.cells[column - 1] for row in group)) if column else None
            found += _item(parts, label, group[0], len(found) + 1, sided=sided)
    return [replace(block, column=block.column + rows[0].column) for block in found]


def _whole(rows: list[Block]) -> list[list[Passage]]:
    """Give the cells of each row, its further printed lines put to them."""
    width = max((len(row.cells) for row in rows), default=0)
    empty = Passage("", ())
    return [
        [join(row.cells[i] if i < len(row.cells) else empty for row in group) for i in range(width)]
        for group in _grouped(rows)
    ]


def _grid(cells: list[Passage], heads: list[str], asked: list[int], head: Block, n: int) -> list[Block]:
    """Give a row whose columns each ask something ("Age", "Prior therapy", "Prescriber") as a list under its name."""
    told = [
        index for index in asked if index < len(cells) and cells[index] and not _NOTHING.fullmatch(cells[index].text)
    ]
    name = next((cell for index, cell in enumerate(cells) if cell and index not in asked), None)
    if not told or name is None:
        return []
    row = replace(head, kind="item", column=head.column, cells=(), gap=False)
    first = replace(row, passage=name, mark=Mark("", (("row", n),)))
    return [
        first,
        *(
            replace(
                row,
                passage=cells[index],
                column=head.column + _INSIDE,
                mark=Mark("", (("cell", k),)),
                cells=(Passage(heads[index], head.cells[index].at),),
            )
            for k, index in enumerate(told, 1)
        ),
    ]


def _grouped(rows: list[Block]) -> list[list[Block]]:
    """Put the printed lines of one row together: ruled off from the next, or its first cell empty below the first."""
    ruled = sum(row.gap for row in rows) > 1 and any(not row.gap for row in rows[1:])
    first = any(row.cells[0] for row in rows)
    groups: list[list[Block]] = []
    for row in rows:
        new = row.gap if ruled else bool(row.cells[0]) or not first
        if new or not groups:
            groups.append([])
        groups[-1].append(row)
    return groups


def _line(row: Block, words: Passage) -> Line:
    if not words:
        return Line("", 0, 0, gap=False, page=0)
    kept = dict(zip(words.at, words.text, strict=True))
    raw = "".join(kept.get(at, " ") for at in range(words.start, words.end))  # white space that sets a number apart
    return Line(raw, words.start, words.start - row.passage.start, gap=False, page=0)


def _label(words: Passage) -> Passage | None:
    """Give the cell before the requirement's, where it names what is asked and is no mere number."""
    return words if words and not re.fullmatch(r"\W*(?:\d+|[A-Za-z])\W*", words.text) else None


def _item(parts: tuple[Block, ...], label: Passage | None, row: Block, n: int, *, sided: bool) -> list[Block]:
    """Give the requirement of one row, and under it the list its cell holds."""
    if label and any(part.kind == "connector" for part in parts):
        first = replace(row, kind="item", column=0, passage=label, cells=(), mark=Mark("", (("row", n),)))
        inside = [part if part.kind == "connector" else _bullet(part) for part in parts]
        return [first, *(replace(part, column=_INSIDE) for part in inside)]
    while len(parts) > 1 and parts[1].kind == "para" and not parts[0].text.endswith((".", ":", ";")):
        parts = (replace(parts[0], passage=join([parts[0].passage, parts[1].passage])), *parts[2:])
    words = parts[0].passage
    short = len(words.text.split()) < 4 and len(parts) == 1 and strong(words.text) is None
    if label and short and not sided and read(Words(words.text, f"{label.text}:")).kind == "other":
        words = join([label, words])
    first = replace(row, kind="item", column=0, passage=words, mark=Mark("", (("row", n),)))
    first = replace(first, cells=(label,) if label else (), answer="no" if label and _BARRED.match(label.text) else "")
    left = parts[0].column
    return [first, *(replace(part, column=_INSIDE + max(0, part.column - left)) for part in parts[1:])]


def _bullet(part: Block) -> Block:
    return replace(part, kind="item", mark=part.mark or Mark("", (("bullet", 0),)))


def _column(heads: list[str], rows: list[Block]) -> int:
    named = [index for index, head in enumerate(heads) if _HEAD.search(head) and not _SIDE.search(head)]
    width = max((len(row.cells) for row in rows), default=0)
    sure = [
        sum(bool(strong(row.cells[i].text)) for row in rows if i < len(row.cells) and row.cells[i])
        for i in range(width)
    ]
    if len(named) == 1:
        return named[0]
    if named:
        return max(named, key=lambda index: (sure[index] if index < width else 0, index))
    return max(range(width), key=lambda index: (sure[index], _long(rows, index)), default=0)


def _long(rows: list[Block], column: int) -> int:
    return sum(len(row.cells[column].text) for row in rows if column < len(row.cells))
