"""The policies, guidelines and rules the payer says it used: title, number and section, as the notice names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.model.determination import CriterionCited, Field
from wellfounded.read.payer.paper import Paper, clean
from wellfounded.read.payer.zones import Zone, placed

_WORD = r"[A-Z0-9][\w'&/+.-]*"
_TITLE = (
    rf"{_WORD}(?:(?:,)?\s+(?:(?:of|and|for|the|in|with|to|by|on|or|a|an|der|die|das|und|für|bei|&)\s+)*{_WORD}){{0,11}}"
)
_NUMBER = r"(?:[A-Z]{1,6}[-. ]?)?(?:[A-Z]{1,6}[-.])*\d[\w]*(?:[-./]\w+)*"
_SECTION = r"(?:[A-Z]{1,4}|\d{1,4}|[IVXL]+)(?:[.-](?:[A-Za-z]{1,3}|\d{1,3}))*(?:\([a-zA-Z0-9]{1,4}\))*"
_KIND = (
    r"(?:(?:medical|clinical|coverage|payment|reimbursement|pharmacy|drug|dental|benefit|corporate"
    r"|administrative|utili[sz]ation|behavioral\s+health|medication|prior\s+authori[sz]ation"
    r"|claims?)\s+)*"
    r"(?:(?:coverage|payment|utili[sz]ation|review|practice|treatment|management|necessity|medical"
    r"|clinical|drug)\s+)*(?:polic(?:y|ies)(?:\s+bulletin)?|guidelines?|criteria|guidance|bulletin"
    r"|protocols?|rule)"
)
POLICY = re.compile(
    (
        rf"\b(?P<kind>{_KIND})\b(?:\s+(?:statement|document|set))?\s*(?:(?:number|no\.?|nr\.?|\#"
        rf"|:)\s*)?(?:\(\s*)?(?P<number>(?=[\w.-]*\d){_NUMBER})\)?"
    ),
    re.IGNORECASE,
)
TITLED = re.compile(
    rf"(?P<title>{_TITLE})\s*,?\s*\(?\s*(?:(?:policy|guideline|number|no\.?|\#|LCD"
    rf"|NCD)\s*)*(?P<number>(?=[\w.-]*\d)(?:[A-Z]{{1,5}}[-.]?)*[\d][\w]*(?:[-.]\w+)*)\)?"
)
LCD = re.compile(
    r"\b(?P<kind>LCD|NCD|Local\s+Coverage\s+(?:Determination|Article)"
    r"|National\s+Coverage\s+Determination|Policy\s+Article|Article)\s*(?:\((?:LCD"
    r"|NCD)\)\s*)?(?:for\s+(?P<for>[A-Z][\w ,/&-]{3,60}?)\s*)?(?:number|no\.?|\#"
    r"|:)?\s*\(?\s*(?P<number>[LA]\d{4,5}|\d{2,3}\.\d{1,3}(?:\.\d{1,2})*)\)?"
)
MANUAL = re.compile(
    r"\b(?P<title>(?:Medicare\s+(?:Benefit\s+Policy|National\s+Coverage\s+Determinations?"
    r"|Program\s+Integrity|Managed\s+Care|Claims\s+Processing)\s+Manual|Provider\s+Manual"
    r"|TRICARE\s+Policy\s+Manual|[A-Z]\w+\s+Medicaid\s+(?:Provider\s+)?Manual))\b(?:,?\s*(?:Pub\.?"
    r"|Publication)\.?\s*[\d-]+)?(?P<section>(?:,?\s*(?:Chapter|Ch\.?|Section|Sec\.?|§)\s*[\w.]+)*)"
)
VENDOR = re.compile(
    r"\b(?P<title>InterQual(?:\s*®)?(?:\s+(?:20\d\d|[A-Z][\w]*|Criteria|Level\s+of\s+Care|for))*"
    r"|MCG(?:\s+(?:Health|Care|Guidelines?|Criteria|Ambulatory|Inpatient|Recovery|General|&|and"
    r"|Surgical|Behavioral|Home|Facility|Medication))*|Milliman(?:\s+Care\s+Guidelines)?"
    r"|(?:The\s+)?ASAM(?:\s+Criteria)?|LOCUS|CALOCUS|CASII|NCCN(?:\s+[A-Z][\w]*)*"
    r"|ACOEM(?:\s+[A-Z][\w]*)*|MTUS|ODG|Official\s+Disability\s+Guidelines|eviCore(?:\s+[A-Z][\w]*)*"
    r"|Hayes(?:\s+[A-Z][\w]*)*|DrugDex"
    r"|AHFS(?:-DI)?)\b(?:[^.;()]{0,40}?\(?(?P<number>\b[A-Z]{1,3}-?\d{2,5}\b)\)?)?"
)
PLAN_PAPER = re.compile(
    r"\b(?P<title>(?:Evidence\s+of\s+Coverage|Certificate\s+of\s+(?:Coverage|Insurance)"
    r"|Summary\s+Plan\s+Description|Plan\s+Document|Benefit\s+Booklet|Member\s+(?:Handbook|Guide)"
    r"|Membership\s+(?:Handbook|Guide)|(?:Plan\s+)?Brochure(?:\s+RI\s?\d+-\d+)?|Policy\s+(?:Wording"
    r"|Handbook|Terms(?:\s+and\s+Conditions)?|Document|Schedule)|Terms\s+and\s+Conditions|Contract"
    r"|Group\s+Contract|Policy|Plan))\b(?P<place>,?\s*(?:\([^)]{1,12}\)\s*)?(?:under\s+)?(?:Chapter"
    r"|Section|Part|Article|Clause|page|Exclusions?|Sec\.|§"
    r"|General\s+Exclusions?)\s*(?P<section>[\w.]*\d[\w.()]*(?:,?\s*(?:Section|Sec\.|§|item"
    r"|paragraph|page)\s*[\w.()]*\d[\w.()]*)?|[A-Z]\b))"
)
PLACE_FIRST = re.compile(
    r"\b(?P<word>Chapter|Section|Part|Article|Clause|Exclusion|Condition|General\s+Exclusion|Ziffer"
    r"|§)\s*(?P<section>(?=[\w.()]*[\dIVX])[\w.()]+\w\)?|[\dA-Z](?![\w]))(?:,?\s*(?:\"[^\"]{3,60}\""
    r"|\([A-Z][^)]{3,60}\)),?)?\s+(?:of|in|under|der|des)\s+(?:the|your|our"
    r"|our\s+\w+)?\s*(?P<title>(?:[A-Z][\w'&-]*\s+){0,4}(?:Evidence\s+of\s+Coverage"
    r"|Certificate(?:\s+of\s+\w+)?|Summary\s+Plan\s+Description|Plan\s+Document|Booklet|Handbook"
    r"|Brochure|Policy(?:\s+(?:Wording|Handbook|Terms|Document|Guideline))?|Contract"
    r"|policy\s+(?:wording|terms|document)|Guideline|Guidelines|terms\s+and\s+conditions"
    r"|plan\s+rules|Rules))"
)
REGULATION = re.compile(
    r"\b(?P<number>(?:\d{1,3}\s+(?:C\.?F\.?R\.?|CMR|NCAC|NYCRR|N\.J\.A\.C\.|CCR|TAC|WAC|OAR|USC"
    r"|U\.S\.C\.)\s*(?:Part\s+)?(?:§+\s*)?[\dA-Z][\w.:-]*(?:\([a-z0-9]+\))*|(?:Cal\.\s+)?(?:Labor"
    r"|Insurance|Health\s+and\s+Safety)\s+Code\s+(?:section|§+)\s*[\d.]+(?:\([a-z0-9]+\))*"
    r"|§+\s*\d+\w*\s*(?:Abs\.\s*\d+\w*\s*)?(?:(?:Satz|Nr\.)\s*\d+\s*)*(?:SGB\s*[IVX]+|VVG|MB/KK|KVG"
    r"|KLV|AVB)))"
)
GERMAN_TITLE = re.compile(
    r"\b(?P<title>(?:Hilfsmittel|Heilmittel|Arzneimittel|Krankentransport|Reha\w*|Psychotherapie"
    r"|Richtlinie\s+Methoden)-?\s?Richtlinie(?:\s+Methoden)?|Hilfsmittelverzeichnis"
    r"|Begutachtungs-?\s?Richtlinie|Versicherungsbedingungen)(?:[^.;]{0,30}?(?P<number>§\s*\d+\w*))?"
)
USED = re.compile(
    (
        r"\b(?:based\s+on|used|using|under|according\s+to|per\b|in\s+accordance|criteria|guideline"
        r"|policy|polic(?:y|ies)|applied|reviewed\s+(?:against|under|using|with)|refer\w*|pursuant"
        r"|consult\w*|meet|as\s+(?:set\s+out|defined|described|stated|listed|outlined)|terms\s+of|see\b"
        r"|following|cited|source|relied|requires?|states?|says?|section|exclusion|gem(?:ä|ae)(?:ß|ss)"
        r"|nach\b|laut|aufgrund)"
    ),
    re.IGNORECASE,
)
SECTION_NEAR = re.compile(
    (
        rf"\b(?:section|sec\.|part|criterion|criteria|paragraph|chapter|item|subsection"
        rf"|§)\s+(?P<section>(?=[\w.()]*[\dIVX])(?:{_SECTION}))"
    ),
    re.IGNORECASE,
)
AFTER_TITLE = re.compile(
    rf"^\s*(?:,|:|-|\(|\"|titled|entitled|for|on)\s*\"?(?:titled\s+|entitled\s+)?(?P<title>{_TITLE})"
)
EDITION = re.compile(
    (
        r",?\s*(?:effective|eff\.|version|ver\.|v\.?\d|revised|rev\.|last|edition|\d+(?:th|st|nd"
        r"|rd)\s+edition|dated|january|february|march|april|may\s|june|july|august|september|october"
        r"|november|december)\b.*$"
    ),
    re.IGNORECASE,
)
DEFINES = re.compile(r"as\s+(?:that|the)\s+term\s+is\s+defined\s+in|definition", re.IGNORECASE)
GENERIC = re.compile(
    (
        r"^(?:the|our|your|this|that|plan|medical|clinical|coverage|we|a|an|criteria|policy|guidelines?"
        r"|no|number|for|section|date|dear)(?:\s+(?:policy|criteria|guidelines?))?$"
    ),
    re.IGNORECASE,
)


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
        if each.zone in {Zone.RIGHTS, Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK}:
            continue
        sentence = each.sentence
        if not USED.search(sentence.text) and each.zone is not Zone.WHY:
            continue
        for one in _in_text(paper, sentence.start, sentence.end):
            if not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
    for one in _with_sections(paper, _merged(found)):
        yield Field(
            "criterion_cited", CriterionCited(one.title, one.number, one.section), paper.quote(one.start, one.end)
        )


def _in_text(paper: Paper, start: int, end: int) -> Iterator[Cited]:
    text = paper.plain
    for found in LCD.finditer(text, start, end):
        kind = re.sub(r"\s+", " ", found["kind"])
        title = (
            clean(found["for"] or "")
            or _title_after(text, found.end(), end)
            or _title_before(text, start, found.start())
        )
        yield Cited(title or kind, found["number"], "", found.start(), found.end())
    for found in MANUAL.finditer(text, start, end):
        yield Cited(clean(found["title"]), "", clean(found["section"].strip(" ,")), found.start(), found.end())
    for found in POLICY.finditer(text, start, end):
        if re.fullmatch(r"(?:19|20)\d\d", found["number"]) or re.match(
            r"\s*(?:days|months|hours|weeks|%)", text[found.end() :]
        ):
            continue
        title = _title_after(text, found.end(), end) or _title_before(text, start, found.start())
        kind = clean(found["kind"])
        yield Cited(title or kind, found["number"].rstrip("."), "", found.start(), found.end())
    for found in VENDOR.finditer(text, start, end):
        title = clean(EDITION.sub("", found["title"])).rstrip(" ,.")
        yield Cited(title, found["number"] or "", "", found.start(), found.end())
    for pattern in (PLAN_PAPER, PLACE_FIRST):
        for found in pattern.finditer(text, start, end):
            if not DEFINES.search(text, max(start, found.start() - 60), found.start()):
                section = clean(found["section"]).rstrip(".")
                yield Cited(clean(found["title"]), "", section, found.start(), found.end())
    for found in REGULATION.finditer(text, start, end):
        yield Cited("", clean(found["number"]).rstrip("."), "", found.start(), found.end())
    for found in GERMAN_TITLE.finditer(text, start, end):
        yield Cited(clean(found["title"]), clean(found["number"] or ""), "", found.start(), found.end())


def _title_after(text: str, at: int, end: int) -> str:
    found = AFTER_TITLE.match(text[at : min(end, at + 140)])
    if not found:
        return ""
    title = clean(EDITION.sub("", found["title"])).strip(' ,."')
    return "" if GENERIC.match(title) or len(title) < 5 else title


def _title_before(text: str, start: int, at: int) -> str:
    found = re.search(rf"(?P<title>{_TITLE})\"?\s*[,(-]?\s*$", text[max(start, at - 120) : at])
    if not found:
        return ""
    title = clean(found["title"]).strip(' ,."(')
    title = re.sub(r"^(?:The|Our|Your|Under|In|We|Based|Per|See|This|Criteria|Policy|Using)\s+(?:the\s+)?", "", title)
    return "" if GENERIC.match(title) or len(title) < 5 or len(title.split()) < 2 else title


def _merged(found: list[Cited]) -> list[Cited]:
    """Keep one entry for a number or title; a later mention that only repeats it is dropped."""
    kept: list[Cited] = []
    for one in sorted(found, key=lambda each: each.start):
        if not any(
            (one.number and one.number == other.number)
            or (not one.number and one.title.lower() == other.title.lower() and one.section == other.section)
            for other in kept
        ):
            kept.append(one)
    return kept


def _with_sections(paper: Paper, cited: list[Cited]) -> Iterator[Cited]:
    for at, one in enumerate(cited):
        if one.section or not (one.title or one.number):
            yield one
            continue
        limit = cited[at + 1].start if at + 1 < len(cited) else len(paper.plain)
        sections = list(_sections(paper, one, limit))
        for section, start, end in sections:
            yield Cited(one.title, one.number, section, start, end)
        if not sections:
            yield one


def _sections(paper: Paper, one: Cited, limit: int) -> Iterator[tuple[str, int, int]]:
    seen: set[str] = set()
    for each in placed(paper):
        if (
            each.sentence.start > limit
            or each.sentence.end < one.end - 200
            or each.zone in {Zone.RIGHTS, Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK}
        ):
            continue
        if each.sentence.start > one.end + 900:
            return
        for found in SECTION_NEAR.finditer(
            paper.plain, max(each.sentence.start, one.start - 60), min(each.sentence.end, limit)
        ):
            tail = paper.plain[found.end() : found.end() + 60]
            if re.match(
                r"\s*(?:of|in)\s+(?:the|your|our)\s+(?:certificate|evidence|plan|contract|handbook|social|code)",
                tail,
                re.IGNORECASE,
            ) or re.search(
                r"(?:certificate|coverage|booklet|handbook|code|act)\W+$",
                paper.plain[found.start() - 20 : found.start()],
                re.IGNORECASE,
            ):
                continue
            section = found["section"].rstrip(".")
            if (
                section not in seen
                and not any(section != other and other.startswith(section + ".") for other in seen)
                and "other parts" not in paper.plain[found.start() - 20 : found.start()]
            ):
                seen.add(section)
                yield section, found.start(), found.end()
