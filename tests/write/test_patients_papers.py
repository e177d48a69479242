"""What the patient's own papers and the papers for offices say, in which language and how plainly."""

import re
from dataclasses import replace
from datetime import date

import pytest

from wellfounded.argue import argue
from wellfounded.model.basis import Attestation, Citation
from wellfounded.model.determination import REFUSALS
from wellfounded.model.law import Right
from wellfounded.packs import shipped
from wellfounded.write import compose
from wellfounded.write.grade import grade
from write import goldcase
from write.making import ON, ours, written


def test_the_patients_letter_speaks_as_the_patient_and_says_no_more_than_the_clinicians() -> None:
    made = written("tms", "patient_appeal")
    assert made.signer.name is not None
    assert made.signer.name.value == "Jordan Avery Ellis"
    assert "I am appealing" in made.text
    assert not re.search(r"\bher\b|Ms\. Ellis", made.text)


def test_a_paper_that_may_not_argue_is_still_written_at_an_honest_stop() -> None:
    made = written("oxygen", "ask_your_doctor")
    assert any("no to this rule (Section 2.a)" in sentence.text for sentence in made.sentences)


def test_a_paper_nobody_is_known_to_have_written_is_never_called_the_signers() -> None:
    said = " ".join(s.text for s in ours(written("tms", "internal_appeal")))
    assert "treatment summary of July 24, 2025" in said
    assert "my treatment summary" not in said.lower()


PATIENTS = ("patient_appeal", "patient_appeal_es", "ask_your_doctor", "ask_your_doctor_es", "complaint_to_insurer")


@pytest.mark.parametrize("kind", PATIENTS)
@pytest.mark.parametrize("slug", ["tms", "oxygen"])
def test_the_patients_papers_ask_no_more_than_eight_years_of_school(slug: str, kind: str) -> None:
    if slug == "oxygen" and "appeal" in kind:
        return  # it would argue what is not met
    found = grade(written(slug, kind))
    assert found is not None
    assert found <= 8


def test_the_sheet_for_the_patient_shows_its_reading_grade() -> None:
    assert any(s.text.startswith("Reading grade of this page:") for s in written("tms", "ask_your_doctor").sentences)
    assert any(s.text.startswith("Grado de lectura") for s in written("tms", "ask_your_doctor_es").sentences)


def test_spanish_and_german_papers_write_their_dates_and_labels_so() -> None:
    spanish, german = written("tms", "patient_appeal_es"), written("tms", "widerspruch")
    assert "del 9 de marzo de 2026" in spanish.text
    assert dict(spanish.re)["Fecha de nacimiento"].value == "2 de junio de 1984"
    assert "vom 9. M\u00e4rz 2026" in german.text
    assert "lege ich Widerspruch ein" in german.text
    english = re.compile(r"\b(?:the|and|was|weeks|daily|your)\b")
    for made in (spanish, german):
        for sentence in ours(made):
            bare = re.sub(r"\u201c[^\u201d]*\u201d|\u201e[^\u201c]*\u201c", "", sentence.text)
            assert not english.search(bare), sentence.text


@pytest.mark.parametrize("kind", [kind for kind in shipped().ids("letter") if kind.startswith("ombudsman_")])
def test_a_complaint_to_an_office_goes_to_it_and_claims_nothing_about_steps_nobody_recorded(kind: str) -> None:
    made = written("tms", kind)
    assert made.to
    assert not re.search(r"\bI (?:wrote|have written|complained)\b|final (?:position|response)", made.text)


def test_a_number_read_from_a_doubtful_scan_waits_for_a_person_who_compares_it() -> None:
    case = goldcase.told("tms")[0]
    notice = case.reading(*REFUSALS)
    assert notice is not None
    fields = tuple(
        replace(field, basis=replace(field.basis, confidence=0.8)) if field.name == "reference_number" else field
        for field in notice.fields
    )
    doubtful = replace(case, readings=tuple(replace(r, fields=fields) if r is notice else r for r in case.readings))
    asked = [line for line in written("tms", "internal_appeal", doubtful).unsigned_because if "scan" in line]
    number = next(field.basis.exact for field in fields if field.name == "reference_number")
    assert len(asked) == 1
    assert number in asked[0]
    given = Attestation("Dana Reyes", "coordinator", date(2026, 3, 19), f"compared with the scan: {number}")
    compared = written("tms", "internal_appeal", replace(doubtful, attestations=(*case.attestations, given)))
    assert not any("scan" in line for line in compared.unsigned_because)
    assert "compared with the scan" not in compared.text


def test_a_letter_records_the_law_it_cites_and_the_packs_its_own_is_like() -> None:
    case, policy, match = goldcase.told("tms")
    cite = Citation("29 CFR 2560.503-1(h)(2)(iv)", "", date(2026, 1, 1), pack="us/erisa")
    right = Right("consider_all", "The review must take into account everything submitted.", cite)
    brief = argue(case, policy, match, (right,), shipped(), ON["tms"])
    made = compose("expedited_appeal", case, policy, match, brief, (right,), (), shipped(), ON["tms"])
    names = {name for name, _ in made.packs}
    assert {"letter/expedited_appeal", "letter/internal_appeal", "law/us/erisa"} <= names
