"""The form of a letter: who asks what, each point once, short names, what is asked last, each paper by its name."""

from dataclasses import replace
from datetime import date

import pytest

from letters import note
from wellfounded.argue import argue
from wellfounded.model.basis import Citation, Fact
from wellfounded.model.coding import Duration, Quantity
from wellfounded.model.document import Document
from wellfounded.model.law import Deadline, Right
from wellfounded.model.letter import Letter
from wellfounded.packs import shipped
from wellfounded.write import compose, notekind, service
from wellfounded.write.policyname import titled
from wellfounded.write.telling import Telling
from write import goldcase
from write.making import ON, written

CITE = Citation("29 CFR 2560.503-1(h)(3)(i)", "https://www.ecfr.gov", date(2026, 11, 21), "quoted-reg")


def _telling(description: str, **changes: object) -> Telling:
    case, policy, match = goldcase.told("tms")
    each = case.services[0]
    quantity = changes.pop("quantity", None)
    one = replace(each, description=Fact(description, each.description.basis), quantity=quantity, **changes)
    case = replace(case, services=(one,))
    brief = argue(case, policy, match, (), shipped(), ON["tms"])
    pack = compose.__globals__["letter_pack"](shipped(), "internal_appeal")
    return Telling("internal_appeal", pack, case, policy, match, brief, (), (), shipped(), ON["tms"])


@pytest.mark.parametrize(
    ("description", "called", "again"),
    [
        ("Dupilumab (Dupixent) 300 mg/2 mL pen, 300 mg once weekly", "dupilumab (Dupixent)", "dupilumab"),
        ("Chest wall oscillation system, with vest and hoses", "chest wall oscillation system", None),
        ("L4-L5 posterior lumbar interbody fusion", "L4-L5 posterior lumbar interbody fusion", None),
    ],
)
def test_a_service_is_named_in_full_once_and_shortly_afterwards(
    description: str, called: str, again: str | None
) -> None:
    telling = _telling(description)
    assert service.called(telling) == called
    assert service.again(telling) == (again or called)


def test_one_thing_has_its_article_and_no_count() -> None:
    telling = _telling("Power wheelchair, group 3", quantity=Quantity(1, "each"))
    assert service.opening(telling).startswith("a power wheelchair (")


def _law(*deadlines: Deadline, rights: tuple[Right, ...] = (), kind: str = "internal_appeal") -> Letter:
    case, policy, match = goldcase.told("tms")
    brief = argue(case, policy, match, (), shipped(), ON["tms"])
    return compose(kind, case, policy, match, brief, rights, deadlines, shipped(), ON["tms"])


def _deadline(level: str, whose: str, rule: str, due: date | None = None) -> Deadline:
    case = goldcase.told("tms")[0]
    notice = case.services[0].description.basis
    day = Fact(due, notice) if due is not None else None
    return Deadline(level, level, "file", whose, day, day, "receipt", rule, CITE)


def _text(made: Letter, part: str) -> str:
    return " ".join(s.text for p in made.paragraphs if p.part == part for s in p.sentences)


def test_a_first_page_says_that_the_appeal_is_in_time_with_the_rule_and_its_day() -> None:
    made = _law(_deadline("internal_appeal", "ours", "180 days after receipt of the denial", date(2026, 9, 5)))
    assert "180 days after receipt of the denial (29 CFR 2560.503-1(h)(3)(i))" in _text(made, "summary")
    assert "September 5, 2026" in _text(made, "summary")


@pytest.mark.parametrize("due", [date(2026, 3, 1), None])
def test_nothing_is_said_of_a_time_that_has_passed_or_that_no_rule_dates(due: date | None) -> None:
    made = _law(_deadline("internal_appeal", "ours", "180 days after receipt of the denial", due))
    assert "180 days" not in _text(made, "summary")


def test_the_end_is_a_counted_list_that_asks_for_decision_time_reasons_and_file() -> None:
    file = Right("claim_file", "Please send the file", CITE)
    rule = "30 days after receipt of the appeal by the plan"
    made = _law(_deadline("appeal_decision", "payer's", rule), rights=(file,))
    end = made.paragraphs[-1]
    assert end.part == "closing"
    assert end.numbered
    text = _text(made, "closing")
    assert "30 days after receipt of this appeal (29 CFR" in text
    assert "claim file" in text


def test_a_hurried_appeal_does_not_cite_the_clock_of_one_that_may_wait() -> None:
    rule = "30 days after receipt of the appeal by the plan"
    made = _law(_deadline("appeal_decision", "payer's", rule), kind="expedited_appeal")
    assert "30 days" not in _text(made, "closing")


def test_what_is_open_is_named_over_the_draft_and_not_in_the_letter() -> None:
    made = written("tms", "internal_appeal")
    assert made.unsigned_because
    assert "not yet documented" not in made.text


def test_the_plans_words_stand_in_full_once() -> None:
    made = written("tms", "internal_appeal")
    asks = "each taken at an adequate dose for at least 6 weeks in the current episode"
    assert made.text.count(asks) == 1


def test_a_title_in_capitals_is_said_as_a_title() -> None:
    policy = goldcase.told("tms")[1]
    assert titled(replace(policy, title="POWER MOBILITY DEVICES (PMD)", number="")) == "Power Mobility Devices (PMD)"


HEADS = [
    ("NORTHLAND PHARMACY          Dispensing history      printed 09/10/2026\n", "dispensing history"),
    ("KENT PATHOLOGY ASSOCIATES\nSURGICAL PATHOLOGY REPORT\n", "surgical pathology report"),
    (f"NURSING FLOWSHEET        Doe, Jane    01/30/2004     {'gown, same scale, ' * 4}\n", "nursing flowsheet"),
    ("LAKE ALLERGY, PLLC\n44 Harbor Drive\n\nDear Dr. Roe:\nThank you for asking me to see her.\n", "letter"),
    ("RIVER PRIMARY CARE\n\nFrom: Lu Ma, MD     To: Spine Center\nRe: clearance\n", "message"),
    ("ST. ANN MEDICAL CENTER - EMERGENCY DEPARTMENT\n11/02/2025\n", "emergency department record"),
    ("LAKE CLINIC\n01/02/2026\n\nPAST MEDICAL HISTORY\nAsthma.\n", "chart note"),
]


def _paper(text: str) -> Document:
    return note("chart/paper.txt", text)


@pytest.mark.parametrize(("head", "kind"), HEADS)
def test_each_paper_is_named_as_what_it_is(head: str, kind: str) -> None:
    assert notekind.called(_paper(head)) == kind


def test_a_report_keeps_its_accession_number_and_its_house() -> None:
    held = _paper(
        "KENT VALLEY PATHOLOGY, LLC\nSURGICAL PATHOLOGY REPORT\nAccession: KV26-00419    Collected: 01/12/2026\n"
    )
    assert notekind.accession(held) == "KV26-00419"
    assert notekind.house(held) == "Kent Valley Pathology, LLC"


def test_an_order_says_its_amount_schedule_and_length_once() -> None:
    telling = _telling(
        "Dupilumab (Dupixent) 300 mg/2 mL pen",
        quantity=Quantity(4, "pens"),
        frequency="every 28 days",
        duration=Duration(12, "months"),
        start=None,
        end=None,
        place="",
    )
    case, policy, match = telling.case, telling.policy, telling.match
    made = compose("internal_appeal", case, policy, match, telling.brief, (), (), shipped(), ON["tms"])
    assert "the dupilumab ordered for Ms. Ellis: four pens every 28 days, for 12 months" in _text(made, "closing")


def test_a_first_appeal_goes_by_the_name_of_its_market() -> None:
    asked = _law(_deadline("reconsideration", "ours", "60 days after receipt", date(2026, 9, 5)))
    assert asked.title == "Request for reconsideration of an adverse determination"
    assert _law(_deadline("internal_appeal", "ours", "180 days", date(2026, 9, 5))).title.startswith("Appeal")
