"""Names of the library's values in a person's words, in English and Spanish."""

from wellfounded.model.finding import Verdict

VERDICTS = {
    Verdict.MET: ("met", "Met"),
    Verdict.NOT_MET: ("not-met", "Not met"),
    Verdict.UNKNOWN: ("not-found", "Not found"),
}

BARRED = {  # of what must not hold: that it is absent is good
    Verdict.MET: ("not-met", "Present"),
    Verdict.NOT_MET: ("met", "Absent"),
    Verdict.UNKNOWN: ("not-found", "Not found"),
}

STANDINGS = {
    "reading": "Being read",
    "failed": "Needs your help",
    "gather": "Something is missing",
    "stopped": "No letter yet",
    "draft": "Ready to read",
    "signed": "Signed",
    "sent": "Sent",
}

KINDS = {
    "denial": "Denial",
    "partial_approval": "Partial approval",
    "approval": "Approval",
    "pend": "Pended request",
    "information_request": "Request for information",
    "eob": "Explanation of benefits",
    "transition_notice": "Transition notice",
    "policy": "Coverage policy",
    "chart_note": "Chart note",
    "letter": "Letter",
    "other": "Other paper",
}

MARKETS = {
    "erisa_group": "Employer plan (ERISA)",
    "aca_individual": "Insurance bought by the family (ACA)",
    "aca_nongrandfathered": "Insured group plan (ACA)",
    "medicare_advantage": "Medicare Advantage",
    "medicare_part_d": "Medicare drug plan (Part D)",
    "medicare_original": "Original Medicare",
    "medicaid_managed_care": "Medicaid managed care",
    "medicaid_ffs": "Medicaid",
    "chip": "Children\u2019s program (CHIP)",
    "fehb": "Federal employees\u2019 plan (FEHB)",
    "tricare": "TRICARE",
    "workers_comp": "Workers\u2019 compensation",
    "fsa_hsa_hra": "Health account (FSA, HSA, HRA)",
}

# What a time that a notice states runs from.
SINCE = {
    "receipt": "the day it arrived",
    "document_date": "the date of the notice",
    "mailing": "the day it was sent",
    "service_date": "the date of service",
    "final_decision": "the plan\u2019s last decision",
    "remittance": "the payment notice",
}

# Amounts of a statement of benefits, as case.yaml names them.
AMOUNTS = (
    ("billed", "Billed"),
    ("allowed", "Allowed by the plan"),
    ("paid", "Paid by the plan"),
    ("patient", "The patient owes now"),
    ("cost_share", "The patient would owe if covered"),
    ("out_of_pocket_left", "Left to the year\u2019s limit"),
)

PLACES = {"payer": "From the payer", "policy": "Policy", "chart": "Chart"}

# Fields of a payer's letter in the order in which a person wants to see them, with where a correction of each is kept.
FIELDS = (
    ("payer", "Plan or insurer", "coverage.payer"),
    ("delegate", "Decided by", ""),
    ("notice_date", "Date of the notice", "received.denial_dated"),
    ("patient_name", "Patient", "patient.name"),
    ("birth_date", "Date of birth", "patient.birth_date"),
    ("member_id", "Member number", "coverage.member_id"),
    ("reference_number", "Reference number", ""),
    ("claim_number", "Claim number", ""),
    ("authorization_number", "Authorization number", ""),
    ("plan_market", "Kind of coverage", "coverage.market"),
    ("service", "Service", ""),
    ("code", "Code", ""),
    ("reason", "Why it was denied", ""),
    ("criterion_cited", "Rule the plan used", ""),
    ("appeal_window", "Time to appeal, as stated", ""),
    ("appeal_deadline", "Last day, as stated", ""),
    ("appeal_address", "Where an appeal goes", ""),
    ("appeal_fax", "Fax for appeals", ""),
    ("appeal_phone", "Telephone for appeals", ""),
    ("peer_to_peer", "Call with the plan\u2019s reviewer", ""),
    ("route_window", "Other times stated", ""),
    ("expedited", "Offers a fast appeal", ""),
    ("external_review", "Offers an outside review", ""),
    ("level", "Level", ""),
    ("request_date", "Date of the request", "requested"),
    ("service_date", "Date of service", ""),
    ("units", "Amount asked for", ""),
    ("diagnosis", "Diagnosis", ""),
    ("amount", "Amount", ""),
)

# What a first notice should hold and people miss when it does not (29 CFR 2560.503-1(g), 42 CFR 438.404(b)).
EXPECTED = (
    ("reason", "why the service was denied"),
    ("criterion_cited", "which policy, guideline or rule was used"),
    ("reference_number", "a reference or case number"),
    ("appeal_window", "how long you have to appeal"),
    ("appeal_address", "where an appeal goes"),
    ("service", "which service was denied"),
)


def named(word: str) -> str:
    """Give an id in plain words: "internal_appeal" is "Internal appeal"."""
    plain = word.replace("_", " ")
    return f"{plain[:1].upper()}{plain[1:]}"
