"""Where a letter holds what a reviewer looks for: each function gives the span of it, or None."""

import re
from collections.abc import Callable, Iterator

from wellfounded.check.consequence.consequence_not_measurable import MEASURED, WITHOUT
from wellfounded.check.consequence.no_measurable_goal import GOAL
from wellfounded.check.criteria.meets_all_criteria import LISTED, SHOWN
from wellfounded.check.diagnosis.no_diagnosis_code import DIAGNOSIS
from wellfounded.check.diagnosis.severity_missing import GRADE
from wellfounded.check.history.wrong_duration import PAST
from wellfounded.check.law.expedited_without_reason import REASON
from wellfounded.check.prose.request_comes_late import HALF_PAGE
from wellfounded.check.says import amounts, codes, ends, purpose, references
from wellfounded.check.says.plain import phrase
from wellfounded.check.service.no_amount_of_request import COURSE, HOW_MUCH
from wellfounded.check.signature.no_credential import CREDENTIAL
from wellfounded.check.signature.no_letterhead import PAPER
from wellfounded.check.signature.no_peer_to_peer_offer import OFFER
from wellfounded.check.signature.no_way_to_reach import PHONE
from wellfounded.check.view import Line, Prose
from wellfounded.wire.caseless import Caseless

Place = tuple[int, int] | None
Seek = Callable[[Prose], Place]

ASKS = phrase(
    r"\b(?:I|we) (?:\w+ ){0,4}(?:request|ask|appeal|seek|recommend|prescrib\w+|order)(?:ing)?\b",
    r"\bplease (?:approve|authorize|cover|reverse|overturn|grant|accept|send|provide|reconsider)\b",
    r"\b(?:is|are) (?:requested|ordered|recommended)\b",
    r"\b(?:she|he|they|the patient|mr\.? \w+|mrs\.? \w+|ms\.? \w+) (?:needs|requires)\b",
    r"\b(?:order|request|service requested|requested service|item)s?:",
    r"\b(?:letter of medical necessity|prior authorization|request|authorization) (?:for|of)\b",
)
NEED = phrase(r"\b(?:medically necessary|medical necessity|to treat|for the treatment of|alleviate|needed because)\b")
EXAMINED = phrase(
    r"\b(?:examined|seen|saw|evaluated|treat(?:ed|ing)?|under my care|in my care|my patient|follow(?:ed|ing)?|visit"
    r"|evaluation|on (?:exam|examination)|cared? for|at (?:her|his) (?:last )?appointment|my (?:clinic|practice))\b"
)
BECAUSE = phrase(
    r"\b(?:denied|denial|refused|decision|determination|notice)\b[^.]{0,120}\b(?:because|as not|as \w+|reason|states?"
    r"|stated|says?|said|asks?|requires?|cites?)\b",
    r"\b(?:reason (?:given|stated)|stated reason)\b",
)
GIVEN = phrase(r"\b(?:after|since|completed|received|to date|so far|over the (?:past|last))\b[^.]{0,80}\d")
EMPLOYER = phrase(r"\bemployer\s*:?\s*[A-Z]\w+")
SERVED = phrase(
    r"\b(?:dates? of (?:the )?services?|service dates?|DOS|furnished|provided|performed|given|received|delivered"
    r"|dispensed|underwent|infused|implanted|supplied)\b[^.\n]{0,40}$"
)
UNFIT = phrase(  # why another drug will not do
    r"\b(?:less effective|not (?:be |been )?(?:as )?effective|ineffective|inadequate|no response|failed|adverse"
    r"|did not (?:work|respond|help|control|tolerate)|side effects?|contraindicat\w+|intoleran\w+|allerg\w+|harm\w*"
    r"|unsafe|interact\w*)\b"
)
NAMED = re.compile(r"^[ \t]*[A-Z][\w.'-]+(?:[ \t]+[A-Z][\w.'-]+){1,3}[ \t]*(?:,.*)?$", re.MULTILINE)
PARTICIPANT = phrase(r"\b(?:participant|account holder|employee)(?: name)?\s*[:#]?\s*[A-Z]\w+")


def found(pattern: re.Pattern[str] | Caseless, part: str = "") -> Seek:
    """Give a seeker of the first match, in the whole letter or in one part of it."""

    def seek(prose: Prose) -> Place:
        for match in pattern.finditer(prose.flat):
            if not part or prose.layout.part(match.start()) == part:
                return match.span()
        return None

    return seek


def patient(prose: Prose) -> Place:
    """Where the patient is named."""
    if prose.patient is not None:
        return prose.patient.span
    return _reference(prose, "Patient", "Name")


def birth_date(prose: Prose) -> Place:
    """Where the birth date stands."""
    return next((day.span for day in prose.birth_dates), None)


def labelled(*kinds: str) -> Seek:
    """Give a seeker of the first number under one of those labels."""
    return lambda prose: next((each.span for each in prose.labelled if each.kind in kinds), None)


def dated(prose: Prose) -> Place:
    """Where the letter's own date stands; a letter of ours has it as a noun, at its very beginning."""
    if prose.ours is not None:
        return 0, 0
    own = prose.written
    return next((day.span for day in prose.days if own is not None and day.value.earliest() == own), None)


def asks(prose: Prose) -> Place:
    """Where the body asks for something."""
    return next(
        ((line.start + m.start(), line.start + m.end()) for line in prose.body if (m := ASKS.search(line.text))), None
    )


def asks_early(prose: Prose) -> Place:
    """Where the body asks, if within the first half page."""
    place = asks(prose)
    return place if place is not None and place[0] <= prose.layout.body + HALF_PAGE else None


def service(prose: Prose) -> Place:
    """Where the code of the service stands, or a named treatment beside the request."""
    code = next((each.span for each in codes.services(prose.flat)), None)
    asked = asks(prose)
    line = prose.line_at(asked[0]) if asked else None
    named = (n.span for n in prose.agents if line and line.start <= n.span[0] < line.start + len(line.text))
    return code or next(named, None)


def amount(prose: Prose) -> Place:
    """Where a line that asks, or the next, says how much, how often or how long; a thing done once needs no more."""
    once: Place = None
    for line in _asking(prose):
        if each := next(iter((*amounts.lengths(line.text), *amounts.doses(line.text))), None):
            return line.start + each[2][0], line.start + each[2][1]
        if match := ASKS.search(line.text):
            once = once or (line.start + match.start(), line.start + match.end())
    course = any(COURSE.search(line.text) for line in _asking(prose))
    return None if course else once


def length(prose: Prose) -> Place:
    """Where a length of time, or two days that bound one, stands in a line that asks."""
    for line in _asking(prose):
        for each in amounts.lengths(line.text):
            if each.unit in "dwmy":
                return line.start + each.span[0], line.start + each.span[1]
        days = [day for day in prose.days if line.start <= day.span[0] < line.start + len(line.text)]
        if len(days) > 1:
            return days[0].span[0], days[-1].span[1]
    return None


def diagnosis(prose: Prose) -> Place:
    """Where a diagnosis code stands, else where a diagnosis is named."""
    code = next((each.span for each in codes.icd10(prose.flat)), None)
    return code or found(DIAGNOSIS)(prose)


def diagnosis_code(prose: Prose) -> Place:
    """Where a diagnosis code stands."""
    return next((each.span for each in codes.icd10(prose.flat)), None)


def severity(prose: Prose) -> Place:
    """Where a score, a value or a grade stands."""
    return next((each.span for each in prose.measured), None) or found(GRADE, "body")(prose)


def trial(prose: Prose) -> Place:
    """Where a named treatment is told with how it ended."""
    return next((claim.span for claim in ends.claims(prose)), None)


def whole_trial(prose: Prose) -> Place:
    """Where one line tells a named treatment with its dose, its length and its end."""
    for claim in ends.claims(prose):
        line = prose.line_at(claim.span[0])
        near = f"{line.text} {line.after}" if line else ""
        if amounts.doses(near) and amounts.lengths(near):
            return claim.span
    return None


def criterion(prose: Prose) -> Place:
    """Where the body takes up a criterion by its number, or the letter holds a table of them."""
    if prose.ours is not None and any(paragraph.rows for paragraph in prose.ours.paragraphs):
        row = next(row for paragraph in prose.ours.paragraphs for row in paragraph.rows)
        at = prose.text.find(row.requirement)
        return (at, at + len(row.requirement)) if at >= 0 else None
    listed = (line for line in prose.body if SHOWN.search(line.text) or LISTED.match(line.text))
    return next(((line.start, line.start + len(line.text)) for line in listed), None)


def reference(prose: Prose) -> Place:
    """Where a reference stands that the library holds, or any with authors or a body and a year."""
    held = next((each.span for each in references.cited(prose.flat, prose.library)), None)
    return held or found(REFERENCE)(prose)


def consequence(prose: Prose) -> Place:
    """Where the body says what follows without the care, by an event, a function or a number."""
    for line in prose.body:
        without = WITHOUT.search(line.text)
        if without and MEASURED.search(line.text) and not purpose.TURN.search(line.text):
            return line.start + without.start(), line.start + len(line.text)
    return None


def goal(prose: Prose) -> Place:
    """Where the body names a goal or how progress is measured."""
    return found(GOAL, "body")(prose)


def enclosures(prose: Prose) -> Place:
    """Where the enclosures are listed."""
    if prose.ours is not None:
        return (len(prose.text), len(prose.text)) if prose.ours.enclosures else None
    start, end = prose.layout.enclosures
    return (start, end) if start < len(prose.text) else None


def signed(prose: Prose) -> Place:
    """Where a name with what its bearer is stands below the close."""
    if prose.ours is not None:
        signer = prose.ours.signer
        return (len(prose.text), len(prose.text)) if signer.name and signer.credentials else None
    below = found(CREDENTIAL, "close")(prose)
    last = prose.lines[-1] if prose.lines else None  # a letter may end in the name with no word of closing
    match = CREDENTIAL.search(last.text) if last is not None and below is None else None
    return (last.start + match.start(), last.start + match.end()) if last and match else below


def party(prose: Prose) -> Place:
    """Where whoever writes is named below the close, with a credential or without."""
    if prose.ours is not None:
        return (len(prose.text), len(prose.text)) if prose.ours.signer.name else None
    below = (match.span() for match in NAMED.finditer(prose.text) if prose.layout.part(match.start()) == "close")
    return signed(prose) or next(below, None)


def service_date(prose: Prose) -> Place:
    """Where a day stands on which the service was given, under its label or told."""
    return next(
        (day.span for day in prose.days if SERVED.search(prose.flat[max(0, day.span[0] - 60) : day.span[0]])), None
    )


def npi(prose: Prose) -> Place:
    """Where the NPI stands."""
    if prose.ours is not None and prose.ours.signer.npi:
        return len(prose.text), len(prose.text)
    return labelled("npi")(prose)


def phone(prose: Prose) -> Place:
    """Where a telephone number or an address for mail stands."""
    ours = prose.ours
    if ours is not None and (ours.signer.phone or ours.letterhead.phone):
        return len(prose.text), len(prose.text)
    return found(PHONE)(prose)


def letterhead(prose: Prose) -> Place:
    """Where the practice's name, address or number stands above the salutation or below the close."""
    if prose.ours is not None:
        return (0, 0) if prose.ours.letterhead.name else None
    return found(PAPER, "head")(prose) or found(PAPER, "close")(prose)


def urgency(prose: Prose) -> Place:
    """Where the danger of the standard time is certified."""
    for line in prose.body:
        match = REASON.search(line.text)
        if match and purpose.SPEED.search(f"{line.before} {line.text} {line.after}"):
            return line.start + match.start(), line.start + match.end()
    return None


REFERENCE = re.compile(r"\bet al\b[^.]{0,60}\b(?:19|20)\d\d|\((?:19|20)\d\d\)|\bdoi\b|\bPMID\b|\bNCT\d{8}")
offers_call = found(OFFER, "body")
papers = found(purpose.PAPERS, "body")
need = found(NEED)
examined = found(EXAMINED, "body")
answers_reason = found(BECAUSE, "body")
use_so_far = found(GIVEN, "body")
employer = found(EMPLOYER)
participant = found(PARTICIPANT)
others_unfit = found(UNFIT, "body")


def _asking(prose: Prose) -> Iterator[Line]:
    """Give the lines that ask, those after them, and those that plan a course: a frequency and no end."""
    for line in prose.lines:
        planned = HOW_MUCH.search(line.text) and not ends.kinds(line.text) and not PAST.search(line.text)
        if line.part == "head" or ASKS.search(line.text) or ASKS.search(line.before) or planned:
            yield line


def _reference(prose: Prose, *labels: str) -> Place:
    """Where a reference line of a letter of ours bears one of those labels."""
    for label, fact in prose.ours.re if prose.ours else ():
        if label in labels:
            at = prose.text.find(fact.value)
            return (at, at + len(fact.value)) if at >= 0 else None
    return None
