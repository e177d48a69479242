"""The patient's own appeal in plain words: what is asked, who ordered it, what was tried, and what is asked for."""

from collections.abc import Iterator
from datetime import date

from wellfounded.model.basis import Basis
from wellfounded.model.evidence import Outcome
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import policyname, service
from wellfounded.write.briefly import brief
from wellfounded.write.diagnosis import basis as diagnosis_basis
from wellfounded.write.diagnosis import named
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import dates, series

RESULT = {
    Outcome.FAILED: "it did not help",
    Outcome.PARTIAL: "it helped only in part",
    Outcome.INTOLERANT: "I could not tolerate it",
}


def write(telling: Telling) -> Told:
    """Write short sentences in the first person; each says no more than the clinician's letter does."""
    opening = Paragraph("patient_words", telling.part.heading, tuple(_opening(telling)))
    tried = tuple(_tried(telling))
    rest = tuple(_points(telling))
    paragraphs = [opening] if opening.sentences else []
    if tried:
        base = next(iter(telling.brief.claims("trial"))).basis
        paragraphs.append(Paragraph("patient_words", "", (sentence("What I have already tried:", *base),)))
        paragraphs.append(Paragraph("patient_words", "", tried, bullets=True))
    if rest:
        paragraphs.append(Paragraph("patient_words", "", rest))
    return Told(tuple(paragraphs))


def _opening(telling: Telling) -> Iterator[Sentence]:
    notice = telling.denial
    when = notice.first("notice_date") if notice is not None else None
    of = f" of {dates.day(when.value)}" if when is not None and isinstance(when.value, date) else ""
    under: list[Basis] = [*service.basis(telling), *([when.basis] if when is not None else [])]
    if telling.case.services:
        yield sentence(f"I am appealing your decision{of} not to approve {service.whole(telling)}", *under)
    who = telling.case.practitioner
    about = named(telling)
    if who.name is not None and about:
        degree = f", {who.credentials.value}" if who.credentials is not None else ""
        text = f"{who.name.value}{degree}, ordered it to treat my {about}"
        yield sentence(text, entered("practitioner.name", who.name), *diagnosis_basis(telling))


def _tried(telling: Telling) -> Iterator[Sentence]:
    for claim in telling.brief.claims("trial"):
        item = claim.evidence[0]
        if item.trial is not None and item.trial.outcome in RESULT:
            yield sentence(f"{brief(item, item.trial)}: {RESULT[item.trial.outcome]}", *telling.dates(item))


def _points(telling: Telling) -> Iterator[Sentence]:
    cited = [claim for claim in telling.brief.claims("payer_cited") if claim.slot("section")]
    if cited:
        places = policyname.places([claim.slot("section") for claim in cited])
        verb = "is" if len(cited) == 1 else "are"
        bases = [basis for claim in cited for basis in claim.basis]
        yield sentence(f"Your letter says that {places} {verb} not shown; the records I am sending answer that", *bases)
        return
    reasons = list(telling.brief.claims("payer_reason"))
    if reasons:
        words = series.series(list(dict.fromkeys(claim.slot("words") for claim in reasons)))
        yield sentence(f"Your letter gives this reason: {words}", *(b for claim in reasons for b in claim.basis))
