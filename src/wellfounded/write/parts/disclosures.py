"""What in the record reads otherwise: disclosed here, so that the reviewer hears it from us."""

from wellfounded.model.argument import Claim
from wellfounded.model.asks import TrialOf
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.notes import note, passage
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import clause, quoted

MOST = 4


def write(telling: Telling) -> Told:
    """Quote each statement against a criterion that is claimed as met, with the note it stands in."""
    said: list[Sentence] = []
    for claim in telling.new("despite"):
        held = passage(telling, claim.evidence[0], 160)
        if held is None or held.text.rstrip(".") in telling.said or _told(telling, claim):
            continue
        if not _bears(telling.requirement(claim.about), claim.evidence[0], held.text):
            continue
        text = f"{note(telling, held)} also reads: {quoted.closed(held.text)}"
        if all(held.text not in each.text for each in said):
            said.append(sentence(text, *held.basis))
    if not said:
        return Told()
    return Told((Paragraph("disclosures", telling.part.heading, tuple(said[:MOST]), bullets=True),))


def _told(telling: Telling, claim: Claim) -> bool:
    """Whether the treatment it speaks of has a line of its own in this letter."""
    trial = claim.evidence[0].trial
    told = [each.evidence[0].trial for each in telling.told if each.kind == "trial" and each.evidence]
    return trial is not None and any(other is not None and other.ingredient == trial.ingredient for other in told)


def _bears(leaf: Requirement | None, item: Evidence, words: str) -> bool:
    """Whether it speaks of what the requirement asks: of one of its treatments, or in words of its own."""
    if leaf is None or leaf.asks.kind in {"absent", "concurrent"}:
        return True  # what must not be there is spoken against by its mere mention
    trial = item.trial
    if trial is not None and isinstance(leaf.asks, TrialOf) and leaf.asks.agents:
        named = {trial.agent.lower(), trial.ingredient.lower(), *(each.lower() for each in trial.classes)}
        return bool(named & {agent.lower() for agent in (*leaf.asks.agents, leaf.asks.agent_class)})
    return item.kind is not EvidenceKind.STATEMENT or bool(
        clause.stems(f"{leaf.text} {item.name}") & clause.stems(words)
    )
