"""The fewest questions whose answers would settle which law governs and what day counts."""

from collections.abc import Iterator

from wellfounded.law.applies import market_of
from wellfounded.law.events import happened
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS

INSURED_OR_NOT = ("erisa_group", "aca_nongrandfathered")
BY_STATE = ("aca_individual", "aca_nongrandfathered", "medicaid_managed_care", "medicaid_ffs", "chip", "workers_comp")


def questions(case: Case) -> tuple[str, ...]:
    """Give what to ask, in the order in which an answer changes most; empty where nothing is missing."""
    return tuple(_questions(case))


def _questions(case: Case) -> Iterator[str]:
    market = market_of(case)
    coverage = case.coverage
    if market is None:
        yield (
            "What kind of coverage is this: an employer's plan, a policy bought by the family, Medicare, Medicaid, "
            "another public program, or a plan outside the United States? The plan's documents or the card say so; "
            "enter coverage.market."
        )
        return
    reading = case.reading(*REFUSALS)
    stated = reading.text("plan_market") if reading else ""
    if stated and stated != market.value:
        yield f"case.yaml says the coverage is {market.value}, the notice says {stated}: which is right?"
    if market.value in INSURED_OR_NOT and coverage.funding is None:
        yield (
            "Does the employer pay the claims itself (self-funded) or does an insurer (fully insured)? The summary "
            "plan description says so, and the employer's benefits office knows; enter coverage.funding."
        )
    insured = coverage.funding is not None and coverage.funding.value == "fully_insured"
    if coverage.state is None and (market.value in BY_STATE or insured):
        yield "In which state was the policy issued, or is the program run? Enter coverage.state."
    event = happened(case, "denial")
    if reading is not None and event.received is None:
        yield "On what day was the notice received? The envelope or fax line shows it; enter received.denial."
    if reading is not None and event.dated is None:
        yield "What date does the notice bear? It could not be read."
