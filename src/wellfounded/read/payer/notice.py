"""Every fact of a payer's notice, gathered from the file that reads each, and only what fits its kind."""

from collections.abc import Iterator
from dataclasses import replace

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
    verdict,
    when,
)
from wellfounded.read.payer.learned.believed import believed
from wellfounded.read.payer.learned.cited import cited
from wellfounded.read.payer.learned.proposed import Proposed, proposed
from wellfounded.read.payer.learned.values import values
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.windows import windows

REFUSED = (Kind.DENIAL, Kind.PARTIAL_APPROVAL, Kind.EOB, Kind.TRANSITION_NOTICE)
FIRST = (Kind.DENIAL, Kind.PARTIAL_APPROVAL)  # a grant or a statement seldom answers, and says nothing of a level
MEDICARE = {"medicare_advantage": "reconsideration", "medicare_part_d": "redetermination"}
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
    """Give the facts that are believed, in the order of the text."""
    every = proposals(paper, kind)
    return tuple(sorted(believed(paper, kind, every), key=lambda one: (one.basis.at.start, one.name)))


def proposals(paper: Paper, kind: Kind) -> tuple[Proposed, ...]:
    """Give every value that rules or taggers propose for a paper of this kind."""
    found, european = ruled(paper, kind)
    learned = (one for one in values(paper, european=european) if _fits(paper, one.field, found))
    return proposed(found, learned, cited(paper), verdict.possible(paper, kind))


def _titled(field: Field, markets: tuple[Field, ...]) -> Field:
    """Give a first appeal's decision the name Medicare's rules give it (42 CFR 422.578 and 423.580)."""
    names = [MEDICARE.get(str(market.value)) for market in markets]
    name = next((one for one in names if one), None)
    return replace(field, value=name) if name and field.value == "first_appeal" else field


def _fits(paper: Paper, field: Field, found: list[Field]) -> bool:
    """Whether what rules read around a tagged value leaves it possible."""
    start, end = field.basis.at.start, field.basis.at.end
    if field.name == "appeal_phone":
        return not contacts.elsewhere(paper, start, end)
    if field.name in {"service_date", "amount"}:
        return not when.paid(paper, start)
    if field.name != "appeal_window" or any(one.name == field.name and one.value == field.value for one in found):
        return True
    needless = (one for one in windows(paper) if one.window.route == "voluntary_appeal")
    return not any(one.start < end and start < one.end for one in needless)


def ruled(paper: Paper, kind: Kind) -> tuple[list[Field], bool]:
    """Give what rules find; reasons belong to refusals, last days to answer to open requests. And: days come first."""
    markets = tuple(market.market(paper))
    abroad = any(field.value in EUROPEAN for field in markets)
    european = dates.day_first(paper.plain, otherwise=abroad)
    found: list[Field] = [
        *markets,
        *_parties(paper),
        *people.birth(paper, european=european),
        *when.days(paper, european=european, given=kind not in {Kind.APPROVAL, Kind.PARTIAL_APPROVAL, *OPEN}),
        *_what(paper, {str(field.value) for field in markets}),
    ]
    may_be = verdict.possible(paper, kind)
    if kind not in (*OPEN, Kind.OTHER, Kind.LETTER):
        told = [_titled(one, markets) for one in level.level(paper)]
        found += told or [*level.first(paper)][: kind in FIRST]
    if kind in REFUSED:
        found += reasons.reasons(paper, coded=kind is Kind.EOB)
    found += criteria_cited.criteria(paper)
    if may_be & {*REFUSED} - {Kind.TRANSITION_NOTICE}:
        found += routes.appeal(paper, european=european)
    if kind in REFUSED and kind is not Kind.TRANSITION_NOTICE:
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
    if may_be & {*OPEN}:
        found += routes.response(paper, european=european)
    if may_be & {Kind.APPROVAL, Kind.PARTIAL_APPROVAL}:
        found += validity.period(paper, european=european)
    found += routes.others(paper)
    return found, european


def _parties(paper: Paper) -> Iterator[Field]:
    yield from payer_name.payer(paper)
    yield from identifiers.identifiers(paper)
    yield from people.patient(paper)


def _what(paper: Paper, markets: set[str]) -> Iterator[Field]:
    yield from asked.asked(paper)
    yield from codes.codes(paper, australian=bool(markets & {"au_phi", "au_afca"}))
    yield from amounts.amount(paper)
