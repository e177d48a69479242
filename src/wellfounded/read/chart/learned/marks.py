"""The kinds of cue beside a treatment: where words differ, what they mean is alike."""

from collections.abc import Iterator

from wellfounded.read.chart.learned.page import Page, Place


def meant(page: Page, at: int, me: Place) -> Iterator[str]:
    """Tell what kinds of cue stand before, after, past the list and in the next sentence."""
    unit, places, marks = page.units[at], page.named[at], page.marks[at]
    i = next((i for i, place in enumerate(places) if place[0] <= me[0] < place[1]), 0)
    begin = places[i - 1][1] if i else unit.start
    end = places[i + 1][0] if i + 1 < len(places) else unit.end
    for place, mark in marks:
        if begin <= place < me[0]:
            yield f"mB={mark}"
    after = [mark for place, mark in marks if me[1] <= place < end]
    for mark in after:
        yield f"mA={mark}"
    yield f"mA1={after[0] if after else '-'}"
    if i + 1 < len(places) and not after:
        for place, mark in marks:
            if place >= places[-1][1]:
                yield f"mX={mark}"
    if i + 1 == len(places) and at + 1 < len(page.units):
        beside = page.units[at + 1]
        if beside.paragraph == unit.paragraph and not page.named[at + 1]:
            for _, mark in page.marks[at + 1]:
                yield f"mN={mark}"
