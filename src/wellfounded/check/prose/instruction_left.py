"""A template's instructions to its writer must be taken out.

Bad:  (Describe the patient's symptoms here)
Bad:  Delete this section if not applicable.
Bad:  SAMPLE LETTER - place on physician letterhead
Bad:  She/he has been under my care.
Good: Please describe your criteria in writing.
Good: The sample was sent to the laboratory.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "PR108"
SEVERITY = Severity.ERROR

LEFT = phrase(
    r"\((?:describe|list|insert|include|explain|state|add|specify|enter|note|if applicable|choose|select"
    r"|summari[sz]e|provide|attach)\b[^()]{0,120}\)",
    r"\(optional\)",
    r"\[(?:attach|insert|describe|list|include|add|specify|state|explain) [^\]]{2,120}\]",
    r"\btemplate:|\breplace the (?:text|words|bracketed|information) in\b|\buse your (?:own )?letterhead\b",
    r"^\W*include (?:the|any|all|your) (?:dates?|doses?|names?|results?|history|details?|list)\b",
    r"\b(?:delete|remove|omit) (?:this|if|the following|any|all)\b[^.]{0,40}\b(?:applicable|section|paragraph|line"
    r"|text|bracket\w*)\b",
    r"\bsample (?:letter|appeal)\b",
    r"\b(?:place|print|put|type) on (?:\w+ )?(?:letterhead|office stationery)\b",
    r"\b(?:he/she|she/he|his/her|her/his|him/her|mr\./ms\.|mr/mrs)\b",
    r"\bthis (?:sample|template) (?:letter )?is (?:provided|intended)\b",
)


def check(line: Line) -> Iterator[Mark]:
    """Report each instruction, and each pair of words of which one should have been chosen."""
    for match in LEFT.finditer(line.text):
        yield Mark(match.span(), "an instruction to the writer is left in", "Follow it, then take it out.")
