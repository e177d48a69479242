"""A measured value in words: its name, its verb, its amount."""

import re

from wellfounded.model.evidence import Evidence
from wellfounded.write.words import doses


def small(name: str) -> str:
    """Give a measure's name inside a sentence: plain words small, a scale's or symbol's own spelling kept."""
    return f"{name[:1].lower()}{name[1:]}" if name[1:].islower() else name


def was(name: str) -> str:
    """Give the verb after a measure's name: "were" after "headache days", "was" after "PHQ-9"."""
    return "were" if re.search(r"[a-z]{3}(?<!s)s$", name) else "was"


def amount(point: Evidence) -> str:
    """Give the value; a unit that only says again what the name says ("headache days": days a month) is left out."""
    if point.value is None:
        return ""
    again = re.match(r"d(?:ays?)?\b", point.value.unit) is not None and " days" in f" {point.name.lower()}"
    return doses.measured(point.value.value, "" if again else point.value.unit)
