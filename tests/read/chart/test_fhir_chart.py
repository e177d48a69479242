"""FHIR files, whole and wrong, as evidence."""

import json
from typing import Any

from read.chart.paper import paper
from wellfounded.model.basis import quotes
from wellfounded.model.determination import Reading
from wellfounded.model.evidence import EvidenceKind
from wellfounded.read.readers import fhir_chart
from wellfounded.wire import fhir

PATIENT = {
    "resourceType": "Patient",
    "id": "p",
    "name": [{"family": "Sample", "given": ["Ann"]}],
    "birthDate": "1980-01-02",
}


def read(*resources: dict[str, Any]) -> Reading:
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": one} for one in resources]}
    sheets = fhir.paper(json.dumps(bundle).encode()).sheets
    document = paper("\f\n".join(sheet.text for sheet in sheets), "application/fhir+json")
    reading = fhir_chart.read(document)
    for evidence in reading.evidence:
        for quote in quotes(evidence.basis):
            quote.verify(document.text)
    return reading


def medicine(status: str, **more: Any) -> dict[str, Any]:
    return {
        "resourceType": "MedicationStatement",
        "id": "m",
        "status": status,
        "medicationCodeableConcept": {"text": "sertraline 100 mg tablet"},
        **more,
    }


def only(reading: Reading) -> tuple[str, str, str]:
    (trial,) = [e.trial for e in reading.evidence if e.trial]
    return trial.ingredient, trial.status.value, trial.outcome.value


def test_a_stopped_medicine_says_why() -> None:
    reason = [{"text": "no improvement after 10 weeks"}]
    assert only(read(medicine("stopped", statusReason=reason))) == ("sertraline", "past", "failed")
    assert only(read(medicine("stopped", statusReason=[{"text": "nausea"}]))) == ("sertraline", "past", "intolerant")


def test_what_was_not_taken_was_never_taken() -> None:
    assert only(read(medicine("not-taken")))[1] == "never_taken"
    unfilled = medicine("active", note=[{"text": "Prescription never filled."}])
    assert only(read(unfilled))[1] == "never_taken"


def test_what_was_entered_in_error_is_nothing() -> None:
    assert read(medicine("entered-in-error")).evidence == ()


def test_the_period_and_the_dose_are_read() -> None:
    dosage = [{"text": "200 mg by mouth daily", "doseAndRate": [{"doseQuantity": {"value": 200, "unit": "mg"}}]}]
    period = {"start": "2024-10-08", "end": "2025-02"}
    reading = read(medicine("completed", effectivePeriod=period, dosage=dosage))
    (trial,) = [e.trial for e in reading.evidence if e.trial]
    assert (str(trial.dose), trial.frequency, str(trial.start), str(trial.stop)) == (
        "200 mg",
        "daily",
        "2024-10-08",
        "2025-02",
    )


def test_a_request_that_points_nowhere_names_no_agent() -> None:
    dangling = {
        "resourceType": "MedicationRequest",
        "id": "r",
        "status": "active",
        "medicationReference": {"reference": "Medication/9"},
    }
    assert read(PATIENT, dangling).evidence == ()


def test_wrong_and_partial_resources_give_what_they_hold() -> None:
    reading = read(
        PATIENT,
        {"resourceType": "Condition", "id": "c", "code": {"text": "Psoriasis"}},
        {"resourceType": "Condition", "id": "d"},
        {
            "resourceType": "Observation",
            "id": "o",
            "status": "final",
            "code": {"text": "PHQ-9 total score"},
            "valueQuantity": {"value": 21},
        },
        {
            "resourceType": "Observation",
            "id": "q",
            "status": "final",
            "code": {"text": "TSH"},
            "effectiveDateTime": "soon",
        },
        {"nonsense": True},
    )
    assert [(e.kind, e.name, e.value.value if e.value else None) for e in reading.evidence] == [
        (EvidenceKind.DIAGNOSIS, "Psoriasis", None),
        (EvidenceKind.SCORE, "PHQ-9", 21),
    ]


def test_blood_pressure_is_one_value() -> None:
    parts = [
        {"code": {"text": f"{word} blood pressure"}, "valueQuantity": {"value": value, "unit": "mmHg"}}
        for word, value in (("Systolic", 152), ("Diastolic", 96))
    ]
    reading = read(
        {
            "resourceType": "Observation",
            "id": "b",
            "status": "final",
            "code": {"text": "Blood pressure"},
            "component": parts,
        }
    )
    assert [(e.name, e.finding) for e in reading.evidence] == [("blood pressure", "152/96")]


def test_the_patient_is_named() -> None:
    reading = read(PATIENT)
    assert (reading.text("patient_name"), reading.text("birth_date")) == ("Ann Sample", "1980-01-02")


def test_a_refuted_condition_is_denied_and_an_old_one_is_past() -> None:
    def coded(code: str) -> dict[str, Any]:
        return {"coding": [{"code": code}], "text": code}

    refuted = {
        "resourceType": "Condition",
        "id": "c",
        "code": {"text": "Epilepsy"},
        "verificationStatus": coded("refuted"),
    }
    past = {"resourceType": "Condition", "id": "d", "code": {"text": "Asthma"}, "clinicalStatus": coded("resolved")}
    found = read(refuted, past).evidence
    assert [(e.assertion.polarity, e.assertion.time) for e in found] == [
        ("negated", "current"),
        ("affirmed", "historical"),
    ]
