"""Spans of time in which a treatment was not taken: a gap, a washout, a wait, the time since it was stopped.

Such a span is not the length of its trial. Which it is, the words beside it say: those before it in its own clause
("went without it for two weeks"), or those after it ("eight weeks off it", "a two-week washout").
"""

import re
from collections.abc import Iterable

# What ends the reach of a word of absence: another clause, or a word that says the treatment was taken.
_TAKEN = re.compile(
    r"[,;:.()\n]|\b(?:tak(?:es?|ing)|took|us(?:ed|es|ing)|on|trial|giv(?:en|ing)|received|after|before|re-?start\w*"
    r"|resum\w*|start\w*|beg[au]n|continu\w*|complet\w*|then|until)\b",
    re.IGNORECASE,
)
_THING = (
    r"(?:it|them|any|(?:(?:the|this|that|her|his|their|all|any)\s+)?"
    r"(?:drugs?|medications?|medicines?|meds|treatments?|therapy|doses?|injections?|infusions?|biologics?))"
)
_ABSENT = re.compile(
    rf"\b(?:without\s+(?:{_THING}\b|@)|off(?![\s-]+(?:label|and\s+on\b))|(?:went|go(?:ing|es)?|did"
    rf"|do(?:ing)?)\s+without"
    r"|held(?!\s+at\b|\s+steady)|hold(?:ing)?|paus(?:ed|ing)|suspended|interrupted|lapsed?|miss(?:ed|ing|es)"
    r"|skip(?:ped|s|ping)|ran\s+out|run\s+out|not\s+(?:been\s+)?(?:tak(?:en|ing)|us(?:ed|ing)|had|received|filled)"
    r"|n['\u2019]t\s+(?:taken|used|had|received|filled)|(?:stopped|discontinued)"
    r"(?:\s+(?:it|them|@))?(?=\s+(?:for|x)\b)|(?:no|no\s+more)\s+@|gaps?|breaks?|holidays?|wash-?outs?|(?:drug"
    r"|treatment|medication|steroid)-free|lapses?"
    r"|wait(?:ed|ing|s)?|delay(?:ed|s)?)(?!\w)",
    re.IGNORECASE,
)
_ON_AND = re.compile(r"\bon[\s-]+and[\s-]+$", re.IGNORECASE)
_AFTER = re.compile(
    rf"[\s-]*(?:period\s+)?(?:off\b(?!\s+and\s+on)|without\s+(?:{_THING}\b|@)"
    r"|since\s+(?:\w+\s+){0,2}(?:stop|discontinu|last\b|final\b|ran\b)"
    r"|(?:after|of|from|following|post)\s+(?:(?:the|her|his|their)\s+)?(?:stopping|discontinu|last\s+dose|withdrawal"
    r"|cessation|coming\s+off|going\s+off)"
    r"|(?:drug\s+|treatment\s+|steroid\s+)?(?:wash-?out|holiday|gap|interruption|break|lapse|wait|delay)\b"
    r"|(?:drug|treatment|medication|steroid)-free\b|(?:have\s+|has\s+|had\s+)?(?:passed|elapsed)\b)",
    re.IGNORECASE,
)
REACH = 60  # characters before a span in which a word of absence is looked for


def absent(text: str, start: int, end: int, first: int, last: int, named: Iterable[tuple[int, int]] = ()) -> bool:
    """Whether the span of time *text[start:end]* is one without the treatment; its unit reaches from *first* to *last*.

    *named* are the places of treatments in the unit.
    """
    before, after = text[max(first, start - REACH) : start], text[end : min(last, end + REACH)]
    for begin, stop in sorted(named, reverse=True):  # a treatment's own name may hold any word: it is only a place here
        if max(first, start - REACH) <= begin and stop <= start:
            at = begin - max(first, start - REACH)
            before = f"{before[:at]}@{before[at + stop - begin :]}"
        elif end <= begin and stop <= min(last, end + REACH):
            after = f"{after[: begin - end]}@{after[stop - end :]}"
    if _AFTER.match(after):
        return True
    found = [m for m in _ABSENT.finditer(before) if not _ON_AND.search(before, 0, m.start())]
    return bool(found) and _TAKEN.search(before, found[-1].end()) is None
