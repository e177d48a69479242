from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import pdf
from wellfounded.wire.scan import Picture, Scan


def unread(_: Picture) -> Scan:
    return Scan((), (), 0.0)


def changed(data: bytes, **how) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened:
        opened.save(out, **how)
    return out.getvalue()


def picture_page() -> bytes:
    out = BytesIO()
    Image.new("L", (850, 1100), 255).save(out, "PDF")
    return out.getvalue()


def test_bad_files_are_one_clear_sentence_each(typeset):
    whole = typeset("Text")
    for data, says in [
        (changed(whole, encryption=pikepdf.Encryption(owner="o", user="u")), "encrypted"),
        (whole[: len(whole) // 3], "broken or cut short"),
        (b"%PDF-1.7\n", "broken or cut short"),
    ]:
        with pytest.raises(UnreadableDocument, match=says) as raised:
            pdf.paper(data, 10, unread)
        assert raised.value.hint


def test_an_owner_password_alone_does_not_stop_reading(typeset):
    locked = changed(typeset("Text"), encryption=pikepdf.Encryption(owner="o", user=""))
    assert pdf.paper(locked, 10, unread).sheets[0].text == "Text\n"


def test_more_pages_than_the_limit_are_refused(typeset):
    with pytest.raises(UnreadableDocument, match="2 pages and the limit is 1"):
        pdf.paper(typeset("a #pagebreak() b"), 1, unread)


def test_a_page_that_is_a_picture_is_marked_as_scanned(typeset):
    sheet = pdf.paper(picture_page(), 10, unread).sheets[0]
    assert (sheet.text, sheet.scanned) == ("", True)
    assert not pdf.paper(typeset("Text"), 10, unread).sheets[0].scanned


def test_the_boxes_of_a_passage_lie_on_its_words(typeset):
    data = typeset("First line here\n\n#h(100pt) Needle and thread\n")
    text = "".join(pdf.paper(data, 10, unread).sheets[0].text.split())
    first = text.index("Needle")
    (box,) = pdf.boxes(data, 1, [(first, first + len("Needleand"))])[0]
    assert 171 < box.x0 < 173
    assert box.x0 < box.x1 < 260
    assert 10 < box.y1 - box.y0 < 13


def test_a_passage_over_two_lines_has_two_boxes(typeset):
    data = typeset("<long>")
    text = "".join(pdf.paper(data, 10, unread).sheets[0].text.split())
    boxes = pdf.boxes(data, 1, [(0, len(text))])[0]
    assert len(boxes) == 2
    assert boxes[0].y0 < boxes[1].y0


def test_a_page_can_be_seen(typeset):
    picture = Image.open(BytesIO(pdf.image(typeset("Text"), 1, scale=0.5)))
    assert picture.size == (306, 396)


def form(typeset) -> bytes:
    out = BytesIO()
    with pikepdf.open(
        BytesIO(typeset("Member ID: #v(1em) #h(20pt) Expedited review #v(2em) #h(20pt) Standard review"))
    ) as made:
        name, dictionary, array = pikepdf.Name, pikepdf.Dictionary, pikepdf.Array
        font = dictionary(Type=name.Font, Subtype=name.Type1, BaseFont=name.Helvetica)

        def looks(content: bytes) -> pikepdf.Stream:
            stream = pikepdf.Stream(made, content)
            stream.Type, stream.Subtype, stream.BBox = name.XObject, name.Form, array([0, 0, 200, 14])
            stream.Resources = dictionary(Font=dictionary(F=font))
            return stream

        def field(kind: pikepdf.Name, rect: list[int], **more) -> pikepdf.Object:
            base = dictionary(Type=name.Annot, Subtype=name.Widget, FT=kind, F=4, Rect=array(rect), **more)
            return made.make_indirect(base)

        filled = looks(b"BT /F 10 Tf 2 3 Td (XYZ0001234) Tj ET")
        boxes = dictionary(Yes=looks(b""), Off=looks(b""))
        fields = array(
            [
                field(name.Tx, [150, 707, 350, 721], V=pikepdf.String("XYZ0001234"), AP=dictionary(N=filled)),
                field(name.Btn, [75, 688, 87, 700], AS=name.Yes, AP=dictionary(N=boxes)),
                field(name.Btn, [75, 648, 87, 660], AS=name.Off, AP=dictionary(N=boxes)),
            ]
        )
        made.pages[0].obj.Annots = fields
        made.Root.AcroForm = dictionary(Fields=fields)
        made.save(out)
    return out.getvalue()


def test_what_was_filled_into_a_form_is_read(typeset):
    text = " ".join(pdf.paper(form(typeset), 10, unread).sheets[0].text.split())
    assert text == "Member ID: XYZ0001234 ☒ Expedited review ☐ Standard review"


def test_words_another_program_laid_under_a_scan_are_taken_and_marked():
    out = BytesIO()
    with pikepdf.open(BytesIO(picture_page())) as made:
        page = made.pages[0]
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.obj.Resources.Font = pikepdf.Dictionary(F=font)
        page.contents_add(b"BT 3 Tr /F 12 Tf 72 700 Td (Member ID: XYZ0001234) Tj ET")
        made.save(out)
    sheet = pdf.paper(out.getvalue(), 10, unread).sheets[0]
    assert (sheet.text.strip(), sheet.scanned, sheet.confidence) == ("Member ID: XYZ0001234", True, pdf.HIDDEN)


def test_a_scan_with_a_fax_line_typed_on_it_is_still_read_as_a_scan():
    asked = []
    out = BytesIO()
    with pikepdf.open(BytesIO(picture_page())) as made:
        page = made.pages[0]
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.obj.Resources.Font = pikepdf.Dictionary(F=font)
        page.contents_add(b"BT /F 8 Tf 72 780 Td (03/04/2026 10:15 From: Example Plan P. 2/5) Tj ET")
        made.save(out)

    def reader(picture: Picture) -> Scan:
        asked.append(picture)
        return Scan((), (), 0.5)

    assert pdf.paper(out.getvalue(), 10, reader).sheets[0].confidence == 0.5
    assert 0.99 < asked[0].across / asked[0].down < 1.01
