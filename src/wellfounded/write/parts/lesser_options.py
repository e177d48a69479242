"""Each less costly option that was ruled out, in the words of the notes: what a reviewer of equipment looks for."""

import re

from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.notes import note, passages
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import quoted

OPTION = re.compile(
    r"\b(?:canes?|crutch(?:es)?|walkers?|rollators?|(?:manual|standard|lightweight|transport) (?:wheel)?chairs?|"
    r"scooters?|standard (?:bed|mattress)|over-the-counter|prefabricated|off-the-shelf|splints?|sleeves?|"
    r"positional therapy|oral appliances?|less (?:costly|expensive)|inhalers?|room air|grab bars?|shower chairs?|"
    r"home exercise)\b",
    re.IGNORECASE,
)
RULED_OUT = re.compile(
    r"\b(?:cannot|can't|unable|not (?:enough|sufficient|safe|able|adequate|suitable|tolerated)|insufficient|unsafe|"
    r"fell|falls|failed|too (?:weak|heavy|short|unstable)|does not|did not|no longer|inadequate|ruled out|no option)\b",
    re.IGNORECASE,
)
MOST = 5


def write(telling: Telling) -> Told:
    """Quote each note that names an option and says why it does not serve; nothing where none does."""
    said: list[Sentence] = []
    seen: set[str] = set()
    for item in telling.case.evidence:
        if item.assertion.experiencer != "patient" or item.assertion.time in {"planned", "hypothetical"}:
            continue
        for held in passages(telling, item, 220):
            words = quoted.unlabelled(held.text)
            option = OPTION.search(words)
            if option is None or not RULED_OUT.search(words) or words in seen or held.when > telling.on:
                continue
            seen.add(words)
            text = f"{option[0].lower()}: {note(telling, held)} records {quoted.closed(words)}"
            said.append(sentence(text, *held.basis))
    if not said:
        return Told()
    return Told((Paragraph("lesser_options", telling.part.heading, tuple(said[:MOST]), bullets=True),))
