from datetime import date

from wellfounded.model.coding import Coding
from wellfounded.model.determination import Kind
from wellfounded.read import document
from wellfounded.read.readers import x12_277, x12_278, x12_835

ISA = "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260309*0900*^*00501*000000001*0*T*:~"


def interchange(number, *segments):
    body = "~".join([f"ST*{number}*0001", *segments, "SE*9*0001"])
    return document("x.edi", f"{ISA}GS*HP*P*C*20260309*0900*1*X*005010~{body}~GE*1*1~IEA*1*000000001~".encode())


REMITTANCE = interchange(
    "835",
    "BPR*I*67.36*C*CHK************20251205",
    "N1*PR*SUNDAL MUTUAL HEALTH",
    "CLP*A1*4*150*0*0*MC*2025338-11902",
    "CAS*CO*45*65.8**50*84.2",
    "NM1*QC*1*FARROW*IMOGEN****MI*SMH55120073",
    "DTM*232*20251103",
    "SVC*HC:97110*150*0",
    "LQ*HE*N115",
)


def test_an_835_gives_claim_codes_and_the_reason_that_a_code_stands_for():
    reading = x12_835.read(REMITTANCE)
    assert reading.kind is Kind.EOB
    assert reading.text("claim_number") == "2025338-11902"
    assert reading.text("member_id") == "SMH55120073"
    assert reading.text("patient_name") == "IMOGEN FARROW"
    assert [field.value for field in reading.all("code")] == [
        Coding("carc", "45"),
        Coding("carc", "50"),
        Coding("cpt", "97110"),
        Coding("rarc", "N115"),
    ]
    assert [field.value for field in reading.all("reason")] == ["not_medically_necessary"]
    assert reading.first("notice_date").value == date(2025, 12, 5)
    assert reading.first("service_date").value == date(2025, 11, 3)


def test_a_contract_reduction_is_no_reason_to_refuse():
    reading = x12_835.read(interchange("835", "CLP*A1*1*150*84.2*0*MC*1", "CAS*CO*45*65.8"))
    assert reading.all("reason") == ()


def response(*segments):
    return interchange("278", "BHT*0007*11*R1*20260309*0900", "NM1*X3*2*ALDER RIDGE HEALTH", *segments)


def test_a_278_that_is_not_certified_is_a_denial_with_the_reasons_of_its_message():
    reading = x12_278.read(response("HCR*A3*UM-1", "MSG*NOT MEDICALLY NECESSARY. STEP THERAPY NOT MET", "SV1*HC:90867"))
    assert reading.kind is Kind.DENIAL
    assert {field.value for field in reading.all("reason")} == {"not_medically_necessary", "step_therapy"}
    assert reading.text("authorization_number") == "UM-1"


def test_a_278_that_is_pended_and_asks_for_documents_is_a_request_for_information():
    assert x12_278.read(response("HCR*A4*UM-1")).kind is Kind.PEND
    assert x12_278.read(response("HCR*A4*UM-1", "PWK*OZ*EL")).kind is Kind.INFORMATION_REQUEST


def test_a_278_with_one_line_certified_and_one_not_is_a_partial_approval():
    assert x12_278.read(response("HCR*A1*1", "HCR*A3*2")).kind is Kind.PARTIAL_APPROVAL


def test_a_278_that_is_certified_gives_its_period_and_units():
    reading = x12_278.read(response("HCR*A1*UM-1", "DTP*007*RD8*20260401-20260630", "HSD*VS*36"))
    assert reading.kind is Kind.APPROVAL
    assert (reading.first("valid_from").value, reading.first("valid_to").value) == (date(2026, 4, 1), date(2026, 6, 30))
    assert reading.text("units") == "36 visits"


def test_a_277_that_asks_for_documents_says_until_when():
    asked = interchange("277", "BHT*0085*08*1*20260309", "STC*R4:75*20260309**412", "DTP*106*D8*20260423")
    reading = x12_277.read(asked)
    assert reading.kind is Kind.INFORMATION_REQUEST
    assert reading.first("response_due").value == date(2026, 4, 23)


def test_every_value_is_quoted_from_its_element():
    for reader, source in ((x12_835, REMITTANCE), (x12_278, response("HCR*A3*UM-1", "MSG*NOT COVERED"))):
        for field in reader.read(source).fields:
            field.basis.verify(source.text)
