"""No treatment is certain: a claim without exception is false, and a reviewer knows it.

Bad:  This treatment is guaranteed to work.
Bad:  There is no other option for this patient.
Bad:  She has tried everything.
Good: She has tried sertraline and venlafaxine, each at an adequate dose.
Good: No prior authorization was required for the first visit.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "PR102"
SEVERITY = Severity.WARNING

TREATMENT = r"(?:options?|treatments?|medications?|therap(?:y|ies)|drugs?|choices?|alternatives?)"
CLAIM = phrase(
    r"\b(?:is|are|will be|would be) (?:absolutely |completely |virtually )?(?:guaranteed|certain) to\b",
    r"\bguarantees?\b",
    r"\bwill (?:definitely|certainly|undoubtedly|surely|always|completely|permanently|absolutely)\b",
    r"\bwithout (?:a|any) doubt\b",
    r"\bundoubtedly\b",
    r"\b(?:tried|exhausted|failed) (?:absolutely )?(?:everything|every (?:single |other )*" + TREATMENT,
    r"all (?:other |possible |available |conceivable )*" + TREATMENT + r")\b",
    r"\b(?:the only|no other) (?:possible |viable |available |effective |safe |reasonable )*" + TREATMENT + r"\b",
    r"\b(?:completely|totally|absolutely|100 ?%) (?:safe|effective|cured?|necessary)\b",
    r"\b(?:never|always) (?:fails|failed|works|worked|succeeds|cures)\b|\bnothing else (?:will|can|could|would)\b",
    r"\bhas no side effects\b",
)


def check(line: Line) -> Iterator[Mark]:
    """Report each claim that admits no exception."""
    for match in CLAIM.finditer(line.text):
        yield Mark(match.span(), "claims more than anyone can show", "Say what was tried or found, with numbers.")
