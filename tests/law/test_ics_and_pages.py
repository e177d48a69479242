"""Deadlines reach a calendar, and every body of law has a page that says what it rests on."""

from datetime import date

from law.building import case, notice
from wellfounded import law
from wellfounded.law.ics import _folded, as_ics
from wellfounded.law.levels import LEVELS
from wellfounded.law.pages import index, page, silent, stale
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack

LIBRARY = Library()
ON = date(2026, 3, 20)


def calendar():
    held = case("erisa_group", reading=notice(notice_date=date(2026, 3, 9)), received={"denial": "2026-03-12"})
    return as_ics(law.deadlines(held, ON, LIBRARY), "a1b2c3", ON)


def test_the_calendar_holds_our_days_on_the_safe_date_and_none_of_the_payers():
    unfolded = calendar().replace("\r\n ", "")
    assert unfolded.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20260905" in unfolded
    assert "DTEND;VALUE=DATE:20260906" in unfolded
    assert "Legal date 2026-09-08" in unfolded
    assert "SUMMARY:Case a1b2c3: file the internal appeal" in unfolded


def test_the_calendar_keeps_to_its_format():
    text = calendar()
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    assert text == calendar()


def test_a_line_is_folded_between_characters_and_not_inside_one():
    line = "DESCRIPTION:" + "Kostenübernahme § " * 20
    assert _folded(line).replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in _folded(line).split("\r\n"))


def plan(on, **received):
    held = case("erisa_group", reading=notice(notice_date=date(2026, 3, 9)), received=received, funding="self_funded")
    return law.as_ics(law.deadlines(held, on, LIBRARY), "a1b2c3", on)


def test_an_event_stands_on_the_legal_day_once_only_the_safe_one_has_passed_and_on_no_day_once_it_is_done():
    assert "DTSTART;VALUE=DATE:20260905" in plan(date(2026, 3, 20), denial="2026-03-12")
    assert "DTSTART;VALUE=DATE:20260908" in plan(date(2026, 9, 7), denial="2026-03-12")
    assert "VEVENT" not in plan(date(2026, 4, 20), denial="2026-03-12", appeal="2026-04-01")


def test_every_pack_has_a_page_that_names_each_authority():
    for id_, pack in LIBRARY.all(LawPack):
        text = page(id_, pack)
        assert text.startswith(f"# {pack.title}\n")
        for clock in pack.deadlines.values():
            assert clock.cite.replace("|", "/") in text


def test_a_number_known_from_memory_only_is_not_printed():
    text = page("us/workers_comp/federal", LIBRARY.get(LawPack, "us/workers_comp/federal"))
    assert "180 days" not in text
    assert "unverified" in text


def test_what_is_older_than_a_year_is_listed_and_today_nothing_is():
    assert stale(LIBRARY, date(2026, 12, 1)) == ()
    assert "us/erisa#internal_appeal" in stale(LIBRARY, date(2027, 12, 1))


def test_what_gives_no_legal_date_says_why():
    reasons = dict(silent(LIBRARY))
    assert reasons["us/workers_comp/federal#hearing"].startswith("known from memory")
    assert reasons["us/medicare_original#redetermination"].startswith("known from a secondary")
    assert reasons["us/medicaid_ffs#fair_hearing"].startswith("a maximum")
    assert reasons["us/state/nj#step_exception"].startswith("known from a secondary")
    assert "us/erisa#internal_appeal" not in reasons


def test_the_index_names_every_pack_says_once_what_it_is_not_and_lists_what_does_not_compute():
    text = index(LIBRARY)
    assert text.count("legal advice") == 1
    assert all(f"({id_}.md)" in text for id_ in LIBRARY.ids("law"))
    assert "0 of them reviewed by a lawyer" in text
    for name, why in silent(LIBRARY):
        assert f"`{name}`: {why}" in text
    assert all(f"* `{event}`: " in text for level in LEVELS.values() for event in (*level.asked, *level.answers))


def test_a_page_says_what_the_table_has_no_room_for():
    text = page("us/medicare_advantage", LIBRARY.get(LawPack, "us/medicare_advantage"))
    assert "Receipt is presumed 5 days after the date" in text
    assert "May be extended once by 14 days (42 CFR 422.568(b)(2))" in text
    late = page("us/state/ny", LIBRARY.get(LawPack, "us/state/ny"))
    assert "Once it has passed: Under New York law (Ins. Law 4904) a late decision counts as a reversal" in late
    moved = page("us/federal_external_review_hhs", LIBRARY.get(LawPack, "us/federal_external_review_hhs"))
    assert "were moved to 2026-10-02" in moved
    assert "moves to the next business day" in moved
    assert "advice" not in text
