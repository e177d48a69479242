"""FHIR R4 files (a bundle, one resource, or one a line) as a print-out: one resource a line, each value quotable.

Read by shape and not by profile, so that a partial or wrong resource still gives what it has: decoding whole
resources into typed structs loses all of one for a single wrong field.
"""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import html, plain
from wellfounded.wire.fhir_values import Link, Number, title, values
from wellfounded.wire.sheet import Attachment, Paper, Sheet

Resource = dict[str, Any]
DECODER = msgspec.json.Decoder(float_hook=Number)  # a number is quoted with the digits it was written in
BROKEN = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
DEPTH = 3  # bundles within bundles
AGAIN = "Export the chart again."


@dataclass(slots=True)
class Chart:
    """The resources of a file in its order, by the names they are referred to, and what was passed over."""

    resources: list[Resource] = field(default_factory=list)
    named: dict[str, Resource] = field(default_factory=dict)
    skipped: int = 0
    dangling: set[str] = field(default_factory=set)

    def link(self, reference: str, inside: Resource) -> Link:
        """Follow a reference from *inside* a resource; what is not in the file is counted and marked."""
        if reference.startswith("#"):
            held = next((one for one in _list(inside, "contained") if one.get("id") == reference[1:]), None)
            return Link("" if held is None else title(held), "", held)
        short = "/".join(reference.split("/_history", maxsplit=1)[0].rsplit("/", 2)[-2:])
        held = self.named.get(reference) or self.named.get(short)
        if held is None:
            self.dangling.add(reference)
            return Link("", f"{short} (not in this file)", None)
        return Link(title(held), name(held), held)


def name(resource: Resource) -> str:
    """Give a resource's name in references: its kind and id."""
    return f"{resource.get('resourceType')}/{resource.get('id', '')}"


def chart(data: bytes) -> Chart:
    """Read a file's resources; raises UnreadableDocument where it is no JSON at all."""
    found = Chart()
    try:
        _take(found, DECODER.decode(data), "", 0)
    except BROKEN:
        for line in plain.decode(data).split("\n"):
            try:
                _take(found, DECODER.decode(line), "", 0) if line.strip() else None
            except BROKEN:
                found.skipped += 1
        if not found.resources:
            raise UnreadableDocument("the FHIR file is malformed or cut short", hint=AGAIN) from None
    return found


def _take(found: Chart, resource: object, url: str, depth: int) -> None:
    if not isinstance(resource, dict) or not isinstance(resource.get("resourceType"), str):
        found.skipped += 1
    elif resource["resourceType"] == "Bundle" and depth < DEPTH:
        entries = resource.get("entry")
        for entry in entries if isinstance(entries, list) else ():
            held = entry if isinstance(entry, dict) else {}
            _take(found, held.get("resource"), str(held.get("fullUrl") or ""), depth + 1)
    else:
        found.resources.append(resource)
        found.named[name(resource)] = resource
        if url:
            found.named[url] = resource


def printout(found: Chart) -> tuple[str, list[tuple[Resource, int, int]]]:
    """Print a chart; give with the text each resource and where its line begins and ends.

    A line is `Kind/id | name: value | name: value`. Names are FHIR's elements without the type of a choice
    (`value`, `effective`); parts of an element follow a point, and repeated parts are numbered from 1
    (`component.2.value`). A code has its words under the element's name and its number under the code system's
    (`code`, `code.icd10cm`). A reference has the words of what it points to, and `.ref`. `printed` reads it back.
    """
    pieces: list[str] = []
    places: list[tuple[Resource, int, int]] = []
    at = 0
    for resource in found.resources:
        parts = [f"{key}: {value}" for key, value in values(resource, found.link)]
        line = " | ".join([name(resource), *parts])
        places.append((resource, at, at + len(line)))
        pieces.append(line + "\n")
        at += len(line) + 1
    return "".join(pieces), places


def paper(data: bytes) -> Paper:
    """Give the print-out as the first page, then each attached text as a page of its own; other files are attached."""
    found = chart(data)
    text, _ = printout(found)
    sheets, attached = [Sheet(text)], []
    for resource in found.resources:
        for number, (kind, content) in enumerate(_attachments(resource), 1):
            if kind in {"text/plain", "text/html"}:
                body = plain.decode(content)
                sheets.append(Sheet(f"{name(resource)}\n\n{html.text(body) if kind == 'text/html' else body}"))
            else:
                attached.append(Attachment(f"{name(resource).replace('/', '-')}-{number}", content))
    remarks = [f"{found.skipped} entries were not resources and were passed over"] if found.skipped else []
    if found.dangling:
        remarks.append(f"{len(found.dangling)} references point to resources that are not in the file")
    return Paper("application/fhir+json", tuple(sheets), tuple(remarks), tuple(attached))


def _attachments(resource: Resource) -> Iterator[tuple[str, bytes]]:
    held = [one.get("attachment") for one in _list(resource, "content")] + _list(resource, "presentedForm")
    for one in held:
        if isinstance(one, dict) and isinstance(one.get("data"), str):
            try:
                content = base64.b64decode(one["data"], validate=False)
            except (binascii.Error, ValueError):
                continue
            yield str(one.get("contentType") or "").split(";")[0].strip().lower(), content


def _list(resource: Resource, key: str) -> list[Resource]:
    held = resource.get(key)
    return [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a printed resource and where it stands in the text."""

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Printed:
    """One line of a print-out: a resource's kind and id, where it stands, and its fields in order."""

    kind: str
    id: str
    start: int
    end: int
    fields: tuple[Field, ...]

    def get(self, name_: str) -> Field | None:
        """Give the first field of a name, or none."""
        return next((one for one in self.fields if one.name == name_), None)


def printed(text: str) -> tuple[Printed, ...]:
    """Read a print-out back: what a reader that has only the document's text works from."""
    found: list[Printed] = []
    at = 0
    for line in text.partition("\f")[0].split("\n"):
        head, *parts = line.split(" | ")
        kind, slash, id_ = head.partition("/")
        place = at + len(head) + 3
        fields: list[Field] = []
        for part in parts:
            label, colon, value = part.partition(": ")
            if colon:
                start = place + len(label) + 2
                fields.append(Field(label, value, start, start + len(value)))
            place += len(part) + 3
        if slash and kind.isalpha():
            found.append(Printed(kind, id_, at, at + len(line), tuple(fields)))
        at += len(line) + 1
    return tuple(found)
