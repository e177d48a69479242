"""The answer to any reason that is about need: what the payer said, what it cited, and every criterion shown."""

import re
from collections.abc import Iterator

from wellfounded.argue import cited, criteria
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Claim, Stop
from wellfounded.model.determination import CriterionCited
from wellfounded.model.finding import Gap

# How to appeal is no reason, wherever a reader finds one in it: "STEP 1 Ask us in writing to reconsider".
STEPS = re.compile(
    r"\W*(?:step \d|ask us|write to|send (?:us|your)|you (?:may|can|must) (?:ask|appeal|write|send|request))\b",
    re.IGNORECASE,
)


def answer(view: View) -> Iterator[Argument | Stop | Gap]:
    """Restate the reason in the payer's words, name each criterion it cited, then argue the criteria."""
    yield from stated(view)
    yield from criteria.arguments(view)


def stated(view: View) -> Iterator[Argument]:
    """Give the payer's reason and each citation as claims resting on the lines of its own notice."""
    if view.denial is None or view.reason is None:
        return
    for field in view.denial.all("reason"):
        if str(field.value) == view.reason.value and not STEPS.match(field.basis.exact.strip()):
            said = Claim("payer_reason", view.reason.value, (field.basis,), (("words", field.basis.exact),))
            yield Argument(view.reason.value, said)
    for field in cited.fields(view):
        if isinstance(field.value, CriterionCited):
            ids = "|".join(leaf.id for leaf in cited.requirements_of(view, field))
            place = field.value
            slots = (
                ("title", place.title),
                ("number", place.number),
                ("section", place.section),
                ("requirements", ids),
                ("met", "yes" if cited.met(view, field) else "no"),
            )
            yield Argument("cited", Claim("payer_cited", place.section or place.number, (field.basis,), slots))
