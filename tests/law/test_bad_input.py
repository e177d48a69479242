"""Whatever is missing, unknown or contradictory is said in one sentence, and nothing is guessed in its place."""

from dataclasses import replace
from datetime import date

import pytest

from law.building import case, notice
from wellfounded import law
from wellfounded.law.language import WORDS, language
from wellfounded.model.basis import Source, SourceId
from wellfounded.model.document import Document, Page
from wellfounded.packs import Library

LIBRARY = Library()
ON = date(2026, 3, 20)
DATED = date(2026, 3, 9)


def limits(held, on=ON):
    return law.limits(held, on, LIBRARY)


def days(held, on=ON):
    return {(one.due, one.safe) for one in law.deadlines(held, on, LIBRARY)}


def test_a_plain_case_has_no_limits():
    assert limits(case("erisa_group", reading=notice(notice_date=DATED), received={"denial": "2026-03-12"})) == ()


def test_an_unknown_funding_is_asked_and_no_state_law_is_taken_for_granted():
    held = case("erisa_group", reading=notice(notice_date=DATED), received={"denial": "2026-03-12"}, state="NY")
    assert any("self-funded" in question for question in law.questions(held))
    assert not any("us/state" in one.id for one in law.deadlines(held, ON, LIBRARY))


def final(**coverage):
    received = {"final_denial": "2026-03-02", "final_denial_dated": "2026-02-26"}
    return case("erisa_group", received=received, **coverage)


def reviews(held):
    return [one for one in law.deadlines(held, ON, LIBRARY) if one.level == "external_review"]


@pytest.mark.parametrize("state", [None, "NY", "MI", "TX"])
def test_an_unknown_funding_gives_no_legal_day_and_the_earlier_safe_day_of_both_laws(state):
    place = {"state": state} if state else {}
    (one,) = reviews(final(**place))
    both = [*reviews(final(funding="self_funded", **place)), *reviews(final(funding="fully_insured", **place))]
    assert one.due is None
    assert one.safe.value == min(each.safe.value for each in both)
    assert f"= {one.safe.value}" in one.counted
    assert "enter coverage.funding for the legal date" in one.note
    assert reviews(final(funding="self_funded", **place))[0].due is not None


def test_a_missing_day_of_receipt_is_asked_and_gives_no_legal_day():
    held = case("erisa_group", reading=notice(notice_date=DATED))
    assert any("On what day was the notice received" in question for question in law.questions(held))
    assert all(one.due is None for one in law.deadlines(held, ON, LIBRARY))


@pytest.mark.parametrize(
    ("received", "says"),
    [
        ({"denial": "2026-03-02"}, "received.denial is 2026-03-02, before the date the notice bears, 2026-03-09"),
        ({"appeal": "2026-03-01", "appeal_dated": "2026-03-05"}, "received.appeal is 2026-03-01, before the date"),
        ({"denial": "2026-03-12", "final_denial": "2026-03-10"}, "The final denial is said to be of 2026-03-10"),
        ({"denial": "2026-03-12", "appeal": "2026-03-02"}, "The appeal is said to be of 2026-03-02, before the denial"),
        ({"denial": "2026-03-12", "denial_dated": "2026-03-08"}, "the notice reads 2026-03-09"),
    ],
)
def test_dates_that_contradict_each_other_are_named(received, says):
    held = case("erisa_group", reading=notice(notice_date=DATED), received=received)
    assert any(says in line for line in limits(held)), limits(held)


def test_a_slip_of_the_pen_in_an_event_is_named_and_no_known_event_is():
    (line,) = limits(case("erisa_group", received={"denail": "2026-03-12"}))
    assert line == "received.denail is no event that any clock or step knows; perhaps received.denial is meant."
    known = ("denial", "denial_dated", "request_extension", "request_extension_dated", "information_answer")
    assert limits(case("erisa_group", received=dict.fromkeys(known, "2026-03-12"))) == ()


def test_a_notice_of_a_later_day_than_this_one_is_named():
    held = case("erisa_group", reading=notice(notice_date=date(2026, 12, 9)))
    assert limits(held) == ("The notice bears a day after this one, 2026-12-09: check it, and the day of this run.",)


def test_a_decision_before_its_request_belongs_to_another_request():
    held = case("erisa_group", reading=notice(notice_date=DATED), requested="2026-03-16")
    (one,) = [one for one in law.deadlines(held, ON, LIBRARY) if one.level == "decision"]
    assert "It was decided" not in one.note


def test_a_state_with_no_pack_says_what_is_counted_all_the_same():
    held = case("workers_comp", reading=notice(notice_date=DATED), state="ND")
    assert limits(held) == (
        "No pack holds the law of ND for workers comp: nothing is counted but what the notice says.",
    )
    assert law.deadlines(held, ON, LIBRARY) == ()


@pytest.mark.parametrize("market", ["br_ans", "de_pkv", "eu_general"])
def test_a_market_whose_steps_were_read_nowhere_says_so(market):
    (line,) = limits(case(market, reading=notice(notice_date=DATED)))
    assert "read at a source" in line
    assert "Ask the payer in writing" in line


def test_a_state_that_does_not_exist_is_named():
    (line,) = limits(case("aca_individual", state="Penn"))
    assert "'Penn', which is no two-letter code" in line


TEXTS = {
    "French": "Madame, nous avons examiné votre demande et nous ne pouvons pas la prendre en charge, car le traitement "
    "n'est pas prévu dans votre contrat. Vous pouvez contester cette décision par écrit dans un délai de deux mois.",
    "Spanish": "Estimada señora: hemos revisado su solicitud y no podemos aprobar el tratamiento que se pide, porque "
    "no está en la lista de servicios de su plan. Usted puede pedir una apelación en los dos meses que siguen.",
    "German": "Sehr geehrte Frau Brandt, wir haben Ihren Antrag geprüft und können die Kosten der Behandlung nicht "
    "übernehmen. Sie haben das Recht, mit einer Frist von einem Monat den Widerspruch einzulegen, wir helfen dabei.",
    "English": "Dear Ms. Ellis, we have reviewed your request and we are not able to approve it. You have the right to "
    "appeal this decision, and you may ask for the records that we used to make it, for free.",
}


def paper(text, path="payer/notice.txt"):
    source = Source(SourceId("a" * 64), path, "text/plain", 1)
    return Document(source, text, (Page(1, 0, len(text)),))


@pytest.mark.parametrize("name", TEXTS)
def test_a_language_is_known_by_its_small_words(name):
    assert language(TEXTS[name]) == name


def test_every_language_is_written_with_words_and_too_few_say_nothing():
    assert set(TEXTS) <= set(WORDS)
    assert language("Ref. 0042 / 12-B") == ""


@pytest.mark.parametrize(("name", "told"), [("French", True), ("Spanish", True), ("German", False), ("English", False)])
def test_a_notice_in_a_language_no_pack_knows_says_what_to_enter(name, told):
    held = replace(case("erisa_group"), documents=(paper(TEXTS[name]),))
    assert any(f"is in {name}, a language no pack" in line for line in limits(held)) is told


def test_a_chart_may_be_in_any_language():
    assert limits(replace(case("erisa_group"), documents=(paper(TEXTS["French"], "chart/note.txt"),))) == ()


def test_a_date_before_a_rule_began_says_so_and_counts_nothing():
    held = case("erisa_group", reading=notice(notice_date=date(2001, 6, 4)), received={"denial": "2001-06-07"})
    assert any(
        "law/us/erisa holds no text on internal appeal for 2001-06-04, only from 2002-01-01 on" in line
        for line in limits(held)
    )
    assert days(held) <= {(None, None)}


def test_a_rule_that_has_changed_holds_both_its_texts():
    old = case("medicare_part_d", reading=notice(notice_date=date(2024, 5, 6)), received={"denial": "2024-05-08"})
    assert not any("redetermination" in line for line in limits(old, date(2024, 5, 10)))
