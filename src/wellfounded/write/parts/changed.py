"""What was refused before, in the payer's words, and which papers of this letter are newer than that refusal."""

from datetime import date

from wellfounded.model.basis import Derivation
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.notes import Passage, note, passages
from wellfounded.write.pruned import ENCLOSED
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import dates, quoted, series

MOST = 5


def write(telling: Telling) -> Told:
    """Write the refusal and the newer papers; nothing where nothing was refused."""
    notice = telling.denial
    when = notice.first("notice_date") if notice is not None else None
    if notice is None or when is None or not isinstance(when.value, date):
        return Told()
    told = tuple(telling.brief.claims("payer_reason"))
    words = list(dict.fromkeys(quoted.clean(claim.slot("words")) for claim in told))
    reason = f", with these words: {series.series([quoted.marked(each) for each in words])}" if words else ""
    bases = [when.basis, *(basis for claim in told for basis in claim.basis)]
    ways = (
        f"this request was refused on {dates.day(when.value)}{reason}",
        f"the plan refused this request on {dates.day(when.value)}{reason}",
    )
    said: list[Sentence] = [sentence(telling.voice.pick("refused", *ways), *bases)]
    newer = _newer(telling, when.value)
    if newer:
        under = Derivation(ENCLOSED, tuple(basis for each in newer for basis in each.basis))
        named = series.series(list(dict.fromkeys(note(telling, each) for each in newer)))
        said.append(sentence(f"written since, and enclosed: {named}", under))
    return Told((Paragraph("changed", telling.part.heading, tuple(said)),))


def _newer(telling: Telling, when: date) -> list[Passage]:
    """Give one passage from each paper of the chart written after *when*, the oldest first."""
    found: dict[str, Passage] = {}
    for item in telling.case.evidence:
        for held in passages(telling, item, 300):
            if when < held.when <= telling.on:
                found.setdefault(held.quote.at.source, held)
    return sorted(found.values(), key=lambda each: each.when)[:MOST]
