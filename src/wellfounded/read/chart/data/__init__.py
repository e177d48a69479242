"""Word lists of the chart readers, as text files: a word is added here, not in code."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """Give the lines of one list, without comments and blanks."""
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def blocks(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each heading of a list with the lines indented under it."""
    heading, held = "", []
    for line in lines(name):
        if line[0] == " ":
            held.append(line.strip())
        else:
            if heading:
                yield heading, tuple(held)
            heading, held = line, []
    yield heading, tuple(held)


@cache
def word_set(name: str) -> frozenset[str]:
    """Give a list that is only words."""
    return frozenset(word for line in lines(name) for word in line.split())
