"""HIV status, substance use treatment, abortion and the like are left out unless the request turns on them.

They are protected beyond other records. Source: 42 CFR Part 2; 45 CFR 164.502(b); state law.

Bad:  She has severe psoriasis and is HIV positive. I request guselkumab.
Bad:  He completed a methadone program in 2019. I request an MRI of the knee.
Good: She has HIV (B20) and I request cabotegravir.
Good: HIV, hepatitis B and tuberculosis tests were negative.
Good: He has opioid use disorder (F11.20). I request extended-release buprenorphine.
"""

from collections.abc import Iterator

from wellfounded.check.says import cues
from wellfounded.check.says.codes import icd10
from wellfounded.check.view import Line, Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "PV104"
SEVERITY = Severity.NOTE

KINDS = (
    (phrase(r"\bHIV(?:[- ]positive| infection| status)?\b|\bAIDS\b"), ("B20", "Z21", "Z20.6")),
    (
        phrase(
            r"\b(?:methadone|rehab(?:ilitation)? (?:for|program)|detox\w*|alcoholi(?:sm|c)|drug abuse"
            r"|opioid use disorder|alcohol use disorder"
            r"|substance (?:use|abuse) (?:disorder|treatment))\b"
        ),
        ("F1",),
    ),
    (phrase(r"\babortions?\b(?!,? (?:spontaneous|threatened))|\btermination of pregnancy\b"), ("O0", "Z33.2")),
    (phrase(r"\b(?:incarcerat\w+|prison|jail|convicted|arrest(?:ed)?)\b"), ("Z65",)),
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report each such fact told of the patient in a letter whose codes are of something else."""
    codes = tuple(code.value for code in icd10(prose.flat))
    for words, own in KINDS:
        if any(code.startswith(own) for code in codes):
            continue
        for line in prose.body:
            match = words.search(line.text)
            if match and not _harmless(line, match.start(), match.end()):
                at = (line.start + match.start(), line.start + match.end())
                yield Mark(at, "sensitive, and not what the request turns on", "Leave it out unless the plan needs it.")


def _harmless(line: Line, start: int, end: int) -> bool:
    tested = phrase(r"\b(?:negative|non-?reactive|not detected|screen\w*|tests?)\b").search(line.text, end)
    return bool(
        tested or cues.denied(line.text, start) or cues.ABOUT_RULES.search(line.text) or cues.FAMILY.search(line.text)
    )
