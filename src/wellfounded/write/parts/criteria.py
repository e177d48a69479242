"""The policy's criteria line by line, in its own numbering and words, each with the verdict and what shows it."""

import re

from wellfounded.model.letter import Paragraph, Row, Sentence
from wellfounded.write import policyname
from wellfounded.write.shown import row
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import quoted

MET = "Met"
NEGATED = re.compile(
    r"^(?:no|not|none|without|absence|does not|do not|is not|has no|the \w+ (?:has no|does not|is not)|free of)\b",
    re.IGNORECASE,
)


def write(telling: Telling) -> Told:
    """Write the table of what is shown; what is still open is named after it and not claimed."""
    lines = list[Row]()
    for claim in telling.brief.claims("criterion_met"):
        leaf = telling.requirement(claim.about)
        shown = row(leaf, claim, telling) if leaf is not None else None
        if leaf is None or shown is None:
            continue
        words = quoted.clean(leaf.text).rstrip(" ;,.").removesuffix("; or").removesuffix("; and")
        gone = claim.slot("wanted") == "absent" or (leaf.asks.kind == "absent" and not NEGATED.match(words))
        verdict = "Absent" if gone else MET
        lines.append(Row(leaf.label, words, verdict, shown))
    if not lines:
        return Told()
    said = tuple(each for each in (_open(telling),) if each is not None)
    heading = telling.part.heading.replace("{policy}", policyname.short(telling))
    table = Paragraph("criteria", heading, rows=tuple(lines))
    return Told((table, Paragraph("criteria", "", said)) if said else (table,))


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
