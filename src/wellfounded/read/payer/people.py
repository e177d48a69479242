"""The patient's name: after a label, in the RE line, or from an address block that a salutation confirms."""

import itertools
import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer import dates
from wellfounded.read.payer.address import POSTCODE, STREET
from wellfounded.read.payer.labels import PERSON, Region, compiled, regions
from wellfounded.read.payer.name_words import ORG
from wellfounded.read.payer.paper import Paper, clean
from wellfounded.read.payer.phrases import phrases
from wellfounded.wire.caseless import Caseless

UPPER, LOWER = "A-ZÀ-ÖØ-ÞŁŠŽĆČ", "a-zß-öø-ÿąćčęłńśšźżžő"
_WORD = rf"(?:(?:Mc|Mac|O'|D'|L')?[{UPPER}][{LOWER}']+|[{UPPER}]{{2,}}|[{UPPER}]\.?(?![{LOWER}{UPPER}]))"
_PART = rf"(?:{_WORD}(?:-{_WORD})*|(?:van|von|de|del|la|der|bin|al|da|di|le|den|dos)\b|(?:Jr|Sr)\.?|I{{2,3}}\b)"
TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Herrn?|Frau|Master|Brother|Bro|Sister|Shri|Smt)\b\.?\s+){0,2}"
NAME = re.compile(rf"{TITLE}(?P<name>{_PART}(?:,\s?{_PART})?(?: {{1,2}}{_PART}){{0,4}})")
LABEL = compiled(rf"{PERSON}(?=\s*[:#]|\s*$|\s{{2,}})")
NO_NAME = phrases(
    """
    part | request | denial | claim | appeal | coverage | prior | authori[sz]ation | service | notice | your | the
        | of
        | for | policy | number | id | member | group | plan | date | provider
    dear | sir | madam | team | department | services | review | information | medical | health | insurance | name
        | same | self | see | above | below | pending | determination | dob | injury
    therapy | treatment | surgery | drug | medication | case | reference | adverse | explanation | benefits?
        | approval | home | care | inpatient | outpatient | mri | ct | scan | infusion
    injection | imaging | hospital | clinic | widerspruch | antrag | bescheid | ihr | ihre | kosten* | status
        | important | subscriber | employee | patient | account | expense | receipt
    continued | partial | response | decision | cover | not | page | box | street | road | avenue | drive | lane
        | court | suite | apt | confidential | fax | sent | mailed | by | and | first-class | mail
    """
)
CREDENTIAL = re.compile(
    r"\b(?:MD|M\.D\.|DO|D\.O\.|RN|NP|PA-C|PhD|PharmD|DPM|DC|DDS|DMD|PT|LCSW|FNP|APRN|Esq|FACS|MBBS)\b"
)
FAMILY = re.compile(
    rf"\b(?i:dear|to)\s+(?i:the\s+)?(?i:family|parents?"
    rf"|guardians?)\s+of:?\s+(?P<name>{_PART}(?: {_PART}){{1,3}})"
)
DEAR = re.compile(
    rf"\b(?:Dear|Kia\s+ora|Sehr\s+geehrte[rs]?|Hello|Hi)\s+(?!(?:Dr|Sir|Madam|Provider|Doctor|Member"
rf"|Parent|Attorney|Family|Enrollee|Customer"
    rf"|Colleague|Damen|Valued|Plan|Participant)\b)"
    rf"{TITLE}(?P<name>{_PART}(?: {_PART}){{0,3}})"
)  # fmt: skip
INLINE = re.compile(
    r"\b(?:Notice\s+for|pt\.?|your\s+patient|patient|Patient|Member|Enrollee|Insured|Beneficiary)\s+(?=[A-Z])"
)
KIN = Caseless(r"(?:your\s+)?(?:daughter|son|spouse|wife|husband|self|dependent|child)\s*[,:-]\s*")
BESIDE_ID = re.compile(
    rf"(?P<name>{_PART}(?: {_PART}){{1,3}}),?\s*\(?(?:(?:[Mm]ember\s+)?ID\b|D\.?O\.?B\b|[Dd]ate\s+of\s+[Bb]irth"
    rf"|born\s+(?:on\s+)?\d|geb\.)"
)
PARENT = Caseless(r"parent|guardian|eltern")
FIRST = Caseless(r"depend[ae]nt|patient|ptnt|claim\s+for|guardian|claimant")
NEXT = Caseless(
    r"(?:for\s+)?(?:member|mbr|memb|enrollee|insured|beneficiary|injured|claimant|versicherte|covered|life|recipient)"
)
LAST = Caseless(r"(?:to\b|for|notice|subject|regarding|betreff|subscriber|sponsor|policy|account|employee)")


def patient(paper: Paper) -> Iterator[Field]:
    """Give patient_name once."""
    labelled = sorted(regions(paper, "patient_name", LABEL, colon=True), key=_rank)
    sure = [region for region in labelled if _rank(region)[0] < FAINT]
    yield from itertools.islice(
        itertools.chain(
            _labelled(paper, sure),
            _inline(paper),
            _beside(paper),
            _family(paper),
            _labelled(paper, [region for region in labelled if region not in sure]),
            _greeted(paper),
        ),
        1,
    )


AGED = re.compile(r"\s*,\s*(?:\d{1,3}\s*(?:y(?:ears?|rs?)?\b\.?)?\s*[/,]\s*[MF]\b|(?:age|aged)\s+\d)", re.IGNORECASE)
FAINT = 3  # the rank of labels such as "To" and "For", under which somebody else may stand


def _labelled(paper: Paper, found: list[Region]) -> Iterator[Field]:
    for region in found:
        start = region.start
        while start < region.end and paper.plain[start] in " :#-":
            start += 1
        named = _name(paper, start, region.end)
        if named:
            yield Field("patient_name", clean(paper.plain[named[0] : named[1]]), paper.quote(*named))


def _inline(paper: Paper) -> Iterator[Field]:
    for opener in INLINE.finditer(paper.plain):
        end = paper.line_at(opener.start()).end
        span = _name(paper, opener.end(), end)
        if span and re.match(r"\s*(?:[,;(/]|$|ID\b|DOB\b)", paper.plain[span[1] : end]):
            yield Field("patient_name", clean(paper.plain[span[0] : span[1]]), paper.quote(*span))


def _beside(paper: Paper) -> Iterator[Field]:
    """Give a name beside which a birth date or a member's number stands: it is nobody's but the patient's."""
    for beside in BESIDE_ID.finditer(paper.plain):
        span = _name(paper, beside.start("name"), beside.end("name"))
        if span:
            yield Field("patient_name", clean(paper.plain[span[0] : span[1]]), paper.quote(*span))


def _family(paper: Paper) -> Iterator[Field]:
    """Give the child whose family a letter greets."""
    for found in FAMILY.finditer(paper.plain):
        span = _name(paper, found.start("name"), found.end("name"))
        if span:
            yield Field("patient_name", clean(paper.plain[span[0] : span[1]]), paper.quote(*span))


def _greeted(paper: Paper) -> Iterator[Field]:
    greeted = DEAR.search(paper.plain)
    if greeted and not PARENT.search(greeted[0]):
        yield from _addressee(paper, greeted)
    elif not greeted:
        yield from _blocked(paper)


def _blocked(paper: Paper) -> Iterator[Field]:
    """Take the name over a street and a postal code where the letter greets nobody by name."""
    for name, street, town in zip(paper.lines[:20], paper.lines[1:21], paper.lines[2:22], strict=False):
        span = _name(paper, name.start, name.cells[0].end)
        whole = span and not paper.plain[span[1] : name.cells[0].end].strip()
        if span and whole and STREET.search(street.cells[0].text) and POSTCODE.search(town.cells[0].text):
            if not CREDENTIAL.search(name.text):
                yield Field("patient_name", clean(paper.plain[span[0] : span[1]]), paper.quote(*span))
            return


def _rank(region: Region) -> tuple[int, int]:
    order = 0 if FIRST.search(region.label) else 1 if NEXT.match(region.label) else 3 if LAST.match(region.label) else 2
    return order, region.start


def _name(paper: Paper, start: int, end: int) -> tuple[int, int] | None:
    """Give the span of a person's name that begins at *start*; running text and organizations are none."""
    kin = KIN.match(paper.plain, start, end)
    start = kin.end() if kin else start
    found = NAME.match(paper.plain, start, end)
    if not found:
        return None
    name = re.split(r"\s{2,}", found["name"])[0].rstrip(" ,-")
    tail = paper.plain[found.start("name") + len(name) : end]
    words = name.replace(",", " ").split()
    if len(words) < 2 or NO_NAME.search(name) or ORG.search(name) or CREDENTIAL.match(tail.lstrip(" ,")):
        return None
    if AGED.match(tail):
        return found.start("name"), found.start("name") + len(name)
    if re.match(r"\s+[a-z]{3,}", tail) and not re.match(r"\s+(?:geb|dob|born|date)", tail, re.IGNORECASE):
        return None
    return found.start("name"), found.start("name") + len(name)


def _addressee(paper: Paper, greeted: re.Match[str]) -> Iterator[Field]:
    """Take the full name from the address block when the salutation holds the same surname."""
    words = greeted["name"].rstrip(".,:").split()
    for line in paper.lines[:25]:
        if line.start >= greeted.start():
            break
        for cell in line.cells[:2]:
            found = _name(paper, cell.start, cell.end)
            if found and not CREDENTIAL.search(line.text):
                held = re.split(r"[\s,]+", paper.plain[found[0] : found[1]].lower())
                if words[-1].lower() in held:
                    yield Field("patient_name", clean(paper.plain[found[0] : found[1]]), paper.quote(*found))
                    return
    if len(words) > 1 and not CREDENTIAL.search(paper.line_at(greeted.start()).text):
        found = _name(paper, greeted.start("name"), greeted.end("name"))
        if found:
            yield Field("patient_name", clean(paper.plain[found[0] : found[1]]), paper.quote(*found))


BORN = Caseless(
    r"\b(?:(?:patient's\s+|member\s+)?(?:date\s+of\s+birth|birth\s*date)|d\.?o\.?b\.?|born(?:\s+on)?"
    r"|geb(?:oren|urtsdatum)?)"
    r"(?:\s+(?:am|on))?\s*[:.]?\s*",
)


def birth(paper: Paper, *, european: bool) -> Iterator[Field]:
    """Give the patient's birth date where the notice prints one under its label: it tells one patient from another."""
    for label in BORN.finditer(paper.plain):
        found = dates.at(paper.plain, label.end(), min(len(paper.plain), label.end() + 40), european=european)
        if found:
            yield Field("birth_date", found.value, paper.quote(found.start, found.end))
            return
