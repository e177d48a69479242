"""Sentences that stand among criteria and are none: approval lengths, notes, exclusions, renewals."""

import re
from functools import lru_cache

_APPROVAL = re.compile(
    r"^(?:if\s+(?:all\s+)?(?:criteria|approved|met)[^.]*?,?\s*)?(?:initial\s+|continued?\s+|renewal\s+|each\s+|all\s+)?"
    r"(?:approvals?|approve|authori[sz]ations?|authori[sz]e|coverage|certification)\b[^.;]*?"
    r"(?:\b(?:for|is|are|be|will|may|valid|granted|lasts?|duration|length|period|up\s+to)\b|:)[^.;]*?"
    r"\b(?:\d+|one|two|three|six|twelve)\b[\s(\d)-]*(?:day|week|month|year|course|dose|treatment|session|visit)s?\b"
    r"|^(?:initial|renewal|continuation)\s*:\s*(?:up\s+to\s+)?\d+\s+(?:day|week|month|year)s?"
    r"|^(?:duration|length)\s+of\s+(?:approval|authori[sz]ation|coverage|therapy)\b"
    r"|^(?:initial\s+)?(?:approval|authori[sz]ation|coverage)\s+(?:duration|length|period)",
    re.IGNORECASE,
)
_NO_APPROVAL = re.compile(
    r"\bprior\s+authori|before\s+(?:approval|authori)|\b(?:old|age|tried|failed)\b"
    r"|(?:day|week|month|year|course|dose|treatment|session|visit)s?\b[^.]*\b(?:when|if|where|provided"
    r"|for\s+(?:members|patients|individuals))\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    (
        r"^[*†‡§\s(\[]*(?:please\s+)?(?:note|notes|nb|important|reminder|disclaimer|see\s+(?:also|section|appendix"
        r"|policy))\b\s*[:\-\u2013\u2014.]?|^\*{1,3}\s?[a-z(]"
    ),
    re.IGNORECASE,
)
# A line of a policy's history.
_DATED = re.compile(r"\W*(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}/\d{4})\s*[:\u2013\u2014-]?\s+(?=[A-Z])")
_STOPS = re.compile(
    r"^\W*(?:stop|discontinue|withdraw|cease)\s+(?!date)|^(?:please\s+)?(?:call|contact|fax|e-?mail|visit\s+our"
    r"|log\s+in|write\s+to|allow)\s|^this\s+(?:recommendation|guidance|policy|guideline"
    r"|document)\s+(?:is|does|was|has|may|will)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"^(?:deny|do\s+not\s+(?:approve|cover|authori[sz]e))\b|\b(?:you|members?|patients?)\s+cannot\s+(?:have|get"
    r"|receive)\b|\b(?:is|are|be|as|considered|deemed)\s+(?:considered\s+)?(?:not\s+(?:be\s+)?(?:considered\s+"
    r"|deemed\s+"
    r"|routinely\s+)?(?:covered|medically\s+necessary"
    r"|approved|approvable|eligible|authori[sz]ed|payable|reimburs\w+|commissioned|funded|indicated|appropriate"
    r"|a\s+covered)|experimental|investigational"
    r"|unproven|cosmetic|excluded|non-?covered)|\bconsiders?\b[^.;:]{0,140}?\b(?:experimental|investigational"
    r"|unproven|cosmetic|not\s+medically\s+necessary)|\bwill\s+not\s+be\s+(?:covered|approved|authori[sz]ed|paid)"
    r"|\b(?:does|do|will)\s+not\s+(?:cover|pay|reimburse|approve)\b|\bnot\s+covered\b|^exclu(?:sions?|ded)\b"
    r"|\bneither\b[^.;]{0,40}\b(?:covered|approved)\b",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:covers?|pays?\s+for|allows?|limited\s+to|limits?)\b[^.;]*\b(?:per|every|each"
    r"|in\s+an?y?)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:days?|weeks?|months?|years?|lifetime|client|member|period|ear|eye|tooth|limb)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    (
        r"^[\W]*(?:[\w/-]+[\"\u201d\u2019)]*\s+){1,8}?\s*(?:(?<!only )(?<!the )(?<!a )(?<!by )means?(?!\s+of)"
        r"|is\s+defined\s+as|are\s+defined\s+as|refers\s+to"
        r"|shall\s+mean)\b"
    ),
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\b(?:unless|except(?:\s+(?:when|if|where))?)\b", re.IGNORECASE)
_ON_CASE = re.compile(r"\b(?:if|when)\s", re.IGNORECASE)
_RENEWS = re.compile(
    r"^(?:\W|\w+\W+){0,10}?(?:continu(?:ation|ed|ing)\b(?!\s+to\s+have)|renewals?\b|re-?authori[sz]\w+"
    r"|re-?certif\w+|re-?approv\w+|extensions?\b|repeat\s+(?:course|treatment)|subsequent\s+(?:request|authori"
    r"|approv|course)|(?:treatment|therapy|coverage|use)\s+(?:after|beyond|past)\b)",
    re.IGNORECASE,
)
_RENEWAL = re.compile(
    r"(?:continu(?:ing|ation|ed)|renewals?|re-?authori[sz]ations?|subsequent|maintenance)\b[^.;:]{0,40}:\s+(?=\S)",
    re.IGNORECASE,
)
_ALSO = re.compile(
    (
        r"\b(?:may\s+also|can\s+also|also\s+(?:be\s+)?(?:considered|approved|covered|medically|eligible|appropriate)"
        r"|is\s+also|are\s+also|alternatively|another\s+(?:way|path)|alternative\s+(?:criteria|pathway))\b"
    ),
    re.IGNORECASE,
)
_ADDED = re.compile(
    (
        r"\b(?:in\s+addition|additionally|furthermore|must\s+also|also\s+(?:must|required|be\s+met)|as\s+well\b"
        r"|all\s+(?:requests|members|patients|indications))\b|\badditional(?:ly)?\s+(?:criteria|requirements)"
    ),
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:is|are|was|has\s+been)\s+(?:an?\s+[^.:;]{0,120}\s)?(?:fda[- ]approved|(?:currently\s+)?(?:indicated"
    r"|approved\s+by\s+the))\b(?!\s+(?:when|if|only\s+when))",
    re.IGNORECASE,
)
_GRANTS = re.compile(
    r"(?:^\W*(?:approve|certify|authori[sz]e|cover|fund)\b|\b(?:will|may|can|shall)\s+(?:fund|authori[sz]e"
    r"|certify|approve|cover|pay\s+for|reimburse|grant)\b"
    r"|\b(?:is|are|be|been|as)\s+(?:considered\s+|deemed\s+|routinely\s+"
    r"|only\s+)?(?:to\s+be\s+)?(?:(?:(?:[\w-]+,?\s+){1,3}and\s+)?(?:medically\s+)?(?:necessary|appropriate|indicated)"
    r"|covered|approv(?:ed|able)|authori[sz]ed|eligible|granted|renewed|extended|re-?authori[sz]ed|reimbursed"
    r"|allowed|payable|supported|provided|commissioned|funded|given|available|offered|accepted|subsidi[sz]ed"
    r"|paid|prescribed|recommended|cost-shared|listed"
    r"|considered)\b|\b(?:considers?\b[^.;:]{0,120}?\bmedically\s+(?:necessary|appropriate)|covers?|pays?\s+for"
    r"|a\s+covered\s+(?:item|service|benefit)|approves?|qualif(?:y|ies)|granted|authori[sz]es|funds)\b)"
    r"(?:[^.;:]{0,160}?)(?P<when>\b(?:only\s+)?(?:when|if|where|provided(?:\s+that)?|once|as\s+long\s+as)\b"
    r"|\bfor\s+(?:an?\s+|the\s+)?(?:members?|patients?|individuals?|adults?|beneficiar\w+|enrollees?|persons?"
    r"|people|children|clients?|workers?|candidates?)\b(?:\s+(?:who|with|that|aged))?|\bin\s+(?:members?"
    r"|patients?|individuals?|adults?"
    r"|children|persons?|people)\b(?:\s+(?:who|with))?)",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"\b(?:requests?|records?|notes?|documentation|prescriber|provider|practitioner)\b[^.;:]{0,60}?\b(?:must"
    r"|should|needs?\s+to)\s+(?:show|demonstrate|document|establish|state|prove)\s+(?P<when>that)\b",
    re.IGNORECASE,
)
_WHO_MUST = (
    r"\b(?:member|patient|individual|beneficiary|client|enrollee|applicant|participant|child)"
    r"(?:\s+must|s\b[^.;:]{0,60}?\s+must)\b"
)
MUST_PATIENT = re.compile(_WHO_MUST, re.IGNORECASE)
MUST = re.compile(
    (
        rf"{_WHO_MUST}"
        r"|\b(?:coverage|approval|authori[sz]ation)\s+requires\b|^requests?\s+(?:must|are|will)\b"
        r"|\b(?:must|shall|needs?\s+to)\s+(?:not\s+)?(?:also\s+)?(?:have|be|take\s+place|occur)\b"
        r"(?!\s+(?:repeated|submitted|billed|kept|sent|made|received|filed|attached|renewed|reviewed|reported"
        r"|returned|faxed|paid"
        r"|noted|signed\s+up|listed|entered|retained)\b)"
        r"|\b(?:is|are)\s+required\b|\bin\s+(?:every|each|all)\s+cases?\b"
        r"|\bmust\s+be\s+(?:requested|prescribed|ordered|used|given|treated|at\s+least|younger|older|aged?"
        r"|diagnosed|documented)\b"
    ),
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def grants(text: str) -> re.Match[str] | None:
    """Find the words that grant coverage on a condition; their group "when" is the word the condition stands behind."""
    return _GRANTS.search(text) or _SHOWS.search(text)


@lru_cache(maxsize=2048)
def is_approval(text: str) -> bool:
    """Whether *text* says how long an approval lasts."""
    return bool(_APPROVAL.search(text)) and not _NO_APPROVAL.search(text)


@lru_cache(maxsize=2048)
def is_note(text: str) -> bool:
    """Whether *text* is a remark to the reader, or says what a word means."""
    return bool(_DATED.match(text) or _NOTE.match(text) or _MEANS.match(text) or _STOPS.match(text))


def is_aside(text: str) -> bool:
    """Whether a sentence inside an item is about something other than what must be shown."""
    return (
        is_approval(text) or is_note(text) or (renews(text) and bool(re.search(r"\b(?:may|will|can|is|are)\b", text)))
    )


@lru_cache(maxsize=2048)
def is_renewal(text: str) -> bool:
    """Whether *text* is titled as what a renewal asks: "Continuing (12 months): ..."."""
    return bool(_RENEWAL.match(text))


@lru_cache(maxsize=2048)
def describes(text: str) -> bool:
    """Whether *text* only tells what a product's labeling says it is for."""
    return bool(_LABELLED.search(text)) and not re.search(
        r"\bmedically\s+necessary\b|\bcover(?:ed|age)\b", text, re.IGNORECASE
    )


@lru_cache(maxsize=2048)
def limits(text: str) -> bool:
    """Whether *text* says how often a thing is covered, and nothing of whom for."""
    return bool(_LIMITS.search(text)) and grants(text) is None


@lru_cache(maxsize=2048)
def refuses(text: str) -> bool:
    """Whether *text* says what is not covered, with no exception that would make it a criterion."""
    but = _EXCEPT.search(text)
    return bool(_REFUSED.search(text)) and (but is None or bool(_ON_CASE.search(text, 0, but.start())))


@lru_cache(maxsize=2048)
def renews(text: str) -> bool:
    """Whether *text* opens by speaking of continuation or renewal."""
    return bool(_RENEWS.match(text))


@lru_cache(maxsize=2048)
def joins(text: str) -> str:
    """How a further lead-in joins the one before it: "or" for another way, "and" for a further demand, else nothing."""
    if _ALSO.search(text):
        return "or"
    return "and" if _ADDED.search(text) else ""
