"""Request for a coverage determination of a drug under Medicare Part D, with the prescriber's supporting statement.

The fields are those of the model form for 42 CFR 423.568 and 423.578: who asks, which drug, which kind of request,
whether it is to be expedited, and what the prescriber states.

Checked in November 2026 against three plans' copies of the model form (the enrollee, who else may ask and what shows
it, the drug with strength and quantity a month, that an exception needs the prescriber's statement, 72 and 24 hours)
and against 42 CFR 423.578(a). From memory: the wording of the boxes and the lines of the prescriber's page.
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
    patient,
    requestor,
    services,
)

NAME = "part_d_determination"
KINDS = {
    "formulary_exception": "A drug that is not on the plan's list (formulary exception)",
    "removed": "A drug that was on the plan's list and was or will be taken off it",
    "step_therapy_exception": "An exception to trying another drug first (step therapy)",
    "prior_authorization": "Prior authorization of the prescribed drug",
    "quantity": "More than the plan's limit of amount (quantity limit exception)",
    "tier": "A lower share of cost (tiering exception)",
    "repay": "Repayment of a drug that was paid for out of pocket",
}


WHY = (
    "Others are contraindicated, or were tried and failed or were not tolerated",
    "The patient is stable on it and a change would be a high risk",
    "Another dosage form or a higher dose is needed",
    "The preferred drugs would be less effective or would do harm (tiering exception)",
    "Another reason, in the letter",
)


def asked(letter: Letter, case: Case) -> bool:
    """Whether the letter is a first request or an exception under Part D."""
    return market(case) == "medicare_part_d" and letter.kind in KINDS


def fill(letter: Letter, case: Case) -> Form:
    """Fill what is known; whether waiting would harm is the prescriber's to say and is marked only by hand."""
    drug = next((each for each in case.services), None)
    request = Section(
        "The drug and the request",
        (
            Blank("Name, strength and form of the drug", services(case)),
            Blank("Amount (for 30 days)", f"{drug.quantity}" if drug is not None and drug.quantity is not None else ""),
            Blank("Route"),
            Blank("How often", drug.frequency if drug is not None else ""),
            Blank("Day it was started, or: new"),
            Blank("For how long", f"{drug.duration}" if drug is not None and drug.duration is not None else ""),
            Choice("What is asked for", tuple(KINDS.values()), (KINDS[letter.kind],) if letter.kind in KINDS else ()),
        ),
    )
    hurry = Section(
        "Expedited request",
        (
            Words(
                "A plan must decide within 24 hours where the prescriber states that the standard 72 hours could "
                "seriously harm life, health or the ability to regain full function (42 CFR 423.570, 423.572)."
            ),
            Choice("Does the prescriber state this?", ("Yes", "No")),
        ),
    )
    support = Section(
        "The prescriber's supporting statement",
        (
            Blank("Diagnosis with its ICD-10-CM code", diagnoses(case)),
            Blank("Drugs tried, their days and results", "In the letter and its enclosures that come with this form."),
            Blank("What is taken for it now", "", 2),
            Blank("Known contraindications or interactions", "", 2),
            Blank("Height and weight", ""),
            Blank("Allergies", ""),
            Choice("Why this drug", WHY),
            Signature("Signature of the prescriber"),
        ),
    )
    other = requestor("form CMS-1696 or its equal")
    sections = (patient(case), other, request, hurry, clinician(case, "The prescriber"), support)
    official = "the fields of the model coverage determination request; 42 CFR 423.568, 423.578"
    return Form("Request for a Medicare drug coverage determination", official, ", ".join(letter.to), sections)
