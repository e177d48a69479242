"""The answer to each reason that need does not answer: a limit, an authorization, words that cover, established use."""

from wellfounded.model.argument import Claim
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.phrasers import plain
from wellfounded.write.telling import Telling, Told

PLAIN = ("within_limit", "authorized", "network_gap", "covered_by_policy")


def write(telling: Telling) -> Told:
    """Write one paragraph, and under a claim of established use the references that carry it; else nothing."""
    said: list[Sentence] = []
    told: list[Claim] = []
    for n, claim in enumerate(telling.new(*PLAIN)):
        lines = plain.phrase(claim, telling, n)
        said += lines
        told += [claim] if lines else []
    paragraphs = [Paragraph("answers", telling.part.heading, tuple(said))] if said else []
    for claim in telling.new("established"):
        carried = [each for each in telling.new("reference") if set(each.basis) & set(_under(claim))]
        listed = tuple(line for n, each in enumerate(carried) for line in plain.phrase(each, telling, n))
        if listed:
            paragraphs.append(Paragraph("answers", telling.part.heading, plain.phrase(claim, telling)))
            paragraphs.append(Paragraph("answers", "", listed, bullets=True))
            told += [claim, *carried]
    return Told(tuple(paragraphs), tuple(told))


def _under(claim: Claim) -> tuple[object, ...]:
    return tuple(part for basis in claim.basis for part in getattr(basis, "of", (basis,)))
