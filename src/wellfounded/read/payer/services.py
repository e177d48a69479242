"""What was asked for: named after a label, listed under its sentence, or said in one."""

import re
from collections.abc import Iterator

from wellfounded.read.payer.labels import Region, regions
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.service_words import (
    AFTER_CODE,
    ASKED,
    BEFORE_CODE,
    CARE,
    CODED,
    DOSE,
    LISTED,
    NO_SERVICE,
    ONLY,
    OPENER,
    PERSON_NAME,
    REQUEST,
    SERVICE,
    SUBJECT,
    SUBJECT_OF,
    THINGS,
    TITLED,
    YOURS,
)
from wellfounded.read.payer.table import refused, rows
from wellfounded.read.payer.trim import LONGEST, trimmed
from wellfounded.read.payer.zones import Zone, placed
from wellfounded.wire.caseless import Caseless

BORN = Caseless(r"\bD\.?O\.?B\b|\bborn\b|\bmember\s+id\b")  # what a birth date stands beside is a person
LETTER = Caseless(r"\b(?:determination|decision|denial|notice|letter|appeal|authori[sz]ation|approval|review)$")
CODE_ONLY = re.compile(r"(?:CCSD|CPT|HCPCS|MBS|OPCS|code)?\s*:?\s*[A-Z]{0,2}\d{3,5}[A-Z]?")
CHECKED = Caseless(
    r"(?:eligibility\s+check|benefits?\s+check|cover\s+check|pre-?authori[sz]ation(?:\s+request)?|pre-?approval"
    r"|claim\s+decision"
    r"|treatment\s+request|request\s+for\s+treatment)\s+-\s+(?P<what>\w[^,]{5,80}?)(?=\s*(?:,|\(|$))"
    r"|[^:]{0,40}\b(?:approved|denied|declined)\s*:\s*(?P<also>\w[^,:]{5,80})$"
)
OUTCOME = Caseless(r"(?:denied|not\s+approved)$")
ELSEWHERE = (Zone.RIGHTS, Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK)


def service(paper: Paper) -> tuple[int, int] | None:
    """Give the span that names what was asked for: labelled, listed under its sentence, or said in one."""
    return next(iter(named(paper)), None)


def named(paper: Paper) -> list[tuple[int, int]]:
    """Give every span that names something asked for: a model notice may list several."""
    told = _row(paper) or labelled(paper)
    if told:
        return [told]
    dosed = _dose_line(paper)
    if dosed:
        return [dosed]
    subject = _subject(paper)
    if subject:
        return [subject]
    said = _said(paper)
    return _listed(paper) or ([said] if said else [])


def labelled(paper: Paper) -> tuple[int, int] | None:
    """Give the span of a service that stands after its label."""
    tabled = any(row.total for row in rows(paper))
    for region in sorted(regions(paper, "service", SERVICE, colon=True), key=_rank):
        start = region.start
        if region.columned and paper.line_at(start).cells[-1].start != start and tabled:
            continue
        if OUTCOME.search(region.label) and ":" not in paper.plain[max(0, start - 4) : start]:
            continue  # "DECISION  NOT APPROVED" heads no service
        if TITLED.match(region.label):
            opener = OPENER.match(paper.plain[start : region.end])
            drug = _dosed(paper, start, region.end) if not opener else None
            if not opener and not drug and re.match(r"re\b", region.label, re.IGNORECASE):
                span = trimmed(paper, start, region.end)
                if (
                    span
                    and CARE.search(paper.plain[span[0] : span[1]])
                    and not NO_SERVICE.search(paper.plain[span[0] : span[1]])
                ):
                    return span
            if drug:
                return drug
            after = _after_dash(paper, start, region.end)
            if after and not opener:
                return after
            if (
                not opener
                and not re.match(r"(?:request\w*|description|type|details)", region.label, re.IGNORECASE)
                and not re.search(r"\bfor\b", region.label)
            ):
                continue
            start += opener.end() if opener else 0
        if CODE_ONLY.fullmatch(paper.plain[start : region.end].strip()):
            beside = next((cell for cell in paper.line_at(start).cells if cell.start > region.end), None)
            span = trimmed(paper, beside.start, beside.end) if beside else None
        else:
            span = trimmed(paper, start, region.end)
        if (
            span
            and re.match(r"claim", region.label, re.IGNORECASE)
            and PERSON_NAME.fullmatch(paper.plain[span[0] : span[1]])
        ):
            continue
        if span and _names_service(paper.plain[span[0] : span[1]]):
            return span
    return None


def _after_dash(paper: Paper, start: int, end: int) -> tuple[int, int] | None:
    """Take what a subject line names after the kind of letter it is ("Appeal decision - MRI of the knee")."""
    dash = paper.plain.rfind(" - ", start, end)
    span = trimmed(paper, dash + 3, end) if dash > 0 else None
    said = paper.plain[span[0] : span[1]] if span else ""
    return span if CARE.search(said) and not NO_SERVICE.search(said) else None


def _dosed(paper: Paper, start: int, end: int) -> tuple[int, int] | None:
    """Take the part of a subject line that is a medicine with its dose ("Re: Tirvanex 5 mg tablet - denied")."""
    for part in re.finditer(r"[^:;|]+?(?=\s+-\s+|[:;|]|$)", paper.plain[start:end]):
        if DOSE.search(part[0]):
            span = trimmed(paper, start + part.start(), start + part.end())
            if span and not NO_SERVICE.search(paper.plain[span[0] : span[1]]):
                return span
    return None


def _row(paper: Paper) -> tuple[int, int] | None:
    """Take what the one row that was not paid is for."""
    row = refused(paper)
    for head, cell in row.cells if row else ():
        if THING_HEAD.search(head) and not DATE_HEAD.search(head):
            span = trimmed(paper, cell.start, cell.end)
            if span:
                return span
    return None


THING_HEAD = Caseless(r"\b(?:service|procedure|description|item|treatment|expense|drug)\b")
DATE_HEAD = Caseless(r"\bdates?\b|\bcode\b")


def _dose_line(paper: Paper) -> tuple[int, int] | None:
    """Take the one line at the head that is a medicine with its dose and nothing else."""
    found = {
        (cell.start, cell.start + len(line[0].rstrip(" ,;")))
        for at in paper.lines[:40]
        for cell in at.cells
        if (line := DOSE_LINE.match(cell.text)) and not cell.text[line.end() :].strip(" .,;()")
    }
    return found.pop() if len(found) == 1 else None


DOSE_LINE = re.compile(
    r"[A-Za-z][\w-]{3,30}(?:\s+\([\w -]{3,30}\))?\s+\d[\d.]*\s?(?:mg|mcg|ml|g)\b[\w /.-]{0,24}"
    r"(?:,\s*(?=[A-Z]\d{4}\b))?(?:[A-Z]\d{4})?"
)


def _subject(paper: Paper) -> tuple[int, int] | None:
    """Take what a title names before it says the outcome ("MRI SCAN OF THE KNEE - REQUEST DECLINED")."""
    for line in paper.lines[:40]:
        found = SUBJECT.fullmatch(line.text) or CHECKED.match(line.text)
        part = "also" if found and found.re is not SUBJECT.whole and found["what"] is None else "what"
        span = trimmed(paper, line.start + found.start(part), line.start + found.end(part)) if found else None
        if span and _names_service(paper.plain[span[0] : span[1]]):
            return span
    return None


def _rank(region: Region) -> tuple[bool, int]:
    return bool(TITLED.match(region.label)), region.start


def _names_service(text: str) -> bool:
    return (
        not BORN.search(text)
        and not NO_SERVICE.match(text)
        and not ONLY.fullmatch(text.strip())
        and not (len(text.split()) < 3 and NO_SERVICE.search(text))
        and not LETTER.search(text)
    )


def _listed(paper: Paper) -> list[tuple[int, int]]:
    """Take the lines after "the following ... :", as model notices have them, while each is a thing with its code."""
    for each in placed(paper):
        text = each.sentence.text
        if each.zone in ELSEWHERE or not LISTED.search(text) or not THINGS.search(text):
            continue
        spans: list[tuple[int, int]] = []
        for line in (one for one in paper.lines if one.start >= each.sentence.end):
            span = trimmed(paper, line.cells[0].start, line.cells[0].end) if len(line.text) < LONGEST else None
            if (
                not span
                or not _names_service(paper.plain[span[0] : span[1]])
                or (spans and not CODED.search(line.text))
            ):
                break
            spans.append(span)
        if spans:
            return spans
    return []


def _nested(pattern: re.Pattern[str] | Caseless, text: str) -> Iterator[re.Match[str]]:
    """Give each match and those that begin inside it: "the appeal of the denial of residential treatment"."""
    found = pattern.search(text)
    while found:
        yield found
        found = pattern.search(text, max(found.start("what"), found.start() + 1))


def _said(paper: Paper) -> tuple[int, int] | None:
    """Take what running text says was asked for; what it says was decided on only where it tells of no request."""
    asked: list[tuple[bool, int, int]] = []
    for each in placed(paper):
        if each.zone in ELSEWHERE or len(paper.line_at(each.sentence.start).cells) > 2:
            continue
        told = (ASKED, BEFORE_CODE, AFTER_CODE, SUBJECT_OF, YOURS)
        for found in (one for pattern in told for one in _nested(pattern, each.sentence.text)):
            start = each.sentence.start + found.start("what")
            span = trimmed(paper, start, each.sentence.start + found.end("what"))
            said = paper.plain[span[0] : span[1]] if span else ""
            if span and not NO_SERVICE.search(said) and not ONLY.match(said) and not BORN.search(said):
                asked.append((not REQUEST.match(found[0]), *span))
    return min(asked)[1:] if asked else None
