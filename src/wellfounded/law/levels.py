"""The levels of every route: the events by which a person says that one was asked for, and those that answer it."""

from dataclasses import dataclass

from wellfounded.model.stage import APPEALED, FINAL, FIRST, OUTSIDE

UNANSWERED = "unanswered_appeal"  # the appeal itself, as the start of a clock that runs where no answer came


@dataclass(frozen=True, slots=True)
class Level:
    """What is entered in case.yaml once a level was asked for, and once it was decided; the first name is its own."""

    asked: tuple[str, ...]
    answers: tuple[str, ...] = ()


_FIRST_APPEAL = Level(("appeal",), (FINAL, APPEALED, "reconsideration_denial", "level_2_denial"))
LEVELS = {
    **dict.fromkeys(
        ("internal_appeal", "plan_appeal", "redetermination", "reconsideration", "review", "appeal", "grievance"),
        _FIRST_APPEAL,
    ),
    **dict.fromkeys(("widerspruch", "widerspruch_abroad", "einsprache"), _FIRST_APPEAL),
    "expedited_appeal": Level(("expedited_appeal",), (FINAL, APPEALED)),
    "second_appeal": Level(("second_appeal",), (FINAL,)),
    "external_review": Level(
        ("external_review_request", "expedited_external_review_request"), (OUTSIDE, "external_review_decision")
    ),
    "external_review_by_provider": Level(
        ("external_review_by_provider_request", "external_review_request"), (OUTSIDE, "external_review_decision")
    ),
    "expedited_external_review": Level(("expedited_external_review_request",), (OUTSIDE, "external_review_decision")),
    "dismissal_review": Level(("dismissal_review_request",), ("dismissal_review_decision",)),
    "second_review": Level(("second_review_request",), ("second_review_decision",)),
    "second_reconsideration": Level(("second_reconsideration_request",), ("second_reconsideration_decision",)),
    "hearing": Level(("hearing_request",), ("hearing_decision",)),
    "fair_hearing": Level(("fair_hearing_request",), ("fair_hearing_decision",)),
    "alj_hearing": Level(("alj_request",), ("alj_decision",)),
    "council_review": Level(("council_request",), ("council_decision",)),
    "review_appeal": Level(("review_appeal_request",), ("review_appeal_decision",)),
    "opm_review": Level(("opm_request",), ("opm_decision",)),
    "ombudsman": Level(
        ("ombudsman_complaint", "ombudsman_complaint_complete"), ("ombudsman_letter", "ombudsman_award")
    ),
    "committee": Level(("committee_request",), ("committee_decision",)),
    "registrar_appeal": Level(("registrar_appeal_request",), ("registrar_appeal_decision",)),
    "regulator": Level(("regulator_complaint", "council_complaint"), ("registrar_decision",)),
    "ecab": Level(("ecab_request",), ("ecab_decision",)),
    "fast_appeal": Level(("fast_appeal", "fast_appeal_complete"), ("qio_denial",)),
    "fast_appeal_late": Level(("fast_appeal", "fast_appeal_complete"), ("qio_denial",)),
    "fast_appeal_reconsideration": Level(("qio_reconsideration",), ("qio_reconsideration_decision",)),
    "court": Level(("court_filing",), ("court_decision",)),
    "supreme_court": Level(("supreme_court_filing",), ("supreme_court_decision",)),
    "self_pay_dispute": Level(("self_pay_dispute_request",), ("self_pay_dispute_decision",)),
    "continuation": Level(("continuation_request",)),
    "information": Level(("information_answer",)),
    "response": Level(("information_answer",)),
    "peer_to_peer": Level(("peer_to_peer",)),
    "corrected_claim": Level(("corrected_claim",)),
}
# What ends a clock that is not ours, by its level; decisions on the request and the appeal are read from papers.
ANSWERED = {
    "external_preliminary_review": ("external_review_assignment",),
    "external_review_decision": (OUTSIDE, "external_review_decision"),
    "fair_hearing_decision": ("fair_hearing_decision",),
    "alj_decision": ("alj_decision",),
    "opm_decision": ("opm_decision",),
    "ombudsman_decision": ("ombudsman_award",),
    "fast_appeal_decision": ("qio_denial",),
    "reconsideration_decision": ("qio_reconsideration_decision",),
    "step_therapy_exception": ("step_exception_decision",),
    "exception_decision": (FIRST,),
    "complaint_acknowledgement": ("complaint_acknowledgement", FINAL),
    "council_acknowledgement": ("council_acknowledgement", "registrar_decision"),
    "records_access": ("records_received",),
    "records_amendment": ("records_amended",),
    "review_hearing_date": ("review_hearing_date", FINAL),
    "implementation": ("implementation",),
    "initial_payment": ("initial_payment",),
    "petition_response": ("petition_response",),
}
# What has to happen before an event can, so that no level is offered before the one whose answer opens it.
BEFORE = {
    FINAL: FIRST,
    APPEALED: FIRST,
    UNANSWERED: FIRST,
    "reconsideration_denial": FIRST,
    "level_2_denial": FIRST,
    "qio_denial": FIRST,
    **dict.fromkeys(
        (OUTSIDE, "external_review_decision", "independent_review_dismissal", "second_reconsideration_decision"), FINAL
    ),
    **dict.fromkeys(("fair_hearing_decision", "ombudsman_letter", "ombudsman_award", "registrar_decision"), FINAL),
    "alj_decision": OUTSIDE,
    "council_decision": "alj_decision",
    "court_decision": FINAL,
}


def level_of(name: str) -> Level:
    """Give the level of that name, as a deadline or a notice's own time limit bears it."""
    bare = name.removesuffix("_as_stated")
    return LEVELS.get(bare, Level((f"{bare}_request",)))


def chain(event: str) -> tuple[str, ...]:
    """Give *event* and what must have happened before it, back to its start."""
    return (event, *(chain(BEFORE[event]) if event in BEFORE else ()))


def named() -> frozenset[str]:
    """Give every event that a person may enter and that no clock need run from."""
    levels = (name for level in LEVELS.values() for name in (*level.asked, *level.answers))
    return frozenset((*levels, *(name for names in ANSWERED.values() for name in names), *BEFORE))
