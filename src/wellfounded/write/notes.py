"""Passages of the chart as a letter may quote them, each with the note it stands in: whose, and of what day."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import itemgetter

from wellfounded.model.basis import Basis, Quote, quotes
from wellfounded.model.coding import PartialDate
from wellfounded.model.determination import Reading
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence, TrialStatus
from wellfounded.write.around import whole
from wellfounded.write.dated import dated, note_date
from wellfounded.write.founded import data
from wellfounded.write.notekind import called, shortly
from wellfounded.write.telling import Telling
from wellfounded.write.words import dates, people, quoted

ELLIPSIS = " \N{HORIZONTAL ELLIPSIS}"
SHORT = 42  # characters of a line that a running text would have filled
YEAR = timedelta(days=365)
NAME = re.compile(r"(?:Dr\.? )?[A-Z][\w.'-]*(?: (?!signed|Signed)[A-Z][\w.'-]*){1,3}(?=,|\s|$)")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the chart: who wrote them and when, as far as the note itself says."""

    text: str
    quote: Quote
    author: str
    written: PartialDate | None
    basis: tuple[Basis, ...]  # the passage, and the line that dates its note

    @property
    def when(self) -> date:
        """The day of the note, for putting passages in order; long ago where it is not known."""
        return date.min if self.written is None else self.written.latest()


def passages(telling: Telling, item: Evidence, most: int = quoted.MOST, *, dense: bool = False) -> tuple[Passage, ...]:
    """Give every passage of *item* that reads as words, the latest note first; the data of a bundle is none.

    A *dense* passage may hold more figures than words.
    """
    made = (_passage(telling, item, quote, most, dense=dense) for quote in quotes(item.basis))
    found = [passage for passage in made if passage is not None]
    return tuple(sorted(found, key=lambda each: (each.when, len(each.text)), reverse=True))


def passage(telling: Telling, item: Evidence, most: int = quoted.MOST) -> Passage | None:
    """Give the latest passage of *item*, or None where none reads as words."""
    return next(iter(passages(telling, item, most)), None)


def own(telling: Telling, held: Passage) -> bool:
    """Whether the clinician who signs wrote it."""
    signer = telling.case.practitioner.name
    return bool(held.author) and signer is not None and people.same(held.author, signer.value)


def note(telling: Telling, held: Passage) -> str:
    """Name the note: "my TMS consultation of March 9, 2026"; once it was named so, "my March 9 consultation".

    A note more than a year old always keeps its year.
    """
    kind = called(telling.case.document(held.quote.at.source)).removeprefix("chart ")
    whose = "my" if own(telling, held) else f"{held.author}'s" if held.author else "the"
    if held.written is None:
        return f"{whose} {kind}" if held.author else "the chart"
    full = f"{whose} {kind} of {dates.day(held.written)}"
    recent = held.written.day is not None and telling.on - held.when < YEAR
    if recent and full.lower().replace("'", "\u2019") in telling.said.lower():
        return f"{whose} {dates.short(held.written)} {shortly(kind)}"
    return full


def placed(telling: Telling, held: Passage) -> str:
    """Say in a few words where a quotation comes from: "February 17, 2026", "Karen Whitfield, January 6, 2026"."""
    whose = "" if own(telling, held) else held.author
    return ", ".join(part for part in (whose, dates.day(held.written) if held.written is not None else "") if part)


def joined(telling: Telling, items: list[Passage], most: int = 420) -> tuple[str, list[Passage]]:
    """Join passages of one note into one quotation, and give those it holds.

    Neighbours in the text stand beside each other; where words between them are left out, an ellipsis says so. What
    the letter has quoted before is left out.
    """
    said, used = "", list[Passage]()
    for each in sorted(items, key=lambda held: held.quote.at.start):
        line = quoted.unlabelled(each.text).rstrip(" ,;")
        if not line or line.rstrip(".") in f"{telling.said} {said}" or len(said) + len(line) > most:
            continue
        gap = bool(used) and _between(telling, used[-1].quote, each.quote)
        line = line if line.endswith((".", "!", "?")) else f"{line}."
        said = f"{said}{ELLIPSIS if gap else ''} {line}".strip()
        used.append(each)
    return said, used


def standing(telling: Telling, quote: Quote) -> Passage | None:
    """Give a quotation of a note with whose note it is and of what day, whatever it reads like; of data, None."""
    try:
        document = telling.case.document(quote.at.source)
    except KeyError:  # a source that is not in the folder any more
        return None
    return None if data(document.source) else _placed(telling, *_origin(telling, None, quote), document, quote, "")


def _passage(telling: Telling, item: Evidence, quote: Quote, most: int, *, dense: bool) -> Passage | None:
    try:
        document = telling.case.document(quote.at.source)
    except KeyError:  # a source that is not in the folder any more
        return None
    if data(document.source):
        return None
    grown = whole(document, quote, most)
    text = quoted.passage(grown.exact, most, dense=dense)
    if not text or tabular(grown.exact):
        return None
    held = _placed(telling, *_origin(telling, item, grown), document, grown, text)
    return replace(held, written=None, basis=(grown,)) if _foretold(item, held.written) else held


def tabular(raw: str) -> bool:
    """Whether a passage is rows of a table read as one line: three short lines or more, most of them no sentence's."""
    lines = [line.strip() for line in raw.strip().splitlines() if line.strip()]
    short = [line for line in lines if len(line) < SHORT and not line.endswith((".", ",", ";"))]
    return len(lines) > 3 and len(short) >= 0.7 * len(lines)


def _foretold(item: Evidence, when: PartialDate | None) -> bool:
    """Whether a treatment that was taken began after the day its record seems to be of: the day is of another entry."""
    trial = item.trial
    if when is None or trial is None or trial.start is None or trial.status is not TrialStatus.PAST:
        return False
    return when.latest() < trial.start.earliest()


def _placed(
    telling: Telling, who: str, when: PartialDate | None, document: Document, quote: Quote, text: str
) -> Passage:
    when = when or note_date(document)
    born = telling.case.patient.birth_date
    if when is not None and born is not None and when.earliest() == born.value:
        when = None  # the date of birth in a note's head is not the day of the note
    line = dated(document, when, quote.at.start) if when is not None else None
    found = NAME.match(who.strip())
    basis = (quote,) if line is None else (quote, line)
    return Passage(text, quote, people.plain(found[0]) if found else "", when if line is not None else None, basis)


def _origin(telling: Telling, item: Evidence | None, quote: Quote) -> tuple[str, PartialDate | None]:
    """Give author and day of the note a passage stands in, not of the statement it was merged into."""
    for reading in telling.case.readings:
        if reading.source == quote.at.source and reading.evidence:
            near = reading.evidence[_nearest(_places(telling, reading), quote.at.start)]
            return near.author, near.written
    if item is None:
        return "", None
    alone = {other.at.source for other in quotes(item.basis)} == {quote.at.source}
    return (item.author, item.written) if alone else ("", None)


def _places(telling: Telling, reading: Reading) -> list[tuple[int, int]]:
    """Give where each statement of a reading stands with its number, sorted once a letter."""
    if reading.source not in telling.places:
        telling.places[reading.source] = sorted(
            (quote.at.start, n) for n, each in enumerate(reading.evidence) for quote in quotes(each.basis)
        )
    return telling.places[reading.source]


def _nearest(places: list[tuple[int, int]], start: int) -> int:
    """Give the number of the nearest statement; one that comes after counts double, for a note opens with its date."""
    at = bisect_right(places, start, key=itemgetter(0))
    after = [(2 * (place - start), n) for place, n in places[at : at + 1]]
    first = bisect_left(places, places[at - 1][0], key=itemgetter(0)) if at else 0
    before = [(start - place, n) for place, n in places[first:at][:1]]
    return min((*before, *after), default=(0, 0))[1]


def _between(telling: Telling, one: Quote, other: Quote) -> bool:
    """Whether words stand between two passages of one source."""
    if one.at.source != other.at.source:
        return True
    return bool(telling.case.document(one.at.source).text[one.at.end : other.at.start].strip(" \n\t\r.;,"))
