"""By what a state judges the treatment of a work injury: only rules of the law packs that were read at their source."""

from wellfounded.model.basis import Citation, Derivation
from wellfounded.model.letter import Paragraph
from wellfounded.packs.schema.law import LawPack
from wellfounded.write.telling import Telling, Told, sentence

TOPICS = {"coverage_criteria", "coverage_rule"}
READ = {"primary", "quoted-reg"}


def write(telling: Telling) -> Told:
    """Write each such rule of the state with its citation; nothing where the state is unknown or has none."""
    market, state = telling.case.coverage.market, telling.case.coverage.state
    if market is None or state is None:
        return Told()
    said = []
    for id_, pack in telling.library.all(LawPack):
        if market.value not in pack.governs.markets or state.value not in pack.governs.states:
            continue
        for rule in pack.rules.values():
            if rule.topic in TOPICS and rule.tier in READ and (rule.until is None or telling.on <= rule.until):
                cited = Citation(rule.cite, rule.url, rule.as_of, rule.tier, id_)
                text = f"the rule of {pack.title} on {rule.about} is: {rule.value} ({rule.cite})"
                said.append(sentence(text, Derivation(f"rule {rule.fact} = {rule.value} {rule.about}", (cited,))))
    return Told((Paragraph("treatment_standard", telling.part.heading, tuple(said)),)) if said else Told()
