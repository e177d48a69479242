"""What was asked for, for which diagnosis, in what amount."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer import dates
from wellfounded.read.payer.labels import compiled, cut, regions
from wellfounded.read.payer.paper import Paper, clean
from wellfounded.read.payer.zones import Zone, placed

SERVICE = compiled(
    r"(?:(?:requested|denied|proposed|reviewed|approved"
    r"|non-?covered)\s+)?(?:services?(?:\(s\))?(?:\s*/\s*\w+)?|treatment(?:\s*/\s*service)?s?"
    r"|procedures?|medications?|drugs?|items?|equipment|prescription|supply|supplies|device|product"
    r"|therapy|expense)(?:\(s\))?"
    r"(?:\s+(?:requested|reviewed|denied|description|name|in\s+question|at\s+issue|under\s+review"
    r"|being\s+reviewed|and\s+codes?|type|for\s+review|not\s+approved|affected|approved))?"
    r"|description(?:\s+of\s+(?:the\s+)?(?:service|item|expense|treatment)s?)?"
    r"|request(?:ed)?(?:\s+for)?|type\s+of\s+(?:service|care|treatment)|what\s+was\s+requested"
    r"|service/drug|drug\s+name|name\s+of\s+(?:drug|medication|service)|leistung|behandlung"
    r"|beantragte\s+(?:leistung|behandlung|versorgung)|hilfsmittel|arzneimittel|betreff|subject|re"
    r"|regarding"
)
DIAGNOSIS = compiled(
    r"(?:primary\s+|principal\s+|admitting\s+)?(?:diagnos[ie]s|dx)(?:\s*\(es\))?(?:\s+(?:code"
    r"|description|codes))?(?:\(s\))?|icd-?10(?:-cm)?(?:\s+codes?)?|condition(?:\s+(?:treated"
    r"|being\s+treated))?|ailment|diagnose"
)
UNITS = compiled(
    r"(?:(?:number\s+of|requested|total|qty|quantity)\s+)?(?:units?|visits|sessions|quantity|qty"
    r"|days\s+requested|hours)(?:\s+(?:requested|denied|of\s+service))?"
)
COUNT = re.compile(
    (
        r"\b(\d{1,4})\s+(?:(?:additional|more|outpatient|inpatient|physical|individual|weekly|home"
        r"|therapy|treatment|acupuncture|chiropractic|skilled|further)\s+){0,3}(sessions?|visits?|units?"
        r"|treatments?|days?|hours?|tablets?|capsules?|vials?|injections?|syringes?|pens?|doses?"
        r"|sitzungen|stunden|einheiten)\b"
    ),
    re.IGNORECASE,
)
ASKED = re.compile(
    (
        r"\b(?:(?:request(?:ed)?|claim|asked\s+us|asks?|application|referral|appeal|prescription|order"
        r"|pre-?authori[sz]ation|authori[sz]ation|approval|coverage|payment|cover|funding|antrag\s+auf"
        r"|kosten(?:ü|ue)bernahme\s+(?:für|fuer))\s+(?:to\s+(?:approve|cover|pay"
        r"|authori[sz]e)\s+)?(?:for|of|to\s+(?:approve|cover|pay\s+for|authori[sz]e))"
        r"|(?:approve|authori[sz]e|cover|deny|denied|certify|denying|approved|authori[sz]ed"
        r"|pay\s+for)(?:\s+(?:coverage|payment|authori[sz]ation|the\s+request))?(?:\s+(?:of"
        r"|for))?)\s+(?:(?:your|the|a|an|his|her|die|eine[rs]?|coverage\s+(?:of|for)|payment\s+(?:of"
        r"|for)|approval\s+(?:of|for))\s+)*"
        r"(?P<what>(?!(?:this|that|these|it|service|services|request|following|above|coverage|payment"
        r"|your|our|you|we|any|all|prior|additional|more|part|medical\s+necessity|information"
        r"|treatment\s+(?:listed|above|below)|item|drug|medication|care|same"
        r"|appeal)\b)[A-Za-z][\w/()+,'-]*(?:\s+(?!(?:for|because|is|was|were|are|has|have|as|since|at"
        r"|under|that|which|from|and\s+we|due|on|by|dated|received|submitted|requested|you|we|does|do"
        r"|not|to\s+be|wird|ist|vom|in\s+the\s+amount|provided|performed|will|cannot|but"
        r"|before)\b)[\w/()+,'%.-]+){0,11})"
    ),
    re.IGNORECASE,
)
NOT_A_SERVICE = re.compile(
    (
        r"\b(?:notice|denial|determination|claim|appeal|explanation|member|patient|policy|number|letter"
        r"|decision|authori[sz]ation|request|information|review|case|reference|coverage|date|approval"
        r"|reconsideration|response|file|application|transition|supply|reimbursement|service|benefits?"
        r"|your|our|records?|documentation)\b"
    ),
    re.IGNORECASE,
)
CODE_TAIL = re.compile(
    (
        r"\s*[\[(,;:-]*\s*(?:(?:CPT|HCPCS|ICD\S*|NDC|J-?code|codes?|procedure\s+code|DRG|rev\.?)\b.*"
        r"|\(?[A-Z]?\d{4}[0-9A-Z]?\)?(?:\s*(?:,|and|x|-|/|;|\()\s*.*)?)$"
    ),
    re.IGNORECASE,
)
TAIL = re.compile(
    (
        r"\s*[,;(-]?\s*(?:\d+\s+(?:\w+\s+)?(?:sessions?|visits?|units?|treatments?|days?|hours?)|qty"
        r"|quantity|#\s?\d+|x\s?\d+|\bfor\s+(?:patient|member)|(?:dated?|from|on|beginning"
        r"|dates?\s+of\s+service)\s+\d).*$"
    ),
    re.IGNORECASE,
)
MEDICINE = re.compile(
    (
        r"\b(?:drug|formulary|medication|medicine|prescription|pharmac\w+|biologic|tablets?|capsules?"
        r"|\d+\s?mg|\d+\s?mcg|prescriber|arzneimittel|infusion|injection|biosimilar)\b"
    ),
    re.IGNORECASE,
)
LONGEST = 140


def services(paper: Paper) -> Iterator[Field]:
    """Give service, diagnosis and units, each where a label or the decision names it."""
    found = _labelled(paper) or _said(paper)
    if found:
        yield Field("service", clean(paper.plain[found[0] : found[1]]), paper.quote(*found))
    for region in regions(paper, "diagnosis", DIAGNOSIS, colon=True):
        span = _trimmed(paper, region.start, region.end, code_tail=False)
        if span and re.search(r"[A-Za-z]", paper.plain[span[0] : span[1]]):
            yield Field("diagnosis", clean(paper.plain[span[0] : span[1]]), paper.quote(*span))
            break
    yield from _units(paper)


def _labelled(paper: Paper) -> tuple[int, int] | None:
    for region in sorted(
        regions(paper, "service", SERVICE, colon=True),
        key=lambda one: (
            bool(re.match(r"(?:betreff|subject|re|regarding|request|type)", one.label, re.IGNORECASE)),
            one.start,
        ),
    ):
        title = re.match(r"(?:betreff|subject|re|regarding)\b", region.label, re.IGNORECASE)
        start = region.start
        if title or re.match(r"request", region.label, re.IGNORECASE):
            opener = re.match(
                (
                    r"\W*(?:(?:notice|denial|request|authori[sz]ation|coverage|your|prior|pre-?|decision"
                    r"|determination|appeal|on|ihr|antrag|auf|kosten\w+)\s*){1,6}(?:of|for|für|auf)\s+"
                ),
                paper.plain[start : region.end],
                re.IGNORECASE,
            )
            if title and not opener:
                continue
            start += opener.end() if opener else 0
        span = _trimmed(paper, start, region.end, code_tail=True)
        if span and not (
            len(paper.plain[span[0] : span[1]].split()) < 4 and NOT_A_SERVICE.search(paper.plain[span[0] : span[1]])
        ):
            return span
    return None


def _said(paper: Paper) -> tuple[int, int] | None:
    for each in placed(paper):
        if each.zone in {Zone.RIGHTS, Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK}:
            continue
        for found in ASKED.finditer(each.sentence.text):
            start = each.sentence.start + found.start("what")
            span = _trimmed(paper, start, each.sentence.start + found.end("what"), code_tail=True)
            if span and not NOT_A_SERVICE.search(paper.plain[span[0] : span[1]]):
                return span
    return None


def _trimmed(paper: Paper, start: int, end: int, *, code_tail: bool) -> tuple[int, int] | None:
    text = paper.plain[start:end]
    text = text[: max(0, cut(paper.plain, start, end) - start)] if text.strip() else ""
    first = next(dates.dates(text), None)
    if first:
        text = text[: first.start]
    if code_tail:
        text = CODE_TAIL.sub("", text)
        text = TAIL.sub("", text)
    text = re.split(r"\.\s+[A-Z]", text)[0]
    lead = len(text) - len(text.lstrip(" :#-\"'"))
    body = text.strip(" :#-\"',;.").rstrip("(")
    if body.count("(") > body.count(")"):
        body = body[: body.rindex("(")].rstrip()
    if not 3 <= len(body) <= LONGEST or (not re.search(r"[A-Za-z]{2}", body) and not re.match(r"[A-Z]\d", body)):
        return None
    return start + lead, start + lead + len(body)


def _units(paper: Paper) -> Iterator[Field]:
    for region in regions(paper, "units", UNITS, colon=True):
        found = re.match(
            (
                r"\W*(\d{1,4})\b(?!\s*(?:%|mg|mcg|/))(?:\s+(sessions?|visits?|units?|treatments?|days?|hours?"
                r"|tablets?|capsules?|vials?))?"
            ),
            paper.plain[region.start : region.end],
        )
        if found:
            yield Field(
                "units",
                clean(f"{found[1]} {found[2] or ''}"),
                paper.quote(region.start + found.start(1), region.start + found.end()),
            )
            return
    for region in regions(paper, "service", SERVICE, colon=True):
        found = COUNT.search(paper.plain, region.start, region.end)
        if found:
            yield Field("units", clean(f"{found[1]} {found[2]}"), paper.quote(found.start(), found.end()))
            return
