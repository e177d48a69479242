"""An outline made into criteria: each node an operator over its items, each end a requirement with its test."""

import re
from dataclasses import dataclass, field, replace

from wellfounded.criteria import clauses, connectors
from wellfounded.criteria.aside import TRIGGER, is_approval, is_note
from wellfounded.criteria.outline import Node
from wellfounded.criteria.passage import Passage
from wellfounded.criteria.split import split
from wellfounded.criteria.tests import Words, read, strong
from wellfounded.model.asks import Other
from wellfounded.model.criteria import All, Ambiguity, Any, AtLeast, Criterion, Not, Requirement, requirements
from wellfounded.model.document import Document


@dataclass(frozen=True)
class Under:
    """What the lead-ins above say of a requirement."""

    label: str = ""
    before: str = ""
    after: str = ""

    def at(self, label: str) -> "Under":
        """Go one enumerator down."""
        joined = f"{self.label}.{label}" if self.label and label else self.label or label
        return replace(self, label=joined)


@dataclass
class Grower:
    """Grows criteria from one document's outline, and keeps what it set aside and what it was unsure of."""

    document: Document
    ambiguous: list[Ambiguity] = field(default_factory=list)
    approvals: list[str] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def grow(self, node: Node, under: Under) -> Criterion | None:
        """Give the criterion of one outline node; None where it holds nothing to show."""
        if node.kind in {"heading", "root"}:
            return self.group(node.under, "all", 1, under, said=False)
        passage, _ = connectors.trailing(connectors.leading(node.block.passage)[0])
        if not passage or is_note(passage.text):
            return None
        if is_approval(passage.text):
            self.approvals.append(passage.text)
            return None
        here = under.at(node.label)
        if node.under and any(child.kind in {"item", "para", "row"} and not _aside(child) for child in node.under):
            return self._branch(passage, node.under, here)
        grown = self.text(passage, here)
        if node.block.answer == "no" and grown is not None:
            return Not(grown, here.label)
        return grown

    def group(
        self, nodes: list[Node], op: str, n: int, under: Under, *, said: bool, text: str = ""
    ) -> Criterion | None:
        """Join *nodes* by *op* and by the connectors between them."""
        op = op if said else self._default(nodes)
        parts: list[Criterion] = []
        joins: list[str] = []  # joins[i] stands between parts[i] and parts[i + 1]; "" where nothing does
        waiting = ""
        for node in nodes:
            if node.kind == "connector":
                waiting = connectors.bare(node.text)
                continue
            grown = self.grow(node, under)
            opening = connectors.leading(node.block.passage)[1]
            closing = connectors.trailing(node.block.passage)[1] if not node.under else ""
            if grown is None:
                waiting = waiting or closing
                continue
            if parts:
                joins.append(waiting or opening)
            parts.append(grown)
            waiting = closing
        return self.combine(parts, joins, op, n, under.label, said=said, text=text)

    def _default(self, nodes: list[Node]) -> str:
        """Tell how items that nothing joins are meant: all of them, but one where each grants coverage by itself."""
        held = [node for node in nodes if node.kind in {"item", "para"}]
        grants = [node for node in held if any(TRIGGER.search(part.text) for part in (node, *node.under))]
        return "any" if len(held) > 1 and len(grants) == len(held) else "all"

    def combine(
        self, parts: list[Criterion], joins: list[str], op: str, n: int, label: str, *, said: bool, text: str = ""
    ) -> Criterion | None:
        """Make one criterion of *parts*; what the connectors say against the lead-in is taken and flagged."""
        if not parts:
            return None
        if op == "none":
            return Not(join("any", parts, ""), label, text)
        if op == "some":
            if n > len(parts):
                self._doubt(parts, label, "all of the items listed", f"at least {n} of them, some not listed")
                return join("all", parts, label, text)
            return AtLeast(n, tuple(parts), label, text)
        if len(parts) == 1:
            return parts[0]
        words = {held for held in joins if held}
        if len(words) == 2:
            return self._mixed(parts, joins, op, label, text, said=said)
        if not words:
            return join(op, parts, label, text)
        word = words.pop()
        wanted = {"and": "all", "or": "any"}[word]
        if not said or wanted == op:
            return join(wanted, parts, label, text)
        each = sum(1 for held in joins if held) > 1
        if op == "any" and not each:
            return join("any", parts, label, text)  # "any of the following: A, B and C" lists, it does not demand all
        self._doubt(parts, label, f'"{word}" between the items: {wanted} of them', f"the lead-in: {op} of them")
        return join(wanted, parts, label, text)

    def _mixed(
        self, parts: list[Criterion], joins: list[str], op: str, label: str, text: str, *, said: bool
    ) -> Criterion:
        """Join items by "and" and "or" both: the outer word is the lead-in's, else "and"."""
        outer = "or" if said and op == "any" else "and"
        filled, fill = [], "and" if said and op == "all" else next(word for word in joins if word)
        for word in joins:
            fill = word or fill
            filled.append(word or ("and" if said and op == "all" else "or" if said and op == "any" else fill))
        runs: list[list[Criterion]] = [[parts[0]]]
        for word, part in zip(filled, parts[1:], strict=True):
            if word == outer:
                runs.append([part])
            else:
                runs[-1].append(part)
        inner = "all" if outer == "or" else "any"
        self._doubt(parts, label, f'"{inner}" binds first', f'"{"any" if inner == "all" else "all"}" binds first')
        held = [run[0] if len(run) == 1 else join(inner, run, "") for run in runs]
        return held[0] if len(held) == 1 else join("all" if outer == "and" else "any", held, label, text)

    def _branch(self, passage: Passage, nodes: list[Node], under: Under) -> Criterion | None:
        led = connectors.lead(passage.text)
        if led is None:
            return self._untold(passage, nodes, under)
        before, after = passage.cut(0, led.start), passage.cut(led.end)
        frame = Under(under.label, _frame(before.text) or under.before, after.text.strip(" :.,;") or under.after)
        inner = self.group(nodes, led.op, led.n, frame, said=led.said, text=passage.text)
        if inner is None:
            return self.text(passage, under)
        own = self._heading(before, under, joined=connectors.adds(before.text) or led.unless)
        if own is None:
            return inner
        return join("any" if led.unless else "all", [own, inner], under.label, passage.text)

    def _untold(self, passage: Passage, nodes: list[Node], under: Under) -> Criterion | None:
        """Join a parent that leads nothing in with its items: a name over them, or a requirement beside them."""
        frame = Under(under.label, under.before, under.after)
        inner = self.group(nodes, "all", 1, frame, said=False, text=passage.text)
        if inner is None:
            return self.text(passage, under)
        own = self.text(passage, under) if len(passage.text.split()) > 3 and strong(passage.text) else None
        return inner if own is None else join("all", [own, inner], under.label)

    def _heading(self, before: Passage, under: Under, *, joined: bool) -> Criterion | None:
        """Give what a lead-in itself demands ("Adults 18 years or older with plaque psoriasis who meet ...")."""
        trigger = TRIGGER.search(before.text)
        if trigger:
            start = trigger.start("when")
            if re.match(r"(?:only\s+)?(?:when|if|where|provided|once|as)", trigger["when"], re.IGNORECASE):
                start = trigger.end("when")
            before = before.cut(start)
            before = before.without(re.compile(r"^(?:for|in)\s+", re.IGNORECASE))
        plain = before.without(_TAIL).strip(" ,;:")
        if not plain or (not joined and not _CONFIRMED.search(before.text)):
            return None
        found = split(plain)
        if found is None:
            test = strong(plain.text)
            return None if test is None else self._leaf(plain, under)
        op, parts = found
        kept = [part for part in parts if strong(part.text) is not None]
        return None if not kept else join(op, [self._leaf(part, under) for part in kept], "")

    def text(self, passage: Passage, under: Under) -> Criterion | None:
        """Give the criterion of words that have no items under them."""
        listed = clauses.inline(passage)
        if listed:
            before, parts = listed
            led = connectors.lead(before.text) if before else None
            stripped = [connectors.trailing(connectors.leading(part)[0]) for part in parts]
            op = led.op if led else "all"
            frame = Under(under.label, _frame(before.cut(0, led.start).text) if led else before.text, under.after)
            grown = [self.text(part, frame) for part, _ in stripped]
            kept = [part for part in grown if part is not None]
            joins = [word for _, word in stripped[:-1]]
            inner = self.combine(
                kept, joins, op, led.n if led else 1, under.label, said=bool(led and led.said), text=passage.text
            )
            own = (
                self._heading(before.cut(0, led.start), under, joined=connectors.adds(before.text[: led.start]))
                if led and inner
                else None
            )
            return inner if own is None or inner is None else join("all", [own, inner], under.label)
        found = split(passage)
        if found:
            op, parts = found
            grown = [self.text(part, under) for part in parts]
            return join(op, [part for part in grown if part is not None], under.label)
        return self._leaf(passage, under)

    def aside(self, passage: Passage) -> Requirement:
        """Give words that stand outside the criteria, an exclusion or a limit, as one requirement."""
        return self._leaf(passage, Under())

    def _leaf(self, passage: Passage, under: Under) -> Requirement:
        text = passage.strip(" ;,").text
        text = text[:-1] if text.endswith(".") and text.count(".") >= 1 and not text.endswith("etc.") else text
        passage = passage.strip(" ;,")
        asks = read(Words(text, under.before, under.after))
        return Requirement(self._id(under.label), text, asks, passage.quote(self.document), under.label)

    def _id(self, label: str) -> str:
        base = label or "r"
        n = 1
        name = base if label else "r1"
        while name in self._taken:
            n += 1
            name = f"{base}{'/' if label else ''}{n}"
        self._taken.add(name)
        return name

    def _doubt(self, parts: list[Criterion], label: str, taken: str, other: str) -> None:
        first = next(iter(requirements(parts[0])))
        self.ambiguous.append(Ambiguity(label or first.id, taken, other, first.quote))


_TAIL = re.compile(
    r"\s*(?:\b(?:and|plus|who|that|with|or|,|;|along with|as well as|unless|except|if|when|which|in whom|for whom"
    r"|as|by|is|are|has|have|had|been|meets?|met|having|must|also|documentation|of|to|at|there|satisf\w+|in|on"
    r"|through|via|one|the|member|patient|individual|he|she|they|evidenced|demonstrated|shown|confirmed|supported"
    r"|defined|documented|established|using|including|presence|history)\s*)+$",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(
    (
        r"\b(?:confirmed|evidenced|supported|demonstrated|established|documented|proven|verified|defined)\s+(?:by|with"
        r"|on|as|through|using)\s*$|\bas\s+(?:evidenced|shown|demonstrated|indicated)\s+by\s*$"
    ),
    re.IGNORECASE,
)


def _frame(before: str) -> str:
    """What a lead-in asks of each item, without the sentence that grants coverage."""
    trigger = TRIGGER.search(before)
    return "" if trigger else before.strip(" :;,")


def _aside(node: Node) -> bool:
    return is_note(node.text) or is_approval(node.text)


def join(op: str, parts: list[Criterion], label: str, text: str = "") -> Criterion:
    """Join *parts* by "all" or "any"; one part stands for itself."""
    if len(parts) == 1:
        return parts[0]
    kind = All if op == "all" else Any
    flat: list[Criterion] = []
    for part in parts:
        # A bare group of the same operator adds nothing; one the plan numbered is kept.
        flat.extend(part.of if isinstance(part, kind) and not part.label and not part.text else [part])
    return kind(tuple(flat), label, text)


def is_empty(node: Criterion) -> bool:
    """Whether nothing under *node* is read as a typed test."""
    return all(isinstance(leaf.asks, Other) for leaf in requirements(node))
