"""What matching a requirement against the chart yields."""

from dataclasses import dataclass
from enum import StrEnum

from wellfounded.model.basis import Basis
from wellfounded.model.evidence import Evidence


class Verdict(StrEnum):
    """Three-valued: what is not found is unknown, and unknown is never not met."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Gap:
    """One line that says exactly what to find, chart, order or ask, and of whom."""

    do: str  # find, chart, order, ask
    line: str


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one requirement, with what speaks for it and what speaks against it."""

    requirement: str  # its id
    verdict: Verdict
    supports: tuple[Evidence, ...] = ()
    despite: tuple[Evidence, ...] = ()
    basis: tuple[Basis, ...] = ()  # what else the verdict rests on: case facts, attestations, the policy's own words
    gap: Gap | None = None
    why: str = ""  # one sentence: how the words of the requirement were decided


@dataclass(frozen=True, slots=True)
class Match:
    """Every finding of one policy, and the verdict at its root."""

    policy: str
    root: Verdict
    findings: tuple[Finding, ...]

    def of(self, requirement: str) -> Finding:
        """Give the finding on the requirement of that id; raises KeyError."""
        for finding in self.findings:
            if finding.requirement == requirement:
                return finding
        raise KeyError(requirement)
