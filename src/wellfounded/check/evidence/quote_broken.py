"""A sentence of ours must still stand on its passage, word for word.

When a source is replaced or scanned anew, what rests on it must be read again.

Bad:  She said "I cannot sleep".  <-  She reports poor sleep.
Good: She said "I cannot sleep".  <-  She says: I cannot sleep at all.
Good: Her PHQ-9 was 22.  <-  PHQ-9 22
Good: The note reads "She says "I cannot sleep" and cries".  <-  She says "I cannot sleep" and cries.
"""

import re
from collections.abc import Iterable, Iterator

from wellfounded.check.says.plain import MARKS
from wellfounded.check.says.quotations import quotations
from wellfounded.check.view import Mark
from wellfounded.model.basis import Quote
from wellfounded.model.letter import Sentence, Severity

CODE = "EV103"
SEVERITY = Severity.ERROR

LEAST, MOST = 6, 400  # characters of a quotation
ELLIPSIS = re.compile(r"\.\.\.|\u2026|\[[^\]]*\]")  # words left out, or added in brackets
WORD = re.compile(r"[a-z0-9]+")
GAP = 3  # characters between two passages that stand next to each other: a space, a line break


def check(sentence: Sentence) -> Iterator[Mark]:
    """Report each quotation in a sentence that none of the passages under it holds."""
    passages = [_words(passage) for passage in _joined(sentence.quotes)]
    if not passages or sentence.voice != "ours":
        return
    text = sentence.text.translate(MARKS)
    for start, end in quotations(text):
        if not LEAST <= end - start <= MOST:
            continue
        pieces = [_words(piece) for piece in ELLIPSIS.split(text[start:end])]
        if not all(any(piece in passage for passage in passages) for piece in pieces):
            yield Mark((start, end), "is not in the passage this sentence cites", "Quote it word for word.")


def _words(text: str) -> str:
    return " ".join(WORD.findall(text.translate(MARKS).lower()))


def _joined(quotes: Iterable[Quote]) -> Iterator[str]:
    """Give the passages, those that follow one another in a paper as one: a sentence may quote across their border."""
    held: list[Quote] = []
    for quote in sorted(quotes, key=lambda each: (each.at.source, each.at.start)):
        if held and (held[-1].at.source != quote.at.source or not 0 <= quote.at.start - held[-1].at.end <= GAP):
            yield " ".join(each.exact for each in held)
            held = []
        held.append(quote)
    if held:
        yield " ".join(each.exact for each in held)
