from email.message import EmailMessage

import pytest

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import email, html, plain, rtf, signs, xml


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("café – 5 µg".encode(), "café – 5 µg"),
        (b"\xef\xbb\xbfa\r\nb\rc", "a\nb\nc"),
        ("née".encode("utf-16"), "née"),
        ("née".encode("utf-16-le"), "née"),
        ("plan – “yes”".encode("cp1252"), "plan – “yes”"),
        ("The memberâ€™s plan â‰¥ 8 weeks, cafÃ©, 5 Âµg".encode(), "The member’s plan ≥ 8 weeks, café, 5 µg"),
        ("São Paulo, Ângela, Škoda, â la".encode(), "São Paulo, Ângela, Škoda, â la"),
        (b"a\x00b\x07c\fd", "abc\fd"),
    ],
)
def test_text_is_read_whatever_wrote_it(data, text):
    assert plain.decode(data) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One\n two</p><p>three</p>", "One two\n\nthree\n"),
        (
            "<table><tr><td>Code</td><td>90867</td></tr><tr><td>Use</td><td>first</td></tr></table>",
            "Code\t90867\nUse\tfirst\n",
        ),
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n  • b\n2. c\n"),
        ("<div>seen<span style='display: none'>not</span></div><script>x</script>", "seen\n"),
        ("<input type=checkbox checked>Expedited<br><input type=checkbox>Standard", "☒ Expedited\n☐ Standard\n"),
        ("5 &lt; 6 &amp; 7 &ge; 3", "5 < 6 & 7 ≥ 3\n"),
        ("<p>broken <b>markup", "broken markup\n"),
    ],
)
def test_html_is_read_as_a_person_sees_it(source, text):
    assert html.text(source) == text


def test_rich_text_is_read():
    source = (
        rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\*\generator x;}\pard Plan\'92s \b decision\b0\par "
        rb"\u8805?8 weeks\tab yes\par A\cell B\cell\row}"
    )
    assert rtf.text(source) == "Plan’s decision\n≥8 weeks\tyes\nA\tB\n"


def letter() -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "plan@example.org", "clinic@example.org", "Decision"
    message.set_content("See the letter.\n")
    message.add_alternative("<p>See the <b>letter</b>.</p>", subtype="html")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="../denial.pdf")
    return message


def test_a_message_is_its_headers_body_and_attachments():
    data = letter().as_bytes()
    assert signs.is_email(data)
    paper = email.paper(data, 10)
    assert paper.sheets[0].text == (
        "From: plan@example.org\nTo: clinic@example.org\nSubject: Decision\n\nSee the letter.\n\n"
        "Attachment: .._denial.pdf\n"
    )
    assert [(one.name, one.data) for one in paper.attachments] == [(".._denial.pdf", b"%PDF-1.7")]


def test_a_forwarded_message_is_an_attachment():
    outer = EmailMessage()
    outer["Subject"] = "Fwd"
    outer.set_content("below")
    outer.add_attachment(letter())
    (inner,) = email.paper(outer.as_bytes(), 10).attachments
    assert inner.name == "message-1.eml"
    assert b"Subject: Decision" in inner.data


def test_html_alone_is_the_body():
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content("<p>Only html</p>", subtype="html")
    assert "Only html" in email.paper(message.as_bytes(), 1).sheets[0].text


def test_too_many_attachments_are_refused():
    with pytest.raises(UnreadableDocument, match="limit is 0"):
        email.paper(letter().as_bytes(), 0)


@pytest.mark.parametrize("memo", [b"From: Dr. A\nTo: file\nSubject: visit\n\nText", b"Dear plan:\n\nMIME-Version: no"])
def test_a_memo_is_no_message(memo):
    assert not signs.is_email(memo)


def test_an_xml_bomb_is_refused_before_it_grows():
    bomb = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(UnreadableDocument, match="document type"):
        xml.parse(bomb)
