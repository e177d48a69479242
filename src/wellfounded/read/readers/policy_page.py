"""A coverage policy, known as such by its title, number, version and day of effect; criteria are another room's."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field, Kind, Reading
from wellfounded.model.document import Document
from wellfounded.read.payer import dates, identifiers
from wellfounded.read.payer.labels import compiled, regions
from wellfounded.read.payer.paper import Paper, clean, head, paper
from wellfounded.read.payer.phrases import phrases
from wellfounded.wire.caseless import Caseless

NAME = "policy_page"
FAMILY = "policy"

TITLES = phrases(
    """
    (medical|clinical|coverage|pharmacy|payment|reimbursement|utili[sz]ation|prior authori[sz]ation|drug
        |step therapy|corporate|benefit|site of care) ~2 (policy|policies|guidelines?|criteria|bulletin|protocol)
    (local|national) coverage (determination|article) | LCD | NCD
        | policy (number|title|statement|no\\.?|guideline|bulletin|ID)
        | coverage (criteria|position|rationale|determination policy) | formulary criteria
    """
)
PARTS = (
    phrases("""
        (is|are|may be) ~2 considered (medically necessary|reasonable|appropriate|proven|eligible|investigational
            |experimental|not medically necessary)
        """),
    phrases("""
        medically necessary (when|if|for|under|in)
        (will be|is|are|may be) (approved|covered|authori[sz]ed|granted) ~6 (when|if|for ~4 meet*
            |all of the following)
        coverage (will|may) ~3 (provided|granted|considered)
        """),
    phrases("(all|any|one|both|each|either|at least ~2) of the following | the following criteria"),
    phrases("""
        effective date | last reviewed? | (next|annual|last) review | revision (date|history) | policy history
        review date | original effective | date of origin | last revised | committee
        """),
    phrases("""
        references | background | description of (procedure|service|technology) | applicable codes | coding
        billing | definitions | scope | clinical evidence | rationale
        """),
    phrases("""
        (initial|continuation|renewal|re-?authori[sz]ation) (criteria|approval|authori[sz]ation|therapy|course
            |request*)
        approval (duration|length|period) | quantity limits? | length of (approval|authori[sz]ation)
        """),
    phrases("""
        (covered|covers|pays for|authori[sz]ed|approved) ~8 (when|if|only) | criteria | requirements for
        must ~3 (have|meet|be|show*)
        (standard|program|rule|doc|document|guideline|protocol) ((no\\.?|number|id|\\#) )?[A-Z]*[-. ]?\\d[\\w.-]*
        """),
    phrases("""
        (the )?(member|patient|client|enrollee|individual|beneficiary|person|recipient) ~1 (is|has|does|had|must
            |meets|needs|will|cannot|shows)
        """),
    phrases("not (covered|medically necessary) ~3 (when|for|if|in) | exclusions? | limitations | contraindications"),
)
PERSONAL = phrases(
    """
    dear | sincerely | (we|plan) (have|has) ~2 (denied|approved|reviewed your|received your)
        | your (request|claim|appeal|doctor) | member (id|name|number)\\s*[:#]\\s*\\w+
        | patient( name)?\\s*:\\s*\\w+ | claim (number|no\\.?|\\#)
    date of birth | DOB | chief complaint | my patient | I am writing
    """
)
TOP = 900  # characters in which a policy names itself and says since when it holds
KIND = phrases(
    """
    polic(y|ies) | guidelines? | criteria | rules? | program | bulletin | worksheet | review sheet | standard
        | requirements
    special authority | plan description | protocol | coverage determination | position statement | coverage
    """
)
IN_FORCE = phrases(
    """
    (effective|eff\\.?|in force|applies|issued|issue date|revised|rev\\.?|amended|reviewed|last approval
        |restated)( (from|on|date|as of))?[ :]*~2 \\d{1,4}[/. -]?\\w*
    (edition|version|ver\\.?|sheet) "?[A-Z\\d][A-Z\\d.]* | v\\.? ?\\d[\\d.]*
    """
)
NORM = phrases(
    """
    (is|are|may be|will be) ~2 (payable|covered|approved|appropriate|indicated|granted|authori[sz]ed
        |considered) ~8 (when|for|if|where|provided|only|who|unless)
    (will|does not|may) (pay|cover) for | all of( the following)?
        | (at least )?(one|two|three|any|either|both) of( the following| these)?:
    (all|one line|any) of ~4 must | (must|should) (be|have|meet|show) | requirements? for | criteria for
        | not payable | not covered | is required
    """
)
ITEM = re.compile(r"\(?(?:\d{1,2}(?:\.\d+)*|[A-Za-z]|[ivxIVX]{1,4})[.)]|[-•o□☐*▪●○»]\s|\d[A-Z]\s")
NUMBER = compiled(
    r"(?:(?:medical|clinical|coverage|pharmacy)\s+)?(?:policy|guideline|document|reference|bulletin|LCD"
    r"|NCD|criteria|protocol)\s*(?:number|no\.?|\#|id|nr\.?)"
)
VERSION = compiled(r"(?:version|revision|edition|rev\.?)(?:\s*(?:number|no\.?|\#))?")
EFFECTIVE = compiled(
    r"(?:(?:original|current|policy|revision|last)\s+)?effective(?:\s+date)?|effective\s+(?:as\s+)?of"
    r"|in\s+effect(?:\s+(?:from|since))?|date\s+effective|in\s+force(?:\s+from)?"
)
TITLE = compiled(r"(?:policy\s+|guideline\s+|document\s+)?(?:title|name|subject)")
VALUE = Caseless(r"(?=[\w.-]*\d)[A-Z]{0,8}(?:[-. ]?[A-Z0-9]+)*(?:[-.][A-Z0-9]+)*")
KIND_ONLY = Caseless(
    r"(?:(?:medical|clinical|coverage|pharmacy|drug|prior|authori[sz]ation|utili[sz]ation|management"
    r"|payment|step|therapy|policy|policies|criteria|guidelines?|bulletin|statement|standard"
    r"|program)\W*)+",
)
NO_TITLE = phrases(
    """
        policy | page | effective | version | health | insurance | company | plan | blue | committee
        table of contents | number | draft | confidential | proprietary | medical policy | clinical policy
        pharmacy policy | coverage policy | line of business
        """
)


def score(document: Document) -> float:
    """Give how sure it is that this says when a service is covered, of nobody in particular."""
    page = head(document)
    top = page.plain[:TOP]
    parts = sum(bool(part.search(page.plain)) for part in PARTS) / len(PARTS)
    items = sum(bool(ITEM.match(line.text)) for line in page.lines) >= 3
    norms = len({found.start() // 200 for found in NORM.finditer(page.plain)})
    personal = bool(next(identifiers.identifiers(page), None)) + len(
        {found[0].lower()[:8] for found in PERSONAL.finditer(page.plain)}
    )
    signs = (
        0.2 * bool(TITLES.search(top)) + 0.15 * bool(KIND.search(top)) + 0.15 * bool(IN_FORCE.search(top)) + 0.1 * items
    )
    if not (norms or items or IN_FORCE.search(top)):  # to mention a policy is not to be one
        signs /= 2
    return round(max(0.0, min(0.98, signs + 0.5 * parts + 0.12 * min(norms, 3) - 0.25 * personal)), 3)


def read(document: Document) -> Reading:
    """Read the front matter."""
    return Reading(document.source.id, Kind.POLICY, tuple(_fields(paper(document))))


def _fields(page: Paper) -> Iterator[Field]:
    yield from _title(page)
    for name, label in (("number", NUMBER), ("version", VERSION)):
        for region in regions(page, name, label, inline=name == "number"):
            start = region.start
            while start < region.end and page.plain[start] in " :#.":
                start += 1
            found = VALUE.match(page.plain, start, region.end)
            value = found[0].split("  ")[0].split(" ")[0] if found else ""
            if value and not dates.at(page.plain, start, region.end):
                yield Field(name, value, page.quote(start, start + len(value)))
                break
    for region in regions(page, "effective", EFFECTIVE, inline=True):
        dated = next(dates.dates(page.plain, region.start, min(region.end, region.start + 30)), None)
        if dated:
            yield Field("effective", dated.value, page.quote(dated.start, dated.end))
            break


def _title(page: Paper) -> Iterator[Field]:
    """Take the labelled title, else the first line near the top that is no label, no name of a payer and no number."""
    for region in regions(page, "title", TITLE, colon=True):
        text = page.plain[region.start : region.end].strip(" :#")
        if len(text) > 3:
            start = page.plain.index(text, region.start)
            yield Field("title", clean(text), page.quote(start, start + len(text)))
            return
    for line in page.lines[:10]:
        for cell in line.cells:
            if KIND_ONLY.fullmatch(cell.text) or len(cell.text.split()) < 2:
                continue
            if not NO_TITLE.search(cell.text) and not re.search(r"\d{3}|:", cell.text):
                yield Field("title", clean(cell.text), page.quote(cell.start, cell.end))
                return
