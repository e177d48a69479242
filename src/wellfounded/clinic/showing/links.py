"""Where a passage is opened: its page, with a box round it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wellfounded.model.basis import Attestation, Basis, Citation, Derivation, Quote
from wellfounded.model.case import Case


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
    return f"rule: {part.replace('_', ' ')} ({pack.replace('_', ' ')})" if mark else name.replace("_", " ")


def entered(says: str) -> str:
    """Give an attestation's words; one that only entered a value of case.yaml names the value."""
    words = " ".join(says.split())
    way = words.removeprefix("entered ")
    if way == words:
        return words
    counted = re.sub(r"s\[(\d+)\]\.?", lambda found: f" {int(found[1]) + 1}, ", way)
    return f"{counted.replace('.', ', ').replace('_', ' ').strip(' ,')}, as entered"


def branches(parts: Iterable[Basis], case: Case, token: str, depth: int = 0) -> list[Branch]:
    """Give the tree under a sentence, a line each, in order."""
    out: list[Branch] = []
    for part in parts:
        if isinstance(part, Quote):
            held = passage(part, case, token)
            where, url = (held.where, held.url) if held else ("a paper that is no longer in the case", "")
            out.append(Branch("quote", " ".join(part.exact.split()), where, url, depth))
        elif isinstance(part, Citation):
            where = f"as of {part.as_of} ({part.tier.replace('-', ' ')})"
            out.append(Branch("citation", part.authority, where, "", depth))
        elif isinstance(part, Attestation):
            who = f"{part.by}, {part.role}" if part.role else part.by
            out.append(Branch("person", entered(part.says), f"the word of {who}, {part.on}", "", depth))
        elif isinstance(part, Derivation):
            out.append(Branch("rule", rule(part.rule), "", "", depth))
            out += branches(part.of, case, token, depth + 1)
    return out
