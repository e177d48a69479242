"""Why that is enough: claims with their grounds, their warrant and what speaks against them (Toulmin)."""

from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.model.basis import Basis, Fact
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Gap


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing the letter asserts. *about* names the part of the letter it belongs to; *slots* are its words.

    *basis* is never empty: a claim without one is not built.
    """

    kind: str  # criterion_met, trial, diagnosis, severity, function, safety, goal, consequence, reference, right, ...
    about: str  # requirement id, reason kind or part of the letter
    basis: tuple[Basis, ...]
    slots: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def slot(self, name: str) -> str:
        """Give one slot's words, or an empty string."""
        return dict(self.slots).get(name, "")


@dataclass(frozen=True, slots=True)
class Argument:
    """One answer to one thing the payer said: a claim, its grounds, the rule between them, and what is against it."""

    answers: str  # the reason kind or requirement id it answers
    claim: Claim
    grounds: tuple[Claim, ...] = ()
    warrant: tuple[Basis, ...] = ()
    despite: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """An honest stop: what is not met, and what could still be done."""

    requirement: str
    says: str
    basis: tuple[Basis, ...]
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """Whether a letter is needed, which kind, and why: each reason in one sentence with what it rests on."""

    letter: str  # yes, no, ask (nothing here decides it: a person must be asked)
    kind: str  # the letter pack's id; empty where none is needed
    why: tuple[Fact[str], ...]
    first: str = ""  # the letter pack's id of what should go before it
    then: tuple[str, ...] = ()  # what else to do or write, in order: letter packs' ids, or a sentence


@dataclass(frozen=True, slots=True)
class Brief:
    """All that is argued in one case, what stops it, what must still be asked, and which requirements stay open."""

    arguments: tuple[Argument, ...] = ()
    stops: tuple[Stop, ...] = ()
    asks: tuple[Gap, ...] = ()
    open: tuple[str, ...] = ()  # ids of requirements the decision turns on and nothing yet shown decides

    def claims(self, *kinds: str) -> Iterator[Claim]:
        """Give every claim of one of *kinds*, grounds and counter-evidence among them, in order and once each."""
        seen: list[Claim] = []
        for argument in self.arguments:
            for claim in (argument.claim, *argument.grounds, *argument.despite):
                if claim.kind in kinds and claim not in seen:
                    seen.append(claim)
        yield from seen
