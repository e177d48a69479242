"""The letter as a Word file with real styles, a header row that repeats, and the same bytes each time."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from wellfounded.model.letter import Letter, Paragraph, Sentence
from wellfounded.render.view import columns, draft_note, enclosed, ink, long_date, marks, pages, sender, signature

FORM = "docx"
SUFFIX = "docx"


def render(letter: Letter, *, linked: bool = False) -> bytes:
    """Give the Word file; *linked* changes nothing here."""
    del linked
    import docx  # noqa: PLC0415 - 60 ms, wanted only here
    from docx.shared import Inches, Pt, RGBColor  # noqa: PLC0415 - as above

    word = docx.Document()
    day = datetime(letter.date.year, letter.date.month, letter.date.day, tzinfo=UTC)
    held = word.core_properties
    held.title, held.author, held.language = letter.title, "", letter.language
    held.created = held.modified = day
    if letter.signer.name:
        held.author = letter.signer.name.value
    for section in word.sections:
        section.page_width, section.page_height = Inches(8.5), Inches(11)
        section.left_margin = section.right_margin = Inches(1)
    word.styles["Normal"].font.size = Pt(10.5)
    mark = word.styles.add_style("Exhibit mark", 2)  # 2: a character style
    mark.font.size, mark.font.color.rgb = Pt(7.5), RGBColor.from_string(ink(letter)[1:])
    for name in ("Title", "Heading 1"):
        word.styles[name].font.color.rgb = mark.font.color.rgb
    word.styles.add_style("Clinician", 1).base_style = word.styles["Quote"]  # 1: a paragraph style
    _head(word, letter)
    for paragraph in letter.paragraphs:
        _part(word, letter, paragraph, mark)
    word.add_paragraph(letter.closing)
    word.add_paragraph()
    word.add_paragraph("\n".join(signature(letter)))
    if letter.enclosures:
        word.add_heading(enclosed(letter), 1)
        for enclosure in letter.enclosures:
            word.add_paragraph(f"{enclosure.exhibit}  {enclosure.title}  {pages(enclosure)}".rstrip())
    out = io.BytesIO()
    word.save(out)
    return _timeless(out.getvalue())


def _head(word: Any, letter: Letter) -> None:  # noqa: ANN401 - python-docx ships no types
    header = word.sections[0].header
    header.paragraphs[0].text = letter.letterhead.name.value if letter.letterhead.name else ""
    for line in sender(letter):
        header.add_paragraph(line)
    word.add_paragraph(long_date(letter.date, letter.language))
    if note := draft_note(letter):
        word.add_paragraph(note, style="Intense Quote")
    word.add_paragraph("\n".join(letter.to))
    if letter.by:
        word.add_paragraph(f"By {letter.by[0]}: {letter.by[1]}")
    if letter.re:
        table = word.add_table(rows=0, cols=2)
        for label, fact in letter.re:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, fact.value
    word.add_heading(letter.title, 0)
    word.add_paragraph(letter.salutation)


def _part(word: Any, letter: Letter, paragraph: Paragraph, mark: Any) -> None:  # noqa: ANN401
    if paragraph.heading:
        word.add_heading(paragraph.heading, 1)
    if paragraph.bullets:
        for sentence in paragraph.sentences:
            _say(word.add_paragraph(style="List Bullet"), letter, sentence, mark)
    elif paragraph.sentences:
        own = any(sentence.voice == "clinician" for sentence in paragraph.sentences)
        held = word.add_paragraph(style="Clinician" if own else "Normal")
        for n, sentence in enumerate(paragraph.sentences):
            held.add_run(" " if n else "")
            _say(held, letter, sentence, mark)
    if paragraph.rows:
        titles = columns(letter)
        table = word.add_table(rows=1, cols=len(titles), style="Table Grid")
        for cell, title in zip(table.rows[0].cells, titles, strict=True):
            cell.paragraphs[0].add_run(title).bold = True
        _repeats(table.rows[0])
        for row in paragraph.rows:
            cells = table.add_row().cells
            cells[0].text, cells[1].text, cells[2].text = row.label, row.requirement, row.verdict
            _say(cells[3].paragraphs[0], letter, row.shows, mark)
        word.add_paragraph()


def _say(held: Any, letter: Letter, sentence: Sentence, style: Any) -> None:  # noqa: ANN401
    """Add the sentence and its marks; *style* is set by its id, for to look one up costs 1 ms a mark."""
    held.add_run(sentence.text)
    words = "; ".join(mark.words.replace(" ", "\N{NO-BREAK SPACE}") for mark in marks(letter, sentence))
    if words:
        held.add_run(f"\N{NO-BREAK SPACE}[{words}]").element.style = style.style_id


def _repeats(row: Any) -> None:  # noqa: ANN401
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no setter for it


def _timeless(data: bytes) -> bytes:
    """Write the archive again with one fixed time: a zip otherwise keeps the clock of the machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as held, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in held.namelist():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, held.read(name))
    return out.getvalue()
