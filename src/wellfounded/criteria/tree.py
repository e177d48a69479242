"""An outline made into criteria: each node an operator over its items, each end a requirement with its test."""

import re
from dataclasses import dataclass, field, replace

from wellfounded.criteria import clauses, connectors, flow, header, references, statements, ways
from wellfounded.criteria.aside import grants, is_approval, is_aside, is_note, is_renewal, refuses
from wellfounded.criteria.asked import asked
from wellfounded.criteria.combine import combine, denied, join
from wellfounded.criteria.connectors import PLAIN, Lead
from wellfounded.criteria.groups import WAY
from wellfounded.criteria.learned.parts import apart, one_of_two
from wellfounded.criteria.outline import Node, opens
from wellfounded.criteria.passage import Passage, asks_only, sentences
from wellfounded.criteria.regroup import regroup
from wellfounded.criteria.split import split
from wellfounded.criteria.tests import Words, frames, strong
from wellfounded.criteria.under import Under
from wellfounded.model.asks import Diagnosis, Other, Test
from wellfounded.model.criteria import Ambiguity, Criterion, Not, Requirement, requirements
from wellfounded.model.document import Document

_NOTHING = re.compile(r"\W*(?:n/?a|none|not\s+applicable|no\s+restrictions?)\W*", re.IGNORECASE)
_OPERATOR = {"all": "all", "any": "any", "some": "any", "none": "any"}
_FIRM = frozenset({"age", "score", "lab", "measurement", "trial", "prescriber"})
_WITH = frozenset({"trial", "intolerance_or_contraindication", "prescriber", "concurrent"})


@dataclass
class Grower:
    """Grows criteria from one document's outline, and keeps what it set aside and what it was unsure of."""

    document: Document
    ambiguous: list[Ambiguity] = field(default_factory=list)
    approvals: list[str] = field(default_factory=list)
    said: dict[str, Words] = field(default_factory=dict)  # by a requirement's id, its words and its lead-in's
    _taken: set[str] = field(default_factory=set)

    def grow(self, node: Node, under: Under) -> Criterion | None:
        """Give the criterion of one outline node; None where it holds nothing to show."""
        if node.kind in {"heading", "root"}:
            return self.group(node.under, PLAIN, under)
        passage = connectors.leading(node.block.passage)[0]
        led_in = [child for child in node.under if child.kind != "connector" and not ways.remark(child)]
        if not led_in:
            passage, _ = connectors.trailing(passage)
        if not passage or is_note(passage.text) or (not led_in and passage.text.endswith(":")):
            return None
        spoken = flow.strip(passage)
        passage = self._without_asides(spoken) or (spoken if led_in else passage.cut(0, 0))  # a lead-in is no aside
        if not passage:
            return None
        here = under.at(node.label)
        if node.style.startswith("named "):
            here = replace(here, op="all")  # the ways are alternatives, what one of them holds is not
        if node.block.cells:  # a table's row: its label says what is asked
            here = replace(here, before=f"{node.block.cells[0].text}:")
        if led_in:
            return self._branch(passage, node.under, here)
        if node.kind == "para" and refuses(passage.text) and not statements.refuses(passage.text):
            quote = passage.quote(self.document)
            self.ambiguous.append(Ambiguity(here.label, "a refusal, left out", "a further condition", quote))
            return None
        grown = statements.grow(self.text, passage, here) if node.kind == "para" else self.text(passage, here)
        return Not(grown, here.label) if grown is not None and node.block.answer == "no" else grown

    def group(self, nodes: list[Node], led: Lead, under: Under, text: str = "") -> Criterion | None:
        """Join *nodes* as *led* says and as the connectors between them say."""
        asked = flow.questions(nodes)
        if asked:
            return join(
                "all", flow.follow(asked, lambda each: self.text(each.passage, under.at(each.node.label))), under.label
            )
        led = led if led.said else replace(led, op=self._default(nodes, under, text))
        parts: list[Criterion] = []
        joins: list[str] = []
        waiting = ""
        for node in regroup(nodes):
            if node.kind == "connector":
                waiting = connectors.bare(node.text)
                continue
            if is_renewal(node.text):
                continue
            grown = self.grow(node, under)
            closing = "" if node.under else connectors.trailing(node.block.passage)[1]
            if grown is None:
                waiting = waiting or closing
                continue
            if parts:
                joins.append(waiting or connectors.leading(node.block.passage)[1])
            parts.append(grown)
            waiting = closing
        return combine(parts, joins, led, self._doubt, under.label, text)

    def text(self, passage: Passage, under: Under) -> Criterion | None:
        """Give the criterion of words that have no items under them; None where they say that nothing is asked."""
        if _NOTHING.fullmatch(passage.text):
            return None
        said = sentences(passage)
        if len(said) > 1 and any(connectors.lists(each.text) for each in said):
            grown = [self.text(each, under) for each in said if not is_aside(each.text)]
            kept = [part for part in grown if part is not None]
            return join("all", kept, under.label) if kept else None
        listed = clauses.inline(passage)
        if listed:
            return self._inline(passage, *listed, under)
        told = clauses.told(passage)
        led = connectors.lead(told[0].text) if told else None
        if told and led and led.said and apart(passage.text, "told", [part.text for part in told[1]]):
            ahead = told[0].cut(0, led.start)
            head = header.header(ahead)
            own = self._heading(ahead, head, led, under) if ahead else None
            asked = replace(under, before="" if own else head.frame)
            kept = [part for part in (self.text(each, asked) for each in told[1]) if part is not None]
            inner = combine(kept, [""] * (len(kept) - 1), led, self._doubt, under.label, passage.text)
            return inner if own is None or inner is None else join("all", [own, inner], under.label)
        found = split(passage)
        if found:
            pieces = [part.text for part in found[1]]
            if not apart(passage.text, found[0], pieces):
                return self._leaf(passage, under, asks=Other() if one_of_two(found[0], pieces) else None)
            grown = [self.text(part, under) for part in found[1]]
            return join(found[0], [part for part in grown if part is not None], under.label)
        return self._leaf(passage, under)

    def aside(self, passage: Passage) -> Requirement:
        """Give words that stand outside the criteria, an exclusion or a limit, as one requirement."""
        return self._leaf(passage, Under())

    def _branch(self, passage: Passage, nodes: list[Node], under: Under) -> Criterion | None:
        named = self._named(passage, nodes, under)
        if named is not None:
            return named
        spoken = sentences(passage)
        if len(spoken) > 1 and opens(spoken[-1].text):
            said = [each for each in spoken[:-1] if len(each.text.split()) > 6 and not refuses(each.text)]
            earlier = [self.text(each, under) for each in said if strong(each.text)]
            held = [part for part in (*earlier, self._branch(spoken[-1], nodes, under)) if part is not None]
            return join("all", held, under.label) if held else None
        listed = clauses.inline(passage)
        if listed and opens(listed[1][-1].text) and all(len(part.text.split()) > 2 for part in listed[1]):
            return self._run_in(*listed, nodes, under)
        led = connectors.lead(passage.text)
        if led is None:
            return self._untold(passage, nodes, under)
        before, after = passage.cut(0, led.start), passage.cut(led.end)
        head = header.header(before)
        frame = "" if led.op == "none" else head.frame or under.before
        if frame and under.before and not frames(frame, after.text) and frames(under.before, under.after):
            frame = under.before  # "One controller, which may be either" inside "has used both of"
        op = _OPERATOR[led.op] if led.said else under.op
        own = self._heading(before, head, led, under)
        if own is not None and header.shows(before.text):
            frame = ""  # the items show what it has said
        asked = Under(under.label, frame, header.rest(after.text) or under.after, op=op)
        inner = self.group(nodes, led, asked, passage.text)
        if inner is None:
            return self.text(passage, under)
        if own is None:
            return inner
        if head.op == "any":
            return join("any", [own, inner], under.label, passage.text)
        if not led.unless:
            return join("all", [own, inner], under.label, passage.text)
        # "Tried methotrexate, unless one of these" excuses; "hepatocellular carcinoma, unless one of these" forbids.
        forbids = isinstance(own, Requirement) and isinstance(own.asks, Diagnosis)
        taken, other = ("none of the items may be there", "one of the items excuses from it")[:: 1 if forbids else -1]
        self._doubt([own], under.label, taken, other)
        if forbids:
            return join("all", [own, denied(inner)], under.label, passage.text)
        return join("any", [own, inner], under.label, passage.text)

    def _run_in(self, before: Passage, parts: list[Passage], nodes: list[Node], under: Under) -> Criterion | None:
        """Join the items inside a sentence, the last of which leads in those below: "(a) a PO2 ...; and (b) any of"."""
        stripped = [connectors.trailing(connectors.leading(part)[0]) for part in parts[:-1]]
        grown = [self.text(part, under) for part, _ in stripped]
        held = [*grown, self._branch(connectors.leading(parts[-1])[0], nodes, under)]
        led = connectors.lead(before.text) or PLAIN
        return combine([part for part in held if part], [word for _, word in stripped], led, self._doubt, under.label)

    def _named(self, passage: Passage, nodes: list[Node], under: Under) -> Criterion | None:
        """Join items as their lead-in names them: "criteria 1 and 2, and either 3 or 4"."""
        items = [node for node in nodes if node.kind == "item" and node.label]
        found = references.expression(passage.text, [node.label for node in items])
        if found is None or {part.op for part in (found, *found.of)} <= {"all", ""}:
            return None
        grown = {node.label: self.grow(node, under) for node in items}
        return references.resolve(found, {name: part for name, part in grown.items() if part is not None})

    def _untold(self, passage: Passage, nodes: list[Node], under: Under) -> Criterion | None:
        """Join a parent that leads nothing in with its items: a name over them, or a requirement beside them."""
        if nodes[0].kind == "connector" and connectors.bare(nodes[0].text) == "or":
            other = self.group(nodes[1:], PLAIN, under)
            kept = [part for part in (self.text(passage, under), other) if part is not None]
            return join("any", kept, under.label) if kept else None
        inner = self.group(nodes, PLAIN, under, passage.text)
        if inner is None:
            return self.text(passage, under)
        if any(grants(node.text) for node in nodes):
            return inner  # a title over the sentence that grants
        named = under.op == "any" and header.is_name(passage.text)
        own = None if named or len(passage.text.split()) <= 3 or not strong(passage.text) else self.text(passage, under)
        return inner if own is None else join("all", [own, inner], under.label)

    def _heading(self, before: Passage, head: header.Header, led: Lead, under: Under) -> Criterion | None:
        """Give what a lead-in itself demands ("Adults 18 years or older with plaque psoriasis who meet ...")."""
        plain = head.own
        if plain and (head.op == "any" or head.holds):
            return self.text(plain, under)  # another way cannot be left out
        persists = header.persists(before.text) or header.includes(before.text)
        adds = connectors.adds(before.text) or header.confirms(before.text) or persists
        if not plain or not (head.op or led.unless or adds):
            return None
        test = strong(plain.text)
        whole = test is not None and len(plain.text.split()) > 6 and clauses.whole(plain.text)
        if header.shows(before.text) and not (isinstance(test, Diagnosis) or whole):
            return None
        if before.text.endswith(" with") and test and test.kind in _WITH:
            return None  # "treatment with two of these": the items are what the treatment was
        if before.text.rstrip().endswith(",") and not (test and test.kind in _FIRM):
            return None  # "headache with a red flag, any one of": a name over its items
        if header.serial(before.text) and (series := clauses.series(plain)):
            return join("all", [each for part in series if (each := self.text(part, under)) is not None], "")
        found = split(plain)
        if found is None:
            whole = clauses.starts(plain.text) and len(plain.text.split()) > 4 and not head.whose
            said = test is not None or (whole and not header.confirms(before.text))
            return self._leaf(plain, under) if said or persists else None
        kept = [part for part in found[1] if strong(part.text) is not None]
        return join(found[0], [self._leaf(part, under) for part in kept], "") if kept else None

    def _inline(self, passage: Passage, before: Passage, parts: list[Passage], under: Under) -> Criterion | None:
        """Join the items of a list inside one sentence."""
        led = connectors.lead(before.text) if before else None
        ahead = before.cut(0, led.start) if led else before
        head = header.header(ahead) if ahead else None
        stripped = [connectors.trailing(connectors.leading(part)[0]) for part in parts]
        asked = replace(under, before=head.frame if head else under.before)
        grown = [(self.text(part, asked), word) for part, word in stripped]
        kept = [(part, word) for part, word in grown if part is not None]
        joins = [word for _, word in kept[:-1]]
        inner = combine([part for part, _ in kept], joins, led or PLAIN, self._doubt, under.label, passage.text)
        own = self._heading(ahead, head, led or PLAIN, under) if head else None
        return inner if own is None or inner is None else join("all", [own, inner], under.label)

    def _default(self, nodes: list[Node], under: Under, text: str) -> str:
        """Tell how items are meant that no word joins: one of them, where each is a way by itself, else all of them."""
        held = [node for node in nodes if node.kind in {"item", "para"}]
        if len(held) < 2:
            return "all"
        granted = [node for node in held if any(grants(part.text) for part in (node, *node.under))]
        if len(granted) == len(held) or all(node.style.startswith(f"named {WAY}") for node in held):
            return "any"
        if all(ways.specialty(node.text) for node in held) and header.prescribes(text or under.before):
            return "any"
        if header.spells_out(text) or all(ways.indication(node) for node in held):
            return "any"
        if all(header.is_case(node.text) for node in held):
            taken, other = "the item whose condition is the patient's", "all of the items"
            self.ambiguous.append(
                Ambiguity(under.label or held[0].label, taken, other, held[0].block.passage.quote(self.document))
            )
            return "any"
        if under.op == "any" and any(ways.no_way(node) for node in held):
            return "all"
        return under.op if header.is_name(text) else "all"

    def _without_asides(self, passage: Passage) -> Passage:
        """Take out of an item the sentences that say how long an approval lasts, and remarks."""
        parts = sentences(passage)
        kept = [part for part in parts if not is_aside(part.text)]
        self.approvals += [part.text for part in parts if is_approval(part.text)]
        if len(kept) == len(parts):
            return passage
        return (
            passage.cut(passage.at.index(kept[0].start), passage.at.index(kept[-1].end - 1) + 1)
            if kept
            else Passage("", ())
        )

    def _leaf(self, passage: Passage, under: Under, asks: Test | None = None) -> Requirement:
        passage = passage.strip(" ;,")
        text = asks_only(passage.text)
        name = self._id(under.label)
        if asks is None:
            self.said[name] = Words(text, under.before, under.after)
        return Requirement(name, text, asks or asked(passage, text, under), passage.quote(self.document), under.label)

    def _id(self, label: str) -> str:
        name = label or "r1"
        n = 1
        while name in self._taken:
            n += 1
            name = f"{label}/{n}" if label else f"r{n}"
        self._taken.add(name)
        return name

    def _doubt(self, parts: list[Criterion], label: str, taken: str, other: str) -> None:
        first = next(iter(requirements(parts[0])))
        self.ambiguous.append(Ambiguity(label or first.id, taken, other, first.quote))
