"""A reference in one sentence: who, what, when, where in it, and what it says in our words."""

import re

from wellfounded.model.argument import Claim
from wellfounded.model.letter import Sentence
from wellfounded.packs.schema.reference import ReferencePack
from wellfounded.write.telling import Telling, sentence

KINDS = ("reference",)


def say(claim: Claim, telling: Telling, n: int = 0) -> tuple[Sentence, ...]:
    """Say what a reference says; a field its pack leaves out is never printed."""
    del n
    pack = telling.library.get(ReferencePack, claim.about)
    inside = [f"version {pack.version}" if pack.version and pack.version[0].isdigit() else pack.version]
    inside += [_place(pack), pack.category, f"p. {pack.page}" if pack.page else None]
    held = [part for part in inside if part]
    if pack.type == "trial" or pack.journal:
        where = ", ".join(part for part in (pack.journal, str(pack.year)) if part)
        who = pack.authors or pack.organization
        source = f"{who} ({'; '.join([where, *held])})"
    else:
        source = f"the {pack.organization}, in {_title(pack.title)} ({'; '.join([str(pack.year), *held])}),"
    return (sentence(f"{source} {pack.paraphrase.rstrip('.')}{_identifier(pack)}", *claim.basis),)


def _title(title: str) -> str:
    return f"its {title}" if re.search(r"guideline|statement|approval|label", title, re.IGNORECASE) else f"“{title}”"


def _place(pack: ReferencePack) -> str | None:
    if pack.recommendation is None:
        return None
    return f"Recommendation {pack.recommendation}" if pack.recommendation[:1].isdigit() else pack.recommendation


def _identifier(pack: ReferencePack) -> str:
    held = pack.identifier
    if held.doi:
        return f" (doi:{held.doi})"
    if held.pmid:
        return f" (PMID {held.pmid})"
    return f" ({held.number})" if held.number else ""
