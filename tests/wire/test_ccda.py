import pytest

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import ccda

SOURCE = """<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3">
<title>Summary</title><effectiveTime value="20260301120000-0500"/>
<recordTarget><patientRole><id root="1.2" extension="MRN-1"/><patient>
<name><given>Sam</given><family>Sample</family></name>
<administrativeGenderCode code="F" displayName="Female"/><birthTime value="19700101"/>
</patient></patientRole></recordTarget>
<component><structuredBody><component><section><title>Medications</title><text>
<table><thead><tr><th>Drug</th><th>Dose</th></tr></thead><tbody><tr><td>alpha</td><td>20
 mg</td></tr></tbody></table></text></section>
</component>
<component><section><title>Plan</title><text><list listType="ordered"><item>Continue</item><item>Return
<list><item>in 4 weeks</item></list></item></list>
<paragraph>Signed <content styleCode="Bold">today</content>.</paragraph></text>
</section></component></structuredBody></component></ClinicalDocument>"""


def test_a_document_is_its_header_and_its_sections():
    assert ccda.paper(SOURCE.encode()).sheets[0].text == (
        "Document: Summary\nDate: 2026-03-01\nPatient: Sam Sample\nDate of birth: 1970-01-01\nSex: Female\n"
        "Patient ID: MRN-1\n\nMedications\nDrug\tDose\nalpha\t20 mg\n\nPlan\n1. Continue\n2. Return\n  • in 4 weeks\n"
        "Signed today.\n"
    )


def test_a_file_inside_is_attached():
    body = "<nonXMLBody><text representation='B64'>JVBERg==</text></nonXMLBody>"
    source = f"<ClinicalDocument><component>{body}</component></ClinicalDocument>"
    assert ccda.paper(source.encode()).attachments[0].data == b"%PDF"


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (b"<other/>", "not a clinical document"),
        (b"<ClinicalDocument>", "malformed"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><ClinicalDocument/>", "document type"),
    ],
)
def test_what_is_not_one_says_so(source, says):
    with pytest.raises(UnreadableDocument, match=says):
        ccda.paper(source)
