"""The papers that record a treatment: those its statement rests on, and the record the treatment itself left."""

import re
from collections.abc import Iterator
from dataclasses import replace

from wellfounded.model.basis import Quote
from wellfounded.model.evidence import Evidence
from wellfounded.write.founded import data
from wellfounded.write.notes import Passage, passages
from wellfounded.write.telling import Telling

MOST = 3
RESULT = re.compile(
    r"\b(?:no|without|little|minimal)\s+(?:meaningful|useful|significant|sustained|clear|lasting|further|real)?\s*"
    r"(?:improvement|change|response|benefit)\b|\binadequate response\b|\bdid not (?:help|respond|improve)\b",
    re.IGNORECASE,
)
HEAD = 600  # characters in which a paper that is the record of a treatment names it
SAID = 3  # or the number of times it does


def papers(telling: Telling, items: list[Evidence]) -> list[Passage]:
    """Give one passage from each of up to three papers that record the treatments of *items*, the oldest first."""
    found: dict[str, Passage] = {}
    for held in (*_records(telling, items), *_nearest(telling, items)):
        found.setdefault(held.quote.at.source, held)
    return sorted(list(found.values())[:MOST], key=lambda each: each.when)


def result(telling: Telling, item: Evidence, most: int) -> Passage | None:
    """Give the sentence in which the treatment's own record says what came of it; None where it left no record."""
    for held in _records(telling, [item]):
        document = telling.case.document(held.quote.at.source)
        for found in RESULT.finditer(document.text):
            said = passages(telling, _elsewhere(item, document.quote(*found.span())), most)
            if said and len(said[0].text) > len(found[0]):
                return said[0]
    return None


def _nearest(telling: Telling, items: list[Evidence]) -> Iterator[Passage]:
    """Give for each treatment the passage written soonest after it ended, then the latest of any."""
    rest: list[Passage] = []
    for item in items:
        held = [each for each in passages(telling, item, 400) if each.written is not None]
        stop = item.trial.stop if item.trial is not None else None
        after = [each for each in held if stop is None or each.when >= stop.earliest()]
        if after:
            yield min(after, key=lambda each: each.when)
        rest += held
    yield from sorted(rest, key=lambda each: each.when, reverse=True)


def _records(telling: Telling, items: list[Evidence]) -> Iterator[Passage]:
    """Find the paper a treatment without a drug left behind: a therapist's summary, a course of light or sessions."""
    for item in items:
        trial = item.trial
        if trial is None or not any(each.startswith("nondrug/") for each in trial.classes):
            continue
        name = re.compile("|".join(re.escape(each) for each in (trial.agent, trial.ingredient)), re.IGNORECASE)
        for document in telling.case.documents:
            if data(document.source) or not document.source.path.startswith("chart/"):
                continue
            told = list(name.finditer(document.text))
            if told and (told[0].start() < HEAD or len(told) >= SAID):
                yield from passages(telling, _elsewhere(item, document.quote(*told[0].span())), 300)


def _elsewhere(item: Evidence, quote: Quote) -> Evidence:
    """Give the statement as another paper makes it, without the author and day of the first."""
    return replace(item, basis=quote, author="", written=None)
