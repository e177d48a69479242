"""The values of a payer's paper as a tagger found them, each read by its own kind: a day, a number, a code, a name."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from wellfounded.model.coding import Coding
from wellfounded.model.determination import CriterionCited, Field, FieldValue, Window
from wellfounded.read.payer import amounts, codes, contacts, dates, windows
from wellfounded.read.payer.learned.features import told
from wellfounded.read.payer.learned.tokens import READ, Token, tokens
from wellfounded.read.payer.paper import Paper, clean
from wellfounded.wire.crf import Tag, Weights, weights

WEIGHTS = Path(__file__).with_name("values.crf")
DAYS = ("notice_date", "service_date", "request_date", "appeal_deadline", "valid_from", "valid_to", "response_due")
NAMES = ("payer", "delegate")
CAPITALS = re.compile(r"(?:(?!(?:Dear|By|From|To|The|For|At|On|With|Of|And|In|Our)\b)[A-Z][\w'-]+ )+$")
COMING = ("appeal_deadline", "response_due", "valid_to")  # days after the notice; the others are before it
NUMBERS = ("member_id", "claim_number", "reference_number", "authorization_number")
PHONES = ("appeal_phone", "appeal_fax")
PARTS = {"crit_title": "title", "crit_number": "number", "crit_section": "section"}
SHORT = 4  # letters and digits of the shortest number that names a member, a claim or a case
APART = 200  # characters between the parts of one citation
GROUP = r"[A-Z0-9]*\d[A-Z0-9]*"
RUN = re.compile(  # a number in groups: a letter or a few may stand before, between and after
    rf"(?<![\w-])(?:[A-Z]{{1,4}}[-/])*{GROUP}(?:(?:[-/.]| (?=\d))(?:{GROUP}|[A-Z]{{1,4}}(?=[-/.]\d)|[A-Z](?!\w)))*"
)
CODE = re.compile(r"[A-Z]?\d[\w.-]*\w")
SYSTEMS = (
    ("hcpcs", re.compile(r"[A-V]\d{4}")),
    ("icd10cm", re.compile(r"[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?")),
    ("cpt", re.compile(r"\d{4}[\dTFU]")),
    ("ndc", re.compile(r"\d{4,5}-\d{3,4}-\d{1,2}|\d{11}")),
)
WHISPER = 0.12
LOOKED = {  # what a run of words may be by what it looks like
    "date": DAYS,
    "day": DAYS,
    "phone": PHONES,
    **dict.fromkeys(("icd", "hcpcs", "cpt", "ndc"), ("code", *NUMBERS)),
}
HEAD = 1500  # characters in which the first date is the notice's own, where none was known as such
AROUND = 12  # characters by which a tag may cut a time or a telephone number short


@dataclass(frozen=True, slots=True)
class Learned:
    """One value, its place, and how sure the tagger is of it (0..1)."""

    field: Field
    sure: float


@lru_cache(maxsize=8)
def values(paper: Paper, *, european: bool) -> tuple[Learned, ...]:
    """Give what the tagger found, the surest first; the same value said twice is one, and surer."""
    found: dict[tuple[str, str], Learned] = {}
    for name, value, start, end, sure in _read(paper, european=european):
        key = (name, str(value).lower())
        before = found.get(key)
        if before is None:
            found[key] = Learned(Field(name, value, paper.quote(start, end)), sure)
        else:
            found[key] = Learned(before.field, before.sure + (1 - before.sure) * sure)
    return tuple(sorted(found.values(), key=lambda one: -one.sure))


Read = tuple[str, FieldValue, int, int, float]


def _read(paper: Paper, *, european: bool) -> Iterator[Read]:
    cited: list[tuple[str, int, int, float]] = []
    held = tokens(paper)[:READ]
    tags = weights(WEIGHTS).tag(told(paper))
    tags += tuple(_whispered(weights(WEIGHTS), held, tags))
    notice = _notice(paper, [tag for tag in tags if tag.label == "notice_date"], held, european=european)
    for tag in tags:
        start, end = held[tag.start].start, held[tag.end - 1].end
        if tag.label in DAYS and notice:
            short = dates.near(
                paper.plain, start, end, notice, after=tag.label in COMING, european=european, numeric=True
            )
            for day in short:
                yield tag.label, day.value, day.start, day.end, tag.sure
        if tag.label in PARTS:
            cited.append((tag.label, start, end, tag.sure))
            continue
        for value, begins, ends in _typed(paper, tag, start, end, european=european):
            yield tag.label, value, begins, ends, tag.sure
    yield from _cited(paper, cited)


def _whispered(judge: Weights, held: Sequence[Token], tags: Sequence[Tag]) -> Iterator[Tag]:
    """Give what a day or a number could be besides what it was tagged: one that is likelier than WHISPER."""
    said = {at: tag.label for tag in tags for at in range(tag.start, tag.end)}
    start = 0
    for end in range(1, len(held) + 1):
        looks = held[start].looks
        if end < len(held) and looks and held[end].looks == looks:
            continue
        labels = LOOKED.get(looks, NUMBERS if held[start].word[0].isdigit() else ())
        for label, sure in judge.likely(start, labels).items() if labels else ():
            if sure >= WHISPER and said.get(start) != label:
                yield Tag(label, start, end, sure)
        start = end


def _notice(paper: Paper, tags: list[Tag], held: Sequence[Token], *, european: bool) -> date | None:
    """Give the day of the notice itself, by which a day without a year has one."""
    for tag in sorted(tags, key=lambda one: -one.sure):
        for day in dates.dates(paper.plain, held[tag.start].start, held[tag.end - 1].end + 1, european=european):
            return day.value
    return next((day.value for day in dates.dates(paper.plain, 0, HEAD, european=european)), None)


def _typed(paper: Paper, tag: Tag, start: int, end: int, *, european: bool) -> Iterator[tuple[FieldValue, int, int]]:
    if tag.label in DAYS:
        for day in dates.dates(paper.plain, start, min(len(paper.plain), end + 1), european=european):
            yield day.value, day.start, day.end
            return
    elif tag.label in PHONES:
        for phone in _overlapping(contacts.PHONE.finditer, paper, start, end):
            yield clean(phone[0]), phone.start(), phone.end()
    elif tag.label == "appeal_window":
        for span in _overlapping(windows.SPAN.finditer, paper, start, end):
            said = paper.sentence_at(span.start())
            ahead, tail = paper.plain[said.start : span.start()], paper.plain[span.end() : said.end]
            since, _ = windows.counted_from(tail, ahead)
            if not windows.payers_own(windows.CLAUSE.split(ahead)[-1], tail, since):
                yield Window(*windows.count(span), since), span.start(), span.end()
    elif tag.label == "code":
        yield from _coded(paper, start, end)
    elif tag.label == "amount":
        money = amounts.MONEY.search(paper.plain, start, end)
        if money:
            yield amounts.value(money[0]), start, end
    else:
        if tag.label in NUMBERS:
            start, end = _whole(paper, start, end)
        elif tag.label in NAMES:
            start = _first_word(paper, start)
        text = clean(paper.plain[start:end]).strip(" .,:;#()")
        if text and (tag.label not in NUMBERS or _numbered(text)):
            yield text, start, end


def _first_word(paper: Paper, start: int) -> int:
    """Give where a name begins of which a tag may have missed the first words."""
    cell = next((cell for cell in paper.line_at(start).cells if cell.start <= start < cell.end), None)
    before = CAPITALS.search(paper.plain, cell.start, start) if cell else None
    return before.start() if before and before.end() == start else start


def _whole(paper: Paper, start: int, end: int) -> tuple[int, int]:
    """Give the whole of a number written in groups, of which a tag may hold some."""
    line = paper.line_at(start)
    for found in RUN.finditer(paper.plain, line.start, line.end):
        if found.start() < end and found.end() > start:
            return min(start, found.start()), max(end, found.end())
    return start, end


def _numbered(text: str) -> bool:
    """Whether *text* can be a number that names a member, a claim or a case."""
    return len(re.sub(r"\W", "", text)) >= SHORT and any(character.isdigit() for character in text)


def _overlapping(
    find: Callable[[str, int, int], Iterator[re.Match[str]]], paper: Paper, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Give the first whole match that shares characters with a tag."""
    for found in find(paper.plain, max(0, start - AROUND), min(len(paper.plain), end + AROUND)):
        if found.start() < end and found.end() > start:
            yield found
            return


def _coded(paper: Paper, start: int, end: int) -> Iterator[tuple[FieldValue, int, int]]:
    for found in CODE.finditer(paper.plain, start, end):
        for system, pattern in SYSTEMS:
            if pattern.fullmatch(found[0]) and not codes.is_contract(paper.plain, found.start()):
                yield Coding(system, found[0]), found.start(), found.end()
                return


def _cited(paper: Paper, parts: list[tuple[str, int, int, float]]) -> Iterator[Read]:
    """Join the title, number and section that stand together into one citation; a section alone cites nothing."""
    held: dict[str, tuple[int, int, float]] = {}
    for name, start, end, sure in [*parts, ("", len(paper.plain) + APART + 1, 0, 0.0)]:
        if held and (name in held or start - max(span[1] for span in held.values()) > APART):
            if "crit_section" not in held or len(held) > 1:
                said = {
                    PARTS[part]: clean(paper.plain[span[0] : span[1]]).strip(" .,:;\"'") for part, span in held.items()
                }
                spans = held.values()
                yield (
                    "criterion_cited",
                    CriterionCited(**said),
                    min(span[0] for span in spans),
                    max(span[1] for span in spans),
                    max(span[2] for span in spans),
                )
            held = {}
        held[name] = (start, end, sure)
