"""Not a covered benefit: answered by the plan's own coverage language, not by need.

Must show: words of the plan that cover the service. Must not claim: that need makes an excluded service covered.
Cannot win: where the plan document excludes it by name; the stop says what to ask for instead.
"""

from collections.abc import Iterator

from wellfounded.argue import need
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Claim, Stop
from wellfounded.model.basis import Derivation
from wellfounded.model.criteria import requirements
from wellfounded.model.determination import ReasonKind
from wellfounded.model.finding import Gap

ANSWERS = (ReasonKind.NOT_COVERED_BENEFIT,)


def argue(view: View) -> Iterator[Argument | Stop | Gap]:
    """Argue from the plan's policy that states when the service is covered, or stop."""
    yield from need.stated(view)
    policy = view.policy
    if policy is None or policy.root is None:
        basis = () if view.denial is None else tuple(field.basis for field in view.denial.all("reason"))
        yield Stop(
            "coverage",
            "An exclusion is answered by the plan's own coverage language, and none is in the file.",
            basis,
            (
                "Ask the plan for the certificate of coverage and the exclusion it relied on.",
                "Ask whether the service is covered under another benefit or as a benefit exception.",
            ),
        )
        return
    words = tuple(leaf.quote for leaf in requirements(policy.root) if leaf.quote is not None)
    if words:
        basis_ = (Derivation("argue.policy_states_coverage", words),)
        slots = (("title", policy.title), ("number", policy.number))
        yield Argument(ANSWERS[0].value, Claim("covered_by_policy", policy.id, basis_, slots))
    yield from need.answer(view)
