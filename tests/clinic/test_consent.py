"""A notice that asks for the patient's written consent to an appeal is known, and what shows that consent."""

import pytest

from wellfounded.clinic.showing.consent import asking, attested, given


@pytest.mark.parametrize(
    ("notice", "asks"),
    [
        ("Your provider may file for you with your written consent.", True),
        ("If you want your doctor to appeal on your behalf, we need your written\npermission first.", True),
        ("With your consent in writing, your provider may appeal for you.", True),
        ("A prescriber cannot file an appeal for you without your written consent.", True),
        ("You may name someone to act for you; signed authorization is required to appeal.", True),
        ("Your provider can ask for an expedited appeal without your written consent.", False),
        ("Your doctor does not need your written consent to file.", False),
        ("Records are released only with your signed authorization.", False),
        ("You may file an appeal within 180 days.", False),
    ],
)
def test_a_sentence_asks_for_consent_only_where_another_person_would_appeal(notice, asks):
    text = f"How to appeal. {notice} Write to us."
    span = asking(text)
    assert (span is not None) == asks
    if span is not None:
        assert text[slice(*span)] == notice


@pytest.mark.parametrize(
    ("paper", "is_one"),
    [
        ("I, Jordan Ellis, consent to Dr. Raman filing this appeal for me. Signed March 18, 2026.", True),
        ("CONSENT TO APPEAL\nPatient: Jordan Ellis", True),
        ("The patient gives informed consent for TMS. We will appeal the denial.", False),
        ("I do not agree to an appeal.", False),
    ],
)
def test_a_consent_to_the_treatment_is_no_consent_to_the_appeal(paper, is_one):
    assert given(paper) == is_one


@pytest.mark.parametrize(
    ("says", "counts"),
    [
        ("The member's signed consent to this appeal is on file.", True),
        ("Informed consent for the treatment is on file.", False),
        ("The patient has not given consent to the appeal.", False),
    ],
)
def test_a_persons_word_counts_where_it_is_about_the_appeal(says, counts):
    assert attested(says) == counts
