"""Who the payer is, and who decided for it: matched by place and whole words, so that "medication" is no insurer.

No list of insurers is kept; a name is known by where it stands
    (letterhead, signature, "on behalf of") and how it is built.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.model.determination import Field
from wellfounded.read.payer.labels import compiled, regions
from wellfounded.read.payer.paper import Cell, Paper, clean

ORG = re.compile(
    (
        r"\b(?:health(?:care)?|insurance|assurance|insurers?|plans?|medicare|medicaid|blue|cross|shield"
        r"|mutual|benefits?|administrators?|life|hmo|ppo|care|medical|trust|fund|society|krankenkasse"
        r"|versicherung(?:en|s\w+)?|kranken\w+|BKK|AOK|IKK|TKK?"
        r"|advantage|indemnity|casualty|company|inc|llc|ltd|limited|plc|corp(?:oration)?|tpa|solutions"
        r"|services|utilization|review|group|association|compensation|department|board|commission|scheme"
        r"|union|alliance|partners|pharmacy|rx|account|DAC|GmbH|AG|a\.G|VVaG|allied|generali|friendly)\b"
    ),
    re.IGNORECASE,
)
STRONG = re.compile(
    (
        r"\b(?:health|insurance|assurance|plan|medicare|medicaid|blue|mutual|benefits?|administrators?"
        r"|krankenkasse|versicherung\w*|kranken\w+|BKK|AOK|IKK|casualty|indemnity|scheme|health\s?care"
        r"|HMO|medical\s+aid|union|compensation\s+(?:fund|board|insurance))\b"
    ),
    re.IGNORECASE,
)
DEPARTMENT = re.compile(
    (
        r"^(?:the\s+)?(?:utili[sz]ation|claims?|appeals?|member|customer|provider|medical|health"
        r"|clinical|pharmacy|care|quality|grievance|prior|pre-?)[\s&]+(?:and\s+"
        r"|&\s+)?(?:\w+\s+)?(?:management|services?|review|department|dept|unit|authori[sz]ation"
        r"|processing|appeals|grievances|team|affairs|operations|administration|center|policy)\b.{0,40}$"
        r"|^(?:a|an)\s|^department\b|\bdepartment$"
    ),
    re.IGNORECASE,
)
NOT_NAME = re.compile(
    (
        r"\b(?:notice|denial|determination|explanation|request|letter|important|information|approval"
        r"|statement|page|dear|your|you|this|not\s+a\s+bill|confidential|patient|attn|attention|summary"
        r"|decision|form|fax|phone|www|http|member|enrollee|re|date|authori[sz]ation|coverage|appeal"
        r"|rights?|continued|adverse|response|review\s+report|remittance|transition|supply"
        r"|prescription\s+drug|result|pended|copy|original)\b|@|\.(?:com|org|example|gov|net|invalid)\b"
        r"|\d{3}|:"
    ),
    re.IGNORECASE,
)
LABEL = compiled(
    r"payer(?:\s+name)?|insurance(?:\s+(?:company|carrier|plan))?|insurer|carrier|health\s+plan"
    r"|plan\s+name|name\s+of\s+(?:plan|insurer|health\s+plan)|claims?\s+administrator|versicherer"
    r"|krankenkasse|issued\s+by|underwritten\s+by|insured\s+by"
)
BEHALF = re.compile(
    (
        r"(?:on\s+behalf\s+of|acting\s+(?:for|on\s+behalf\s+of)|as\s+(?:the\s+)?(?:delegate|agent"
        r"|(?:utili[sz]ation\s+)?(?:review|management)\s+(?:agent|company|organi[sz]ation)|administrator"
        r"|claims\s+administrator|benefit\s+manager)\s+(?:of|for)"
        r"|delegated\s+(?:by|to\s+(?:\w+\s+){0,3}by)|(?:manages|reviews|administers|conducts|performs"
        r"|handles|makes)\s+(?:[\w'-]+\s+){1,7}?(?:for|on\s+behalf\s+of)|(?:contracted|engaged|retained"
        r"|hired|appointed)\s+by|im\s+auftrag\s+de[rs]|for\s+members\s+of|vendor\s+for"
        r"|third[\s-]party\s+administrator\s+(?:for|of)|administrator\s+(?:for|of)|services?\s+(?:to"
        r"|for))\s+(?:the\s+|your\s+)?"
    ),
    re.IGNORECASE,
)
NAME = re.compile(
    r"(?:the\s+)?((?:[A-Z][\w&'/.+-]*|[a-z]{1,3}[A-Z]\w+)(?:\s+(?:of|and|&|for|the|de|der|und"
    r"|[A-Z][\w&'/.+-]*|[a-z]{1,3}[A-Z]\w+)){0,8})"
)
ACTS = re.compile(
    r"^\s*(?:\([^)]{1,40}\)\s*)?,?\s*(?:has|have|is|was|will|does|did|cannot|can't|received|reviewed"
    r"|denied|approved|decided|uses|used|determined|completed|members?\b|hat|wird|kann)\b"
)
TAIL = re.compile(r"(?:\s+(?:of|and|&|for|the|de|der|und))+$|[.,;'-]+$")
HEAD = 12
BESIDE = re.compile(
    (
        r"\b(?:independent\s+licensee|a\s+(?:division|subsidiary|company|member)\s+of|administered\s+by"
        r"|underwritten\s+by|powered\s+by)\b"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A candidate and how surely it names an organization that decides."""

    start: int
    end: int
    text: str
    weight: float


def payer(paper: Paper) -> Iterator[Field]:
    """Give payer, and delegate where one organization decides for another and both are named."""
    head = list(_letterhead(paper))
    principal = _principal(paper)
    labelled = _labelled(paper)
    best = max(head, key=lambda one: (one.weight, -one.start), default=None)
    if principal:
        yield _field(paper, "payer", principal)
        agent = next(
            (one for one in sorted(head, key=lambda each: -each.weight) if not _same(one.text, principal.text)), None
        ) or _agent(paper, principal)
        if agent:
            yield _field(paper, "delegate", agent)
        return
    chosen = labelled or best or _actor(paper)
    if chosen:
        yield _field(paper, "payer", chosen)
        if (
            labelled
            and best
            and best.weight >= 4
            and not _same(best.text, labelled.text)
            and _decides(paper, best.text)
        ):
            yield _field(paper, "delegate", best)


def _field(paper: Paper, name: str, found: Name) -> Field:
    return Field(name, clean(found.text), paper.quote(found.start, found.end))


def _same(one: str, other: str) -> bool:
    a, b = one.lower(), other.lower()
    return a in b or b in a or a.split()[0] == b.split()[0]


def _letterhead(paper: Paper) -> Iterator[Name]:
    for at, line in enumerate(paper.lines[:HEAD]):
        for cell in line.cells:
            name = _trim(paper, cell)
            if name is None:
                continue
            weight = 3.0 - at * 0.2 + 2 * bool(STRONG.search(name.text)) + min(2, 0.5 * _mentions(paper, name.text))
            weight += 1.5 * _decides(paper, name.text)
            weight += 0.6 * bool(
                re.search(
                    r"\b(?:company|inc|llc|ltd|limited|plc|corporation|corp|ag|dac|insurance)\b\.?$",
                    name.text,
                    re.IGNORECASE,
                )
                and at < 4
            )
            if weight >= 3.5:
                yield Name(name.start, name.end, name.text, weight)
    for line in paper.lines[HEAD:]:
        # A footer or the line under a signature names the organization once more, or for the first time.
        for cell in line.cells[:1]:
            name = _trim(paper, cell)
            if name and len(line.text) < 60 and STRONG.search(name.text):
                yield Name(
                    name.start,
                    name.end,
                    name.text,
                    2.5 + min(2, 0.5 * _mentions(paper, name.text)) + 1.5 * _decides(paper, name.text),
                )


def _trim(paper: Paper, cell: Cell) -> Name | None:
    text = re.split(r"\s+-\s+|\s*,\s+(?:an?|the)\s|\s\(|\s{2,}|\s[|]\s", cell.text)[0].strip(" ,.-")
    text = re.sub(r"\s+(?:P\.?O\.?\s+Box|Phone|Tel|Fax)\b.*$", "", text)
    if (
        not 2 < len(text) <= 70
        or not ORG.search(text)
        or NOT_NAME.search(text)
        or DEPARTMENT.search(text)
        or BESIDE.search(text)
    ):
        return None
    if not text[0].isalnum() or (text[0].islower() and not re.match(r"[a-z]{1,3}[A-Z]", text)) or text.endswith("?"):
        return None
    words = [
        word
        for word in re.findall(r"[A-Za-z][\w'&-]*", text)
        if word.lower() not in {"of", "and", "the", "for", "de", "der", "und", "a"}
    ]
    if (
        not words
        or len(words) > 9
        or sum(word[0].isupper() for word in words) < len(words) - 1
        or (len(words) == 1 and not STRONG.search(text))
    ):
        return None
    start = cell.start + paper.plain[cell.start : cell.end].find(text)
    return Name(start, start + len(text), text, 0.0)


def _mentions(paper: Paper, name: str) -> int:
    return len(re.findall(re.escape(name).replace(r"\ ", r"\s+"), paper.plain, re.IGNORECASE)) - 1


def _decides(paper: Paper, name: str) -> bool:
    for found in re.finditer(re.escape(name).replace(r"\ ", r"\s+"), paper.plain, re.IGNORECASE):
        if ACTS.match(paper.plain[found.end() : found.end() + 60]):
            return True
    return False


def _principal(paper: Paper) -> Name | None:
    for behalf in BEHALF.finditer(paper.plain):
        found = NAME.match(paper.plain, behalf.end())
        if found:
            text = TAIL.sub("", found[1])
            if (
                ORG.search(text)
                and not DEPARTMENT.search(text)
                and len(text.split()) > 1
                and not re.match(r"(?:you|your|the|our)\b", text, re.IGNORECASE)
                and not re.search(r"department\s+of|office\s+of", text, re.IGNORECASE)
            ):
                return Name(found.start(1), found.start(1) + len(text), text, 5.0)
    return None


def _agent(paper: Paper, principal: Name) -> Name | None:
    for found in NAME.finditer(paper.plain, max(0, principal.start - 200), principal.start):
        text = TAIL.sub("", found[1])
        if ORG.search(text) and len(text.split()) > 1 and not DEPARTMENT.search(text) and not NOT_NAME.search(text):
            return Name(found.start(1), found.start(1) + len(text), text, 3.0)
    return None


def _labelled(paper: Paper) -> Name | None:
    for region in regions(paper, "payer", LABEL, colon=True):
        found = NAME.match(paper.plain, region.start, region.end)
        if found:
            text = TAIL.sub("", re.split(r"\.\s", found[1])[0])
            if len(text) > 2 and not re.fullmatch(r"(?:PPO|HMO|Gold|Silver|Bronze|EPO|POS)", text):
                return Name(found.start(1), found.start(1) + len(text), text, 4.0)
    return None


def _actor(paper: Paper) -> Name | None:
    best: Name | None = None
    for found in NAME.finditer(paper.plain):
        text = TAIL.sub("", found[1])
        if (
            STRONG.search(text)
            and ACTS.match(paper.plain[found.start(1) + len(text) :][:60])
            and not NOT_NAME.search(text)
            and not DEPARTMENT.search(text)
            and len(text.split()) > 1
        ):
            best = best or Name(found.start(1), found.start(1) + len(text), text, 2.0)
    return best
