"""Where a passage is opened: its page, with a box round it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wellfounded.clinic.acts.people import BY_SIGNING, UNNAMED
from wellfounded.clinic.showing.worded import LABELS, tier
from wellfounded.model.basis import Attestation, Basis, Citation, Derivation, Quote
from wellfounded.model.case import Case
from wellfounded.packs import shipped
from wellfounded.packs.schema.law import LawPack


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as a page shows it: its words, which paper and page, and the address that opens it."""

    words: str
    where: str
    url: str
    confidence: float = 1.0
    page: int = 1


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the tree under a sentence: what kind of basis, its words, where it can be opened, how deep."""

    kind: str  # quote, citation, person, rule
    words: str
    where: str
    url: str
    depth: int


def passage(quote: Quote, case: Case, token: str) -> Passage | None:
    """Give a passage of a paper of the case; None where the paper is not in it any more."""
    try:
        document = case.document(quote.at.source)
    except KeyError:
        return None
    name = document.source.path.partition("/")[2]
    url = f"/case/{token}/paper/{document.source.id}/?at={quote.at.start}-{quote.at.end}#here"
    return Passage(" ".join(quote.exact.split()), f"{name}, p. {quote.at.page}", url, quote.confidence, quote.at.page)


def rule(name: str) -> str:
    """Give the name of a rule in plain words: "match.score", "us/erisa#internal_appeal"."""
    first, _, rest = name.partition(".")
    if first == "match" and rest:
        return f"the test \u201c{rest.replace('_', ' ')}\u201d of the requirement"
    if first == "chart" and rest:
        return "read in the chart"
    pack, mark, part = name.partition("#")
    if not mark:
        return name.replace("_", " ")
    if pack == "notice":
        return "counted as the notice states it"
    titled = pack_title(pack)
    return f"why this law holds: {titled}" if part == "governs" else f"counted by its rule: {titled}"


def pack_title(pack: str) -> str:
    """Give the title of a body of law by its pack's id; the id in words where there is none."""
    library = shipped()
    return library.get(LawPack, pack).title if pack in library.ids("law") else pack.replace("_", " ")


def entered(says: str) -> str:
    """Give an attestation's words; one that only entered a value of case.yaml names the value."""
    words = " ".join(says.split())
    way = words.removeprefix("entered ")
    return words if way == words else field(way)


def field(way: str) -> str:
    """Give the name of a field of case.yaml in plain words: "patient.sex", "services[0].description"."""
    if way in LABELS:
        return LABELS[way]
    counted = re.sub(r"s\[(\d+)\]\.?", lambda found: f" {int(found[1]) + 1}, ", way)
    words = counted.replace(".", ", ").replace("_", " ").strip(" ,")
    return f"{words[:1].upper()}{words[1:]}"


def word(attested: Attestation) -> str:
    """Say whose word it is and since when: "as Dana Reyes entered it, 2026-03-16"."""
    who = f"{attested.by}, {attested.role}" if attested.role else attested.by
    if attested.role == BY_SIGNING:
        return f"the word of {who} (typed {attested.on})"
    if not attested.says.startswith("entered "):
        return f"the word of {who}, {attested.on}"
    known = attested.by not in {"", UNNAMED}
    return f"as {attested.by} entered it, {attested.on}" if known else f"as entered at this desk, {attested.on}"


def branches(parts: Iterable[Basis], case: Case, token: str, depth: int = 0) -> list[Branch]:
    """Give the tree under a sentence, a line each, in order."""
    out: list[Branch] = []
    for part in parts:
        if isinstance(part, Quote):
            held = passage(part, case, token)
            where, url = (held.where, held.url) if held else ("a paper that is no longer in the case", "")
            out.append(Branch("quote", " ".join(part.exact.split()), where, url, depth))
        elif isinstance(part, Citation):
            where = f"as of {part.as_of} ({tier(part.tier)})"
            out.append(Branch("citation", part.authority, where, "", depth))
        elif isinstance(part, Attestation):
            out.append(Branch("person", entered(part.says), word(part), "", depth))
        elif isinstance(part, Derivation):
            out.append(Branch("rule", rule(part.rule), "", "", depth))
            out += branches(part.of, case, token, depth + 1)
    return out
