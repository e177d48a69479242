"""Request for redetermination of a refused drug under Medicare Part D: the first appeal.

The fields are those of the model form for 42 CFR 423.582 and 423.584. The prescriber may file it without
being appointed.

Checked in November 2026 against a plan's copy of the model form (enrollee, who else may ask, the drug, bought meanwhile
with the receipt, prescriber, 7 days and 72 hours) and 42 CFR 423.584 and 423.590 in reprints: a prescriber may ask, and
none is expedited for a drug already paid for. The days to file are the law pack's, not the form's.
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
    diagnoses,
    market,
    notice,
    patient,
    requestor,
    role,
    said,
    services,
)

NAME = "part_d_redetermination"
KINDS = {"internal_appeal", "expedited_appeal", "medicare_redetermination", "patient_appeal", "patient_appeal_es"}


def asked(letter: Letter, case: Case) -> bool:
    """Whether the letter is a first appeal under Part D."""
    return market(case) == "medicare_part_d" and letter.kind in KINDS


def fill(letter: Letter, case: Case) -> Form:
    """Fill what is known; an expedited appeal is marked only where the letter itself asks for one."""
    hurried = letter.kind == "expedited_appeal"
    drug = Section(
        "The drug that was refused",
        (
            Blank("Name, strength and form", services(case)),
            Blank("Diagnosis", diagnoses(case)),
            Blank("Date of the notice of refusal", notice(case, "notice_date")),
            Blank("Number of the case", notice(case, "reference_number")),
            Choice("Was the drug bought while this appeal waits?", ("Yes", "No")),
            Blank("If so: the day, the amount paid, and the pharmacy with its telephone (the receipt comes with this)"),
        ),
    )
    hurry = Section(
        "Expedited decision",
        (
            Words(
                "Where the prescriber states that waiting 7 days could seriously harm life, health or the ability "
                "to regain full function, the plan must decide within 72 hours (42 CFR 423.584, 423.590). There is "
                "none for a drug already received."
            ),
            Choice("Is an expedited decision asked for?", ("Yes", "No"), ("Yes",) if hurried else ()),
        ),
    )
    why = Section("Reasons", (Blank("Why the refusal is wrong", "In the letter that comes with this form."),))
    signs = Section(
        "Who appeals",
        (
            Blank("Name", said(letter.signer.name)),
            Choice(
                "The person who signs is",
                ("The patient", "The prescriber", "The representative"),
                role(letter, case, "The prescriber", "The patient"),
            ),
            Signature("Signature of the person who appeals"),
        ),
    )
    other = requestor("form CMS-1696 or its equal, unless it was sent with the first request")
    sections = (patient(case), other, drug, hurry, why, clinician(case, "The prescriber"), signs)
    official = "the fields of the model redetermination request; 42 CFR 423.582, 423.584"
    return Form("Request for redetermination of a refused drug", official, ", ".join(letter.to), sections)
