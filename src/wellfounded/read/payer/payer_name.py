"""Who the payer is, and who decided for it: matched by place and whole words, so that "medication" is no insurer.

No list of insurers is kept: a name is known by where it stands (letterhead, signature, "on behalf of") and its words.
"""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer.delegates import manager, plan, told
from wellfounded.read.payer.labels import compiled, regions
from wellfounded.read.payer.name_words import (
    ACTS,
    AGENT,
    BEHALF,
    BESIDE,
    DEPARTMENT,
    GENERIC,
    NOT_NAME,
    ORG,
    PRODUCT,
    PROGRAM,
    SMALL,
    STRONG,
)
from wellfounded.read.payer.organization import NAME, SENTENCE_END, TAIL, Name, paragraph_end, same
from wellfounded.read.payer.paper import Cell, Line, Paper, clean
from wellfounded.wire.caseless import Caseless

MARK = re.compile(r"[a-z]{1,3}[A-Z]|[a-z]+(?:\s+[A-Z]{2,})+$")  # a name that its mark writes in small letters
LABEL = compiled(
    r"payer(?:\s+name)?|insurance(?:\s+(?:company|carrier|plan))?|insurer|carrier|health\s+plan|plan\s+name"
    r"|name\s+of\s+(?:plan|insurer|health\s+plan)|claims?\s+admin(?:istr(?:ator)?)?|versicherer|krankenkasse"
    r"|issued\s+by|underwritten\s+by|insured\s+by"
)
HEAD = 12  # lines in which a letterhead stands
BACKED_BY = 4  # lines at the head in which "administered by" names the payer of a product
TOP, CLEAR = 2.8, 3.5  # how surely a name must be one in the first two lines, and below them


def payer(paper: Paper) -> Iterator[Field]:
    """Give payer, and delegate where one organization decides for another and both are named."""
    head = sorted(_letterhead(paper), key=lambda one: (-one.weight, one.start))
    principal = _principal(paper)
    chosen = principal or _labelled(paper) or _unlabelled(paper, head)
    if chosen is None:
        return
    sponsor = plan(paper) if AGENT.search(chosen.text) and not principal else None
    if sponsor and sponsor.text.lower() not in chosen.text.lower():
        yield _field(paper, "payer", sponsor)
        yield _field(paper, "delegate", chosen)
        return
    yield _field(paper, "payer", chosen)
    others = [one for one in head if not same(one.text, chosen.text)]
    if principal:
        agent = others[0] if others else _agent(paper, principal)
    else:
        agent = next(
            (one for one in others if AGENT.search(one.text) or (one.weight >= CLEAR and _decides(paper, one.text))),
            None,
        )
    agent = agent or manager(paper, chosen)
    if agent and (principal or chosen not in head or agent not in head):
        yield _field(paper, "delegate", agent)
        return
    through = told(paper, chosen)
    if through:
        yield _field(paper, "delegate", through)


def _unlabelled(paper: Paper, head: list[Name]) -> Name | None:
    """Take the name the letterhead bears; a product that is no company's name yields to the company behind it."""
    best = head[0] if head else None
    if best and (STRONG.search(best.text) or len(_said(paper, best.text)) > 1):
        return best
    near = paper.lines[min(BACKED_BY, len(paper.lines)) - 1].end
    return _backer(paper, near) or best or _backer(paper, len(paper.plain)) or _actor(paper) or _signed(paper)


def _field(paper: Paper, name: str, found: Name) -> Field:
    return Field(name, clean(found.text), paper.quote(found.start, found.end))


def _letterhead(paper: Paper) -> Iterator[Name]:
    """Weigh the names at the head of the paper, then those that stand alone on a line below (a signature, a footer)."""
    for at, line in enumerate(paper.lines):
        for cell in line.cells if at < HEAD else line.cells[:1]:
            name = _trim(paper, cell)
            if name is None:
                continue
            weight = (
                2 * bool(STRONG.search(name.text))
                + min(2, 0.5 * (len(_said(paper, name.text)) - 1))
                + 1.5 * _decides(paper, name.text)
            )
            if at < HEAD:
                weight += 3.0 - at * 0.2 + 0.6 * _legal(name.text, at)
                if weight >= (TOP if at < 2 else CLEAR):
                    yield Name(name.start, name.end, name.text, weight)
            elif len(line.text) < 60 and STRONG.search(name.text) and _alone(line):
                yield Name(name.start, name.end, name.text, weight + 0.5)


def _alone(line: Line) -> bool:
    return len(line.cells) == 1 and not line.text.endswith((".", ":"))


def _legal(text: str, at: int) -> bool:
    """Whether the name carries its legal form near the top: the name a law or a court knows it by."""
    form = r"\b(?:company|inc|llc|ltd|limited|plc|corporation|corp|ag|dac|insurance)\b\.?$"
    return at < 4 and bool(re.search(form, text, re.IGNORECASE))


def _trim(paper: Paper, cell: Cell) -> Name | None:
    """Give the name a cell of the letterhead holds, without what follows it; none where it is no organization's."""
    text = re.split(r"\s+-\s+|\s*,\s+(?:an?|the)\s|\s\(|\s[|]\s|,\s+(?:P\.?O|\d)", cell.text.removeprefix("From:"))[
        0
    ].strip(" ,.-")
    text = re.sub(
        r"\s+(?:Care|Service|Help|Member|Claims|Intake|Pharmacy|Customer)\s+(?:Desk|Team|Cent(?:er"
        r"|re)|Unit)$",
        "",
        text,
    )
    text = re.sub(r"\s+(?:P\.?O\.?\s+Box|Phone|Tel|Fax|ABN)\b.*$", "", text)
    if (
        not 2 < len(text) <= 70
        or not ORG.search(text)
        or any(each.search(text) for each in (NOT_NAME, DEPARTMENT, BESIDE))
    ):
        return None
    if STATE.match(text):
        return None
    if not text[0].isalnum() or text.endswith("?") or (text[0].islower() and not MARK.match(text)):
        return None
    if TAIL.search(text) and not text.endswith("."):
        return None
    words = [word for word in re.findall(r"[A-Za-zÀ-ÿ][\w'&-]*", text) if word.lower() not in SMALL]
    if not words or len(words) > 9 or sum(word[0].isupper() for word in words) < len(words) - 1:
        return None
    if not PROGRAM.fullmatch(text) and all(GENERIC.fullmatch(word) for word in words):
        return None
    start = cell.start + max(0, paper.plain[cell.start : cell.end].find(text))
    end = start + len(text) if paper.plain.startswith(text, start) else cell.end
    return Name(start, end, text, 0.0)


def _said(paper: Paper, name: str) -> list[re.Match[str]]:
    """Find every mention, without the legal form that only the letterhead carries."""
    base = re.sub(r",?\s+(?:Inc|LLC|Ltd|Corp)\b\.?$", "", name, flags=re.IGNORECASE)
    return list(re.finditer(re.escape(base).replace(r"\ ", r"\s+"), paper.plain, re.IGNORECASE))


def _decides(paper: Paper, name: str) -> bool:
    return any(ACTS.match(paper.plain[found.end() : found.end() + 60]) for found in _said(paper, name))


def _principal(paper: Paper) -> Name | None:
    """Give the organization another says it acts for: in a sentence, or on a line "for ..." under its own name."""
    under = [
        cell.start + len(opened[0])
        for line in paper.lines[:6]
        for cell in line.cells
        for opened in FOR.finditer(cell.text)
    ]
    for start in [*(behalf.end() for behalf in BEHALF.finditer(paper.plain)), *under]:
        found = NAME.match(paper.plain, start, paragraph_end(paper.document.text, start))
        text = TAIL.sub("", SENTENCE_END.split(found[1])[0]) if found else ""
        if (
            found
            and len(text.split()) > 1
            and ORG.search(text)
            and not DEPARTMENT.search(text)
            and not OFFICE.search(text)
        ):
            return Name(found.start(1), found.start(1) + len(text), text, 5.0)
    return None


FOR = re.compile(r"(?:^for\s+|\bFor:\s+|\bInsurer:\s+|\bo/b/o\s+)(?:the\s+)?")
STATE = Caseless(r"(?:state|commonwealth)\s+of\s+[\w ]+?\s+workers'?\s+compensation$")  # the system, not who pays
OFFICE = Caseless(r"^(?:you|your|the|our)\b|department\s+of|office\s+of|commonwealth|state\s+of")


def _agent(paper: Paper, principal: Name) -> Name | None:
    """Give the organization named just before it is said to act for the principal."""
    for found in NAME.finditer(paper.plain, max(0, principal.start - 200), principal.start):
        text = TAIL.sub("", found[1])
        if ORG.search(text) and len(text.split()) > 1 and not DEPARTMENT.search(text) and not NOT_NAME.search(text):
            return Name(found.start(1), found.start(1) + len(text), text, 3.0)
    return None


def _labelled(paper: Paper) -> Name | None:
    for region in regions(paper, "payer", LABEL, colon=True):
        start = region.start
        while start < region.end and paper.plain[start] in " :#":
            start += 1
        found = NAME.match(paper.plain, start, region.end)
        text = TAIL.sub("", re.split(r"\.\s|\s{2,}", found[1])[0]) if found else ""
        coloned = ":" in paper.plain[region.start - 3 : start]
        if (
            found
            and len(text) > 2
            and (ORG.search(text) or coloned)
            and not (PRODUCT.fullmatch(text) or STATE.match(text))
        ):
            return Name(found.start(1), found.start(1) + len(text), text, 4.0)
    return None


def _backer(paper: Paper, end: int) -> Name | None:
    """Give the company a product says it is administered, insured or underwritten by."""
    for by in BACKED.finditer(paper.plain, 0, end):
        found = NAME.match(paper.plain, by.end(), paper.line_at(by.start()).cells[-1].end)
        text = TAIL.sub("", SENTENCE_END.split(found[1])[0]) if found else ""
        if found and ORG.search(text) and len(text.split()) > 1:
            return Name(found.start(1), found.start(1) + len(text), text, 3.0)
    return None


def _signed(paper: Paper) -> Name | None:
    """Give the name under which a message signs, where it names itself nowhere else: "The Pennywise team"."""
    found = SIGNED.search(paper.document.text)
    return Name(found.start(1), found.end(1), found[1], 1.0) if found else None


SIGNED = re.compile(r"^\s*(?:(?:The|Your)\s+)?([A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+){0,2})\s+[Tt]eam\s*$", re.MULTILINE)
BACKED = Caseless(r"\b(?:administered|underwritten|insured|issued|offered|managed)\s+by\s+")


def _actor(paper: Paper) -> Name | None:
    """Give the first organization that running text says has decided, received or used something."""
    for found in NAME.finditer(paper.plain):
        text = TAIL.sub("", found[1])
        if not STRONG.search(text) or len(text.split()) < 2 or NOT_NAME.search(text) or DEPARTMENT.search(text):
            continue
        if ACTS.match(paper.plain[found.start(1) + len(text) :][:60]):
            return Name(found.start(1), found.start(1) + len(text), text, 2.0)
    return None
