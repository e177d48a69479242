"""A paragraph that states criteria in a sentence: "X is considered medically necessary when the patient ..."."""

import re

from wellfounded.criteria import clauses, connectors
from wellfounded.criteria.aside import MUST, MUST_PATIENT, grants
from wellfounded.criteria.combine import combine, join
from wellfounded.criteria.passage import Passage, sentences
from wellfounded.criteria.tests import strong
from wellfounded.criteria.tree import Grower
from wellfounded.criteria.under import Under
from wellfounded.model.criteria import Criterion

_ADDED = re.compile(r"^(?:in addition|additionally|furthermore|also)(?: to [^,]{3,60})?,\s*", re.IGNORECASE)
_PATIENT = re.compile(
    r"(?:the\s+|each\s+|every\s+)?(?:member|patient|individual|beneficiary|client|enrollee|applicant"
    r"|participant|person|worker"
    r"|recipient|subscriber|child)s?\s+(?:must|shall|needs?\s+to)\s+(?!(?:submit|call|use|contact|request"
    r"|appeal|pay|obtain)\b)",
    re.IGNORECASE,
)
# "If any red flag is present, approve."
_APPROVE_IF = re.compile(
    r"(?:if|when|where)\s+(?P<when>[^.;:]{6,300}),\s+(?:then\s+)?(?:approve|authori[sz]e|cover|grant"
    r"|certify)\b(?!\s+(?:for|only)\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?:first(?:ly)?|one|1st)\s*[,:]\s", re.IGNORECASE)
_ORDINAL = re.compile(
    r"^(?:and\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|last|final|next)(?:ly)?\s*[,:]\s+|^(?:and\s+"
    r")?finally\s*[,:]\s+",
    re.IGNORECASE,
)
_IS = re.compile(
    r"the\s+(?:member|patient|individual|beneficiary|client|enrollee|applicant|participant|person|recipient|child)\s+"
    r"(?:has|is|does|did|was|meets)\s+(?!(?:responsible|entitled|required\s+to\s+(?:pay|call|submit)|asked"
    r"|advised|notified)\b)",
    re.IGNORECASE,
)
# "For any item to be covered, it must be eligible for a benefit category": of the programme, not of the patient.
_OF_ITEMS = re.compile(
    r"(?:for\s+(?:any|an|all|each)\s+(?:items?|services?|claims?)\b|(?:any|all|the|these|each)?\s*(?:items?"
    r"|services?|claims?|suppliers?|providers?|forms?"
    r"|applications?|requests?|bills?|records?|documentation)\s+(?:must|shall|needs?)\b)",
    re.IGNORECASE,
)
# "must show that they met Table 1" points to criteria and is none.
_AS_A_WHOLE = re.compile(
    r"\b(?:must|should|shall)\s+(?:also\s+)?(?:show\s+(?:that\s+)?(?:they|he|she|it)\s+)?(?:meet|met|satisfy"
    r"|satisfied|fulfil+)\s+"
    r"(?:(?:all|the|these|those|same|above|initial|of)\s+)*(?:criteri|table|section|requirement|condition|rule"
    r"|standard)",
    re.IGNORECASE,
)
# "The test must be done by a laboratory" tells how work is done, and asks nothing of this patient.
_OF_WORK = frozenset({"procedure", "imaging", "function", "place", "quantity"})
_KEEPS = re.compile(r"^(?:for|in)\s+", re.IGNORECASE)
_WITHOUT = re.compile(
    r"^(?:the\s+following|(?:all|any)(?:\s+(?:of|the|these|following)\b|\W*$)|it|this|that)\b", re.IGNORECASE
)


def states(passage: Passage) -> Passage | None:
    """Give the part of a sentence that states what must be shown; None where it grants nothing on a condition."""
    if first := _APPROVE_IF.match(passage.text):
        return passage.cut(first.start("when"), first.end("when"))
    trigger = grants(passage.text)
    if trigger:
        when = trigger["when"].lower()
        whom = when.startswith(("for", "in "))
        body = passage.cut(trigger.start("when") if whom else trigger.end("when"))
        body = body.without(_KEEPS) if whom else body
        return body.strip(" :,.") or None
    plain = connectors.leading(passage.without(_ADDED))[0]
    if _AS_A_WHOLE.search(plain.text) or _OF_ITEMS.match(plain.text):
        return None
    if _IS.match(plain.text) and strong(plain.text):
        return plain.strip(" .")
    if MUST.search(passage.text) or (plain.text != passage.text and clauses.starts(plain.text)):
        test = strong(plain.text)
        told = test is not None and (test.kind not in _OF_WORK or MUST_PATIENT.search(plain.text))
        return plain.strip(" .") if told or _PATIENT.match(plain.text) else None
    return None


def turned(text: str) -> bool:
    """Whether a sentence puts its condition first: "If any red flag is present, approve"."""
    return bool(_APPROVE_IF.match(text))


def demands(text: str) -> bool:
    """Whether a sentence says what the patient must be or have, be it anything a test knows or not."""
    return bool(_PATIENT.match(text))


def ordinals(grower: Grower, passage: Passage, under: Under) -> Criterion | None:
    """Give "if all of these are true. First, ... Second, ... Finally, ..." as a list; None where nothing so counts."""
    said = sentences(passage)
    first = next((index for index, each in enumerate(said) if _FIRST.match(each.text)), 0)
    told = [each for each in said[first:] if _ORDINAL.match(each.text)] if first else []
    led = connectors.lead(said[first - 1].text) if len(told) > 1 else None
    if led is None or not (led.said or grants(said[first - 1].text)):
        return None
    grown = [grower.text(each.without(_ORDINAL).strip(" ."), under) for each in told]
    kept = [part for part in grown if part is not None]
    return combine(kept, [""] * (len(kept) - 1), led, lambda *_: None, under.label)


def grow(grower: Grower, passage: Passage, under: Under) -> Criterion | None:
    """Give the criterion one sentence states, its clauses joined as it joins them; None where it states none."""
    body = states(passage)
    if body is None or _WITHOUT.match(body.text):
        return None
    return _clauses(grower, body, under)


def _clauses(grower: Grower, body: Passage, under: Under) -> Criterion | None:
    found = clauses.nouns(body) or clauses.coordinate(body)
    if found is None or clauses.inline(body):
        return grower.text(body, under)
    word, parts = found
    grown = [_clauses(grower, part, under) if part.text != body.text else grower.text(part, under) for part in parts]
    kept = [part for part in grown if part is not None]
    return join({"and": "all", "or": "any"}[word], kept, "") if kept else None
