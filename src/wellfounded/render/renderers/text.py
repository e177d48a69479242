"""The letter as plain text, 88 columns wide, exhibit marks in brackets."""

import textwrap

from wellfounded.model.letter import Letter, Paragraph
from wellfounded.render.view import (
    bracketed,
    by,
    dated,
    draft_needs,
    draft_note,
    enclosed,
    long_date,
    pages,
    printed,
    sender,
    signature,
    signing,
)

FORM = "text"
SUFFIX = "txt"
WIDTH = 88
LABEL = 9  # columns for the plan's own number before a row of the table; a longer one stands alone


def render(letter: Letter, *, linked: bool = False) -> bytes:
    """Give the letter in UTF-8; *linked* changes nothing here."""
    del linked
    name = letter.letterhead.name
    lines = [name.value if name else "", *sender(letter), "", long_date(letter.date, letter.language), ""]
    if note := draft_note(letter):
        lines += [note, *(line for each in draft_needs(letter) for line in _item("  - ", each)), ""]
    lines += [*letter.to, ""]
    if letter.by:
        lines += [by(letter), ""]
    lines += [letter.title.upper(), ""]
    width = max((len(label) for label, _ in letter.re), default=0) + 2
    for label, fact in letter.re:
        lines += _wrap(f"{label + ':':<{width}}{fact.value}", subsequent_indent=" " * width)
    lines += ["", letter.salutation, ""]
    for paragraph in letter.paragraphs:
        lines += _paragraph(letter, paragraph)
    lines += [letter.closing, "", ""]
    if signing(letter):
        lines += ["", f"{'_' * 44}    {dated(letter)} {'_' * 18}"]
    lines += [*signature(letter), ""]
    if letter.enclosures:
        listed = (f"  {e.exhibit}  {e.title}  {pages(e)}" for e in letter.enclosures)
        lines += [enclosed(letter), *listed, ""]
    return "\n".join(line.rstrip() for line in lines).strip("\n").encode() + b"\n"


def _paragraph(letter: Letter, paragraph: Paragraph) -> list[str]:
    lines = [paragraph.heading.upper(), ""] if paragraph.heading else []
    held = [bracketed(letter, marks) for marks in printed(letter, paragraph)]
    said = [sentence.text for sentence in paragraph.sentences]
    if paragraph.bullets:
        for n, (text, mark) in enumerate(zip(said, held, strict=False), start=1):
            lines += _edged(_item(f"  {n}. " if paragraph.numbered else "  - ", text), mark)
    elif said:
        inner = [f"{text} {mark}".rstrip() for text, mark in zip(said[:-1], held, strict=False)]
        blocks = " ".join([*inner, said[-1]]).split("\n")
        wrapped = [line for block in blocks for line in _wrap(block) or [""]]
        lines += _edged(wrapped, held[len(said) - 1])
    wide = min(LABEL, max((len(row.label) for row in paragraph.rows), default=0)) + 2
    for row, mark in zip(paragraph.rows, held[len(said) :], strict=True):
        label = row.label if len(row.label) < wide else ""
        lines += [row.label] if row.label and not label else []
        lines += _item(f"{label:<{wide}}", f"{row.requirement} -- {row.verdict.upper()}".strip())
        lines += _edged(_item(" " * wide, row.shows.text), mark)
    return [*lines, ""]


def _item(lead: str, text: str) -> list[str]:
    """Wrap *text* behind *lead*, every further line set in as far."""
    return _wrap(text, initial_indent=lead, subsequent_indent=" " * len(lead)) or [lead]


def _wrap(text: str, **indents: str) -> list[str]:
    """Wrap *text* between words, and never inside a telephone number or a compound."""
    return textwrap.wrap(text, WIDTH, break_on_hyphens=False, **indents)  # type: ignore[arg-type]


def _edged(lines: list[str], mark: str) -> list[str]:
    """Set *mark* at the right edge of the last line, or of one more where that has no room."""
    if not mark:
        return lines
    room = WIDTH - len(lines[-1]) - 2
    return (
        [*lines[:-1], f"{lines[-1]:<{WIDTH - len(mark)}}{mark}"] if room >= len(mark) else [*lines, f"{mark:>{WIDTH}}"]
    )
