"""The reasons a notice gives, in its own words, for a refusal whose numbered parts say little or are not answered."""

import re
from collections.abc import Iterator

from wellfounded.model.basis import Quote, quotes
from wellfounded.model.letter import Sentence
from wellfounded.write.around import whole
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import quoted

MOST, REASON = 2, 40  # reasons quoted, and the characters from which words of a notice are one
REFUSES = re.compile(
    r"\b(?:not?|nor|none|only|without|cannot|unable|insufficient|lack\w*|den(?:y|ied|ies)|exclu\w+|refus\w+|fail\w*|"
    r"experimental|investigational|cosmetic|exceed\w*|must|requires?)\b",
    re.IGNORECASE,
)
NEED = re.compile(r"\bnot\s+medically\s+necessary\b", re.IGNORECASE)
GIVEN = (
    "the notice gives as its reason: {said}",
    "its reason, in the words of the notice: {said}",
    "the reason given is: {said}",
    "the notice says: {said}",
)


def given(telling: Telling, *, told: bool = False) -> Iterator[Sentence]:
    """Quote the notice where it gives its reasons; where *told* what it cites, not that the care is not necessary."""
    under: list[Quote] = []
    for claim in telling.brief.claims("payer_reason"):
        held = next((leaf for basis in claim.basis for leaf in quotes(basis)), None)
        if held is None or any(each.at.start <= held.at.start <= each.at.end for each in under):
            continue
        try:
            grown = whole(telling.case.document(held.at.source), held, quoted.MOST)
        except KeyError:  # a source that is not in the folder any more
            continue
        ends = grown.exact.rstrip().endswith((".", "!", "?"))  # a line cut short is no sentence of the notice
        refuses = REFUSES.search(grown.exact) is not None
        if ends and refuses and len(grown.exact) > REASON and quoted.readable(quoted.clean(grown.exact)):
            under.append(grown)
    kept = [each for each in under if not NEED.search(each.exact)]  # "not necessary" alone says little
    kept = kept or ([] if told else under)
    said = [quoted.closed(quoted.unlabelled(quoted.clean(each.exact))) for each in kept[:MOST]]
    if said:
        text = telling.voice.pick("reason given", *GIVEN).format(said=" and ".join(said))
        yield sentence(text, *kept[:MOST])
