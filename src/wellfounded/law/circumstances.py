"""What kind of case this is, as far as it is known: the words by which packs condition a clock or a right."""

import re
from datetime import date

from wellfounded.law.events import happened
from wellfounded.model.case import Case
from wellfounded.model.coding import Coding
from wellfounded.model.determination import REFUSALS, Kind, ReasonKind
from wellfounded.model.stage import APPEALED, market_of, noticed

HURRIED = "expedited_request"  # the event of a first request that the plan was asked to hurry
# HCPCS J and Q codes are drugs a clinician gives: Part B drugs in Medicare
GIVEN_DRUG = ("J", "Q")
# What can be mended without an argument
MENDABLE = (ReasonKind.CODING, ReasonKind.MISSING_INFORMATION, ReasonKind.NO_PRIOR_AUTHORIZATION)
NON_COVERAGE = re.compile(r"notice\s+of\s+medicare\s+non-?\s*coverage|CMS\W{0,3}10123", re.IGNORECASE)
_CUTS = r"(?:terminat|reduc|suspend|discontinu|stop|end)(?:e|es|ed|ing|s|p|ped|ping)?"
CUT = re.compile(
    rf"\b{_CUTS}\b.{{0,80}}\b(?:previously|already|currently)\s+(?:authorized|approved|receiv)"
    rf"|\b(?:previously|already|currently)\s+(?:authorized|approved|receiv)\w*\b.{{0,80}}\b{_CUTS}\b",
    re.IGNORECASE,
)
CONDITION = re.compile(r"\b(?:if|when|where|unless|in\s+case)\b", re.IGNORECASE)
PHARMACY = ("ndc", "rxnorm")


def circumstances(case: Case, on: date) -> dict[str, bool | None]:
    """Give each circumstance on the day *on* as true, false or None where the case does not show it.

    A request to hurry, a second appeal level and a late payer are never presumed. That an appeal is expedited says
    nothing of the request before it: see `of_the_request`.
    """
    after = _after_the_service(case)
    drug = _given_drug(case)
    events = {name for name, _ in case.received}
    expedited = "expedited" in case.asks or any("expedited" in name for name in events - {HURRIED})
    after = False if expedited and after is None else after  # a bill cannot be hurried: 29 CFR 2560.503-1(m)(1)
    return {
        "pre_service": None if after is None else not after,
        "post_service": after,
        "expedited": expedited,
        "standard": not expedited,
        "given_drug": drug,
        "no_given_drug": None if drug is None else not drug,
        "pharmacy_drug": any(service.coding and service.coding.system in PHARMACY for service in case.services),
        "two_levels": "second_appeal" in events or APPEALED in noticed(case),
        "services_end": _services_end(case),
        "ongoing": _ongoing(case),
        "under_21": _under_21(case, on),
        "mental_health": any(fact.value.code.upper().startswith("F") for fact in case.diagnoses),
        "experimental": _refused_as(case, ReasonKind.EXPERIMENTAL_INVESTIGATIONAL),
        "mendable": _refused_as(case, *MENDABLE),
        "frequency": _refused_as(case, ReasonKind.FREQUENCY_OR_LEVEL),
        "step_therapy": _refused_as(case, ReasonKind.STEP_THERAPY, ReasonKind.ALTERNATIVES_NOT_EXHAUSTED),
    }


def of_the_request(case: Case, known: dict[str, bool | None]) -> dict[str, bool | None]:
    """Give the circumstances of the first request: it was expedited where its own entry says so, not its appeal's."""
    entered = any(name == HURRIED for name, _ in case.received)
    expedited = entered or ("expedited" in case.asks and case.reading(*REFUSALS) is None)
    return {**known, "expedited": expedited, "standard": not expedited}


def _services_end(case: Case) -> bool | None:
    """Whether the notice is the Notice of Medicare Non-Coverage, which leaves hours and not days."""
    reading, market = case.reading(*REFUSALS), market_of(case)
    papers = [each for each in case.documents if each.source.path.startswith("payer/")]
    if any(NON_COVERAGE.search(each.text) for each in papers if reading is None or each.source.id == reading.source):
        return True
    return None if market is not None and market.value == "medicare_qio" else False


def _ongoing(case: Case) -> bool | None:
    """Whether the notice cuts what was authorized before; a sentence with a condition says nothing of it."""
    reading = case.reading(*REFUSALS, Kind.TRANSITION_NOTICE)
    text = next((d.text for d in case.documents if reading is not None and d.source.id == reading.source), "")
    told = (" ".join(sentence.split()) for sentence in re.split(r"[.;:]\s|\n\s*\n", text))
    return True if any(CUT.search(each) and not CONDITION.search(each) for each in told) else None


def _refused_as(case: Case, *kinds: ReasonKind) -> bool:
    reading = case.reading(*REFUSALS)
    return reading is not None and any(str(field.value) in kinds for field in reading.all("reason"))


def _under_21(case: Case, on: date) -> bool | None:
    born = case.patient.birth_date
    return None if born is None else on < date(born.value.year + 21, born.value.month, min(born.value.day, 28))


def _given_drug(case: Case) -> bool | None:
    codes = [service.coding.code for service in case.services if service.coding is not None]
    reading = case.reading(*REFUSALS)
    if not codes and reading is not None:
        codes = [field.value.code for field in reading.all("code") if isinstance(field.value, Coding)]
    return any(code[:1] in GIVEN_DRUG for code in codes) if codes else None


def _after_the_service(case: Case) -> bool | None:
    """Whether the service was given before it was refused; a bill or a claim number says so, a later date denies it."""
    reading = case.reading(*REFUSALS)
    if reading is not None and (reading.kind is Kind.EOB or reading.first("claim_number")):
        return True
    decided = happened(case, "denial").dated or happened(case, "denial").received
    starts = [service.start.latest() for service in case.services if service.start is not None]
    if reading is not None and not starts:
        starts = [field.value for field in reading.all("service_date") if isinstance(field.value, date)]
    if starts and decided is not None:
        return max(starts) < decided.value and case.requested is None
    return False if case.requested is not None else None
