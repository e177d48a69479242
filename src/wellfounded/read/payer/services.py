"""What was asked for, for which diagnosis, in what amount."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer import dates
from wellfounded.read.payer.labels import Region, compiled, cut, regions
from wellfounded.read.payer.paper import Paper, clean
from wellfounded.read.payer.phrases import phrases
from wellfounded.read.payer.table import rows
from wellfounded.read.payer.zones import Zone, placed

SERVICE = compiled(
    r"(?:(?:requested|denied|proposed|reviewed|approved|non-?covered)\s+)?(?:services?(?:\(s\))?(?:\s*/\s*\w+)?"
    r"|treatments?(?:\s*/\s*services?)?|procedures?|medications?|drugs?|items?|equipment|prescription|supply"
    r"|supplies|device|product|therapy|expense)(?:\(s\))?"
    r"(?:\s+(?:requested|reviewed|denied|description|name|in\s+question|at\s+issue|under\s+review|being\s+reviewed"
    r"|and\s+codes?|for\s+review|not\s+approved|affected|approved|claimed))?"
    r"|(?:description|details)(?:\s+of\s+(?:the\s+)?(?:service|item|expense|treatment|request)s?)?"
    r"|(?:your\s+)?request(?:ed)?(?:\s+for(?:\s+(?:cover|coverage|payment|approval|authori[sz]ation))?)?"
    r"|type\s+of\s+(?:service|care|treatment)"
    r"|what\s+(?:was|you)\s+(?:requested|asked\s+for)|claim\s+for|drug\s*/\s*\w+|name\s+of\s+(?:drug"
    r"|medication|service)|leistung"
    r"|behandlung|beantragte\s+(?:leistung|behandlung|versorgung)|hilfsmittel|arzneimittel|betreff|subject|re"
    r"|regarding"
)
DIAGNOSIS = compiled(
    r"(?:primary\s+|principal\s+|admitting\s+|provisional\s+|working\s+|final\s+|clinical\s+)?(?:diagnos[ie]s"
    r"|dx)(?:\s*\(es\))?(?:\s+(?:code|description|codes))?(?:\(s\))?"
    r"|icd-?10(?:-cm)?(?:\s+codes?)?|condition(?:\s+(?:treated|being\s+treated))?|ailment|diagnose"
)
UNITS = compiled(
    r"(?:(?:number\s+of|requested|total|qty|quantity)\s+)?(?:units?|visits|sessions|quantity|qty|days\s+requested"
    r"|hours)(?:\s+(?:requested|denied|of\s+service))?"
)
THING = r"(?:sessions?|visits?|units?|treatments?|days?|hours?|injections?|sitzungen|stunden|einheiten)"
PACK = r"(?:tablets?|capsules?|vials?|syringes?|pens?|doses?|patches|inhalers?)"
COUNT = re.compile(
    rf"\b(?<!every )(?P<n>\d{{1,4}})\s+(?:(?!mg|mcg|ml|g\b"
    rf"|of\b|an?\b|per\b|hours?\b|days?\b|visits?\b)[a-z-]+\s+){{0,3}}?(?P<unit>{THING})\b(?!\s*"
    rf"(?:supply|old|a\s+(?:week|day|month)|per|weekly|'))",
    re.IGNORECASE,
)
_STOP = (
    r"(?:for|another|because|after|following|during|is|was|were|are|has|have|as|since|at|under|that"
    r"|which|from|and\s+we|due"
    r"|by|dated|received|submitted|requested|you|we|does|do|not|to\s+be|wird|ist|vom|provided|performed|will|cannot"
    r"|but|before|on\s+(?:\d|\w+\s+\d)"
    r"|in\s+the\s+amount|based|until|when|billed|beantragt|beantragte[nr]?|should|must|would)\b"
)
ASKED = re.compile(
    r"\b(?:(?:requests?(?:ed)?(?:\s+(?:from|by|of)\s+[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,4})?|claim|asked\s+us|asks?"
    r"|application|referral|prescription|order|pre-?authori[sz]ation|authori[sz]ation|approval|coverage|payment"
    r"|cover|funding|reimbursement|benefits)\s+(?:for|of|to\s+(?:approve|cover|pay\s+for|authori[sz]e))"
    r"|(?:approve|authori[sz]e|cover|deny|denied|certify|denying|approved|authori[sz]ed|pay\s+for"
    r"|denial\s+of)(?:\s+(?:coverage|payment|authori[sz]ation|the\s+request))?(?:\s+(?:of|for))?"
    r"|antrag(?:\s+vom\s+[\d.]+)?\s+auf|kosten(?:ü|ue)bernahme\s+(?:für|fuer|der|des|einer)|\d+\s+(?:hours|visits"
    r"|sessions|days)(?:\s+(?:a|per|each)\s+(?:week|day|month))?\s+of)\s+"
    r"(?:(?:your|the|a|an|his|her|die|der|den|das|eine[rnms]?|ein|coverage\s+(?:of|for)|payment\s+(?:of|for)"
    r"|approval\s+(?:of|for)|kosten(?:ü|ue)bernahme\s+(?:für|fuer|der|des|einer))\s+)*"
    rf"(?:(?:up\s+to\s+)?\d+\s+(?:additional\s+"
    rf"|more\s+)?)?(?P<what>(?!{_STOP})[A-Za-zÄÖÜäöü][\w/()+,'%-]*(?:\s+(?!{_STOP})[\w/()+,'%.-]+){{0,11}})",
    re.IGNORECASE,
)
BEFORE_CODE = re.compile(
    r"\b(?:for|of)\s+(?:an?\s+|the\s+|your\s+)?(?P<what>[A-Za-z][\w'-]*(?:\s+[\w'/-]+){0,9}?)\s*\((?:CPT"
    r"|HCPCS|procedure|code)",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"\b(?:(?:following|listed\s+below|shown\s+below|below)\b[^.]{0,120}|(?:requested|asked\s+for)\s*):$", re.IGNORECASE
)
NO_SERVICE = phrases(
    """
    other | others | notice | denial | determination | claim | appeal | explanation | member | patient | policy
        | number | letter | decision | authori[sz]ation | request* | information | case | reference | coverage
        | cover | date
    approval | reconsideration | response | file | application | transition | reimbursement | your | our | records?
        | documentation | listed | above | following | payment | that | this | these | it | or | up to | expense
        | expenses
    """
)
ONLY = phrases(
    "services? | items? | benefits? | treatments? | procedures? | medications? | drugs? | care | supplies | health "
    "care | medical | same | part | all | any | requested | equipment | prescription"
)
CODE_TAIL = re.compile(
    r"\s*[\[(,;:-]*\s*\b(?:(?:CPT|HCPCS|ICD\S*|NDC|DIN|MBS|J-?code|codes?|procedure\s+codes?|DRG|rev\.?)\b.*"
    r"|(?<!-)[A-Z]?\d{4}[0-9A-Z]?\b(?!\s*(?:mg|mcg|ml))\)?(?:\s*(?:,|and|x|-|/|;|\()\s*.*)?)$",
    re.IGNORECASE,
)
TAIL = re.compile(
    rf"\s*[,;(-]?\s*(?:(?:x\s*)?\d+\s+(?:(?!mg|mcg|ml|g\b|iu\b|units?/)\w+\s+)?(?!units/)(?:{THING}|{PACK})\b|qty"
    rf"|quantity|#\s?\d+|\d+\s+\w+\s+every|\bfor\s+(?:patient|member)|(?:dated?|from|on|beginning"
    rf"|dates?\s+of\s+service)\s+\d|\d+\s+(?:months?|weeks?)\b).*$",
    re.IGNORECASE,
)
COUNTED = re.compile(r"(?<=\w)\s+(?:visits?|sessions?)\s*$", re.IGNORECASE)
LEADING_CODE = re.compile(
    r"\s*(?:(?:CPT|HCPCS)\s*)?\(?[A-Z]?\d{4}[0-9A-Z]?\)?(?:\s*x\s*\d+)?\s*[-:,]?\s+(?=[A-Za-z]{3})"
)
ITEM = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[-o>])\s+")
TITLED = re.compile(r"(?:betreff|subject|re|regarding|request|type|description|details)\b", re.IGNORECASE)
OPENER = re.compile(
    r"\W*(?:(?:notice|denial|request|authori[sz]ation|coverage|cover|your|prior|pre-?|decision|determination|appeal"
    r"|on|ihr|antrag|kosten\w+)\s*){1,6}(?:of|for|für|auf|on)\s+",
    re.IGNORECASE,
)
MEDICINE = phrases(
    r"""
    drugs? | formulary | medications? | medicine | prescription | pharmac* | biologic* | tablets? | capsules?
        | prescriber | arzneimittel | biosimilar*
    \d+(\.\d+)? ?(mg|mcg|ml|units/ml)(/ml|/\d* ?ml)? | pen injector | autoinjector | syringes? | vials?
    """
)
ELSEWHERE = (Zone.RIGHTS, Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK)
LONGEST = 140


def services(paper: Paper) -> Iterator[Field]:
    """Give service, diagnosis and units, each where a label or the decision names it."""
    found = service(paper)
    if found:
        yield Field("service", clean(paper.plain[found[0] : found[1]]), paper.quote(*found))
    for region in regions(paper, "diagnosis", DIAGNOSIS, colon=True):
        span = _trimmed(paper, region.start, region.end, code_tail=False)
        if span:
            yield Field("diagnosis", clean(paper.plain[span[0] : span[1]]), paper.quote(*span))
            break
    yield from _units(paper)


def service(paper: Paper) -> tuple[int, int] | None:
    """Give the span that names what was asked for: labelled, listed under its sentence, or said in one."""
    return _labelled(paper) or _listed(paper) or _said(paper)


def medicine(paper: Paper) -> bool:
    """Whether what was asked for is a medicine."""
    span = service(paper)
    if span and MEDICINE.search(paper.plain[span[0] : paper.line_at(span[0]).end]):
        return True
    return sum(bool(MEDICINE.search(each.sentence.text)) for each in placed(paper) if each.zone not in ELSEWHERE) >= 2


def _labelled(paper: Paper) -> tuple[int, int] | None:
    tabled = any(row.total for row in rows(paper))
    for region in sorted(regions(paper, "service", SERVICE, colon=True), key=_rank):
        start = region.start
        if region.columned and paper.line_at(start).cells[-1].start != start and tabled:
            continue
        if TITLED.match(region.label):
            opener = OPENER.match(paper.plain[start : region.end])
            if (
                not opener
                and not re.match(r"(?:request\w*|description|type|details)", region.label, re.IGNORECASE)
                and not re.search(r"\bfor\b", region.label)
            ):
                continue
            start += opener.end() if opener else 0
        span = _trimmed(paper, start, region.end, code_tail=True)
        if span and _names_service(paper.plain[span[0] : span[1]]):
            return span
    return None


def _rank(region: Region) -> tuple[bool, int]:
    return bool(TITLED.match(region.label)), region.start


def _names_service(text: str) -> bool:
    return (
        not NO_SERVICE.match(text)
        and not ONLY.fullmatch(text.strip())
        and not (len(text.split()) < 3 and NO_SERVICE.search(text))
    )


def _listed(paper: Paper) -> tuple[int, int] | None:
    """Take the line after "the following ... :", as model notices have it."""
    for each in placed(paper):
        if each.zone in ELSEWHERE or not LISTED.search(each.sentence.text):
            continue
        if not re.search(
            r"service|item|drug|treatment|request|prescription|procedure", each.sentence.text, re.IGNORECASE
        ):
            continue
        below = next((line for line in paper.lines if line.start >= each.sentence.end), None)
        if below is not None and len(below.text) < LONGEST:
            span = _trimmed(paper, below.cells[0].start, below.cells[0].end, code_tail=True)
            if span and _names_service(paper.plain[span[0] : span[1]]):
                return span
    return None


def _said(paper: Paper) -> tuple[int, int] | None:
    for each in placed(paper):
        if each.zone in ELSEWHERE:
            continue
        for found in [*ASKED.finditer(each.sentence.text), *BEFORE_CODE.finditer(each.sentence.text)]:
            start = each.sentence.start + found.start("what")
            span = _trimmed(paper, start, each.sentence.start + found.end("what"), code_tail=True)
            if (
                span
                and not NO_SERVICE.search(paper.plain[span[0] : span[1]])
                and not ONLY.match(paper.plain[span[0] : span[1]])
            ):
                return span
    return None


def _trimmed(paper: Paper, start: int, end: int, *, code_tail: bool) -> tuple[int, int] | None:
    """Give the span without item number, codes, counts and dates that follow the thing itself."""
    item = ITEM.match(paper.plain, start, end)
    start = item.end() if item else start
    code = LEADING_CODE.match(paper.plain, start, end) if code_tail else None
    start = code.end() if code else start
    text = paper.plain[start:end]
    text = text[: max(0, cut(paper.plain, start, end) - start)] if text.strip() else ""
    first = next(dates.dates(text), None)
    if first:
        text = text[: first.start]
    if code_tail:
        text = COUNTED.sub("", TAIL.sub("", CODE_TAIL.sub("", text)))
    text = re.split(r"\.\s+[A-Z]", text)[0]
    lead = len(text) - len(text.lstrip(" :#-\"'"))
    body = text.strip(" :#-\"',;.").rstrip("(")
    if body.count("(") > body.count(")"):
        body = body[: body.rindex("(")].rstrip()
    if code_tail and not re.search(r"[A-Za-zÄÖÜäöü]{3}", body):
        return None
    if not 3 <= len(body) <= LONGEST or not (re.search(r"[A-Za-z]{2}", body) or re.match(r"[A-Z]\d", body)):
        return None
    return start + lead, start + lead + len(body)


def _units(paper: Paper) -> Iterator[Field]:
    for region in regions(paper, "units", UNITS, colon=True):
        found = re.match(
            rf"\W*(\d{{1,4}})\b(?!\s*(?:%|mg|mcg|/))(?:\s+({THING}))?",
            paper.plain[region.start : region.end],
            re.IGNORECASE,
        )
        if found:
            yield Field(
                "units",
                clean(f"{found[1]} {found[2] or ''}"),
                paper.quote(region.start + found.start(1), region.start + found.end()),
            )
            return
    named = service(paper)
    if named:
        sentence = paper.sentence_at(named[0])
        found = COUNT.search(paper.plain, max(sentence.start, named[0] - 30), min(len(paper.plain), named[1] + 40))
        if found:
            yield Field(
                "units", clean(f"{found['n']} {found['unit']}"), paper.quote(found.start("n"), found.end("unit"))
            )
