"""The letter as a Word file with real styles, a header row that repeats, and the same bytes each time."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from wellfounded.model.letter import Letter, Paragraph, Sentence
from wellfounded.render.view import (
    bracketed,
    by,
    columns,
    dated,
    draft_needs,
    draft_note,
    enclosed,
    ink,
    long_date,
    pages,
    printed,
    sender,
    signature,
    signing,
)

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
    for name, size in (("Title", 15), ("Heading 1", 11.5)):
        style = word.styles[name]
        style.font.color.rgb, style.font.size = mark.font.color.rgb, Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(10), Pt(4)
    for name in ("Normal", "List Bullet", "List Number"):
        word.styles[name].paragraph_format.space_after = Pt(6)
    word.styles.add_style("Clinician", 1).base_style = word.styles["Quote"]  # 1: a paragraph style
    _head(word, letter)
    for paragraph in letter.paragraphs:
        _part(word, letter, paragraph, mark)
    for text in (letter.closing, ""):
        word.add_paragraph(text).paragraph_format.keep_with_next = True
    rule = (f"{'_' * 40}     {dated(letter)} {'_' * 18}",) if signing(letter) else ()
    word.add_paragraph("\n".join((*rule, *signature(letter)))).paragraph_format.keep_together = True
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
        word.add_paragraph("\n".join((note, *draft_needs(letter))), style="Intense Quote")
    word.add_paragraph("\n".join(letter.to))
    if letter.by:
        word.add_paragraph(by(letter))
    word.add_heading(letter.title, 0)
    if letter.re:
        table = word.add_table(rows=0, cols=2)
        for label, fact in letter.re:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, fact.value
            _close(cells)
        _wide(table, (1.6, 4.9))
    word.add_paragraph(letter.salutation)


def _part(word: Any, letter: Letter, paragraph: Paragraph, mark: Any) -> None:  # noqa: ANN401 - python-docx has no types
    if paragraph.heading:
        word.add_heading(paragraph.heading, 1)
    shown = [bracketed(letter, each) for each in printed(letter, paragraph)]
    if paragraph.bullets:
        count = _counted(word) if paragraph.numbered else None
        for sentence, words in zip(paragraph.sentences, shown, strict=False):
            item = word.add_paragraph(style="List Number" if paragraph.numbered else "List Bullet")
            if count is not None:
                item._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = count  # noqa: SLF001
            _say(item, sentence, words, mark)
    elif paragraph.sentences:
        own = any(sentence.voice == "clinician" for sentence in paragraph.sentences)
        held = word.add_paragraph(style="Clinician" if own else "Normal")
        for n, (sentence, words) in enumerate(zip(paragraph.sentences, shown, strict=False)):
            held.add_run(" " if n else "")
            _say(held, sentence, words, mark)
    if paragraph.rows:
        titles = columns(letter)
        table = word.add_table(rows=1, cols=len(titles), style="Table Grid")
        for cell, title in zip(table.rows[0].cells, titles, strict=True):
            cell.paragraphs[0].add_run(title).bold = True
        _repeats(table.rows[0])
        for row, words in zip(paragraph.rows, shown[len(paragraph.sentences) :], strict=True):
            cells = table.add_row().cells
            cells[0].text, cells[1].text, cells[2].text = row.label, row.requirement, row.verdict
            _say(cells[3].paragraphs[0], row.shows, words, mark)
            _close(cells)
        _wide(table, (0.7, 2.4, 0.6, 2.8))
        word.add_paragraph()


def _wide(table: Any, inches: tuple[float, ...]) -> None:  # noqa: ANN401 - python-docx has no types
    """Set the width of each column, which Word takes from the cells."""
    from docx.shared import Inches  # noqa: PLC0415 - as above

    table.autofit = False
    for column, width in zip(table.columns, inches, strict=True):
        column.width = Inches(width)
        for cell in column.cells:
            cell.width = Inches(width)


def _close(cells: Any) -> None:  # noqa: ANN401 - python-docx has no types
    """Take the space after the last paragraph of each cell."""
    for cell in cells:
        cell.paragraphs[-1].paragraph_format.space_after = 0


def _counted(word: Any) -> int:  # noqa: ANN401 - python-docx has no types
    """Open a list that counts from one, and give its number: Word goes on counting through a style's own."""
    lists = word.part.numbering_part.numbering_definitions._numbering  # noqa: SLF001 - no public way
    own = word.styles["List Number"].element.pPr.numPr.numId.val
    held = lists.add_num(lists.num_having_numId(own).abstractNumId.val)
    held.add_lvlOverride(ilvl=0).add_startOverride(1)
    number: int = held.numId
    return number


def _say(held: Any, sentence: Sentence, words: str, style: Any) -> None:  # noqa: ANN401 - python-docx has no types
    """Add the sentence and its marks; *style* is set by its id, for to look one up costs 1 ms a mark."""
    held.add_run(sentence.text)
    if words:
        held.add_run(f"\N{NO-BREAK SPACE}{words.replace(' ', chr(0xA0))}").element.style = style.style_id


def _repeats(row: Any) -> None:  # noqa: ANN401 - python-docx has no types
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
