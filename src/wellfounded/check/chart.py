"""The case as the rules compare a letter with it: names, numbers, days, trials and scores, each looked up once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from wellfounded.check.says import codes, days, fields, people, sides
from wellfounded.check.says.body import PART
from wellfounded.check.says.fields import Labelled
from wellfounded.check.says.sides import Side
from wellfounded.check.shows.denials import Denials
from wellfounded.check.shows.figures import Figures
from wellfounded.check.shows.laws import Laws
from wellfounded.check.shows.papers import Papers
from wellfounded.check.shows.treatments import Treatments
from wellfounded.model.case import Case
from wellfounded.model.coding import Coding, PartialDate
from wellfounded.model.determination import REFUSALS, Reading
from wellfounded.model.stage import market_of
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack

SEXES = {"female": "female", "f": "female", "woman": "female", "male": "male", "m": "male", "man": "male"}
NUMBERED = {"member", "claim", "reference", "authorization"}


@dataclass(frozen=True)
class Chart:
    """One case, indexed; every answer is empty where the case says nothing, and a rule is then silent."""

    case: Case
    library: Library

    @cached_property
    def papers(self) -> Papers:
        """The texts of the case."""
        return Papers(self.case)

    @cached_property
    def treatments(self) -> Treatments:
        """What was taken, how much, how long, and how it ended."""
        return Treatments(self.papers, self.library)

    @cached_property
    def figures(self) -> Figures:
        """Scores, values and every other number."""
        return Figures(self.papers)

    @cached_property
    def denials(self) -> Denials:
        """What the notes deny."""
        return Denials(self.papers.notes)

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
        return SEXES.get(self.case.patient.sex.value.lower(), "") if self.case.patient.sex else ""

    @property
    def market(self) -> str:
        """The market of the plan, as entered or as its notice says, or nothing."""
        known = market_of(self.case)
        return known.value if known else ""

    @cached_property
    def abroad(self) -> bool:
        """Whether the payer's market is of another country than the United States."""
        held = self.library.all(LawPack) if self.market else ()
        homes = {id_.partition("/")[0] for id_, pack in held if self.market in pack.governs.markets}
        return bool(homes) and "us" not in homes

    @property
    def laws(self) -> Laws:
        """The laws as packs, narrowed to this plan where its market is known."""
        state = self.case.coverage.state
        return Laws(self.library, self.market, state.value if state else "")

    @cached_property
    def refusal(self) -> Reading | None:
        """The plan's latest refusal, as read."""
        return self.case.reading(*REFUSALS)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every word of the patient's own names, as entered, on the plan's letters and at the head of the notes."""
        read = [str(field.value) for reading in self.case.readings for field in reading.all("patient_name")]
        shown = [person.name for person in people.labelled(f"{self.papers.notes}\n{self.papers.payer}")]
        return frozenset(word for name in (self.name, *read, *shown) for word in people.tokens(name))

    @cached_property
    def days(self) -> frozenset[PartialDate]:
        """Every date the case holds, at its precision."""
        found: set[PartialDate | None] = {day.value for day in days.days(self.papers.flat)}
        for item in self.case.evidence:
            found |= {item.on, item.written}
            found |= {item.trial.start, item.trial.stop} if item.trial else set()
        found |= {day for service in self.case.services for day in (service.start, service.end)}
        return frozenset(day for day in found if day is not None)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """Every side of a body part the case speaks of."""
        return tuple(sides.sides(f"{self.papers.notes}\n\n{self.papers.payer}"))

    def speaks_of(self, part: str) -> bool:
        """Whether any word of the case names that part of the body."""
        return any(word in self.papers.words for word, of in PART.items() if of == part)

    @cached_property
    def labelled(self) -> tuple[Labelled, ...]:
        """Every number under a label in the papers of the case."""
        return tuple(fields.labelled(self.papers.flat))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every labelled number of the case, letters and digits alone."""
        told = [field.value for reading in self.case.readings for field in reading.fields]
        told += [fact.value for fact in (self.case.coverage.member_id, self.case.coverage.group) if fact is not None]
        told += [found.value for found in self.labelled if found.kind in NUMBERED]
        held = (fields.compact(value) for value in told if isinstance(value, str))
        return frozenset(value for value in held if any(character.isdigit() for character in value))

    @cached_property
    def squeezed(self) -> str:
        """Every letter and digit of the case, to find a number however it is spaced."""
        return fields.compact(self.papers.everything)

    @cached_property
    def diagnoses(self) -> frozenset[str]:
        """Every ICD-10-CM code of the case."""
        told = {fact.value.code for fact in self.case.diagnoses} | self._coded("icd10cm")
        return frozenset(told | {found.value for found in codes.icd10(self.papers.everything)})

    @cached_property
    def services(self) -> frozenset[str]:
        """Every CPT and HCPCS code of the case."""
        told = {service.coding.code for service in self.case.services if service.coding}
        return frozenset(told | {found.value for found in codes.services(self.papers.everything)})

    def _coded(self, system: str) -> set[str]:
        evidence = [coding for item in self.case.evidence for coding in item.coding]
        read = [field.value for reading in self.case.readings for field in reading.fields]
        return {each.code for each in (*evidence, *read) if isinstance(each, Coding) and each.system == system}
