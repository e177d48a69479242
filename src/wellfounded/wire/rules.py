"""Ruled lines of a page: pieces joined, doubles dropped, level and upright apart."""

from collections.abc import Iterable

from wellfounded.wire.words import Box

NEAR = 3.0  # points; a thin filled box has two edges this close, and the pieces of one rule touch within it
SHORT = 8.0  # points; shorter strokes are letters or ticks


def sorted_rules(strokes: Iterable[Box]) -> tuple[list[Box], list[Box]]:
    """Give level and upright rules, each whole. *strokes* are straight lines in any order and direction."""
    level, upright = [], []
    for a0, b0, a1, b1 in strokes:
        x0, x1, y0, y1 = min(a0, a1), max(a0, a1), min(b0, b1), max(b0, b1)
        if y1 - y0 < 1 and x1 - x0 >= SHORT:
            level.append((y0, x0, x1))
        elif x1 - x0 < 1 and y1 - y0 >= SHORT:
            upright.append((x0, y0, y1))
    return [Box(a, at, b, at) for at, a, b in _joined(level)], [Box(at, a, at, b) for at, a, b in _joined(upright)]


def _joined(pieces: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Join pieces on one line that touch or overlap."""
    lanes: list[list[tuple[float, float, float]]] = []
    for piece in sorted(pieces):
        if lanes and piece[0] - lanes[-1][0][0] < NEAR:
            lanes[-1].append(piece)
        else:
            lanes.append([piece])
    whole: list[tuple[float, float, float]] = []
    for lane in lanes:
        at = lane[0][0]
        start, end = float("inf"), float("-inf")
        for _, a, b in sorted(lane, key=lambda one: one[1]):
            if a > end + NEAR and end > start:
                whole.append((at, start, end))
                start, end = a, b
            else:
                start, end = min(start, a), max(end, b)
        whole.append((at, start, end))
    return whole
