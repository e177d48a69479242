"""The fewest questions whose answers would settle which law governs and what day counts."""

from collections.abc import Iterator

from wellfounded.law.doubts import doubts, sentence
from wellfounded.law.events import first_refusal, happened
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS, Reading
from wellfounded.model.stage import ANSWERS, FINAL, FIRST, dated, market_of, noticed

INSURED_OR_NOT = ("erisa_group", "aca_nongrandfathered")
BY_STATE = ("aca_individual", "aca_nongrandfathered", "medicaid_managed_care", "medicaid_ffs", "chip", "workers_comp")


def questions(case: Case) -> tuple[str, ...]:
    """Give what to ask, in the order in which an answer changes most; empty where nothing is missing."""
    return tuple(_questions(case))


def _questions(case: Case) -> Iterator[str]:
    market = market_of(case)
    if market is None:
        yield (
            "What kind of coverage is this: an employer's plan, a policy bought by the family, Medicare, Medicaid, "
            "another public program, or a plan outside the United States? The plan's documents or the card say so; "
            "enter coverage.market."
        )
    else:
        yield from _of_the_plan(case, market.value)
    reading = case.reading(*REFUSALS)
    if reading is not None:
        yield from _of_the_notice(case, reading)
    elif happened(case, FIRST).known and happened(case, FIRST).dated is None:
        yield "What date does the notice bear? No refusal was read in a paper; enter received.denial_dated."
    yield from doubts(case)


def _of_the_plan(case: Case, market: str) -> Iterator[str]:
    coverage = case.coverage
    reading = case.reading(*REFUSALS)
    stated = reading.text("plan_market") if reading else ""
    if stated and stated != market:
        yield f"case.yaml says the coverage is {market}, the notice says {stated}: which is right?"
    if market in INSURED_OR_NOT and coverage.funding is None:
        yield (
            "Does the employer pay the claims itself (self-funded) or does an insurer (fully insured)? The summary "
            "plan description says so, and the employer's benefits office knows; enter coverage.funding."
        )
    insured = coverage.funding is not None and coverage.funding.value == "fully_insured"
    if coverage.state is None and (market in BY_STATE or insured):
        yield "In which state was the policy issued, or is the program run? Enter coverage.state."


def _of_the_notice(case: Case, reading: Reading) -> Iterator[str]:
    yield from _level(case, reading)
    event = happened(case, noticed(case)[0])
    if event.received is None:
        name = noticed(case)[0] if first_refusal(case) else FIRST
        yield f"On what day was the notice received? The envelope or fax line shows it; enter received.{name}."
    if event.dated is None:
        yield "What date does the notice bear? It could not be read."


def _level(case: Case, reading: Reading) -> Iterator[str]:
    """Let a person gainsay that the notice answers an appeal: a first denial so misread would lose its own appeal."""
    field = reading.first("level")
    if field is None or field.value not in ANSWERS or FIRST in noticed(case):
        return
    if any(name in {FINAL, f"{FIRST}_dated"} for name, _ in case.received):
        return
    day = dated(reading)
    yield (
        f'The notice is read as the answer to an appeal: "{sentence(case, field.basis)}". If it is the first denial, '
        f"enter {f'received.denial_dated: {day.value}' if day else 'its date as received.denial_dated'}."
    )
