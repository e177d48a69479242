"""Every fact of the research is in a pack or in the list of what was left out, and tiers decide what computes."""

from datetime import date, timedelta

import pytest
import yaml

from law.building import case, notice
from wellfounded import law
from wellfounded.law.count import COMPUTES
from wellfounded.packs import Library
from wellfounded.packs.schema.administrator import AdministratorPack
from wellfounded.packs.schema.checklist import ChecklistPack
from wellfounded.packs.schema.law import LawPack

LIBRARY = Library()
PACKS = dict(LIBRARY.all(LawPack))
RULES = [
    (f"{id_}#{name}", rule)
    for id_, pack in PACKS.items()
    for held in (pack.deadlines, pack.rights, pack.routes, pack.items, pack.terms, pack.rules, pack.contacts)
    for name, rule in held.items()
]
RULES += [
    (f"{id_}#{name}", rule)
    for id_, pack in LIBRARY.all(AdministratorPack)
    for held in (dict(enumerate(pack.asks)), pack.items, pack.terms)
    for name, rule in held.items()
]
RULES += [(f"{id_}#{n}", rule) for id_, pack in LIBRARY.all(ChecklistPack) for n, rule in enumerate(pack.asks)]
CLOCKS = [(f"{id_}#{name}", clock) for id_, pack in PACKS.items() for name, clock in pack.deadlines.items()]
MARKETS = sorted({market for pack in PACKS.values() for market in pack.governs.markets})
STATES = sorted({state for pack in PACKS.values() for state in pack.governs.states})


def facts_of(rule):
    yield rule.fact
    yield from getattr(rule, "see", ())
    if getattr(rule, "presumed_receipt", None):
        yield rule.presumed_receipt.fact
    for part in (getattr(rule, "extension", None), getattr(rule, "stands_still", None)):
        if part is not None:
            yield part.fact
    for override in getattr(rule, "overrides", ()):
        yield override.fact


def test_every_fact_is_in_a_pack_or_left_out_with_its_reason(root):
    known = set((root / "tests/law/facts.txt").read_text().split())
    left = yaml.load((root / "tests/law/left_out.yaml").read_text(), yaml.CSafeLoader)
    since = yaml.load((root / "tests/law/read_since.yaml").read_text(), yaml.CSafeLoader)
    packed = {fact for _, rule in RULES for fact in facts_of(rule)}
    assert packed | set(left) == known | set(since)
    assert known & set(since) == set()
    assert packed & set(left) == set()
    assert all(left.values())


def test_every_rule_names_its_authority_its_tier_and_its_day():
    assert [name for name, rule in RULES if not getattr(rule, "cite", "contact").strip()] == []
    assert [name for name, rule in RULES if rule.as_of > date(2026, 12, 31)] == []
    signed = [rule.reviewed_by for _, rule in RULES if getattr(rule, "reviewed_by", None)]
    assert all("," in name for name in signed), "a signature names a person and the licence"


def test_every_override_ends_and_moves_the_day_later():
    for name, clock in CLOCKS:
        for override in clock.overrides:
            assert override.start <= override.to < override.due, name


def every_case(market, state):
    start = date(2026, 3, 2)
    events = {clock.after for _, clock in CLOCKS} | {"denial"}
    entered = {event: start for event in events if event not in {"final_denial", "request"}}
    for funding in ("self_funded", "fully_insured"):
        for asks in ("appeal", "expedited appeal"):
            yield case(
                market,
                reading=notice(notice_date=start),
                received=entered,
                requested=start - timedelta(days=30),
                asks=asks,
                funding=funding,
                state=state,
            )
            yield case(
                market,
                reading=notice(notice_date=start, level="final_internal"),
                received=entered,
                funding=funding,
                state=state,
            )


@pytest.mark.parametrize("market", MARKETS)
def test_no_rule_from_memory_computes_and_none_from_a_secondary_source_gives_a_legal_date(market):
    for state in STATES if market in {"aca_individual", "workers_comp"} else ("PA", "FL", "MI"):
        for held in every_case(market, state):
            for deadline in law.deadlines(held, date(2026, 3, 9), LIBRARY):
                tier = deadline.citation.tier
                assert tier in {*COMPUTES, "secondary", "memory"}
                assert deadline.due is None or tier in COMPUTES
                assert deadline.safe is None or tier != "memory"
                assert tier in COMPUTES or deadline.unverified


@pytest.mark.parametrize("market", MARKETS)
def test_a_letter_claims_only_what_was_read_at_its_source(market):
    for state in ("PA", "TX", "MI"):
        for held in every_case(market, state):
            for right in law.rights(held, date(2026, 3, 9), LIBRARY):
                assert right.citation.tier in COMPUTES
                assert right.says[0].isupper()
                assert not right.says.endswith(".")
                assert right.citation.authority


def test_the_ids_of_deadlines_are_unique_in_every_case():
    for market in MARKETS:
        for held in every_case(market, "TX"):
            ids = [deadline.id for deadline in law.deadlines(held, date(2026, 3, 9), LIBRARY)]
            assert len(ids) == len(set(ids))
