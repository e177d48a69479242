"""What a lead-in demands by itself, before the items it leads in."""

import re
from dataclasses import dataclass

from wellfounded.criteria import clauses
from wellfounded.criteria.aside import grants
from wellfounded.criteria.numbers import DURATION, durations
from wellfounded.criteria.passage import Passage

_TAIL = re.compile(
    r"\s*(?:\b(?:together|in addition|and|plus|who|that|with|or|,|;|along with|as well as|unless|except|if|when"
    r"|only|an?"
    r"|which|in whom|for whom|as|by"
    r"|is|are|has|have|had|been|meets?|met|having|must|also|documentation|of|to|at|there|satisf\w+|in|on|through"
    r"|via|one"
    r"|provided|despite|the|member|patient|individual|he|she|they|evidenced|demonstrated|shown|confirmed"
    r"|supported|defined|documented"
    r"|established|using|including|presence|history)\s*)+$",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(
    r"\b(?:confirmed|evidenced|supported|demonstrated|established|documented|proven|verified)\s+"
    r"(?:by|with|on|as|through|using)\s*$|\bas\s+(?:evidenced|shown|demonstrated|indicated)\s+by\s*$",
    re.IGNORECASE,
)
_PERSISTS = re.compile(r"\b(?:persist|continu|remain|recur)\w*\s+despite\W*$", re.IGNORECASE)
_INCLUDES = re.compile(r"\bdespite\b[^.;:]*,\s*including\W*$", re.IGNORECASE)
_SHOWN_BY = re.compile(r"\bas\s+(?:evidenced|shown|demonstrated|indicated)\s+by\s*$", re.IGNORECASE)
_CASE = re.compile(r"(?:for|if|in)\s+[^:;]{2,80}:\s", re.IGNORECASE)
_MET = re.compile(
    r"(?:(?:criteria|conditions|requirements)\s+)?(?:(?:is|are|were|have\s+been|has\s+been|must\s+be"
    r"|should\s+be)\s+)?(?:met|present|documented|true|satisfied|apply|applies|fulfilled|shown|provided)"
    r"(?:\s+(?:in|by|for)\s+.{0,60})?",
    re.IGNORECASE,
)
_PRESCRIBES = re.compile(r"\bprescrib|\bconsult|\bordered by\b|\bspecialt", re.IGNORECASE)
_SPELLS_OUT = re.compile(
    r"\b(?:defined\s+as|such\s+as|for\s+example|e\.g\.,?|examples?(?:\s+include)?|i\.e\.,?"
    r"|(?:covered|approved|indicated|used|considered|necessary|appropriate|payable)\s+(?:for|in)(?:\s+the)?"
    r"(?:\s+(?:treatment|management|diagnosis)\s+of)?"
    r"(?:\s+(?:the\s+)?following(?:\s+(?:indications|conditions|diagnoses))?)?|for\s+(?:the\s+)?(?:treatment"
    r"|management|diagnosis|prevention)\s+of)\s*:\s*$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:to|of|with|for|from|by|in|on|than)$", re.IGNORECASE)  # "a response to, or is intolerant of"
_IF = re.compile(r"\b(?:when|if|provided(?:\s+that)?)\W*$", re.IGNORECASE)
_OF = re.compile(r"\b(?:treatment|management|diagnosis)\s+of\s*:?\s*$", re.IGNORECASE)
# "A history of failure, or intolerance to": one outcome or the other of the same items.
_OUTCOME = re.compile(
    r"(?:(?:an?|the|documented|clinical|treatment|therapeutic)\s+)*(?:intoleran|contraindicat|inadequate"
    r"|insufficient|fail"
    r"|allerg|hypersensitiv|adverse|side\s+effect|inability|lack\s+of|no\s+response)",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"^(?:in\s+order\s+)?to\s+[^,]{3,60},\s+", re.IGNORECASE)
_WHO = re.compile(r"[\s,]+(?P<who>who)\s+(?=\w)", re.IGNORECASE)
# "the study shows demyelination, or, when it is inconclusive, two of": the items are another way.
_FAILING = re.compile(r"[,;]\s+or,?\s+(?:when|if|where|failing\s+that|alternatively)\b[^.;:]*$", re.IGNORECASE)
_AND_SHOWS = re.compile(
    r",?\s+and\s+(?:the\s+|your\s+|their\s+)?(?:[\w-]+\s+){1,3}?(?:shows?|documents?|demonstrates?|confirms?"
    r"|meets?|provides?|has|have)\W*$",
    re.IGNORECASE,
)
# "is covered for a solid tumor treated with curative intent if": what it is for is demanded beside the items.
_FOR_WHAT = re.compile(r"\bfor\s+(?P<what>an?\s[^.;:]{6,120}?)\s+(?:only\s+)?(?:if|when|where)$", re.IGNORECASE)
_TIME = re.compile(
    rf"\s(?:(?:of|for)\s+)?(?:(?:at\s+least|a\s+minimum\s+of|more\s+than)\s+)?(?:an?\s+)?{DURATION}(?:\s+of)?\s",
    re.IGNORECASE,
)
# "is submitted and includes all of", "care, which must contain both": a demand, and what it must hold.
_CONTAINS = re.compile(
    r",?\s+(?:and\s+(?:must\s+)?|which\s+must\s+|that\s+must\s+)(?:includes?|contains?|consists?\s+of|comprises?)\W*$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r"\b(?:by|from|with|of)\s+(?:an?|the)\s+(?:[\w-]+\s+){1,3}?(?:who|that|which)\W*$", re.IGNORECASE)
_USED = re.compile(r"\b(?:used|tried|failed|received|taken|completed)(?:\s+(?:and|or)\s+\w+)?\W*$", re.IGNORECASE)
_WHO_IS = re.compile(
    r"^(?:an?\s+|the\s+)?(?:members?|patients?|individuals?|persons?|people)\s+who\s+(?:is|are)\s+", re.IGNORECASE
)
_WHEN = re.compile(r"(?:only\s+)?(?:when|if|where|provided|once|as|that)", re.IGNORECASE)
_FOR = re.compile(r"^(?:for|in)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """A lead-in's own words: what it demands itself, what it asks of each item, and how the two are joined."""

    own: Passage
    frame: str
    op: str  # "all"; "any" where the items are another way ("tried it, or cannot wear it because of:"); else empty
    holds: bool = False  # whether the items are what the thing it demands must hold
    whose: bool = False  # whether the items are about a person it names: "has support by a person who"


def header(before: Passage) -> Header:
    """Take apart what stands before the phrase that leads items in.

    "Drug X is covered for adults 18 or older who are intolerant of" demands "adults 18 or older" and asks of each
    item "are intolerant of".
    """
    trigger = grants(before.text)
    if trigger:
        bare = _WHEN.match(trigger["when"])
        whom = _FOR_WHAT.search(before.text, trigger.start())
        if bare and whom and not before.text[trigger.end("when") :].strip():
            return Header(before.cut(whom.start("what"), whom.end("what")), "", "all")
        before = before.cut(trigger.end("when") if bare else trigger.start("when")).without(_FOR)
        if not bare and _IF.search(before.text):
            return Header(before.without(_TAIL).without(_WHO_IS).strip(" ,;:"), "", "all")
    if contains := _CONTAINS.search(before.text):
        own = before.cut(0, contains.start())
        return Header(own, _TIME.sub(" ", own.text), "all", holds=True)
    if failing := _FAILING.search(before.text):
        return Header(before.cut(0, failing.start()), "", "any")
    if _OF_WHOM.search(before.text):
        return Header(before.without(_TAIL).strip(" ,;:"), "", "", whose=True)
    who = list(_WHO.finditer(before.text))
    if who:
        return Header(
            before.cut(0, who[-1].start()), before.text[who[-1].end("who") :].strip(" :;,"), "all", whose=True
        )
    for start, end, word in reversed(clauses.separators(before.text)):
        whole = not _OPEN.search(before.text[:start])
        nominal = _OUTCOME.match(before.text[end:])
        if word == "or" and before.text[start] == "," and whole and not nominal and clauses.starts(before.text[end:]):
            return Header(before.cut(0, start), before.text[end:].strip(" :;,"), "any")
    if (said := _AND_SHOWS.search(before.text)) and clauses.starts(before.text[: said.start()]):
        return Header(before.cut(0, said.start()), "", "all")
    before = before.without(_PURPOSE)
    if trigger and _OF.search(before.text):
        return Header(before.without(_TAIL).strip(" ,;:"), "Diagnosis of", "")
    # "is covered when the member meets" asks nothing of the items; "when the member has used" asks a trial of each.
    asks = "" if trigger and not _USED.search(before.text) else before.text.strip(" :;,")
    return Header(before.without(_TAIL).strip(" ,;:"), asks, "")


def serial(before: str) -> bool:
    """Whether a lead-in closes a series whose last member is its items: "good hygiene, permanent teeth, and"."""
    return bool(re.search(r",\s*and\W*$", before))


def includes(before: str) -> bool:
    """Whether the items are part of what it demands for a time: "symptoms for 4 weeks despite care, including both"."""
    return bool(_INCLUDES.search(before)) and bool(durations(before))


def shows(before: str) -> bool:
    """Whether the items are what stands before them, in other words: "uncontrolled asthma, as shown by one of"."""
    return bool(_SHOWN_BY.search(before))


def confirms(before: str) -> bool:
    """Whether the items say how what stands before them is known ("diagnosis of X confirmed by one of")."""
    return bool(_CONFIRMED.search(before))


def persists(before: str) -> bool:
    """Whether a lead-in demands what stands before its "despite": "symptoms that have persisted despite both of"."""
    return bool(_PERSISTS.search(before))


def prescribes(text: str) -> bool:
    """Whether a lead-in asks who prescribes or is consulted."""
    return bool(_PRESCRIBES.search(text))


def spells_out(text: str) -> bool:
    """Whether a lead-in says that its items are what a word stands for: "cardiovascular disease, defined as:"."""
    return bool(_SPELLS_OUT.search(text))


def is_name(text: str) -> bool:
    """Whether a lead-in is no more than a name over its items: "LABORATORY CRITERIA:"."""
    plain = text.rstrip()
    return 0 < len(plain.split()) <= 6 and plain[-1] not in ".;," and not clauses.starts(text)


def is_case(text: str) -> bool:
    """Whether an item opens with the case it is for: "For plaque psoriasis: ...", "If under 18: ..."."""
    return bool(_CASE.match(text))


def rest(after: str) -> str:
    """What stands behind the phrase that leads items in, where it says more than that they are met."""
    plain = after.strip(" :.,;")
    return "" if _MET.fullmatch(plain) else plain
