"""A day that cannot be, or a time given twice, is asked about with the payer's own words and never dropped."""

from dataclasses import replace
from datetime import date

import pytest

from law.building import case
from law.test_the_facts import MARKETS, every_case
from wellfounded import law, read
from wellfounded.packs import Library

LIBRARY = Library()
HEAD = (
    "Harborview Benefit Administrators\nMarch 9, 2026\nMember: Jordan Ellis\nReference number: HB-2026-0311\n\n"
    "NOTICE OF ADVERSE BENEFIT DETERMINATION\n\nWe are unable to approve the request because it is not medically "
    "necessary.\n\n"
)


def told(text, **received):
    paper = read.document("payer/denial.txt", (HEAD + text).encode())
    held = case("erisa_group", reading=read.read(paper), received=received, funding="self_funded")
    return replace(held, documents=(paper,))


def asked(text):
    return [each for each in law.questions(told(text, denial="2026-03-12")) if "Which" in each]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Your appeal must reach us by February 30, 2026.", "February 30, 2026"),
        ("Your appeal must reach us by February 29, 2026.", "February 29, 2026"),
        ("Your appeal must reach us by April 31st.", "April 31st"),
        ("Your appeal must reach us by 31 June 2026.", "31 June 2026"),
        ("Your appeal must reach us by 2/30/2026.", "2/30/2026"),
        ("Your appeal must reach us by 2026-02-30.", "2026-02-30"),
        ("Ihr Widerspruch muss bis zum 30.02.2026 vorliegen.", "30.02.2026"),
        ("Ihr Widerspruch muss bis zum 30. Februar 2026 vorliegen.", "30. Februar 2026"),
    ],
)
def test_a_day_that_does_not_exist_is_asked_about_with_its_sentence(words, day):
    (question,) = asked(words)
    assert f"names {day}, a day that does not exist" in question
    assert words in question


@pytest.mark.parametrize(
    "words",
    [
        "Your appeal must reach us by February 29, 2028.",
        "Your appeal must reach us by February 29.",
        "It was received on 05.21.2026 and on 21.05.2026 and on 12/31/2026.",
        "The guideline is version 2.0.2026, and you may 45 days later ask again.",
        "In May 60 members and in August 90 days of care were reviewed; call 555-0131/2026.",
    ],
)
def test_no_day_that_exists_and_no_number_that_is_no_day_is_doubted(words):
    assert asked(words) == []


def test_two_times_for_one_route_are_shown_with_both_sentences_and_the_earlier_is_safe():
    text = "You may appeal within 60 days after the date of this notice.\n\nYou have 180 days from receipt to appeal.\n"
    (question,) = asked(text)
    assert '"You may appeal within 60 days after the date of this notice."' in question
    assert '"You have 180 days from receipt to appeal."' in question
    found = law.deadlines(told(text, denial="2026-03-12"), date(2026, 3, 20), LIBRARY)
    one = next(each for each in found if each.id == "us/erisa#internal_appeal")
    assert one.safe.value == date(2026, 5, 8)


def test_one_time_said_twice_and_the_times_of_two_routes_are_no_doubt():
    text = (
        "You have 180 days from receipt to appeal.\n\nYou may appeal within 180 days after you receive this notice.\n\n"
        "You may ask for an external review within 4 months after you receive the final decision.\n"
    )
    assert asked(text) == []


def test_a_last_day_before_the_notices_own_is_asked_about():
    question = next(
        each for each in asked("Your appeal must be received by January 5, 2026.") if "before the day" in each
    )
    assert "2026-01-05, is before the day the notice bears, 2026-03-09" in question


@pytest.mark.parametrize(
    ("words", "received", "said"),
    [
        (
            "You may appeal within 60 days after the date of this notice.",
            {"denial": "2026-03-12"},
            "2026-03-09 + 60 days = 2026-05-08",
        ),
        (
            "You may appeal within 60 days after you receive this notice.",
            {"denial": "2026-03-12"},
            "2026-03-12 + 60 days",
        ),
        ("", {"denial": "2026-03-12"}, "Legal date: 2026-03-12 + 180 days = 2026-09-08."),
        ("", {}, "2026-03-09 + 180 days = 2026-09-05."),
    ],
)
def test_a_day_is_shown_as_the_sum_that_gives_it(words, received, said):
    found = law.deadlines(told(words, **received), date(2026, 3, 20), LIBRARY)
    assert any(said in each.counted for each in found if each.whose == "ours")


def test_a_sum_says_where_mail_was_presumed_and_where_a_day_moved():
    mail = case("medicare_advantage", received={"denial_dated": "2026-03-09"})
    (one,) = [each for each in law.deadlines(mail, date(2026, 3, 20), LIBRARY) if each.level == "reconsideration"]
    assert one.counted.startswith("Legal date: 2026-03-09 + 5 days of mail + 60 days = 2026-05-13.")
    rolled = case("erisa_group", received={"final_denial": "2026-03-12"}, funding="self_funded")
    (one,) = [each for each in law.deadlines(rolled, date(2026, 3, 20), LIBRARY) if each.level == "external_review"]
    assert "2026-03-12 + 4 months = 2026-07-12, a Sunday, moved to 2026-07-13" in one.counted


def test_every_day_of_every_market_has_its_sum():
    for market in MARKETS:
        for held in every_case(market, "NY"):
            for each in law.deadlines(held, date(2026, 3, 9), LIBRARY):
                day = each.due or each.safe
                assert day is None or f"= {day.value.isoformat()[:10]}" in each.counted or "moved to" in each.counted
