"""Every fact of a payer's notice, gathered from the file that reads each, and only what fits its kind."""

from collections.abc import Iterator

from wellfounded.model.determination import Field, Kind
from wellfounded.read.payer import (
    amounts,
    asked,
    codes,
    contacts,
    criteria_cited,
    dates,
    identifiers,
    level,
    market,
    offers,
    payer_name,
    people,
    reasons,
    routes,
    validity,
    when,
)
from wellfounded.read.payer.learned.together import together
from wellfounded.read.payer.learned.values import values
from wellfounded.read.payer.paper import Paper

REFUSED = (Kind.DENIAL, Kind.PARTIAL_APPROVAL, Kind.EOB, Kind.TRANSITION_NOTICE)
FIRST = (Kind.DENIAL, Kind.PARTIAL_APPROVAL)  # a grant or a statement seldom answers, and says nothing of a level
OPEN = (Kind.PEND, Kind.INFORMATION_REQUEST)
EUROPEAN = (
    "uk_pmi",
    "nhs_ifr",
    "ie_phi",
    "au_phi",
    "au_afca",
    "in_health",
    "nz_acc",
    "nz_phi",
    "za_medical_scheme",
    "sg_ip",
    "hk_medical",
    "my_health",
    "de_gkv",
    "de_pkv",
    "ch_kvg",
    "nl_zvw",
    "ke_health",
    "ae_health",
    "br_ans",
)


def fields(paper: Paper, kind: Kind) -> tuple[Field, ...]:
    """Give the facts in the order of the text; reasons belong to refusals, last days to answer to open requests."""
    markets = tuple(market.market(paper))
    abroad = any(field.value in EUROPEAN for field in markets)
    european = dates.day_first(paper.plain, otherwise=abroad)
    found: list[Field] = [
        *markets,
        *_parties(paper),
        *people.birth(paper, european=european),
        *when.days(paper, european=european, given=kind not in {Kind.APPROVAL, Kind.PARTIAL_APPROVAL, *OPEN}),
        *_what(paper),
    ]
    if kind not in (*OPEN, Kind.OTHER):
        found += [*level.level(paper)] or [*level.first(paper)][: kind in FIRST]
    if kind in REFUSED:
        found += reasons.reasons(paper, coded=kind is Kind.EOB)
    if kind in REFUSED or kind is Kind.APPROVAL:
        found += criteria_cited.criteria(paper)
    if kind in REFUSED and kind is not Kind.TRANSITION_NOTICE:
        found += routes.appeal(paper, european=european)
        decided = next((str(field.value) for field in level.level(paper)), "")
        found += routes.ending(paper, european=european)
        outside = not routes.internal(paper, european=european)
        found += [
            *offers.offers(paper, decided=decided),
            *contacts.appeal_doors(paper, outside=outside),
            *contacts.peer_to_peer(paper),
        ]
    if kind in OPEN:
        found += [*reasons.awaited(paper), *contacts.peer_to_peer(paper)]
        found += routes.response(paper, european=european)
    if kind in {Kind.APPROVAL, Kind.PARTIAL_APPROVAL}:
        found += validity.period(paper, european=european)
    found += routes.others(paper)
    found = [*together(paper, found, values(paper, european=european), kind)]
    return tuple(sorted(found, key=lambda one: (one.basis.at.start, one.name)))


def _parties(paper: Paper) -> Iterator[Field]:
    yield from payer_name.payer(paper)
    yield from identifiers.identifiers(paper)
    yield from people.patient(paper)


def _what(paper: Paper) -> Iterator[Field]:
    yield from asked.asked(paper)
    yield from codes.codes(paper)
    yield from amounts.amount(paper)
