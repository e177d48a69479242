"""What a named person states for this case: the signer's own words and anyone else's, each kept as given."""

from collections.abc import Iterator

from wellfounded.argue.view import View
from wellfounded.model.argument import Claim

COMPARED = "compared with the scan"  # what a person says of a number read from a picture: for us, not for the plan


def claims(view: View) -> Iterator[Claim]:
    """Claim each attestation of the case, verbatim, under the person who gave it."""
    for given in view.case.attestations:
        if given.says.lower().startswith(COMPARED):
            continue
        yield Claim("attested", given.by, (given,), (("says", given.says), ("by", given.by), ("role", given.role)))
