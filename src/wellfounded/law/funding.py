"""Where nobody says who pays an employer plan's claims, both laws are counted and neither gives a legal day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wellfounded.law.applies import EMPLOYERS, insured_of
from wellfounded.law.beside import Lawful
from wellfounded.law.calendar import day_of
from wellfounded.law.sums import safe_only
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.stage import market_of
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack

ASK = (
    "It is not known whether the employer or an insurer pays the claims, and the two have different law: enter "
    "coverage.funding for the legal date; until then the earlier day of both is the safe one."
)


def unknown(case: Case) -> bool:
    """Whether the plan is an employer's and nobody has said who pays its claims."""
    market = market_of(case)
    return market is not None and market.value in EMPLOYERS and insured_of(case, market.value) is None


def insured(case: Case) -> Case:
    """Give the case as it would be if an insurer paid, to see what its law would count."""
    market = market_of(case)
    if market is None:
        return case
    return replace(case, coverage=replace(case.coverage, funding=Fact("fully_insured", market.basis)))


def hedged(lawful: tuple[Lawful, ...], other: tuple[Lawful, ...], library: Library) -> Iterator[Lawful]:
    """Give *lawful* with no legal day where its law turns on the funding, and the earlier safe day of both laws."""
    theirs = [each for each, _ in other if each.whose == "ours" and each.safe]
    for deadline, clock in lawful:
        pack = library.get(LawPack, deadline.id.partition("#")[0])
        if pack.governs.insured is None or deadline.whose != "ours":
            yield deadline, clock
            continue
        same = [each for each in (deadline, *theirs) if each.level == deadline.level and each.safe]
        early = min(same, key=lambda each: day_of(each.safe.value) if each.safe else date.max, default=deadline)
        note = f"{ASK} {deadline.note}".strip()
        yield replace(deadline, due=None, safe=early.safe, counted=safe_only(early.counted), note=note), clock
