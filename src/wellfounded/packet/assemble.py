"""Bind cover, letter and exhibits as one PDF whose marks lead to the lines they rest on."""

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf

from wellfounded.model.document import Document
from wellfounded.model.letter import Enclosure, Letter
from wellfounded.model.packet import Exhibit, Packet
from wellfounded.packet.cover import cover
from wellfounded.packet.figures import name
from wellfounded.packet.places import Place, places
from wellfounded.packet.stamp import Stamp, press
from wellfounded.packet.typed import Bound, bind


def assemble(
    letter: Letter,
    linked: bytes,
    documents: tuple[Document, ...],
    files: Mapping[str, bytes],
    forms: Sequence[tuple[str, bytes]] = (),
) -> Packet:
    """Bind *letter*, rendered as *linked* (its marks keep their targets), with the documents it encloses.

    *forms* (title and PDF) stand between the letter and its exhibits.
    *files* gives each document's bytes by source id. Only the pages an enclosure names are bound. The letter is the
    base file so that its tags survive; the packet claims neither PDF/UA nor PDF/A, for the exhibits may not keep them.
    The packet's id is the sha-256 of its bytes.
    """
    held = {document.source.id: document for document in documents}
    quoted = [quote for sentence in letter.sentences for quote in sentence.quotes]
    bound = [(e, bind(held[e.source], files[e.source], quoted)) for e in letter.enclosures if e.source in held]  # type: ignore[index]  # a SourceId is text
    with Pdf.open(io.BytesIO(linked)) as packet:
        letter_pages = len(packet.pages)
        added = tuple(_formed(packet, forms))
        exhibits, kept = _plan(bound, first=len(packet.pages) + 1)
        total = len(packet.pages) + sum(len(pages) for pages in kept)
        lead, front = _fronted(letter, added, exhibits, letter_pages, total)
        added, exhibits, total = _later(added, lead), _later(exhibits, lead), total + lead
        opened = [Pdf.open(io.BytesIO(b.pdf)) for _, b in bound]
        for pdf, pages in zip(opened, kept, strict=True):
            for number in pages:
                packet.pages.append(pdf.pages[number - 1])
        with Pdf.open(io.BytesIO(front)) as held_front:
            for n, page in enumerate(held_front.pages):
                packet.pages.insert(n, page)
        found = dict(places(letter, bound, exhibits, kept))
        _link(packet, lead, letter_pages, found)
        for exhibit, pages, (_, each) in zip(exhibits, kept, bound, strict=True):
            for n, original in enumerate(pages):
                page = packet.pages[exhibit.first - 1 + n]
                if each.names:
                    name(packet, page, f"Exhibit {exhibit.label}: {each.names[original - 1]}")
                mine = tuple(place for place in found.values() if place.page == exhibit.first + n)
                press(packet, page, Stamp(f"Exhibit {exhibit.label}, page {original}", exhibit.first + n, total, mine))
        _outline(packet, letter.title, lead, added, exhibits)
        _disclaim(packet, letter.title)
        out = io.BytesIO()
        packet.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        for pdf in opened:
            pdf.close()
    body = out.getvalue()
    return Packet(hashlib.sha256(body).hexdigest(), body, exhibits, total)


def _fronted(
    letter: Letter, forms: tuple[Exhibit, ...], exhibits: tuple[Exhibit, ...], letter_pages: int, total: int
) -> tuple[int, bytes]:
    """Set the cover over pages counted without it; gives how many pages it fills, and its bytes.

    A long list of exhibits fills more than one page, and every page after it stands as many later.
    """
    lead = 1
    while True:
        later = (_later(forms, lead), _later(exhibits, lead))
        front = cover(letter, *later, lead=lead, letter_pages=letter_pages, total=total + lead)
        with Pdf.open(io.BytesIO(front)) as held:
            if len(held.pages) <= lead:
                return len(held.pages), front
            lead = len(held.pages)


def _later(parts: tuple[Exhibit, ...], lead: int) -> tuple[Exhibit, ...]:
    return tuple(replace(each, first=each.first + lead, last=each.last + lead) for each in parts)


def _plan(bound: list[tuple[Enclosure, Bound]], first: int) -> tuple[tuple[Exhibit, ...], list[list[int]]]:
    """Say which PDF pages of each exhibit are bound, and which pages they fill, counted from *first*."""
    exhibits: list[Exhibit] = []
    kept: list[list[int]] = []
    for enclosure, held in bound:
        wanted = enclosure.pages or tuple(held.leaves)
        pages = [leaf.page for page in wanted for leaf in held.leaves.get(page, ())]
        kept.append(pages)
        exhibits.append(Exhibit(enclosure.exhibit, enclosure.title, enclosure.source, first, first + len(pages) - 1))
        first += len(pages)
    return tuple(exhibits), kept


def _link(packet: Pdf, lead: int, letter_pages: int, found: Mapping[str, Place]) -> None:
    """Turn each mark's target in the letter into a link within the packet; a mark whose page is left out loses it."""
    for page in packet.pages[lead : lead + letter_pages]:
        for note in page.obj.get("/Annots", Array()):
            target = str(note.get("/A", Dictionary()).get("/URI", ""))
            if not target.startswith("exhibit:"):
                continue
            del note["/A"]
            if place := found.get(target):
                to = packet.pages[place.page - 1]
                down = place.boxes[0].y0 - 20 if place.boxes else 0.0
                note.Dest = Array([to.obj, Name.XYZ, 0, float(to.cropbox.as_list()[3]) - down, 0])


def _formed(packet: Pdf, forms: Sequence[tuple[str, bytes]]) -> Iterator[Exhibit]:
    """Add the pages of each form, and say which pages it fills, counted without the cover."""
    for title, pdf in forms:
        first = len(packet.pages) + 1
        with Pdf.open(io.BytesIO(pdf)) as held:
            packet.pages.extend(held.pages)
        yield Exhibit("", title, "", first, len(packet.pages))


def _outline(packet: Pdf, title: str, lead: int, forms: tuple[Exhibit, ...], exhibits: tuple[Exhibit, ...]) -> None:
    with packet.open_outline() as outline:
        outline.root.clear()
        outline.root.extend(_entries(title, lead, forms, exhibits))


def _entries(title: str, lead: int, forms: tuple[Exhibit, ...], exhibits: tuple[Exhibit, ...]) -> Iterator[OutlineItem]:
    yield OutlineItem("Cover and contents", 0)
    yield OutlineItem(title, lead)
    for form in forms:
        yield OutlineItem(f"Form: {form.title}", form.first - 1)
    for exhibit in exhibits:
        yield OutlineItem(f"Exhibit {exhibit.label}: {exhibit.title}", exhibit.first - 1)


def _disclaim(packet: Pdf, title: str) -> None:
    """Take the letter's claims to PDF/UA and PDF/A back: its exhibits may keep neither."""
    del packet.Root.Metadata
    with packet.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as held:
        held["dc:title"] = title
