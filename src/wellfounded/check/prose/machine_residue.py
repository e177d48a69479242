"""Words of a chat program must not reach the plan.

Bad:  Certainly! Here is a letter of medical necessity:
Bad:  As an AI language model, I cannot give medical advice.
Bad:  I hope this letter meets your needs! Feel free to modify it.
Good: I hope to hear from you within 30 days.
Good: Here is the record of her trials.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "PR107"
SEVERITY = Severity.ERROR

RESIDUE = phrase(
    r"\bas an AI\b",
    r"\b(?:certainly|sure|absolutely|of course)! (?:here|below|I)",
    r"\bhere(?:'s| is) (?:a|the|your) (?:draft|sample|revised|updated|letter of medical necessity|appeal letter"
    r"|template)\b",
    r"\b(?:feel free|remember|be sure|make sure) to (?:modify|customi[sz]e|edit|replace|adjust|fill"
    r"|personali[sz]e)\b",
    r"\b(?:this|the) (?:letter|draft|template) (?:can|should|may) be (?:customi[sz]ed|modified|tailored|adapted)\b",
    r"\blet me know if you(?:'d| would)? (?:like|want)\b|\blet me know if you need (?:any )?(?:further )?(?:changes"
    r"|edits"
    r"|adjustments|revisions|modifications)\b",
    r"\bI(?:'m| am) sorry,? but I (?:can'?t|cannot)\b|\bbelow is (?:a|the|your) (?:draft|sample|revised|letter of)\b",
    r"\bI cannot (?:verify|access|provide) (?:real|actual|specific|current)\b",
    r"\bknowledge cut-?off\b",
)


def check(line: Line) -> Iterator[Mark]:
    """Report each such phrase."""
    for match in RESIDUE.finditer(line.text):
        yield Mark(
            match.span(), "the words of a writing program are left in", "Take them out and read the whole again."
        )
