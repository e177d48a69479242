"""Records of use, read row by row: fills of a pharmacy, doses given, sessions kept, days of use counted."""

from collections.abc import Iterator
from dataclasses import replace

from wellfounded.model.basis import quotes
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence
from wellfounded.model.use import Fill, Use
from wellfounded.read.chart.lexicon import Lexicon
from wellfounded.read.chart.outline import Outline
from wellfounded.read.chart.records.again import again
from wellfounded.read.chart.records.fills import fills
from wellfounded.read.chart.records.listed import listed
from wellfounded.read.chart.records.printed import printed
from wellfounded.read.chart.records.sessions import sessions
from wellfounded.read.chart.records.tallies import tallies


def records(document: Document, lexicon: Lexicon, cut: Outline) -> Iterator[Evidence]:
    """Give every row of use a document states, each day without a year taken from the note it stands in."""
    day = printed(document.text, cut.at(len(document.text)))
    held = list(fills(document, lexicon, day))
    taken = {document.text.rfind("\n", 0, next(quotes(each.basis)).at.start) + 1 for each in held}
    yield from held
    yield from listed(document, lexicon, cut, taken)
    yield from again(document, lexicon, cut)
    yield from tallies(document, lexicon, cut)
    yield from sessions(document, lexicon, cut, taken)


def strengths(trials: list[Evidence], rows: list[Evidence]) -> list[Evidence]:
    """Give the treatments with the strength their fills state as dose, where nothing but fills tells of them.

    The quantity of a row ("473 mL") is no dose.
    """
    places = [(quote.at.start, quote.at.end, each.use) for each in rows if each.use for quote in quotes(each.basis)]
    return [_strength(each, places) for each in trials]


def _strength(each: Evidence, places: list[tuple[int, int, Use]]) -> Evidence:
    own = [use for q in quotes(each.basis) for a, b, use in places if q.at.start < b and a < q.at.end]
    whole = all(any(a <= q.at.start and q.at.end <= b for a, b, _ in places) for q in quotes(each.basis))
    if each.trial is None or not own or not whole:
        return each
    held = [use.strength for use in own if isinstance(use, Fill) and use.strength is not None]
    alike = [dose for dose in held if dose.unit == held[0].unit]
    return replace(each, trial=replace(each.trial, dose=max(alike, key=lambda dose: dose.value, default=None)))
