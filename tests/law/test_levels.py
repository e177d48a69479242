"""No level is offered before the one whose answer opens it, and each that was asked for is known to be."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest

from law.building import WORD, case, notice
from wellfounded import law
from wellfounded.law.levels import ANSWERED, BEFORE, LEVELS, chain, level_of, named
from wellfounded.law.order import clock_of
from wellfounded.model.basis import Fact
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack

LIBRARY = Library()
DATED = date(2026, 3, 9)
ENTERED = Fact(date(2026, 3, 16), WORD)
CLOCKS = [(f"{id_}#{name}", clock) for id_, pack in LIBRARY.all(LawPack) for name, clock in pack.deadlines.items()]
MARKETS = sorted({market for _, pack in LIBRARY.all(LawPack) for market in pack.governs.markets})
BY_STATE = ("NY", "CA", "TX", "FL", "MI", "PA", "IL")
# What nobody's answer opens: it happens to a person, or a person does it without having been refused.
STARTS = {
    *("denial", "denial_abroad", "request", "complete_request", "formulary_denial", "incident", "conduct", "discharge"),
    *("bill", "out_of_network_claim", "records_request", "amendment_request", "step_exception_request", "petition"),
    *("prescriber_statement", "information_request", "urgent_information_request", "step_exception_review_request"),
}


def cases(market):
    """Give first and later denials with and without their dates, in states whose law differs."""
    for state in BY_STATE:
        for funding in ("self_funded", "fully_insured"):
            for level in (None, "first_appeal", "final_internal", "external_review"):
                for dated in (True, False):
                    fields = {"level": level} if level else {}
                    reading = notice(**fields, **({"notice_date": DATED} if dated else {}))
                    received = {"denial": DATED + timedelta(days=3)} if dated else {}
                    yield case(market, reading=reading, received=received, state=state, funding=funding)


def steps(held, on):
    found = law.deadlines(held, on, LIBRARY)
    return found, law.routes(held, found, law.rights(held, on, LIBRARY), on, LIBRARY)


@pytest.mark.parametrize("market", MARKETS)
@pytest.mark.parametrize("on", [date(2026, 3, 20), date(2026, 6, 20), date(2028, 3, 1)])
def test_no_level_is_offered_before_the_one_whose_answer_opens_it(market, on):
    for held in cases(market):
        found, listed = steps(held, on)
        after = {each.level: clock.after for each in found if (clock := clock_of(each, LIBRARY))}
        order = [step.id for step in listed if step.id in after]
        for earlier, later in combinations(order, 2):
            waits = set(level_of(later).answers) & set(chain(after[earlier]))
            assert not waits, f"{earlier} stands before {later}, which opens it"
        waiting = [step for step in listed if step.later]
        assert not listed or not waiting or not listed[0].later or len(waiting) == len(listed)


@pytest.mark.parametrize("market", MARKETS)
def test_what_is_offered_as_open_has_its_event_behind_it(market):
    for held in cases(market):
        found, listed = steps(held, date(2026, 3, 20))
        after = {each.level: clock.after for each in found if (clock := clock_of(each, LIBRARY))}
        for step in listed:
            if step.id in after and not step.later and step.id != "expedited_appeal":
                first = held.readings[0].text("level") == ""
                assert not first or len(chain(after[step.id])) == 1, f"{step.id} is offered after a first denial"


def test_the_second_reconsideration_is_never_the_first_step_after_a_first_denial():
    for on in (date(2026, 3, 20), date(2026, 12, 1)):
        _, listed = steps(case("tricare", reading=notice(), received={}), on)
        ids = [step.id for step in listed]
        assert ids.index("reconsideration") < ids.index("second_reconsideration")
    _, late = steps(case("tricare", reading=notice(notice_date=DATED)), date(2026, 12, 1))
    assert [step.id for step in late][:2] == ["reconsideration", "second_reconsideration"]
    assert [step.later for step in late][:2] == [False, True]


def test_every_level_of_every_pack_says_what_is_entered_once_it_was_asked_for():
    ours = {clock.level for _, clock in CLOCKS if clock.whose == "ours"}
    assert ours - set(LEVELS) == set()
    theirs = {clock.level for _, clock in CLOCKS if clock.whose != "ours"}
    read = {"decision", "decision_special", "appeal_decision", "complaint_response"}  # answered by the payer's papers
    assert theirs - read - set(ANSWERED) == set()


def test_every_event_a_clock_runs_from_is_a_start_or_the_answer_or_request_of_some_level():
    events = {clock.after for _, clock in CLOCKS}
    assert events - STARTS - named() - {"external_review_assignment", "expedited_external_review_assignment"} == set()
    assert all(chain(event)[-1] == "denial" for event in BEFORE)


@pytest.mark.parametrize(
    ("name", "clock"),
    [row for row in CLOCKS if row[1].whose == "ours"],
    ids=[n for n, c in CLOCKS if c.whose == "ours"],
)
def test_a_step_that_was_taken_is_done_and_not_offered_again(name, clock):
    """Whatever is asked for, in every pack: its own event says so."""
    governs = LIBRARY.get(LawPack, name.partition("#")[0]).governs
    since = clock.since or date(2026, 1, 1)
    start = max(since, date(2026, 3, 2)) if clock.until is None else since
    for asked in LEVELS[clock.level].asked:
        received = {clock.after: start, f"{clock.after}_dated": start, asked: start + timedelta(days=5)}
        held = case(
            governs.markets[0],
            reading=notice(notice_date=start) if clock.after == "denial" else None,
            received=received,
            state=governs.states[0] if governs.states else "WI",
            funding="fully_insured" if governs.insured else "self_funded",
            asks="expedited appeal" if "expedited" in clock.when else "",
        )
        on = start + timedelta(days=6)
        mine = [each for each in law.deadlines(held, on, LIBRARY) if each.id == name]
        assert all(each.done is not None and each.done.value == start + timedelta(days=5) for each in mine), asked
        _, listed = steps(held, on)
        others = {each.id for each in law.deadlines(held, on, LIBRARY) if each.level == clock.level and not each.done}
        assert clock.level not in {step.id for step in listed} or others or not mine


def test_a_hearing_that_was_asked_for_is_done():
    received = {"final_denial": "2026-03-12", "final_denial_dated": "2026-03-09", "fair_hearing_request": "2026-04-01"}
    found, listed = steps(case("medicaid_managed_care", received=received), date(2026, 4, 10))
    (one,) = [each for each in found if each.level == "fair_hearing"]
    assert one.done.value == date(2026, 4, 1)
    assert "fair_hearing" not in {step.id for step in listed}


@pytest.mark.parametrize("market", MARKETS)
def test_every_field_a_step_tells_to_enter_is_known_and_ends_that_step(market):
    on, held = date(2026, 3, 20), next(iter(cases(market)))
    _, listed = steps(held, on)
    entered = {step.enter.removeprefix("received.") for step in listed if step.enter}
    told = case(market, received=dict.fromkeys(entered, "2026-03-16"))
    assert not [line for line in law.limits(told, on, LIBRARY) if "is no event" in line]
    for step in listed:
        if step.enter and not step.later and step.id != "await_decision":
            done = replace(held, received=(*held.received, (step.enter.removeprefix("received."), ENTERED)))
            _, after = steps(done, on)
            assert step.does not in {each.does for each in after if not each.later}, step.enter
