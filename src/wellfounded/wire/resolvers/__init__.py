"""Indexes of publications and labels, one a file: what each says today of one identifier."""

from collections.abc import Callable
from dataclasses import dataclass

Get = Callable[[str], bytes]  # the answer of an address, as `wire.http.send` gives it


@dataclass(frozen=True, slots=True)
class Found:
    """What an index states of one publication or label; a field it does not state is empty."""

    where: str  # the address that was asked
    title: str = ""
    year: int = 0
    doi: str = ""
    retracted: bool = False
    replaced_by: tuple[str, ...] = ()  # identifiers of corrections, new editions or newer versions
