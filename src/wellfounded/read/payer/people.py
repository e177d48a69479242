"""The patient's name: after a label, in the RE line, or from an address block that a salutation confirms."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer.labels import PERSON, Region, compiled, regions
from wellfounded.read.payer.paper import Paper, clean
from wellfounded.read.payer.payer_name import ORG

LABEL = compiled(rf"{PERSON}(?=\s*[:#]|\s*$|\s{{2,}})")
_PART = (
    r"(?:[A-ZÄÖÜ][a-zäöüßé'-]+(?:[A-Z][a-z]+)?|[A-ZÄÖÜ]{2,}(?:['-][A-ZÄÖÜ]+)*|[A-Z]\.?|O'[A-Z]\w+"
    r"|(?:van|von|de|del|la|der|bin|al|da|di|le)\b|(?:Jr|Sr)\.?|I{2,3}\b|Mc[A-Z]\w+)"
)
NAME = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Herrn?|Frau|Master|Shri"
    rf"|Smt)\.?\s+)?(?P<name>{_PART}(?:-{_PART})?(?:,\s?{_PART})?(?:\s+{_PART}){{0,3}})"
)
NO_NAME = re.compile(
    (
        r"\b(?:request|denial|claim|appeal|coverage|prior|authori[sz]ation|service|notice|your|the|of"
        r"|for|policy|number|id|id|member|group|plan|date|provider|dear|sir|madam|team|department"
        r"|services|review|information|medical|health|insurance|name|same|self|see|above|below|pending"
        r"|determination|dob|injury|therapy|treatment|surgery"
        r"|drug|medication|case|reference|adverse|explanation|benefits?|approval|home|care|inpatient"
        r"|outpatient|mri|ct|scan|infusion|injection|imaging|hospital|clinic|widerspruch|antrag|bescheid"
        r"|ihr|ihre|kosten\w*|status|important|subscriber|employee|patient|account|expense|receipt"
        r"|continued|partial|response)\b"
    ),
    re.IGNORECASE,
)
CREDENTIAL = re.compile(r"\b(?:MD|M\.D\.|DO|D\.O\.|RN|NP|PA-C|PhD|PharmD|DPM|DC|PT|LCSW|FNP|APRN|Esq)\b")
DEAR = re.compile(
    r"\b(?:Dear|Sehr\s+geehrte[rs]?)\s+(?!(?:Dr|Sir|Madam|Provider|Doctor|Member|Parent|Enrollee"
    r"|Customer|Colleague|Damen)\b)(?:(?:Mr|Mrs|Ms|Miss|Mx|Herr"
    r"|Frau)\.?\s+)?(?P<name>[A-ZÄÖÜ][\w'.-]+(?:\s+[A-ZÄÖÜ][\w'.-]*){0,3})\s*[,:]?"
)
PARENT = re.compile(r"parent|guardian|eltern", re.IGNORECASE)


def patient(paper: Paper) -> Iterator[Field]:
    """Give patient_name once."""
    for region in sorted(regions(paper, "patient_name", LABEL, colon=True), key=_rank):
        start = (
            region.start
            + len(paper.plain[region.start : region.end])
            - len(paper.plain[region.start : region.end].lstrip(" :#-"))
        )
        found = _name(paper, start, region.end)
        if found:
            yield Field("patient_name", clean(paper.plain[found[0] : found[1]]), paper.quote(*found))
            return
    greeted = DEAR.search(paper.plain)
    if greeted and not PARENT.search(greeted[0]):
        yield from _addressee(paper, greeted)


def _rank(region: Region) -> tuple[int, int]:
    label = region.label.lower()
    order = (
        0
        if "patient" in label
        else 1
        if re.match(r"(?:member|enrollee|insured|beneficiary|injured|claimant|versicherte|covered|life)", label)
        else 3
        if re.match(r"(?:for|subject|regarding|betreff|subscriber|sponsor|policy|account|employee)", label)
        else 2
    )
    return order, region.start


def _name(paper: Paper, start: int, end: int) -> tuple[int, int] | None:
    found = NAME.match(paper.plain, start, end)
    if not found:
        return None
    name = found["name"].rstrip(" ,-")
    words = name.replace(",", " ").split()
    tail = paper.plain[found.start("name") + len(name) : end]
    if len(words) < 2 or NO_NAME.search(name) or ORG.search(name) or CREDENTIAL.match(tail.lstrip(" ,")):
        return None
    if re.match(r"\s+[a-z]{3,}", tail) and not re.match(r"\s+(?:geb|dob|born|date)", tail, re.IGNORECASE):
        return None  # running text, not a name in its field
    return found.start("name"), found.start("name") + len(name)


def _addressee(paper: Paper, greeted: re.Match[str]) -> Iterator[Field]:
    """Take the full name from the address block when the salutation ends in the same surname."""
    surname = greeted["name"].rstrip(".,:").split()[-1]
    for line in paper.lines[:25]:
        if line.start >= greeted.start():
            break
        found = _name(paper, line.start, line.end)
        if (
            found
            and paper.plain[found[0] : found[1]].split()[-1].lower() == surname.lower()
            and not CREDENTIAL.search(line.text)
        ):
            yield Field("patient_name", clean(paper.plain[found[0] : found[1]]), paper.quote(*found))
            return
    if len(greeted["name"].split()) > 1 and not CREDENTIAL.search(paper.line_at(greeted.start()).text):
        found = _name(paper, greeted.start("name"), greeted.end("name"))
        if found:
            yield Field("patient_name", clean(paper.plain[found[0] : found[1]].rstrip(".,:")), paper.quote(*found))
