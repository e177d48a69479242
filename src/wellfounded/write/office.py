"""The office outside the plan that a complaint goes to: the one the letter pack names, else the state's regulator."""

from collections.abc import Iterator

from wellfounded.model.basis import Basis, Citation
from wellfounded.packs.schema.law import Contact, LawPack
from wellfounded.write.telling import Telling


def name(telling: Telling) -> str:
    """Give its name, or an empty string where none is known."""
    held = next(_contacts(telling), None)
    return telling.pack.office or (held[1].name if held is not None else "")


def lines(telling: Telling) -> tuple[str, ...]:
    """Give the address lines that are known: its name."""
    found = name(telling)
    return (found,) if found else ()


def basis(telling: Telling) -> tuple[Basis, ...]:
    """Give the law pack the office is named in, where it is a state's."""
    return tuple(
        Citation(contact.name, contact.complaint, contact.as_of, contact.tier, id_)
        for id_, contact in _contacts(telling)
    )


def _contacts(telling: Telling) -> Iterator[tuple[str, Contact]]:
    """Give the offices of the plan's state that take complaints about its market."""
    market, state = telling.case.coverage.market, telling.case.coverage.state
    if telling.pack.office or market is None or state is None:
        return
    for id_, pack in telling.library.all(LawPack):
        if market.value in pack.governs.markets and state.value in pack.governs.states:
            yield from ((id_, contact) for contact in pack.contacts.values())
