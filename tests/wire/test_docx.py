from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import docx
from wellfounded.wire.archive import Bounds, unzip
from wellfounded.wire.numbering import spell

W = nsdecls("w")


def read(document) -> docx.Paper:
    out = BytesIO()
    document.save(out)
    return docx.paper(unzip(out.getvalue(), Bounds()))


def text(document) -> str:
    return read(document).sheets[0].text


def added(document, inner: str) -> None:
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{inner}</w:p>"))


def test_a_table_row_is_one_line():
    document = Document()
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip((c for r in table.rows for c in r.cells), ("Code", "Use", "90867", "First"), strict=True):
        cell.text = words
    assert text(document).splitlines() == ["Code\tUse", "90867\tFirst"]


def test_insertions_are_read_and_deletions_are_not_and_a_remark_says_so():
    document = Document()
    added(
        document,
        "<w:r><w:t>Take </w:t></w:r>"
        '<w:del w:id="1" w:author="x"><w:r><w:delText>5 mg</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>10 mg</w:t></w:r></w:ins>',
    )
    paper = read(document)
    assert paper.sheets[0].text.strip() == "Take 10 mg"
    assert paper.remarks == ("tracked changes were read as if accepted",)


def test_headers_come_first_and_footers_last():
    document = Document()
    document.add_paragraph("Body")
    document.sections[0].header.paragraphs[0].text = "Letterhead"
    document.sections[0].footer.paragraphs[0].text = "Suite 200"
    assert text(document).split() == ["Letterhead", "Body", "Suite", "200"]


def test_lists_carry_the_numbers_word_prints():
    document = Document()
    for words in ("one", "two"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("dot", style="List Bullet")
    assert [line.strip() for line in text(document).splitlines()] == ["1. one", "2. two", "• dot"]


def test_levels_restart_and_combine_under_a_new_parent():
    document = Document()
    root = parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="77">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/>'
        '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1(%2)"/>'
        '<w:pPr><w:ind w:left="1080" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, root)
    numbering.append(parse_xml(f'<w:num {W} w:numId="99"><w:abstractNumId w:val="77"/></w:num>'))
    for depth in (0, 1, 1, 0, 1):
        paragraph = document.add_paragraph("x")
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="{depth}"/><w:numId w:val="99"/></w:numPr>')
        )
    assert text(document).splitlines() == ["A. x", "       A(i) x", "       A(ii) x", "B. x", "       B(i) x"]


def test_an_indent_is_kept_as_leading_spaces():
    document = Document()
    document.add_paragraph("in").paragraph_format.left_indent = 360_000 * 2  # English metric units: 2 cm
    assert text(document) == " " * 11 + "in\n"


def test_check_boxes_are_kept():
    document = Document()
    box = "<w:ffData><w:checkBox><w:default w:val='{}'/></w:checkBox></w:ffData>"
    added(
        document,
        "".join(f'<w:r><w:fldChar w:fldCharType="begin">{box.format(on)}</w:fldChar></w:r>' for on in (0, 1))
        + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
    )
    assert text(document).strip() == "☐☒☑"


def test_a_text_box_is_read_once():
    document = Document()
    box = f"<w:txbxContent {W}><w:p><w:r><w:t>Stamp</w:t></w:r></w:p></w:txbxContent>"
    added(
        document,
        "<w:r><w:t>Near</w:t></w:r><mc:AlternateContent "
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>',
    )
    assert text(document).split() == ["Near", "Stamp"]


def test_a_page_break_starts_a_page():
    document = Document()
    document.add_paragraph("one")
    document.add_page_break()
    document.add_paragraph("two")
    assert [sheet.text.strip() for sheet in read(document).sheets] == ["one", "two"]


@pytest.mark.parametrize(
    ("n", "style", "spelled"),
    [(28, "lowerLetter", "bb"), (4, "upperRoman", "IV"), (1994, "lowerRoman", "mcmxciv"), (3, "decimalZero", "03")],
)
def test_numbers_are_spelled_as_word_spells_them(n, style, spelled):
    assert spell(n, style) == spelled


def zipped(**members: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (zipped(**{"word__document.xml": b" " * 30_000_000}), "grows"),
        (zipped(a=b"b"), "no Word document"),
        (zipped(**{"word__document.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "document type"),
        (zipped(**{"word__document.xml": b"<x>"}), "malformed"),
        (zipped(a=b"b")[:-10], "damaged"),
    ],
    ids=lambda held: held if isinstance(held, str) else "file",  # a zip keeps the clock, and an id must not
)
def test_a_bad_file_is_one_clear_sentence(data, says):
    with pytest.raises(UnreadableDocument, match=says) as raised:
        docx.paper(unzip(data, Bounds()))
    assert raised.value.hint
