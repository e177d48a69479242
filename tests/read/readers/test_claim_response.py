import json

from wellfounded.model.determination import Kind
from wellfounded.read import document
from wellfounded.read.readers import claim_response

ANSWER = {
    "resourceType": "ClaimResponse",
    "id": "1",
    "created": "2026-03-09",
    "insurer": {"display": "Alder Ridge Health"},
    "outcome": "complete",
    "preAuthRef": "PA-1",
    "disposition": "Not certified",
    "processNote": [{"text": "The records do not show that the service is medically necessary."}],
}


def answer(**changed):
    return document("answer.json", json.dumps(ANSWER | changed).encode())


def test_a_claim_response_that_refuses_is_a_denial_with_its_reason():
    reading = claim_response.read(answer())
    assert reading.kind is Kind.DENIAL
    assert reading.text("reason") == "not_medically_necessary"
    assert reading.text("payer") == "Alder Ridge Health"
    assert reading.text("authorization_number") == "PA-1"


def test_an_outcome_that_is_complete_is_no_approval():
    assert claim_response.read(answer(disposition="", processNote=[])).kind is Kind.OTHER


def test_only_a_file_that_opens_with_an_answer_is_one():
    assert claim_response.score(answer()) == 1.0
    patient = {"resourceType": "Patient", "id": "p"}
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": patient}, {"resource": ANSWER}]}
    assert claim_response.score(document("chart.json", json.dumps(bundle).encode())) == 0.0


def test_every_value_is_quoted_word_for_word():
    source = answer()
    for field in claim_response.read(source).fields:
        field.basis.verify(source.text)
