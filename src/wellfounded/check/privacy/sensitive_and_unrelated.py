"""HIV status, substance use treatment, abortion and the like are left out unless the request turns on them.

They are protected beyond other records. Source: 42 CFR Part 2; 45 CFR 164.502(b); state law.

Bad:  She has severe psoriasis and is HIV positive. I request guselkumab.
Bad:  He completed a methadone program in 2019. I request an MRI of the knee.
Good: She has HIV (B20) and I request cabotegravir.
Good: HIV, hepatitis B and tuberculosis tests were negative.
Good: He has opioid use disorder (F11.20). I request extended-release buprenorphine.
"""

import re
from collections.abc import Iterator

from wellfounded.check.says import cues
from wellfounded.check.says.codes import icd10
from wellfounded.check.view import Line, Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "PV104"
SEVERITY = Severity.NOTE

ASKS = phrase(r"\b(?:request|ask for|approve|authorize|recommend|prescribe)\b")
# What is protected, the codes it is the matter of, and the words of a request that turns on it.
KINDS = (
    (
        re.compile(r"\bHIV(?:[- ]positive|\sinfection|\sstatus)?\b|(?<!hearing\s)\bAIDS\b(?!\sare)"),
        ("B20", "Z21", "Z20.6"),
        phrase(r"\bHIV\b|\bantiretroviral|\b\w+(?:tegravir|navir|citabine)\b"),
    ),
    (
        phrase(r"\b(?:gonorrh\w+|chlamydia|syphilis|genital herpes|sexually transmitted)\b"),
        ("A5", "A6"),
        phrase(r"\b(?:gonorrh\w+|chlamydia|syphilis|herpes)\b"),
    ),
    (
        phrase(
            r"\b(?:methadone|rehab(?:ilitation)? (?:for|program)|detox\w*|alcoholi(?:sm|c)|drug abuse"
            r"|opioid use disorder|alcohol use disorder|(?:alcohol|opioid|drug|cocaine|heroin) (?:dependence|addiction)"
            r"|(?:cocaine|heroin|methamphetamine) use|suboxone|drug rehabilitation"
            r"|substance (?:use|abuse) (?:disorder|treatment))\b"
        ),
        ("F1",),
        phrase(
            r"\b(?:buprenorphine|methadone|naltrexone|suboxone|residential|rehab\w*|detox\w*|addiction|substance)\b"
        ),
    ),
    (
        phrase(
            r"\babortions?\b(?!,? (?:spontaneous|threatened))|\btermination of pregnancy\b|\bterminated (?:a|the"
            r"|her) pregnancy\b"
        ),
        ("O0", "Z33.2"),
        phrase(r"\bpregnan\w+\b"),
    ),
    (phrase(r"\b(?:incarcerat\w+|prison|jail|convicted|arrest(?:ed)?)\b"), ("Z65",), phrase(r"\bprison\b")),
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report each such fact told of the patient in a letter whose codes are of something else."""
    codes = tuple(code.value for code in icd10(prose.flat))
    asked = " ".join(line.text[found.start() :] for line in prose.body for found in ASKS.finditer(line.text))
    for words, own, turns in KINDS:
        if any(code.startswith(own) for code in codes) or turns.search(asked):
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
