"""What a reviewer looks for, one line each: the question, why it is asked, in which letters, and how it is found."""

from dataclasses import dataclass

from wellfounded.check.rubric import seek
from wellfounded.check.rubric.seek import Seek

REQUESTS = frozenset(
    {"prior_authorization", "step_therapy_exception", "formulary_exception", "dme", "renewal", "continuation",
     "new_plan_year", "resubmission", "workers_comp"}
)  # fmt: skip
APPEALS = frozenset(
    {"internal_appeal", "internal_appeal_2", "expedited_appeal", "external_review", "medicaid_appeal",
     "medicare_redetermination", "medicare_reconsideration", "patient_appeal", "patient_appeal_es"}
)  # fmt: skip
ACCOUNTS = frozenset({"fsa_hsa"})
AGAIN = frozenset({"renewal", "continuation", "new_plan_year"})
CLINICAL = REQUESTS | APPEALS
CLINICIANS = (CLINICAL | ACCOUNTS) - {"patient_appeal", "patient_appeal_es"}
ALL = CLINICAL | ACCOUNTS | {"criteria_request", "information_answer", "peer_to_peer"}


@dataclass(frozen=True, slots=True)
class Item:
    """One question that can be answered by yes, with the place, or no."""

    id: str
    asks: str
    why: str
    kinds: frozenset[str]
    seek: Seek


ITEMS = (
    Item("patient", "Is the patient named?", "The plan looks the member up first.", ALL, seek.patient),
    Item("birth_date", "Does the birth date stand there?", "Name, birth date and number together find one person.",
         ALL - ACCOUNTS, seek.birth_date),
    Item("member_number", "Does the member number stand there?", "Without it the letter is filed by hand, or not.",
         ALL - ACCOUNTS, seek.labelled("member", "claim")),
    Item("plan_number", "Does the plan's own number for the decision stand there?",
         "The plan files an appeal by its own number.", APPEALS, seek.labelled("claim", "reference", "authorization")),
    Item("dated", "Is the letter dated?", "Windows and validity are counted from days.", ALL, seek.dated),
    Item("asks", "Does it say in the first half page what it asks for?", "A reviewer decides there whether to read.",
         ALL, seek.asks_early),
    Item("service", "Is the service named by its code or its drug?", "The plan decides on that, not on the story.",
         CLINICAL, seek.service),
    Item("amount", "Does it say how much, how often or how long?", "Else the plan authorizes its own guess.",
         CLINICIANS, seek.amount),
    Item("diagnosis", "Does a diagnosis code stand there?", "Missing codes are a first reason for return.",
         CLINICAL, seek.diagnosis_code),
    Item("severity", "Is the disease given with a grade, a score or a value?", "Criteria ask for a number.",
         CLINICAL, seek.severity),
    Item("examined", "Does the clinician say when or how the patient was seen?", "A letter without it is hearsay.",
         CLINICIANS, seek.examined),
    Item("trial", "Is a treatment tried named with how it ended?", "Step rules count named trials and nothing else.",
         CLINICAL, seek.trial),
    Item("whole_trial", "Is one told with dose, length and end?", "Adequate means a dose for a time.",
         CLINICAL - {"patient_appeal", "patient_appeal_es"}, seek.whole_trial),
    Item("criterion", "Are the plan's criteria answered by their numbers?", "The reviewer goes down that list.",
         CLINICIANS - ACCOUNTS, seek.criterion),
    Item("reason", "Is the plan's reason for refusal taken up?", "What is not answered stands.", APPEALS,
         seek.answers_reason),
    Item("reference", "Does a dated reference support it?", "Evidence that cannot be looked up is none.",
         CLINICIANS - ACCOUNTS, seek.reference),
    Item("consequence", "Does it say, measurably, what follows without the care?", "That is necessity, in one line.",
         CLINICAL, seek.consequence),
    Item("goal", "Is there a goal, or a measure of progress?", "Plans renew on progress against a goal.", REQUESTS,
         seek.goal),
    Item("so_far", "Does it say what was given so far, and with what result?", "Prior use is counted first.", AGAIN,
         seek.use_so_far),
    Item("urgency", "Is the danger of the standard time certified?", "A physician's word on it decides the speed.",
         frozenset({"expedited_appeal"}), seek.urgency),
    Item("papers", "Does it name the papers it asks for?", "Criteria and claim file are sent when they are named.",
         frozenset({"criteria_request"}), seek.papers),
    Item("condition", "Does it name the condition that is treated?", "The expense must treat a disease.", ACCOUNTS,
         seek.diagnosis),
    Item("need", "Does it say that the item treats that condition?", "General health is no medical expense.", ACCOUNTS,
         seek.need),
    Item("length", "Does it say for how long?", "A letter covers only the period it states.", ACCOUNTS, seek.length),
    Item("enclosures", "Are the enclosures listed?", "The reader can then tell what is missing.", CLINICAL,
         seek.enclosures),
    Item("signed", "Is it signed with name and credential?", "A bare name is no clinician's signature.", CLINICIANS,
         seek.signed),
    Item("npi", "Does the signer's NPI stand there?", "The plan finds the order by it.", CLINICIANS - ACCOUNTS,
         seek.npi),
    Item("phone", "Does it say how to reach the signer?", "A reviewer with a question calls, or denies.", ALL,
         seek.phone),
    Item("call", "Does it offer a talk between physicians?", "Many refusals are turned there.",
         APPEALS - {"patient_appeal", "patient_appeal_es"}, seek.offers_call),
    Item("letterhead", "Does it stand on the practice's paper?", "Some readers refuse a letter that does not.",
         CLINICIANS, seek.letterhead),
)  # fmt: skip
BY_ID = {item.id: item for item in ITEMS}
