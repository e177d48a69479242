"""Scores, laboratory values and measurements with their own dates, units and comparators."""

import re
from collections.abc import Iterator
from dataclasses import replace

from wellfounded.model.coding import PartialDate, Quantity
from wellfounded.model.document import Document
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind
from wellfounded.read.chart import dates
from wellfounded.read.chart import value_words as words
from wellfounded.read.chart.measure_names import Measure, Point, book, doubtful
from wellfounded.read.chart.outline import Outline, Unit
from wellfounded.read.chart.tokens import Token, tokens
from wellfounded.read.chart.value_dates import fraction, looks_like_date, near_date, past_date
from wellfounded.read.chart.value_units import PER_FIELD, named_unit, number, other_unit, unit_of

_CODE = re.compile(r"[A-Z]\d\d(?:\.\d{1,4})?\b")
_EXTREME = re.compile(r"\s*at (?:its )?(?:worst|best|rest|night)\b", re.IGNORECASE)  # the other is of the same day
_SPAN = re.compile(r"\s*-?(?:weeks?|wks?|months?|mos?|years?|yrs?|days?)\b(?!/)", re.IGNORECASE)
_NUMBERED = re.compile(r"\s+(?:score\s*|total\s*|was\s*|is\s*|of\s*|[:=]\s*)*\d|[:=]\s*\d")  # "TSK-11 31"


def points(text: str, unit: Unit, note: PartialDate | None) -> list[Point]:
    """Give every value a unit of a note states for a measure it names, in order."""
    found: list[Point] = []
    toks = tokens(text, unit.start, unit.end)
    i, far = 0, -1
    while i < len(toks):
        hit = book().at(toks, i) if toks[i].start >= far else None
        if hit is None:
            i += 1
            continue
        n, measure = hit
        prefix = words.PREFIX.search(text, unit.start, toks[i].start)
        if prefix:  # "HS-PGA" is a scale of its own
            name = text[prefix.start() : toks[i + n - 1].end]
            measure = Measure(name, "", measure.kind, name, listed=False)
        name_end = toks[i + n - 1].end
        suffix = words.SUFFIX.match(text, name_end)
        if suffix and suffix.group()[1:].isdigit():
            name_end = suffix.end() if _NUMBERED.match(text, suffix.end()) else name_end
        elif suffix:
            name_end = suffix.end()
            measure = Measure(text[toks[i].start : name_end], "", measure.kind, measure.spelling, listed=False)
        if _meant(text, toks[i], name_end, measure):
            got = list(_values(text, unit, toks[i].start, name_end, measure, note))
            found += got
            far = max([far, *[p.end for p in got]])
        i += n
    return found


def _meant(text: str, token: Token, end: int, measure: Measure) -> bool:
    """A doubtful name must be written as a name: in its own capitals, or with a sign before its number."""
    written = text[token.start : end]
    if len(written) == 1 and _CODE.match(text, token.start):
        return False  # a diagnosis: "K31.84"
    if measure.spelling.isupper() and written.islower() and len(written) < 4:
        return re.match(rf"\s+\d+(?:\.\d+)?\s?(?:{words.UNIT})", text[end : end + 16]) is not None
    if measure.spelling.lower() not in doubtful():
        return True
    beside = measure.kind is EvidenceKind.LAB and re.match(r"\s*[:=]?\s*\d", text[end : end + 4])
    if measure.spelling[:1].isupper() and written.islower():
        return beside is not None
    return (
        re.match(
            (
                r"\s*(?:score|as|is|average|I{1,3}\b|IV\b|R\b|L\b|right|left|was|of|at|=|:|today|\d|level|index|total"
                r"|[<>]|\(|rated|now|(?:rose|fell|climbed|dropped|peaked|went|came) (?:up |down )?(?:to|at)\b)"
            ),
            text[end : end + 20],
            re.IGNORECASE,
        )
        is not None
    )


def _values(text: str, unit: Unit, start: int, end: int, measure: Measure, note: PartialDate | None) -> Iterator[Point]:
    if words.GOAL.search(text, max(unit.start, start - 40), start) or re.match(
        r"\s*(?:goal|target|<\s*\d+ (?:goal|target))", text[end : end + 10]
    ):
        return
    if measure.kind is EvidenceKind.LAB and re.match(r"\s+scor", text[end : end + 5], re.IGNORECASE):
        return  # a calcium score is no calcium
    if measure.name == "blood pressure":
        match = words.BP.match(text, end, unit.end)
        if match:
            yield Point(
                measure,
                Quantity(float(match["n"].split("/")[0]), "mmHg"),
                near_date(text, unit, match.end(), note) or note,
                start,
                match.end(),
                match["n"].replace(" ", ""),
            )
        return
    change = words.FROM_TO.match(text, end, unit.end)
    if change is not None:
        shared = change["u2"] or change["u1"] or measure.unit
        before = next(
            (
                d.date
                for d in dates.dates(
                    change["d1"] or change["d1b"] or "", 0, len(change["d1"] or change["d1b"] or ""), note
                )
            ),
            None,
        )
        after = near_date(text, unit, change.end(), note)
        yield Point(measure, Quantity(number(change["a"]), unit_of(shared)), before, start, change.end("a"))
        told = dates.dates(text, unit.start, start, note)  # "taken from 10/08/2024 to 02/04/2025 (PHQ-9 21 to 20)"
        day = after or (None if len(told) > 1 else note)
        yield Point(measure, Quantity(number(change["b"]), unit_of(shared)), day, start, change.end())
        return
    series = list(_series(text, unit, end, note))
    if series:
        for date, amount, shared, to in series:
            yield Point(measure, Quantity(amount, unit_of(shared or measure.unit)), date, start, to)
        return
    yield from _single(text, unit, start, end, measure, note)


def _single(text: str, unit: Unit, start: int, end: int, measure: Measure, note: PartialDate | None) -> Iterator[Point]:
    given = next(iter(dates.dates(text, end, min(unit.end, end + 32), note)), None)
    at, on = end, None
    if given is not None and words.DATED_FIRST.fullmatch(text, end, given.start) and not fraction(text, end, given):
        at, on = given.end, given.date
        at += len(re.match(r"[\s):,;-]*", text[at:])[0])  # type: ignore[index]
    titre = words.TITRE.match(text, at, unit.end)
    if titre is not None:
        yield Point(measure, Quantity(float(titre["n"])), on or note, start, titre.end(), titre["whole"])
        return
    whole = words.SUMMED.match(text, at, unit.end)
    if whole is not None and measure.kind is EvidenceKind.SCORE:
        yield Point(measure, Quantity(number(whole["n"]), measure.unit), on or note, start, whole.end())
        return
    if measure.kind is EvidenceKind.SCORE and (parts := words.PARTS.match(text, at, unit.end)) is not None:
        yield from (replace(part, start=start, on=on or note) for part in _parts(text, parts, measure))
        return
    match = words.VALUE.match(text, at, unit.end)
    if match is not None and match["n"].startswith("-") and text[match.start("n") - 1].isalnum():
        return  # the edition of a test: "ADOS-2"
    if match is None:
        roman = words.IN_ROMAN.match(text[at : at + 30])
        if roman:
            value = Quantity(float(words.ROMAN[roman.group(2) or roman.group(1)]))
            yield Point(measure, value, on or note, start, at + roman.end(), roman.group(1))
            return
        loose = words.LOOSE.match(text, at, min(unit.end, at + 70))
        if loose is not None and measure.spelling.lower() not in doubtful():
            value = Quantity(number(loose["n"]), unit_of(loose["u"] or measure.unit))
            yield Point(measure, value, on or near_date(text, unit, loose.end(), note) or note, start, loose.end())
            return
        yield from _before(text, unit, start, end, measure, note)
        return
    if _SPAN.match(text, match.end("n")) and not match["u"] and "day" not in measure.unit:
        return  # "repeat Vineland in 6 months"
    if (
        looks_like_date(text, match)
        or (match["of"] and measure.kind is EvidenceKind.LAB)
        or other_unit(match["u"], measure.unit)
    ):
        return
    to = (
        match.end("u")
        if match["u"]
        else match.end("of")
        if match["of"]
        else match.end("hi")
        if match["hi"]
        else match.end("n")
    )
    value = _quantity(match, measure)
    if not match["u"] and (apart := named_unit(text, end, match.start("n"))):
        value = replace(value, unit=unit_of(apart))
    if (
        measure.unit == "%"
        and not match["u"]
        and re.match(r"\s*(?:m2|m\u00b2|sq)", text[match.end("n") : match.end("n") + 4])
    ):
        value = replace(value, unit="m2")  # the surface of the body, and no share of it
    if measure.name == "BSA" and not match["u"] and re.fullmatch(r"[12]\.\d\d?", match["n"]):
        value = replace(value, unit="m2")
    first = None if words.AT_ENTRY.match(text, to, unit.end) else note
    yield Point(measure, value, on or near_date(text, unit, to, note) or first, start, to)
    for day, amount, shared, far in _series(text, unit, to, note, least=1):
        yield Point(measure, Quantity(amount, unit_of(shared or value.unit)), day, start, far)
    to = past_date(text, unit, to, note, match["of"])
    later = words.NOW.match(text, to, unit.end)
    if later:
        yield Point(measure, Quantity(number(later["n"]), value.unit), note, start, later.end())
    if match["of"] and (again := words.AGAIN.match(text, to, unit.end)) is not None and again["of"] == match["of"]:
        yield Point(measure, Quantity(number(again["n"]), value.unit), note, start, again.end("of"))
        return
    while (more := words.MORE.match(text, to, unit.end)) is not None:
        date = near_date(text, unit, more.end(), note) or (note if _EXTREME.match(text, to) else None)
        if looks_like_date(text, more):
            return
        yield Point(measure, Quantity(number(more["n"]), unit_of(more["u"] or value.unit)), date, start, more.end())
        to = past_date(text, unit, more.end(), note)


def _parts(text: str, parts: re.Match[str], measure: Measure) -> Iterator[Point]:
    """Give the parts of a scale that are counted apart: "7 of 9 inattentive, 6 of 9 hyperactive"."""
    for part in words.PART.finditer(text, parts.start(), parts.end()):
        name = f"{measure.name} {part['name']}"
        scale = Measure(name, "", measure.kind, name, listed=False)
        yield Point(scale, Quantity(number(part["n"])), None, part.start(), part.end())


def _before(text: str, unit: Unit, start: int, end: int, measure: Measure, note: PartialDate | None) -> Iterator[Point]:
    """A value written before its name: "scored 18 on the PHQ-9", "12% BSA", "14 migraine days"."""
    match = re.search(
        (
            rf"(?<![\d/.])(?P<n>{words.NUM})(?:\s*/\s*(?P<of>\d{{1,3}}))?\s*(?P<u>%)?\s*(?:-\s?\d+\s*%?)?\s*(?:points?"
            rf"|total)?\s*(?:on (?:the|a|her|his)|of (?:the )?(?:total )?|in|are|were)?\s*$"
        ),
        text[max(unit.start, start - 40) : start],
    )
    if match is None or (
        match["u"] is None
        and not re.search(r"on (?:the|a|her|his)\s*$", match.group())
        and measure.unit != "days/month"
        and measure.name not in {"Tender joint count", "Swollen joint count"}
    ):
        return
    at = max(unit.start, start - 40) + match.start("n")
    yield Point(
        measure,
        Quantity(number(match["n"]), unit_of(match["u"] or measure.unit)),
        near_date(text, unit, end, note) or note,
        at,
        end,
    )


def _series(
    text: str, unit: Unit, end: int, note: PartialDate | None, *, least: int = 2
) -> Iterator[tuple[PartialDate, float, str, int]]:
    """Values each led by its date: "PHQ-9 10/8/24: 21; 2/4/25: 20"."""
    at, count = end, 0
    held: list[tuple[PartialDate, float, str, int]] = []
    while (match := words.SERIES.match(text, at, unit.end)) is not None:
        found = dates.dates(match["d"], 0, len(match["d"]), note)
        if not found:
            break
        held.append((found[0].date, number(match["n"]), match["u"] or "", match.end()))
        at, count = match.end(), count + 1
    if count >= least:
        yield from held


def _quantity(match: re.Match[str], measure: Measure) -> Quantity:
    sign = {
        "≤": "<=",
        "≥": ">=",
        "greater than": ">",
        "more than": ">",
        "over": ">",
        "less than": "<",
        "under": "<",
        "at least": ">=",
    }.get(match["cmp"] or "", match["cmp"] or "=")
    return Quantity(number(match["n"]), unit_of(match["u"] or measure.unit), sign)


def _counted(text: str, point: Point) -> Quantity:
    """Give a point's value; a count in a field of the microscope is none in the blood."""
    if point.measure.kind is EvidenceKind.LAB and PER_FIELD.match(text, point.end):
        return replace(point.value, unit="/hpf")
    return point.value


def evidence(document: Document, outline: Outline, unit: Unit, point: Point) -> Evidence:
    """Give the evidence for one value."""
    text = document.text
    during = (
        words.DURING.findall(text[max(unit.start, point.start - 40) : min(unit.end, point.end + 45)])
        if point.measure.name == "SpO2"
        else []
    )
    planned = unit.section == "plan" and words.PLAN_GOAL.search(text, unit.start, point.start) is not None
    return Evidence(
        point.measure.kind,
        point.measure.name,
        document.quote(point.start, point.end),
        statement=" ".join(text[unit.start : unit.end].split())[:300],
        on=point.on,
        value=_counted(text, point),
        finding=point.text or ", ".join(dict.fromkeys(d.lower() for d in during)),
        assertion=Assertion(
            time="planned" if planned else "current", experiencer="family" if unit.section == "family" else "patient"
        ),
        written=outline.date(unit),
    )
