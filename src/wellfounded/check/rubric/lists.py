"""Completeness against a list that a plan or an administrator gives: what it asks for, item by item."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from wellfounded.check.rubric import seek
from wellfounded.check.rubric.answers import Answer
from wellfounded.check.rubric.seek import Place, Seek
from wellfounded.check.says.plain import phrase
from wellfounded.check.view import Prose
from wellfounded.model.letter import Draft, Letter
from wellfounded.packs import Library, shipped
from wellfounded.packs.schema.administrator import AdministratorPack
from wellfounded.packs.schema.checklist import ChecklistPack
from wellfounded.packs.schema.law import LawPack


class Known(NamedTuple):
    """A thing that lists ask for: how they call it, and how it is found."""

    called: str
    seek: Seek


KNOWN = tuple(
    (phrase(each.called), each.seek)
    for each in (
        Known(r"\b(?:patient|beneficiary|member|MBI)\b(?!'s medical)", seek.patient),
        Known(r"\bbirth\b", seek.birth_date),
        Known(r"\bmember (?:id|number)\b|\bidentifier\b", seek.labelled("member")),
        Known(r"\bparticipant|account holder", seek.participant),
        Known(r"\bemployer\b", seek.employer),
        Known(r"\bdiagnos|\bcondition\b", seek.diagnosis),
        Known(r"\b(?:treatment|product|service|item|equipment|drug)s?\b(?! is| are|.{0,20}needed)", seek.asks),
        Known(r"\bquantit|\bfrequency|\bdosage|\bdose\b", seek.amount),
        Known(r"\bduration|\bfirst and the last day|\bhow long|\bperiod\b|\blength of need", seek.length),
        Known(r"\bmedically necessary|\breason\b|\bnecessity\b", seek.need),
        Known(r"\bletterhead\b", seek.letterhead),
        Known(r"\bcontact\b|\bphone\b|\btelephone\b", seek.phone),
        Known(r"\bNPI\b", seek.npi),
        Known(r"\bsignature|\bsigned\b|\b(?:provider|practitioner|physician)'?s? name\b", seek.signed),
        Known(r"(?<!birth )\bdates?\b(?! of birth)|\bdated\b", seek.dated),
    )
)
ORDER = "order_element"  # the topic of a law pack's rules that name the parts of an order


@dataclass(frozen=True, slots=True)
class Completeness:
    """One list answered; *look* holds what no question of ours can find: a person looks."""

    title: str
    answers: tuple[Answer, ...]
    look: tuple[str, ...]


def completeness(
    letter: Letter | Draft, *, on: date, ids: tuple[str, ...] = (), market: str = "", library: Library | None = None
) -> tuple[Completeness, ...]:
    """Hold the letter against each list named in *ids*, and against those whose owner the letter or *market* names.

    Lists are the packs of kinds `checklist` and `administrator`, and the order elements of the law packs of *market*.
    """
    prose = Prose(letter, on, library or shipped())
    return tuple(
        _answered(title, asks, prose)
        for id_, title, names, asks in _lists(prose.library, market)
        if id_ in ids or any(name and name in prose.flat for name in names) or (market and not names)
    )


def _lists(library: Library, market: str) -> Iterator[tuple[str, str, tuple[str, ...], list[tuple[str, str]]]]:
    for id_, plan in library.all(ChecklistPack):
        yield id_, plan.title, plan.names, [(each.says, each.cite) for each in plan.asks]
    for id_, office in library.all(AdministratorPack):
        yield id_, office.title, office.names, [(each.says, each.cite) for each in office.asks]
    for id_, law in library.all(LawPack) if market else ():
        parts = [(rule.value, rule.cite) for rule in law.rules.values() if rule.topic == ORDER]
        if parts and market in law.governs.markets:
            yield id_, law.title, (), parts


def _answered(title: str, asks: list[tuple[str, str]], prose: Prose) -> Completeness:
    answers, look = [], []
    for says, cite in asks:
        seekers = [seeker for called, seeker in KNOWN if called.search(says)]
        if not seekers:
            look.append(says)
            continue
        places: list[Place] = [seeker(prose) for seeker in seekers]
        whole = None if any(place is None for place in places) else places[0]
        answers.append(Answer(says, f"Does it give {says}?", cite, whole))
    return Completeness(title, tuple(answers), tuple(look))
