"""Scales and laboratory rows that no table lists, read by shape: "<Name> score of N", "<NAME>: N/M", a range."""

import re

from wellfounded.model.coding import PartialDate, Quantity
from wellfounded.model.evidence import EvidenceKind
from wellfounded.read.chart import dates
from wellfounded.read.chart import value_words as words
from wellfounded.read.chart.data import word_set
from wellfounded.read.chart.measure_names import Measure, Point, book
from wellfounded.read.chart.outline import Unit
from wellfounded.read.chart.tokens import tokens
from wellfounded.read.chart.value_dates import near_date
from wellfounded.read.chart.value_units import number, unit_of
from wellfounded.wire.caseless import small

_NOUN = (
    r"(?:[Ss]cores?|[Ii]ndex|[Ss]cale|[Ii]nventory|[Qq]uestionnaire|[Rr]ating|[Ss]urvey|[Cc]hecklist|[Mm]easure"
    r"|[Aa]ssessment|[Ss]creen(?:er)?|[Tt]est|[Ii]nstrument|[Tt]ool)"
)
_WORD = r"[A-Z][A-Za-z\u2019'-]*(?:-?\d{1,2})?"
_NAME = rf"{_WORD}(?:[ -](?:{_WORD}|of|for|and|the|in|II|III|\d{{1,2}}))*"
_N = r"-?\d{1,3}(?:\.\d+)?"
_BETWEEN = (
    r"(?:\s*\((?P<abbr>[A-Za-z][A-Za-z0-9-]{1,11})\))?(?:\s*(?:total|overall|composite|summary|raw|severity|today"
    r"|now|score|scores|on (?:exam|intake|admission)))*\s*(?:of|is|was|:|=|-|\u2013|at|today|now|remains"
    r"|\s)\s*(?:a\s+)?"
)
_NAMED = re.compile(
    rf"\b(?P<name>{_NAME}?\s?{_NOUN}){_BETWEEN}(?P<n>{_N})(?:\s*(?:/|out of"
    rf"|of)\s*(?P<of>\d{{1,3}}))?(?P<u>\s?%)?(?![\d/-]|\.\d|\s*(?:mg|weeks|months|days|min|year|y/o|items?|visits"
    rf"|sessions))"
)
_ACRONYM = re.compile(
    rf"(?<![\w-])(?P<name>[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:-[A-Z0-9][A-Za-z0-9]{{0,3}}|-[a-z](?![a-z]))*"
    rf"(?: (?:symptom|bother|severity|function|interference|distress|activity|impact) score)?"
    rf"|[A-Z]{{3,8}}-?\d{{0,2}})(?:\s*(?P<sign>total|score|scores|[:=]|of|was"
    rf"|is)\s*|(?<=score)\s+)+(?P<n>{_N})(?:\s*/\s*(?P<of>\d{{1,3}}))?(?![\d/-]|\.\d|\s*(?:mg|mcg|weeks|months|days|min|year|y/o"
    rf"|(?:weekly |daily |monthly )?(?:visits|sessions|treatments)|lb|kg|units))"
)
_FRACTION = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:-[A-Z0-9][A-Za-z0-9]{0,3})*"
    r"|[A-Z]{3,8}-?\d{0,2})\s+(?P<n>(?!0\d)\d{1,3})\s*/\s*(?P<of>\d{2,3})(?![\d/])"
)
_LABBED = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][A-Za-z0-9-]{1,14}(?: [A-Z][A-Z0-9]{0,3})?)(?:\s+(?:level|of|was|is"
    r"|at))*\s*[:=]?\s*(?P<n>\d+(?:,\d{3})*(?:\.\d+)?)\s*"
    r"(?P<u>mg/dL|g/dL|mmol/L|mEq/L|m?IU/m?L|U/m?L|ng/mL|ng/dL|pg/mL|ug/mL|mcg/mL|ug/dL|ug/g|mg/g|mg/L|g/L"
    r"|nmol/L|umol/L|pmol/L|K/uL|cells/uL|copies/mL|fmol/\w+)\b"
)
_RATED = re.compile(  # what is felt, out of ten
    r"\b(?P<name>(?:[Mm]orning )?(?:fatigue|stiffness|itch(?:ing)?|nausea|anxiety|dyspnea|breathlessness|spasms?"
    r"|burning|numbness|bloating|distress|discomfort|tightness|swelling|tiredness|soreness|cramping))"
    r"(?:\s*(?:today|now|is|was|rated|score|level|severity|at|[:=]))*"
    r"\s*(?P<n>\d{1,2}(?:\.5)?)\s*/\s*(?P<of>10)\b(?![/-]\d)",
    re.IGNORECASE,
)
_BARE = re.compile(
    (
        r"(?<![\w-])(?P<name>(?:[A-Z][a-z]+ "
        r")?[A-Z]{2,6}(?:-[A-Za-z0-9]{1,4})?)\s+(?P<n>\d{1,3}(?:\.\d)?)(?=\s*(?:[,;)]|\.\s|\.?$))"
    ),
    re.MULTILINE,
)
_DIGIT = re.compile(r"\d")
_RANGE = re.compile(r"[<>]=?\s*\d|[\d.,]\s*(?:-|\u2013|to)\s*\d")
_NOT_SCALES = word_set("not_scales")
_ROW = re.compile(
    r"^[ \t|*-]*(?P<name>[A-Za-z][A-Za-z0-9 ,./()%'+-]{1,42}?)\s*(?:\||\t|:|\s{2,}|\.{3,}"
    r"|\s)\s*(?P<cmp>[<>]=?)?\s*(?P<n>-?\d{1,6}(?:,\d{3})*(?:\.\d+)?)\s*(?P<flag>\(?(?:HH?|LL?|A|\*)\)?(?=\s|$"
    r"|\|))?\s*\|?\s*(?P<u>[A-Za-z%µ][A-Za-z0-9/%µ.^²]{0,14}|/[a-z]{1,3})?\s*\|?\s*(?P<flag2>\(?(?:HH?|LL?|A|\*"
    r"|[Hh]igh|[Ll]ow)\)?(?=\s|$|\|))?\s*\|?\s*"
    r"(?P<ref>[\[(]?\s*(?:ref(?:erence)?(?: range)?:?\s*)?(?:[<>]=?\s*\d[\d.,]*|\d[\d.,]*\s*(?:-|\u2013"
    r"|to)\s*\d[\d.,]*)[^|\n]{0,18}[\])]?)?"
)


def shaped(text: str, unit: Unit, note: PartialDate | None, taken: list[Point]) -> list[Point]:
    """Give the values of scales that are not listed; those that overlap *taken* are left out."""
    found: list[Point] = []
    if _DIGIT.search(text, unit.start, unit.end) is None:
        return found
    spans = [(point.start, point.end) for point in taken]
    for pattern in (_NAMED, _ACRONYM, _FRACTION, _BARE, _RATED):
        for match in pattern.finditer(text, unit.start, unit.end):
            name = " ".join((match.groupdict().get("abbr") or match["name"]).split())
            if any(start < match.end() and match.start() < end for start, end in spans) or not _is_scale(name, match):
                continue
            if match["n"].startswith("-") and text[match.start("n") - 1].isalnum():
                continue  # "GFTA-3 standard score": the edition of a test, and no value below zero
            on = near_date(text, unit, match.end(), note) or note
            measure = Measure(
                _trim(name), "%" if match.groupdict().get("u") else "", EvidenceKind.SCORE, name, listed=False
            )
            found.append(Point(measure, Quantity(number(match["n"]), measure.unit), on, match.start(), match.end()))
            spans.append((match.start(), match.end()))
    for match in words.JOINTS.finditer(text, unit.start, unit.end):
        for name, group in (("Tender joint count", "t"), ("Swollen joint count", "s")):
            measure = Measure(name, "", EvidenceKind.SCORE, name)
            found.append(Point(measure, Quantity(float(match[group])), note, match.start(), match.end()))
    for match in _LABBED.finditer(text, unit.start, unit.end):
        if (
            not any(start < match.end() and match.start() < end for start, end in spans)
            and match["name"].upper() not in _NOT_SCALES
        ):
            measure = Measure(match["name"], match["u"], EvidenceKind.LAB, match["name"], listed=False)
            on = near_date(text, unit, match.end(), note) or note
            found.append(
                Point(measure, Quantity(number(match["n"]), unit_of(match["u"])), on, match.start(), match.end())
            )
    return found


def lab_row(text: str, unit: Unit, on: PartialDate | None) -> Point | None:
    """Give the value of one line of a laboratory table no table lists: in such a section, or with its range."""
    worth = _DIGIT if unit.section == "labs" else _RANGE  # a line without is tried in vain, and at length
    match = _ROW.match(text, unit.start, unit.end) if worth.search(text, unit.start, unit.end) else None
    if match is None or not (match["ref"] or (unit.section == "labs" and match["u"])):
        return None
    name = " ".join(match["name"].split()).strip(" .:-(")
    if (
        len(name) < 2
        or len(name.split()) > 6
        or dates.DATE.search(small(name))
        or re.search(r"\b(?:mg|take|daily|dose|visit|page|patient|phone|age|tablet|score)\b", name, re.IGNORECASE)
    ):
        return None
    sign = match["cmp"] or "="
    return Point(
        Measure(name, "", EvidenceKind.LAB, name, listed=False),
        Quantity(number(match["n"]), unit_of(match["u"] or ""), sign),
        on,
        match.start("name"),
        match.end("u") if match["u"] else match.end("n"),
    )


def _is_scale(name: str, match: re.Match[str]) -> bool:
    first = name.split(maxsplit=1)[0]
    if name.upper() in _NOT_SCALES or first.upper().rstrip(":") in _NOT_SCALES or re.fullmatch(r"[CTLS]\d", first):
        return False
    toks = tokens(name)
    if any(book().at(toks, i) is not None and toks[i].end - toks[i].start > 2 for i in range(len(toks))):
        return False
    of = match.groupdict().get("of")
    if of and float(match["n"]) > float(of):
        return False
    return not (match.re is _NAMED and len(name.split()) == 1 and re.fullmatch(rf"{_NOUN}", name))


def _trim(name: str) -> str:
    return re.sub(
        r"^(?:The|Her|His|On|Today|Total|Current|Baseline|Her|Latest|Repeat|Prior|A|An)\s+",
        "",
        re.sub(r"\s+(?:[Ss]cores?|[Tt]otal)$", "", name),
    )


_EARLIER = re.compile(
    r"\W*(?:last (?:month|visit|time|week|year|session)|previously|prior(?:ly)?|at (?:intake|baseline|start|admission)"
    r"|initially|before that|earlier|a month ago|it)\b[^.;\d]{0,24}?\b(?:was|were|:"
    r"|had been)\s+(?P<n>\d{1,3}(?:\.\d)?)\b(?!\s*(?:mg|%|days|weeks|[/-]\d))"
    r"(?:,?\s*(?:and|then|vs\.?)\s+(?P<m>\d{1,3}(?:\.\d)?)\s+(?=when|at|before|in|on|a ))?",
    re.IGNORECASE,
)


def follow_on(text: str, unit: Unit, before: list[Point], note: PartialDate | None) -> list[Point]:
    """Give the saturations a sentence states without the name, when the sentence before it gave one."""
    last = before[-1].measure if before else None
    if last is not None and last.kind is EvidenceKind.SCORE:
        earlier = _EARLIER.match(text, unit.start, unit.end)
        spans = [(earlier[g], earlier.start(g), earlier.end(g)) for g in ("n", "m") if earlier[g]] if earlier else []
        return [Point(last, Quantity(float(n), last.unit), None, start, end) for n, start, end in spans]
    if last is None or last.name != "SpO2":
        return []
    on = before[-1].on or note
    found = words.SATURATION.finditer(text, unit.start, unit.end)
    return [Point(last, Quantity(float(match["n"]), "%"), on, match.start(), match.end()) for match in found]
