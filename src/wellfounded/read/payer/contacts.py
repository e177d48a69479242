"""Where an appeal goes: its address, fax and telephone, and how a clinician reaches the reviewer.

A notice carries many numbers (member services, the regulator, interpreters); only one beside the appeal is its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.model.determination import Field, PeerToPeer
from wellfounded.read.payer.address import addresses
from wellfounded.read.payer.paper import Paper, clean
from wellfounded.read.payer.phrases import phrases
from wellfounded.read.payer.windows import SPAN
from wellfounded.read.payer.zones import Zone, placed, placed_at
from wellfounded.wire.caseless import Caseless

PHONE = Caseless(
    r"(?<![\w-])(?:\+\d{1,3}[\s.-]?(?:\(0\)\s?)?\(?\d{1,4}\)?(?:[\s.-]?\d{2,4}){2,4}"
    r"|(?:\+?1[\s.-]?)?\(\d{3}\)\s*\d{3}[\s.-]\d{4}|(?:1[\s.-])?\d{3}[\s.-]\d{3}[\s.-]\d{4}"
    r"|\(?0\d{1,4}\)?[\s/-]\d{3,4}[\s-]?\d{3,6}(?:[\s-]\d{1,4})?|1[38]00[\s-]\d{3}[\s-]\d{3}|13[\s-]\d{2}[\s-]\d{2}"
    r"|(?:1-)?8\d\d-\d{3}-[A-Z\d]{4}|(?<![\d.-])(?<!\d )\d{3}-\d{4})"
    r"(?:\s*,?\s*(?:ext\.?|extension|x|option)\s*\.?\s*\d{1,5})?(?![\w-]*\d)",
)
FAX = Caseless(
    r"\b(?:tele)?fax(?:es|ed)?(?:\s*(?:number|no\.?|#|nr\.?|it|them|your|to|a|the|us|appeal|request|at|written|for"
    r"|or|is|only|by)){0,6}\s*(?:[:#-]|\bto\b|\bat\b)?\s*$",
)
TELEPHONE = Caseless(r"\b(?:call(?:ing)?|phone|telephone|tel|ring|toll[\s-]free|dial|contact|reach)\b[^.]{0,60}$")
APPEAL = phrases(
    """
    contest | appeal* | reconsider* | redetermin* | grievance* | dispute | widerspruch* | complaint*
    internal review | our decision | unhappy | (expedited|urgent|fast|fair|appeal) review
    """
)
FILES = phrases(  # the number is where the appeal itself is made
    """
    (file|ask for|request|start|make|submit|begin|send|fax|mail|appeal|appeals|complain|grievance|reconsideration
        |redetermination) ~8 (by|at|to|call*|phone|telephone|fax*|:)
    appeals? ~3 (phone|telephone|fax|tel|unit|department|line|team)
        | (call|phone|ring|telephone|contact) ~8 (appeal*|complaint*|reconsider*|expedited|fast)
    (standard|expedited|fast|urgent) (appeal|request|review|reconsideration|redetermination)s?
    """
)
TO_APPEAL = Caseless(
    r"\s*(?:\([^)]{1,20}\)\s*)?(?:to|for)\s+(?:file\s+|ask\s+for\s+|request\s+|start\s+)?(?:an?\s+"
    r"|your\s+)?(?:\w+\s+)?appeal",
)
UNHAPPY = phrases(
    "(unhappy|disagree|not satisfied|not happy|do not agree|don't agree) ~24 (call|ring|phone|telephone|contact|fax)"
)
NOT_HERE = phrases(
    """
    department of | commissioner | ombuds* | external | independent | hearing | office for civil | regulator | IRO
        | OPM | personnel | peer | labor | legal (aid|help|services) | medicare rights | SHIP
    1-800-MEDICARE | interpreter | language* | corrected | representative | act for you | act on your behalf
        | employee benefits security | records department | assistance program
    state health | benefits advisor | TTY | questions? | need ~1 (hand|help) | help you | member services
        | customer service
        | for information,? (call|phone|contact) | forms?\\s?: | division of
        | information (&|and) assistance | diagnosis codes? | claim file | copies | free copy | portal
    """
)
NOT_ADDRESS = phrases(
    "department of | commissioner | ombuds* | external | hearing | office for civil | regulator | OPM | personnel "
    "| corrected claims? | employee benefits security | claim file | questions?"
)
OUTSIDE = phrases(
    "hearing* | external (review|appeal) | independent ~1 review | review | IMR | IRO | QIC | reconsiderations?"
)
COMPLAINT = phrases("complaints? | for information | forms?\\s?: | regulator | ombuds* | legal (aid|help) | question*")
HURRIED = phrases("expedit* | fast | urgent | rush | 72[ -]hour")
HURRIED_REVIEW = phrases("expedit* ~4 (review|appeal|reconsideration|decision|request)")
LOOK_BACK = 260
BESIDE = 70  # characters after an address


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone or fax number with how well it fits: the fewer *doubts* the better."""

    start: int
    end: int
    doubts: int


def appeal_doors(paper: Paper, *, outside: bool) -> Iterator[Field]:
    """Give appeal_address, appeal_fax and appeal_phone where the notice gives them for the appeal itself.

    *outside*: the route open now is a hearing or an outside review, whose address and numbers these then are.
    """
    head = _begins(paper)
    start, end = next(
        (
            (one.start, one.end)
            for one in addresses(paper)
            if one.start > head and _is_for_appeals(paper, one.start, one.end, outside=outside)
        ),
        (0, 0),
    )
    if end:
        yield Field("appeal_address", clean(paper.plain[start:end].replace(" ,", ",")), paper.quote(start, end))
    found: dict[str, list[Number]] = {"appeal_fax": [], "appeal_phone": []}
    for beside in PHONE.finditer(paper.plain, end, end + BESIDE if end else 0):
        # "Send it to ..., TX 79999, fax 325-555-0149": what follows the address in its sentence is of the same door.
        ahead = paper.plain[end : beside.start()]
        if not re.search(r"[.;]\s+(?!Tel\b|Phone\b|Fax\b)[A-Z]", ahead) and (FAX.search(ahead) or _labelled(ahead)):
            found["appeal_fax" if FAX.search(ahead) else "appeal_phone"].append(Number(beside.start(), beside.end(), 0))
    for name, number in _numbers(paper, outside=outside):
        found[name].append(number)
    for name, numbers in found.items():
        if numbers:
            best = min(numbers, key=lambda one: (one.doubts, one.start))
            yield Field(name, clean(paper.plain[best.start : best.end]), paper.quote(best.start, best.end))


ELSE = Caseless(r"[^.;]{0,20}\bto\s+(?:change|schedule|check|arrange|order|book|set\s+up|transfer|find)\b")


def elsewhere(paper: Paper, start: int, end: int) -> bool:
    """Whether the words about a number say that it is for something else than an appeal."""
    said = paper.plain[max(paper.sentence_at(start).start, start - 200) : start]
    return bool(NOT_HERE.search(said) or (ELSE.match(paper.plain, end) and not APPEAL.search(said)))


def _is_for_appeals(paper: Paper, start: int, end: int, *, outside: bool) -> bool:
    each = placed_at(paper, start)
    ahead = paper.plain[max(0, start - LOOK_BACK) : start]
    if each.zone in {Zone.BOILERPLATE, Zone.TALK} or (each.zone is Zone.REVIEW and not outside):
        return False
    if NOT_ADDRESS.search(ahead[-70:]) and not outside:
        return False
    named = (
        (outside and OUTSIDE.search(f"{ahead} {paper.plain[start:end]}"))
        or APPEAL.search(paper.plain[start:end])
        or APPEAL.search(ahead)
        or APPEAL.search(each.heading)
    )
    return bool(named and (SEND.search(ahead[-170:]) or APPEAL.search(paper.plain[start:end])))


SEND = Caseless(
    r"\b(?:mail|write|send|sent|address|deliver|submit\w*|post|schriftlich|richten|appeals?\s+(?:department|unit"
    r"|address)|in\s+writing|file|forward|to:|unhappy\?|letter:)",
)


def _begins(paper: Paper) -> int:
    """Give where running text begins; what stands above is the letterhead's."""
    return next((one.start for one in paper.sentences if len(re.findall(r"\b[a-z]{2,}\b", one.text)) > 5), 0)


def _numbers(paper: Paper, *, outside: bool) -> Iterator[tuple[str, Number]]:
    begins = _begins(paper)
    for found in PHONE.finditer(paper.plain):
        each = placed_at(paper, found.start())
        line = paper.line_at(found.start())
        if each.zone in {Zone.TALK, Zone.BOILERPLATE} or found.start() < begins:
            continue
        if each.zone is Zone.REVIEW and not outside:
            continue
        ahead = paper.plain[max(line.start, found.start() - 90) : found.start()]
        said = paper.plain[max(each.sentence.start, found.start() - 200) : found.start()]
        if len(said) < 40 and (each.sentence.start > line.start or not line.gap):
            said = paper.plain[max(0, found.start() - 120) : found.start()]
        if (
            outside
            and OUTSIDE.search(paper.plain[max(0, found.start() - LOOK_BACK) : found.start()])
            and not COMPLAINT.search(said)
            and (len(line.cells) < 2 or _labelled(ahead) or FAX.search(ahead))
        ):
            name = "appeal_fax" if FAX.search(ahead) else "appeal_phone"
            yield name, Number(found.start(), found.end(), int(bool(HURRIED.search(said[-120:]))))
            continue
        if re.search(r"(?:tty|tdd|relay)\W*$", ahead, re.IGNORECASE) or NOT_HERE.search(said) or NOT_HERE.search(ahead):
            continue
        behind = paper.plain[found.end() : found.end() + 40]
        fax = bool(FAX.search(ahead))
        context = paper.plain[max(0, found.start() - LOOK_BACK) : found.start()]
        if (
            UNHAPPY.search(said)
            or TO_APPEAL.match(behind)
            or (APPEAL.search(said) and (fax or FILES.search(said) or TELEPHONE.search(said)))
        ):
            doubts = 0
        elif (not fax and TELEPHONE.search(said[-60:]) and HURRIED_REVIEW.search(each.sentence.text)) or (
            each.zone is Zone.RIGHTS and APPEAL.search(f"{each.heading} {context}") and (fax or _labelled(ahead))
        ):
            doubts = 1
        else:
            continue
        yield (
            "appeal_fax" if fax else "appeal_phone",
            Number(found.start(), found.end(), 2 * doubts + bool(HURRIED.search(said[-120:]))),
        )


def _labelled(ahead: str) -> bool:
    return bool(
        re.search(
            r"(?:phone|telephone|tel\.?|call|ring|toll[\s-]free)\s*(?:number|no\.?)?\s*(?::|at|us\s+at)?\s*$",
            ahead,
            re.IGNORECASE,
        )
    )


BY = re.compile(
    r"\b(?:by|before|until|through)\s+(?P<day>\d{1,2}/\d{1,2}(?:/\d{2,4})?|[A-Z][a-z]+\.?\s\d{1,2}(?:,\s\d{4})?)(?!\d)"
)


def peer_to_peer(paper: Paper) -> Iterator[Field]:
    """Give the reviewer's telephone and the time to use it, where both or either stand with the offer."""
    phone, window = "", ""
    spans: list[tuple[int, int]] = []
    for each in (one for one in placed(paper) if one.zone is Zone.TALK):
        text = each.sentence.text
        found = next((one for one in PHONE.finditer(text) if not FAX.search(text[: one.start()])), None)
        if found and not phone:
            phone = clean(found[0])
            spans.append((each.sentence.start + found.start(), each.sentence.start + found.end()))
        timed = next(
            (
                one
                for one in SPAN.finditer(text)
                if re.search(
                    r"(?:within|in|by|have|than|for|up\s+to|is)\s*(?:the\s+)?(?:next\s+)?$", text[: one.start()]
                )
            ),
            None,
        )
        if timed and not window:
            window = clean(re.sub(r"\s*\(\s*\d+\s*\)", "", timed[0]))
            spans.append((each.sentence.start + timed.start(), each.sentence.start + timed.end()))
        by = BY.search(text) if not timed and not window else None
        if by:
            window = clean(by["day"])
            spans.append((each.sentence.start + by.start("day"), each.sentence.start + by.end("day")))
    if spans:
        start, end = min(start for start, _ in spans), max(end for _, end in spans)
        yield Field("peer_to_peer", PeerToPeer(phone, window), paper.quote(start, end))
