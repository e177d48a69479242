"""Relatives need no names in a letter about the patient.

A name adds nothing to the argument and is another person's information. Source: 45 CFR 164.502(b).

Bad:  Her husband, Robert Ellis, drives her to sessions.
Bad:  His mother Angela has multiple sclerosis.
Good: Her husband drives her to sessions.
Good: Her sister has multiple sclerosis.
Good: His mother has Parkinson disease.
Good: Her father had Crohn's disease.
"""

import re
from collections.abc import Iterator

from wellfounded.check.says import given_names
from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity

CODE = "PV103"
SEVERITY = Severity.NOTE

KIN = re.compile(
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir|[Tt]he(?: patient's)?)\s+(?:\w+\s+)?(?:mother|father|sister|brother|son|daughter|wife"
    r"|husband|spouse|partner|aunt|uncle)"
    r"s?,?\s+\(?(?P<name>[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)"
)


def check(line: Line) -> Iterator[Mark]:
    """Report each relative's given name."""
    for match in KIN.finditer(line.text):
        if match["name"].split()[0].lower() in given_names.ALL:
            yield Mark(match.span("name"), "names a relative", "Say only how they are related.")
