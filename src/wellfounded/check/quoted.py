"""Where a letter of ours speaks in other words: the plan's requirement in the table, a passage in quotation marks."""

import re

from wellfounded.model.letter import Draft, Letter

QUOTATION = re.compile(r"“[^”]{1,600}”")


def quoted(letter: Letter | Draft) -> tuple[tuple[int, int], ...]:
    """Give the spans of *letter*'s text that assert nothing of the patient; none for a letter from elsewhere.

    Each quotation of ours is held word for word against its passage by EV103, so that what it says is its source's.
    """
    if isinstance(letter, Draft):
        return ()
    text = letter.text
    spans = [found.span() for found in QUOTATION.finditer(text)]
    at = 0
    for paragraph in letter.paragraphs:
        for row in paragraph.rows:
            words = f"{row.label} {row.requirement} [".lstrip()
            if (start := text.find(words, at)) >= 0:
                spans.append((start, start + len(words)))
                at = start + len(words)
    return tuple(spans)
