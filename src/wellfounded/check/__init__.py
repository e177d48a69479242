"""Room 7: rules a letter must pass, ours (a Letter) or anyone's (a Draft), with or without its case.

A rule is one file in a family's folder; the annotation of its first argument says what it is shown (`Line`, `Sentence`,
`Letter`, `Draft` or `Prose`), and a second argument that it compares with the case: `Chart` where it needs one,
`Chart | None` where it also speaks without. Being in the folder is being registered.
"""

import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from wellfounded.check.across.traces import Trace, trace
from wellfounded.check.chart import Chart
from wellfounded.check.draft import draft
from wellfounded.check.quoted import Quoted
from wellfounded.check.view import Line, Mark, Prose
from wellfounded.model.case import Case
from wellfounded.model.letter import Draft, Letter, Problem, Sentence, Severity
from wellfounded.packs import Library, shipped
from wellfounded.plugin import modules

__all__ = ["audited", "check", "draft", "families", "rules"]

TOLD = {"HX", "SV"}  # families that hold what the letter itself tells against the chart
COUNTED = {"EV101"}  # rules on numbers that a sum written out under a sentence answers
RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Asked(NamedTuple):
    """What a rule asks to be shown: a kind of part, and whether it needs the case or takes it where there is one."""

    rule: ModuleType
    part: type
    takes: bool
    needs: bool


def families() -> dict[str, str]:
    """Give the two letters of each family with its package, in order: `{"ID": "wellfounded.check.identity", ...}`."""
    names = [f"{__name__}.{found.name}" for found in pkgutil.iter_modules(__path__) if found.ispkg]
    held = {getattr(import_module(name), "FAMILY", ""): name for name in names}
    return {letters: held[letters] for letters in sorted(held) if letters}


def rules() -> tuple[ModuleType, ...]:
    """Give every rule of every family, in the order of their codes."""
    found = [rule for package in families().values() for rule in modules(package, "CODE", "SEVERITY", "check")]
    return tuple(sorted(found, key=lambda rule: str(rule.CODE)))


def check(
    letter: Letter | Draft, case: Case | None = None, *, on: date, library: Library | None = None
) -> tuple[Problem, ...]:
    """Show *letter* to every rule and give its problems, the worst first, then in the order of the text.

    *on* is the day of the check. Rules that compare the letter with its case run only where *case* is given.
    *library* holds the references, laws and agents the rules look up: those that ship unless another is given.
    """
    return _problems(Prose(letter, on, library or shipped()), case)


def audited(letter: Draft, *, on: date) -> tuple[tuple[Problem, ...], Trace]:
    """Check *letter* alone, as `check` does, and give with its problems what it leaves for comparison with others."""
    prose = Prose(letter, on, shipped())
    return _problems(prose, None), trace(prose)


def _problems(prose: Prose, case: Case | None) -> tuple[Problem, ...]:
    chart = _chart(Itself(case), prose.library) if case is not None else None
    quoted = Quoted(prose, chart)
    found = {
        (asked.rule.CODE, mark): Problem(
            asked.rule.CODE, asked.rule.SEVERITY, mark.message, mark.span, mark.fix, mark.replacement
        )
        for asked in _asked()
        for mark in _marks(asked, prose, chart)
        if not (asked.rule.CODE[:2] in TOLD and (quoted.holds(mark.span[0]) or quoted.rests(mark.span)))
        and not (asked.rule.CODE in COUNTED and quoted.counts(mark.span))
    }
    return tuple(sorted(found.values(), key=lambda problem: (RANK[problem.severity], problem.span, problem.code)))


@dataclass(frozen=True, slots=True, eq=False)
class Itself:
    """A case known by being the same object, for to compare all its papers costs as much as to index them."""

    case: Case

    def __eq__(self, other: object) -> bool:
        """Whether the other is this very case."""
        return isinstance(other, Itself) and self.case is other.case

    def __hash__(self) -> int:
        """Give the hash of the object."""
        return id(self.case)


@lru_cache(maxsize=1)
def _chart(itself: Itself, library: Library) -> Chart:
    """Index the case; the last one is kept, for a letter is checked again at each change."""
    return Chart(itself.case, library)


@cache
def _asked() -> tuple[Asked, ...]:
    return tuple(_asks(rule) for rule in rules())


def _asks(rule: ModuleType) -> Asked:
    first, *rest = inspect.signature(rule.check, eval_str=True).parameters.values()
    return Asked(rule, first.annotation, bool(rest), any(each.annotation is Chart for each in rest))


def _marks(asked: Asked, prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    if asked.needs and chart is None:
        return
    beside = (chart,) if asked.takes else ()
    for part, start in parts(prose, asked.part):
        for mark in asked.rule.check(part, *beside):
            yield mark.moved(start) if start else mark


def parts(prose: Prose, kind: type) -> Iterator[tuple[object, int]]:
    """Give each part of *kind* with the offset its marks count from."""
    if kind is Prose:
        yield prose, 0
    elif kind is Line:
        yield from ((line, line.start) for line in prose.lines)
    elif kind is Sentence:
        yield from ((line.sentence, line.start) for line in prose.lines if line.sentence is not None)
    elif isinstance(prose.letter, kind):
        yield prose.letter, 0
