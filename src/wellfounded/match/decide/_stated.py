"""Values of a quantity that no table knows, read where a note states them right after their name."""

import re
from collections.abc import Iterator

from wellfounded.match import names
from wellfounded.match.clauses import clauses
from wellfounded.match.passages import dates_in, source_of
from wellfounded.match.view import View
from wellfounded.match.words import content
from wellfounded.model.asks import Threshold
from wellfounded.model.coding import PartialDate, Quantity
from wellfounded.model.evidence import Evidence, EvidenceKind

# After the name: at most a few words that belong to it, a sign, the number, and a unit written close.
_AFTER = (
    r"\W{0,2}(?:\s*(?:total|score|index|level|count|value|global|composite|now|is|was|of|at|measured|today"
    r"|at rest|resting"
    r"|on room air|room air"
    r"|ra|on exertion|with (?:ambulation|exertion|exercise|activity)|during (?:sleep|exercise|ambulation)|=|:|\("
    r"|,)\s*){0,4}"
    r"\s*(?P<sign><=|>=|<|>|≤|≥)?\s*(?P<n>-?\d+(?:,\d{3})*(?:\.\d+)?)(?:/(?:10|21|24|27|30|56|60|63|72|100)\b)?"
    r"(?![\d/-]*[/-]\d)(?!\d*\s*(?:to|-)\s*\d)\s*(?P<unit>%|[a-zA-Zµ]+(?:/[\w.]+)*)?"
)
_BACK = re.compile(r"\b(?:was|previous\w*|prior|last|earlier|in (?:19|20)\d\d|ago)\b", re.IGNORECASE)
_OWN = re.compile(r"\d\s*(?:mm|cm|%|degrees?|\u00b0|kg|lb|mg/dL|L/min|mL|seconds?|ft|feet|in)?\s*$", re.IGNORECASE)
# A score told by its parts: "name: this (3), that (2), another (0.5) = 5.5".
_PARTS = (
    r"(?:\s+(?:score|index|scale|total))?\s*:\s*(?P<parts>(?:[^();=]{2,60}\(\+?\d+(?:\.\d+)?\)[\s,;+]*){2,12})"
    r"(?P<sign>=)\s*(?P<n>\d+(?:\.\d+)?)(?P<unit>%)?"
)
_PART = re.compile(r"\(\+?(\d+(?:\.\d+)?)\)")
_LINE = re.compile(r"\W*[A-Z][\w /&-]{1,30}?\s*\(?([\d/.-]{6,10})\)?\s*:")
_EQUAL = 0.01  # points by which a sum may differ for its rounding
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ- "
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_DAY = re.compile(rf"\b((?:{'|'.join(_MONTHS)})[a-z]{{0,6}})\.? (\d{{1,2}})\b(?!,? \d{{4}})", re.IGNORECASE)
_SIGNS = {"≤": "<=", "≥": ">="}
_NO_UNIT = re.compile(
    r"^(?:and|or|on|in|at|for|with|was|is|to|of|the|by|then|today|from|but|per|since|after|before|points?)$",
    re.IGNORECASE,
)


def stated(asks: Threshold, view: View) -> Iterator[Evidence]:
    """Give the values a sentence states directly after the name asked for; each is the patient's, and no plan."""
    spelled = sorted(names.spellings(asks.name), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, spelled))}){_AFTER}", re.IGNORECASE)
    summed = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, spelled))}){_PARTS}", re.IGNORECASE)
    own = content(asks.name)
    before = _before(asks, spelled)
    for each in view.passages:
        if each.assertion.experiencer != "patient" or each.assertion.time == "planned":
            continue
        found = pattern.search(each.statement)
        if found and _of_another(each.statement, found):
            found = None
        found = found or _added(summed.search(each.statement))
        found = found or (before.search(each.statement) if before is not None else None)
        if found and any(clause.meant(own) for clause in clauses(each.statement)):
            unit = found["unit"] or ""
            sign = _SIGNS.get(found["sign"] or "", found["sign"] or "=")
            number = float(found["n"].replace(",", ""))
            value = Quantity(number, "" if _NO_UNIT.match(unit) else unit, sign)
            yield Evidence(
                EvidenceKind.STATEMENT, asks.name, each.basis, each.statement, value=value, on=_day(each, view),
                written=each.written, assertion=each.assertion,
            )  # fmt: skip


def _before(asks: Threshold, spelled: list[str]) -> re.Pattern[str] | None:
    """Give the pattern of a value that stands before its name with its unit: "5.1 mm translation", "5 mm of motion"."""
    if not re.fullmatch(r"[A-Za-z]{2,10}", asks.unit) or not spelled:
        return None
    names_ = "|".join(map(re.escape, spelled))
    unit = rf"{re.escape(asks.unit)}|{re.escape(asks.unit.rstrip('s'))}s?"
    return re.compile(
        rf"(?<![\d.])(?P<sign>[<>])?\s*(?P<n>\d+(?:\.\d+)?)\s*(?P<unit>{unit})\s+(?:of\s+)?(?:{names_})\b",
        re.IGNORECASE,
    )


def _added(found: re.Match[str] | None) -> re.Match[str] | None:
    """Give a score told by its parts where they add up to it."""
    if found is None:
        return None
    parts = [float(each) for each in _PART.findall(found["parts"])]
    return found if abs(sum(parts) - float(found["n"])) < _EQUAL else None


def _of_another(text: str, found: re.Match[str]) -> bool:
    """Whether the number is of another name: "9 mm flexion, 4 mm extension", or a cell of a row with several."""
    before, after = text[: found.start()], text[found.end("n") :]
    own = _OWN.search(before) is not None and re.match(r"\s*,", text[found.start() :].lstrip(_LETTERS)) is not None
    return own or re.match(r"%?\s+\d+(?:\.\d+)?%?(?:\s|$)", after) is not None


def _day(each: Evidence, view: View) -> PartialDate | None:
    """The one day a sentence names, else that at the head of its line, else that of its note unless it looks back."""
    named = dates_in(each.statement)
    if named:
        return named[0] if len(named) == 1 else None
    if (short := _MONTH_DAY.findall(each.statement)) and each.written is not None:
        return _in_year(short, each.written)
    if headed := _headed(each, view):
        return headed
    return None if _BACK.search(each.statement) else each.written


def _in_year(short: list[tuple[str, str]], note: PartialDate) -> PartialDate | None:
    """The one day a sentence gives without its year: the last such day before the note's."""
    if len(set(short)) != 1:
        return None
    day = PartialDate(note.year, _MONTHS.index(short[0][0][:3].lower()) + 1, int(short[0][1]))
    try:
        return day if day.earliest() <= note.latest() else PartialDate(note.year - 1, day.month, day.day)
    except ValueError:
        return None


def _headed(each: Evidence, view: View) -> PartialDate | None:
    """The day that heads the line a sentence stands in: "PFT 01/22/2026: FVC 38%. Peak cough flow 118 L/min"."""
    quote = source_of(each)
    text = next((doc.text for doc in view.case.documents if quote and doc.source.id == quote.at.source), "")
    if quote is None or not text:
        return None
    head = _LINE.match(text[text.rfind("\n", 0, quote.at.start) + 1 : quote.at.start])
    named = dates_in(head[1]) if head else ()
    return named[0] if len(named) == 1 else None
