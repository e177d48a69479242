"""A policy's blocks cut into sections, each with what it is for and what it is about."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

from wellfounded.criteria.aside import is_approval
from wellfounded.criteria.block import Block
from wellfounded.criteria.clauses import starts
from wellfounded.criteria.outline import opens
from wellfounded.criteria.scope import SHEET, is_title, section

_RUN_IN = re.compile(r"^([A-Z][A-Za-z/&()\- ]{2,45}?)\s*(?::|\s[\u2013\u2014-])\s+(?=\S)")
_CAPITALS = re.compile(r"^([A-Z][A-Z ,/&()'-]{8,70})\.\s+(?=\S)")
# "Position. We regard X as necessary for ...": a few words and a full stop open a paragraph as its title.
_DOTTED = re.compile(r"^([A-Z][\w'\u2019/,&-]*(?: [\w'\u2019/,&-]+){0,6})\.\s+(?=[A-Z\"\u201c])")
_ASKING = re.compile(r"(?:what|who|when|where|why|how)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|may|must|will|can|cannot|should|do|does|did|bill|call|see|send)\b",
    re.IGNORECASE,
)
# A run-in label of these kinds speaks for its own paragraph only.
# A numbered title of one of these kinds is no item of a list of criteria.
_SURE = frozenset({"exclusions", "continuation", "definitions", "codes", "references", "background", "history"})
_OWN = frozenset({"approval", "limits", "codes", "background", "documents", "references", "history", "definitions"})


@dataclass
class Section:
    """A title, what it is for, and the blocks under it."""

    kind: str  # as scope.section names it; "" where the title does not say
    title: str
    topic: str = ""  # the drug, indication or service named by the titles above
    label: str = ""  # the plan's own number for it
    sure: bool = True  # whether its own title, or its place under one, says what it is for
    blocks: list[Block] = field(default_factory=list)


def sections(held: tuple[Block, ...]) -> tuple[Section, ...]:
    """Cut *held* at its titles; a title that is none of the usual ones takes the purpose of the one above it."""
    found = [Section("", "")]
    labelled = False  # whether a title that opens its own paragraph was the last; another such ends what it is about
    above, look, topic = "", "", ""  # what the last title of its own line is for, how it looks, what it is about
    for block in _run_in(_promote(held)):
        own = _label(block) if block.kind == "para" and block.mark is None else None
        if own:
            found.append(Section(own[0], own[1], topic, blocks=[own[2]]))
            found.append(Section(found[-2].kind, found[-2].title, topic, found[-2].label))
        elif block.kind == "label":
            found.append(Section(section(block.text), block.text, topic))
            labelled = True
        elif block.kind == "para" and SHEET.match(block.text):
            if not (found[-1].kind == "criteria" and found[-1].blocks and SHEET.match(found[-1].blocks[-1].text)):
                found.append(Section("criteria", "", topic))
            found[-1].blocks.append(block)
            labelled = True
        elif labelled and block.kind == "para" and (_RUN_IN.match(block.text) or _dotted(block.text)):
            found.append(Section(above, block.text, topic, blocks=[block]))
            labelled = False
        elif block.kind != "heading":
            found[-1].blocks.append(block)
        else:
            kind, style = section(block.text), _style(block)
            sure = bool(kind) or style != look
            if kind:
                look = style
            else:
                topic = block.text
                kind = above if above == "criteria" or (style != look and above != "background") else ""
            above = kind
            label = block.mark.label if block.mark else ""
            found.append(Section(kind, block.text, topic, label, sure))
    return tuple(part for part in found if part.blocks)


def _style(block: Block) -> str:
    mark = block.mark.readings[0][0] if block.mark else ""
    return f"{mark}{'upper' if block.text.isupper() else 'mixed'}{block.column // 2}"


def _promote(held: tuple[Block, ...]) -> list[Block]:
    """Read numbered titles ("IV. Definitions") as titles, where at least two of one style name usual sections."""
    named: dict[tuple[str, int], list[str]] = defaultdict(list)
    every: Counter[tuple[str, int]] = Counter()
    shouted: Counter[tuple[str, int]] = Counter()
    for block in held:
        if block.kind != "item" or block.mark is None or block.mark.bullet:
            continue
        titled_ = _heads(block.text) or _dotted(block.text)
        dotted = _dotted(block.text)
        for style, _ in block.mark.readings:
            every[style, block.column] += 1
            shouted[style, block.column] += block.text.isupper()
            named[style, block.column] += [section(dotted[1] if dotted else block.text)] if titled_ else []
    # Numbered lines that all stand in capitals are titles, whatever they are called.
    over = {id(block) for block, below in pairwise(held) if _over(block, below)}
    capitals = {key for key, n in shouted.items() if n == every[key] > 2}
    titled = {
        key
        for key, kinds in named.items()
        if len(kinds) >= 0.6 * every[key]
        and ((len({kind for kind in kinds if kind}) >= 2 and _SURE.intersection(kinds)) or key in capitals)
    }
    promoted = []
    for block in held:
        if id(block) in over:
            promoted.append(replace(block, kind="heading"))
            continue
        if (
            block.kind == "item"
            and block.mark
            and any((style, block.column) in titled for style, _ in block.mark.readings)
        ):
            if _heads(block.text) and (section(block.text) or not block.text.rstrip().endswith(":")):
                promoted.append(replace(block, kind="heading"))
                continue
            dotted = _dotted(block.text)
            if dotted:
                title = block.passage.cut(0, dotted.end(1))
                promoted.append(replace(block, kind="heading", passage=title))
                promoted.append(replace(block, kind="para", mark=None, passage=block.passage.cut(dotted.end())))
                continue
            cut = _label(block)
            if cut and any((style, block.column) in titled for style, _ in block.mark.readings[:1]):
                title = block.passage.cut(0, len(cut[1]))
                promoted += [replace(block, kind="heading", passage=title), replace(cut[2], mark=None, kind="para")]
                continue
        promoted.append(block)
    return promoted


def _over(block: Block, below: Block) -> bool:
    """Whether a numbered line is the title over the part numbered after it: "1  Recommendations" over "1.1"."""
    if block.kind != "item" or below.kind != "item" or block.mark is None or below.mark is None:
        return False
    numbered = re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*", block.mark.label) is not None
    return numbered and below.mark.label == f"{block.mark.label}.1" and _heads(block.text) and not opens(block.text)


def _heads(text: str) -> bool:
    """Whether a numbered line may be a title: in capitals as titles are, or a few words and no verb or full stop."""
    words = text.split()
    short = len(words) <= 8 and text[0].isupper() and text[-1] not in ".;:,?" and not starts(text)
    return is_title(text) or short


def _run_in(held: list[Block]) -> list[Block]:
    """Cut "Coverage criteria: The drug is covered when ..." into its title and its paragraph."""
    found: list[Block] = []
    for block in held:
        if SHEET.match(block.text):
            found.append(block)
            continue
        match = (_RUN_IN.match(block.text) or _CAPITALS.match(block.text)) if block.kind == "para" else None
        match = match or (_dotted(block.text) if block.kind == "para" else None)
        kind = section(match[1]) if match else ""
        if (
            match
            and not is_approval(block.text)
            and kind in {"criteria", "continuation", "exclusions"}
            and (is_title(match[1]) or _dotted(block.text))
            and len(block.text) > match.end()
        ):
            found.append(
                replace(block, kind="label", passage=block.passage.cut(0, match.end()).strip(" :.\u2013\u2014-"))
            )
            found.append(replace(block, passage=block.passage.cut(match.end())))
        else:
            found.append(block)
    return found


def _dotted(text: str) -> re.Match[str] | None:
    match = _DOTTED.match(text)
    if match is None or (_VERB.search(match[1]) and not _ASKING.match(match[1])):
        return None
    return None if starts(match[1]) and not _ASKING.match(match[1]) and not section(match[1]) else match


def _label(block: Block) -> tuple[str, str, Block] | None:
    """Read "Approval duration: 6 months" as a section of one paragraph."""
    match = _RUN_IN.match(block.text) or _dotted(block.text)
    kind = section(match[1]) if match else ""
    if (
        match is None
        or kind not in _OWN
        or not (is_title(match[1]) or match.re is _DOTTED)
        or block.text.rstrip().endswith(":")
    ):
        return None
    return kind, match[1], replace(block, passage=block.passage.cut(match.end()))
