"""Which pages go with a letter and why: the pages its sentences rest on, and what people chose."""

from dataclasses import dataclass, replace
from pathlib import Path

from wellfounded.clinic.models import Pick
from wellfounded.clinic.showing import papers
from wellfounded.model.basis import Quote
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
    sheets: tuple[int, ...] = ()  # of an electronic record: the pages of its print-out that show it


@dataclass(frozen=True, slots=True)
class Group:
    """One paper that goes with the letter, by its exhibit."""

    exhibit: str
    title: str
    source: str
    total: int
    leaves: list[Leaf]
    data: bool = False  # an electronic record: what leaves is a print-out of the entries quoted


def groups(letter: Letter, tour: Tour, picks: list[Pick], folder: Path) -> list[Group]:
    """Give every enclosed paper with its pages; *folder* holds the case."""
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
        document = next((d for d in tour.case.documents if d.source.id == each.source), None)
        is_data = document is not None and papers.is_data(document)
        if document is not None and is_data:
            held_pages = papers.printout(folder, document, quotes(letter, document.source.id)).leaves
            leaves = [replace(one, sheets=tuple(p.page for p in held_pages.get(one.number, ()))) for one in leaves]
        if total:
            out.append(Group(each.exhibit, each.title, each.source, total, leaves, is_data))
    return out


def quotes(letter: Letter, source: str) -> list[Quote]:
    """Give the passages of one paper that the letter rests on."""
    return [quote for sentence in letter.sentences for quote in sentence.quotes if quote.at.source == source]


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
