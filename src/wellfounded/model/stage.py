"""At which stage a case stands: what its latest refusal is the answer to."""

from datetime import date

from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS, Kind, Reading, Window

FIRST, FINAL, OUTSIDE = "denial", "final_denial", "independent_review_decision"
APPEALED = "appeal_denial"  # the answer to a first appeal, where the notice offers a second one to the plan
# What a notice is, by the level at which it says it was decided.
LEVELS = {
    "initial": FIRST,
    "first_appeal": FINAL,
    "reconsideration": FINAL,
    "redetermination": FINAL,
    "second_appeal": FINAL,
    "final_internal": FINAL,
    "external_review": OUTSIDE,
}
ANSWERS = ("first_appeal", "reconsideration", "redetermination")  # after these the plan may offer a second appeal
# There a reconsideration is decided by an outside entity: 42 CFR 405.960 and 423.600.
OUTSIDE_RECONSIDERATION = ("medicare_original", "medicare_dmepos", "medicare_part_d")


def noticed(case: Case) -> tuple[str, ...]:
    """Say which event the latest refusal in payer/ is: a first denial, the plan's last word, a review's decision.

    The level that the notice itself states decides, unless a person entered otherwise: `received.denial_dated` with
    the notice's own date says that it is the first denial, `received.final_denial` that it is the final one. The
    answer to a first appeal that offers a second is APPEALED first and, as the second may be voluntary, perhaps FINAL.
    """
    entered = dict(case.received)
    reading = case.reading(*REFUSALS)
    bears = dated(reading)
    final, first = entered.get(FINAL), entered.get(FIRST)
    if final is not None:
        return (FIRST,) if first is not None and bears is not None and bears.value <= first.value else (FINAL,)
    said = entered.get(f"{FIRST}_dated")
    if reading is None or (said is not None and bears is not None and said.value == bears.value):
        return (FIRST,)
    level = reading.text("level")
    market = market_of(case)
    if level == "reconsideration" and market is not None and market.value in OUTSIDE_RECONSIDERATION:
        return (OUTSIDE,)
    return (APPEALED, FINAL) if level in ANSWERS and _offers_another(reading) else (LEVELS.get(level, FIRST),)


def _offers_another(reading: Reading) -> bool:
    windows = (field.value for field in reading.all("appeal_window"))
    return any(isinstance(window, Window) and window.route == "appeal" for window in windows)


def dated(reading: Reading | None) -> Fact[date] | None:
    """Give the date a document bears, or None where it was not read or is not known to the day."""
    field = reading.first("notice_date") if reading else None
    if field is None:
        return None
    if isinstance(field.value, date):
        return Fact(field.value, field.basis)
    try:
        return Fact(date.fromisoformat(str(field.value)), field.basis)
    except ValueError:  # a date known only to the month counts no days
        return None


def market_of(case: Case) -> Fact[str] | None:
    """Give the coverage's market id with its basis, as entered or else as the notice says it, or None."""
    if case.coverage.market is not None and case.coverage.market.value:
        return case.coverage.market
    reading = case.reading(*REFUSALS, Kind.PEND, Kind.INFORMATION_REQUEST)
    field = reading.first("plan_market") if reading else None
    return Fact(str(field.value), field.basis) if field else None
