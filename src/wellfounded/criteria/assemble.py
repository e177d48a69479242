"""Sections made into a policy: which are criteria, which are renewals, exclusions, limits; how several paths join."""

import re
from dataclasses import dataclass, field, replace

from wellfounded.criteria import prose, table
from wellfounded.criteria.aside import TRIGGER, is_approval, is_note, joins, limits, refuses, renews
from wellfounded.criteria.blocks import Block
from wellfounded.criteria.combine import join
from wellfounded.criteria.connectors import PLAIN, bare, lead
from wellfounded.criteria.outline import Node, outline
from wellfounded.criteria.passage import sentences
from wellfounded.criteria.references import expression, resolve
from wellfounded.criteria.sections import Section
from wellfounded.criteria.tests import strong
from wellfounded.criteria.tree import Grower, Under, is_empty
from wellfounded.model.criteria import Criterion, Requirement

_GENERAL = re.compile(
    (
        r"\b(?:general|universal|all\s+(?:requests|indications|members|products|diagnoses)|additional|common"
        r"|required\s+for\s+all|every)\b"
    ),
    re.IGNORECASE,
)


@dataclass
class Parts:
    """What the sections hold, each thing where it belongs."""

    root: Criterion | None = None
    continuation: Criterion | None = None
    exclusions: list[Requirement] = field(default_factory=list)
    limits: list[Requirement] = field(default_factory=list)
    approval: str = ""
    scope: str = ""


@dataclass(frozen=True)
class Path:
    """One way the text grants coverage, with the words that name it."""

    criterion: Criterion
    title: str
    name: str  # what another sentence may call it: "Group I", "REQUIRED"
    joins: str  # "or", "and" or "" where the text does not say
    grants: bool  # whether its own sentence grants coverage


def assemble(held: tuple[Section, ...], grower: Grower, about: tuple[str, ...]) -> Parts:
    """Read every section for what it is; *about* chooses among a policy's drugs and indications."""
    parts = Parts()
    paths: list[Path] = []
    renewals: list[Path] = []
    criteria = [part for part in held if part.kind == "criteria"]
    chosen = criteria or [part for part in held if part.kind == ""]
    for part in held:
        if part.kind in {"exclusions", "limits"}:
            _list(part, grower, parts.exclusions if part.kind == "exclusions" else parts.limits)
        elif part.kind == "approval":
            grower.approvals.append(" ".join(block.text for block in part.blocks))
        elif part.kind == "continuation":
            renewals += _paths(part, grower, parts, renewals)
        elif part in chosen:
            paths += _paths(part, grower, parts, renewals)
    if not paths:
        for part in held:
            if part.kind in {"", "background", "documents"} and part not in chosen:
                paths += [path for path in _paths(part, grower, parts, renewals) if path.grants]
    paths, parts.scope = _about(paths, about)
    said = [
        sentence.text
        for part in chosen
        for block in part.blocks
        if block.kind == "para"
        for sentence in sentences(block.passage)
    ]
    parts.root = _together(paths, said)
    parts.continuation = _together(_about(renewals, about)[0], [])
    parts.approval = " ".join(grower.approvals)
    return parts


def _paths(part: Section, grower: Grower, parts: Parts, renewals: list[Path]) -> list[Path]:
    found: list[Path] = []
    pending = ""
    nodes = outline(_tabled(part.blocks)).under
    loose: list[Node] = []

    def settle() -> None:
        if not loose:
            return
        grown = grower.group(list(loose), lead(part.title) or PLAIN, Under())
        if grown is not None:
            found.append(Path(grown, f"{part.topic} {part.title}", part.topic, joins(part.title), grants=True))
        loose.clear()

    unmarked = _unmarked(nodes, part)
    for node in nodes:
        text = node.text
        if node.kind == "connector":
            if loose:
                loose.append(node)
            else:
                pending = bare(text)
            continue
        if node.kind == "item" or id(node) in unmarked:
            if refuses(text):
                parts.exclusions += _refused(node, grower)
            elif limits(text):
                parts.limits.append(grower.aside(node.block.passage))
            else:
                loose.append(node)
            continue
        if is_note(text) and not node.under:
            continue
        settle()
        if is_approval(text):
            grower.approvals.append(text)
            continue
        if refuses(text):
            parts.exclusions += _refused(node, grower)
            continue
        for grown, grants in _grown(node, grower):
            path = Path(
                grown,
                f"{part.topic} {part.title} {text[:160]}",
                part.topic or _name(text),
                pending or joins(text),
                grants,
            )
            if renews(text) and part.kind != "continuation":
                renewals.append(path)
            else:
                found.append(path)
            pending = ""
    settle()
    return found


def _unmarked(nodes: list[Node], part: Section) -> set[int]:
    """Tell which paragraphs are items without a mark: joined by "AND" or "OR" alone on a line, or all of them tests."""
    if part.kind not in {"criteria", "continuation"}:
        return set()
    plain = [node for node in nodes if node.kind == "para" and not node.under and not TRIGGER.search(node.text)]
    found = set()
    for before, node, after in zip([None, *nodes], nodes, [*nodes[1:], None], strict=False):
        beside = (before is not None and before.kind == "connector") or (
            after is not None and after.kind == "connector"
        )
        if beside and node in plain:
            found.add(id(node))
    short = [
        node for node in plain if len(node.text.split()) <= 45 and not is_note(node.text) and not is_approval(node.text)
    ]
    if len(short) == len(nodes) > 1 and sum(strong(node.text) is not None for node in short) * 2 > len(short):
        found |= {id(node) for node in short}
    return found


def _grown(node: Node, grower: Grower) -> list[tuple[Criterion, bool]]:
    grants = bool(TRIGGER.search(node.text))
    if [child for child in node.under if child.kind != "connector"]:
        grown = grower.grow(node, Under())
        return [] if grown is None else [(grown, grants)]
    found = []
    for sentence in sentences(node.block.passage):
        if refuses(sentence.text) or is_note(sentence.text) or is_approval(sentence.text):
            continue
        grown = prose.grow(grower, sentence)
        if grown is not None and not is_empty(grown):
            found.append((grown, True))
    return found


def _tabled(blocks: list[Block]) -> list[Block]:
    """Put the items of a table where its rows stand."""
    found: list[Block] = []
    rows: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and block.kind == "row":
            rows.append(block)
            continue
        if rows:
            found += [replace(item, column=rows[0].column + 2) for item in table.items(rows)]
            rows = []
        if block is not None:
            found.append(block)
    return found


def _list(part: Section, grower: Grower, into: list[Requirement]) -> None:
    for node in outline(_tabled(part.blocks)).under:
        into += _refused(node, grower)


def _refused(node: Node, grower: Grower) -> list[Requirement]:
    ends = [child for child in node.under if child.kind != "connector"]
    if ends:
        return [leaf for child in ends for leaf in _refused(child, grower)]
    if not node.text or is_note(node.text):
        return []
    return [grower.aside(node.block.passage)]


def _about(paths: list[Path], about: tuple[str, ...]) -> tuple[list[Path], str]:
    """Keep the paths whose title speaks of what is asked about, with those that speak of all."""
    words = [word.lower() for phrase in about for word in re.findall(r"[A-Za-z][A-Za-z'\u2019-]{3,}", phrase)]
    score = [sum(bool(re.search(rf"\b{re.escape(word)}", path.title.lower())) for word in words) for path in paths]
    if not words or not score or max(score) == 0:
        return paths, ""
    best = max(score)
    kept = [path for path, n in zip(paths, score, strict=True) if n == best or _GENERAL.search(path.title)]
    return kept, next(path.title for path, n in zip(paths, score, strict=True) if n == best)


_NAMED = re.compile(
    r"^(?:the\s+)?((?:group|section|part|category|pathway|set|tier|list|table|option)\s+[A-Z0-9]{1,3})\b", re.IGNORECASE
)


def _name(text: str) -> str:
    match = _NAMED.match(text)
    return match[1] if match else ""


def _referred(paths: list[Path], said: list[str]) -> Criterion | None:
    """Join the paths as a sentence that calls them by name does: "every item under REQUIRED and one under SYMPTOM"."""
    names = [path.name for path in paths]
    for text in said:
        found = expression(text, names)
        if found is not None:
            return resolve(found, {path.name: path.criterion for path in paths}, inside=True)
    return None


def _together(paths: list[Path], said: list[str]) -> Criterion | None:
    """Join the paths as the text joins them: another way to qualify, or a further demand."""
    if not paths:
        return None
    referred = _referred(paths, said)
    if referred is not None:
        return referred
    whole = paths[0].criterion
    for path in paths[1:]:
        how = path.joins or ("and" if not path.grants or _GENERAL.search(path.title) else "or")
        whole = join({"and": "all", "or": "any"}[how], [whole, path.criterion], "")
    return whole
