"""Completeness against a list that a plan or an administrator gives: what it asks for, item by item."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from wellfounded.check.rubric import seek
from wellfounded.check.rubric.answers import Answer
from wellfounded.check.rubric.seek import Place, Seek
from wellfounded.check.says.plain import phrase
from wellfounded.check.view import Prose
from wellfounded.errors import InputError
from wellfounded.model.letter import Draft, Letter
from wellfounded.packs import Library, shipped
from wellfounded.packs.schema.administrator import AdministratorPack
from wellfounded.packs.schema.checklist import ChecklistPack


class Known(NamedTuple):
    """A thing that lists ask for: how they call it, and how it is found."""

    called: str
    seek: Seek


KNOWN = tuple(
    (phrase(each.called), each.seek)
    for each in (
        Known(r"\b(?:patient|beneficiary|member|MBI)\b(?!'s medical)", seek.patient),
        Known(r"\bbirth\b", seek.birth_date),
        Known(r"\bmember (?:id|number)\b|\bMedicare number\b|\bidentifier\b", seek.labelled("member")),
        Known(r"\b(?:claim|reference|case) (?:or \w+ )?number\b", seek.labelled("claim", "reference", "authorization")),
        Known(r"\bparticipant|account holder", seek.participant),
        Known(r"\bemployer\b", seek.employer),
        Known(r"\bdiagnos|\bcondition\b", seek.diagnosis),
        Known(
            r"(?<!the date of the )\b(?:treatment|product|service|item|equipment|drug)s?\b"
            r"(?! is| are| the plan|.{0,20}needed)",
            seek.asks,
        ),
        Known(r"\bdates? of (?:the )?service\b", seek.service_date),
        Known(r"\bless effective\b|\bas effective\b", seek.others_unfit),
        Known(r"\bquantit|\bfrequency|\bdosage|\bdose\b", seek.amount),
        Known(r"\bduration|\bfirst and the last day|\bhow long|\bperiod\b|\blength of need", seek.length),
        Known(r"\bmedically necessary|\breason\b|\bnecessity\b", seek.need),
        Known(r"\bletterhead\b", seek.letterhead),
        Known(r"\bcontact\b|\bphone\b|\btelephone\b", seek.phone),
        Known(r"\bNPI\b", seek.npi),
        Known(r"\bsignature|\bsigned\b|\b(?:provider|practitioner|physician|prescriber)'?s? name\b", seek.signed),
        Known(r"\bname of the party\b", seek.party),
        Known(r"(?<!birth )\bdates?\b(?! of (?:birth|the service|service))|\bdated\b", seek.dated),
    )
)


@dataclass(frozen=True, slots=True)
class Completeness:
    """One list answered; *look* holds what no question of ours can find: a person looks."""

    title: str
    answers: tuple[Answer, ...]
    look: tuple[str, ...]


def completeness(
    letter: Letter | Draft, *, on: date, ids: tuple[str, ...] = (), market: str = "", library: Library | None = None
) -> tuple[Completeness, ...]:
    """Hold the letter against each list named in *ids*, and each that is meant by the letter or by *market*.

    Lists are the packs of kinds `checklist` and `administrator`. A list is meant where the letter names its owner, or
    is of its market and of a kind that it is for; one named in *ids* is asked about whatever the letter is.
    """
    prose = Prose(letter, on, library or shipped())
    held = tuple(_lists(prose, market))
    unknown = next((id_ for id_ in ids if id_ not in {name for name, *_ in held}), None)
    if unknown is not None:
        raise InputError(f"no list is named {unknown}", hint="`wellfounded packs checklist` shows those there are.")
    return tuple(_answered(title, asks, prose) for id_, title, meant, asks in held if id_ in ids or meant)


def _lists(prose: Prose, market: str) -> Iterator[tuple[str, str, bool, list[tuple[str, str]]]]:
    for id_, office in prose.library.all(AdministratorPack):
        yield id_, office.title, _names(prose, office.names), [(each.says, each.cite) for each in office.asks]
    for id_, plan in prose.library.all(ChecklistPack):
        meant = _names(prose, plan.names, re.IGNORECASE) or _belongs(plan, prose, market)
        yield id_, plan.title, meant, [(each.says, each.cite) for each in plan.asks]


def _belongs(plan: ChecklistPack, prose: Prose, market: str) -> bool:
    """Whether the letter is of the list's market and kind; a list that names neither belongs to who names it."""
    if plan.markets and market not in plan.markets:
        return False
    return prose.kind in plan.kinds if plan.kinds else bool(plan.markets)


def _names(prose: Prose, names: tuple[str, ...], flags: int = 0) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", prose.flat, flags) for name in names)


def _answered(title: str, asks: list[tuple[str, str]], prose: Prose) -> Completeness:
    answers, look = [], []
    for says, cite in asks:
        seekers = [seeker for called, seeker in KNOWN if called.search(says)]
        if not seekers:
            look.append(says)
            continue
        places: list[Place] = [seeker(prose) for seeker in seekers]
        whole = None if any(place is None for place in places) else places[0]
        if whole is None and ", where " in says:  # asked for in some cases only: which case it is, a person knows
            look.append(says)
            continue
        answers.append(Answer(says, f"Does it give {says}?", cite, whole))
    return Completeness(title, tuple(answers), tuple(look))
