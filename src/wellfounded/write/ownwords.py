"""The clinician's own paragraphs: kept verbatim, in the part they were written for."""

from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.telling import Telling


def own_words(telling: Telling, part: str, *, first: bool) -> tuple[Paragraph, ...]:
    """Give the clinician's paragraphs for *part*; the part `own_words` also takes those no part of the pack takes.

    *first* says that nothing of ours stands above them in the part, so that they carry its heading.
    """
    parts = {each.part for each in telling.pack.parts}
    mine = [
        words
        for words in telling.case.paragraphs
        if words.part == part or (part == "own_words" and words.part not in parts)
    ]
    heading = telling.part.heading if first else ""
    return tuple(
        Paragraph(part, heading if at == 0 else "", (Sentence(words.text.strip(), (words.basis,), voice="clinician"),))
        for at, words in enumerate(mine)
    )
