"""Medicare redetermination request: the first appeal of a claim under Original Medicare.

The fields are those of form CMS-20027 and of 42 CFR 405.944(b): the patient, the Medicare number, the item or service,
its day, and who appeals.

Checked in November 2026: 42 CFR 405.944(b) word for word in a reprint compared with eCFR in June 2026 (since 2019 it
asks for no signature; the form has a line for one), and a service's field list of the form as of March 2026 (who, what,
the day of the notice, reasons, evidence, who appeals and how to reach that person). The form's own sheet was not seen.
"""

from wellfounded.model.case import Case
from wellfounded.model.letter import Letter
from wellfounded.packet.forms._form import (
    Blank,
    Choice,
    Form,
    Section,
    Signature,
    clinician,
    diagnoses,
    market,
    notice,
    patient,
    role,
    said,
    services,
    spans,
)

NAME = "cms_20027"
ROLES = ("The patient", "The provider or supplier", "The representative of the patient")


def asked(letter: Letter, case: Case) -> bool:
    """Whether the letter is a first appeal under Original Medicare."""
    return market(case) == "medicare_original" and letter.kind in {"medicare_redetermination", "internal_appeal"}


def fill(letter: Letter, case: Case) -> Form:
    """Fill what is known; the reasons stand in the letter, which the form points to."""
    claim = Section(
        "What is appealed",
        (
            Blank("Item or service", services(case)),
            Blank("Date the item or service was received", spans(case)),
            Blank("Date of the notice of the first decision", notice(case, "notice_date")),
            Blank("Name of the contractor that sent it", said(case.coverage.payer)),
            Blank("Claim number", notice(case, "claim_number") or notice(case, "reference_number")),
            Blank("If the notice came more than 120 days ago, the reason for appealing late", lines=2),
            Choice("For providers and suppliers only: does this appeal concern an overpayment?", ("Yes", "No")),
        ),
    )
    why = Section(
        "Why the decision is wrong",
        (
            Blank("Reasons", "They are in the letter that comes with this form."),
            Blank("Diagnosis", diagnoses(case)),
            Blank("Anything else Medicare should know", "", 2),
            Choice("Evidence", ("Comes with this form", "Will be sent later", "There is none"), _evidence(letter)),
        ),
    )
    signs = Section(
        "Who appeals",
        (
            Choice("The person who signs is", ROLES, role(letter, case, ROLES[1], ROLES[0])),
            Blank("Name", said(letter.signer.name)),
            Blank("Address and telephone, where they do not stand above"),
            Signature("Signature of the person who appeals"),
        ),
    )
    sections = (patient(case, "Medicare number"), claim, why, clinician(case), signs)
    return Form(
        "Request for redetermination", "the fields of form CMS-20027; 42 CFR 405.944(b)", ", ".join(letter.to), sections
    )


def _evidence(letter: Letter) -> tuple[str, ...]:
    return ("Comes with this form",) if letter.enclosures else ()
