"""Appointment of representative: a person with Medicare lets another act in a claim, an appeal or a request.

The parts are those of form CMS-1696 (42 CFR 405.910(c), 422.561, 423.560): the appointment, its acceptance, the waiver
of a fee and the waiver of payment. It names one person, is signed by both, and lasts one year from the later signature
for new matters. A physician needs none for a request or a first appeal before the care (42 CFR 422.578, 423.580), and a
prescriber none for the reconsideration of a drug either (42 CFR 423.600(a)).

Checked in November 2026 against the form as approved in 2015 under OMB 0938-0950 (the four parts, who signs, what is
accepted and waived; renewed without change in 2025), a contractor's page on 42 CFR 405.910 (one named person, one year
from the later signature) and the Part D reconsideration form (the prescriber needs no appointment). Not seen: whether
today's edition has lines for fax and e-mail.
"""

from wellfounded.model.case import Case
from wellfounded.model.letter import Letter
from wellfounded.packet.forms._form import (
    MEDICARE,
    Blank,
    Choice,
    Form,
    Section,
    Signature,
    Words,
    given,
    market,
    own,
    said,
)

NAME = "cms_1696"
LATER = {"medicare_reconsideration", "internal_appeal_2", "external_review"}
BY_HAND = "Left to the person who signs"


def asked(letter: Letter, case: Case) -> bool:
    """Whether the clinician files where only the patient or one appointed may: a later level, or care already given."""
    if market(case) not in MEDICARE or own(letter, case):
        return False
    if market(case) == "medicare_part_d":
        return given(case, letter) and (letter.kind in LATER or "appeal" in letter.kind)
    return letter.kind in LATER or (
        market(case) != "medicare_original" and given(case, letter) and "appeal" in letter.kind
    )


def fill(letter: Letter, case: Case) -> Form:
    """Fill the names, numbers and addresses; what only the two people can say stays blank."""
    who, doctor, office = case.patient, case.practitioner, case.practice
    name = ", ".join(part for part in (said(doctor.name), said(doctor.credentials)) if part)
    appoint = Section(
        "1  Appointment, by the patient",
        (
            Blank("Name of the patient", said(who.name)),
            Blank("Medicare number, or number of the plan", said(case.coverage.member_id)),
            Words(
                f"I appoint {name or 'the person named in part 2'} to act for me in my claim, request or appeal "
                "about the care named below. This person may make any request, give and ask for evidence, be told "
                "how my case stands, and receive every notice in my place. I understand that private health "
                "information about me may be shown to this person."
            ),
            Blank("The care in question", "; ".join(each.description.value for each in case.services)),
            Blank("Street, town, state and ZIP code", ", ".join(who.address)),
            Blank("Telephone", said(who.phone)),
            Blank("E-mail (optional)"),
            Signature("Signature of the patient"),
        ),
    )
    accept = Section(
        "2  Acceptance, by the representative",
        (
            Blank("Name of the representative", name),
            Words(
                "I accept. I am not barred or suspended from practice before the Department of Health and Human "
                "Services, I am not, as a present or past employee of the United States, disqualified from acting "
                "here, and I know that any fee may need approval."
            ),
            Blank("I am (professional status or relation to the patient)", said(doctor.specialty)),
            Blank("Street, town, state and ZIP code", ", ".join(office.address)),
            Blank("Telephone", said(doctor.phone) or said(office.phone)),
            Blank("Fax (optional)", said(doctor.fax) or said(office.fax)),
            Blank("E-mail (optional)", said(doctor.email)),
            Signature("Signature of the representative"),
        ),
    )
    fee = Section(
        "3  Waiver of fee (a provider or supplier of the care must sign it)",
        (
            Words("I ask no fee for acting for this patient before the Secretary of Health and Human Services."),
            Signature("Signature of the representative"),
        ),
    )
    payment = Section(
        "4  Waiver of payment (where the provider of the care acts and the question is whether the patient could "
        "have known)",
        (
            Words(
                "If Medicare decides under section 1879(a)(2) of the Social Security Act, I will not collect "
                "payment from the patient for the care in question."
            ),
            Choice("Does this part apply?", ("Yes", "No")),
            Signature("Signature of the representative"),
        ),
    )
    return Form(
        "Appointment of representative",
        "the fields of form CMS-1696",
        ", ".join(letter.to),
        (appoint, accept, fee, payment),
    )
