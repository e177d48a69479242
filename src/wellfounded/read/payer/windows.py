"""Stated times to act, each with what it counts from and the route it is for.

"Within 180 days after you receive this notice" is the patient's clock; "we decide within 72 hours" is the payer's,
"within 60 days of the remittance" is a corrected claim's, and neither is a time to appeal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.model.determination import Field, Window
from wellfounded.read.payer import dates
from wellfounded.read.payer.numbers import NUMBER, number
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.zones import Placed, Zone, placed

SPAN = re.compile(
    (
        rf"\b(?P<n>{NUMBER})\s*-?\s*(?:\(\s*(?P<again>\d{{1,3}})\s*\)\s*-?\s*)?(?P<kind>calendar"
        rf"|business|working|werktagen?|arbeitstagen?|consecutive)?\s*-?\s*"
        r"(?P<unit>days?|hours?|months?|weeks?|years?|tage?n?|wochen?"
        r"|monate?n?s?)(?!\s*[-']?\s*supply)\b(?:\s*\([^)]{1,24}\))?"
    ),
    re.IGNORECASE,
)
GERMAN_MONTH = re.compile(r"\b(?:innerhalb|binnen)\s+(?:eines|von\s+einem|1)\s+Monats?\b", re.IGNORECASE)
UNITS = {
    "day": "days",
    "tag": "days",
    "hour": "hours",
    "month": "months",
    "monat": "months",
    "week": "weeks",
    "woche": "weeks",
    "year": "years",
}
ROUTES = (  # first that fits what stands nearest before the time, within its sentence, then within its section
    ("corrected_claim", r"correct(?:ed|ing)\s+(?:_?claim|bill)|resubmi\w+|re-?bill\w*|claim\s+adjustment"),
    (
        "peer_to_peer",
        (
            r"peer[\s-]to[\s-]peer|\bp2p\b|(?:speak|talk|discuss"
            r"|conversation)\b[^.]{0,60}(?:medical\s+director|reviewer|physician|doctor)"
        ),
    ),
    (
        "continuation",
        (
            r"(?:continu\w+|keep(?:\s+\w+)?)\s+(?:\w+\s+){0,4}?(?:benefits?|services?|receiving|getting"
            r"|care)|aid\s+paid\s+pending|while\s+(?:your|the)\s+appeal"
        ),
    ),
    ("fair_hearing", r"fair\s+hearing|state\s+(?:fair\s+)?hearing|administrative\s+(?:law\s+)?hearing|hearing"),
    (
        "external_review",
        (
            r"external\s+(?:review|appeal)|independent\s+(?:medical\s+)?review|\bI(?:R|M)[OER]\b|\bIME?R\b"
            r"|outside\s+review|independent\s+(?:dispute|external)"
        ),
    ),
    (
        "ombudsman",
        (
            r"ombuds\w*|\bafca\b|\bfspo\b|\bfos\b|fidrec|financial\s+(?:services|complaints)|olhi"
            r"|insurance\s+commissioner|regulator"
        ),
    ),
    ("court", r"\bcourt\b|civil\s+action|lawsuit|legal\s+action|\bsuit\b|sozialgericht|\bklage\b"),
    (
        "regulator",
        (
            r"office\s+of\s+personnel|\bOPM\b|department\s+of\s+(?:insurance|managed)"
            r"|industrial\s+(?:commission|accidents)|workers'?\s+compensation\s+board"
        ),
    ),
    ("grievance", r"grievance(?!\s+(?:and|or|&)\s+appeal)"),
    (
        "response",
        (
            r"(?:send|submit|provide|supply|return|receive|furnish|respond"
            r"|reply)\w*\s+(?:\w+\s+){0,8}?(?:information|records|documentation|documents|notes|items|form"
            r"|response|materials)|information\s+(?:must|should|is\s+needed)|response\s+(?:is\s+)?due"
            r"|einzureichen|reichen\s+sie"
        ),
    ),
    (
        "appeal",
        (
            r"appeal\w*|reconsider\w*|redetermin\w*|re-?evaluat\w*|disput\w+|review\s+of\s+(?:this|our"
            r"|the)\s+(?:decision|denial|determination)|reopen\w*|complain\w*|widerspruch|einspruch|einwand"
            r"|internal\s+review|challenge|object\w*|disagree\w*|represent(?:ation|ing)"
        ),
    ),
)
COMPILED = tuple((route, re.compile(pattern, re.IGNORECASE)) for route, pattern in ROUTES)
ZONE_ROUTE = {Zone.RIGHTS: "appeal", Zone.REVIEW: "external_review", Zone.TALK: "peer_to_peer"}
SINCE = (
    (
        "receipt",
        (
            r"(?:of\s+|after\s+|from\s+|following\s+|upon\s+|you\s+)(?:\w+\s+){0,4}?(?:recei(?:pt|ve|ves|ved"
            r"|ving)|get|got|getting)|recei(?:pt|ve|ved|ving)|nach\s+(?:bekanntgabe|zugang|erhalt"
            r"|zustellung)|bekanntgabe|zugang"
        ),
    ),
    ("mailing", r"(?:mail(?:ed|ing)?|postmark\w*|sent|sending|posted|dispatch\w*)"),
    (
        "document_date",
        (
            r"date\s+(?:(?:on|of|shown|printed|at|that)\s+)+(?:\w+\s+){0,5}?(?:letter|notice|notification"
            r"|statement|eob|decision|determination|denial|document|page|explanation|correspondence|report)"
            r"|(?:date\s+(?:on|of)\s+)?this\s+(?:letter|notice|determination|decision|denial|eob|document)"
            r"|(?:letter|notice|notification|decision|denial|determination)'?s?\s+date|notice\s+date"
            r"|date\s+(?:above|below|hereof)|(?:of|from|after|following)\s+(?:the|our|this"
            r"|an?)\s+(?:\w+\s+){0,3}?(?:letter|notice|notification|denial|determination|decision|statement)"
            r"|datum\s+dieses"
        ),
    ),
    ("service_date", r"date\s+of\s+(?:service|treatment|discharge)|discharge"),
    ("final_decision", r"final\s+(?:\w+\s+){0,3}?(?:decision|determination|response|denial)"),
    ("remittance", r"remittance|payment\s+date|paid"),
    ("call", r"call|notification"),
)
SINCE_COMPILED = tuple((since, re.compile(pattern, re.IGNORECASE)) for since, pattern in SINCE)
PAYER_ACTS = re.compile(
    (
        r"\b(?:we|plan|us|reviewer|board|department|company|[A-Z]\w+\s+(?:Health|Insurance"
        r"|Plan))\b(?:'ll)?\s+(?:\w+\s+){0,2}?(?:will|must|shall|have\s+up\s+to|has|have|decide|answer"
        r"|respond|give|make|send|notify|tell|issue|complete|acknowledge|review|resolve|take|may\s+take)"
        r"|\b(?:decision|answer|response|determination|appeals?|review"
        r"|complaints?)\s+(?:\w+\s+){0,4}?(?:will|is|are|shall|must)\s+(?:\w+\s+){0,2}?(?:be\s+)?(?:made"
        r"|issued|sent|completed|given|decided|mailed|provided|processed|resolved|answered|acknowledged"
        r"|handled)"
        r"|(?:wir|kasse)\s+(?:\w+\s+){0,3}?(?:entscheiden|werden|antworten|melden)"
        r"|expedited\s+(?:\w+\s+){0,6}?(?:within|in)\s*$"
    ),
    re.IGNORECASE,
)
YOU_ACT = re.compile(
    (
        r"\b(?:you|your|provider|prescriber|physician|member|enrollee|appeals?|request|must|may|file[d]?"
        r"|filing|submit\w*|receive[d]?\s+by|send|write|ask|deadline|time\s+limit|sie|widerspruch"
        r"|einzulegen)\b"
    ),
    re.IGNORECASE,
)
YOU_MUST = re.compile(r"\b(?:you|your)\s+(?:\w+\s+){0,3}?(?:must|may|can|have|should)\b", re.IGNORECASE)
TO_PAYER = re.compile(
    r"\s*(?:of|after|from|following|upon)\s+(?:(?:the\s+)?(?:date\s+)?(?:we|our|the\s+plan)\s+(?:get"
    r"|receiv)\w*|(?:receiv\w+|receipt\s+of|getting)\s+(?:your|the|a|an)\s+(?:\w+\s+)?(?:appeal"
    r"|request|complaint|grievance))"
    r"(?!\s+(?:decision|denial|notice))",
    re.IGNORECASE,
)
NOT_A_CLOCK = re.compile(
    (
        r"(?:for|of|last|past|previous|prior|every|per|each|approved|valid|least|maximum"
        r"|limit(?:ed)?(?:\s+to)?|over|exceed\w*|supply|trial|first|age|than|additional|another"
        r"|extension|extend\w*|extra|any)\s*(?:the\s+)?(?:up\s+to\s+|of\s+"
        r"|by\s+)?(?:an?\s+)?(?:additional\s+|trial\s+of\s+|continuous\s+)?$"
    ),
    re.IGNORECASE,
)
CLOCK = re.compile(
    (
        r"(?:within|no\s+later\s+than|not\s+later\s+than|in|by|up\s+to|you\s+have|have|has"
        r"|(?:time\s+limit|deadline|limit|window|period)\s*(?:\w+\s+){0,5}?(?:is|of|:)|is|allow(?:s|ed)?"
        r"|innerhalb|binnen|frist\s+(?:von|betr(?:ä|ae)gt)|before|least|after|inside|until|the|a|an|your"
        r"|:)\s*(?:the\s+)?(?:a\s+period\s+of\s+|of\s+|von\s+|eine[rsm]?\s+|first\s+|next\s+)?$"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A window and the passage that states it."""

    window: Window
    start: int
    end: int
    expedited: bool


def windows(paper: Paper) -> Iterator[Stated]:
    """Give every clock that runs against the reader of the notice, in the order of the text."""
    before: Placed | None = None
    for each in placed(paper):
        if each.zone is not Zone.BOILERPLATE or re.search(r"appeal|widerspruch", each.sentence.text, re.IGNORECASE):
            yield from _in_sentence(each, before)
        before = each


def _in_sentence(each: Placed, before: Placed | None) -> Iterator[Stated]:
    text = each.sentence.text
    for found in [*SPAN.finditer(text), *GERMAN_MONTH.finditer(text)]:
        ahead = text[: found.start()]
        tail = text[found.end() :]
        german = found.re is GERMAN_MONTH
        since, length = _since(tail, ahead)
        clause = re.split(r";|,\s+(?:and|but)\s+we\b|\bwe\s+will\b", ahead)[-1]
        if (
            not german
            and (not CLOCK.search(ahead) or NOT_A_CLOCK.search(ahead))
            and not (since and re.match(r"^\W*$", ahead[-3:]))
        ):
            continue
        route = _route(each, before, found.start())
        if not route or _payers(clause, tail):
            continue
        if not YOU_ACT.search(text):
            continue
        n, unit = (1, "months") if german else _span(found)
        start = found.start() - (len(ahead) - len(ahead.rstrip()))
        opener = re.search(
            r"(?:within|no\s+later\s+than|not\s+later\s+than|innerhalb|binnen)\s*(?:von\s+|eine[rsm]\s+)?$",
            ahead,
            re.IGNORECASE,
        )
        start = opener.start() if opener else found.start()
        yield Stated(
            Window(n, unit, since, route),
            each.sentence.start + start,
            each.sentence.start + found.end() + length,
            bool(re.search(r"expedit|urgent|fast", ahead, re.IGNORECASE)),
        )


def _payers(clause: str, tail: str) -> bool:
    """Whether the clock is the payer's own: "we decide within", "of receiving your appeal"."""
    if TO_PAYER.match(tail):
        return True
    acts = list(PAYER_ACTS.finditer(clause))
    return bool(acts) and not YOU_MUST.search(clause, acts[-1].end())


def _span(found: re.Match[str]) -> tuple[int, str]:
    n = int(found["again"]) if found["again"] else number(found["n"])
    kind, unit = (found["kind"] or "").lower(), found["unit"].lower()
    for stem, name in UNITS.items():
        if unit.startswith(stem):
            unit = name
    if kind.startswith(("business", "working", "werk", "arbeit")) and unit == "days":
        unit = "business_days"
    return n, unit


def _since(tail: str, ahead: str) -> tuple[str | None, int]:
    """Give what the time counts from and how many characters of *tail* say so."""
    close = re.split(
        r"[.;]|,\s*(?:and|or|but|unless|by|to)\b|\bto\s+(?:file|appeal|request|ask|submit|send)", tail, maxsplit=1
    )[0][:130]
    best: tuple[int, int, str] | None = None
    for since, pattern in SINCE_COMPILED:
        found = pattern.search(close)
        if found and (best is None or found.start() < best[0]):
            best = (found.start(), found.end(), since)
    if best is not None:
        return best[2], best[1]
    for since, pattern in SINCE_COMPILED[:3]:
        if (found := pattern.search(ahead[-70:])) and re.search(
            r"(?:from|after|of|following|nach)\s*(?:\w+\s+){0,8}?$", ahead[-70:][: found.end()]
        ):
            return since, 0
    return None, 0


def _route(each: Placed, before: Placed | None, at: int) -> str:
    text = each.sentence.text
    ahead, behind = text[:at], text[at:]
    near = [
        (found.end(), -rank, route)
        for rank, (route, pattern) in enumerate(COMPILED)
        for found in pattern.finditer(ahead)
    ]
    if near:
        route = max(near)[2]
        if route == "response" and any(one[2] == "appeal" for one in near):
            return "appeal"
        return route
    after = [
        (found.start(), rank, route)
        for rank, (route, pattern) in enumerate(COMPILED)
        for found in pattern.finditer(behind)
    ]
    if after:
        return min(after)[2]
    for text_before in (each.heading, before.sentence.text if before else ""):
        for route, pattern in COMPILED:
            if pattern.search(text_before):
                return route
    return ZONE_ROUTE.get(each.zone, "")


DEADLINE = re.compile(
    (
        r"(?:(?:appeal|request|widerspruch|reconsideration|redetermination|grievance|it|this|deadline"
        r"|last\s+day|response|review|we\s+must|must|hearing)\b[^.;]{0,120}?"
        r"\b(?:by|before|on\s+or\s+before|no\s+later\s+than|not\s+later\s+than|until|bis(?:\s+zum)?|is"
        r"|ends?\s+on|:|due|postmarked\s+by|expires\s+on)\s*(?:\w+day,?\s+)?)$"
    ),
    re.IGNORECASE,
)


def deadlines(paper: Paper, *, european: bool) -> Iterator[tuple[str, Field]]:
    """Give each stated last day with its route: "appeals must be received by ..."."""
    before: Placed | None = None
    for each in placed(paper):
        sentence = each.sentence
        for dated in dates.dates(paper.plain, sentence.start, sentence.end, european=european):
            ahead = paper.plain[sentence.start : dated.start]
            if DEADLINE.search(ahead):
                route = _route(each, before, dated.start - sentence.start)
                yield route, Field("appeal_deadline", dated.value, paper.quote(dated.start, dated.end))
        before = each
