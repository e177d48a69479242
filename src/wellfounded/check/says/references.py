"""References that a text cites and a pack holds, met by identifier or by title."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from wellfounded.packs import Library
from wellfounded.packs.schema.reference import ReferencePack

WORD = re.compile(r"[a-z0-9]+")
DOI = re.compile(r"\b10\.\d{4,9}/[^\s,;\])>]+")
PMID = re.compile(r"\bPMID\s*:?\s*(\d{6,9})\b", re.IGNORECASE)
LEAD = 7  # words of a title that are enough to know it by


class Cited(NamedTuple):
    """One reference met in a text, where it stands, and the pack that holds it."""

    id: str
    pack: ReferencePack
    span: tuple[int, int]


class Index(NamedTuple):
    """The packs by DOI and PubMed number, and by the first words of their titles: editions share one."""

    identifiers: dict[str, str]
    titles: dict[tuple[str, ...], tuple[str, ...]]
    packs: dict[str, ReferencePack]


@cache
def index(library: Library) -> Index:
    """Index the reference packs of *library*."""
    packs = dict(library.all(ReferencePack))
    identifiers: dict[str, str] = {}
    titles: dict[tuple[str, ...], tuple[str, ...]] = {}
    for id_, pack in packs.items():
        identifiers |= {each.lower(): id_ for each in (pack.identifier.doi, pack.identifier.pmid) if each}
        title = tuple(WORD.findall(pack.title.lower()))[:LEAD]
        if len(title) == LEAD:
            titles[title] = (*titles.get(title, ()), id_)
    return Index(identifiers, titles, packs)


@lru_cache(maxsize=4)
def cited(text: str, library: Library) -> tuple[Cited, ...]:
    """Give each reference of *text* that a pack of *library* holds; of editions, the one whose year stands near."""
    return tuple(_cited(text, library))


def _cited(text: str, library: Library) -> Iterator[Cited]:
    held = index(library)
    for pattern in (DOI, PMID):
        for match in pattern.finditer(text):
            id_ = held.identifiers.get((match[1] if pattern is PMID else match[0].rstrip(".")).lower())
            if id_ is not None:
                yield Cited(id_, held.packs[id_], match.span())
    words = [(match[0], match.start(), match.end()) for match in WORD.finditer(text.lower())]
    for n in range(len(words) - LEAD + 1):
        editions = held.titles.get(tuple(word for word, _, _ in words[n : n + LEAD]))
        if editions:
            span = (words[n][1], words[n + LEAD - 1][2])
            near = text[max(0, span[0] - 80) : span[1] + 120]
            dated = [id_ for id_ in editions if re.search(rf"\b{held.packs[id_].year}\b", near)]
            id_ = (dated or editions)[-1]
            yield Cited(id_, held.packs[id_], span)
