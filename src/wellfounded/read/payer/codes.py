"""Codes where a code is meant: a ZIP is no CPT, a policy number no ICD-10, a room number no HCPCS."""

import re
from collections.abc import Iterator

from wellfounded.model.coding import Coding
from wellfounded.model.determination import Field
from wellfounded.read.payer.paper import Paper
from wellfounded.terms import carc, icd10cm, rarc
from wellfounded.wire.caseless import Caseless

CPT = re.compile(
    r"(?<![\w.$-])(?<!\d,)(\d{4}[0-9TFUM])(?:-?(?:[A-Z]{2}|\d{2}))?(?![\w]|\.\d|,\d{3}|-(?!\d{5}\))\d{3,})"
)
HCPCS = re.compile(r"(?<![\w.-])([ABCEGHJKLQSTVD]\d{4})(?:-[A-Z]{2})?(?![\w-]|\.\d)")
ICD = re.compile(r"(?<![\w.-])([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?![\w]|\.\d|-\d)")
NDC = re.compile(
    r"(?<![\w-])(\d{5}-\d{4}-\d{2}|\d{5}-\d{3}-\d{2}|\d{4}-\d{4}-\d{2}|\d{5}-\d{4}-\d)(?![\w-])"
    r"|(?<=NDC )(\d{11})|(?<=NDC: )(\d{11})|(?<=NDC# )(\d{11})"
)
GROUPED = re.compile(r"(?<![\w-])(CO|PR|OA|PI|CR)\s?-?\s?(\d{1,3}|[AB]\d{1,2})(?![\w])")
REMARK = re.compile(r"(?<![\w-])((?:MA|N|M)\d{1,3})(?![\w-])")
REVENUE = Caseless(r"\brev(?:enue)?\.?\s*(?:code|cd)s?\s*[:#]?\s*(0?\d{3}|[123]\d{3})\b")
DIN = re.compile(r"\bDIN\s*(?:no\.?|number|#)?\s*:?\s*(\d{8})\b")
CCSD = re.compile(r"\bCCSD\s*(?:code)?\s*:?\s*([A-Z]{1,2}\d{3,4})\b")
MBS = Caseless(r"\bMBS\s+(?:item|items|no\.?)\s*(?:no\.?|number|#)?\s*:?\s*(\d{2,5})\b")
ITEM = Caseless(r"\b(?:items?(?:\s+(?:no\.?|numbers?))?|mbs)\s*[:#]?\s*(\d{2,5})\b(?!-)")
DRG = Caseless(r"\b(?:MS-?|APR-?)?DRG(?:\s+(?:billed|code|assigned|paid))?\s*[:#]?\s*(\d{3}(?:-\d)?)\b")

PROCEDURE_WORDS = Caseless(
    r"\b(?:cpt|c\.p\.t|hcpcs|svc|ordered|procedures?|proc|service\s+codes?|codes?|billed"
    r"|billing\s+code)\b"
)
TREATMENT_HEAD = Caseless(r"\b(?:cpt|hcpcs|codes?|procedures?|services?|treatments?)\b")
DIAGNOSIS_WORDS = Caseless(r"\b(?:icd|diagnos\w+|dx|condition|icd-?10)\b")
ADJUSTMENT_WORDS = Caseless(
    r"\b(?:carc|reason\s+codes?|adjustment\s+(?:reason\s+)?codes?|claim\s+adjustment|denial\s+codes?)\s*[:#]?\s*$",
)
REMARK_WORDS = Caseless(r"\b(?:rarc|remarks?|rmks?|remittance|reason\s+code|carc)\b")
UNUSED = Caseless(  # a legend that explains codes which this statement does not bear
    r"\bnot\s+(?:\w+\s+)?(?:on|in)\s+this\s+(?:claim|statement|eob|remittance)|\bother\s+(?:\w+\s+){0,2}codes\b"
    r"|\bcodes?\s+(?:(?:that|which)\s+)?(?:we|the\s+plan)\s+(?:may\s+|also\s+|can\s+)?use",
)
WOULD = Caseless(r"\W*(?:if|unless|should)\b[^.]{0,120}\b(?:will|may|would|can)\b")
ADDRESS_BEFORE = Caseless(
    (
        r"\b[A-Z]{2},?\s*$|\bBox\s*#?\s*$|\b(?:suite|ste|room|unit|apt|no|number|policy|section|form"
        r"|page|\#|ext|group|plan|npi|tin|id|file|ref\w*|case|claim|member|auth\w*|lcd|ncd|article"
        r"|version|rule|title|chapter|part|item|mbs|din)\.?\s*[:#]?\s*$"
    ),
)
SERVICE_LINE = Caseless(
    r"(?:services?|procedures?|treatments?|tests?|items?|imaging|codes?|svc|requested|asked\s+for)\b[^:]{0,24}:",
)
SERVICE_CELL = Caseless(
    r"(?:requested\s+)?(?:(?:services?|procedures?|treatments?|codes?)(?:\s+requested)?|requested|ordered):?",
)
CONTRACT = Caseless(  # the number under which Medicare knows a plan: S5577 beside "(PDP)" is no service
    r"\((?:PDP|HMO[\w -]*|PPO|PFFS|MA-?PD|MSA|Cost)\)\W*$|\bcontract\s*(?:no\.?|number|id|#)?\W*$|\bplan\s+id\W*$"
)
LOOK_BACK = 70


def codes(paper: Paper, *, australian: bool = False) -> Iterator[Field]:
    """Give each code once, in the order of the text; an Australian paper's "item 49518" is of its benefits schedule."""
    found = sorted(_all(paper), key=lambda one: one[1])
    if australian:
        items = ((Coding("mbs", one[1]), one.start(1), one.end(1)) for one in ITEM.finditer(paper.plain))
        found = sorted((*items, *(one for one in found if one[0].system not in {"cpt", "mbs"})), key=lambda one: one[1])
    seen: set[tuple[str, str]] = set()
    for coding, start, end in found:
        if (coding.system, coding.code) not in seen:
            seen.add((coding.system, coding.code))
            yield Field("code", coding, paper.quote(start, end))


def _all(paper: Paper) -> Iterator[tuple[Coding, int, int]]:
    plain = paper.plain
    for one in CPT.finditer(plain):
        if _procedure_context(paper, one.start(1)) and one[1] >= "00100":
            yield Coding("cpt", one[1]), one.start(1), one.end(1)
    for one in HCPCS.finditer(plain):
        if is_contract(plain, one.start()):
            continue
        if not ADDRESS_BEFORE.search(plain, max(0, one.start() - 20), one.start()) or PROCEDURE_WORDS.search(
            plain, max(0, one.start() - 30), one.start()
        ):
            yield Coding("hcpcs", one[1]), one.start(1), one.end(1)
    for one in ICD.finditer(plain):
        if HCPCS.match(plain, one.start()) or not _diagnosis_context(paper, one):
            continue
        yield Coding("icd10cm", icd10cm.compact(one[1])), one.start(1), one.end(1)
    for one in NDC.finditer(plain):
        group = next(n for n in (1, 2, 3, 4) if one[n])
        if re.search(r"\bNDC", plain[max(0, one.start() - 30) : one.start()]):
            yield Coding("ndc", one[group]), one.start(group), one.end(group)
    yield from _adjustments(paper)
    for system, pattern in (("revenue", REVENUE), ("drg", DRG), ("din", DIN), ("mbs", MBS), ("ccsd", CCSD)):
        for one in pattern.finditer(plain):
            yield Coding(system, one[1]), one.start(1), one.end(1)


def is_contract(plain: str, start: int) -> bool:
    """Whether what stands at *start* is a Medicare contract's number."""
    return bool(CONTRACT.search(plain, max(0, start - 30), start))


def _adjustments(paper: Paper) -> Iterator[tuple[Coding, int, int]]:
    grouped = False
    for one in GROUPED.finditer(paper.plain):
        if _idle(paper, one.start()):
            continue
        if carc.is_valid(one[2]) and not re.match(r"\s+\d", paper.plain[one.end() :]):
            grouped = True
            yield Coding("carc", carc.compact(one[2])), one.start(), one.end()
    for one in re.finditer(
        (
            r"\b(?:CARC|(?:adjustment|claim\s+adjustment|denial)\s+(?:reason\s+)?code)\s*[:#]?\s*(?!CO|PR|OA"
            r"|PI)([A-Z]?\d{1,3})\b"
        ),
        paper.plain,
        re.IGNORECASE,
    ):
        if carc.is_valid(one[1]):
            grouped = True
            yield Coding("carc", carc.compact(one[1])), one.start(1), one.end(1)
    if not grouped and not REMARK_WORDS.search(paper.plain):
        return
    for one in REMARK.finditer(paper.plain):
        if _idle(paper, one.start()):
            continue
        near = paper.plain[max(0, one.start() - 80) : one.start()]
        if (
            rarc.is_valid(one[1])
            and (REMARK_WORDS.search(near) or GROUPED.search(near))
            and (rarc.listed(one[1]) or REMARK_WORDS.search(near) or GROUPED.search(near[-16:]))
        ):
            yield Coding("rarc", rarc.compact(one[1])), one.start(), one.end()


def _idle(paper: Paper, at: int) -> bool:
    """Whether a code stands in a legend of others, or tells what would be said if something did not come."""
    sentence = paper.sentence_at(at)
    return bool(UNUSED.search(paper.plain, sentence.start, at) or WOULD.match(paper.plain, sentence.start, at))


def _procedure_context(paper: Paper, start: int) -> bool:
    """Whether a procedure code may stand here: after its word, in a list of codes, or under a column of them."""
    ahead = paper.plain[max(0, start - LOOK_BACK) : start]
    if ADDRESS_BEFORE.search(ahead[-24:]) and not re.search(
        r"(?:code|cpt|c\.p\.t|hcpcs)\.?\s*(?:no\.?|number|\#)?\s*[:#]?\s*$", ahead[-24:], re.IGNORECASE
    ):
        return False
    if (
        paper.plain[start - 1] == "("
        and re.match(r"\s*(?:\)|,|;|-|/|x\s*\d)", paper.plain[start + 5 :])
        and not re.search(r"\b[A-Z]{2}\s*\($", ahead)
    ):
        return True
    if re.search(r"\((?:[A-Z]?\d{4}[0-9A-Z]?(?:,\s*|/))+$", ahead):
        return True
    if re.search(r"(?:requested|service|procedure|treatment)s?\s*:\s*$", ahead, re.IGNORECASE):
        return True
    line = paper.line_at(start)
    cell_at = next((n for n, cell in enumerate(line.cells) if cell.start == start), 0)
    if cell_at and SERVICE_CELL.fullmatch(line.cells[cell_at - 1].text):
        return True
    if SERVICE_LINE.match(line.text) and not re.search(r"\b[A-Z]{2}\s*$", ahead):
        return True
    words = list(PROCEDURE_WORDS.finditer(ahead))
    if words and not re.search(r"(?<!\bno)\.\s+[A-Z][a-z]{3,}\s+[a-z]{2,}", ahead[words[-1].end() :]):
        return True
    return _column(paper, start, TREATMENT_HEAD if re.search(r"[a-z],\s*$", ahead) else PROCEDURE_WORDS)


def _column(paper: Paper, start: int, words: Caseless) -> bool:
    """Whether a cell above, in the same place of its row, is a heading with one of *words*."""
    at = max(n for n, line in enumerate(paper.lines) if line.start <= start)
    line = paper.lines[at]
    index = max((n for n, cell in enumerate(line.cells) if cell.start <= start), default=0)
    if len(line.cells) < 3:
        return False
    for above in reversed(paper.lines[max(0, at - 14) : at]):
        if len(above.cells) >= 3 and not any(letter.isdigit() for letter in above.text):
            offset = _offset(paper, line.cells[index].start)
            whole = len(above.cells) == len(line.cells)
            near = [
                cell
                for n, cell in enumerate(above.cells)
                if (n == index and whole) or abs(_offset(paper, cell.start) - offset) < 12
            ]
            return any(words.search(cell.text) for cell in near)
    return False


def _offset(paper: Paper, at: int) -> int:
    return at - (paper.document.text.rfind("\n", 0, at) + 1)


def _diagnosis_context(paper: Paper, found: re.Match[str]) -> bool:
    code, start = found[1], found.start(1)
    ahead = paper.plain[max(0, start - 90) : start]
    worded = DIAGNOSIS_WORDS.search(ahead)
    if "." not in code:
        return bool(
            worded
            and re.search(
                r"(?:icd\S*|dx|diagnos\w+)\s*(?:codes?)?\s*[:#(]?\s*(?:[A-Z]\d\S+[,;]?\s+(?:and\s+)?)*$",
                ahead,
                re.IGNORECASE,
            )
            and icd10cm.exists(code)
        )
    if ADDRESS_BEFORE.search(ahead[-20:]) and not worded:
        return False
    return bool(worded) or (
        icd10cm.exists(code)
        and (
            paper.plain[start - 1] in "(,"
            or _column(paper, start, DIAGNOSIS_WORDS)
            or bool(re.search(r"[(,;/:]\s*$|\bfor\s*$|\n\s*$", ahead))
            or paper.line_at(start).start == start
        )
    )
