"""What a plan refused says nothing of what the patient took; what the patient refused does."""

import pytest

from wellfounded.match.clauses import clauses
from wellfounded.match.decide._never import _says_so
from wellfounded.model.basis import Derivation
from wellfounded.model.evidence import Evidence, EvidenceKind

OF_A_PLAN = (
    "Pt called, got a letter from Alder Ridge in the mail yesterday, TMS not approved.",
    "Insurance denied TMS again.",
    "The plan has refused TMS twice.",
    "TMS was denied by her insurance in March.",
    "Prior auth for TMS was rejected.",
    "TMS is not covered.",
    "Insurance won't cover TMS.",
)
OF_THE_PATIENT = (
    "She has never had TMS.",
    "Patient declined TMS.",
    "TMS was not started; insurance denied it.",
    "She has not taken TMS, the plan denied it.",
    "No prior TMS.",
)


def said(text):
    return Evidence(EvidenceKind.TREATMENT_TRIAL, "TMS", Derivation("x", ()), statement=text)


@pytest.mark.parametrize("text", OF_A_PLAN)
def test_a_refusal_by_a_plan_denies_no_treatment(text):
    assert not _says_so(said(text), "TMS")
    assert not any("tms" in item or "transcranial" in " ".join(item) for c in clauses(text) for item in c.denied)


@pytest.mark.parametrize("text", OF_THE_PATIENT)
def test_a_treatment_the_patient_did_not_take_is_denied(text):
    assert _says_so(said(text), "TMS")
