"""A number said to meet a requirement must meet it.

"A saturation of 90% meets the requirement of 88% or less" is refused on sight, and with it the rest.

Bad:  The policy asks for a saturation at or below 88%; hers was 90%, which meets it.
Bad:  She meets the requirement of a BMI of 40 or more: her BMI is 38.2.
Bad:  The PHQ-9 must be at least 20. This criterion is met: her PHQ-9 was 18.
Good: She meets the requirement of a BMI of 40 or more: her BMI is 44.6.
Good: The policy asks for a saturation at or below 88%; hers was 87%, which meets it.
Good: The policy asks for a BMI of 40 or more; hers is 38.2, and this is not met.
"""

import re
from collections.abc import Iterator

from wellfounded.check.says import measures
from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "CR105"
SEVERITY = Severity.ERROR

NUMBER = r"(?P<n{}>(?<![\w.])-?\d{{1,4}}(?:\.\d+)?) ?(?:%|percent|mm ?Hg|kg/m2|points?)?"
LEAST = phrase(
    r"\b(?:at least|at or above|minimum of|no less than|threshold of|>=|\u2265) (?:an? )?" + NUMBER.format(1),
    NUMBER.format(2) + r" or (?:more|higher|greater|above)\b",
)
MOST = phrase(
    r"\b(?:at most|at or below|no more than|maximum of|under|below|less than|<=|\u2264) (?:an? )?" + NUMBER.format(1),
    NUMBER.format(2) + r" or (?:less|lower|below|fewer)\b",
)
MET = phrase(r"\b(?:meets?|is met|are met|met\b|satisf\w+|fulfil\w*|exceeds?|qualif\w+)")
NOT = phrase(r"\b(?:not|un|fails? to|does not|short of|neither)\b")
REACH = 90  # characters on either side of a bound that still speak of it
NOUN = phrase(r"\s*(?!or\b|and\b|is\b|to\b|a\b)(?P<noun>[a-z]{4,} [a-z]{4,})\b")  # "15 headache days"
OWN = phrase(r"\b(?:hers|his|theirs) (?:was|is) (?P<v>\d{1,4}(?:\.\d+)?)")


def check(line: Line) -> Iterator[Mark]:
    """Report each value beside a bound of its measure that it does not keep, where the words say that it is met."""
    text = f"{line.before} {line.text}"
    shift = len(line.before) + 1
    if not MET.search(line.text) or NOT.search(line.text):
        return
    for bounds, wrong in ((LEAST, float.__lt__), (MOST, float.__gt__)):
        for bound in bounds.finditer(text):
            limit = float(bound["n1"] or bound["n2"])
            noun = NOUN.match(text, bound.end())
            for value, start, end in (*_values(text, bound.start(), shift), *_same(text, noun, shift)):
                if wrong(value, limit):
                    yield Mark(
                        (start - shift, end - shift), f"does not keep the bound of {limit:g}", "Claim what is met."
                    )


def _values(text: str, bound: int, shift: int) -> Iterator[tuple[float, int, int]]:
    """Give the values told close after a bound, of the measure it names or of "hers", within the line itself."""
    named = list(measures.book().find(text[max(0, bound - REACH) : bound]))[-1:]
    for found in measures.measured(text):
        if found.span[0] > max(bound + 8, shift) and named and found.name == named[0][0]:
            if found.span[0] < bound + REACH and not re.match(r"\W{0,3}to\b", text[found.span[1] :]):
                yield found.value, *found.span
            return
    for match in OWN.finditer(text, max(bound, shift)):
        yield float(match["v"]), *match.span("v")


def _same(text: str, noun: re.Match[str] | None, shift: int) -> Iterator[tuple[float, int, int]]:
    """Give the number told after a bound of the very thing that the bound counts."""
    if noun is not None:
        for match in re.finditer(rf"(?<![\w.])(\d{{1,4}}) {noun['noun']}\b", text[noun.end() :]):
            at = noun.end() + match.start(1)
            if at >= shift:
                yield float(match[1]), at, at + len(match[1])
                return
