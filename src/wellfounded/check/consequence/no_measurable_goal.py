"""A course of treatment must have a goal with a measure.

Plans renew on progress against a goal; without one there is nothing to renew.

Bad:  Dear Reviewer: // I request 36 sessions of TMS for severe depression. // Sincerely, // Priya Raman, MD
Good: Dear Reviewer: // I request 36 sessions of TMS. The goal is a PHQ-9 below 5. // Sincerely, // Priya Raman, MD
Good: Dear Reviewer: // I request 36 sessions of TMS. We will measure the PHQ-9 weekly. // Sincerely, // P. Raman, MD
Good: Dear Reviewer: // I request one MRI of the knee. // Sincerely, // Priya Raman, MD
"""

from collections.abc import Iterator

from wellfounded.check.says import amounts
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "CO104"
SEVERITY = Severity.NOTE

REQUEST = phrase(
    r"\b(?:I|we) (?:\w+ ){0,2}(?:request|ask|recommend|seek|plan|prescribe)(?:ing)?\b",
    r"\bplease (?:approve|authorize|cover|grant)\b|\b(?:is|are) (?:being )?(?:requested|asked)\b",
)
ELSE = {"criteria_request", "information_answer", "peer_to_peer"}  # no course of treatment is asked for in these
GOAL = phrase(
    r"\b(?:until|so that|in order|to) (?:\w+ ){0,4}\d+ ?(?:feet|meters|words|degrees|pounds|%|points?|mg)",
    r"\b(?:goals?|targets?|aims?|objectives?|expect\w*|anticipate\w*|measur\w+|monitor\w*|reassess\w*"
    r"|follow[- ]?up|re-?evaluat\w+|outcome|progress|recorded"
    r"|stop if|response (?:is|will be))\b",
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report the first request for several sessions or months in a letter that names no goal and no measure."""
    if prose.kind in ELSE:
        return
    for line in prose.body:
        asks = REQUEST.search(line.text)
        lengths = amounts.lengths(line.text)
        several = [each for each in lengths if each.value > (1 if each.unit == "s" else 6) and each.unit != "h"]
        if asks and several:
            if not GOAL.search(prose.flat[prose.layout.body :]):
                at = (line.start + asks.start(), line.start + len(line.text))
                yield Mark(at, "names no goal that can be measured", "Add the measure, its value now, and the goal.")
            return
