"""The ways one section grants coverage, each a criterion, and what the section says beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from wellfounded.criteria import bars, prose, table, titles
from wellfounded.criteria.aside import describes, grants, is_approval, is_note, joins, limits, refuses, renews
from wellfounded.criteria.block import Block
from wellfounded.criteria.combine import join
from wellfounded.criteria.connectors import PLAIN, Lead, bare, leading
from wellfounded.criteria.header import spells_out
from wellfounded.criteria.outline import Node, opens, outline
from wellfounded.criteria.passage import sentences
from wellfounded.criteria.scope import SHEET
from wellfounded.criteria.sections import Section
from wellfounded.criteria.tests import strong
from wellfounded.criteria.tree import Grower
from wellfounded.criteria.under import Under
from wellfounded.criteria.ways import indication, is_empty
from wellfounded.model.asks import Concurrent
from wellfounded.model.criteria import Criterion, Requirement, requirements

# A title over criteria that hold whatever the indication.
GENERAL = re.compile(
    r"\b(?:general|universal|all\s+(?:requests|indications|members|products|diagnoses|(?:path)?ways|paths|groups|doors)"
    r"|additional|common|(?:any|whichever|every)\s+(?:path(?:way)?|group|door|way)"
    r"|required\s+for\s+all|every)\b",
    re.IGNORECASE,
)
# A form's part that says how many boxes to tick stands beside the other parts, not in place of them.
_TICK = re.compile(
    r"\b(?:check(?:ed)?|tick(?:ed)?|mark(?:ed)?|select|complete[d]?|boxes|must|required)\b", re.IGNORECASE
)
_DEMAND = re.compile(r"\bmust\b|\brequire[sd]?\b|\bneeded\b", re.IGNORECASE)


@dataclass(frozen=True)
class Path:
    """One way the text grants coverage, with the words that name it."""

    criterion: Criterion
    title: str
    name: str  # what another sentence may call it: "Group I", "REQUIRED"
    joins: str  # "or", "and" or "" where the text does not say
    grants: bool  # whether its own sentence grants coverage
    section: str = ""  # the titles it stands under

    @property
    def weak(self) -> bool:
        """Whether nothing in it can be tested: a general statement, where others say what must be shown."""
        return self.joins != "or" and all(
            leaf.asks.kind in {"other", "documentation", "place"}
            and not prose.demands(leaf.text)
            and not strong(leaf.text)
            for leaf in requirements(self.criterion)
        )


@dataclass
class Found:
    """What sections hold, each thing where it belongs."""

    paths: list[Path] = field(default_factory=list)
    renewals: list[Path] = field(default_factory=list)
    exclusions: list[Requirement] = field(default_factory=list)
    limits: list[Requirement] = field(default_factory=list)


def walk(part: Section, grower: Grower, into: Found) -> None:
    """Read one section of criteria, or of criteria for renewal, *into* what was found before it."""
    _Walk(part, grower, into).run()


def refused(node: Node, grower: Grower) -> Iterator[Requirement]:
    """Give the ends of an outline node as words that stand outside the criteria."""
    ends = [child for child in node.under if child.kind != "connector"]
    for child in ends:
        yield from refused(child, grower)
    if not ends and node.text and not is_note(node.text):
        yield grower.aside(node.block.passage)


def nodes(part: Section) -> list[Node]:
    """Give the outline of a section, its tables' rows as items."""
    return outline(list(_tabled(part.blocks))).under


@dataclass
class _Walk:
    part: Section
    grower: Grower
    into: Found
    loose: list[Node] = field(default_factory=list)  # items that no lead-in holds, until something closes them
    pending: str = ""  # the connector that stands alone before what comes next

    def run(self) -> None:
        held = nodes(self.part)
        unmarked = _unmarked(held, self.part)
        for node, following in zip(held, [*held[1:], None], strict=False):
            if node.kind == "item" and following is not None and titles.titles(node, following):
                self._settle()
            elif node.kind == "connector":
                if self.loose:
                    self.loose.append(node)
                else:
                    self.pending = bare(node.text)
            elif node.kind == "item" or id(node) in unmarked:
                self._item(node)
            elif not is_note(node.text) or node.under:
                self._settle()
                self._paragraph(node)
        self._settle()

    def _item(self, node: Node) -> None:
        if self._set_aside(node):
            return
        if node.kind == "item" and grants(node.text) and "?" not in node.text:
            self._settle()
            self._add(node, self.part.topic)
        elif any(grants(child.text) for child in node.under):
            self._settle()
            self._add(node, node.text)
        elif node.under and (indication(node) or GENERAL.search(node.text)):
            self._settle()
            self.pending = self.pending or ("or" if indication(node) else "and")
            self._add(node, node.text)
        elif label := SHEET.match(node.text):
            if self.loose and not self.loose[-1].block.cells:
                self._settle()
            self.loose.append(_relabelled(node, label))
        else:
            self.loose.append(node)

    def _paragraph(self, node: Node) -> None:
        if is_approval(node.text) and not node.under:
            self.grower.approvals.append(node.text)
        elif describes(node.text):
            return
        elif not self._set_aside(node):
            self._add(node, titles.name(node.text) or self.part.topic)

    def _set_aside(self, node: Node) -> bool:
        """Put what is no initial criterion where it belongs."""
        about = titles.titled(node)
        if about in {"limits", "exclusions"}:
            held = self.into.limits if about == "limits" else self.into.exclusions
            held += refused(node, self.grower)
        elif about:
            return True
        elif (barred := bars.barred(node, self.grower, Under(self.part.label, op="any"))) is not None:
            self._settle()
            self._paths(renewal=False).append(Path(barred, node.text, "", "and", grants=False))
        elif refuses(node.text) and not node.under and isinstance(strong(node.text), Concurrent):
            self._settle()
            asked = self.grower.text(node.block.passage, Under(self.part.label))
            self._paths(renewal=False).extend([Path(asked, node.text, "", "and", grants=False)] if asked else [])
        elif refuses(node.text):
            self.into.exclusions += refused(node, self.grower)
        elif self.part.kind == "continuation" and node.under and bars.ends(node.text):
            grown = self.grower.group(node.under, Lead("none", 1, 0, 0, said=True), Under(self.part.label, op="any"))
            self._paths(renewal=True).extend([Path(grown, node.text, "", "and", grants=False)] if grown else [])
        elif renews(node.text) and self.part.kind != "continuation":
            self._settle()
            self._add(node, "", renewal=True)
        elif limits(node.text) and not node.under:
            self.into.limits.append(self.grower.aside(node.block.passage))
        else:
            return False
        return True

    def _add(self, node: Node, name: str, *, renewal: bool = False) -> None:
        section = f"{self.part.topic} {self.part.title}".strip()
        title = f"{section} {node.text[:160]}"
        if indication(node):
            section = title  # another indication's criteria are no other way to qualify
        how = self.pending or leading(node.block.passage)[1]
        renewal = renewal or self.part.kind == "continuation"
        for grown, granted, own in _grown(node, self.grower, Under(self.part.label), renewal=renewal):
            self._paths(renewal=renewal).append(Path(grown, title, name, how or own, granted, section))
            self.pending = how = ""

    def _settle(self) -> None:
        if not self.loose:
            return
        counts, asked = titles.counted(self.part.title)
        spelled = self.part.title if spells_out(self.part.title) else ""
        grown = self.grower.group(list(self.loose), counts or PLAIN, Under(self.part.label, asked), spelled)
        into = self._paths(renewal=False)
        if grown is not None:
            demanded = any(_DEMAND.search(node.text) or node.block.cells for node in self.loose)
            demand = "and" if (into and demanded) or (counts and counts.said and _TICK.search(self.part.title)) else ""
            title = f"{self.part.topic} {self.part.title}"
            # A line of a sheet has no title above it, and no sentence can call it by one.
            name = (titles.name(self.part.topic) or self.part.topic) if self.part.title else ""
            into.append(Path(grown, title, name, joins(self.part.title) or demand, grants=True, section=title))
        self.loose.clear()

    def _paths(self, *, renewal: bool) -> list[Path]:
        return self.into.renewals if renewal or self.part.kind == "continuation" else self.into.paths


def _relabelled(node: Node, label: re.Match[str]) -> Node:
    """Put a paragraph's label where a table's row has it: it tells what is asked and is no part of the words."""
    passage = node.block.passage
    block = replace(node.block, passage=passage.cut(label.end()), cells=(passage.cut(0, label.end()).strip(" :"),))
    return Node(block, node.under)


def _grown(node: Node, grower: Grower, under: Under, *, renewal: bool) -> list[tuple[Criterion, bool, str]]:
    """Give the criteria of a paragraph or a lead-in; whether each grants coverage, and how its words join it."""
    if [child for child in node.under if child.kind != "connector"]:
        return _led(node, grower, under)
    if (counted := prose.ordinals(grower, node.block.passage, under)) is not None:
        return [(counted, True, joins(node.text))]
    found = []
    for sentence in sentences(node.block.passage):
        if (
            (renews(sentence.text) and not renewal)
            or refuses(sentence.text)
            or describes(sentence.text)
            or is_note(sentence.text)
            or is_approval(sentence.text)
        ):
            continue
        grown = prose.grow(grower, sentence, under)
        if grown is not None and prose.turned(sentence.text):
            found.append((grown, True, "or"))
            continue
        if grown is not None and (not is_empty(grown) or prose.demands(sentence.text) or joins(sentence.text) == "or"):
            found.append((grown, True, joins(sentence.text) or ("" if grants(sentence.text) else "and")))
    return found


def _led(node: Node, grower: Grower, under: Under) -> list[tuple[Criterion, bool, str]]:
    """Grow a lead-in with its items; what its earlier sentences demand is demanded beside them."""
    spoken = sentences(node.block.passage)
    last = next((each for each in reversed(spoken) if opens(each.text)), spoken[-1])
    earlier = [each for each in spoken if each is not last]
    own = [prose.grow(grower, sentence, under) for sentence in earlier if not refuses(sentence.text)]
    said = [each for each in own if each is not None and not is_empty(each)]
    how, granted = joins(node.text), any(grants(part.text) for part in (node, *node.under))
    if earlier:
        node = replace(node, block=replace(node.block, passage=last))
    grown = grower.grow(node, under)
    if grown is None:
        return [(each, True, how) for each in said]
    if said and (joins(last.text) == "and" or grants(last.text) is None):
        return [(join("all", [*said, grown], ""), True, how)]
    return [*((each, True, how) for each in said), (grown, granted, how)]


def _unmarked(held: list[Node], part: Section) -> set[int]:
    """Tell which paragraphs are items without a mark: joined by a connector alone on a line, or all of them tests."""
    if part.kind not in {"criteria", "continuation"}:
        return set()
    plain = [node for node in held if node.kind == "para" and not node.under and not grants(node.text)]
    found = {id(node) for node in plain if SHEET.match(node.text)}
    for before, node, after in zip([None, *held], held, [*held[1:], None], strict=False):
        beside = any(other is not None and other.kind == "connector" for other in (before, after))
        if beside and node in plain:
            found.add(id(node))
    short = [
        node for node in plain if len(node.text.split()) <= 45 and not is_note(node.text) and not is_approval(node.text)
    ]
    if len(short) == len(held) > 1 and sum(strong(node.text) is not None for node in short) * 2 > len(short):
        found |= {id(node) for node in short}
    return found


def _tabled(held: list[Block]) -> Iterator[Block]:
    """Put the items of a table where its rows stand."""
    rows: list[Block] = []
    for block in held:
        if block.kind == "row":
            rows.append(block)
            continue
        yield from _items(rows)
        rows = []
        yield block
    yield from _items(rows)


def _items(rows: list[Block]) -> Iterator[Block]:
    # Two columns in, so that the items stand under the paragraph that leads the table in.
    yield from (replace(item, column=item.column + 2) for item in table.items(rows))
