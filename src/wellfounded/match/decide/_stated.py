"""Values of a quantity that no table knows, read where a note states them right after their name."""

import re
from collections.abc import Iterator

from wellfounded.match import names
from wellfounded.match.clauses import clauses
from wellfounded.match.passages import dates_in
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
_SIGNS = {"≤": "<=", "≥": ">="}
_NO_UNIT = re.compile(
    r"^(?:and|or|on|in|at|for|with|was|is|to|of|the|by|then|today|from|but|per|since|after|before|points?)$",
    re.IGNORECASE,
)


def stated(asks: Threshold, view: View) -> Iterator[Evidence]:
    """Give the values a sentence states directly after the name asked for; each is the patient's, and no plan."""
    spelled = sorted(names.spellings(asks.name), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, spelled))}){_AFTER}", re.IGNORECASE)
    own = content(asks.name)
    for each in view.passages:
        if each.assertion.experiencer != "patient" or each.assertion.time == "planned":
            continue
        found = pattern.search(each.statement)
        if found and any(clause.meant(own) for clause in clauses(each.statement)):
            unit = found["unit"] or ""
            sign = _SIGNS.get(found["sign"] or "", found["sign"] or "=")
            number = float(found["n"].replace(",", ""))
            value = Quantity(number, "" if _NO_UNIT.match(unit) else unit, sign)
            yield Evidence(
                EvidenceKind.STATEMENT, asks.name, each.basis, each.statement, value=value, on=_day(each),
                written=each.written, assertion=each.assertion,
            )  # fmt: skip


def _day(each: Evidence) -> PartialDate | None:
    """The one day a sentence names, else that of its note unless it looks back."""
    named = dates_in(each.statement)
    if named:
        return named[0] if len(named) == 1 else None
    return None if _BACK.search(each.statement) else each.written
