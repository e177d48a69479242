"""A requirement in a few words: what a list of things still needed has room for."""

import re

from wellfounded.write.words import quoted

MOST = 96
ASIDE = re.compile(r"\s*\([^()]*\)")
TAIL = re.compile(r"[;,]?\s*\b(?:and|or)$")
BREAKS = ("; ", ", ", " with ", " when ", " that ", " which ", " and ", " or ")


def few(text: str, most: int = MOST) -> str:
    """Give *text* without its asides, small at the start, cut where a clause ends if it is longer than *most*."""
    flat = trimmed(ASIDE.sub("", quoted.clean(text)))
    if len(flat) > most:
        cut = max((flat.rfind(mark, most // 3, most) for mark in BREAKS), default=-1)
        flat = flat[:cut] if cut > 0 else f"{flat[:most].rpartition(' ')[0]} \N{HORIZONTAL ELLIPSIS}"
    return small(flat)


def trimmed(text: str) -> str:
    """Give a list item without the stop, comma or conjunction that ties it to the next."""
    return TAIL.sub("", text.strip().rstrip(" ;,.:")).rstrip(" ;,.:")


def small(text: str) -> str:
    """Give words for the inside of a sentence: an acronym or a symbol keeps its capital."""
    head = text.split(" ", 1)[0]
    return text if not head[1:].islower() and len(head) > 1 else f"{text[:1].lower()}{text[1:]}"
