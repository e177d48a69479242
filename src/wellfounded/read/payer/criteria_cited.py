"""The policies, guidelines and rules the payer says it used: title, number and section, as the notice names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.model.determination import CriterionCited, Field
from wellfounded.read.payer.criteria_words import (
    AFTER_TITLE,
    ANOTHER,
    AT_SECTION,
    BEFORE_NUMBER,
    BOOK_HEAD,
    BOOK_THEN_PLACE,
    CHAPTER,
    CLAUSE_TITLED,
    DEFINES,
    EDITION,
    GENERIC,
    GERMAN,
    GERMAN_PLACE,
    GUIDE,
    LCD,
    LEADING,
    MANUAL,
    MORE_SECTIONS,
    NAMED,
    NEAR,
    OF_ANOTHER,
    OWN_NUMBER,
    PAREN,
    PLACE_THEN_BOOK,
    PLAIN_TITLE,
    POLICY,
    QUOTED,
    QUOTED_AFTER,
    REGULATION,
    SECTION_NEAR,
    SENT_UNDER,
    THERE,
    VENDOR,
    VERSION,
)
from wellfounded.read.payer.paper import Paper, clean
from wellfounded.read.payer.zones import Zone, placed

SKIPPED = (Zone.RIGHTS, Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation and where it stands."""

    title: str
    number: str
    section: str
    start: int
    end: int


def criteria(paper: Paper) -> Iterator[Field]:
    """Give each policy, guideline or rule cited as the ground of the decision, once for each section of it named."""
    found: list[Cited] = []
    for each in placed(paper):
        if each.zone in SKIPPED or SENT_UNDER.search(each.sentence.text):
            continue
        for one in _in_text(paper.plain, each.sentence.start, each.sentence.end):
            if not _crosses(paper, one) and not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
    for one in _with_sections(paper, _merged(found)):
        yield Field(
            "criterion_cited", CriterionCited(one.title, one.number, one.section), paper.quote(one.start, one.end)
        )


def _crosses(paper: Paper, one: Cited) -> bool:
    """Whether a citation would run over the wide space between two cells of one line: a letterhead and its page."""
    line = paper.line_at(one.start)
    return one.end <= line.end and not any(cell.start <= one.start and one.end <= cell.end for cell in line.cells)


def _in_text(text: str, start: int, end: int) -> Iterator[Cited]:
    for found in LCD.finditer(text, start, end):
        title = clean(found["for"] or "") or _after(text, found.end(), end) or _before(text, start, found.start())
        yield Cited(title or clean(found["kind"]), found["number"], "", found.start(), found.end())
    for found in MANUAL.finditer(text, start, end):
        yield Cited(
            clean(LEADING.sub("", found["title"])),
            "",
            clean(found["section"].strip(" ,()")),
            found.start(),
            found.end(),
        )
    for found in CLAUSE_TITLED.finditer(text, start, end):
        yield Cited(
            clean(found["title"]), found["number"] or "", _bare(found["section"]), found.start(), found.end() - 1
        )
    for pattern in (BOOK_THEN_PLACE, PLACE_THEN_BOOK):
        for found in pattern.finditer(text, start, end):
            if not DEFINES.search(text, max(start, found.start() - 60), found.start("title") + 1):
                title, stop = clean(LEADING.sub("", found["title"])), found.end()
                head = BOOK_HEAD.match(text, stop, end) if pattern is BOOK_THEN_PLACE else None
                if head:  # "Membership Handbook, section 4.2, Chronic conditions"
                    title, stop = f"{title}, {clean(head['head'])}", head.end("head")
                yield Cited(title, "", _bare(found["section"]), found.start(), stop)
    for pattern in (PAREN, NAMED):
        for found in pattern.finditer(text, start, end):
            place = found if pattern is PAREN else THERE.match(text, found.end(), end)
            section = _bare(place["section"] or "") if place else ""
            stop = (place or found).end()
            yield Cited(clean(found["title"]), found["number"] or "", section, found.start("title"), stop)
    for found in QUOTED.finditer(text, start, end):
        if not POLICY.match(text, found.start("number")):
            place = found if found["section"] else AT_SECTION.match(text, found.end(), end)
            section = _bare(place["section"]) if place else ""
            title, stop = clean(found["title"]).rstrip(","), (place or found).end()
            yield Cited(title, found["number"], section, found.start("title"), stop)
    for found in POLICY.finditer(text, start, end):
        if re.fullmatch(r"(?:19|20)\d\d", found["number"]) or re.match(
            r"\s*(?:days|months|hours|weeks|%|mg|of\s+\d)", text[found.end() :]
        ):
            continue
        if (
            found["kind"].lower() in {"policy", "rule"}
            and OWN_NUMBER.match(text[found.start() : found.end()])
            and text[found.start() - 1] != "("
        ):
            continue  # the number of the member's own policy
        quoted = QUOTED_AFTER.match(text, found.end(), end)
        title = (
            (clean(quoted["title"]) if quoted else "")
            or _after(text, found.end(), end)
            or _before(text, start, found.start(), clean(found["kind"]))
        )
        place = (THERE.match(text, quoted.end(), end) if quoted else None) or AT_SECTION.match(text, found.end(), end)
        yield Cited(
            title or clean(found["kind"]),
            found["number"].rstrip("."),
            _bare(place["section"]) if place else "",
            found.start(),
            place.end() if place else found.end(),
        )
    for found in VENDOR.finditer(text, start, end):
        title = clean(VERSION.sub("", found["title"])).rstrip(" ,.")
        chapter = CHAPTER.search(title, 1)
        section = chapter["section"] if chapter else ""
        title = title[: chapter.start()].strip() if chapter else title
        yield Cited(title, found["number"] or "", section, found.start(), found.end())
    for found in GUIDE.finditer(text, start, end):
        title = clean(LEADING.sub("", found["title"]))
        if found["section"] or found["number"] or len(title.split()) >= 4:
            yield Cited(
                title,
                found["number"] or "",
                _bare(found["section"] or ""),
                found.start("title") + found["title"].find(title.split()[0]),
                found.end(),
            )
    for found in REGULATION.finditer(text, start, end):
        yield Cited("", clean(found["number"]).rstrip("."), "", found.start(), found.end())
    for found in GERMAN.finditer(text, start, end):
        place = GERMAN_PLACE.search(text, max(start, found.start() - 60), found.start())
        if place:
            yield Cited(clean(found["title"]), "", clean(place["section"]), place.start(), found.end())
            continue
        yield Cited(clean(found["title"]), clean(found["number"] or ""), "", found.start(), found.end())


def _bare(section: str) -> str:
    """Give "4.3" for "section 4.3", and keep the words where two levels are named ("Chapter 4, Section 2.1")."""
    section = re.sub(r"^(?:page|p\.)\s*\d+,\s+(?=\w)", "", clean(section).rstrip("."), flags=re.IGNORECASE)
    one = re.fullmatch(r"(?:section|sec\.|§)\s*(\S+)", section, re.IGNORECASE)
    return one[1] if one else section


def _after(text: str, at: int, end: int) -> str:
    found = AFTER_TITLE.match(text[at : min(end, at + 140)]) or PLAIN_TITLE.match(text[at : min(end, at + 140)])
    title = clean(EDITION.sub("", found["title"])).strip(' ,."') if found else ""
    return "" if GENERIC.fullmatch(title) or len(title) < 5 else title


def _before(text: str, start: int, at: int, kind: str = "") -> str:
    """Give the capitalized words before a number, with the kind where it is one ("Spine Imaging Guideline")."""
    found = BEFORE_NUMBER.search(text[max(start, at - 120) : at])
    if not found:
        return ""
    title = LEADING.sub("", clean(found["title"]).strip(' ,."('))
    if GENERIC.fullmatch(title) or len(title) < 4:
        return ""
    if kind and kind[0].isupper() and not title.lower().endswith(kind.lower()):
        return f"{title} {kind}"
    return title if len(title.split()) > 1 else ""


def _merged(found: list[Cited]) -> list[Cited]:
    """Keep one entry for a number or title; a later mention that only repeats it is dropped."""
    kept: list[Cited] = []
    for one in sorted(found, key=lambda each: each.start):
        if not any(_repeats(one, other) for other in kept):
            kept.append(one)
    return kept


def _repeats(one: Cited, other: Cited) -> bool:
    if one.number:
        return one.number == other.number
    return bool(one.title) and other.title.lower().startswith(one.title.lower()) and one.section in {"", other.section}


def _with_sections(paper: Paper, cited: list[Cited]) -> Iterator[Cited]:
    for at, one in enumerate(cited):
        limit = cited[at + 1].start if at + 1 < len(cited) else len(paper.plain)
        sections = [] if one.section or not one.title else list(_sections(paper, one, limit))
        for section, start, end in sections:
            yield Cited(one.title, one.number, section, start, end)
        if not sections:
            yield one


def _sections(paper: Paper, one: Cited, limit: int) -> Iterator[tuple[str, int, int]]:
    """Give the sections named near a policy as parts of it: "Section IV.D.1" after "Medical Policy BH-114"."""
    seen: set[str] = set()
    for each in placed(paper):
        start, end = max(each.sentence.start, one.start - 60), min(each.sentence.end, limit)
        if start > one.end + NEAR or each.sentence.end < one.start or each.zone in SKIPPED:
            continue
        for found in SECTION_NEAR.finditer(paper.plain, start, end):
            ahead = paper.plain[max(0, found.start() - 24) : found.start()]
            if OF_ANOTHER.match(paper.plain[found.end() : found.end() + 60]) or ANOTHER.search(ahead):
                continue
            for section, at, after in _each_section(paper.plain, found, end):
                if section not in seen and section != one.number:
                    seen.add(section)
                    yield section, at, after


def _each_section(plain: str, found: re.Match[str], end: int) -> Iterator[tuple[str, int, int]]:
    """Give every section of a list: "sections 2.b and 2.f"."""
    yield found["section"].rstrip("."), found.start(), found.end()
    more = MORE_SECTIONS.match(plain, found.end(), end)
    while more:
        yield more["section"].rstrip("."), more.start("section"), more.end()
        more = MORE_SECTIONS.match(plain, more.end(), end)
