"""A reference in one sentence: who, what, when, where in it, and what it says in our words."""

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Derivation
from wellfounded.model.letter import Sentence
from wellfounded.packs.schema.reference import ReferencePack
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import quoted

KINDS = ("reference",)


def say(claim: Claim, telling: Telling, n: int = 0) -> tuple[Sentence, ...]:
    """Say what a reference says; a field its pack leaves out is never printed."""
    del n
    pack = telling.library.get(ReferencePack, claim.about)
    inside = [f"version {pack.version}" if pack.version and pack.version[0].isdigit() else pack.version]
    inside += [_place(pack), pack.category, f"p. {pack.page}" if pack.page else None]
    held = [part for part in inside if part]
    if pack.authors:
        year = "" if pack.journal and str(pack.year) in pack.journal else str(pack.year)
        where = ", ".join(part for part in (pack.journal, year) if part)
        source = f"{pack.authors} ({'; '.join([where, *held])})"
    elif pack.type == "approval":
        source = f"the {pack.organization}"
    else:
        source = f"the {pack.organization}, in {_title(pack)} ({'; '.join([str(pack.year), *held])}),"
    said = f"{pack.paraphrase.rstrip('.')}{_identifier(pack)}"
    rule = Derivation(
        f"reference/{claim.about} = {'; '.join([pack.journal or '', str(pack.year), *held, said])}",
        claim.basis,
    )
    return (sentence(f"{source} {said}", rule),)


def _title(pack: ReferencePack) -> str:
    """Give the title with its article: an approval or statement is the body's own, anything else is named in quotes."""
    own = pack.title[:1].islower()
    return f"its {pack.title}" if own else quoted.marked(pack.title)


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
