"""Request for external review: the fields a state's or the federal process asks for.

They are those of the NAIC model act's request form and of 45 CFR 147.136(c) and (d); a state may have a form of its
own, which its insurance department gives out.

Checked in November 2026 against the first page of that form as Arkansas (054.00.76 App. B), Oklahoma (02/2020) and Iowa
(191-76 App. B) print it: who applies and as what, the patient, the insurer with its address, the insurance and claim
numbers, the employer, the two medical grounds. From memory: the parts on the provider, on speed and on the release of
records, and that a rescission and surprise billing may be reviewed under 45 CFR 147.136(d).
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
    notice,
    patient,
    role,
    said,
    services,
)

NAME = "external_review"
KINDS = (
    "Medical need, setting, level or effectiveness of care",
    "Experimental or investigational treatment",
    "Rescission of the coverage",
    "Surprise billing",
)


def asked(letter: Letter, case: Case) -> bool:
    """Whether the letter asks for external review outside Medicare, whose later levels have forms of their own."""
    return letter.kind == "external_review" and not said(case.coverage.market).startswith("medicare")


def fill(letter: Letter, case: Case) -> Form:
    """Fill what is known; what is urgent only a clinician can certify, by hand."""
    decision = Section(
        "The plan's decision",
        (
            Blank("Plan", said(case.coverage.plan) or said(case.coverage.payer)),
            Blank("State the plan was issued in", said(case.coverage.state)),
            Blank("Date of the plan's final decision", notice(case, "notice_date")),
            Blank("Plan's address and telephone"),
            Blank("Reference number", notice(case, "reference_number")),
            Blank("Claim number", notice(case, "claim_number")),
            Blank("Employer with its telephone, if the coverage comes from one"),
            Choice("Does the employer pay the claims itself (self-funded)?", ("Yes", "No", "I do not know")),
            Blank("Service", services(case)),
            Blank("Diagnosis", diagnoses(case)),
            Choice("The decision concerns", KINDS, _kind(case)),
        ),
    )
    hurry = Section(
        "Expedited review",
        (
            Words(
                "It may be asked for where the standard time would seriously jeopardize life, health or the ability "
                "to regain full function, or for an admission or continued stay after an emergency."
            ),
            Choice("Is it asked for? (the treating clinician certifies it)", ("Yes", "No")),
        ),
    )
    release = Section(
        "Release of records",
        (
            Words(
                "I let my plan and my providers give the independent review organization the records it needs to "
                "decide, and nobody else, until the review is over."
            ),
            Signature("Signature of the patient, parent or representative"),
        ),
    )
    roles = ("The patient", "The provider", "A representative with the patient's authorization")
    applies = Section(
        "Who applies",
        (
            Blank("Name", said(letter.signer.name)),
            Choice("The person who applies is", roles, role(letter, case, roles[1], roles[0])),
            Choice("Comes with it", ("A copy of the final decision", "A copy of the insurance card")),
        ),
    )
    official = "the fields of 45 CFR 147.136(c) and (d) and of state forms"
    sections = (applies, patient(case), decision, hurry, clinician(case), release)
    return Form("Request for external review", official, ", ".join(letter.to), sections)


def _kind(case: Case) -> tuple[str, ...]:
    reason = notice(case, "reason")
    if reason == "experimental_investigational":
        return (KINDS[1],)
    return (KINDS[0],) if reason in {"not_medically_necessary", "step_therapy", "frequency_or_level"} else ()
