"""A Word letter with all that a clinic's file may hold: two headers, a table, a list, a tracked change."""

from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

CASE = "name: Jordan Ellis | birth_date: 1984-06-02 | member: ARH447190226 | npi: 1234567893"
TRACKED = (
    f"<w:p {nsdecls('w')}><w:r><w:t xml:space='preserve'>Claim </w:t></w:r>"
    "<w:del w:id='7' w:author='x'><w:r><w:delText>gone</w:delText></w:r></w:del>"
    "<w:ins w:id='8' w:author='x'><w:r><w:t xml:space='preserve'>under Member ID: ARH447190266 </w:t></w:r></w:ins>"
    "<w:r><w:t>stands.</w:t></w:r></w:p>"
)


def letter():
    word = Document()
    word.sections[0].header.paragraphs[0].text = "Harborlight Psychiatry, 210 Lock Street"
    word.sections[0].different_first_page_header_footer = True
    word.sections[0].first_page_header.paragraphs[0].text = "Harborlight Psychiatry, 210 Lock Street"
    word.add_paragraph("March 20, 2026")
    line = word.add_paragraph("Member ID: ARH4471")
    line.add_run("90262").bold = True
    line.add_run("\tDOB: 06/12/1984")
    word.add_paragraph("Dear Reviewer:")
    said = word.add_paragraph("I request TMS for Ms. Ellis. She was ")
    said.add_run("was seen & heard <today>.").italic = True
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "PHQ-9", "22"
    word.add_paragraph("first", style="List Number")
    word.add_comment([said.runs[0]], "Keep this.", "Dana Reyes", "DR")
    word.element.body.insert(4, parse_xml(TRACKED))
    word.add_paragraph("Sincerely,")
    word.add_paragraph("Priya Raman, MD, NPI 1234567839")
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def members(data):
    with ZipFile(BytesIO(data)) as held:
        return {name: held.read(name) for name in held.namelist()}
