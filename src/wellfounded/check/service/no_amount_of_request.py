"""A request must say how much, how often or how long.

A plan authorizes units over dates; without them it authorizes its own guess, or nothing. Source: Awan and Raza 2026,
arXiv 2603.29366 (duration is what letters most often leave out).

Bad:  Dear Reviewer: // I request approval of infliximab. // Sincerely, // Hugo Brandt, MD
Good: Dear Reviewer: // I request infliximab 5 mg/kg every 8 weeks for one year. // Sincerely, // Hugo Brandt, MD
Good: Dear Reviewer: // I request one MRI of the knee. // Sincerely, // Hugo Brandt, MD
Good: Dear Reviewer: // I request approval of a sleeve gastrectomy. // Sincerely, // Hugo Brandt, MD
"""

from collections.abc import Iterator

from wellfounded.check.says import amounts
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "SV105"
SEVERITY = Severity.NOTE

REQUEST = phrase(
    r"\b(?:I|we) (?:am |are |would like to |hereby |respectfully |therefore )*(?:request|ask|seek|recommend"
    r"|prescribe)(?:ing)?\b",
    r"\bplease (?:approve|authorize|cover|grant)\b|\b(?:is|are) (?:being )?requested\b",
)
COURSE = phrase(
    r"\b(?:therapy|treatments?|infusions?|injections?|sessions?|medication|drug|oxygen|device|rehabilitation"
    r"|massage|visits|nutrition|TMS|IVIG|botox|dialysis|chemotherapy|stimulation"
    r"|supplies|nursing|\w+(?:mab|nib|cept|tide|gliflozin|vir))\b"
)
HOW_MUCH = phrase(
    r"\b(?:every|weekly|monthly|daily|twice|once|three times|lifetime|length of need|per (?:week|month|day|year)"
    r"|refills?)\b"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report the first request for a course of treatment in a letter that says neither how often nor how long."""
    for line in prose.body:
        asks = REQUEST.search(line.text)
        if asks and COURSE.search(line.text):
            if not HOW_MUCH.search(prose.flat) and not any(True for _ in amounts.lengths(prose.flat)):
                at = (line.start + asks.start(), line.start + len(line.text))
                yield Mark(at, "says neither how often nor how long", "Add dose, frequency and duration.")
            return
