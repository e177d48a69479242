"""The case as the rules compare a letter with it: names, numbers, days, trials and scores, each looked up once."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from wellfounded.check.says import (
    agents,
    amounts,
    codes,
    days,
    ends,
    fields,
    figures,
    findings,
    measures,
    people,
    sides,
)
from wellfounded.check.says.phrasebook import Phrasebook, words
from wellfounded.check.says.plain import MARKS
from wellfounded.check.says.sides import PART, Side
from wellfounded.check.shows.passages import Passage, passages
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.coding import Coding, PartialDate
from wellfounded.model.determination import REFUSALS, Reading
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence, EvidenceKind, Outcome, Trial
from wellfounded.packs import Library

MEASURED = {EvidenceKind.SCORE, EvidenceKind.LAB, EvidenceKind.VITAL}


@dataclass(frozen=True)
class Chart:
    """One case, indexed; every answer is empty where the case says nothing, and a rule is then silent."""

    case: Case
    library: Library

    @property
    def name(self) -> str:
        """The patient's name, or nothing."""
        return self.case.patient.name.value if self.case.patient.name else ""

    @property
    def birth_date(self) -> date | None:
        """The patient's birth date."""
        return self.case.patient.birth_date.value if self.case.patient.birth_date else None

    @property
    def sex(self) -> str:
        """Female, male, or nothing where it is neither or not known."""
        sex = self.case.patient.sex.value.lower() if self.case.patient.sex else ""
        return {"f": "female", "m": "male", "woman": "female", "man": "male"}.get(sex, sex if sex in SEXES else "")

    @cached_property
    def entered(self) -> str:
        """What a person entered of the case, as text."""
        case = self.case
        facts = [
            getattr(part, name)
            for part in (case.patient, case.coverage, case.practitioner, case.practice)
            for name in part.__slots__
        ]
        told = [fact.value for fact in facts if isinstance(fact, Fact)]
        told += [line for part in (case.patient, case.practice) for line in part.address]
        for service in case.services:
            told += [service.description.value, service.frequency, service.duration, service.start, service.end]
            told += [service.quantity, service.coding.code if service.coding else ""]
        told += [fact.value.display for fact in case.diagnoses]
        told += [fact.value for _, fact in case.received] + ([case.requested.value] if case.requested else [])
        told += [item.says for item in case.attestations] + [own.text for own in case.paragraphs]
        return "\n\n".join(str(each) for each in told if each).translate(MARKS)

    @cached_property
    def notes(self) -> str:
        """The text of the chart's notes, structured data left out (the evidence holds those), and what was entered."""
        held = [
            _text(document) for document in self.case.documents if _of(document, "chart/") and not _structured(document)
        ]
        return "\n\n".join([*held, self.entered])

    @cached_property
    def everything(self) -> str:
        """The text of every document and what was entered."""
        return "\n\n".join([*(_text(document) for document in self.case.documents), self.entered])

    @cached_property
    def payer(self) -> str:
        """The text of the plan's letters."""
        return "\n\n".join(_text(document) for document in self.case.documents if _of(document, "payer/"))

    @cached_property
    def plan(self) -> str:
        """The text of the plan's letters and policies, on one line."""
        held = [_text(document) for document in self.case.documents if not _of(document, "chart/")]
        return " ".join(" ".join(held).split())

    @cached_property
    def spoken(self) -> str:
        """Every word of the case, one space between: to find a quotation however its lines broke."""
        return " ".join(word.lower for word in words(self.everything))

    @cached_property
    def refusal(self) -> Reading | None:
        """The plan's latest refusal, as read."""
        return self.case.reading(*REFUSALS)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the case, in lower case."""
        return frozenset(word.lower for word in words(self.everything)) | frozenset(people.tokens(self.name))

    @cached_property
    def names(self) -> frozenset[str]:
        """Every word of the patient's own names, as entered, on the plan's letters and at the head of the notes."""
        read = [str(field.value) for reading in self.case.readings for field in reading.all("patient_name")]
        shown = [person.name for person in people.people(f"{self.notes}\n{self.payer}") if person.how == "label"]
        return frozenset(word for name in (self.name, *read, *shown) for word in people.tokens(name))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Every word that stands with a capital in the case, in lower case: all names of people are among them."""
        told = words(self.everything)
        return frozenset(word.lower for word in told if word.raw[:1].isupper()) | self.names

    @cached_property
    def days(self) -> frozenset[PartialDate]:
        """Every date the case holds, at its precision."""
        found = {day.value for day in days.days(self.everything.replace("\n", " "))}
        for item in self.case.evidence:
            found |= {day for day in (item.on, item.written) if day is not None}
            if item.trial is not None:
                found |= {day for day in (item.trial.start, item.trial.stop) if day is not None}
        found |= {day for service in self.case.services for day in (service.start, service.end) if day is not None}
        return frozenset(found)

    @cached_property
    def trials(self) -> dict[str, tuple[Trial, ...]]:
        """The trials of each ingredient that are the patient's own."""
        held: dict[str, list[Trial]] = defaultdict(list)
        for item in self.case.evidence:
            if item.trial is not None and item.assertion.experiencer == "patient":
                held[agents.base(item.trial.ingredient)].append(item.trial)
        return {name: tuple(found) for name, found in held.items()}

    @cached_property
    def passages(self) -> dict[str, list[Passage]]:
        """Where the notes speak of each ingredient."""
        return passages(self.notes, agents.lexicon(self.library).named(self.notes, loose=True))

    @cached_property
    def agents(self) -> frozenset[str]:
        """Every ingredient the chart names, taken or not."""
        structured = "\n".join(
            _text(document) for document in self.case.documents if _of(document, "chart/") and _structured(document)
        )
        named = {name.ingredient for name in agents.lexicon(self.library).named(structured)}
        return frozenset(named | set(self.passages) | set(self.trials))

    @cached_property
    def requested(self) -> frozenset[str]:
        """Every ingredient that the case asks for: its amounts are the request's, not a trial's."""
        asked = "\n".join(service.description.value for service in self.case.services)
        return frozenset(name.ingredient for name in agents.lexicon(self.library).named(asked))

    def doses(self, ingredient: str) -> frozenset[tuple[float, str]]:
        """Every dose the case gives with *ingredient*, in mg where it is a mass."""
        found = {
            (dose.value, dose.unit)
            for passage in self.passages.get(ingredient, ())
            for dose in amounts.doses(passage.after)
        }
        for trial in self.trials.get(ingredient, ()):
            if trial.dose is not None:
                found |= {(dose.value, dose.unit) for dose in amounts.doses(str(trial.dose))}
        return frozenset(found)

    def lengths(self, ingredient: str) -> tuple[amounts.Length, ...]:
        """Every length of time the case gives with *ingredient*: as stated, and from each pair of its dates."""
        found: list[amounts.Length] = []
        for passage in self.passages.get(ingredient, ()):
            found += amounts.lengths(passage.after)
            found += _between(tuple(day.value for day in days.days(passage.after)))
        for trial in self.trials.get(ingredient, ()):
            if trial.duration is not None:
                found += amounts.lengths(str(trial.duration))
            found += _between(tuple(day for day in (trial.start, trial.stop) if day is not None))
        return tuple(found)

    @cached_property
    def sessions(self) -> frozenset[float]:
        """Every count of sessions or visits the case gives."""
        return frozenset(length.value for length in amounts.lengths(self.notes) if length.unit == "s")

    def measured(self, text: str) -> tuple[measures.Measured, ...]:
        """Give every number of *text* said of a measure, those that only this chart names among them."""
        return tuple(measures.measured(text, self.measures))

    @cached_property
    def values(self) -> dict[str, frozenset[float]]:
        """Every number the case gives for each measure."""
        held: dict[str, set[float]] = defaultdict(set)
        for found in measures.measured(self.notes, self.measures):
            held[found.name].add(found.value)
        for item in self._measured:
            if item.value is not None:
                held[measures.key(item.name)].add(item.value.value)
        return {name: frozenset(numbers) for name, numbers in held.items()}

    @cached_property
    def figures(self) -> frozenset[float]:
        """Every number of the case, whatever it counts."""
        read = {item.value.value for item in self.case.evidence if item.value is not None}
        return figures.numbers(self.everything) | read

    @cached_property
    def measures(self) -> tuple[str, ...]:
        """The measures the chart names that no table of ours does."""
        named = {item.name for item in self._measured if 2 < len(item.name) < 40}
        return tuple(sorted(name for name in named if not measures.known(name)))

    @property
    def _measured(self) -> tuple[Evidence, ...]:
        return tuple(item for item in self.case.evidence if item.kind in MEASURED)

    @cached_property
    def _denied(self) -> frozenset[str]:
        return frozenset(found.name for found in findings.denied(self.notes))

    @cached_property
    def denials(self) -> Phrasebook[str]:
        """Every finding the notes deny, by its words, singular and plural."""
        forms = [(form, name) for name in self._denied for form in (name, f"{name}s", *findings.spoken(name))]
        return Phrasebook.of(forms)

    def denies(self, name: str) -> bool:
        """Whether the notes deny that finding anywhere."""
        return name in self._denied

    def affirms(self, name: str) -> bool:
        """Whether the notes say anywhere that the patient has it: undenied, unhypothetical, not of the family."""
        if name not in self._affirmed:
            self._affirmed[name] = any(
                findings.affirmed(self.notes, start, end)
                for _, start, end in Phrasebook.of([(f, "") for f in (name, f"{name}s", *findings.spoken(name))]).find(
                    self.notes
                )
            )
        return self._affirmed[name]

    @cached_property
    def _affirmed(self) -> dict[str, bool]:
        return {}

    def endings(self, ingredient: str) -> frozenset[str]:
        """Every kind of ending the case gives to *ingredient*, in the notes or as read."""
        told = {kind for passage in self.passages.get(ingredient, ()) for kind in ends.kinds(passage.around)}
        return frozenset(
            told | {ENDINGS[trial.outcome] for trial in self.trials.get(ingredient, ()) if trial.outcome in ENDINGS}
        )

    def tried(self, ingredient: str) -> bool:
        """Whether the notes tell *ingredient* as taken, in words that nothing near denies."""
        return any(
            ends.kinds(passage.around) & {ends.NO_EFFECT, ends.HELPED} for passage in self.passages.get(ingredient, ())
        )

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """Every side of a body part the case speaks of."""
        return tuple(sides.sides(f"{self.notes}\n\n{self.payer}"))

    def speaks_of(self, part: str) -> bool:
        """Whether any word of the case names that part of the body."""
        return any(word in self.words for word, of in PART.items() if of == part)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every labelled number of the case, letters and digits alone."""
        read = [
            str(field.value)
            for reading in self.case.readings
            for field in reading.fields
            if isinstance(field.value, str)
        ]
        cover = self.case.coverage
        told = [fact.value for fact in (cover.member_id, cover.group) if fact is not None]
        return frozenset(fields.compact(value) for value in (*read, *told) if any(c.isdigit() for c in value))

    @cached_property
    def squeezed(self) -> str:
        """Every letter and digit of the case, to find a number however it is spaced."""
        return fields.compact(self.everything)

    @cached_property
    def diagnoses(self) -> frozenset[str]:
        """Every ICD-10-CM code of the case."""
        told = {fact.value.code for fact in self.case.diagnoses}
        told |= {coding.code for coding in self._codings("icd10cm")}
        return frozenset(told | {found.value for found in codes.icd10(self.everything)})

    @cached_property
    def services(self) -> frozenset[str]:
        """Every CPT and HCPCS code of the case."""
        told = {service.coding.code for service in self.case.services if service.coding}
        return frozenset(told | {found.value for found in codes.services(self.everything)})

    def _codings(self, system: str) -> tuple[Coding, ...]:
        evidence = [coding for item in self.case.evidence for coding in item.coding]
        read = [field.value for reading in self.case.readings for field in reading.fields]
        return tuple(each for each in (*evidence, *read) if isinstance(each, Coding) and each.system == system)


SEXES = {"female", "male"}
ENDINGS = {
    Outcome.FAILED: ends.NO_EFFECT, Outcome.PARTIAL: ends.NO_EFFECT, Outcome.INTOLERANT: ends.NOT_BORNE,
    Outcome.EFFECTIVE: ends.HELPED,
}  # fmt: skip


def _between(known: tuple[PartialDate, ...]) -> list[amounts.Length]:
    """Give the time from each of the days to each later one, at the least and at the most their precision allows."""
    found = []
    for first in known:
        for last in known:
            if first.earliest() < last.earliest():
                least = (last.earliest() - first.latest()).days
                most = (last.latest() - first.earliest()).days
                found += [amounts.Length(float(n), "?", (0, 0)) for n in {max(1, least), (least + most) // 2, most}]
    return found


def _text(document: Document) -> str:
    return document.text.translate(MARKS)


def _of(document: Document, folder: str) -> bool:
    return document.source.path.startswith(folder)


def _structured(document: Document) -> bool:
    return "json" in document.source.media or "xml" in document.source.media or document.text.lstrip()[:1] in "{["
