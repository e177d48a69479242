"""The patient's own appeal in plain words: what is asked, who ordered it, what was tried, and what is asked for."""

from collections.abc import Iterator
from datetime import date

from wellfounded.model.basis import Basis
from wellfounded.model.evidence import Outcome, Trial
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import policyname, service
from wellfounded.write.briefly import called, long
from wellfounded.write.diagnosis import basis as diagnosis_basis
from wellfounded.write.diagnosis import small
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import doses, quoted, series, terms, tongues

WORDS = {
    "en": {
        "appeal": "I am appealing your decision{of} to say no to this care: {what}",
        "ask": "Please change it and say yes",
        "doctor": "{name} ordered this care for me",
        "illness": "My illness is {about}",
        "tried": "What I have tried so far:",
        "cited": "Your letter says these parts of your rule are not shown: {places}",
        "answer": "The records I am sending answer that",
        "reason": "Your letter gives this reason: {words}",
        Outcome.FAILED: "it did not help",
        Outcome.PARTIAL: "it helped only in part",
        Outcome.INTOLERANT: "I could not stay on it",
    },
    "es": {
        "appeal": "Apelo su decisión{of} de negar esta atención: {what}",
        "ask": "Les pido que la cambien y la aprueben",
        "doctor": "{name} ordenó esta atención para mí",
        "illness": "Mi enfermedad, en las palabras del expediente, es: {about}",
        "tried": "Lo que ya he probado:",
        "cited": "Su carta dice que no se muestran estas partes de su regla: {places}",
        "answer": "Los papeles que mando lo contestan",
        "reason": "Su carta da esta razón, en inglés: {words}",
        Outcome.FAILED: "no me ayudó",
        Outcome.PARTIAL: "me ayudó solo en parte",
        Outcome.INTOLERANT: "no lo pude tolerar",
    },
}
OF = {"en": " of {}", "es": " del {}"}


def write(telling: Telling) -> Told:
    """Write short sentences in the first person; each says no more than the clinician's letter does."""
    opening = tuple(_opening(telling))
    listed = tuple(tried(telling))
    rest = tuple(_points(telling))
    paragraphs = [Paragraph("patient_words", telling.part.heading, opening)] if opening else []
    if listed:
        base = next(iter(telling.brief.claims("trial"))).basis
        lead = sentence(_words(telling)["tried"], *base)
        paragraphs.append(Paragraph("patient_words", "", (lead,)))
        paragraphs.append(Paragraph("patient_words", "", listed, bullets=True))
    if rest:
        paragraphs.append(Paragraph("patient_words", "", rest))
    return Told(tuple(paragraphs))


def _words(telling: Telling) -> dict[str | Outcome, str]:
    return WORDS.get(telling.pack.language, WORDS["en"])


def _opening(telling: Telling) -> Iterator[Sentence]:
    words, tongue = _words(telling), telling.pack.language
    notice = telling.denial
    when = notice.first("notice_date") if notice is not None else None
    of = ""
    if when is not None and isinstance(when.value, date):
        of = OF.get(tongue, OF["en"]).format(tongues.day(when.value, tongue))
    under: list[Basis] = [*service.basis(telling), *([when.basis] if when is not None else [])]
    if telling.case.services:
        what = service.whole(telling) if tongue == "en" else service.plain(telling)
        yield sentence(words["appeal"].format(of=of, what=what), *under)
        yield sentence(words["ask"], *under)
    who = telling.case.practitioner
    if who.name is not None and telling.case.services:
        degree = f", {who.credentials.value}," if who.credentials is not None else ""
        yield sentence(words["doctor"].format(name=f"{who.name.value}{degree}"), entered("practitioner.name", who.name))
    names = [fact.value.display for fact in telling.case.diagnoses if fact.value.display]
    if names:
        about = series.series([small(each) for each in names], tongues.AND.get(tongue, "and"))
        yield sentence(words["illness"].format(about=about), *diagnosis_basis(telling))


def tried(telling: Telling) -> Iterator[Sentence]:
    """Say each treatment tried and what came of it, a line each, in the paper's language."""
    words = _words(telling)
    for claim in telling.brief.claims("trial"):
        item = claim.evidence[0]
        if item.trial is not None and item.trial.outcome in words:
            yield sentence(f"{_brief(telling, item.trial)}: {words[item.trial.outcome]}", *telling.dates(item))


def _brief(telling: Telling, trial: Trial) -> str:
    """Say agent, dose and length in the paper's language."""
    tongue = telling.pack.language
    dose = doses.dose(trial.dose) if trial.dose is not None else ""
    often = tongues.frequency(trial.frequency, tongue) if dose else ""
    length = long(trial) if tongue == "en" else tongues.length(trial.duration, tongue)
    inside = ", ".join(part for part in (f"{dose} {often}".strip(), length) if part)
    name = terms.term(called(trial), tongue)
    return f"{name} ({inside})" if inside else name


def _points(telling: Telling) -> Iterator[Sentence]:
    words, last = _words(telling), tongues.AND.get(telling.pack.language, "and")
    cited = [claim for claim in telling.brief.claims("payer_cited") if claim.slot("section")]
    bases = [basis for claim in cited for basis in claim.basis]
    if cited:
        places = series.series([policyname.cited(claim) for claim in cited], last)
        yield sentence(words["cited"].format(places=places), *bases)
        yield sentence(words["answer"], *bases)
        return
    reasons = list(telling.brief.claims("payer_reason"))
    if reasons:
        said = list(dict.fromkeys(quoted.marked(quoted.clean(claim.slot("words"))) for claim in reasons))
        held = [basis for claim in reasons for basis in claim.basis]
        yield sentence(words["reason"].format(words=series.series(said, last)), *held)
