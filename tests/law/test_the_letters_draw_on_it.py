"""What letters invoke exists in the law, and each market gives its appeal what that market has."""

import re
from datetime import date

import pytest

from law.building import case, notice
from wellfounded import law
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack
from wellfounded.packs.schema.letter import LetterPack
from wellfounded.write.intime import APPEALS

LIBRARY = Library()
ON = date(2026, 3, 20)
GIVEN = {name for _, pack in LIBRARY.all(LawPack) for name in pack.rights}
APPEAL = {"qualified_reviewer", "no_deference", "consider_all"}
FILE = {"claim_file", "criteria_free"}

# market: what its first appeal may invoke of APPEAL and FILE, by what was read at its source
MARKETS = [
    ("erisa_group", APPEAL | FILE),
    ("aca_individual", APPEAL | FILE),
    ("aca_nongrandfathered", APPEAL | FILE),
    ("medicare_advantage", {"qualified_reviewer", "no_deference", "criteria_free"}),
    ("medicaid_managed_care", {"qualified_reviewer", "no_deference"} | FILE),
    ("medicare_original", {"no_deference", "consider_all"}),
    ("medicare_dmepos", {"no_deference", "consider_all"}),
    # no right of these was read at its source there: letters claim none
    ("medicare_part_d", set()),
    ("medicaid_ffs", set()),
    ("chip", set()),
    ("fehb", set()),
    ("tricare", set()),
    ("champva", set()),
    ("workers_comp", set()),
    ("workers_comp_federal", set()),
]


@pytest.mark.parametrize(("market", "expected"), MARKETS)
def test_an_appeal_invokes_what_its_market_gives_and_no_more(market, expected):
    held = case(market, reading=notice(notice_date=date(2026, 3, 9)), received={"denial": "2026-03-12"})
    assert {right.id for right in law.rights(held, ON, LIBRARY)} & (APPEAL | FILE) == expected


def test_every_right_a_letter_pack_asks_for_is_given_by_some_law():
    asked = {name for _, pack in LIBRARY.all(LetterPack) for part in pack.parts for name in part.only}
    assert asked - GIVEN == set()


def test_every_right_a_part_of_a_letter_looks_for_is_given_by_some_law(root):
    """A part looks for the first right whose id holds a word: a word that fits no id, or two rights, is a mistake."""
    text = (root / "src/wellfounded/write/parts/records_asked.py").read_text()
    words = set(re.findall(r'"(\w+)"', text[text.index("ASKED = (") : text.index("\n)\n", text.index("ASKED = ("))]))
    assert words <= GIVEN
    assert {word: sorted(name for name in GIVEN if word in name) for word in words} == {word: [word] for word in words}


def test_a_criteria_request_names_the_paragraph_that_gives_the_criteria():
    """Other rights are about criteria too: that a plan must follow Medicare's gives nobody a copy of the plan's own."""
    held = {right.id: right for right in law.rights(case("medicare_advantage"), ON, LIBRARY)}
    assert held["criteria_free"].citation.authority == "42 CFR 422.101(b)(6)(ii)"
    assert held["medicare_criteria"].citation.authority != held["criteria_free"].citation.authority


def test_a_letter_knows_the_appeal_by_the_levels_of_the_packs_and_takes_no_other_day_for_it():
    ours = {
        clock.level for _, pack in LIBRARY.all(LawPack) for clock in pack.deadlines.values() if clock.whose == "ours"
    }
    assert APPEALS - {"appeal"} <= ours  # a notice's own time limit is the level "appeal"
    assert not {"continuation", "information", "fast_appeal", "external_review", "court", "opm_review"} & APPEALS
