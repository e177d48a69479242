"""The plan the letter argues with must be this patient's plan.

A payer's name left from another letter is the mark of a form. Source: market notes on copy-paste denials.

Bad:  I ask Bright Harbor Health to approve this.  <-  payer: Alder Ridge Health
Bad:  Dear Northvale Health: // I appeal. // Sincerely,  <-  payer: Alder Ridge Health
Good: I ask Alder Ridge to approve this.  <-  payer: Alder Ridge Health
Good: She was seen at Harborlight Health.  <-  payer: Alder Ridge Health | chart: Harborlight Health, progress note.
Good: Her Mental Health has suffered.  <-  payer: Alder Ridge Health
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "ID109"
SEVERITY = Severity.ERROR

PLAN = re.compile(
    r"\b(?P<name>(?!Dear\b|Your\b|That\b|From\b"
    r"|With\b)[A-Z][a-z]{3,}(?:\s[A-Z][a-z]+){0,2})\s(?:Health(?:\s?(?:care|Plans?|Insurance|Partners|Net"
    r"|First))?|Insurance|Mutual|Casualty|HMO|PPO"
    r"|Medicare Advantage|Medicaid|Benefits?|Assurance)\b"
)
KNOWN = re.compile(
    r"\b(?:Aetna|Cigna|Humana|Anthem|UnitedHealthcare|Kaiser Permanente|Blue Cross(?: Blue Shield)?|Centene|Molina"
    r"|Oscar|Highmark|Elevance)\b"
)
ADDRESSED = re.compile(
    r"\bTo:\s+$|\b(?:(?:decision|denial|determination|letter|notice|policy|members?|reviewers?|plan) of|have|thank)\s+$"
    r"|\b(?:ask(?:ing)?|urge|request(?:ing)?|Dear|appeal(?:ing)? to|to|by|with|your|from|that|members? of"
    r"|covered by)\s+$"
)
DID = re.compile(
    r"(?:\s(?:Plans?|Company|Insurance|Inc\.?))*,?\s+(?:has |have |had |should |must |will |did not |may )?(?:den(?:y"
    r"|ied|ies)"
    r"|refus(?:e[sd]?)|approv(?:e[sd]?)|reverse[sd]?|uph[eo]lds?|authoriz(?:e[sd]?)|cover(?:s|ed)?|pa(?:y|ys|id))\b"
)
_PLAIN = """
mental public behavioral physical home occupational women reproductive community national state federal county global
vision life american department world family social electronic good poor overall bone oral general primary employee
dental
"""
PLAIN = frozenset(_PLAIN.split())


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each plan addressed or blamed of which no word of its name stands in the case."""
    if chart.case.coverage.payer is None:
        return
    for pattern in (PLAN, KNOWN):
        for match in pattern.finditer(prose.flat):
            words = [word.lower() for word in match[0].split()]
            part = prose.layout.part(match.start())
            called = ADDRESSED.search(prose.flat, max(0, match.start() - 30), match.start()) or DID.match(
                prose.flat, match.end()
            )
            if (
                words[0] in PLAIN
                or any(word in chart.papers.words for word in words[:1])
                or part not in {"body", "head"}
            ):
                continue
            if called:
                yield Mark(
                    match.span(), "this is not the plan of the case", "Check whose letter this text was written for."
                )
