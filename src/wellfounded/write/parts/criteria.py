"""The policy's criteria line by line, in its own numbering and words, each with the verdict and what shows it."""

import re
from collections.abc import Iterator

from wellfounded.model.criteria import Criterion, Not, Requirement
from wellfounded.model.letter import Paragraph, Row, Sentence
from wellfounded.write import policyname
from wellfounded.write.shown import row
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import clause, few, quoted

MET = "Met"
# What a requirement must not find is already said as an absence: "no active infection", "member is not a smoker".
NEGATED = re.compile(
    r"^(?:\W*[\w'-]+\s+){0,5}?(?:no|not|none|never|without|absence|free of|denies|negative|cannot|neither)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"\u201c([^\u201d]*)\u201d \([^()]*\)\.$")
SAID = 64  # characters of a requirement that the letter has quoted in full before
LONG = 60  # characters; a shorter passage may stand twice
NONE = re.compile(r"\b(?:none|no one|not any|neither|no)\b", re.IGNORECASE)


def write(telling: Telling) -> Told:
    """Write the table of what is shown; what is open is not claimed, and keeps the letter from being signed.

    The plan's words stand once in a letter: a requirement that was quoted in full before is named shortly here.
    """
    lines, seen = list[Row](), dict[str, Requirement]()
    for claim in telling.brief.claims("criterion_met"):
        leaf = telling.requirement(claim.about)
        shown = row(leaf, claim, telling) if leaf is not None else None
        if leaf is None or shown is None:
            continue
        words = few.trimmed(quoted.clean(leaf.text))
        if len(words) > SAID and quoted.marked(words) in telling.said:
            short = few.few(words)
            words = words if short.endswith("\N{HORIZONTAL ELLIPSIS}") else short
        if claim.slot("wanted") == "absent" or (leaf.asks.kind == "absent" and not NEGATED.match(words)):
            words = f"{_lead(telling, leaf)}: {few.small(words)}"
        words = f"{words[:1].upper()}{words[1:]}"
        lines.append(Row(leaf.label, words, MET, _once(shown, leaf, seen)))
    if not lines:
        return Told()
    heading = telling.part.heading.replace("{policy}", policyname.short(telling))
    return Told((Paragraph("criteria", heading, rows=tuple(lines)),))


def _once(shown: Sentence, leaf: Requirement, seen: dict[str, Requirement]) -> Sentence:
    """Give a passage in full once; another row it shows quotes its clause, or says where it stands."""
    found = QUOTED.match(shown.text)
    if found is None or len(found[1]) < LONG or not leaf.label:
        return shown
    if found[1] not in seen:
        seen[found[1]] = leaf
        return shown
    part = clause.bearing(found[1], leaf.text)
    first = seen[found[1]]
    place = first.label
    text = f"\u201c{part}\u201d (in full at {place})." if part else f"As quoted at {place}."
    return sentence(text, *shown.basis, *policyname.numbered(first))


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
