"""Which pages go with a letter and why: the pages its sentences rest on, and what people chose."""

from dataclasses import dataclass

from wellfounded.clinic.models import Pick
from wellfounded.model.letter import Letter
from wellfounded.pipeline import Tour

AROUND = 24  # pages of one paper shown to choose from; of a longer one those quoted and those next to them


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of one paper: whether it goes, and the reason."""

    number: int
    goes: bool
    why: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One paper that goes with the letter, by its exhibit."""

    exhibit: str
    title: str
    source: str
    total: int
    leaves: list[Leaf]


def groups(letter: Letter, tour: Tour, picks: list[Pick]) -> list[Group]:
    """Give every enclosed paper with its pages."""
    used: dict[tuple[str, int], list[int]] = {}
    for sentence in letter.sentences:
        for quote in sentence.quotes:
            held = used.setdefault((quote.at.source, quote.at.page), [])
            if sentence.number not in held:
                held.append(sentence.number)
    chosen = {(p.source, p.page): p for p in picks}
    out: list[Group] = []
    for each in letter.enclosures:
        total = next((d.source.pages for d in tour.case.documents if d.source.id == each.source), 0)
        own = set(each.pages or range(1, total + 1))
        near = {n for n in range(1, total + 1) if any((each.source, n + step) in used for step in (-1, 0, 1))}
        shown = [n for n in range(1, total + 1) if total <= AROUND or n in near or n in own]
        leaves = [_leaf(each.source, n, own, used, chosen.get((each.source, n))) for n in shown]
        if total:
            out.append(Group(each.exhibit, each.title, each.source, total, leaves))
    return out


def _leaf(source: str, number: int, own: set[int], used: dict[tuple[str, int], list[int]], chose: Pick | None) -> Leaf:
    sentences = used.get((source, number), [])
    if chose is not None:
        return Leaf(number, chose.goes, f"{chose.by.name}: {chose.why}", bool(sentences))
    if sentences:
        told = ", ".join(str(n) for n in sentences[:6]) + (" \u2026" if len(sentences) > 6 else "")
        return Leaf(
            number, number in own, f"sentence{'s' if len(sentences) > 1 else ''} {told} rest on it", quoted=True
        )
    why = "the payer\u2019s own letter goes whole" if number in own else "no sentence rests on it"
    return Leaf(number, number in own, why, quoted=False)
