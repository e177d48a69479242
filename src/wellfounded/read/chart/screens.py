"""Screening tests as laboratories and portals print them: the test by any of its names, its result, its own day.

The day is that of collection (or, of a skin test, of its placing): a report is printed days later, and a portal's
page years later (CLIA, 42 CFR 493.1291(c), has a report state the test, the result and the collection's day).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from wellfounded.model.basis import quotes
from wellfounded.model.coding import PartialDate
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.read.chart import dates
from wellfounded.read.chart.outline import Outline
from wellfounded.wire.caseless import caseless, small

# The usual name of each test, and the forms it is printed in.
_FORMS = {
    "tuberculosis blood test": (
        r"quantiferon(?:\s?(?:\(r\)|\(tm\)|\u00ae|\u2122))?(?:[- ]?tb)?(?:[- ]?gold)?(?:[- ]?(?:plus|in-?tube))*"
        r"|qft(?:[- ]?(?:tb|plus|gold|git|g))*|t[-. ]?spot(?:\s?(?:\(r\)|\u00ae))?(?:[-. ]?tb)?|igra"
        r"|interferon[- ]?(?:gamma|\u03b3)[- ]release assay|tb (?:blood test|gold(?: plus)?)"
    ),
    "tuberculin skin test": r"tuberculin skin test|tb skin test|mantoux(?: test)?|ppd(?: skin test)?|tst",
    "hepatitis B surface antigen": r"hep(?:atitis)?\.? ?b (?:virus )?(?:surface|surf\.?|s) ?(?:ag|antigen)|hbs[- ]?ag",
    "hepatitis C antibody": r"hep(?:atitis)?\.? ?c (?:virus )?(?:ab|antibody)|(?:anti-?)?hcv(?: ab| antibody)?",
    "HIV test": r"hiv(?:[- ]?1/2|[- ]?1/o/2)?(?: (?:ag/ab|antigen/antibody|ab|antibody|screen|test|combo))+",
    "pregnancy test": r"(?:urine |serum )?pregnancy test|(?:beta[- ]?|u)?hcg(?:,? (?:qualitative|qual|urine|serum))+",
}
_NAME = caseless(
    r"(?<![\w-])(?:" + "|".join(f"(?P<n{i}>{form})" for i, form in enumerate(_FORMS.values())) + r")(?![\w])"
)
_NAMES = tuple(_FORMS)
_WORD = (
    r"negative|neg|non-?reactive|not detected|none detected|positive|pos|reactive|detected|indeterminate|equivocal"
    r"|borderline|invalid"
)
_RESULT = caseless(rf"(?<![\w-])(?:{_WORD})(?![\w-])")
_ALONE = caseless(rf"\s*(?:{_WORD})\s*(?:\(?[a-z]\)?)?\s*$")
_OPEN = caseless(
    r"\b(?:if|unless|until|pending|orders?|ordered|requisition|repeat|will|plan(?:ned)?|recommend\w*|needs?|due"
    r"|schedul\w+|require[sd]?|must|should|please|awaiting|declin\w+|refus\w+|not (?:done|performed)|cancel\w*)\b"
)
_COLLECTED = caseless(
    r"\b(?:date(?:/time)? (?:of )?)?(?:specimen |sample )?(?:collected|collection|coll|drawn|draw date|placed)\b"
    r"(?:\s*(?:date|on|time|d/t|/))*\s*[:.]?\s*"
)
# What stands in place of a result: the word behind it is the reference's.
_NONE = caseless(
    r"\b(?:see|notes?|comments?|below|tnp|qns|insufficient|ha?emolyzed|in process|preliminary|reference|ref|normal"
    r"|range|expected|interval|tbd|n/a|specimen|clotted|unsatisfactory|rejected)\b"
)
_SAME = {"neg": "negative", "pos": "positive", "nonreactive": "non-reactive", "none detected": "not detected"}
_NEXT = 4  # lines below a test's name in which a portal prints its result
_REACH = 500  # characters below a test's name in which a portal prints the day
_HEADS = 6  # lines above a row in which its columns' days stand


def screens(document: Document, outline: Outline) -> Iterator[Evidence]:
    """Give each result of a screening test that the document states, with the day it was collected."""
    text = document.text
    quiet = small(text)
    starts = [unit.start for unit in outline.units]
    for found in _NAME.finditer(quiet):
        unit = outline.units[max(bisect_right(starts, found.start()) - 1, 0)] if starts else None
        if unit is not None and unit.section == "family":
            continue
        line = text.rfind("\n", 0, found.start()) + 1
        if _OPEN.search(quiet, line, found.start()):
            continue
        note = outline.date(unit) if unit is not None else None
        held = [*_results(text, quiet, found.end())]
        days = _columns(text, line, note) if len(held) > 1 else []
        for at, (start, end) in enumerate(held if len(days) == len(held) else held[:1]):
            day = days[at] if len(days) == len(held) else _day(text, quiet, found, end, note)
            word = " ".join(quiet[start:end].split())
            yield Evidence(
                EvidenceKind.LAB,
                next(name for name, taken in zip(_NAMES, found.groups(), strict=True) if taken),
                document.quote(found.start(), end),
                statement=" ".join(text[line:end].split())[-300:],
                on=day,
                finding=_SAME.get(word, word),
                written=note,
            )


def screened(every: Iterable[Evidence], found: Iterable[Evidence]) -> Iterator[Evidence]:
    """Give *every* statement with what screening tests were *found*: of one result read twice, the one with a day."""
    held = list(every)
    told = [each for each in held if each.kind is EvidenceKind.LAB and each.finding]
    for one in found:
        same = [each for each in told if _meets(each, one)]
        if one.on is None and same:
            continue
        held = [each for each in held if not any(each is other for other in same)]
        held.append(one)
    yield from held


def _meets(one: Evidence, other: Evidence) -> bool:
    return any(a.at.start < b.at.end and b.at.start < a.at.end for a in quotes(one.basis) for b in quotes(other.basis))


def _results(text: str, quiet: str, at: int) -> Iterator[tuple[int, int]]:
    """Give where the results of a test named before *at* stand: on its line or sentence, or alone on one below it."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    found = [each for each in _RESULT.finditer(quiet, at, end) if not _OPEN.search(quiet, at, each.start())]
    if found and (_NONE.search(quiet, at, found[0].start()) or not _first(quiet[at : found[0].start()])):
        return
    yield from ((each.start(), each.end()) for each in found)
    if found or _OPEN.search(quiet, at, end) or _NONE.search(quiet, at, end):
        return
    below = end + 1
    for _ in range(_NEXT):
        stop = text.find("\n", below)
        stop = len(text) if stop < 0 else stop
        if _NAME.search(quiet, below, stop) or _OPEN.search(quiet, below, stop):
            return
        row = quiet[below:stop]
        if _ALONE.match(row) or (row.strip().startswith("read ") and _RESULT.search(row)):
            result = _RESULT.search(quiet, below, stop)
            if result is not None:
                yield result.start(), result.end()
            return
        below = stop + 1


def _first(between: str) -> bool:
    """Whether what stands between a test and a result is no column of its own: then the result is a reference's."""
    return not any(re.search(r"[a-z]", cell) for cell in re.split(r"\s{2,}|\t|\.{3,}|\|", between)[1:])


def _day(text: str, quiet: str, found: re.Match[str], end: int, note: PartialDate | None) -> PartialDate | None:
    """Give the day of a result: of collection on its own line, else above it, else below, else one on the line."""
    line = quiet.find("\n", end)
    line = len(text) if line < 0 else line
    near = _labelled(text, quiet, found.start(), line, note)
    above = near or _labelled(text, quiet, 0, found.start(), note)
    below = above or _labelled(text, quiet, end, min(len(text), end + _REACH), note, first=True)
    if below is not None:
        return below
    own = dates.dates(text, found.end(), line, note)
    return own[0].date if own else None


def _labelled(
    text: str, quiet: str, start: int, end: int, note: PartialDate | None, *, first: bool = False
) -> PartialDate | None:
    """Give the day that a label of collection leads between *start* and *end*: the last such, or the *first*."""
    held = []
    for label in _COLLECTED.finditer(quiet, start, end):
        stated = dates.dates(text, label.end(), min(label.end() + 30, len(text)), note)
        if stated and stated[0].start <= label.end() + 2:
            held.append(stated[0].date)
    return (held[0] if first else held[-1]) if held else None


def _columns(text: str, line: int, note: PartialDate | None) -> list[PartialDate]:
    """Give the days that head a row's columns, where a line above the row holds days alone."""
    for above in reversed(text[:line].splitlines()[-_HEADS:]):
        stated = dates.dates(above, 0, len(above), note)
        if len(stated) > 1 and not re.search(r"[A-Za-z]{3}", re.sub(dates.DATE, "", above.lower())):
            return [each.date for each in stated]
    return []
