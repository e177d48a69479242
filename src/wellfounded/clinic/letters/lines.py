"""A letter as the lines that `write.adopt` takes back, with one paragraph in other words."""

import hashlib

from wellfounded.model.letter import Letter, Paragraph

BULLET = "\u2022 "


def words(paragraph: Paragraph) -> str:
    """Give a paragraph as a person edits it: sentences in a row, or a line for each item or row of the table."""
    if paragraph.rows:
        return "\n".join(f"{row.label}: {row.shows.text}" for row in paragraph.rows)
    if paragraph.bullets:
        return "\n".join(f"{BULLET}{sentence.text}" for sentence in paragraph.sentences)
    return " ".join(sentence.text for sentence in paragraph.sentences)


def mark(paragraph: Paragraph) -> str:
    """Give the name of a paragraph in a state: the same words, the same name."""
    return hashlib.sha256(f"{paragraph.part}\n{paragraph.heading}\n{words(paragraph)}".encode()).hexdigest()


def lined(letter: Letter, index: int | None = None, text: str = "") -> str:
    """Give the whole letter, a line a block; the paragraph at *index* (from 0) as *text*."""
    lines = [letter.salutation]
    for n, paragraph in enumerate(letter.paragraphs):
        lines += [paragraph.heading] if paragraph.heading else []
        lines += _edited(paragraph, text) if n == index else _kept(paragraph)
    return "\n".join([*lines, letter.closing])


def _kept(paragraph: Paragraph) -> list[str]:
    if paragraph.rows:
        return [_row(paragraph, n, row.shows.text) for n, row in enumerate(paragraph.rows)]
    if paragraph.bullets:
        return [f"{BULLET}{' '.join(sentence.text.split())}" for sentence in paragraph.sentences]
    return [" ".join(words(paragraph).split())]


def _edited(paragraph: Paragraph, text: str) -> list[str]:
    held = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if paragraph.rows:
        labels = {row.label: n for n, row in enumerate(paragraph.rows)}
        cut = [(label.strip(), shown.strip()) for label, _, shown in (line.partition(": ") for line in held)]
        return [_row(paragraph, labels[label], shown) for label, shown in cut if label in labels]
    if paragraph.bullets:
        return [f"{BULLET}{line.removeprefix(BULLET).removeprefix('- ')}" for line in held]
    return held


def _row(paragraph: Paragraph, n: int, shown: str) -> str:
    row = paragraph.rows[n]
    return "\t".join((row.label, " ".join(row.requirement.split()), row.verdict, " ".join(shown.split())))
