"""Which bodies of law govern a coverage, and what each answer rests on."""

from datetime import date
from difflib import get_close_matches

from wellfounded.errors import UnknownJurisdiction
from wellfounded.model.basis import Attestation, Basis, Derivation, Fact
from wellfounded.model.case import Case
from wellfounded.model.law import Jurisdiction
from wellfounded.model.stage import market_of
from wellfounded.packs import Library
from wellfounded.packs.schema.law import Governs, LawPack

# The employer may pay the claims itself, so that state law may not reach the plan.
EMPLOYERS = ("erisa_group",)
# Bodies of law that packs hold under a name of their own and that are no coverage a person has
SUBJECTS = frozenset(
    {
        *("cms_0057_f", "e_signature", "information_blocking", "medicare_all", "mhpaea", "privacy_hipaa"),
        *("privacy_part2", "quality_trap", "us_general"),
    }
)
ALWAYS_INSURED = (
    "aca_individual",
    "aca_qhp_ehb",
    "federal_external_review_hhs",
    "state_external_review_fully_insured",
    "state_insurance",
    "state_internal_fully_insured",
    "state_step_therapy_fully_insured",
)


def applies(case: Case, on: date, library: Library) -> tuple[Jurisdiction, ...]:
    """Give each body of law that governs the coverage; none where the market is unknown (see `questions`).

    The market is what case.yaml says, else what the notice itself says (`plan_market`); how a plan is funded is only
    ever what a person or a document states, never inferred from an insurer's name or logo. Raises UnknownJurisdiction
    where a person entered a market that no pack governs.
    """
    market = market_of(case)
    if market is None:
        return ()
    _refuse_unknown(market, library)
    return tuple(
        Jurisdiction(id_, pack.title, Derivation(f"{id_}#governs", why))
        for id_, pack in library.all(LawPack)
        if market.value in pack.governs.markets
        and (pack.in_force is None or pack.in_force <= on)
        and (why := _why(pack.governs, case, market))
    )


def _refuse_unknown(market: Fact[str], library: Library) -> None:
    if not isinstance(market.basis, Attestation):
        return  # a notice may name a market we hold nothing on: it is asked about, and the notice still speaks
    if any(market.value in pack.governs.markets for _, pack in library.all(LawPack)):
        return
    held = sorted({each for _, pack in library.all(LawPack) for each in pack.governs.markets} - SUBJECTS)
    near = get_close_matches(market.value, held, 1)
    meant = f"Perhaps {near[0]} is meant. " if near else ""
    raise UnknownJurisdiction(
        f"case.yaml: coverage.market is {market.value!r}, and no law pack governs such a market",
        hint=f"{meant}Enter one of these, or leave it out to be asked: {', '.join(held)}.",
    )


def _why(governs: Governs, case: Case, market: Fact[str]) -> tuple[Basis, ...]:
    """Give the facts by which a law of the coverage's market governs, or an empty tuple where it does not."""
    coverage = case.coverage
    why: list[Basis] = [market.basis]
    state = coverage.state
    if (governs.states and (state is None or state.value not in governs.states)) or (
        state is not None and state.value in governs.except_states
    ):
        return ()
    if state is not None and (governs.states or governs.except_states):
        why.append(state.basis)
    if governs.insured is not None:
        insured = insured_of(case, market.value)
        if insured is (not governs.insured) or (insured is None and governs.insured and market.value in EMPLOYERS):
            return ()
        if coverage.funding is not None:
            why.append(coverage.funding.basis)
    grandfathered = coverage.grandfathered
    if governs.grandfathered is not None and grandfathered is not None:
        if grandfathered.value is not governs.grandfathered:
            return ()
        why.append(grandfathered.basis)
    return tuple(why)


def insured_of(case: Case, market: str) -> bool | None:
    """Say whether an insurer bears the cost, as stated or by the market itself; None where it is not known."""
    if case.coverage.funding is not None:
        return case.coverage.funding.value == "fully_insured"
    return True if market in ALWAYS_INSURED else None
