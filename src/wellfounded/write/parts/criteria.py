"""The policy's criteria line by line, in its own numbering and words, each with the verdict and what shows it."""

import re
from collections.abc import Iterator

from wellfounded.model.criteria import Criterion, Not, Requirement
from wellfounded.model.letter import Paragraph, Row, Sentence
from wellfounded.write import policyname
from wellfounded.write.shown import row
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import few, quoted

MET = "Met"
NEGATED = re.compile(
    r"^(?:no|not|none|without|absence|does not|do not|is not|has no|the \w+ (?:has no|does not|is not)|free of)\b",
    re.IGNORECASE,
)
NONE = re.compile(r"\b(?:none|no one|not any|neither|no)\b", re.IGNORECASE)


def write(telling: Telling) -> Told:
    """Write the table of what is shown; what is still open is named after it and not claimed."""
    lines = list[Row]()
    for claim in telling.brief.claims("criterion_met"):
        leaf = telling.requirement(claim.about)
        shown = row(leaf, claim, telling) if leaf is not None else None
        if leaf is None or shown is None:
            continue
        words = few.trimmed(quoted.clean(leaf.text))
        if claim.slot("wanted") == "absent" or (leaf.asks.kind == "absent" and not NEGATED.match(words)):
            words = f"{_lead(telling, leaf)}: {few.small(words)}"
        lines.append(Row(leaf.label, words, MET, shown))
    if not lines:
        return Told()
    said = tuple(each for each in (_open(telling),) if each is not None)
    heading = telling.part.heading.replace("{policy}", policyname.short(telling))
    table = Paragraph("criteria", heading, rows=tuple(lines))
    return Told((table, Paragraph("criteria", "", said)) if said else (table,))


def _lead(telling: Telling, leaf: Requirement) -> str:
    """Give the plan's own words over a list of what must not be there, or ours where it has none."""
    root = telling.policy.root if telling.policy is not None else None
    held = [text for text in _over(root, leaf.id) if NONE.search(text)] if root is not None else []
    words = few.trimmed(quoted.clean(held[-1])) if held else ""
    return words if words and len(words) <= few.MOST else "Must not be present"


def _over(node: Criterion, id_: str) -> Iterator[str]:
    """Give the lead-ins of the groups a requirement stands in, the outermost first."""
    if isinstance(node, Requirement):
        return
    parts = (node.of,) if isinstance(node, Not) else node.of
    for part in parts:
        if isinstance(part, Requirement) and part.id == id_:
            yield node.text
        elif below := list(_over(part, id_)):
            yield from (node.text, *below)


def _open(telling: Telling) -> Sentence | None:
    leaves = [leaf for id_ in telling.brief.open if (leaf := telling.requirement(id_)) is not None]
    under = [basis for leaf in leaves for basis in policyname.numbered(leaf)]
    places = [leaf.label for leaf in leaves if leaf.label]
    if not under or len(places) != len(leaves):
        return None
    verb = "is" if len(places) == 1 else "are"
    return sentence(
        f"{policyname.places(places)} {verb} not yet documented in the enclosed records, and not claimed here", *under
    )
