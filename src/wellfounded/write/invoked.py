"""The right a request rests on, where this market gives it."""

from wellfounded.model.basis import Basis
from wellfounded.model.law import Right
from wellfounded.write.telling import Telling


def right(telling: Telling, *words: str) -> Right | None:
    """Give the first right whose id holds one of *words*, the words tried in order; None where the law gives none."""
    return next((each for word in words for each in telling.rights if word in each.id), None)


def cited(found: Right | None) -> str:
    """Give the authority in parentheses, with a space before it; empty where there is none."""
    return f" ({found.citation.authority})" if found is not None else ""


def under(found: Right | None, otherwise: tuple[Basis, ...]) -> tuple[Basis, ...]:
    """Give the citation a request rests on, or what it rests on where no law gives it."""
    return (found.citation, *otherwise) if found is not None else otherwise
