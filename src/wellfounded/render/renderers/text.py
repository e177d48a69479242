"""The letter as plain text, 88 columns wide, exhibit marks in brackets."""

import textwrap

from wellfounded.model.letter import Letter, Paragraph, Sentence
from wellfounded.render.view import draft_note, enclosed, long_date, marks, pages, sender, signature

FORM = "text"
SUFFIX = "txt"
WIDTH = 88


def render(letter: Letter, *, linked: bool = False) -> bytes:
    """Give the letter in UTF-8; *linked* changes nothing here."""
    del linked
    name = letter.letterhead.name
    lines = [name.value if name else "", *sender(letter), "", long_date(letter.date, letter.language), ""]
    if note := draft_note(letter):
        lines += [*textwrap.wrap(f"** {note} **", WIDTH), ""]
    lines += [*letter.to, ""]
    if letter.by:
        lines += [f"By {letter.by[0]}: {letter.by[1]}", ""]
    width = max((len(label) for label, _ in letter.re), default=0) + 2
    for label, fact in letter.re:
        lines += textwrap.wrap(f"{label + ':':<{width}}{fact.value}", WIDTH, subsequent_indent=" " * width)
    lines += ["", letter.title.upper(), "", letter.salutation, ""]
    for paragraph in letter.paragraphs:
        lines += _paragraph(letter, paragraph)
    lines += [letter.closing, "", "", "", *signature(letter), ""]
    if letter.enclosures:
        listed = (f"  {e.exhibit}  {e.title}  {pages(e)}" for e in letter.enclosures)
        lines += [enclosed(letter), *listed, ""]
    return "\n".join(line.rstrip() for line in lines).strip("\n").encode() + b"\n"


def _paragraph(letter: Letter, paragraph: Paragraph) -> list[str]:
    lines = [paragraph.heading.upper(), ""] if paragraph.heading else []
    said = [_marked(letter, sentence) for sentence in paragraph.sentences]
    if paragraph.bullets:
        for line in said:
            lines += textwrap.wrap(line, WIDTH, initial_indent="  - ", subsequent_indent="    ")
    elif said:
        for block in "\n".join(_joined(said)).split("\n"):
            lines += textwrap.wrap(block, WIDTH) or [""]
    for row in paragraph.rows:
        head = f"{row.label} {row.requirement} -- {row.verdict.upper()}".strip()
        lines += textwrap.wrap(head, WIDTH, subsequent_indent="    ")
        lines += textwrap.wrap(_marked(letter, row.shows), WIDTH, initial_indent="    ", subsequent_indent="    ")
    return [*lines, ""]


def _joined(said: list[str]) -> list[str]:
    return " ".join(said).split("\n")


def _marked(letter: Letter, sentence: Sentence) -> str:
    held = marks(letter, sentence)
    return f"{sentence.text} [{'; '.join(mark.words for mark in held)}]" if held else sentence.text
