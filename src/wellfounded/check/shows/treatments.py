"""What the case shows of each treatment: its doses, how long it was given, how it ended, whether it was taken."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from wellfounded.check.says import agents, amounts, cues, ends
from wellfounded.check.says.plain import phrase
from wellfounded.check.shows.lengths import between, periods
from wellfounded.check.shows.papers import Papers
from wellfounded.check.shows.passages import Passage, passages
from wellfounded.model.evidence import Outcome, Trial
from wellfounded.packs import Library

ENDINGS = {
    Outcome.FAILED: ends.NO_EFFECT, Outcome.PARTIAL: ends.NO_EFFECT, Outcome.INTOLERANT: ends.NOT_BORNE,
    Outcome.EFFECTIVE: ends.HELPED,
}  # fmt: skip


PARTLY = phrase(r"\bpartial(?:ly)?\b|\bin part\b|\bsome (?:relief|benefit|improvement)\b")
WHOLE = phrase(r"\b(?:complete|full|remission|fully|completely|entirely)\b")


@dataclass(frozen=True)
class Treatments:
    """Every treatment of a case by ingredient, from the notes' own words and from what was read of them."""

    papers: Papers
    library: Library

    @cached_property
    def trials(self) -> dict[str, tuple[Trial, ...]]:
        """The trials of each ingredient that are the patient's own."""
        held: dict[str, list[Trial]] = defaultdict(list)
        for item in self.papers.case.evidence:
            if item.trial is not None and item.assertion.experiencer == "patient":
                held[agents.base(item.trial.ingredient)].append(item.trial)
        return {name: tuple(found) for name, found in held.items()}

    @cached_property
    def passages(self) -> dict[str, list[Passage]]:
        """Where the notes speak of each ingredient."""
        return passages(self.papers.notes, self._lexicon.named(self.papers.notes, loose=True))

    @cached_property
    def named(self) -> frozenset[str]:
        """Every ingredient the chart names, taken or not."""
        coded = {name.ingredient for name in self._lexicon.named(self.papers.structured)}
        return frozenset(coded | set(self.passages) | set(self.trials))

    @cached_property
    def requested(self) -> frozenset[str]:
        """Every ingredient that the case asks for: its amounts are the request's, not a trial's."""
        asked = "\n".join(service.description.value for service in self.papers.case.services)
        return frozenset(name.ingredient for name in self._lexicon.named(asked))

    @cached_property
    def sessions(self) -> frozenset[float]:
        """Every count of sessions or visits the case gives, ordered or had."""
        services = self.papers.case.services
        ordered = [service.quantity.value for service in services if service.quantity is not None]
        noted = {length.value for length in amounts.lengths(self.papers.notes) if length.unit == "s"}
        return frozenset({*noted, *ordered, sum(ordered)})

    @cached_property
    def told(self) -> tuple[amounts.Length, ...]:
        """Every length of time the notes tell, of whatever, and those that follow from dates they join."""
        read = [length for name in self.trials for length in self.lengths(name)]
        return (*amounts.lengths(self.papers.notes), *periods(self.papers.notes), *read)

    def doses(self, ingredient: str) -> frozenset[tuple[float, str]]:
        """Every dose the case gives with *ingredient*, in mg where it is a mass."""
        if ingredient not in self._doses:
            self._doses[ingredient] = self._dosed(ingredient)
        return self._doses[ingredient]

    @cached_property
    def _doses(self) -> dict[str, frozenset[tuple[float, str]]]:
        return {}

    def _dosed(self, ingredient: str) -> frozenset[tuple[float, str]]:
        stated = [passage.after for passage in self.passages.get(ingredient, ())]
        stated += [str(trial.dose) for trial in self.trials.get(ingredient, ()) if trial.dose is not None]
        given = {(dose.value, dose.unit) for text in stated for dose in amounts.doses(text)}
        pieces = {(dose.value, dose.unit) for text in stated for dose in amounts.strengths(text)}
        if ingredient in self.requested:  # the amount that is ordered may be told of the drug
            orders = (service.quantity for service in self.papers.case.services if service.quantity is not None)
            pieces |= {(order.value, order.unit) for order in orders}
            named = (service.description.value for service in self.papers.case.services)
            pieces |= {(dose.value, dose.unit) for text in named for dose in amounts.doses(text)}
        return frozenset(given | pieces)

    def lengths(self, ingredient: str) -> tuple[amounts.Length, ...]:
        """Every length of time the case gives with *ingredient*: as stated, and from its first and last day."""
        found: list[amounts.Length] = []
        for passage in self.passages.get(ingredient, ()):
            found += [*amounts.lengths(passage.after), *periods(passage.after)]
        for trial in self.trials.get(ingredient, ()):
            if trial.duration is not None:
                found += amounts.lengths(str(trial.duration))
            if trial.start is not None and trial.stop is not None:
                found += between(trial.start, trial.stop)
        return tuple(found)

    def endings(self, ingredient: str) -> frozenset[str]:
        """Every kind of ending the case gives to *ingredient*; what is told of relatives does not count."""
        if ingredient not in self._endings:
            self._endings[ingredient] = self._ended(ingredient)
        return self._endings[ingredient]

    @cached_property
    def _endings(self) -> dict[str, frozenset[str]]:
        return {}

    def _ended(self, ingredient: str) -> frozenset[str]:
        held = [passage.around for passage in self.passages.get(ingredient, ())]
        told = {kind for text in held if not cues.KIN.search(text) for kind in ends.kinds(text)}
        read = {ENDINGS[trial.outcome] for trial in self.trials.get(ingredient, ()) if trial.outcome in ENDINGS}
        partly = any(trial.outcome == "partial" for trial in self.trials.get(ingredient, ()))
        return frozenset(
            told | read | ({ends.HELPED, ends.NO_EFFECT} if partly else set())
        )  # in part is some and short

    def partly(self, ingredient: str) -> bool:
        """Whether the case says of *ingredient* that it helped in part, and nowhere more."""
        held = [passage.around for passage in self.passages.get(ingredient, ())]
        outcomes = {trial.outcome for trial in self.trials.get(ingredient, ())}
        said = any(PARTLY.search(text) for text in held) or Outcome.PARTIAL in outcomes
        return said and Outcome.EFFECTIVE not in outcomes and not any(WHOLE.search(text) for text in held)

    def tried(self, ingredient: str) -> bool:
        """Whether the notes tell what *ingredient* did, or did not do, for the patient."""
        held = self.passages.get(ingredient, ())
        return any(ends.kinds(passage.around) & {ends.NO_EFFECT, ends.HELPED} for passage in held)

    @property
    def _lexicon(self) -> agents.Lexicon:
        return agents.lexicon(self.library)
