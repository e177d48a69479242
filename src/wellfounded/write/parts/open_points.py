"""What is still open or against us: for the clinician and the patient to prepare, never sent to the payer."""

from wellfounded.model.basis import Derivation
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import policyname
from wellfounded.write.telling import Telling, Told, sentence


def write(telling: Telling) -> Told:
    """Write one line for each requirement nothing decides yet and for each that fails, with what would answer it."""
    said: list[Sentence] = []
    findings = {each.requirement: each for each in (telling.match.findings if telling.match is not None else ())}
    for id_ in telling.brief.open:
        leaf = telling.requirement(id_)
        finding = findings.get(id_)
        if leaf is not None and leaf.quote is not None:
            what = finding.gap.line if finding is not None and finding.gap is not None else leaf.text
            where = f"{policyname.place(leaf.label)}: " if leaf.label else ""
            rule = Derivation(f"still open = {what}", (leaf.quote,))
            said.append(sentence(f"{where}{what.rstrip('. ')}", rule, *policyname.numbered(leaf)))
    for stop in telling.brief.stops:
        if stop.basis:
            lines = "; ".join(stop.instead)
            rule = Derivation(f"not met = {stop.says} {lines}", stop.basis)
            said.append(sentence(f"{stop.says.rstrip('. ')}{'. ' + lines if lines else ''}", rule))
    return Told((Paragraph("open_points", telling.part.heading, tuple(said), bullets=True),)) if said else Told()
