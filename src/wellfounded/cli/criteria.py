"""Read a coverage policy as a tree of requirements."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from wellfounded import criteria, read
from wellfounded.cli._terminal import contents, print_json, takes_json, with_paths
from wellfounded.model.criteria import All, Any, AtLeast, Criterion, Not, Requirement


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the policy and what it is read for."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--about", action="append", default=[], metavar="WORDS", help="the service, drug or indication")
    parser.add_argument(
        "--pack", action="store_true", help="print the policy pack (YAML) to edit and keep in packs/policy/"
    )
    parser.add_argument("--against", type=Path, metavar="OLD", help="say what changed since this older version")
    takes_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the tree, the pack, the JSON or the changes."""
    document = read.document(str(options.file), contents(options.file))
    policy = criteria.policy(document, about=tuple(options.about))
    if options.against:
        older = read.document(str(options.against), contents(options.against))
        for change in criteria.compare(criteria.policy(older, about=tuple(options.about)), policy):
            for line in changed(change):
                print(line)
        return 0
    if options.json:
        print_json(with_paths(criteria.plain(policy), (document,)))
    elif options.pack:
        print(criteria.to_pack(policy), end="")
    else:
        dated = f", effective {policy.effective}" if policy.effective else ""
        print(f"{policy.title or options.file} {policy.number}{dated}".rstrip())
        for line in tree(policy.root) if policy.root else ["  no criteria were found"]:
            print(line)
        for doubt in policy.ambiguous:
            print(f"  ? {doubt.node}: read as {doubt.taken}; could be {doubt.other}")
    return 0


def changed(change: criteria.Change) -> Iterator[str]:
    """Give one difference as lines: what was (-), what is (+), and the slots or the joining word that moved."""
    yield f"{change.kind}:"
    words = [("-", change.old), ("+", change.new)]
    if change.old and change.new and change.old.text == change.new.text:
        words = [(" ", change.new)]
    for sign, requirement in words:
        if requirement is not None:
            yield f"  {sign} {requirement.label} {' '.join(requirement.text.split())}  [{requirement.asks.kind}]"
    for slot in change.slots:
        yield f"      {slot.name}: {slot.old or 'none'} -> {slot.new or 'none'}"
    if any(change.joined):
        yield f"      joined by {change.joined[0]}, now by {change.joined[1]}"


def tree(node: Criterion, indent: str = "  ") -> Iterator[str]:
    """Give the tree a line a node: the plan's number, the words, and the test they were read as."""
    if isinstance(node, Requirement):
        page = f"  p. {node.quote.at.page}" if node.quote else ""
        yield f"{indent}{node.label + ' ' if node.label else ''}{' '.join(node.text.split())}  [{node.asks.kind}]{page}"
        return
    if isinstance(node, Not):
        yield f"{indent}{node.label + ' ' if node.label else ''}NOT"
        yield from tree(node.of, indent + "   ")
        return
    yield f"{indent}{node.label + ' ' if node.label else ''}{_join(node)}"
    for part in node.of:
        yield from tree(part, indent + "   ")


def _join(node: All | Any | AtLeast) -> str:
    if isinstance(node, AtLeast):
        return f"AT LEAST {node.n} of"
    return "ALL of" if isinstance(node, All) else "ANY of"
