"""Which part of a policy a passage belongs to: sections, indications, running heads, and text that is none."""

import pytest

from criteria.sample import document, tree
from wellfounded.criteria import policy

ODD = ("", "\n\n", "x", "\ufeff", "1.", "•", "a)\nb)\nc)", ":" * 500, "(" * 500, "AND\nOR\n" * 50)


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read_without_a_traceback(text):
    assert policy(document(text)).ambiguous is not None


SECTIONS = """Drug X (xumab)
Policy number: RX-1     Effective Date: 3/1/2025     Version: 4

Initial criteria
Drug X is approved when ALL of the following are met:
1. Age 18 or older
2. PASI of 12 or more

Approval duration: 6 months

Renewal criteria
Drug X is renewed when PASI has fallen by at least 75% from baseline.

Not covered
- Use in children
- Use for alopecia

Quantity limits
One syringe per 8 weeks.

References
1. Someone. PASI of 20 or more. 2020.

Revision history
1/1/2024 New policy.
"""


def test_each_section_goes_where_it_belongs():
    held = policy(document(SECTIONS))
    assert (held.number, held.version, held.effective) == ("RX-1", "4", "2025-03-01")
    assert tree(held.root) == ("all", "Age 18 or older", "PASI of 12 or more")
    assert tree(held.continuation) == "PASI has fallen by at least 75% from baseline"
    assert [each.text for each in held.exclusions] == ["Use in children", "Use for alopecia"]
    assert [each.text for each in held.limits] == ["One syringe per 8 weeks"]
    assert held.approval == "6 months"


INDICATIONS = """Drug X guideline

A. Plaque psoriasis
Drug X is covered when all of the following are met:
1. Age 18 or older
2. PASI of 12 or more

B. Uveitis
Drug X is covered when all of the following are met:
1. Age 2 years or older
2. Prescribed by an ophthalmologist
"""


def test_several_indications_are_alternatives():
    assert tree(policy(document(INDICATIONS)).root) == (
        "any",
        ("all", "Age 18 or older", "PASI of 12 or more"),
        ("all", "Age 2 years or older", "Prescribed by an ophthalmologist"),
    )


def test_the_indication_in_question_is_chosen():
    held = policy(document(INDICATIONS), about=("noninfectious uveitis",))
    assert tree(held.root) == ("all", "Age 2 years or older", "Prescribed by an ophthalmologist")


PAGES = """Acme Plan   Policy 7
Drug X is covered when all of the following are met:
1. Trial of methotrexate for at
Acme Plan   Policy 7
Page 1 of 2
\fAcme Plan   Policy 7
Page 2 of 2
least 12 weeks
2. Age 18 or older
"""


def test_a_running_head_inside_an_item_is_left_out():
    root = policy(document(PAGES)).root
    assert tree(root) == ("all", "Trial of methotrexate for at least 12 weeks", "Age 18 or older")


TICKED = """LAKESHORE PLAN    Speech device, continued use guide    SD-9

Continued use is approved for 12 months when the answer to every question is YES.

YES  NO   1.  Member is under 21 years of age
YES  NO   2.  One of the following:
              YES  NO   2a.  A therapist has measured gains in the last 6 months
              YES  NO   2b.  The device has been adjusted since the last review
"""


def test_answers_to_tick_stand_before_the_number_and_a_guide_to_continued_care_holds_its_criteria():
    read = policy(document(TICKED))
    gains, adjusted = (
        "A therapist has measured gains in the last 6 months",
        "The device has been adjusted since the last review",
    )
    assert tree(read.root) == ("all", "Member is under 21 years of age", ("any", gains, adjusted))
    assert read.continuation is None
