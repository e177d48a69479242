"""What labelled papers taught: values in papers of no known layout, each quoted."""

from datetime import date

import pytest

from wellfounded.model.determination import Kind, Reading
from wellfounded.read import document, read
from wellfounded.read.payer.learned.tokens import shape, tokens
from wellfounded.read.payer.learned.values import values
from wellfounded.read.payer.paper import paper

MEMO = """\
QUILLHAVEN MUTUAL BENEFIT SOCIETY                                   Harrisburg PA
Medical Desk, memo to prescriber                                    14 August 2026

Member no. 0041 771 23   Ms. Odalys Fenwright-Bohr
Our file QM-26-40117      Asked for: lumbar traction unit, home (E0849)

We had Dr. Ibarra's fax of 10 August 2026. We will not be paying for this. There is a cheaper way to the same end
that has not been used. You have 180 days from getting this to contest it: Quillhaven, Member Appeals, PO Box 31,
Harrisburg PA 17101.
"""


def read_memo() -> Reading:
    return read(document("memo.txt", MEMO.encode()))


def test_a_memo_of_no_known_layout_is_read_as_a_refusal() -> None:
    assert read_memo().kind is Kind.DENIAL


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("member_id", "0041 771 23"),
        ("reference_number", "QM-26-40117"),
        ("notice_date", date(2026, 8, 14)),
        ("request_date", date(2026, 8, 10)),
    ],
)
def test_its_numbers_and_days_are_found(name: str, value: object) -> None:
    field = read_memo().first(name)
    assert field is not None
    assert field.value == value


def test_every_value_is_quoted_from_the_paper() -> None:
    for field in read_memo().fields:
        field.basis.verify(MEMO)


def test_a_value_said_twice_is_one_and_surer() -> None:
    once = {one.field.value: one.sure for one in values(paper(document("a.txt", MEMO.encode())), european=False)}
    again = MEMO + "\nOur file QM-26-40117\n"
    twice = {one.field.value: one.sure for one in values(paper(document("b.txt", again.encode())), european=False)}
    assert twice["QM-26-40117"] >= once["QM-26-40117"]


def test_a_paper_of_rules_alone_holds_no_value() -> None:
    assert values(paper(document("c.txt", b"-----\n=====\n")), european=False) == ()


def test_a_word_is_known_by_its_shape_and_what_it_could_be() -> None:
    assert shape("QM-26") == "XX-dd"
    found = {token.word: token.looks for token in tokens(paper(document("d.txt", b"Letter of 14 August 2026")))}
    assert found["august"] == "date"
    assert found["letter"] == ""
