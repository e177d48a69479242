"""Fills told in a line: "fills: 06/11/2021, 09/02/2021", "filled 1/3 and 2/2, #60", "Last filled: 03/13/2026"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from wellfounded.model.coding import PartialDate, Quantity
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence
from wellfounded.model.use import Fill
from wellfounded.read.chart import dates
from wellfounded.read.chart.lexicon import Lexicon
from wellfounded.read.chart.outline import Outline
from wellfounded.read.chart.records import medicine
from wellfounded.read.chart.records.fills import evidence
from wellfounded.read.chart.records.lines import Line, lines

_CUE = re.compile(
    r"\b(?P<last>last |most recent(?:ly)? |latest |first )?(?:re)?(?:fill(?:s|ed)?(?: dates?| history)?|dispensed"
    r"|dates? (?:filled|dispensed|of fills?)|picked up|pick-?ups?)(?: (?:on|by \w+(?: \w+)? on))?\s*[:=-]?\s*(?=\S)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|to be|will be|due|next|could ?n['o]t|cannot|can be|if|before|until|no)\s+"
    r"(?:yet |been |be |get |have )*(?:re)?(?:fill|pick|dispens)|\b(?:re)?fills? (?:due|left|remaining|auth)"
    r"|\b(?:due |will |is )?to (?:re)?fill|\bneeds? (?:a )?refill",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"[\s,;&()#/.:-]*(?:(?:and|then|also|qty|quantity|x|ds|days?|supply|tabs?|caps?|on|again|sold|\d+)\b"
    r"[\s,;&()#/.:'-]*)*",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"(?:#\s?|\bqty\.?:?\s*|\bquantity:?\s*|\bdisp(?:ensed)?:?\s*)(?P<n>\d+(?:\.\d+)?)", re.IGNORECASE
)
_DAYS = re.compile(
    r"\b(?:days?['\u2019]?s?[\s-]+sup(?:ply)?|DS)\s*[:=]\s*(?P<k>\d{1,3})\b"
    r"|(?<![\d/.-])(?P<n>\d{1,3})[\s-]*(?:days?\b(?:['\u2019]?s?[\s-]+suppl(?:y|ies))?|DS\b)"
    r"(?!\s+(?:ago|later|before|late|early|gap)|\s+sup\w*\s*[:=]|\s*[:=])"
    r"|\b(?:days?['\u2019]?s?[\s-]+sup(?:ply)?|DS)\s*[:=]?\s*(?P<m>\d{1,3})\b",
    re.IGNORECASE,
)
_BACK = 3  # lines above a list of fills that may name its medicine
_WIDE = 160  # characters after the cue in which the days stand


def listed(document: Document, lexicon: Lexicon, cut: Outline, taken: set[int]) -> Iterator[Evidence]:
    """Give the fills a line lists, but for lines that begin at a place in *taken*: the rows of tables."""
    text, before = document.text, list[Line]()
    for line in lines(text):
        if line.blank:
            continue
        cue = _CUE.search(line.text) if line.start not in taken else None
        if cue is not None and not _NOT.search(line.text[max(0, cue.start() - 12) : cue.end()]):
            yield from _line(document, line, cue, before[-_BACK:], lexicon, cut.at(line.start))
        before.append(line)


def _line(
    document: Document, line: Line, cue: re.Match[str], before: list[Line], lexicon: Lexicon, near: PartialDate | None
) -> Iterator[Evidence]:
    days = _run(document.text, line.start + cue.end(), line.end, near)
    if not days or any(day.date.day is None for day in days):
        return
    lead = line.text[: cue.start()]
    named = _named(lead, before, lexicon) or _named(document.text[days[-1].end : line.end], (), lexicon)
    if named is None:
        return
    held, above = named
    stop = re.search(r"[.;](?=\s|$)", document.text[days[-1].end : line.end])
    last = days[-1].end + stop.start() if stop else line.end
    around = f"{above} {lead} {document.text[days[-1].end : last]}"
    stands = medicine.standing(f"{lead[-60:]} {document.text[days[-1].end : last]}")
    for day, after in zip(days, [*days[1:], None], strict=True):
        own = document.text[day.end : after.start] if after else document.text[day.end : last]
        each = replace(
            held,
            quantity=_amount(own) or _amount(around),
            days=_supply(own) or _supply(around),
            standing=stands,
            latest=bool(cue["last"]),
        )
        start = line.start + len(line.text) - len(line.text.lstrip()) if day is days[0] else day.start
        yield evidence(document, each, day.date, start, min(day.end + max(len(own.rstrip(" ,;&")), 0), line.end), near)


def _run(text: str, start: int, end: int, near: PartialDate | None) -> list[dates.Dated]:
    """Give the days that follow the cue with nothing but amounts between them."""
    found, at = list[dates.Dated](), start
    for day in dates.dates(text, start, end, near):
        if day.start - at > _WIDE or not _JOIN.fullmatch(text[at : day.start]):
            break
        found.append(day)
        at = day.end
    return found


def _named(lead: str, before: tuple[Line, ...] | list[Line], lexicon: Lexicon) -> tuple[Fill, str] | None:
    """Give the medicine named nearest before the days: in the line itself, else in a line above it."""
    for said in (lead, *(line.text for line in reversed(before))):
        held = medicine.fill(said, lexicon)
        if held is not None and held.listed:
            return held, said if said is not lead else ""
    return None


def _amount(text: str) -> Quantity | None:
    found = _QUANTITY.search(text)
    return Quantity(float(found["n"])) if found else None


def _supply(text: str) -> int | None:
    found = _DAYS.search(text)
    return medicine.days(found["k"] or found["n"] or found["m"]) if found else None
