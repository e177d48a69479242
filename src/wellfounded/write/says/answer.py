"""How the answer to a reason that is not need itself is said: a limit kept, an authorization held, words that cover."""

from collections.abc import Callable

from wellfounded.model.argument import Claim
from wellfounded.model.letter import Sentence
from wellfounded.write import policyname, service
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, numbers, quoted

KINDS = ("within_limit", "authorized", "network_gap", "covered_by_policy", "established")


def say(claim: Claim, telling: Telling, n: int = 0) -> tuple[Sentence, ...]:
    """Say the claim in one sentence; nothing where a word of it is not known."""
    del n
    text = SAID[claim.kind](claim, telling)
    under = list(claim.basis)
    under += policyname.basis(telling) if "policy" in text else ()
    under += service.basis(telling) if claim.kind in {"covered_by_policy", "established"} else ()
    return (sentence(text, *under),) if text else ()


def _limit(claim: Claim, telling: Telling) -> str:
    unit = numbers.singular(claim.slot("unit"))
    if not unit:
        return ""
    asked, allowed = (float(claim.slot(name)) for name in ("asked", "allowed"))
    per = f" {claim.slot('per')}" if claim.slot("per") else ""
    leaf = next((each for each in (telling.policy.limits if telling.policy else ()) if each.id == claim.about), None)
    place = f" ({policyname.place(leaf.label)})" if leaf is not None and leaf.label else ""
    ways = (
        f"the request is for {_amount(asked, unit)}; {policyname.short(telling)} allows {_amount(allowed, unit)}{per}",
        f"{policyname.short(telling)} allows {_amount(allowed, unit)}{per}, and {_amount(asked, unit)} are requested",
    )
    return telling.voice.pick(f"limit|{claim.about}", *ways) + place


def _amount(n: float, unit: str) -> str:
    return f"{n:g} {numbers.plural(unit, n)}"


def _authorized(claim: Claim, telling: Telling) -> str:
    day = claim.slot("date")
    of = f" of {dates.iso(day)}" if day else ""
    number = claim.slot("number")
    return f"the plan's own notice of approval{of} gives authorization {number} for {service.name(telling)}"


def _network(claim: Claim, telling: Telling) -> str:
    del telling
    return f"{claim.about} states: {quoted.closed(claim.slot('says'))}"


def _covered(claim: Claim, telling: Telling) -> str:
    del claim
    return (
        f"the plan's own {policyname.named(telling)}, states when {service.name(telling)} is covered; its criteria are "
        "answered here"
    )


def _established(claim: Claim, telling: Telling) -> str:
    del claim
    ways = (
        f"{service.name(telling)} is established for this condition, as these sources show:",
        f"these sources answer the statement that {service.name(telling)} is experimental or investigational:",
    )
    return telling.voice.pick("established", *ways)


SAID: dict[str, Callable[[Claim, Telling], str]] = {
    "within_limit": _limit,
    "authorized": _authorized,
    "network_gap": _network,
    "covered_by_policy": _covered,
    "established": _established,
}
