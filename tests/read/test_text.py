import hashlib
import json
import random
from contextlib import suppress
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
import typst
from PIL import Image

from wellfounded.errors import UnreadableDocument
from wellfounded.read.limits import Limits
from wellfounded.read.text import attached, document, every


def zipped(**members: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def word() -> bytes:
    out = BytesIO()
    made = docx.Document()
    made.add_paragraph("Text")
    made.save(out)
    return out.getvalue()


def mail(content: bytes, name: str = "inner.bin") -> bytes:
    message = EmailMessage()
    message["Subject"] = "Sent"
    message.set_content("Text\n")
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


ISA = "ISA*00*          *00*          *ZZ*S              *ZZ*R              *260301*1200*^*00501*000000001*0*P*:~"
SAMPLES = {
    "application/pdf": typst.compile(b"Text"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": word(),
    "application/zip": zipped(a=b"Text"),
    "application/rtf": rb"{\rtf1 Text}",
    "application/fhir+json": json.dumps({"resourceType": "Patient", "id": "Text"}).encode(),
    "application/edi-x12": (ISA + "GS*Text~").encode(),
    "application/cda+xml": b"<ClinicalDocument><title>Text</title></ClinicalDocument>",
    "message/rfc822": mail(b"x"),
    "text/html": b"<html><body>Text</body></html>",
    "text/plain": b"Text",
}


@pytest.mark.parametrize("media", SAMPLES)
def test_the_kind_is_told_from_the_bytes_and_never_from_the_name(media):
    read = document("wrong.extension", SAMPLES[media])
    assert read.source.media == media
    assert "Text" in read.text or media == "application/zip"


def test_the_id_is_the_hash_of_the_bytes():
    read = document("note.txt", b"Plan: Example\r\nMember: none\r\n")
    assert read.text == "Plan: Example\nMember: none\n"
    assert read.source.id == hashlib.sha256(b"Plan: Example\r\nMember: none\r\n").hexdigest()


def test_a_form_feed_starts_a_page_and_offsets_stay_true():
    read = document("note.txt", b"one\n\ftwo\n")
    assert [read.text[page.start : page.end] for page in read.pages] == ["one\n", "two\n"]
    assert read.quote(read.text.index("two"), len(read.text)).at.page == 2


def test_the_same_bytes_read_the_same():
    assert document("a", SAMPLES["application/pdf"]) == document("a", SAMPLES["application/pdf"])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\x00\n ", "empty"),
        (bytes(range(256)) * 20, "not a document of a known kind"),
        (b"\x1f\x8b\x08" + bytes(range(200)), "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked with a password or in an old Office"),
        (zipped(**{"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "Excel or PowerPoint"),
        (zipped(**{"word/document.xml": b" " * 40_000_000}), "grows .* times and the limit is 200"),
        (SAMPLES["application/pdf"][:900], "broken or cut short"),
        (b"\x89PNG\r\n\x1a\nbroken", "damaged, cut short or of an unknown kind"),
        (b'{"resourceType": "Bundle", "entry": [', "malformed or cut short"),
        (b"ISA*00*", "cut short"),
    ],
)
def test_bad_files_are_one_clear_sentence_that_opens_with_the_name(data, says):
    with pytest.raises(UnreadableDocument, match=f"^given.pdf: .*{says}") as raised:
        document("given.pdf", data)
    assert raised.value.hint
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("data", "limits", "says"),
    [
        (b"four", Limits(bytes=3), "4 bytes and the limit is 3"),
        (typst.compile(b"a #pagebreak() b"), Limits(pages=1), "2 pages and the limit is 1"),
        (zipped(a=b"1", b=b"2"), Limits(members=1), "2 files and the limit is 1"),
        (zipped(a=b"1" * 100), Limits(unpacked=10), "100 bytes and the limit is 10"),
        (mail(b"x"), Limits(attachments=0), "1 attachments and the limit is 0"),
    ],
)
def test_every_limit_is_named_when_it_is_met(data, limits, says):
    with pytest.raises(UnreadableDocument, match=says):
        document("x", data, limits)


def test_a_picture_over_its_limit_is_refused():
    out = BytesIO()
    Image.new("L", (100, 100)).save(out, "PNG")
    with pytest.raises(UnreadableDocument, match="10000 dots and the limit is 99"):
        document("x", out.getvalue(), Limits(pixels=99))


def test_attached_files_are_read_and_named_by_their_way():
    read = every("mail.eml", mail(zipped(**{"note.txt": b"Deep"}), "records.zip"))
    assert [one.source.path for one in read] == [
        "mail.eml",
        "mail.eml/records.zip",
        "mail.eml/records.zip/note.txt",
    ]
    assert read[2].text == "Deep"


def test_the_bytes_of_an_attached_file_are_found_by_its_way():
    data = mail(zipped(**{"note.txt": b"Deep"}), "records.zip")
    assert attached(data, "records.zip/note.txt") == b"Deep"
    assert attached(data, "records.zip/other.txt") == b""


def test_two_attached_files_of_one_name_are_told_apart():
    message = EmailMessage()
    message.set_content("Text\n")
    for content in (b"One", b"Two"):
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename="page.txt")
    read = every("m", message.as_bytes())
    assert [(one.source.path, one.text) for one in read[1:]] == [("m/page.txt", "One"), ("m/2-page.txt", "Two")]


def test_an_archive_that_begins_with_a_stored_pdf_is_an_archive():
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("a.pdf", SAMPLES["application/pdf"])
        archive.writestr("b.txt", b"Second")
    assert [one.source.path for one in every("two.zip", out.getvalue())] == [
        "two.zip",
        "two.zip/a.pdf",
        "two.zip/b.txt",
    ]


@pytest.mark.parametrize(
    "draw",
    [
        lambda dice: dice.randrange(256),
        lambda dice: dice.randrange(160, 256),
        lambda dice: dice.choice([dice.randrange(32, 127), dice.randrange(160, 256)]),
        lambda dice: dice.choice([0, dice.randrange(256)]),
    ],
    ids=["any byte", "high bytes", "half of each", "half noughts"],
)
def test_bytes_that_are_no_text_in_any_encoding_are_refused(draw):
    for seed in range(20):
        dice = random.Random(seed)  # noqa: S311 -- damage, not secrets
        with pytest.raises(UnreadableDocument):
            document("junk", bytes(draw(dice) for _ in range(400)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_full_of_accents_is_read_in_every_encoding_it_comes_in(encoding):
    words = "Þórður Jóhannsson: beiðni þín um aðgerð á hné var hafnað þann 3. júní."
    assert document("letter.txt", words.encode(encoding)).text == words


def test_an_attachment_that_cannot_be_read_is_a_remark():
    (read,) = every("mail.eml", mail(b"\x7fELF" + bytes(100)))
    assert read.remarks == ("mail.eml/inner.bin: the file is a program",)


def test_messages_within_messages_end_at_the_limit():
    data = b"Text"
    for _ in range(8):
        data = mail(data)
    read = every("m", data)
    assert len(read) == 5
    assert read[4].remarks == ("m" + "/inner.bin" * 5 + ": the file lies more than 4 files deep",)


def test_an_archive_of_archives_meets_the_limit_on_all_it_holds():
    inner = zipped(**{f"{n}.txt": b"x" for n in range(10)})
    read = every("a.zip", zipped(**{f"{n}.zip": inner for n in range(10)}), Limits(members=30))
    assert len(read) == 31
    assert any("limit of 30 attached files" in remark for one in read for remark in one.remarks)


@pytest.mark.parametrize("media", SAMPLES)
def test_a_damaged_file_is_read_or_refused_and_never_a_traceback(media):
    dice = random.Random(media)  # noqa: S311 -- damage, not secrets
    for _ in range(25):
        data = bytearray(SAMPLES[media])
        for _ in range(dice.choice((1, 3, 20))):
            place = dice.randrange(len(data))
            if dice.random() < 0.7:
                data[place] = dice.randrange(256)
            elif len(data) > 60:
                del data[place : place + dice.randrange(1, 40)]
        with suppress(UnreadableDocument):
            every("x", bytes(data))
