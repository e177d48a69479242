"""The letter as a tagged PDF (PDF/UA-1 and PDF/A-2a), fonts embedded, the same bytes each time."""

from functools import cache
from pathlib import Path
from typing import Any, cast

import msgspec

from wellfounded.model.letter import Letter, Paragraph, Sentence
from wellfounded.render.view import (
    Mark,
    by,
    columns,
    dated,
    draft_needs,
    draft_note,
    enclosed,
    ink,
    lead,
    long_date,
    pages,
    printed,
    sender,
    signature,
    signing,
)

FORM = "pdf"
SUFFIX = "pdf"
TEMPLATE = Path(__file__).parent.parent / "templates" / "letter.typ"


def render(letter: Letter, *, linked: bool = False) -> bytes:
    """Give the letter's PDF; *linked* keeps each mark's target as a link that the packet resolves."""
    import typst  # noqa: PLC0415 - 40 ms, wanted only where a page is rendered

    data = msgspec.json.encode(_data(letter, linked=linked)).decode()
    compiler = typst.Compiler(font_paths=_fonts())
    return cast(
        "bytes",
        compiler.compile(
            TEMPLATE.read_bytes(), format="pdf", sys_inputs={"data": data}, pdf_standards=["ua-1", "a-2a"]
        ),
    )


@cache
def _fonts() -> Any:  # noqa: ANN401 - typst ships no types
    import typst  # noqa: PLC0415 - as above

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _data(letter: Letter, *, linked: bool) -> dict[str, Any]:
    def said(sentence: Sentence, held: tuple[Mark, ...]) -> dict[str, Any]:
        return {
            "text": sentence.text,
            "marks": [{"words": mark.words, "target": mark.target if linked else ""} for mark in held],
        }

    def part(paragraph: Paragraph) -> dict[str, Any]:
        held = printed(letter, paragraph)
        rows = zip(paragraph.rows, held[len(paragraph.sentences) :], strict=True)
        return {
            "heading": paragraph.heading,
            "bullets": paragraph.bullets,
            "numbered": paragraph.numbered,
            "own": any(sentence.voice == "clinician" for sentence in paragraph.sentences),
            "sentences": [said(*each) for each in zip(paragraph.sentences, held, strict=False)],
            "rows": [
                {"label": r.label, "requirement": r.requirement, "verdict": r.verdict, "shows": said(r.shows, marks)}
                for r, marks in rows
            ],
        }

    practice = letter.letterhead.name.value if letter.letterhead.name else ""
    reference = next((fact.value for label, fact in letter.re if "eference" in label or "laim" in label), "")
    return {
        "title": letter.title,
        "author": letter.signer.name.value if letter.signer.name else practice,
        "language": letter.language,
        "logo": letter.letterhead.logo,
        "ink": ink(letter),
        "practice": practice,
        "sender": sender(letter),
        "footer": "  ".join(part for part in (practice, reference) if part),
        "note": draft_note(letter),
        "needs": draft_needs(letter),
        "lead": lead(letter),
        "day": (letter.date.year, letter.date.month, letter.date.day),
        "date": long_date(letter.date, letter.language),
        "to": letter.to,
        "by": by(letter),
        "re": [(label, fact.value) for label, fact in letter.re],
        "salutation": letter.salutation,
        "paragraphs": [part(paragraph) for paragraph in letter.paragraphs],
        "closing": letter.closing,
        "signature": signature(letter),
        "signing": signing(letter),
        "dated": dated(letter),
        "enclosures": [(e.exhibit, e.title, pages(e)) for e in letter.enclosures],
        "columns": columns(letter),
        "enclosed": enclosed(letter),
    }
