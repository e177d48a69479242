"""A table of criteria: which column holds the requirement, and each row as an item."""

import re
from dataclasses import replace

from wellfounded.criteria.blocks import Block
from wellfounded.criteria.marks import Mark
from wellfounded.criteria.passage import join
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


_NESTED = re.compile(r"\(?\d{0,2}(?P<letter>[A-Za-z])[.)]?\s+(?=\S)|\(?(?P<i>[ivx]+)[.)]\s+")
_INSIDE = 2  # columns by which a list inside a cell stands further in


def items(rows: list[Block]) -> list[Block]:
    """Turn the rows of one table into item blocks; the heading row says which column is the requirement's."""
    if len(rows) < 2:
        return []
    heads = [cell.text for cell in rows[0].cells]
    heads_short = all(len(cell.split()) <= 5 for cell in heads) and not any(strong(cell) for cell in heads)
    told = any(_HEAD.search(cell) or _SIDE.search(cell) for cell in heads)
    titled = heads_short and (told or any(strong(cell.text) for row in rows[1:] for cell in row.cells if cell))
    body = rows[1:] if titled else rows
    body = [row for row in body if not re.fullmatch(r"[\s|:+\-=]*", row.text)]
    column = _column(heads if titled else [], body)
    found: list[Block] = []
    for row in body:
        cells = row.cells
        if column >= len(cells):
            continue
        words = cells[column]
        label = (
            cells[column - 1]
            if column and not re.fullmatch(r"\W*(?:\d+|[A-Za-z])\W*", cells[column - 1].text)
            else None
        )
        if (
            label
            and words
            and len(words.text.split()) < 4
            and strong(words.text) is None
            and read(Words(words.text, f"{label.text}:")).kind == "other"
            and not (titled and _SIDE.search(heads[column - 1]))
        ):
            words = join([label, words])
        nested = None if cells[0] or not found else _NESTED.match(words.text)
        if nested:
            mark = Mark(nested[0].strip(" .)("), (("row letter", ord(nested["letter"].lower()) - ord("a") + 1),))
            words = words.cut(nested.end())
            found.append(replace(row, kind="item", passage=words, cells=(), mark=mark, column=rows[0].column + _INSIDE))
        elif words and not (not cells[0] and found and (words.text[0].islower() or any(row.cells[0] for row in body))):
            found.append(
                replace(
                    row,
                    kind="item",
                    column=rows[0].column,
                    passage=words,
                    cells=(label,) if label else (),
                    mark=Mark("", (("row", len(found) + 1),)),
                )
            )
        elif words and found:
            found[-1] = replace(found[-1], passage=join([found[-1].passage, words]))
    return found


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
