"""Written consent to appeal: a Medicaid enrollee or a plan's member lets the provider appeal for them.

A provider may file an enrollee's plan appeal only with the enrollee's written consent (42 CFR 438.402(c)(1)(ii)); plans
of employers may ask who an authorized representative is (29 CFR 2560.503-1(b)(4)).

There is no federal form: these are our own words for what the rule asks. That benefits go on is the enrollee's to ask,
not the provider's (42 CFR 438.402(c)(1)(ii), 438.420(b)(5)); a state or a plan may have its own sheet. From memory.
"""

from wellfounded.model.case import Case
from wellfounded.model.letter import Letter
from wellfounded.packet.forms._form import (
    Blank,
    Choice,
    Form,
    Section,
    Signature,
    Words,
    clinician,
    market,
    notice,
    own,
    patient,
    said,
    services,
)

NAME = "appeal_consent"


def asked(letter: Letter, case: Case) -> bool:
    """Whether a clinician appeals for a person with Medicaid."""
    return market(case).startswith(("medicaid", "chip")) and "appeal" in letter.kind and not own(letter, case)


def fill(letter: Letter, case: Case) -> Form:
    """Fill who appeals for whom and what is appealed; whether benefits go on is the patient's to choose."""
    who = said(case.practitioner.name) or "the provider named below"
    consent = Section(
        "Consent",
        (
            Words(
                f"I agree that {who} may appeal for me the decision named here, send records about me that bear on "
                "it, and be told what is decided. I may take this back in writing at any time. I know that I may "
                "appeal by myself."
            ),
            Blank("Plan", said(case.coverage.plan) or said(case.coverage.payer)),
            Blank("Date of the notice", notice(case, "notice_date")),
            Blank("Reference number", notice(case, "reference_number")),
            Blank("Care in question", services(case)),
            Choice(
                "If the care is being ended or cut: shall it go on while the appeal is decided? (I may have to pay "
                "for it if the decision stands.)",
                ("Yes", "No"),
            ),
            Signature("Signature of the patient, parent or guardian"),
        ),
    )
    official = "42 CFR 438.402(c)(1)(ii)"
    return Form("Consent to appeal", official, ", ".join(letter.to), (patient(case), consent, clinician(case)))
