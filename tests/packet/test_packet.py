"""The packet binds what the letter encloses, and each mark leads to the line it rests on."""

import io
from dataclasses import replace

import pikepdf
import pypdfium2
from PIL import Image

from letters import CHART, letter, note
from wellfounded.model.letter import Enclosure
from wellfounded.packet import assemble
from wellfounded.packet.typed import bind
from wellfounded.render import render

FILES = {CHART.source.id: CHART.text.encode()}


def made(held, documents=(CHART,), files=FILES):
    return assemble(held, render(held, "pdf", linked=True), documents, files)


def page_words(packet, number):
    return pypdfium2.PdfDocument(packet.body)[number - 1].get_textpage().get_text_bounded()


def test_two_packets_of_one_letter_are_one_packet():
    assert made(letter()).id == made(letter()).id


def test_cover_letter_and_exhibit_follow_each_other():
    packet = made(letter())
    assert packet.pages == 4
    assert "Exhibit A" in page_words(packet, 1)
    assert "Dear Appeals Reviewer" in page_words(packet, 2)
    assert "PHQ-9 total 22" in page_words(packet, 3)
    assert "Exhibit A, page 1" in page_words(packet, 3)
    assert "Packet page 3 of 4" in page_words(packet, 3)


def test_every_exhibit_stands_in_the_contents_however_long_the_list_is():
    notes = [note(f"chart/{n}.txt", f"Visit {n}. PHQ-9 total {n}.") for n in range(26)]
    held = letter(
        enclosures=(
            Enclosure("A", "Progress note", CHART.source.id),
            *(Enclosure(f"N{n}", f"Visit note {n}", each.source.id) for n, each in enumerate(notes)),
        )
    )
    packet = made(held, (CHART, *notes), FILES | {each.source.id: each.text.encode() for each in notes})
    lead = next(n for n in range(1, 9) if "Dear Appeals Reviewer" in page_words(packet, n)) - 1
    assert lead == 2
    contents = " ".join(page_words(packet, n) for n in range(1, lead + 1))
    assert f"{packet.pages}, these {lead} included" in contents
    for exhibit in packet.exhibits:
        assert f"Exhibit {exhibit.label} " in contents
        assert f"Packet page {exhibit.first} of {packet.pages}" in page_words(packet, exhibit.first)
        assert f"Exhibit {exhibit.label}, page 1" in page_words(packet, exhibit.first)
    assert packet.exhibits[-1].last == packet.pages == len(pypdfium2.PdfDocument(packet.body))
    with pikepdf.open(io.BytesIO(packet.body)) as pdf:
        marks = [n for n in pdf.pages[lead].obj.Annots if "/Dest" in n]
        assert {pdf.pages.index(pikepdf.Page(n.Dest[0])) + 1 for n in marks} == {lead + 2, lead + 3}


def test_each_mark_leads_to_the_page_of_its_line():
    packet = made(letter())
    with pikepdf.open(io.BytesIO(packet.body)) as pdf:
        notes = [note for note in pdf.pages[1].obj.Annots if "/Dest" in note]
        numbers = [pdf.pages.index(pikepdf.Page(note.Dest[0])) + 1 for note in notes]
        assert sorted(set(numbers)) == [3, 4]
        assert not any("/A" in note for note in pdf.pages[1].obj.Annots)


def test_only_the_pages_an_enclosure_names_are_bound():
    held = letter(enclosures=(Enclosure("A", "Progress note", CHART.source.id, (2,)),))
    packet = made(held)
    assert packet.pages == 3
    assert "Sertraline" in page_words(packet, 3)
    with pikepdf.open(io.BytesIO(packet.body)) as pdf:
        dead = [note for note in pdf.pages[1].obj.Annots if "/Dest" not in note and "/A" not in note]
        assert dead, "a mark whose page is left out leads nowhere"


def test_the_packet_opens_with_bookmarks_and_claims_no_standard_it_may_not_keep():
    with pikepdf.open(io.BytesIO(made(letter()).body)) as pdf:
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == [
                "Cover and contents",
                "Appeal of a denied service",
                "Exhibit A: Progress note",
            ]
        assert b"pdfuaid" not in pdf.Root.Metadata.read_bytes()


def test_a_long_note_fills_as_many_pages_as_it_needs_and_its_last_line_is_found():
    long = note("chart/long.txt", "\n".join(f"line {n} of a long note" for n in range(200)))
    at = long.text.index("line 190")
    held = letter(enclosures=(Enclosure("A", "Long note", long.source.id),))
    bound = bind(long, b"")
    page, first, last = bound.find(long.quote(at, at + 8))
    assert page == 3
    assert last - first == len("line190")
    assert made(held, (long,), {long.source.id: b""}).pages == 5


def test_of_a_data_file_only_the_entries_quoted_are_printed_and_their_lines_found():
    text = "Observation/a | code: PHQ-9 | value: 22\nPatient/other | name: Another Person\nObservation/b | value: 19\n"
    bundle = replace(note("chart/bundle.json", text), source=replace(CHART.source, path="x", media="application/json"))
    quotes = [bundle.quote(text.index(words), text.index(words) + len(words)) for words in ("value: 22", "value: 19")]
    bound = bind(bundle, b"{}", quotes)
    words = pypdfium2.PdfDocument(bound.pdf)[0].get_textpage().get_text_bounded()
    assert "Another Person" not in words
    page, first, last = bound.find(quotes[1])
    assert "".join(words.split())[first:last] == "value:19"
    assert page == 1


def fax_of_two_pages():
    """A note that came as a picture: the words that were read are in the document, the pages in the file."""
    pages = [Image.new("1", (850, 1100), 1) for _ in range(2)]
    for n, page in enumerate(pages):
        page.paste(0, (100, 200 * (n + 1), 750, 200 * (n + 1) + 20))
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    return replace(CHART, source=replace(CHART.source, path="chart/fax.tif", media="image/tiff")), out.getvalue()


def test_a_note_that_is_a_picture_goes_as_the_picture_and_is_stamped():
    scan, data = fax_of_two_pages()
    packet = made(letter(), (scan,), {CHART.source.id: data})
    assert packet.pages == 4
    for n in (1, 2):
        words = page_words(packet, 2 + n)
        assert "PHQ-9" not in words
        assert "Sertraline" not in words
        assert f"Exhibit A, page {n}" in words
        assert f"Packet page {2 + n} of 4" in words
        drawn = pypdfium2.PdfDocument(packet.body)[1 + n].render(scale=1).to_pil().convert("L")
        assert drawn.crop((80, 60, 530, 740)).getextrema()[0] < 60, "the line that was drawn on it"


def test_a_bound_picture_has_a_name_that_says_what_was_read_in_it():
    scan, data = fax_of_two_pages()
    with pikepdf.open(io.BytesIO(made(letter(), (scan,), {CHART.source.id: data}).body)) as pdf:
        root = pdf.Root.StructTreeRoot
        figures = [each for each in root.K[0].K if each.S == "/Figure"]
        assert [pdf.pages.index(pikepdf.Page(each.Pg)) for each in figures] == [2, 3]
        assert "Exhibit A: fax.tif, page 1, a picture. Read in it:" in str(figures[0].Alt)
        assert "PHQ-9 total 22" in str(figures[0].Alt)
        parents = pikepdf.NumberTree(root.ParentTree)
        for each in figures:
            assert parents[int(each.Pg.StructParents)][0].objgen == each.objgen
            marked = [
                str(part.operands[0]) for part in pikepdf.parse_content_stream(each.Pg) if str(part.operator) == "BDC"
            ]
            assert marked == ["/Figure"]
