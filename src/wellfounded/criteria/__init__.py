"""What must be shown: a policy's text to a tree of requirements with typed tests."""

from wellfounded.criteria.blocks import blocks
from wellfounded.criteria.compare import Change, SlotChange, compare
from wellfounded.criteria.frontmatter import front_matter
from wellfounded.criteria.json import plain
from wellfounded.criteria.kept import kept
from wellfounded.criteria.learned.reading import reading
from wellfounded.criteria.lines import lines
from wellfounded.criteria.pack import from_pack, to_pack
from wellfounded.model.criteria import Policy
from wellfounded.model.document import Document

__all__ = ["Change", "SlotChange", "compare", "from_pack", "kept", "plain", "policy", "to_pack"]


def policy(document: Document, *, about: tuple[str, ...] = ()) -> Policy:
    """Read a coverage policy; *about* holds words that name the drug, service or indication in question.

    Where the text holds no criteria, the policy's root is None. Nothing is raised for odd text.
    """
    held = lines(document)
    front = front_matter(held, document.text)
    parts, grower = reading(document, blocks(held), about)
    return Policy(
        id=front.number or document.source.id[:12],
        title=front.title,
        root=parts.root or parts.continuation,  # a guide to continued care alone holds no other criteria
        number=front.number,
        version=front.version,
        effective=front.effective,
        payer=front.payer,
        scope=parts.scope,
        continuation=parts.continuation if parts.root else None,
        exclusions=tuple(parts.exclusions),
        limits=tuple(parts.limits),
        approval=parts.approval,
        ambiguous=tuple(grower.ambiguous),
        source=document.source.id,
        aside=tuple(parts.aside),
    )
