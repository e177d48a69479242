"""Checking from the command line: problems as text, JSON, SARIF, fixed in Word, and noted on the page."""

import json
from io import BytesIO

import pytest
from docx import Document

from check.words import letter
from wellfounded import cli


@pytest.fixture
def word(tmp_path):
    path = tmp_path / "letter one.docx"
    path.write_bytes(letter())
    return path


def test_sarif_is_one_json_value_that_names_the_file(word, capsys):
    code = cli.main(["check", str(word), "--sarif", "--on", "2026-06-10"])
    told = json.loads(capsys.readouterr().out)
    assert code == 1
    assert told["runs"][0]["artifacts"][0]["location"]["uri"].endswith("/letter%20one.docx")


def test_the_fixed_file_is_new_and_is_what_is_checked(word, capsys):
    before = word.read_bytes()
    cli.main(["check", str(word), "--fix", "--json", "--on", "2026-06-10"])
    told = capsys.readouterr()
    assert word.read_bytes() == before
    assert "Written to" in told.err
    assert "PR109" not in {problem["code"] for problem in json.loads(told.out)}
    fixed = Document(BytesIO((word.parent / "letter one.fixed.docx").read_bytes()))
    assert "She was seen & heard <today>." in [p.text for p in fixed.paragraphs][3]


def test_the_letter_itself_is_never_written_over(word, capsys):
    assert cli.main(["check", str(word), "--annotate", str(word), "--on", "2026-06-10"]) == 65
    assert cli.main(["check", str(word), "--fix", "--out", str(word), "--on", "2026-06-10"]) == 65
    assert "never written over" in capsys.readouterr().err


def test_problems_stand_as_comments_in_a_word_file(word, tmp_path):
    cli.main(["check", str(word), "--annotate", str(tmp_path / "noted.docx"), "--on", "2026-06-10"])
    comments = [comment.text for comment in Document(BytesIO((tmp_path / "noted.docx").read_bytes())).comments]
    assert any(comment.startswith("PR109 note:") for comment in comments)


@pytest.mark.parametrize("way", ["--fix", "--annotate=out.docx"])
def test_a_text_file_takes_neither_fixes_nor_notes_and_one_sentence_says_so(tmp_path, way, capsys):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Reviewer:\nShe was was seen.\nSincerely,\n")
    assert cli.main(["check", str(path), way, "--on", "2026-06-10"]) == 65
    assert "letter.txt" in capsys.readouterr().err


def test_the_rubric_says_yes_with_the_line_or_no_with_the_reason(tmp_path, capsys):
    path = tmp_path / "letter.txt"
    path.write_text("May 4, 2026\nDear Reviewer:\nI request an MRI of the knee.\nSincerely,\nA. Roe, MD\n")
    assert cli.main(["check", str(path), "--rubric", "--on", "2026-06-10"]) == 1
    said = capsys.readouterr().out
    assert "yes  Is the letter dated?  line 1" in said
    assert "NO   Does a diagnosis code stand there?" in said
    assert "%" not in said
    cli.main(["check", str(path), "--rubric", "--json", "--on", "2026-06-10"])
    told = json.loads(capsys.readouterr().out)
    assert told["kind"] == "prior_authorization"
    assert {item["answer"] for item in told["items"]} == {True, False}


def test_what_a_list_asks_and_the_letter_lacks_stands_below_the_problems(tmp_path, capsys):
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "March 20, 2026\n\nI ask for a Medicare redetermination of the denial.\n\nSincerely,\nA. Roe, MD\n"
    )
    cli.main(["check", str(letter), "--on", "2026-06-10"])
    told = capsys.readouterr().out
    assert "Medicare redetermination: what a request must hold" in told
    assert "missing  the Medicare number  (42 CFR 405.944(b)(2))" in told


def test_a_clinics_own_list_is_asked_about(tmp_path, capsys):
    packs = tmp_path / "packs" / "checklist"
    packs.mkdir(parents=True)
    (packs / "office.yaml").write_text(
        "title: Our office\nnames: [Cedar Clinic]\nasks:\n- says: the patient's date of birth\n  cite: office rule 4\n"
        "  tier: primary\n  as_of: 2026-05-01\n  fact: own\n"
    )
    letter = tmp_path / "letter.txt"
    letter.write_text("Cedar Clinic\n\nI request an MRI.\n\nSincerely,\nA. Roe, MD\n")
    cli.main(["check", str(letter), "--on", "2026-06-10", "--packs", str(tmp_path / "packs")])
    assert "missing  the patient's date of birth  (office rule 4)" in capsys.readouterr().out
