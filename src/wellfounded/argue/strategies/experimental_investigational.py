"""Experimental or investigational: show the approval, listing, guideline or trial that says it is established.

Must show: at least one verified reference for this service and this diagnosis. Must not claim: approval for a use that
the reference does not cover. Cannot win: with no reference; the letter then waits for one.
"""

from collections.abc import Iterator

from wellfounded.argue import need
from wellfounded.argue.grounds import references
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Claim, Stop
from wellfounded.model.basis import Derivation
from wellfounded.model.determination import ReasonKind
from wellfounded.model.finding import Gap

ANSWERS = (ReasonKind.EXPERIMENTAL_INVESTIGATIONAL,)


def argue(view: View) -> Iterator[Argument | Stop | Gap]:
    """Set the references against the reason, then argue the criteria."""
    found = tuple(references.claims(view))
    if found:
        basis = (Derivation("argue.established", tuple(part for claim in found for part in claim.basis)),)
        yield Argument(ANSWERS[0].value, Claim("established", ANSWERS[0].value, basis), found)
    else:
        yield Gap(
            "find",
            "Find a guideline, compendium listing, approval or trial for this service and diagnosis and add it "
            "as a reference pack: none that is verified and in force bears on them.",
        )
    yield from need.answer(view)
