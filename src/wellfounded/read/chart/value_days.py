"""The days of a sentence's values that stand apart from them: before the name, at its head, or after a whole run."""

import re
from dataclasses import replace

from wellfounded.model.coding import PartialDate
from wellfounded.read.chart import dates
from wellfounded.read.chart.measure_names import Point
from wellfounded.read.chart.outline import Unit

_BEFORE = re.compile(r"[\s:,(-]*(?:(?-i:[A-Z]{2,5})[\s:]*)?", re.IGNORECASE)  # "11/3/2025: eos 410", "3/3/26 VL 3,980"
_HEAD = re.compile(
    r"\W*(?:in|on|by|since|as of|back in|early|late|mid|during)\s+(?:early |late |mid-?)?$", re.IGNORECASE
)
_STUDY = re.compile(  # "Your home study on 5/2/2026 showed an AHI of 24"
    r"\b(?:stud(?:y|ies)|tests?|testing|labs?|bloods?|bloodwork|echo(?:cardiogram)?|polysomnogram|PSG|spirometry"
    r"|PFTs?|DEXA|DXA"
    r"|scan|MRI|CT|EMG|download|biopsy|cath(?:eterization)?|panel|colonoscopy|EGD|visit)\s*(?:\(|on|of|from"
    r"|dated|in|,)*\s*$",
    re.IGNORECASE,
)
_SHOWED = re.compile(
    r"[\s),]*(?:(?:had |has )?(?:showed|shows|found|gave|demonstrated|revealed|documented|with|was|confirmed)"
    r"|:)[^.;]*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*,?\s+(?:and|with)\s+(?:an?\s+|the\s+)?")
_TODAY = re.compile(r"\b(?:today|now)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:since|from|until|till|through|to|started|begun)\s*$", re.IGNORECASE)
_SHARE = re.compile(r"\d{1,2}/\d{1,2}")  # "pain 8/10, ODI 52%": a value itself, and no day of the next
_RUN = re.compile(r"[\s,;/&(]*(?:and\s+)?$", re.IGNORECASE)


def today(text: str, points: list[Point], block: PartialDate | None, note: PartialDate | None) -> list[Point]:
    """Give the day of the visit to what is said to be of today under the day of older results."""
    return [replace(p, on=note) if p.on == block != note and _TODAY.search(text, p.start, p.end) else p for p in points]


def dated(text: str, unit: Unit, points: list[Point], note: PartialDate | None) -> list[Point]:
    """Give *points* with the days their sentence states for them, where they bore only the day of the note."""
    if not points:
        return points
    stated = [
        d
        for d in dates.dates(text, unit.start, unit.end, note)
        if not (_SHARE.fullmatch(text, d.start, d.end) and any(p.start <= d.start < p.end for p in points))
    ]
    if not stated:
        return points
    head = next((d.date for d in stated if _HEAD.fullmatch(text[unit.start : d.start])), None)
    found = []
    for point in points:
        near = [
            d
            for d in stated
            if d.end <= point.start
            and _BEFORE.fullmatch(text[d.end : point.start])
            and not _OPEN.search(text[unit.start : d.start])
        ]
        near = near or [
            d
            for d in stated
            if d.end <= point.start
            and _STUDY.search(text, unit.start, d.start)
            and _SHOWED.fullmatch(text, d.end, point.start)
        ]
        day = near[-1].date if near else head
        found.append(replace(point, on=day) if day is not None and point.on == note else point)
    return _runs(text, _shared(text, found, note), note)


def _shared(text: str, points: list[Point], note: PartialDate | None) -> list[Point]:
    """The day before a value is that of the value joined to it: "ESR of March 30 was 48 and CRP 22"."""
    found = list(points)
    for i in range(1, len(found)):
        last, this = found[i - 1], found[i]
        led = last.on != note and dates.dates(text, last.start, last.end, note)
        if led and this.on == note and _JOINED.fullmatch(text, last.end, this.start):
            found[i] = this if _TODAY.search(text, this.start, this.end) else replace(this, on=last.on)
    return found


def _runs(text: str, points: list[Point], note: PartialDate | None) -> list[Point]:
    """The day in parentheses after the last value of a run is the day of each: "Cr 1.7 eGFR 47 UA 8.6 (4/22/26)"."""
    found = list(points)
    for i in range(len(found) - 2, -1, -1):
        after = found[i + 1]
        close = _RUN.fullmatch(text[found[i].end : after.start]) is not None
        bracketed = re.match(r"\s*\((?:\w+ )?\d", text[after.end : after.end + 12]) is not None
        if (
            close
            and found[i].on == note
            and after.on != note
            and (bracketed or (i + 2 < len(found) and found[i + 2].on == after.on))
        ):
            found[i] = replace(found[i], on=after.on)
    return found
