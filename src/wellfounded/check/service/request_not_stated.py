"""A letter must ask for something, in so many words.

A reviewer decides a request; a letter that only describes is filed as information.

Bad:  Dear Reviewer: // Ms. Ellis has severe depression. She failed two drugs. // Sincerely, // Priya Raman, MD
Good: Dear Reviewer: // I request approval of TMS for Ms. Ellis. // Sincerely, // Priya Raman, MD
Good: Dear Reviewer: // Please reverse the denial of March 3. // Sincerely, // Priya Raman, MD
Good: Dear Reviewer: // I recommend therapeutic massage for fibromyalgia. // Sincerely, // Priya Raman, MD
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "SV104"
SEVERITY = Severity.NOTE

ASKS = phrase(
    r"\b(?:request|ask|asking|urge|appeal|petition|seek|seeking)(?:s|ed|ing)?\b",
    r"\bplease (?:approve|authorize|reconsider|reverse|overturn|accept|cover|consider|decide|review|grant|provide"
    r"|send)\b",
    r"\b(?:recommend|prescrib|order)(?:s|e|ed|ing|ation)?\b",
    r"\b(?:letter of medical necessity|prior authorization) (?:for|of|is)\b",
    r"\bneeds\b",
    r"\b(?:request|order|item|equipment|procedure|service|drug|medication)(?: requested)? ?:",
    r"\bletter of medical necessity\b",
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report the opening of a letter with a salutation that nowhere asks, orders or recommends."""
    if prose.english and prose.layout.greeted and prose.body and not ASKS.search(prose.flat):
        line = prose.body[0]
        yield Mark(
            (line.start, line.start + len(line.text)), "the letter asks for nothing", "Say what you request, first."
        )
