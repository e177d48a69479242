"""What one requirement is decided over: the chart's statements, the case's facts, the days that count."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from wellfounded.match.agents import Agents
from wellfounded.match.passages import source_of
from wellfounded.match.visits import Visit
from wellfounded.match.words import content
from wellfounded.model.basis import Attestation, Basis
from wellfounded.model.case import Case
from wellfounded.model.evidence import Evidence, EvidenceKind


@dataclass(frozen=True, slots=True)
class View:
    """The chart as a decider sees it. *on* is the day of the request; *today* the day this is decided."""

    case: Case
    on: date
    today: date
    evidence: tuple[Evidence, ...]
    passages: tuple[Evidence, ...]
    agents: Agents
    index: Mapping[str, tuple[int, ...]]  # which sentences hold a word: a chart may have a hundred thousand
    visits: tuple[Visit, ...] = ()
    leads: Mapping[str, str] = field(
        default_factory=dict
    )  # what stands over a requirement: "inadequate response to one of"

    def of(self, *kinds: EvidenceKind) -> tuple[Evidence, ...]:
        """Give the chart's statements of these kinds; of every kind where none is named."""
        return tuple(each for each in self.evidence if not kinds or each.kind in kinds)

    @property
    def statements(self) -> Iterator[Evidence]:
        """Everything the chart says: what was read as facts first, then every sentence."""
        yield from self.evidence
        yield from self.passages

    def about(self, words: Iterable[str]) -> Iterator[Evidence]:
        """Give every fact, and the sentences that hold one of these stems, in the order of the chart."""
        yield from self.evidence
        for i in sorted({i for word in words for i in self.index.get(word, ())}):
            yield self.passages[i]

    @property
    def attestations(self) -> tuple[Attestation, ...]:
        """What named people have said for this case."""
        return self.case.attestations

    @property
    def clinician(self) -> str:
        """Who is asked: the recommending clinician by name."""
        name = self.case.practitioner.name
        if name is None:
            return "the prescriber"
        return name.value if name.value.startswith("Dr") else f"Dr. {name.value.split(',')[0]}"

    @property
    def treatment_begins(self) -> date | None:
        """The first day of the requested service, where the request gives one to the day."""
        days = [service.start for service in self.case.services if service.start and service.start.day]
        return min((day.earliest() for day in days), default=None)

    def place(self, evidence: Evidence) -> str:
        """Say where a statement stands: "note-3.txt, p. 1"."""
        quote = source_of(evidence)
        if quote is None:
            return "no source"
        for document in self.case.documents:
            if document.source.id == quote.at.source:
                return f"{document.source.path.rpartition('/')[2]}, p. {quote.at.page}"
        return f"p. {quote.at.page}"

    def birth(self) -> tuple[date, Basis] | None:
        """Give the patient's birth date and whose word it is, or None."""
        fact = self.case.patient.birth_date
        return (fact.value, fact.basis) if fact else None


def index(passages: tuple[Evidence, ...]) -> dict[str, tuple[int, ...]]:
    """Give for every stem the places of the sentences that hold it."""
    found: dict[str, list[int]] = {}
    for i, each in enumerate(passages):
        for word in content(each.statement):
            found.setdefault(word, []).append(i)
    return {word: tuple(places) for word, places in found.items()}
