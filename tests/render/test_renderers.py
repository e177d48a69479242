"""The contract of every form: all the words, the same bytes each time, and nothing but what the letter says."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pikepdf
import pypdfium2
import pytest

from letters import letter
from wellfounded.errors import InputError
from wellfounded.render import forms, render

WORDS = ("Her PHQ-9 was 22.", "A p. 1", "A p. 2", "I have known her for years.", "Priya Raman, MD", "March 20, 2026")


def words_of(form: str, made: bytes) -> str:
    if form == "pdf":
        return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made))
    if form == "docx":
        held = docx.Document(io.BytesIO(made))
        cells = [cell.text for table in held.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in held.paragraphs), *cells]).replace("\xa0", " ")
    return re.sub(r"<[^>]+>", "", made.decode())


@pytest.mark.parametrize("form", forms())
def test_every_form_holds_every_word_and_mark(form):
    found = " ".join(words_of(form, render(letter(), form)).split())
    assert [word for word in WORDS if word not in found] == []


@pytest.mark.parametrize("form", forms())
def test_the_same_letter_gives_the_same_bytes(form):
    assert render(letter(), form) == render(letter(), form)


@pytest.mark.parametrize("form", forms())
def test_a_letter_that_lacks_something_says_so_on_its_face(form):
    found = words_of(form, render(letter(unsigned_because=("the signing clinician",)), form))
    assert "not ready for signature" in " ".join(found.split())


@pytest.mark.parametrize("form", forms())
def test_text_that_looks_like_markup_stays_text(form):
    hostile = "#panic() <b>*x*</b> $y$ \\n"
    found = words_of(form, render(letter(salutation=hostile), form))
    assert "#panic()" in found
    assert "*x*" in found


def test_the_pdf_claims_both_standards_and_is_tagged():
    with pikepdf.open(io.BytesIO(render(letter(), "pdf"))) as pdf:
        claims = str(pdf.Root.Metadata.read_bytes())
        assert "pdfuaid" in claims
        assert "pdfaid" in claims
        assert pdf.Root.MarkInfo.Marked


def test_the_word_file_has_real_styles_and_a_repeating_header_row():
    made = render(letter(), "docx")
    held = docx.Document(io.BytesIO(made))
    assert {"Title", "Heading 1", "Clinician"} <= {paragraph.style.name for paragraph in held.paragraphs}
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert b"w:tblHeader" in archive.read("word/document.xml")


def test_a_form_nobody_renders_is_named():
    with pytest.raises(InputError, match="no renderer makes odt"):
        render(letter(), "odt")


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_a_letterhead_in_its_own_colour_changes_no_word(form):
    own = letter(letterhead=replace(letter().letterhead, colour="#7a1f3d"))
    plain, coloured = render(letter(), form), render(own, form)
    assert plain != coloured
    assert words_of(form, plain).split() == re.sub("#7a1f3d", "#1f3a5f", words_of(form, coloured)).split()
