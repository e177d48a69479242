"""C-CDA documents (XML) as text: who and when first, then each section's title and its narrative as printed."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import xml
from wellfounded.wire.sheet import Attachment, Paper, Sheet

ROOT = "ClinicalDocument"
DEEP = 8  # sections within sections


def paper(data: bytes) -> Paper:
    """Give a document's header and sections as text; a body that is a file inside the XML comes back attached.

    Raises UnreadableDocument where the XML is malformed, declares a document type, or is no clinical document.
    """
    root = xml.parse(data)
    if root.tag != ROOT:
        raise UnreadableDocument("the XML is not a clinical document", hint="Give a C-CDA, a FHIR bundle or a PDF.")
    lines = [f"{label}: {words}" for label, words in _header(root) if words]
    for section in root.findall("component/structuredBody/component/section"):
        lines += _section(section, 0)
    attached: list[Attachment] = []
    plain = root.find("component/nonXMLBody/text")
    if plain is not None and plain.get("representation") == "B64":
        attached.append(Attachment("body", xml.unpacked("".join(plain.itertext()))))
    elif plain is not None:
        lines += ["", "".join(plain.itertext()).strip()]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"
    return Paper("application/cda+xml", (Sheet(text),), (), tuple(attached))


def _header(root: Element) -> Iterator[tuple[str, str]]:
    yield "Document", _words(root.find("title"))
    yield "Date", _day(root.find("effectiveTime"))
    role = root.find("recordTarget/patientRole")
    if role is not None:
        yield "Patient", _name(role.find("patient/name"))
        yield "Date of birth", _day(role.find("patient/birthTime"))
        sex = role.find("patient/administrativeGenderCode")
        yield "Sex", "" if sex is None else sex.get("displayName") or sex.get("code") or ""
        ids = [one.get("extension") or "" for one in role.findall("id")]
        yield "Patient ID", ", ".join(filter(None, ids))
        yield "Address", ", ".join(filter(None, (_words(part) for part in role.findall("addr[1]/*"))))
    for author in root.findall("author/assignedAuthor"):
        name = _name(author.find("assignedPerson/name"))
        yield "Author", name or _words(author.find("assignedAuthoringDevice/softwareName"))
    yield "Organization", _words(root.find("custodian/assignedCustodian/representedCustodianOrganization/name"))
    visit = root.find("componentOf/encompassingEncounter/effectiveTime")
    if visit is not None:
        days = [_day(visit), _day(visit.find("low")), _day(visit.find("high"))]
        yield "Encounter", " to ".join(dict.fromkeys(filter(None, days)))


def _section(section: Element, depth: int) -> list[str]:
    title = _words(section.find("title"))
    code = section.find("code")
    lines = ["", title or ("" if code is None else code.get("displayName") or "Section")]
    text = section.find("text")
    if text is not None:
        lines += _tidy("".join(_narrative(text, 0)))
    if depth < DEEP:
        for inner in section.findall("component/section"):
            lines += _section(inner, depth + 1)
    return lines


def _tidy(text: str) -> list[str]:
    lines = [re.sub(r"[ \r\n]+", " ", line).strip(" ").replace("\x01", "  ") for line in text.split("\x02")]
    return [line.rstrip() for line in lines if line.strip()]


def _narrative(element: Element, depth: int) -> Iterator[str]:
    """Give narrative text with control characters for line ends (2) and indents (1); the file's white is nothing."""
    yield element.text or ""
    number = 0
    for child in element:
        if child.tag in {"paragraph", "caption", "table", "list", "tr", "item", "br"}:
            yield "\x02"
        if child.tag == "item":
            number += 1
            mark = f"{number}." if element.get("listType") == "ordered" else "•"
            yield "\x01" * depth + mark + " "
        if child.tag in {"td", "th"} and number:
            yield "\t"
        number += child.tag in {"td", "th"}
        yield from _narrative(child, depth + (child.tag == "item"))
        if child.tag in {"paragraph", "caption", "table", "list", "tr", "item"}:
            yield "\x02"
        yield child.tail or ""


def _words(element: Element | None) -> str:
    return "" if element is None else xml.words(element)


def _name(element: Element | None) -> str:
    if element is None or not len(element):
        return _words(element)
    parts = [_words(part) for part in element if part.tag in {"prefix", "given", "family"}]
    return ", ".join(filter(None, (" ".join(filter(None, parts)), *(_words(one) for one in element.findall("suffix")))))


def _day(element: Element | None) -> str:
    """Give an HL7 time as an ISO date of its own precision."""
    digits = re.match(r"(\d{4})(\d\d)?(\d\d)?", "" if element is None else element.get("value") or "")
    return "" if digits is None else "-".join(filter(None, digits.groups()))
