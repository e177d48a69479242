"""Opening a case: what is refused, what is asked, and what is kept."""

import os
import shutil
from datetime import date
from email.message import EmailMessage

import pytest

from remembered import PAPERS
from wellfounded import casefolder
from wellfounded.casefolder import make
from wellfounded.casefolder.identity import differs
from wellfounded.casefolder.shape import parse
from wellfounded.errors import InputError, NotThisPatient, UnreadableDocument
from wellfounded.model.determination import Kind

ON = date(2026, 3, 20)


def open_case(folder, on):
    return casefolder.open_case(folder, on, memory=PAPERS)


@pytest.fixture
def case(tmp_path, root):
    folder = tmp_path / "case"
    shutil.copytree(root / "examples" / "tms", folder)
    return folder


def amend(folder, old, new):
    path = folder / "case.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_case_may_be_an_empty_folder(tmp_path):
    held = open_case(tmp_path, ON)
    assert held.documents == ()
    assert held.patient.name is None


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match="nowhere is not a folder"):
        open_case(tmp_path / "nowhere", ON)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("patient:", "patience:", "patience"),
        ("birth_date: 1984-06-02", "birth_date: yesterday", "birth_date"),
        ("duration: 9 weeks", "duration: long", "duration"),
        ("sex: female", "sex: femal", "sex"),
        ('npi: "1234567893"', 'npi: "1234567890"', r"practitioner\.npi"),
        ("funding: fully_insured", "funding: by nobody", "funding"),
        ("logo: logo.svg", "logo: ../logo.png", "logo"),
        ("entered: {by", "entered: {{by", r"case.yaml:\d"),
    ],
)
def test_a_wrong_case_yaml_names_the_place(case, old, new, says):
    amend(case, old, new)
    with pytest.raises(InputError, match=says):
        open_case(case, ON)


def test_a_date_after_the_day_of_the_run_is_refused(case):
    amend(case, "received: {denial: 2026-03-12}", "received: {denial: 2027-03-12}")
    with pytest.raises(InputError, match=r"received\.denial is 2027-03-12"):
        open_case(case, ON)


def test_a_chart_of_another_patient_is_refused_and_the_identifiers_named(case):
    other = "Progress note\nPatient: Marta Quiroga   DOB: 01/09/1960\nDate: 02/02/2026\n\nASSESSMENT\nKnee pain.\n"
    (case / "chart" / "stray.txt").write_text(other)
    with pytest.raises(NotThisPatient, match=r"chart/stray.txt: patient name and birth date differ") as caught:
        open_case(case, ON)
    assert "Quiroga" not in str(caught.value)


def test_one_identifier_that_differs_is_asked_about_not_refused(case):
    married = (
        "Progress note\nPatient: Jordan Ellis-Ward   DOB: 06/02/1984\nDate: 02/02/2026\n\nASSESSMENT\nKnee pain.\n"
    )
    (case / "chart" / "married.txt").write_text(married)
    held = open_case(case, ON)
    assert any(conflict.about == "patient name" for conflict in held.conflicts)


def test_a_broken_file_stops_the_run_and_is_named(case):
    (case / "chart" / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    with pytest.raises(UnreadableDocument, match=r"chart/broken\.pdf"):
        open_case(case, ON)


def test_a_file_whose_name_is_no_text_is_refused(case):
    (case / "chart" / os.fsdecode(b"caf\xe9.txt")).write_text("Progress note")
    with pytest.raises(InputError, match="chart: the name of a file is not text"):
        open_case(case, ON)


def test_hidden_files_are_passed_over(case):
    (case / "chart" / ".DS_Store").write_bytes(b"\0\0")
    assert not any("DS_Store" in document.source.path for document in open_case(case, ON).documents)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("Jordan Avery Ellis", "Jordan A. Ellis", True),
        ("Jordan Avery Ellis", "ELLIS, JORDAN A", True),
        ("Marcus Tobias Whelan", "WHELAN MARCUS T", True),
        ("Jordan Avery Ellis", "Ms. Jordan Ellis", True),
        ("Jordan Avery Ellis", "J. Ellis", True),
        ("Jordan Avery Ellis", "Jordan Ellison", False),
        ("Jordan Avery Ellis", "Avery Jordan", False),
        ("Jordan Avery Ellis", "Morgan Ellis", False),
        ("María José Núñez", "Maria Jose Nunez", True),
    ],
)
def test_a_name_is_one_name_however_it_is_written(ours, theirs, same):
    assert differs(ours, theirs, "patient_name") is not same


def test_a_new_case_holds_what_the_letter_says_and_opens(tmp_path, root):
    target, reading = make(tmp_path / "new", letter=root / "examples/tms/payer/denial.pdf", on=ON, by="Dana Reyes")
    assert reading is not None
    held = open_case(target.parent, ON)
    assert held.coverage.member_id.value == "ARH447190226"
    assert held.services[0].coding.code == "90867"
    assert (target.parent / "payer" / "denial.pdf").is_file()


def mail(**files):
    message = EmailMessage()
    message["Subject"] = "FW: your determination"
    message.set_content("Please see attached.\n")
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_a_denial_attached_to_a_message_is_read_and_what_cannot_be_is_said(case):
    denial = case / "payer" / "denial.pdf"
    sent = mail(**{"denial.pdf": denial.read_bytes(), "logo.bin": b"\x7fELF" + bytes(100)})
    denial.unlink()
    (case / "payer" / "mail.eml").write_bytes(sent)
    held = open_case(case, ON)
    assert held.document(held.reading(Kind.DENIAL).source).source.path == "payer/mail.eml/denial.pdf"
    assert held.documents[0].remarks == ("payer/mail.eml/logo.bin: the file is a program",)


def test_a_file_that_lies_twice_in_a_place_is_read_once(case):
    shutil.copy(case / "payer" / "denial.pdf", case / "payer" / "denial (1).pdf")
    assert sum(document.source.path.startswith("payer/") for document in open_case(case, ON).documents) == 1


def test_a_new_case_is_filled_from_the_letter_that_a_message_carries(tmp_path, root):
    letter = tmp_path / "mail.eml"
    letter.write_bytes(mail(**{"denial.pdf": (root / "examples/tms/payer/denial.pdf").read_bytes()}))
    target, reading = make(tmp_path / "new", letter=letter, on=ON, by="Dana Reyes")
    assert reading.kind is Kind.DENIAL
    assert open_case(target.parent, ON).coverage.member_id.value == "ARH447190226"


def test_a_new_case_never_overwrites_one(case):
    with pytest.raises(InputError, match="exists already"):
        make(case, letter=None, on=ON, by="Dana Reyes")


def test_a_letter_to_another_person_is_refused_by_name_and_birth_date(case):
    letter = (
        "Alder Ridge Health\n\nMarch 9, 2026\n\nMember: Lottie Vantongeren   Date of Birth: 02/02/1960\n"
        "Member ID: ARH447190226\n\nDear Ms. Vantongeren:\n\nWe have denied your request for transcranial magnetic "
        "stimulation because it is not medically necessary. You may appeal within 180 days.\n"
    )
    (case / "payer" / "denial.pdf").unlink()
    (case / "payer" / "denial.txt").write_text(letter)
    with pytest.raises(NotThisPatient, match=r"payer/denial.txt: patient name and birth date differ"):
        open_case(case, ON)


def test_the_day_of_the_request_is_taken_from_the_notice_where_nobody_entered_it(case):
    amend(case, "requested: 2026-02-20\n", "")
    held = open_case(case, ON).requested
    assert held is not None
    assert held.value == date(2026, 2, 20)
    assert held.basis.exact == "February 20, 2026"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("self-funded", "self_funded"),
        ("Self insured", "self_funded"),
        ("ASO", "self_funded"),
        ("insured", "fully_insured"),
    ],
)
def test_funding_is_taken_as_people_write_it(tmp_path, said, meant):
    path = tmp_path / "case.yaml"
    path.write_text(f"coverage: {{funding: {said}}}\npatient: {{sex: F}}\n")
    held = parse(path)
    assert (held.coverage.funding, held.patient.sex) == (meant, "female")


@pytest.mark.parametrize(
    ("colour", "says"), [("#ffff00", "too light"), ("red", "practice.colour"), ("#12345", "practice.colour")]
)
def test_a_letterhead_takes_no_colour_that_cannot_be_read(case, colour, says):
    amend(case, "logo: logo.svg", f'logo: logo.svg\n  colour: "{colour}"')
    with pytest.raises(InputError, match=says):
        open_case(case, ON)


def test_a_letterhead_keeps_its_own_colour(case):
    amend(case, "logo: logo.svg", 'logo: logo.svg\n  colour: "#7A1F3D"')
    assert open_case(case, ON).practice.colour == "#7a1f3d"
