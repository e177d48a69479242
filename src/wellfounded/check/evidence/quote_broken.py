"""A sentence of ours must still stand on its passage, word for word.

When a source is replaced or scanned anew, what rests on it must be read again.

Bad:  She said "I cannot sleep".  <-  She reports poor sleep.
Good: She said "I cannot sleep".  <-  She says: I cannot sleep at all.
Good: Her PHQ-9 was 22.  <-  PHQ-9 22
"""

import re
from collections.abc import Iterator

from wellfounded.check.says.plain import MARKS
from wellfounded.check.view import Mark
from wellfounded.model.letter import Sentence, Severity

CODE = "EV103"
SEVERITY = Severity.ERROR

QUOTED = re.compile(r'"(?P<words>[^"]{6,400})"')
ELLIPSIS = re.compile(r"\.\.\.|\u2026|\[[^\]]*\]")  # words left out, or added in brackets
WORD = re.compile(r"[a-z0-9]+")


def check(sentence: Sentence) -> Iterator[Mark]:
    """Report each quotation in a sentence that none of the passages under it holds."""
    passages = [" ".join(WORD.findall(quote.exact.translate(MARKS).lower())) for quote in sentence.quotes]
    if not passages or sentence.voice != "ours":
        return
    for match in QUOTED.finditer(sentence.text.translate(MARKS)):
        pieces = [" ".join(WORD.findall(piece.lower())) for piece in ELLIPSIS.split(match["words"])]
        if not all(any(piece in passage for passage in passages) for piece in pieces):
            yield Mark(match.span("words"), "is not in the passage this sentence cites", "Quote it word for word.")
