"""Which sentences a signer reads first: those with most that could be wrong in them."""

import re

from wellfounded.model.basis import Attestation, Citation, leaves, quotes
from wellfounded.model.letter import Letter, Problem, Sentence

NUMBER = re.compile(r"\d")
# A sentence that says what a treatment did, or that a rule holds, is what a reviewer tests first.
OUTCOME = re.compile(
    r"\b(?:fail\w*|no (?:adequate )?response|intoleran\w*|contraindicat\w*|unable|cannot|only|must|all|never)\b",
    re.IGNORECASE,
)


def ranked(letter: Letter, problems: dict[int, list[Problem]]) -> list[tuple[Sentence, tuple[str, ...]]]:
    """Give every sentence with why it is worth a look, the riskiest first, then in the letter's order."""
    scored = [(sentence, reasons(sentence, problems.get(sentence.number, []))) for sentence in letter.sentences]
    weighed = [(-sum(weight for weight, _ in why), s.number, s, tuple(words for _, words in why)) for s, why in scored]
    return [(sentence, words) for _, _, sentence, words in sorted(weighed, key=lambda each: each[:2])]


def reasons(sentence: Sentence, problems: list[Problem]) -> list[tuple[int, str]]:
    """Give each reason to look, with its weight."""
    under = [quote for basis in sentence.basis for quote in quotes(basis)]
    found = [(8, problem.message) for problem in problems]
    if all(isinstance(leaf, Attestation) for basis in sentence.basis for leaf in leaves(basis)):
        found.append((6, "it rests on a person\u2019s word alone"))
    if any(quote.confidence < 0.9 for quote in under):
        found.append((5, "its passage was read from a picture of a page"))
    if OUTCOME.search(sentence.text):
        found.append((3, "it says how a treatment went, or leaves no exception"))
    if len(NUMBER.findall(sentence.text)) > 3:
        found.append((2, "it holds many numbers"))
    if any(isinstance(b, Citation) and b.tier != "primary" for b in sentence.basis):
        found.append((2, "its rule was not read at the source"))
    if len({quote.at.source for quote in under}) > 1:
        found.append((1, "it puts several papers together"))
    return found
