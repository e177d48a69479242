"""What a rule says of itself: its docstring in parts, for whoever shows rules to people or to other programs."""

import inspect
import re
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from wellfounded.model.letter import Severity

EXAMPLE = re.compile(r"^(Bad|Good):\s+(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class About:
    """One rule in words: its code, its file's name, what a letter must do, why, and lines that are wrong and right."""

    code: str
    name: str  # wrong_birth_date
    severity: Severity
    says: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


@cache
def about(rule: ModuleType) -> About:
    """Give what *rule* says of itself."""
    text = inspect.getdoc(rule) or ""
    told = EXAMPLE.sub("", text).strip()
    opening, *rest = (" ".join(part.split()) for part in told.split("\n\n"))
    shown = EXAMPLE.findall(text)
    return About(
        str(rule.CODE),
        rule.__name__.rpartition(".")[2],
        rule.SEVERITY,
        opening,
        " ".join(rest).strip(),
        tuple(line for kind, line in shown if kind == "Bad"),
        tuple(line for kind, line in shown if kind == "Good"),
    )
