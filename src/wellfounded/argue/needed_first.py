"""Whether a first request needs a letter: by what the policy says of prior authorization, and by what is asked for."""

import re

from wellfounded.model.argument import Need
from wellfounded.model.basis import Fact, Quote
from wellfounded.model.case import Case
from wellfounded.model.criteria import Policy, requirements
from wellfounded.model.document import Document

AUTHORIZATION = re.compile(
    r"[^.\n]*\b(?:prior|pre-?)\s?-?authori[sz]ation\s+is\s+(?P<no>not\s+)?(?:required|needed)\b[^.\n]*\.?|"
    r"[^.\n]*\b(?:requires?|needs?)\s+prior\s+authori[sz]ation\b[^.\n]*\.?",
    re.IGNORECASE,
)
EQUIPMENT = ("E", "K", "L")  # HCPCS: equipment, temporary equipment codes, orthotics and prosthetics
WORK = {"workers_comp", "workers_comp_federal"}


def first_request(case: Case, policy: Policy | None) -> Need:
    """Say whether a letter goes with the first request, and which."""
    kind = _kind(case)
    said = _stated(case)
    if said is not None:
        words, refused = said
        if refused:
            why = (Fact(f"The plan's paper says: {' '.join(words.exact.split())}", words),)
            return Need("no", "", why, then=("A short note of need beside the order does no harm.",))
        why = (Fact(f"The plan's paper says: {' '.join(words.exact.split())}", words),)
        return Need("yes", kind, (*why, *_criteria(policy)))
    if policy is not None and policy.root is not None:
        ask = "Ask the plan whether this code needs prior authorization; if it does, the letter answers its criteria."
        return Need("yes", kind, _criteria(policy), then=(ask,))
    codes = [each.coding.code for each in case.services if each.coding is not None]
    of = f" for {', '.join(codes)}" if codes else ""
    ask = f"Ask the plan whether it needs prior authorization{of}, and for the policy it decides by."
    asked = "The service is asked for and no payer's paper is here."
    bare = tuple(Fact(asked, each.description.basis) for each in case.services[:1])
    return Need("ask", kind, bare, then=(ask,))


def _kind(case: Case) -> str:
    market = case.coverage.market.value if case.coverage.market is not None else ""
    if market in WORK:
        return "workers_comp"
    codes = [each.coding for each in case.services if each.coding is not None]
    if codes and all(code.system == "hcpcs" and code.code.startswith(EQUIPMENT) for code in codes):
        return "dme"
    return "prior_authorization"


def _criteria(policy: Policy | None) -> tuple[Fact[str], ...]:
    if policy is None or policy.root is None:
        return ()
    first = next((leaf.quote for leaf in requirements(policy.root) if leaf.quote is not None), None)
    name = f"policy {policy.number}" if policy.number else "the policy"
    return (Fact(f"The plan decides by the criteria of {name}.", first),) if first is not None else ()


def _stated(case: Case) -> tuple[Quote, bool] | None:
    """Quote where a paper of the plan says that authorization is, or is not, required."""
    for document in case.documents:
        if document.source.path.startswith(("policy/", "payer/")):
            found = AUTHORIZATION.search(document.text)
            if found is not None:
                return _quoted(document, found), bool(found["no"])
    return None


def _quoted(document: Document, found: re.Match[str]) -> Quote:
    return document.quote(*found.span())
