import base64
import json

import pytest

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import fhir


def read(*resources: object) -> str:
    return fhir.paper(bundle(*resources)).sheets[0].text


def bundle(*resources: object) -> bytes:
    entries = [{"resource": one} for one in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


PATIENT = {
    "resourceType": "Patient",
    "id": "p",
    "name": [{"given": ["Sam", "J"], "family": "Sample", "suffix": ["Jr"]}],
}
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"


@pytest.mark.parametrize(
    ("resource", "line"),
    [
        (PATIENT, "Patient/p | name: Sam J Sample, Jr"),
        (
            {
                "resourceType": "Condition", "id": "c", "onsetDateTime": "2024-08",
                "clinicalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/x", "code": "active"}]},
                "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "F33.2", "display": "D"}]},
            },
            "Condition/c | onset: 2024-08 | clinicalStatus: active | code: D | code.icd10cm: F33.2",
        ),
        (
            {
                "resourceType": "Observation", "id": "o", "code": {"text": "BP"},
                "component": [
                    {"code": {"text": "Systolic"}, "valueQuantity": {"value": 128, "unit": "mmHg", "comparator": ">"}},
                    {"code": {"text": "Diastolic"}, "valueQuantity": {"value": 9.5, "unit": "mmHg"}},
                ],
            },
            (
                "Observation/o | code: BP | component.1.code: Systolic | component.1.value: >128 mmHg"
                " | component.2.code: Diastolic | component.2.value: 9.5 mmHg"
            ),
        ),
        (
            {
                "resourceType": "MedicationStatement", "id": "m", "status": "stopped",
                "statusReason": [{"text": "rash"}], "effectivePeriod": {"start": "2025-01", "end": "2025-03-02"},
                "dosage": [{"text": "5 mg daily", "asNeededBoolean": False}], "note": [{"text": "watch | BP"}],
            },
            (
                "MedicationStatement/m | status: stopped | statusReason: rash | effective.start: 2025-01"
                " | effective.end: 2025-03-02 | dosage.1.text: 5 mg daily | dosage.1.asNeeded: false | note: watch / BP"
            ),
        ),
        ({"resourceType": "Procedure", "id": "a", "code": "wrong shape"}, "Procedure/a | code: wrong shape"),
    ],
)  # fmt: skip
def test_a_resource_is_one_line_of_named_values(resource, line):
    assert read(resource) == line + "\n"


def test_a_number_keeps_the_digits_it_was_written_with():
    data = b'{"resourceType":"Observation","id":"o","valueQuantity":{"value":9.10,"unit":"%"}}'
    assert fhir.paper(data).sheets[0].text == "Observation/o | value: 9.10 %\n"


def test_a_medicine_that_is_referred_to_is_named():
    medicine = {
        "resourceType": "Medication",
        "id": "m",
        "code": {"coding": [{"system": RXNORM, "code": "1", "display": "alpha"}]},
    }
    inside = {
        "resourceType": "MedicationRequest",
        "id": "r",
        "medicationReference": {"reference": "#m"},
        "contained": [medicine],
    }
    beside = {"resourceType": "MedicationRequest", "id": "s", "medicationReference": {"reference": "Medication/m"}}
    assert "MedicationRequest/r | medication: alpha | medication.rxnorm: 1\n" in read(inside)
    assert read(beside, medicine).startswith(
        "MedicationRequest/s | medication: alpha | medication.rxnorm: 1 | medication.ref: Medication/m\n"
    )


def test_a_reference_to_nothing_is_marked_and_counted():
    paper = fhir.paper(bundle({"resourceType": "Encounter", "id": "e", "subject": {"reference": "Patient/gone"}}))
    assert paper.sheets[0].text == "Encounter/e | subject.ref: Patient/gone (not in this file)\n"
    assert paper.remarks == ("1 references point to resources that are not in the file",)


def test_a_bad_entry_is_passed_over_and_counted():
    paper = fhir.paper(bundle(PATIENT, {"id": "no kind"}, 5))
    assert paper.sheets[0].text.count("\n") == 1
    assert paper.remarks == ("2 entries were not resources and were passed over",)


def test_resources_one_a_line_are_read_and_a_broken_line_is_counted():
    paper = fhir.paper(json.dumps(PATIENT).encode() + b"\n{broken\n" + json.dumps(PATIENT).encode())
    assert paper.sheets[0].text.count("Patient/p") == 2
    assert paper.remarks == ("1 entries were not resources and were passed over",)


def test_an_attached_note_is_a_page_and_another_file_is_attached():
    def attached(kind: str, content: bytes) -> dict:
        return {"attachment": {"contentType": kind, "data": base64.b64encode(content).decode()}}

    note = {"resourceType": "DocumentReference", "id": "d", "content": [attached("text/plain", b"HPI: well.\n")]}
    report = {
        "resourceType": "DiagnosticReport",
        "id": "r",
        "presentedForm": [attached("application/pdf", b"%PDF")["attachment"]],
    }
    paper = fhir.paper(bundle(note, report))
    assert paper.sheets[1].text == "DocumentReference/d\n\nHPI: well.\n"
    assert [(one.name, one.data) for one in paper.attachments] == [("DiagnosticReport-r-1", b"%PDF")]


def test_the_print_out_can_be_read_back_to_the_character():
    text, places = fhir.printout(fhir.chart(bundle(PATIENT, PATIENT | {"id": "q"})))
    assert [text[start:end].partition(" ")[0] for _, start, end in places] == ["Patient/p", "Patient/q"]
    for line, (resource, start, end) in zip(fhir.printed(text), places, strict=True):
        assert (line.kind, line.id, line.start, line.end) == ("Patient", resource["id"], start, end)
        for field in line.fields:
            assert text[field.start : field.end] == field.value
    assert fhir.printed(text)[1].get("name").value == "Sam J Sample, Jr"


def test_what_is_cut_short_says_so():
    with pytest.raises(UnreadableDocument, match="malformed or cut short"):
        fhir.paper(b'{"resourceType": "Bundle", "entry": [')
