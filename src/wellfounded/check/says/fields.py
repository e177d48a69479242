"""Labelled numbers of a letter: member, claim, reference, group, and where each stands."""

import re
from collections.abc import Iterator
from typing import NamedTuple

NUMBER_WORD = r"(?:\s*/?\s*(?:I\.?D\.?|identification|numbers?|nos?\.?|num\.?|#))+"
LABELS = {
    "member": (
        rf"(?:member|subscriber|insured|enrollee|beneficiary|policyholder|medicare|medicaid|MBI|HICN"
        rf"|health\s+plan|insurance|policy\s+holder|certificate){NUMBER_WORD}|MBI"
        r"|member\s*#|member(?=\s+[A-Z]*\d)|I\.?D\.?(?:\s*(?:number|no\.?|#))?(?=\s*[:#]?\s)"
    ),
    "group": rf"(?:group|employer\s+group|plan\s+group)(?:{NUMBER_WORD})?",
    "claim": rf"claim(?:s)?(?:{NUMBER_WORD})|claim(?=\s*[:#]|\s+[A-Z]{{0,4}}\d[\d-]{{5}})|WCAB{NUMBER_WORD}",
    "reference": (
        rf"(?:reference|ref\.?|case|denial|tracking|confirmation|request|appeal|service\s+request|inquiry"
        rf"|file|document|determination|pre-?determination|UM|certification|grievance){NUMBER_WORD}"
        rf"|reference|denial\s+reference|case"
    ),
    "authorization": rf"(?:prior\s+)?auth(?:orization|\.)?(?:\s+request)?(?:{NUMBER_WORD})|PA\s*#",
    "npi": r"NPI(?:\s*(?:number|no\.?|#))?",
    "licence": r"(?:state\s+|medical\s+)?licen[sc]e(?:\s*(?:number|no\.?|#))?",
}
# Printed in groups, "QX 1001 001" and "771 22 3310", or in one piece with at most three groups after it.
GROUPED = r"(?:[A-Z]{1,4}|\d{2,4})(?:[ ]\d{2,6}){2,4}(?![\d/-])|[A-Z]{2,4}[ ]\d{5,12}(?![\d/-])"
VALUE = (
    rf"(?P<value>{GROUPED}|"
    r"(?=[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{3,24}(?:[ ](?=[A-Z0-9-]*\d)[A-Z0-9-]{2,10}){0,3})"
)
FIELD = re.compile(
    "|".join(rf"(?P<{name}>(?i:{label}))" for name, label in LABELS.items()).join((r"\b(?:", ")"))
    + r"(?i:[\s*]*(?:is|of|was|:|#|=|-|\(|under))*[\s*]*"
    + VALUE
)


class Labelled(NamedTuple):
    """One number under its label: what kind it is, its characters, and where it stands."""

    kind: str
    value: str
    span: tuple[int, int]


def compact(value: str) -> str:
    """Give letters and digits alone, in upper case."""
    return re.sub(r"[^A-Z0-9]", "", value.upper())


def labelled(text: str) -> Iterator[Labelled]:
    """Give each labelled number of *text* in order."""
    for match in FIELD.finditer(text):
        kind = next(name for name in LABELS if match[name])
        yield Labelled(kind, match["value"], match.span("value"))
