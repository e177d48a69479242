"""The pack a person keeps of a policy, in place of what the parser reads."""

from dataclasses import replace

from wellfounded.criteria.pack import from_pack
from wellfounded.model.criteria import Criterion, Policy, Requirement
from wellfounded.model.document import Document
from wellfounded.packs import Library
from wellfounded.packs.schema.policy import PolicyPack


def kept(document: Document, library: Library) -> Policy | None:
    """Give the policy of the pack whose source is *document*, its quotes as the document reads there; else None.

    A requirement whose words a person has edited still quotes the policy's own words.
    """
    for _, pack in library.all(PolicyPack):
        if pack.source == document.source.id:
            policy = from_pack(pack)
            root = _anchored(policy.root, document) if policy.root else None
            continuation = _anchored(policy.continuation, document) if policy.continuation else None
            return replace(policy, root=root, continuation=continuation)
    return None


def _anchored(node: Criterion, document: Document) -> Criterion:
    if isinstance(node, Requirement):
        if node.quote is None:
            return node
        return replace(node, quote=document.quote(node.quote.at.start, node.quote.at.end))
    if isinstance(node.of, tuple):
        return replace(node, of=tuple(_anchored(part, document) for part in node.of))
    return replace(node, of=_anchored(node.of, document))
