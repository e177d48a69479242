"""Absence: "no history of seizures", "is not pregnant", "absence of infection", "does not have"."""

import re

from wellfounded.criteria.known import treatments
from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Absent, Concurrent

ORDER = 30

_SUBJECT = (
    r"(?:(?:does|do|is|has|are)\s+(?:the\s+|your\s+)?(?:member|patient|individual|beneficiary|person|enrollee|child)\s+)?"
    r"(?:for\s+all\s+\w+,?\s+)?(?:there\s+(?:is|are|was|were)\s+|(?:(?:the|a"
    r"|an)\s+)?[a-z'\u2019]+(?:\s+(?!that\b|which\b|who\b)[a-z]+)?\s+(?=(?:must|should|will|has|have|had"
    r"|does|do|did|is|are|was|were|lacks?|denies)\b))?(?:must\s+|should\s+)?"
)
_QUALITY = (
    r"(?:\s+(?:an?|any|known|documented|clinically\s+significant|personal"
    r"|(?:(?:evidence|history|signs?|presence|diagnosis)(?:\s+or\s+\w+)?\s+of)))*"
)
_NOUN = re.compile(
    rf"^{_SUBJECT}(?:(?:has|have|had|is|are)\s+)?(?:no\b(?!\s+(?:adequate|further"
    rf"|(?:more|less|fewer|greater|older|later|earlier|sooner|longer)\s+than)\b)"
    rf"|(?:the\s+)?absence\s+of|free\s+(?:of|from)|without|negative\s+(?:history\s+)?(?:of|for)|lacks?"
    rf"|denies){_QUALITY}\s+(?=\w)",
    re.IGNORECASE,
)
_VERB = re.compile(
    rf"^{_SUBJECT}(?:(?:has|have|had|does|do|did|is|are|was|were|will|be)\s+)?(?:not|never)\s+(?:currently\s+"
    rf"|previously\s+)?"
    rf"(?:(?:have|had|been|be|show|shown|exhibit|experienced|developed|undergone|meet"
    rf"|suffer\s+from)\b{_QUALITY}\s+)?(?=\w)",
    re.IGNORECASE,
)
_RULED = re.compile(
    r"\b(?:must\s+(?:be|have\s+been)|should\s+(?:be|have\s+been)|(?:has|have)\s+been|is|are|was|were)\s+"
    r"(?:(?:[\w-]+\s+){1,3}(?:and|or)\s+)?(?:[a-z]+ly\s+)?(?:ruled\s+out|excluded|absent|eliminated)\b"
    r"|\b(?:is|are)\s+not\s+(?:present|attributable|due|caused|better|indicated|warranted|planned|needed"
    r"|required|recommended"
    r"|advised|scheduled|expected|anticipated|contemplated|an?\s+option)\b"
    r"|\bexclusion\s+of\b",
    re.IGNORECASE,
)
# "No response to" tells a trial, "is not able to" a limit of function, "not adequately controlled" a severity.
_OTHERWISE = re.compile(
    r"\b(?:respond\w*|respons\w+|improve\w*|relief|tolerat\w*|benefit|success|remission|heal(?:ed)?)\b|\bnot\s+(?:able"
    r"|available|adequately"
    r"|controlled|possible|feasible|sufficient|effective|practical|resolved)\b",
    re.IGNORECASE,
)
_TAKING = re.compile(
    r"(?:be\s+|been\s+)?(?:receive|take|use|have|be\s+given)\s+(?=(?:concomitant|concurrent|simultaneous"
    r"|another|any\s+other|other)\b)|"
    r"(?:be\s+|been\s+)?(?:(?:currently|concurrently|concomitantly)\s+)?(?:taking|receiving|using|(?:taken|used"
    r"|given)\s+(?:together\s+)?with)\s+(?=\w)",
    re.IGNORECASE,
)
_BUT = re.compile(r",?\s+(?:except|unless|but)\b", re.IGNORECASE)
_VAIN = re.compile(
    r"(?:no|absence\s+of)\s+(?:\w+\s+){0,2}(?:respons\w+|improve\w*|relief|benefit|success)", re.IGNORECASE
)
_CANDIDATE = re.compile(r"\bnot\s+an?\s+(?:\w+\s+)?candidate\s+for\b", re.IGNORECASE)


def _drug(text: str) -> bool:
    return any(each.is_drug or each.is_class for each in treatments(text))


def read(words: Words) -> Absent | Concurrent | None:
    """Give what must not be there, in the policy's words; of a treatment not being taken, that it may not go on."""
    text = words.text.rstrip(" .;?")
    match = _NOUN.match(text)
    if match is None or match.end() >= len(text):
        otherwise = _OTHERWISE.search(text) or (_CANDIDATE.search(text) and _drug(text))
        match = None if otherwise else _VERB.match(text)
    elif _OTHERWISE.search(text) and (_VAIN.match(text) or not re.match(r"(?:no|absence)\b", words.low)):
        match = None
    if match and match.end() < len(text) and (taking := _TAKING.match(text, match.end())):
        return Concurrent(text[taking.end() :].strip(" ,;"), allowed=False)
    if match and match.end() < len(text):
        return Absent(text[match.end() :].strip(" ,;"))
    if ruled := _RULED.search(_BUT.split(text)[0]):
        return Absent(text[: ruled.start()].strip(" ,;") or text[ruled.end() :].strip(" ,;"))
    return None
