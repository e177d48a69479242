"""A disease that policies grade must be given with its grade or a score.

Criteria read "moderate to severe" or give a number; a letter that says neither leaves the reviewer to guess.

Bad:  She has plaque psoriasis (L40.0). She failed methotrexate.
Bad:  He has obstructive sleep apnea and needs a device.
Good: She has severe plaque psoriasis (L40.0). She failed methotrexate.
Good: She has plaque psoriasis (L40.0) with a PASI of 14.6.
Good: He has obstructive sleep apnea; his AHI is 31.
Good: She has chronic migraine, 23 headache days a month.
Good: Dear Reviewer: // Please send the criteria and the claim file on her plaque psoriasis.
Good: She has lymphedema and no untreated congestive heart failure.
"""

import re
from collections.abc import Iterator

from wellfounded.check.says import cues
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "DX105"
SEVERITY = Severity.NOTE

GRADED = phrase(
    r"\b(?:major depressi(?:on|ve disorder)|plaque psoriasis|atopic dermatitis|eczema|asthma"
    r"|obstructive sleep apnea|rheumatoid arthritis"
    r"|crohn's disease|ulcerative colitis|COPD|chronic obstructive pulmonary disease|osteoarthritis"
    r"|hidradenitis suppurativa|migraines?"
    r"|heart failure|ankylosing spondylitis|psoriatic arthritis|multiple sclerosis|obesity)\b"
)
GRADE = phrase(
    r"\b\d+ (?:headache|migraine) days\b|\bchronic (?:migraines? )?\((?:at least |more than )?\d+",
    r"\b(?:mild|moderate|severe|moderately|severely|profound|advanced|end-stage|class (?:I{1,3}V?|[1-4])"
    r"|stage (?:I{1,3}V?|[0-9])|grade (?:I{1,3}V?|[0-9])"
    r"|refractory|intractable|poorly controlled|uncontrolled|not controlled|active|relapsing|NYHA|GOLD"
    r"|kellgren)\b",
)


ELSE = (
    "criteria_request",
    "fsa_hsa",
    "complaint_",
    "ombudsman_",
    "ask_your_",
    "approval_",
)  # nothing is graded in these


def check(prose: Prose) -> Iterator[Mark]:
    """Report the first graded disease in a letter that nowhere gives a grade or a measure."""
    if prose.kind.startswith(ELSE):
        return
    held = (match for match in GRADED.finditer(prose.flat) if not _denied(prose.flat[: match.start()]))
    named = next(held, None)
    if named and not GRADE.search(prose.flat) and not prose.measured:
        yield Mark(named.span(), "gives this disease no severity", "Add the grade, or the score with its date.")


def _denied(before: str) -> bool:
    """Whether the clause before a disease denies it, or makes it another's or a mere possibility."""
    clause = re.split(r"[.;:,\n]|\b(?:but|and)\b", before[-80:])[-1]
    return bool(cues.denied(clause, len(clause)) or cues.UNSURE.search(clause) or cues.FAMILY.search(clause))
