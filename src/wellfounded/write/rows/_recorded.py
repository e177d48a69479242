"""What the chart records, in its own words: how any requirement is shown that no typed sentence fits."""

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Attestation, Basis, leaves
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.letter import Sentence
from wellfounded.write.notes import author, noted, own, words
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, quoted

MOST = 170


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Quote the latest statement that reads as words; else name the finding; else say whose word it is."""
    del leaf
    said = sorted((item for item in claim.evidence if words(item, MOST)), key=lambda each: _when(each, telling))
    if said:
        item = said[-1]
        whose = "" if own(telling, item) else author(item)
        when = noted(item)
        place = ", ".join(part for part in (whose, dates.day(when) if when is not None else "") if part)
        line = quoted.marked(words(item, MOST).rstrip(" .,;:"))
        return sentence(f"{line} ({place})" if place else line, *_under(claim, telling, item))
    if claim.evidence:
        item = max(claim.evidence, key=lambda each: _when(each, telling))
        when = noted(item)
        found = f": {item.finding}" if item.finding and quoted.readable(item.finding) else ""
        return sentence(f"{item.name} {dates.at(when) if when else ''}{found}", *_under(claim, telling, item))
    for basis in claim.basis:
        for leaf_basis in leaves(basis):
            if isinstance(leaf_basis, Attestation) and not leaf_basis.says.startswith("entered "):
                return sentence(
                    f"{leaf_basis.by}, {leaf_basis.role}, states: {quoted.closed(leaf_basis.says)}", *claim.basis
                )
    why = claim.slot("why")
    return sentence(why, *claim.basis) if why else None


def _under(claim: Claim, telling: Telling, item: Evidence) -> tuple[Basis, ...]:
    return (*claim.basis, *telling.dates(item))


def _when(item: Evidence, telling: Telling) -> str:
    del telling
    when = noted(item)
    return "" if when is None else str(when.latest())
