"""Absence: "no history of seizures", "is not pregnant", "absence of infection", "does not have"."""

import re

from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Absent

ORDER = 30

_NO = re.compile(
    r"^(?:(?:the\s+|a\s+)?(?:member|patient|individual|beneficiary|enrollee|client|person|recipient|he|she"
    r"|they)\s+)?(?:there\s+(?:is|are|was|were)\s+)?(?:must\s+|should\s+)?"
    r"(?P<no>no\b(?!\s+(?:more|less|fewer|greater|older|later|earlier|adequate|response|improvement|relief|sooner"
    r"|longer than))(?:\s+(?:known|current|active|prior|previous|evidence\s+of|history\s+of|signs?\s+of|documented"
    r"|clinically\s+significant))*|absence\s+of|free\s+(?:of|from)|without(?:\s+(?:evidence|history|signs)\s+of)?"
    r"|negative\s+(?:history\s+)?(?:of|for)"
    r"|(?:has|have|had)\s+no\b(?:\s+(?:known|current|active|prior|previous|evidence\s+of|history\s+of|signs?\s+of"
    r"|documented))*|(?:does|do|did)\s+not\s+(?:currently\s+)?(?:have|show|exhibit|use|smoke|meet|reside"
    r"|suffer)(?:\s+(?:a|an|any|evidence\s+of|history\s+of|signs?\s+of))*|(?:has|have|had)\s+not\s+(?:had"
    r"|been\s+(?:treated|diagnosed|hospitalized)|experienced|received|previously|used|smoked|undergone"
    r"|developed)(?:\s+(?:a|an|any))?"
    r"|(?:is|are|was|be)\s+not\s+(?:currently\s+)?(?:pregnant|breast|lactating|nursing|taking|receiving|using|on\b"
    r"|a\s+candidate|in\s+need|due|caused|attributable|better\s+explained|actively|enrolled|hospitalized|smoking)"
    r"|(?:is|are)\s+free\s+(?:of|from)|has\s+(?:never|not)\s+(?:had|been)|lacks?|denies"
    r"|not\s+(?:currently\s+)?(?:pregnant|due\s+to|attributable|a\s+candidate|breastfeeding|explained))",
    re.IGNORECASE,
)
_RULED = re.compile(
    (
        r"\b(?:(?:has|have)\s+been|is|are|was|were)\s+(?:ruled\s+out|excluded|absent)\b|\b(?:is|are)\s+not\s+(?:present"
        r"|attributable|due|caused|better)\b|\bother\s+causes\b.*\b(?:ruled\s+out|excluded)|\bexclusion\s+of\b"
    ),
    re.IGNORECASE,
)
_RESPONSE = re.compile(r"\b(?:respond\w*|response|improve\w*|relief|tolerat\w*|benefit)\b", re.IGNORECASE)


def read(words: Words) -> Absent | None:
    """Give what must not be there, in the policy's words."""
    match = _NO.match(words.text)
    if (
        match
        and match.end() < len(words.text.rstrip(" ."))
        and not (_RESPONSE.search(words.text) and not re.match(r"(?:no|absence)\b", words.low))
    ):
        tail = match["no"].split()[-1].lower()
        start = (
            match.end()
            if tail
            in {
                "no",
                "of",
                "from",
                "for",
                "a",
                "an",
                "any",
                "without",
                "known",
                "current",
                "active",
                "prior",
                "previous",
                "have",
                "had",
                "lacks",
                "denies",
                "documented",
                "experienced",
                "show",
                "exhibit",
                "significant",
                "diagnosed",
                "to",
            }
            else match.end() - len(tail)
        )
        return Absent(words.text[start:].strip(" .;,?") or words.text.strip(" .;"))
    if ruled := _RULED.search(words.text):
        return Absent(words.text[: ruled.start()].strip(" .;,") or words.text[ruled.end() :].strip(" .;,"))
    return None
