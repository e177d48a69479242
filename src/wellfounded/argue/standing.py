"""Which criteria of a policy decide a letter of some kind: those to begin a treatment, or those to go on with it."""

from dataclasses import replace

from wellfounded.model.criteria import Aside, Policy, requirements

GOES_ON = {"continuation", "renewal"}


def standing(policy: Policy | None, kind: str) -> Policy | None:
    """Give the policy with the criteria by which a letter of *kind* is decided as its root.

    A request to go on is decided by the policy's own criteria for that, where it has any.
    """
    if policy is None or kind not in GOES_ON or policy.continuation is None:
        return policy
    first = tuple(requirements(policy.root)) if policy.root is not None else ()
    aside = (Aside("What a first request is asked", "first", first), *policy.aside) if first else policy.aside
    return replace(policy, id=f"{policy.id}#continuation", root=policy.continuation, aside=aside)
