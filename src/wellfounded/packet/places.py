"""Where on the packet's pages each quoted passage stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.model.basis import Quote
from wellfounded.model.letter import Enclosure, Letter
from wellfounded.model.packet import Exhibit
from wellfounded.packet.typed import Bound
from wellfounded.wire import pdf
from wellfounded.wire.words import Box


@dataclass(frozen=True, slots=True)
class Place:
    """A passage on a page of the packet (from 1), its boxes in points from the upper left, and who rests on it."""

    page: int
    boxes: tuple[Box, ...]
    sentences: tuple[int, ...]


def places(
    letter: Letter, bound: list[tuple[Enclosure, Bound]], exhibits: tuple[Exhibit, ...], kept: list[list[int]]
) -> Iterator[tuple[str, Place]]:
    """Give each quoted passage's target ("exhibit:<source>/<start>-<end>") with its place, where its page is bound."""
    index = {e.source: n for n, (e, _) in enumerate(bound)}
    rests: dict[str, tuple[Quote, list[int]]] = {}
    for sentence in letter.sentences:
        for quote in sentence.quotes:
            if quote.at.source in index:
                target = f"exhibit:{quote.at.source}/{quote.at.start}-{quote.at.end}"
                rests.setdefault(target, (quote, []))[1].append(sentence.number)
    wanted: dict[int, dict[int, list[tuple[str, int, int]]]] = {}
    for target, (quote, _) in rests.items():
        n = index[quote.at.source]
        page, first, last = bound[n][1].find(quote)
        if page in kept[n]:
            wanted.setdefault(n, {}).setdefault(page, []).append((target, first, last))
    for n, pages in wanted.items():
        ranges = {page: [(first, last) for _, first, last in held] for page, held in pages.items()}
        boxes = pdf.boxes_by_page(bound[n][1].pdf, ranges)
        for page, held in pages.items():
            at = exhibits[n].first + kept[n].index(page)
            for (target, _, _), found in zip(held, boxes[page], strict=True):
                yield target, Place(at, tuple(found), tuple(dict.fromkeys(rests[target][1])))
