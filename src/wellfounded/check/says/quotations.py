"""Quotations as pairs of marks: one inside another belongs to the outer one, and the mark of an inch opens none."""

import re
from collections.abc import Iterator

MARK = re.compile('"')
BEFORE = ' \t\n([{-/"\u2014'  # what may stand before a mark that opens


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Give the span of the words of each outermost quotation; in *text* every mark is a straight one.

    A mark opens where it follows a space, a bracket or another mark and a word comes after it; else it closes.
    """
    depth = start = 0
    for mark in MARK.finditer(text):
        at = mark.start()
        opens = (at == 0 or text[at - 1] in BEFORE) and at + 1 < len(text) and not text[at + 1].isspace()
        if opens and text[at - 1 : at] == '"' and depth and text[at + 1] in ".,;:)":
            opens = False  # the second of two that close together
        if opens:
            if not depth:
                start = at + 1
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, at
