"""The steps that the payer's papers give by themselves: to mend, to talk, to answer, to ask what a paper is."""

import re
from collections.abc import Iterator
from datetime import date

from wellfounded.law.calendar import day_of
from wellfounded.law.circumstances import MENDABLE
from wellfounded.law.events import ANSWERED, at_first, happened
from wellfounded.law.language import language
from wellfounded.law.saying import written
from wellfounded.model.basis import Quote
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS, Kind, Reading
from wellfounded.model.document import Document
from wellfounded.model.law import Deadline, Step
from wellfounded.model.stage import dated

# An appeal or new papers that end the offer to talk, as notices say it.
ENDS = re.compile(
    r"[^.]*\b(?:no\s+longer|not\s+(?:be\s+)?(?:available|possible|offered)|ends?|ended|closed|closes|"
    r"before\s+(?:you|an?)\s+\w*\s*appeal|once\s+an?\s+appeal)\b[^.]*\.",
    re.IGNORECASE,
)
ENDERS = re.compile(
    r"\bappeal|\b(?:new|additional|further)\s+(?:clinical\s+)?(?:information|documentation|records)", re.IGNORECASE
)
PAPER = "the payer's paper"
QUESTIONS = (Kind.PEND, Kind.INFORMATION_REQUEST)
SETTLED = (Kind.APPROVAL, Kind.POLICY)
REFUSED = (
    "If it is a refusal all the same, enter the date it bears as received.denial_dated, the day it came as "
    "received.denial, and coverage.market."
)
ASK = "Else ask in writing whether the request is decided, on what ground, and how and by when to object."


def mending(case: Case, deadline: Deadline | None) -> Iterator[Step]:
    """Give the corrected claim where the refusal names something that can be mended, and none was sent."""
    reading = case.reading(*REFUSALS)
    kinds = [field for field in reading.all("reason") if field.value in MENDABLE] if reading else []
    if kinds and not happened(case, "corrected_claim").known:
        yield Step(
            "correct_and_resubmit",
            "send what is missing or correct the code, and ask for a new decision",
            "The refusal names something that can be mended without an argument.",
            (deadline.safe or deadline.due) if deadline else None,
            forecloses="It does not stop the appeal's clock: keep that day.",
            basis=tuple(field.basis for field in kinds),
            enter="received.corrected_claim",
        )


def talk(case: Case, deadline: Deadline | None, on: date) -> Iterator[Step]:
    """Give the call between clinicians while the notice's offer of it lasts, and what the notice says ends it."""
    reading = case.reading(*REFUSALS)
    field = reading.first("peer_to_peer") if reading else None
    if field is None or not at_first(case) or happened(case, "peer_to_peer").known:
        return
    fact = (deadline.safe or deadline.due) if deadline else None
    last = deadline.due or fact if deadline else None
    if last is not None and day_of(last.value) < on:
        return
    quote = _ends(case, field.basis)
    ends = "The notice says what ends the offer: read it before filing." if quote else ""
    yield Step(
        "peer_to_peer",
        "call the plan's reviewer for the peer-to-peer discussion",
        "A call between clinicians may settle the matter in minutes, and it is no appeal.",
        last if fact is not None and day_of(fact.value) < on else fact,
        forecloses=ends or "Some plans end the offer when an appeal or new papers arrive: call before filing.",
        basis=(field.basis, quote) if quote else (field.basis,),
        enter="received.peer_to_peer",
    )


def unread(case: Case, found: tuple[Deadline, ...], on: date) -> Iterator[Step]:
    """Give what to do where no refusal was read: answer the payer's question, or ask what its paper is."""
    held = {document.source.id: document for document in case.documents}
    for reading in sorted(case.readings, key=lambda each: each.text("notice_date"), reverse=True):
        document = held.get(reading.source)
        path = document.source.path if document else PAPER
        if reading.kind in SETTLED or (document and not path.startswith("payer/")):
            continue
        known = _known(reading, language(document.text) if document else "")
        if reading.kind in QUESTIONS and not happened(case, ANSWERED).known:
            yield _answer(reading, document, known, found, on)
        elif reading.kind not in QUESTIONS:
            why = f"It was read as {_article(reading.kind)}, and no refusal was found in it{known}. {REFUSED} {ASK}"
            yield Step(
                "what_is_it",
                f"find out what {path} decides",
                why,
                basis=_ground(reading, document),
                enter="received.denial",
            )
    yield from _waited_for(case, found, on)


def _answer(reading: Reading, document: Document | None, known: str, found: tuple[Deadline, ...], on: date) -> Step:
    path = document.source.path if document else PAPER
    runs = [each for each in found if each.level in ("response", "information") and each.done is None]
    fact = next((fact for each in runs if (fact := each.safe or each.due)), None)
    over = fact is not None and day_of(fact.value) < on
    late = (
        f"Its day, {written(fact.value)}, has passed: send it today and say why it is late. " if fact and over else ""
    )
    return Step(
        "answer_the_question",
        "send the payer what it asks for",
        f"{late}{path} was read as {_article(reading.kind)}{known}: nothing is refused yet. {REFUSED}",
        None if over else fact,
        forecloses="What is not sent may be refused for missing information.",
        basis=_ground(reading, document),
        enter=f"received.{ANSWERED}",
    )


def _waited_for(case: Case, found: tuple[Deadline, ...], on: date) -> Iterator[Step]:
    """Say by when a first request is decided while its time runs."""
    asked = happened(case, "request").received
    runs = [each for each in found if each.level == "decision" and each.whose != "ours" and each.done is None]
    last = max((fact.value for each in runs if (fact := each.due or each.safe)), key=day_of, default=None)
    if asked is not None and last is not None and day_of(last) >= on:
        yield Step(
            "await_decision",
            "wait for the plan's decision",
            f"The request was received on {written(asked.value)}; a decision after {written(last)} is late.",
            basis=tuple(each.citation for each in runs),
            enter="received.denial",
        )


def _ground(reading: Reading, document: Document | None) -> tuple[Quote, ...]:
    """Quote what was read in the paper, else how it begins."""
    begins = re.match(r"\s*(\S[^\n]*)", document.text) if document else None
    quoted = (document.quote(begins.start(1), begins.end(1)),) if document and begins else ()
    return tuple(field.basis for field in reading.fields[:1]) or quoted


def _known(reading: Reading, tongue: str) -> str:
    day = dated(reading)
    parts = (
        f"dated {written(day.value)}" if day else "",
        f"from {reading.text('payer')}" if reading.text("payer") else "",
        f"in {tongue}" if tongue and tongue != "English" else "",
    )
    said = ", ".join(part for part in parts if part)
    return f" ({said})" if said else ""


def _article(kind: Kind) -> str:
    words = {Kind.PEND: "a request still open", Kind.OTHER: "a paper of no known kind"}
    name = kind.value.replace("_", " ")
    return words.get(kind, f"{'an' if name[0] in 'aeiou' else 'a'} {name}")


def _ends(case: Case, offer: Quote) -> Quote | None:
    """Quote the sentence near the offer that says what ends it."""
    try:
        document = case.document(offer.at.source)
    except KeyError:
        return None
    start = max(0, offer.at.start - 200)
    near = document.text[start : offer.at.end + 300]
    found = next((one for one in ENDS.finditer(near) if ENDERS.search(one[0])), None)
    return document.quote(start + found.start(), start + found.end()) if found else None
