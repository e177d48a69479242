"""List the references a letter may cite, and compare them with an index where one is named."""

import argparse
import re
from collections.abc import Iterator

from wellfounded.cli._terminal import library, takes_packs
from wellfounded.errors import DeliveryError, InputError
from wellfounded.packs.schema.reference import ReferencePack
from wellfounded.plugin import modules

INDEXES = {"pubmed": "NCBI E-utilities", "crossref": "Crossref REST", "dailymed": "DailyMed web services v2"}
SETID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take ids, and the address of an index to compare with; without one nothing is asked of anybody."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="packs to look at; all where none is named")
    for name, title in INDEXES.items():
        parser.add_argument(f"--{name}", default="", metavar="URL", help=f"compare with {title} at this address")
    parser.add_argument("--seconds", type=float, default=20.0, metavar="S", help="how long to wait for one answer")
    takes_packs(parser)


def run(options: argparse.Namespace) -> int:
    """Print a line for each reference and what an index says otherwise; exit 1 where any is retracted or differs."""
    held = dict(library(options).all(ReferencePack))
    unknown = [each for each in options.ids if each not in held]
    if unknown:
        raise InputError(f"no reference pack is named {unknown[0]}", hint="`wellfounded references` lists them.")
    wrong = 0
    for id_ in options.ids or sorted(held):
        pack = held[id_]
        said = [*_state(pack), *_differences(pack, options)]
        wrong += any(line.startswith("!") for line in said)
        print("\n    ".join([f"{id_}  {pack.organization}, {pack.year}", *said]))
    return 1 if wrong else 0


def _state(pack: ReferencePack) -> Iterator[str]:
    if pack.verified is None:
        yield "not read at its source: no letter cites it"
    if pack.retracted:
        yield "retracted: no letter cites it"
    if pack.superseded_by is not None:
        yield f"superseded by {pack.superseded_by}: no letter cites it"


def _differences(pack: ReferencePack, options: argparse.Namespace) -> Iterator[str]:
    """Say what each index that was named states otherwise than the pack; a line that opens with ! needs a person."""
    from wellfounded.wire.http import send  # noqa: PLC0415 - 30 ms, only where an index is named

    for index in modules("wellfounded.wire.resolvers", "NAME", "KEY", "find"):
        base, key = getattr(options, index.NAME), _key(pack, index.KEY)
        if not base or not key:
            continue
        try:
            found = index.find(key, base, lambda url, name=index.NAME: send(url, name, options.seconds))
        except DeliveryError as error:
            yield f"{index.NAME}: {error}"
            continue
        except (ValueError, AttributeError, TypeError, KeyError, IndexError):
            yield f"{index.NAME}: its answer is in no shape that is known here"
            continue
        if found is None:
            yield f"! {index.NAME} knows no {index.KEY} {key}"
            continue
        if found.retracted and not pack.retracted:
            yield f"! {index.NAME} says it is retracted: set retracted: true in the pack"
        if found.replaced_by and pack.superseded_by is None:
            yield f"! {index.NAME} names a newer one: {', '.join(found.replaced_by)}"
        if found.title and not _alike(found.title, pack.title) and index.KEY != "setid":
            yield f"! {index.NAME} gives another title"
        if found.year and abs(found.year - pack.year) > (1 if index.KEY == "doi" else 0) and index.KEY != "setid":
            yield f"! {index.NAME} gives the year {found.year}"
        if found.doi and pack.identifier.doi and found.doi.lower() != pack.identifier.doi.lower():
            yield f"! {index.NAME} gives another DOI: {found.doi}"
        if index.KEY == "setid" and found.year > pack.year:
            yield f"! {index.NAME} has a label of {found.year}: read it again"


def _key(pack: ReferencePack, key: str) -> str:
    held = pack.identifier
    if key == "setid":
        found = SETID.search(f"{held.url or ''} {held.number or ''}")
        return found[0] if found is not None else ""
    return (held.pmid if key == "pmid" else held.doi) or ""


def _alike(one: str, other: str) -> bool:
    """Whether two titles share most of their longer words."""
    a, b = (set(re.findall(r"[a-z]{4,}", text.lower())) for text in (one, other))
    return len(a & b) >= 0.6 * min(len(a), len(b)) if a and b else True
