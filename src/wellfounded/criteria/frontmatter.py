"""What a policy says of itself before its criteria: title, number, version, effective date, payer."""

import re
from dataclasses import dataclass
from itertools import pairwise

from wellfounded.criteria.dates import DATE, iso
from wellfounded.criteria.lines import Line
from wellfounded.criteria.marks import mark
from wellfounded.criteria.scope import is_title, section

_TITLE = re.compile(
    r"^(?:policy(?: title| name)?|(?:lcd |ncd )?title|subject|topic"
    r"|(?:guideline|document|procedure|criteria) (?:title|name)"
    r"|re"
    r"|(?:clinical|medical|coverage|drug|pharmacy|payment)\s+(?:coverage\s+)?(?:policy|guideline|criteria"
    r"|bulletin|position|determination)(?:\s+bulletin)?)"
    r"\s*[:|]\s*(\S.*)$",
    re.IGNORECASE,
)
_DRUG = re.compile(r"^(?:drug(?: name)?s?|product(?: name)?|medication|device)\s*[:|]?\s+(\S.*)$", re.IGNORECASE)
_ID = r"([A-Z0-9][A-Za-z0-9]*(?:[-./_#][A-Za-z0-9]+)*(?: \d(?:[\w.-]*\w)?)?)"
_NUMBER = re.compile(
    r"(?:\b(?:policy|plan\s+clinical\s+standard|(?:clinical|medical|coverage|payment|plan)\s+standard|guideline"
    r"|document|coverage|form|bulletin|procedure|reference|criteria|lcd|ncd|determination"
    r"|protocol|file|index|rule)\s*"
    r"(?:number|num\.?|no\.?|#|id\b|code|ref(?:erence)?\.?)|^\s*(?:number|no\.?|id|document|reference|ref|guideline"
    r"|lcd|policy|doc\.?|file))"
    rf"\s*(?:[:#|.]\s*)?{_ID}",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"\b(?i:rule|policy|guideline|bulletin|section|procedure|chapter|WAC|OAR|CMR|NAC|ARM|LCD|NCD|program|document"
    r"|criteria set|set|sheet|standard)(?i:\s+no\.?)?\s+(\d+[-.]\d(?:[\w.-]*\w)?)"
)
_OWN = re.compile(  # a line that is nothing but the paper's kind and its number: "Medical Policy DME-100"
    r"^(?:[A-Z][\w-]*\s+){0,4}(?i:policy|guideline|standard|bulletin)\s+([A-Z]{1,6}(?:[-.][A-Z]{1,5})*[-.]?\d[\w.-]*)$"
)
_PLAIN = re.compile(r"\b(?i:policy|guideline|rule|bulletin|item)\s+(\d{3,}[A-Z]?)\b")
_POINTS = re.compile(r"^(\d{1,2}\.\d{2}\.\d{2,3}(?:-\w+)?)$")
_NAMED = re.compile(r"\b(?i:policy|guideline|program|document|criteria)\s+([A-Z]{2,}-[A-Z]{2,})(?![-\w])")
_BARE = re.compile(
    r"\b(?!(?:TITLE|CHAPTER|PART|SECTION|PAGE|DSM|ICD|CPT|GLP|COVID|SGLT|HLA|TNF|IL|PHQ|GAD"
    r"|BMI|BSA|AHI|RDI|LDL|LVEF|FEV|ACT|ODI|PASI|EDSS|ECOG|MIPS|HCPCS|NPI)[- ])"
    r"((?:\d{2,4}-)?(?:[A-Z]{1,6}[-.])+[A-Z]*\d(?:[\w.-]*\w)?|[A-Z]{1,5}\d{3,}(?:[.-]\w+)*"
    r"|[A-Z]{2,5}/\d{2,}|[A-Z]{2,5}(?:-[A-Z]{2,5})? (?:\d+(?=\.\d)|\d{2,})[\w.-]*)\b"
)
_LETTERS = re.compile(r"^((?:[A-Z]{2,}[-/]){2,}[A-Z0-9]{2,})\b")
_VERSION = re.compile(
    r"\b(?:version|release|revision(?: (?:number|no\.?|#))?|ver\.?|rev\.?|edition|v\.?(?=\s?\d))\s*[:#|]?\s*"
    r"(\d{1,2}/\d{2,4}|(?<=\s)(?-i:[A-Z])(?![\w/])|\d{4}-\d{2}|\d{4}-[A-Z]\b|[vVrR]?\d+(?:\.\d+)*[a-z]?)(?![\d/-])"
    r"|\b(?P<year>\d{4})\s+edition$",
    re.IGNORECASE,
)
_STATUTE = re.compile(
    r"(?!\d{3}-\d{3}-\d{4}|\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{2}\b|\d{3}-\d{4}$)"
    r"(?:\u00a7+\s*)?\d{1,4}(?:[-:.]\d{1,4})*[-:]\d{2,5}[A-Za-z]?\.?"
)
# A label in a column of its own.
_ALONE = re.compile(
    r"(?:(?:lcd|ncd|policy|guideline|document|bulletin|revision)\s+)?(?:title|number|no\.?|id|version|revision"
    r"|effective\s+date)\s*:?",
    re.IGNORECASE,
)
# Where no date is said to be the one from which it holds, the day of issue is.
_ISSUED = re.compile(
    rf"^[^\n]{{0,80}}?\b(?:date\s+of\s+issue|issue\s+date|date\s+issued)\s*:?\s*(?P<date>{DATE})",
    re.IGNORECASE | re.MULTILINE,
)
_EFFECTIVE = re.compile(
    rf"\b(?:effective|eff\.?|appl(?:y|ies)\s+from|start\s+date|implementation\s+date"
    rf"|(?:services?|requests?|dates\s+of\s+service)(?:\s+(?:performed|rendered|received))?\s+on\s+(?:and"
    rf"|or)\s+after|criteria\s+modified"
    rf"|valid\s+from|^live(?:\s+date)?|\slive"
    rf"|in\s+use\s+from|in force|in effect|takes?\s+effect)(?:\s+(?:date|as of"
    rf"|from|on|since"
    rf"|for))?\b[^\d\n]{{0,60}}?(?P<date>{DATE})",
    re.IGNORECASE,
)
_PAYER = re.compile(
    r"\b(?:health(?:care)?|insurance|mutual|benefits?|medicare|medicaid|plans?|assurance|blue (?:cross|shield)|hmo"
    r"|group|partners|advantage"
    r"|indemnity|community|cooperative|trust|agency|department|program)\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\b(?:medical|clinical|pharmacy|coverage|drug|payment|prior authori[sz]ation|utili[sz]ation|local coverage"
    r"|specialty|reimbursement)\b.{0,30}"
    r"\b(?:polic(?:y|ies)|guidelines?|criteria|bulletin|form|request|guide|determination|program|manual|list"
    r"|protocol)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^[^:|]{0,40}[:|]\s*\S|^v(?:er(?:sion|\.)|\d)|\beffective\b|\brevis|\breview(?:ed)?\b|\bpage \d"
    r"|\d{1,2}/\d{1,2}/\d{2,4}",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(
    r"(?:version|set|rev|revision|release|effective|dated|year|edition)\b|(?:19|20)\d\d$", re.IGNORECASE
)
_TICKS = re.compile(r"(?:yes|no|y|n|n/?a|\W)+", re.IGNORECASE)  # a form's answers, over its column of boxes
_HEAD = 25  # lines in which a policy names itself


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A policy's own name and dates; a field the text does not state is an empty string."""

    title: str = ""
    number: str = ""
    version: str = ""
    effective: str = ""
    payer: str = ""


def front_matter(held: tuple[Line, ...], text: str) -> FrontMatter:
    """Read what the first lines state; the effective date is looked for in all of *text*."""
    head = [part for line in held[:_HEAD] for part in _parts(line.raw)]
    every = [part for row in text[:4000].splitlines()[:40] for part in _parts(row)]
    return FrontMatter(_title(head), _number(every), _version(every), _effective(text), _payer(every))


def _parts(row: str) -> list[str]:
    """Cut a line at its columns; a label set apart from its value ("Version:      4.1") is put back to it."""
    found: list[str] = []
    row = re.sub(r"\s?\.{4,}\s?", ": ", row)  # a label, dots, and its value
    for part in re.split(r"\s{3,}|\t|\s[|·]\s", row.replace("*", "").lstrip("# ")):
        plain = part.strip()
        if plain and found and _ALONE.fullmatch(found[-1]):
            found[-1] = f"{found[-1].rstrip(' :')}: {plain}"
        elif plain:
            found.append(plain)
    return found


def _title(head: list[str]) -> str:
    for number, part in pairwise(head):
        if _STATUTE.fullmatch(number) and part[0].isupper():
            return part.strip(" .")
        headed = _BARE.fullmatch(number) and not _LABEL.search(part) and not _FORM.search(part)
        if headed and (is_title(part) or part.isupper()) and re.search(r"[A-Za-z]{4}", part):
            return part.strip(" .")
    for part in head:
        if (match := _TITLE.match(part)) and re.search(r"[a-z]{3}", match[1]):
            return match[1].strip()
    plain = [
        part
        for part in head[:14]
        if is_title(part) or (len(part.split()) > 2 and part[0].isupper() and not part.endswith((".", ":", ";")))
    ]
    plain = [part for part in plain if mark(part)[0] is None and not _TICKS.fullmatch(part)]
    plain = [part for part in plain if not _LABEL.search(part) and not (_BARE.fullmatch(part))]
    named = [part for part in plain if not section(part) or re.search(r"\bfor\b", part)]
    for part in named:
        if not _PAYER.search(part) and not _FORM.search(part):
            return part
    for part in plain + named:
        after = re.split(r"\s[-\u2013\u2014]\s|:\s", part, maxsplit=1)
        if len(after) == 2 and not _FORM.search(after[1]):
            return after[1]
    for part in head:
        if match := _DRUG.match(part):
            return match[1].strip()
    rest = [part for part in plain if not _PAYER.search(part)] or plain
    return rest[0] if rest else ""


def _number(parts: list[str]) -> str:
    for part in parts:
        for match in _NUMBER.finditer(part):
            if any(char.isdigit() for char in match[1]) and not iso(match[1]) and not _NO_NUMBER.match(match[1]):
                return match[1].strip()
    for pattern in (_OWN, _RULE, _NAMED, _BARE, _POINTS, _PLAIN, _LETTERS):
        for part in parts:
            if (bare := pattern.search(part)) and not _NO_NUMBER.match(bare[1]):
                return _whole(bare[1], parts)
    return ""


def _whole(number: str, parts: list[str]) -> str:
    """Give the section's number where *number* is only its chapter's: 471-58, then "471-58-2210   Title"."""
    section_ = re.compile(rf"^({re.escape(number)}[-.:]\d{{2,5}}[A-Za-z]?)\.?$")
    return next((found[1] for part in parts if (found := section_.match(part))), number)


def _version(parts: list[str]) -> str:
    for part in parts:
        if match := _VERSION.search(part):
            return match["year"] or (match[0].strip() if match[1].isalpha() else match[1])
    return ""


def _effective(text: str) -> str:
    plain = re.sub(r"[ \t*]+", " ", text[:20000])
    found = []
    for match in _EFFECTIVE.finditer(plain):
        before = re.split(r"[.;|]", plain[max(0, match.start() - 30) : match.start()])[-1].lower()
        found.append((before, iso(match["date"])))
    dated = [(before, day) for before, day in found if day]
    current = [day for before, day in dated if re.search(r"current|revision|this version", before)]
    past = r"original|first|initial|prior|previous|supersede"
    plainly = [day for before, day in dated if not re.search(past, before)]
    issued = _ISSUED.search(plain[:4000])
    return next(iter(current or plainly or [day for _, day in dated] or [iso(issued["date"]) if issued else ""]), "")


def _payer(parts: list[str]) -> str:
    for part in parts[:12]:
        if _PAYER.search(part) and not _FORM.search(part) and not _LABEL.search(part) and len(part.split()) <= 8:
            return part
    return ""
