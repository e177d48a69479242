"""What the law gives: days and rights."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from wellfounded.model.basis import Basis, Citation, Fact


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A body of law that governs a coverage, and why it does."""

    id: str  # the pack's id
    title: str
    why: Basis


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day or hour by which something must be done, with the reading that gives it."""

    id: str
    level: str  # internal_appeal, expedited_appeal, external_review, decision, ...
    file: str  # what must be done, in words: "file the internal appeal"
    whose: str  # ours, payer's
    due: (
        Fact[date | datetime] | None
    )  # the legal day; None where only a secondary source gives it or the trigger is unknown
    safe: Fact[date | datetime] | None  # the earliest reading: act by this one
    trigger: str  # what it counts from, in words
    rule: str  # "180 days after receipt of the denial"
    citation: Citation
    unverified: bool = False  # a secondary source: check your notice
    note: str = ""
    counted: str = ""  # the sum that gives the days: "2026-03-12 + 180 days = 2026-09-08."
    done: Fact[date] | None = None  # the day on which it was done, once a person has entered it


@dataclass(frozen=True, slots=True)
class Right:
    """Something a letter may claim in this market."""

    id: str  # claim_file, criteria_free, specific_reason, qualified_reviewer, expedited, external_review, ...
    says: str  # one sentence in our words, as a letter may say it
    citation: Citation
    when: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do next: why, by when, what it needs first and what it forecloses."""

    id: str  # peer_to_peer, correct_and_resubmit, ask_for_the_criteria, a deadline's level, regulator, court
    does: str  # "call the plan's reviewer"
    why: str
    by: Fact[date | datetime] | None = None  # the safe day
    needs: str = ""  # what must have happened before
    forecloses: str = ""
    basis: tuple[Basis, ...] = ()
    later: bool = False  # not open yet: it follows from what comes before it
    enter: str = ""  # the field of case.yaml that says it was done: "received.appeal"


@dataclass(frozen=True, slots=True)
class Stake:
    """What a reversal could change for one party: a range of money in the notice's currency, with its arithmetic."""

    says: str  # "the plan could pay", "the patient would no longer owe"
    low: Fact[Decimal]
    high: Fact[Decimal]
    arithmetic: tuple[str, ...] = ()  # each line a sentence


@dataclass(frozen=True, slots=True)
class Provision:
    """One thing that holds for an expense from a health account: whether it counts, who signs, by when, how much."""

    id: str  # `pack#rule`
    topic: str  # item, counts, signer, timing, validity, amount, keeping, asked
    says: str  # one sentence in our words
    citation: Citation
    unverified: bool = False  # not read at its source: ask the administrator
    until: Fact[date] | None = None  # how long a letter of today is taken
    missing: bool = False  # of what the administrator asks: the case does not hold it
