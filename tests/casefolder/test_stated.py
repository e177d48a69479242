"""A denial alone is a case: what its papers state alike stands where no person entered anything."""

from datetime import date

from wellfounded.casefolder import open_case
from wellfounded.model.basis import Quote

ON = date(2026, 11, 24)
LETTER = """LAKEMONT HEALTH PLAN
October 12, 2026
Member: Marisol Quintero     Member ID: LHP 4471 90233
Service: Continuous glucose monitor, HCPCS A4239

We have denied this request as not medically necessary. You may appeal within 180 days.
"""


def opened(tmp_path, entered="", **more):
    (tmp_path / "payer").mkdir()
    (tmp_path / "payer" / "denial.txt").write_text(LETTER)
    for name, text in more.items():
        (tmp_path / "payer" / f"{name}.txt").write_text(text)
    if entered:
        (tmp_path / "case.yaml").write_text(entered)
    return open_case(tmp_path, ON)


def test_a_denial_alone_names_the_patient_the_member_number_and_the_service(tmp_path):
    case = opened(tmp_path)
    assert case.patient.name.value == "Marisol Quintero"
    assert case.coverage.member_id.value == "LHP 4471 90233"
    assert case.services[0].coding.code == "A4239"
    assert all(isinstance(fact.basis, Quote) for fact in (case.patient.name, case.coverage.payer))


def test_what_a_person_entered_stands(tmp_path):
    case = opened(tmp_path, "patient:\n  name: Marisol Q. Quintero\n")
    assert case.patient.name.value == "Marisol Q. Quintero"


def test_what_two_papers_state_in_two_ways_is_left_to_be_asked(tmp_path):
    case = opened(tmp_path, again=LETTER.replace("LHP 4471 90233", "LHP 5502 10077"))
    assert case.coverage.member_id is None
    assert case.patient.name is not None
