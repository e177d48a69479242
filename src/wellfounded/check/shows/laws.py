"""What the law packs give: whom each law governs, its citations, its rights and its clocks."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from wellfounded.check.says.plain import phrase
from wellfounded.packs import Library
from wellfounded.packs.schema.law import Claimable, Clock, LawPack

CITED = re.compile(
    r"\b(?P<title>\d{1,2})\s*(?P<code>C\.?\s?F\.?\s?R|U\.?\s?S\.?\s?C)\b\.?\s*(?:§+\s*|parts?\s+|sections?\s+|sec\.\s*)?"
    r"(?P<part>\d{1,5}[a-z]{0,2}(?:-\d+)?)",
    re.IGNORECASE,
)
# What a law is called, and the packs that hold it; whom it governs, what it gives and how long it gives the packs say.
NAMED = (
    (phrase(r"\bERISA\b|\bemployee retirement income security\b"), ("us/erisa", "us/aca_group")),
    (phrase(r"\bTRICARE\b"), ("us/tricare",)),
    (phrase(r"\bCHAMPVA\b"), ("us/champva",)),
    (phrase(r"\bFEHBA?\b|\bOPM\b"), ("us/fehb",)),
    (phrase(r"\bmedicare advantage (?:rules?|regulations?|law)\b"), ("us/medicare_advantage",)),
    (phrase(r"\b(?:medicare )?part d (?:rules?|regulations?|law)\b"), ("us/medicare_part_d",)),
    (
        phrase(r"\bmedicaid (?:rules?|regulations?|law|fair hearing)\b"),
        ("us/medicaid_managed_care", "us/medicaid_ffs", "us/chip"),
    ),
)  # fmt: skip


class Law(NamedTuple):
    """A law that a sentence names or cites: where, and the packs that hold it."""

    span: tuple[int, int]
    packs: tuple[str, ...]


@dataclass(frozen=True)
class Laws:
    """The laws of the United States as packs; *market* and *state* narrow them to one plan, where they are known."""

    library: Library
    market: str = ""
    state: str = ""

    def named(self, text: str) -> Iterator[Law]:
        """Give each law that *text* cites or names and that some pack holds."""
        for match in CITED.finditer(text):
            packs = _cited(self.library).get(_base(match))
            if packs:
                yield Law(match.span(), packs)
        for words, packs in NAMED:
            for match in words.finditer(text):
                yield Law(match.span(), packs)

    def governs(self, packs: tuple[str, ...]) -> bool:
        """Whether any of *packs* governs this market."""
        held = self._all
        return any(self.market in held[id_].governs.markets for id_ in packs if id_ in held)

    def rights(self, packs: tuple[str, ...] = ()) -> tuple[tuple[str, Claimable], ...]:
        """Give each right by its id, of *packs* or, where none are named, of the packs that govern this plan."""
        return tuple(each for pack in self._these(packs) for each in pack.rights.items())

    def clocks(self, packs: tuple[str, ...] = ()) -> tuple[Clock, ...]:
        """Give each clock, of *packs* or of the packs that govern this plan."""
        return tuple(clock for pack in self._these(packs) for clock in pack.deadlines.values())

    def holders(self, right: str) -> frozenset[str]:
        """Give every market in which some pack holds that right, or a clock of that name."""
        packs = self._all.values()
        return frozenset(m for p in packs if right in p.rights or right in p.deadlines for m in p.governs.markets)

    def _these(self, packs: tuple[str, ...]) -> Iterator[LawPack]:
        for id_, pack in self._all.items():
            states = pack.governs.states
            here = self.market in pack.governs.markets and (not states or self.state in states)
            if id_ in packs or (not packs and here and self.state not in pack.governs.except_states):
                yield pack

    @cached_property
    def _all(self) -> dict[str, LawPack]:
        return _packs(self.library)


@lru_cache(maxsize=2)
def _packs(library: Library) -> dict[str, LawPack]:
    return {id_: pack for id_, pack in library.all(LawPack) if id_.startswith("us/")}


@lru_cache(maxsize=2)
def _cited(library: Library) -> dict[str, tuple[str, ...]]:
    """Give the packs whose clocks and rights rest on each part of a code: 29 CFR 2560 holds for insurers' plans too."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for id_, pack in _packs(library).items():
        for rule in (*pack.deadlines.values(), *pack.rights.values()):
            for match in CITED.finditer(rule.cite):
                found[_base(match)][id_] = None
    return {base: tuple(ids) for base, ids in found.items()}


def _base(match: re.Match[str]) -> str:
    return f"{match['title']} {re.sub(r'[^A-Z]', '', match['code'].upper())} {match['part'].lower()}"
