"""Sections made into a policy: which are criteria, which are renewals, exclusions, limits; how several paths join."""

import re
from dataclasses import dataclass, field, replace

from wellfounded.criteria.bars import bars
from wellfounded.criteria.combine import join
from wellfounded.criteria.paths import GENERAL, Found, Path, nodes, refused, walk
from wellfounded.criteria.references import expression, resolve
from wellfounded.criteria.sections import Section
from wellfounded.criteria.tree import Grower
from wellfounded.criteria.words import disease
from wellfounded.model.asks import Diagnosis, Other
from wellfounded.model.criteria import All, Aside, Criterion, Not, Requirement, requirements
from wellfounded.model.criteria import Any as AnyOf


@dataclass
class Parts:
    """What the sections hold, each thing where it belongs."""

    root: Criterion | None = None
    continuation: Criterion | None = None
    exclusions: list[Requirement] = field(default_factory=list)
    limits: list[Requirement] = field(default_factory=list)
    approval: str = ""
    scope: str = ""
    aside: list[Aside] = field(default_factory=list)


def assemble(held: tuple[Section, ...], grower: Grower, about: tuple[str, ...]) -> Parts:
    """Read every section for what it is; *about* chooses among a policy's drugs and indications."""
    found = Found()
    against: list[Criterion] = []
    chosen = [part for part in held if part.kind == "criteria"] or [part for part in held if part.kind == ""]
    for part in held:
        barred = bars(part.title, nodes(part), grower) if part.kind == "exclusions" else None
        if barred is not None:
            against.append(barred)
        elif part.kind in {"exclusions", "limits"}:
            into = found.exclusions if part.kind == "exclusions" else found.limits
            into += [each for node in nodes(part) for each in refused(node, grower)]
        elif part.kind == "approval":
            grower.approvals.append(" ".join(block.text for block in part.blocks))
        elif part.kind == "continuation" or part in chosen:
            before = len(found.paths)
            walk(part, grower, found)
            if not part.sure:
                found.paths[before:] = [path for path in found.paths[before:] if _typed(path.criterion)]
    if not found.paths:
        for part in held:
            if part.kind in {"", "background", "documents"} and part not in chosen:
                walk(part, grower, found)
        found.paths = [path for path in found.paths if path.grants]
    said = [block.text for part in held for block in part.blocks if block.kind == "para"]
    paths, scope = _about(found.paths, about)
    root = _together(paths, said)
    renewals, _ = _about(found.renewals, about)
    left = _left(found.paths, paths)
    return Parts(
        root=join("all", [root, *against], "") if root else None,
        continuation=_together(renewals, []),
        exclusions=found.exclusions,
        limits=found.limits,
        approval=" ".join(grower.approvals),
        scope=scope,
        aside=[*left, *_titled(held, grower)],
    )


OTHER = "other"  # another drug or indication than the one asked about
_NO_CRITERIA = {"approval", "definitions", "codes", "background", "references", "history", "documents"}


def _left(every: list[Path], kept: list[Path]) -> list[Aside]:
    """Give what was left out because it speaks of another drug or indication: whole ways, and parts of one."""
    stays = {id(leaf) for path in kept for leaf in requirements(path.criterion)}
    gone = [(path, tuple(x for x in requirements(path.criterion) if id(x) not in stays)) for path in every]
    return [Aside(" ".join(path.title.split())[:160], OTHER, leaves) for path, leaves in gone if leaves]


def _titled(held: tuple[Section, ...], grower: Grower) -> list[Aside]:
    """Give the sections whose titles say that they hold no criteria."""
    plain = [part for part in held if part.kind in _NO_CRITERIA and part.title]
    return [Aside(part.title[:160], part.kind, (), part.blocks[0].passage.quote(grower.document)) for part in plain]


def _typed(criterion: Criterion) -> bool:
    """Whether at least half of what is under it was read as a test: a list of something else is no criterion."""
    leaves = list(requirements(criterion))
    return 2 * sum(not isinstance(leaf.asks, Other) for leaf in leaves) >= len(leaves)


# Words of a request that name no drug and no indication.
_PLAIN_WORDS = frozenset({"from", "with", "without", "unit", "units", "vial", "dose", "every", "week", "injection"})


def _about(paths: list[Path], about: tuple[str, ...]) -> tuple[list[Path], str]:
    """Keep the paths whose title speaks of what is asked about, with those that speak of all."""
    found = (word.lower() for phrase in about for word in re.findall(r"[A-Za-z][A-Za-z0-9'\u2019-]{3,}", phrase))
    words = [word for word in dict.fromkeys(found) if word not in _PLAIN_WORDS]
    score = [_speaks(path.title, words) for path in paths]
    if not words or not score or max(score) == 0 or min(score) == max(score):
        return [replace(path, criterion=_chosen(path.criterion, words)) for path in paths], ""
    best = max(score)
    # Another way to qualify stands under the same title as the way that names the indication.
    sections = {path.section for path, n in zip(paths, score, strict=True) if n == best and path.section}
    kept = [
        path
        for path, n in zip(paths, score, strict=True)
        if n == best or (path.section in sections and (path.joins or not path.grants)) or GENERAL.search(path.title)
    ]
    return kept, next(path.title for path, n in zip(paths, score, strict=True) if n == best)


def _speaks(text: str, words: list[str]) -> int:
    """Count the words that *text* says: a long one may go on ("asthma" in "asthmatic"), "head" is no "headache"."""
    ends = {word: "" if len(word) > 5 else r"s?(?!\w)" for word in words}
    return sum(bool(re.search(rf"(?<![\w-]){re.escape(word)}{end}", text.lower())) for word, end in ends.items())


def _chosen(criterion: Criterion, words: list[str]) -> Criterion:
    """Choose among the indications inside one criterion: "1. Asthma. All of ...", "2. Nasal polyps. All of ..."."""
    if words and isinstance(criterion, All):
        return _without_others(criterion, words)
    if not words or not isinstance(criterion, AnyOf) or any(isinstance(part, Requirement) for part in criterion.of):
        return criterion
    texts = ["" if isinstance(part, Requirement) else part.text for part in criterion.of]
    score = [_speaks(text, words) for text in texts]
    # A part without words of its own speaks for the whole: only a part that names something else is left out.
    kept = [part for part, text, n in zip(criterion.of, texts, score, strict=True) if not text or n == max(score)]
    return criterion if len(kept) == len(criterion.of) else join("any", kept, criterion.label, criterion.text)


def _without_others(criterion: All, words: list[str]) -> Criterion:
    """Leave out what stands under another condition's name, where a sibling asks for the one in question."""
    asked = [
        leaf
        for part in criterion.of
        for leaf in requirements(part)
        if isinstance(leaf.asks, Diagnosis) and _speaks(leaf.text, words)
    ]
    if not asked:
        return criterion
    kept = [
        part
        for part in criterion.of
        if isinstance(part, Requirement)
        or not 0 < len(part.text.split()) <= 6
        or disease(part.text) is None
        or _speaks(part.text, words)
        or any(leaf in asked for leaf in requirements(part))
    ]
    return criterion if len(kept) == len(criterion.of) else join("all", kept, criterion.label, criterion.text)


def _together(paths: list[Path], said: list[str]) -> Criterion | None:
    """Join the paths as the text joins them: another way to qualify, or a further demand."""
    if not paths:
        return None
    paths = _referred(paths, said)
    held = [path for path in paths if not path.weak] or paths
    general = [path for path in held if GENERAL.search(path.title)]
    whole: Criterion | None = None
    demands: list[Criterion] = []  # what is demanded before the first way is granted
    for path in held:
        if path in general:
            continue
        how = path.joins or ("or" if path.grants else "and")
        if whole is None and path.joins == "and" and any(other.joins != "and" for other in held):
            demands.append(path.criterion)
            continue
        whole = path.criterion if whole is None else join({"and": "all", "or": "any"}[how], [whole, path.criterion], "")
    if whole is None:
        return join("all", [*demands, *(path.criterion for path in general)], "")
    # In the order of the text: what holds for every indication may stand before the indications or behind them.
    first = next(index for index, path in enumerate(held) if path not in general)
    before = [path.criterion for path in held[:first]]
    after = [path.criterion for path in held[first:] if path in general]
    return join("all", [*demands, *before, whole, *after], "")


def _referred(paths: list[Path], said: list[str]) -> list[Path]:
    """Join the paths that a sentence calls by name as it does: "every item under REQUIRED and one under SYMPTOM"."""
    named = {path.name: path for path in paths if path.name}
    for text in said:
        found = expression(text, list(named))
        criterion = (
            resolve(found, {name: path.criterion for name, path in named.items()}, inside=True) if found else None
        )
        if criterion is not None:
            first = next(path for path in paths if path.name)
            rest = [path for path in paths if not path.name]
            return [replace(first, criterion=criterion, joins=""), *rest]
    return _called(paths, named)


def _called(paths: list[Path], named: dict[str, Path]) -> list[Path]:
    """Put groups where a requirement calls them: "the blood gas study meets Group I or Group II below"."""
    for path in paths:
        for leaf in requirements(path.criterion) if len(named) > 1 else ():
            found = expression(leaf.text, list(named))
            held = {name: each.criterion for name, each in named.items() if each is not path}
            criterion = resolve(found, held) if found and path.name not in found.names() else None
            if criterion is not None:
                called = replace(path, criterion=_put(path.criterion, leaf, criterion))
                return [called if each is path else each for each in paths if each is path or not each.name]
    return paths


def _put(node: Criterion, leaf: Requirement, criterion: Criterion) -> Criterion:
    """Put *criterion* in the place of *leaf* under *node*."""
    if node is leaf:
        return criterion
    if isinstance(node, Requirement):
        return node
    if isinstance(node, Not):
        return replace(node, of=_put(node.of, leaf, criterion))
    return replace(node, of=tuple(_put(part, leaf, criterion) for part in node.of))
