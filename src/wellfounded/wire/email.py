"""Electronic mail as text: the headers people read, the body, and the attached files by name."""

import re
from email import policy
from email.message import EmailMessage, Message, MIMEPart
from email.parser import BytesParser

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import html, plain
from wellfounded.wire.sheet import Attachment, Paper, Sheet

SHOWN = ("From", "To", "Cc", "Date", "Subject")


def paper(data: bytes, most: int) -> Paper:
    """Give a message as text with its attachments; messages attached to it are attachments too.

    Raises UnreadableDocument where it has more than *most* parts attached.
    """
    message = BytesParser(policy=policy.default).parsebytes(data)
    attached: list[Attachment] = []
    bodies: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    remarks: list[str] = []
    _walk(message, attached, bodies)
    if len(attached) > most:
        raise UnreadableDocument(
            f"the message has {len(attached)} attachments and the limit is {most}", hint="Save the files it needs."
        )
    if message.defects:
        remarks.append("the message is damaged and was read as far as it goes")
    lines = [f"{name}: {_header(message, name)}" for name in SHOWN if message.get(name)]
    body = "\n".join(bodies["text/plain"]) or "\n".join(bodies["text/html"])
    listed = [f"Attachment: {one.name}" for one in attached]
    text = "\n".join([*lines, "", body.strip("\n"), *([""] if listed else []), *listed]) + "\n"
    return Paper("message/rfc822", (Sheet(text),), tuple(remarks), tuple(attached))


def _walk(part: MIMEPart, attached: list[Attachment], bodies: dict[str, list[str]]) -> None:
    kind = part.get_content_type()
    if kind == "message/rfc822":
        inner = part.get_payload()
        for one in inner if isinstance(inner, list) else ():
            if isinstance(one, Message):
                attached.append(Attachment(f"message-{len(attached) + 1}.eml", one.as_bytes()))
    elif part.is_multipart():
        for one in part.iter_parts():
            _walk(one, attached, bodies)
    elif kind in bodies and part.get_content_disposition() != "attachment":
        text = _text(part)
        bodies[kind].append(html.text(text) if kind == "text/html" else text)
    else:
        name = part.get_filename() or f"part-{len(attached) + 1}"
        attached.append(Attachment(re.sub(r"[\x00-\x1f/\\]", "_", name), _bytes(part)))


def _bytes(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: MIMEPart) -> str:
    raw = _bytes(part)
    try:
        return plain.tidy(raw.decode(part.get_content_charset() or "utf-8"))
    except (LookupError, UnicodeDecodeError):
        return plain.decode(raw)


def _header(message: EmailMessage, name: str) -> str:
    return re.sub(r"\s+", " ", str(message.get(name))).strip()
