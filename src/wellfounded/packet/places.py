"""Where on the packet's pages each quoted passage stands."""

from collections.abc import Iterator
from dataclasses import dataclass

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
    wanted: dict[str, tuple[int, list[int]]] = {}
    index = {e.source: n for n, (e, _) in enumerate(bound)}
    quotes = {}
    for sentence in letter.sentences:
        for quote in sentence.quotes:
            if quote.at.source in index:
                target = f"exhibit:{quote.at.source}/{quote.at.start}-{quote.at.end}"
                quotes[target] = quote
                wanted.setdefault(target, (index[quote.at.source], []))[1].append(sentence.number)
    for target, (n, sentences) in wanted.items():
        held = bound[n][1]
        page, first, last = held.find(quotes[target])
        if page not in kept[n]:
            continue
        boxes = tuple(pdf.boxes(held.pdf, page, first, last))
        at = exhibits[n].first + kept[n].index(page)
        yield target, Place(at, boxes, tuple(dict.fromkeys(sentences)))
