"""Member appeal form: the cover sheet of an appeal to a commercial plan.

Plans print forms of their own; these are the fields nearly all of them ask for. None may be required to file: an appeal
in any writing that names the decision counts (29 CFR 2560.503-1(h); 45 CFR 147.136(b)).

There is no official form to compare it with: the fields are those that plans' own sheets have in common.
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
    day,
    diagnoses,
    given,
    group,
    lettered,
    market,
    notice,
    patient,
    role,
    said,
    services,
    spans,
)

NAME = "member_appeal"
KINDS = {"internal_appeal", "internal_appeal_2", "expedited_appeal", "patient_appeal", "patient_appeal_es"}
COMMERCIAL = ("aca_", "erisa_", "fehb")
LEVELS = ("First appeal", "Second appeal", "Expedited appeal")
MARKED = {"internal_appeal_2": LEVELS[1], "expedited_appeal": LEVELS[2]}


def asked(letter: Letter, case: Case) -> bool:
    """Whether the letter is an appeal to a plan that is neither public nor foreign."""
    return letter.kind in KINDS and market(case).startswith(COMMERCIAL)


def fill(letter: Letter, case: Case) -> Form:
    """Fill what is known; the reasons stand in the letter."""
    decision = Section(
        "The decision",
        (
            Blank("Plan", said(case.coverage.plan) or said(case.coverage.payer)),
            Blank("Group", group(letter, case)),
            Blank("Date of the notice", notice(case, "notice_date")),
            Blank("Date it was received", _received(case)),
            Blank("Reference number", notice(case, "reference_number")),
            Blank("Claim number", notice(case, "claim_number")),
            Blank("Service", services(case) or lettered(letter, "Service")),
            Blank("Diagnosis", diagnoses(case) or lettered(letter, "Diagnosis (ICD-10-CM)")),
            Blank("Dates of service", spans(case) or lettered(letter, "Dates of service")),
            Choice("The care", ("Has not been given yet", "Is going on", "Has been given"), _when(letter, case)),
            Choice("This is the", LEVELS, (MARKED.get(letter.kind, LEVELS[0]),)),
        ),
    )
    why = Section("Reasons", (Blank("Why the decision is wrong", "In the letter that comes with this form."),))
    roles = ("The member", "The treating provider", "A representative (with the member's authorization)")
    signs = Section(
        "Who appeals",
        (
            Blank("Name", said(letter.signer.name)),
            Choice("The person who signs is", roles, role(letter, case, roles[1], roles[0])),
            Signature("Signature of the person who appeals"),
        ),
    )
    sections = (patient(case), decision, why, clinician(case), signs)
    official = "the fields plans ask for; 29 CFR 2560.503-1(h), 45 CFR 147.136(b)"
    return Form("Appeal: cover form", official, ", ".join(letter.to), sections)


def _received(case: Case) -> str:
    return next((day(fact) for name, fact in case.received if name == "denial"), "")


def _when(letter: Letter, case: Case) -> tuple[str, ...]:
    if any(each.start is None for each in case.services) or not case.services:
        return ()
    return ("Has been given",) if given(case, letter) else ("Has not been given yet",)
