"""Several criteria made one by their lead-in and by the words between them; where these disagree it is said."""

from collections.abc import Callable
from dataclasses import replace

from wellfounded.criteria.connectors import Lead
from wellfounded.model.asks import Concurrent
from wellfounded.model.criteria import All, Any, AtLeast, Criterion, Not, Requirement

# Told the parts in doubt, their label, the reading taken and the other one.
Doubt = Callable[[list[Criterion], str, str, str], None]


def join(op: str, parts: list[Criterion], label: str, text: str = "") -> Criterion:
    """Join *parts* by "all" or "any"; one part stands for itself."""
    if len(parts) == 1:
        return parts[0]
    kind = All if op == "all" else Any
    flat: list[Criterion] = []
    for part in parts:
        # A bare group of the same operator adds nothing; one the plan numbered is kept.
        flat.extend(part.of if isinstance(part, kind) and not part.label and not part.text else [part])
    return kind(tuple(flat), label, text)


def combine(
    parts: list[Criterion], joins: list[str], led: Lead, doubt: Doubt, label: str, text: str = ""
) -> Criterion | None:
    """Make one criterion of *parts*; joins[i] is the word between parts[i] and parts[i + 1], or empty.

    What the words say against the lead-in is taken and told to *doubt*; None where there are no parts.
    """
    if not parts:
        return None
    if led.op == "none":
        return join("all", [denied(part) for part in parts], label, text)
    if led.op == "some":
        if led.n > len(parts):
            doubt(parts, label, "all of the items listed", f"at least {led.n} of them, some not listed")
            return join("all", parts, label, text)
        return AtLeast(led.n, tuple(parts), label, text)
    if len(parts) == 1:
        return parts[0]
    words = {held for held in joins if held}
    if not words:
        return join(led.op, parts, label, text)
    if len(words) == 2:
        return _mixed(parts, joins, led, doubt, label, text)
    word = words.pop()
    wanted = {"and": "all", "or": "any"}[word]
    if not led.said or wanted == led.op:
        return join(wanted, parts, label, text)
    if led.op == "any" and sum(1 for held in joins if held) <= 1:
        return join("any", parts, label, text)  # "any of the following: A, B and C" lists, it does not demand all
    doubt(parts, label, f'"{word}" between the items: {wanted} of them', f"the lead-in: {led.op} of them")
    return join(wanted, parts, label, text)


def denied(part: Criterion) -> Criterion:
    """Say of *part* that it must not be there; of another treatment, that it is not allowed.

    A condition keeps its own words and stands under a Not, so that "active hepatitis B: met" never means its absence.
    """
    if isinstance(part, Not):
        return part.of
    if isinstance(part, Any):
        return join("all", [denied(each) for each in part.of], part.label, part.text)
    if isinstance(part, Requirement) and isinstance(part.asks, Concurrent):
        return replace(part, asks=replace(part.asks, allowed=not part.asks.allowed))
    return Not(part)


def _mixed(parts: list[Criterion], joins: list[str], led: Lead, doubt: Doubt, label: str, text: str) -> Criterion:
    """Join items by "and" and "or" both: the outer word is the lead-in's, else "and"."""
    outer = "or" if led.said and led.op == "any" else "and"
    fill = next(word for word in joins if word)
    filled = []
    for word in joins:
        fill = word or fill
        filled.append(word or (outer if led.said else fill))
    runs: list[list[Criterion]] = [[parts[0]]]
    for word, part in zip(filled, parts[1:], strict=True):
        if word == outer:
            runs.append([part])
        else:
            runs[-1].append(part)
    inner = "all" if outer == "or" else "any"
    doubt(parts, label, f'"{inner}" binds first', f'"{"any" if inner == "all" else "all"}" binds first')
    held = [join(inner, run, "") for run in runs]
    return join("all" if outer == "and" else "any", held, label, text)
