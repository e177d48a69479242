"""Letters beside each other: hashes alone are kept, and they tell clones and other patients' details."""

from datetime import date

import pytest

from check.test_rules import draft_of
from wellfounded import check as checking
from wellfounded.check.across.compare import compare
from wellfounded.check.across.report import as_html, as_json
from wellfounded.check.across.store import Found, Looked, Store

ON = date(2026, 6, 10)
NARRATIVE = (
    "{name} has had plaque psoriasis for eleven years. The plaques cover the scalp, both elbows, the shins and most "
    "of the trunk, and the itch wakes {name} on four nights of the week. On March 3, 2026 the PASI of this patient was "
    "14.6 and the DLQI was 17. Methotrexate 15 mg weekly for sixteen weeks gave no lasting benefit to the patient, and "
    "narrow-band phototherapy brought about a burn at the ninth session. Work at the bakery stopped in January "
    "because the hands crack and bleed, and the employer has twice asked for a note about it.\n"
)
OTHER = (
    "{name} was admitted twice this winter with heart failure. The ejection fraction measured by echocardiogram fell "
    "to thirty per cent, walking to the mailbox brings on breathlessness, and two pillows are needed at night. "
    "Carvedilol, spironolactone and sacubitril with valsartan have been raised as far as the blood pressure of the "
    "patient allows, and the left bundle branch block is wide at 164 milliseconds. Resynchronization is what the "
    "guideline names next.\n"
)


def letter(name, member, body=NARRATIVE, born="06/02/1984", also=""):
    return (
        f"March 20, 2026\n\nPatient: {name}\nDate of birth: {born}\nMember ID: {member}\n\nDear Reviewer:\n\n"
        f"{body.format(name=name)}{also}\nSincerely,\n\nPriya Raman, MD\n"
    )


@pytest.fixture
def store(tmp_path):
    held = Store(tmp_path / "audit.sqlite", "1")
    yield held
    held.close()


def put(store, **letters):
    for path, text in letters.items():
        problems, trace = checking.audited(draft_of(text), on=ON)
        found = tuple(Found(p.code, p.severity.value, text.count("\n", 0, p.span[0]) + 1, p.message) for p in problems)
        store.put([Looked(path, len(text), 1, "", found, trace)])
    return compare(store)


def test_letters_of_two_patients_that_read_the_same_are_one_group(store):
    audit = put(store, a=letter("Ada Brackholm", "QX1001001"), b=letter("Clara Dunmar", "QX2002002"))
    assert [(one.letters, one.patients) for one in audit.cloned] == [(("a", "b"), 2)]


def test_two_letters_of_one_patient_are_no_clones(store):
    audit = put(store, a=letter("Ada Brackholm", "QX1001001"), b=letter("Ada Brackholm", "QX1001001"))
    assert (audit.cloned, audit.told, audit.others) == ((), (), ())


def test_letters_of_different_bodies_are_no_clones(store):
    audit = put(store, a=letter("Ada Brackholm", "QX1001001"), b=letter("Clara Dunmar", "QX2002002", OTHER))
    assert (audit.cloned, audit.told, audit.others) == ((), (), ())


def test_a_finding_told_word_for_word_of_two_patients_is_named_with_its_lines(store):
    one = " On March 3, 2026 her PHQ-9 was 22 after nine weeks of sertraline 200 mg.\n"
    audit = put(
        store,
        a=letter("Ada Brackholm", "QX1001001", also=one),
        b=letter("Clara Dunmar", "QX2002002", OTHER, also=one.replace("her", "her")),
    )
    assert [one.patients for one in audit.told] == [2]
    assert [path for path, _ in audit.told[0].places] == ["a", "b"]


@pytest.mark.parametrize(
    ("also", "what"),
    [
        ("I spoke about Clara Dunmar with your nurse.\n", "the name"),
        ("Dunmar, Clara was approved in May.\n", "the name"),
        ("The record of Clara J. Dunmar is enclosed.\n", "the name"),
        ("The number on the card is QX2002002.\n", "the member number"),
        ("Please see QX-200-2002 too.\n", "the member number"),
        ("Date of birth: 11/23/1960\n", "the birth date"),
    ],
)
def test_another_patients_detail_is_named_with_whose_it_is(store, also, what):
    audit = put(
        store,
        a=letter("Ada Brackholm", "QX1001001", also=also),
        b=letter("Clara Dunmar", "QX2002002", OTHER, "11/23/1960"),
    )
    assert [(one.letter, one.what, one.of) for one in audit.others] == [("a", what, ("b",))]


@pytest.mark.parametrize(
    "also",
    [
        "Her sister, Clara Dunmar, drives her.\n",
        "She was seen by Clara Dunmar, MD, in May.\n",
        "Dr. Clara Dunmar agrees.\n",
        "Call 555-200-2002.\n",
        "Ada J. Brackholm needs this.\n",
    ],
)
def test_a_relative_a_clinician_and_the_patients_own_name_are_no_other_patients(store, also):
    audit = put(
        store,
        a=letter("Ada Brackholm", "QX1001001", also=also),
        b=letter("Clara Dunmar", "QX2002002", OTHER, "11/23/1960"),
    )
    assert audit.others == ()


def test_what_is_kept_holds_no_word_of_a_letter(store, tmp_path):
    put(store, a=letter("Ada Brackholm", "QX1001001"))
    store.close()
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"a" in held
    assert [word for word in (b"Brackholm", b"brackholm", b"QX1001001", b"bakery", b"1984") if word in held] == []


def test_another_stamp_begins_anew(tmp_path):
    for stamp, known in (("1", []), ("1", ["a"]), ("2", [])):
        held = Store(tmp_path / "audit.sqlite", stamp)
        assert list(held.known()) == known
        if not known:
            put(held, a=letter("Ada Brackholm", "QX1001001"))
        held.close()


def test_the_report_is_one_file_and_escapes_what_files_are_called(store):
    audit = put(store, **{"<b>.txt": letter("Ada Brackholm", "QX1001001", also="She was was seen.\n")})
    page = "".join(as_html(audit, [("<b>.txt", [Found("PR109", "note", 3, "stands twice")])], {}, "f", "2026-06-10"))
    assert "&lt;b&gt;.txt" in page
    assert "<b>.txt" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert as_json(audit, [])["letters"] == 1
