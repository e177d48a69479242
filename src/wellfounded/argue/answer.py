"""One brief for a case: the grounds every letter draws on, and an answer to each reason the payer gave."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wellfounded import plugin
from wellfounded.argue import criteria
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Brief, Claim, Stop
from wellfounded.model.basis import Derivation
from wellfounded.model.case import Case
from wellfounded.model.criteria import Policy
from wellfounded.model.finding import Gap, Match
from wellfounded.model.law import Right
from wellfounded.packs import Library

Item = Argument | Stop | Gap
NOT_NEED = {"coverage", "coding", "authorization", "network", "dates"}  # the stops of the strategies so named


def argue(
    case: Case, policy: Policy | None, match: Match | None, rights: tuple[Right, ...], library: Library, on: date
) -> Brief:
    """Argue *case* on the day *on*.

    Each reason of the refusal goes to its strategy; with no refusal the policy's criteria are argued for a first
    request. What nothing shows is asked, and what fails is a Stop, never an argument.
    """
    view = View(case, policy, match, rights, library, on)
    items: list[Item] = [*_grounds(view)]
    for reason in view.reasons():
        for strategy in plugin.modules("wellfounded.argue.strategies", "ANSWERS", "argue"):
            if reason in strategy.ANSWERS:
                items += _alone(strategy.argue(replace(view, reason=reason)), view)
    if not view.reasons():
        items += criteria.arguments(view)
    items = [item for at, item in enumerate(items) if item not in items[:at]]
    return Brief(
        tuple(item for item in items if isinstance(item, Argument)),
        tuple(item for item in items if isinstance(item, Stop)),
        tuple(item for item in items if isinstance(item, Gap)),
        criteria.open_steps(view),
    )


def _alone(items: Iterator[Item], view: View) -> Iterator[Item]:
    """Let a reason that need does not answer stop the letter only where it is the one reason given.

    Beside a reason of need it becomes something to ask: the letter answers the other, and says nothing of this one.
    """
    several = len(view.reasons()) > 1
    for item in items:
        if isinstance(item, Stop) and several and item.requirement in NOT_NEED:
            yield from (Gap("ask", line) for line in item.instead)
        else:
            yield item


def _grounds(view: View) -> Iterator[Argument]:
    """Gather every claim of the folder under one argument: this patient needs this service."""
    kinds = plugin.modules("wellfounded.argue.grounds", "claims")
    grounds: tuple[Claim, ...] = tuple(claim for kind in kinds for claim in kind.claims(view))
    needed = [claim for claim in grounds if claim.kind == "diagnosis"]
    asked = tuple(service.description.basis for service in view.case.services)
    basis = (*asked, *(part for claim in needed for part in claim.basis))
    if basis:
        yield Argument("necessity", Claim("necessity", "case", (Derivation("argue.necessity", basis),)), grounds)
    elif grounds:
        yield Argument("necessity", Claim("necessity", "case", grounds[0].basis), grounds)
