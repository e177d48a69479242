"""What the papers say of the plan's benefits and of money, each with its passage."""

from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.clinic.models import Benefit
from wellfounded.clinic.showing.links import Passage, passage
from wellfounded.clinic.showing.notice import words
from wellfounded.clinic.showing.said import AMOUNTS, KINDS
from wellfounded.model.basis import Attestation
from wellfounded.pipeline import Tour

# Fields of a payer's letter that tell how much, until when, and under which authorization.
TOLD = {
    "units": "Amount",
    "authorization_number": "Authorization number",
    "valid_from": "Approved from",
    "valid_to": "Approved until",
    "amount": "Amount in money",
}

ADDED = {"sessions", "visits"}  # of several services one after another; months of two run side by side


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is, what is said, where."""

    label: str
    value: str
    at: Passage | None
    note: str = ""


def rows(tour: Tour, token: str) -> list[Row]:
    """Give what is asked for, the policy's limits, what payers' letters tell of amounts, and amounts of money."""
    return list(dict.fromkeys([*_asked(tour), *_limits(tour, token), *_told(tour, token), *_money(tour)]))


def over(benefit: Benefit, tour: Tour) -> str:
    """Say where more is asked for than is left of a benefit; nothing where either is not known."""
    held = [service.quantity for service in tour.case.services if service.quantity is not None]
    units = {quantity.unit for quantity in held}
    if benefit.left is None or len(units) != 1 or (len(held) > 1 and not units & ADDED):
        return ""
    wanted = sum(quantity.value for quantity in held)
    if wanted <= benefit.left:
        return ""
    return f"{wanted:g} are asked for and {benefit.left} are left: ask for an exception, or for fewer."


def _asked(tour: Tour) -> Iterator[Row]:
    for service in tour.case.services:
        if service.quantity is not None:
            yield Row("Asked for", f"{service.quantity.value:g} {service.quantity.unit}".strip(), None)


def _limits(tour: Tour, token: str) -> Iterator[Row]:
    for each in tour.policy.limits if tour.policy is not None else ():
        at = passage(each.quote, tour.case, token) if each.quote else None
        yield Row("Limit in the policy", " ".join(each.text.split()), at)
    if tour.policy is not None and tour.policy.approval:
        yield Row("An approval lasts", tour.policy.approval, None)


def _told(tour: Tour, token: str) -> Iterator[Row]:
    for reading in tour.case.readings:
        for field in reading.fields:
            if field.name in TOLD:
                note = KINDS[reading.kind.value].lower()
                yield Row(TOLD[field.name], words(field), passage(field.basis, tour.case, token), note)


def _money(tour: Tour) -> Iterator[Row]:
    labels = dict(AMOUNTS)
    for name, fact in tour.case.amounts:
        if isinstance(fact.basis, Attestation):
            yield Row(labels.get(name, name), f"{fact.value:,.2f}", None, f"the word of {fact.basis.by}")
        else:
            yield Row(labels.get(name, name), f"{fact.value:,.2f}", None)
