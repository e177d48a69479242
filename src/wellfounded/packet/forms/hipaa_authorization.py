"""Authorization to disclose health information, with every element the privacy rule asks for (45 CFR 164.508(c)).

What is disclosed, by whom, to whom, for what, until when, the right to revoke, that care does not depend on it, and
that what is disclosed may be passed on. A plan or a state may want its own form.

Checked in November 2026 element by element against two guides to 45 CFR 164.508(c)(1) and (2): what, by whom, to whom,
for what, until when, signature and day, why a representative may sign; how to revoke, that care does not depend on it,
that it may be passed on. That psychotherapy notes need one of their own: 164.508(a)(2) in the 2004 print.
"""

from wellfounded.model.case import Case
from wellfounded.model.letter import Letter
from wellfounded.packet.forms._form import Blank, Choice, Form, Section, Signature, Words, patient, said, services

NAME = "hipaa_authorization"


def asked(letter: Letter, case: Case) -> bool:
    """Whether records go to someone who needs the patient's leave: a regulator or a review outside the plan."""
    del case
    return letter.kind in {"external_review", "complaint_to_regulator"}


def fill(letter: Letter, case: Case) -> Form:
    """Fill from whom to whom and for what; the extent and the end are the patient's to choose."""
    office = said(case.practice.name) or said(case.practitioner.name)
    what = Section(
        "What may be disclosed, by whom and to whom",
        (
            Blank("By", ", ".join(part for part in (office, *case.practice.address) if part)),
            Blank("To", ", ".join(letter.to)),
            Blank("For", f"the review of the refusal of {services(case)}" if case.services else ""),
            Blank("Records of these days", ""),
            Choice(
                "Of these kinds",
                ("Office notes", "Test results and imaging", "Medication lists", "Hospital records", "Billing records"),
            ),
            Choice(
                "Also, by initials beside each",
                ("Mental health ____", "Substance use disorder treatment ____", "HIV ____", "Genetic tests ____"),
            ),
            Blank("Until (a day or an event)", ""),
        ),
    )
    rights = Section(
        "What I know",
        (
            Words(
                "I may revoke this at any time in writing to the office named above, but not for what was disclosed "
                "before. My care, payment, enrollment and benefits do not depend on my signing. What is disclosed "
                "may be disclosed again by who receives it and may then no longer be protected. Records of "
                "substance use disorder treatment stay protected by 42 CFR part 2. Psychotherapy notes are not "
                "disclosed by this; they need an authorization of their own. I am given a copy of what I sign."
            ),
            Signature("Signature of the patient or personal representative"),
            Blank("If signed by a representative: name, and why this person may sign"),
        ),
    )
    official = "the elements of 45 CFR 164.508(c)"
    return Form(
        "Authorization to disclose health information", official, ", ".join(letter.to), (patient(case), what, rights)
    )
