"""A letter as the lines that `write.adopt` takes back, with one paragraph in other words."""

import hashlib
import re
from dataclasses import replace

from wellfounded.model.letter import Letter, Paragraph

BULLET = "\u2022 "
# A short line that ends otherwise would be taken for a heading, and a heading rests on nothing.
FEW, ENDED = 9, re.compile(r"[.!?:;,\u201d\"]$")


def words(paragraph: Paragraph) -> str:
    """Give a paragraph as a person edits it: sentences in a row, or a line for each item or row of the table."""
    if paragraph.rows:
        return "\n".join(f"{row.label}: {row.shows.text}" for row in paragraph.rows)
    if paragraph.bullets:
        return "\n".join(f"{BULLET}{sentence.text}" for sentence in paragraph.sentences)
    return " ".join(sentence.text for sentence in paragraph.sentences)


def numbered(letter: Letter) -> Letter:
    """Give the letter with its sentences counted anew, in order."""
    count = iter(range(1, 10_000))
    paragraphs = tuple(
        replace(
            each,
            sentences=tuple(replace(sentence, number=next(count)) for sentence in each.sentences),
            rows=tuple(replace(row, shows=replace(row.shows, number=next(count))) for row in each.rows),
        )
        for each in letter.paragraphs
    )
    return replace(letter, paragraphs=paragraphs)


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
        shown, last = dict[str, str](), ""
        for line in held:
            label, _, words = (part.strip() for part in line.partition(": "))
            if label in labels:
                shown[label] = words
                last = label
            elif last:  # a line with no label of the table goes on with what stands above it
                shown[last] = f"{shown[last]} {line}"
        return [_row(paragraph, labels[label], words) for label, words in shown.items()]
    if paragraph.bullets:
        return [f"{BULLET}{line.removeprefix(BULLET).removeprefix('- ')}" for line in held]
    known = {" ".join(sentence.text.split()) for sentence in paragraph.sentences}
    short = [line not in known and len(line.split()) < FEW and not ENDED.search(line) for line in held]
    return [f"{line}." if bare else line for line, bare in zip(held, short, strict=True)]


def _row(paragraph: Paragraph, n: int, shown: str) -> str:
    row = paragraph.rows[n]
    return "\t".join((row.label, " ".join(row.requirement.split()), row.verdict, " ".join(shown.split())))
