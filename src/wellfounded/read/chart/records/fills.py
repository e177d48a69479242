"""The fills and doses of the tables of a record: one piece of evidence a row, quoted at its row."""

import re
from collections.abc import Iterator
from dataclasses import replace

from wellfounded.model.coding import PartialDate
from wellfounded.model.document import Document
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind
from wellfounded.model.use import Fill
from wellfounded.read.chart.lexicon import Lexicon
from wellfounded.read.chart.records import medicine
from wellfounded.read.chart.records.table import Row, rows

_GIVEN = re.compile(
    r"\b(?:given|admin\w*|infus\w*|MAR|medication administration|injection (?:log|record)|lot|nurse|treatment log)\b",
    re.IGNORECASE,
)
_PHARMACY = re.compile(
    r"\b(?:fill(?:ed|s)?|dispens\w+|sold|pharmacy|claims?|refill\w*|days?.?s? sup\w*|pick(?:ed)?[- ]?up|shipped|PBM"
    r"|Rx)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"\b(?:prescriptions? (?:written|orders?)|orders? (?:placed|history)|e-?prescri\w+)\b", re.IGNORECASE
)
_LATEST = re.compile(r"\b(?:last|most recent|latest)\s*(?:fill|dispens|date filled)", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:held|hold|refused|missed|not given|omitted|no[- ]?show|cancel\w*|deferred|declined|unavailable|NG"
    r"|out of stock|resched\w*)\b",
    re.IGNORECASE,
)


def fills(document: Document, lexicon: Lexicon, near: PartialDate | None) -> Iterator[Evidence]:
    """Give every row of a pharmacy's table, and every dose of a log of doses; a row that is neither is not there."""
    for row in rows(document.text, near):
        given = _is_given(row)
        held = _medicine(row, lexicon) if given or _is_fill(row) else None
        if held is None:
            continue
        if given:
            held = replace(held, standing=_dose(row), quantity=None, days=None)
            yield evidence(document, held, row.on, row.line.start + _indent(row), row.line.end, near)
            continue
        quantity = medicine.quantity(row.text("quantity"))
        stands = medicine.standing(f"{row.text('status', 'drug', 'other')} {row.under}")
        if quantity is not None and quantity.value < 0:
            stands = "reversed"
        if stands == "dispensed" and re.search(r"\bsamples?\b", row.caption, re.IGNORECASE):
            stands = "sample"
        held = replace(
            held,
            quantity=quantity,
            days=_days(row),
            standing=stands,
            number=row.text("number"),
            latest=_LATEST.search(f"{row.head} {row.caption}") is not None,
        )
        yield evidence(document, held, row.on, row.line.start + _indent(row), row.line.end, near)


def evidence(
    document: Document, held: Fill, on: PartialDate, start: int, end: int, near: PartialDate | None
) -> Evidence:
    """Give one fill or dose as evidence, quoted from *start* to *end*; what was not handed over is denied."""
    quote = document.quote(start, end)
    real = held.counts or held.standing == "sample"
    given = held.standing in {"given", "missed"}
    return Evidence(
        EvidenceKind.ADMINISTRATION if given else EvidenceKind.DISPENSE,
        held.ingredient,
        quote,
        statement=" ".join(quote.exact.split()),
        on=on,
        assertion=Assertion("affirmed" if real else "negated", "historical"),
        written=near,
        use=held,
    )


def _indent(row: Row) -> int:
    return len(row.line.text) - len(row.line.text.lstrip())


def _is_given(row: Row) -> bool:
    if "days" in row.held or "quantity" in row.held or re.search(r"\b(?:qty|quantity|supply)\b", row.head):
        return False
    return bool(_GIVEN.search(row.head) or _GIVEN.search(row.caption)) and not _PHARMACY.search(row.head)


def _is_fill(row: Row) -> bool:
    if _WRITTEN.search(row.caption):
        return False
    return "days" in row.held or bool(_PHARMACY.search(row.head) or _PHARMACY.search(row.caption))


def _medicine(row: Row, lexicon: Lexicon) -> Fill | None:
    """Give the medicine of a row: its own cell, else the nearest line above its rows that names one."""
    if "drug" in row.held:
        return medicine.fill(row.held["drug"].text, lexicon, row.text("strength"))
    if re.search(r"\b(?:drug|medication|medicine|product)\b", row.head):
        return None
    for line in (*((row.group,) if row.group else ()), *reversed(row.above)):
        held = medicine.fill(line.text.strip(), lexicon, row.text("strength"))
        if held is not None and held.listed:
            return held
    return None


def _days(row: Row) -> int | None:
    """Give the days' supply of a row: its own cell, else "(84 days)" or "30 DS" in the cell of the quantity or drug."""
    if "days" in row.held:
        return medicine.days(row.text("days"))
    found = re.search(r"\b(\d{1,3})\s*(?:-?\s*days?(?:.? supply)?|DS)\b", row.text("quantity", "drug"), re.IGNORECASE)
    return medicine.days(found[1]) if found else None


def _dose(row: Row) -> str:
    said = f"{row.text('status', 'who', 'strength', 'other')} {row.under}"
    return "missed" if _NOT.search(said) else "given"
