"""A guideline must be cited by an edition that exists.

Language models date guidelines freely: an "APA 2020" guideline on depression is 2010's. The years below are those of
the bodies' own publications.

Bad:  The APA 2020 practice guideline for major depressive disorder recommends TMS.
Bad:  American Psychiatric Association. Practice guideline for the treatment of depression. 2018.
Bad:  The 2017 American College of Rheumatology guideline for rheumatoid arthritis recommends biologics.
Good: The American Psychiatric Association (2010) guideline for major depressive disorder recommends TMS.
Good: The APA 2020 practice guideline for schizophrenia recommends clozapine.
Good: She was seen in 2020; the APA guideline of 2010 for depression applies.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity
from wellfounded.wire.caseless import Caseless

CODE = "CI103"
SEVERITY = Severity.ERROR


class Guideline(NamedTuple):
    """One body's guideline on one subject, and the years it was published or updated."""

    body: Caseless
    subject: Caseless
    years: frozenset[int]


KNOWN = (
    Guideline(
        phrase(r"\bAmerican Psychiatric Association\b", r"\bAPA\b"),
        phrase(r"\bdepress\w+\b|\bMDD\b"),
        frozenset({1993, 2000, 2010}),
    ),
    Guideline(
        phrase(r"\bAmerican College of Rheumatology\b", r"\bACR\b"),
        phrase(r"\brheumatoid\b"),
        frozenset({2002, 2008, 2012, 2015, 2021}),
    ),
    Guideline(
        phrase(r"\bAmerican Academy of Dermatology\b", r"\bAAD\b"),
        phrase(r"\bpsoria\w+\b"),
        frozenset({2008, 2009, 2010, 2011, 2019, 2020, 2021}),
    ),
    Guideline(
        phrase(r"\bCANMAT\b"),
        phrase(r"\bdepress\w+\b|\bMDD\b"),
        frozenset({2001, 2009, 2016, 2023, 2024}),
    ),
    Guideline(
        phrase(r"\bAmerican Gastroenterological Association\b", r"\bAGA\b"),
        phrase(r"\bcrohn\w*"),
        frozenset({2013, 2021}),
    ),
    Guideline(
        phrase(r"\bAmerican Academy of Sleep Medicine\b", r"\bAASM\b"),
        phrase(r"\b(?:positive airway pressure|CPAP|PAP)\b"),
        frozenset({2006, 2008, 2019}),
    ),
)
YEAR = re.compile(r"(?<![\d/-])((?:19|20)\d\d)(?![\d/-])")
NEAR = 130  # characters after a body's name that still speak of its guideline


def check(prose: Prose) -> Iterator[Mark]:
    """Report each year beside such a guideline in which that body published none on the subject."""
    for guideline in KNOWN:
        for body in guideline.body.finditer(prose.flat):
            start, end = max(0, body.start() - 24), body.end() + NEAR
            years = list(YEAR.finditer(prose.flat, start, end))
            wrong = years and not any(int(match[1]) in guideline.years for match in years)
            if wrong and guideline.subject.search(prose.flat, start, end):
                held = ", ".join(str(year) for year in sorted(guideline.years)[-4:])
                yield Mark(years[0].span(1), "no edition of that year exists", f"That body's editions are of {held}.")
