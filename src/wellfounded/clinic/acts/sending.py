"""Choose the pages, bind the packet, send it once by one means, and keep the proof."""

import hashlib
import threading
from dataclasses import replace
from email.message import EmailMessage
from email.utils import format_datetime

from django.db import transaction

from wellfounded import pipeline
from wellfounded.clinic import clock
from wellfounded.clinic.acts import cases, letters, outbox
from wellfounded.clinic.acts.events import tell
from wellfounded.clinic.letters import kept, signing
from wellfounded.clinic.models import Matter, Person, Pick, Sending, Task, Version
from wellfounded.clinic.showing import consent, official, papers
from wellfounded.clinic.showing.held import data
from wellfounded.errors import DeliveryRefused, InputError
from wellfounded.model.letter import Enclosure, Letter
from wellfounded.model.packet import Packet
from wellfounded.pipeline import Tour

ONE_AT_A_TIME = threading.Lock()  # two presses at one moment must not lay one job ready twice
MEANS = ("print", "email", "fax", "portal")
AFTER = {  # what may follow what: a packet that may have arrived is never sent again by the same key
    "ready": ("sent", "refused"),
    "sent": ("confirmed", "refused", "deferred", "unknown"),
    "deferred": ("sent", "confirmed", "refused", "unknown"),
    "unknown": ("confirmed", "refused"),
    "refused": ("confirmed",),
    "confirmed": (),
}


def pick(matter: Matter, by: Person, source: str, page: int, *, goes: bool, why: str) -> None:
    """Say whether one page goes with the letter, and why; raises InputError without a reason."""
    if not why.strip():
        raise InputError("a page goes, or stays, for a reason", hint="Write it in a few words.")
    told = {"goes": goes, "why": why.strip()[:300], "by": by, "at": clock.now()}
    with transaction.atomic():
        Pick.objects.update_or_create(matter=matter, source=source, page=page, defaults=told)
        tell(matter, by, "picked", page=page, goes=int(goes))


def say_consent(matter: Matter, by: Person, words: str) -> None:
    """Keep a person's word that the patient's signed consent is on file; raises InputError where it says nothing."""
    if not words.strip():
        raise InputError("a word about the consent says where and of which day it is", hint="Write it in a few words.")
    says = " ".join(words.split())[:300]
    told = {"goes": False, "why": says, "by": by, "at": clock.now()}
    with transaction.atomic():
        Pick.objects.update_or_create(matter=matter, source=consent.SAID, page=0, defaults=told)
        Task.objects.filter(matter=matter, key=consent.SAID, done=None).update(done=clock.now())
        tell(matter, by, "consent", words=says)


def send_form(matter: Matter, by: Person, name: str, *, goes: bool) -> None:
    """Keep whether an official form goes with empty lines in it."""
    told = {"goes": goes, "why": "with its empty lines" if goes else "left out", "by": by, "at": clock.now()}
    with transaction.atomic():
        Pick.objects.update_or_create(matter=matter, source=f"{official.FORM}{name}"[:64], page=0, defaults=told)
        tell(matter, by, "form", form=name.replace("_", " "), goes=int(goes))


def picked(letter: Letter, matter: Matter, tour: Tour) -> Letter:
    """Give the letter with the enclosed pages that people chose; the letter itself where nobody chose otherwise."""
    chosen = {(p.source, p.page): p.goes for p in Pick.objects.filter(matter=matter)}
    held: list[Enclosure] = []
    for each in letter.enclosures:
        total = next((d.source.pages for d in tour.case.documents if d.source.id == each.source), 0)
        own = set(each.pages or range(1, total + 1))
        pages = tuple(n for n in range(1, total + 1) if chosen.get((each.source, n), n in own))
        if not total or pages:
            held.append(replace(each, pages=() if len(pages) == total else pages))
    same = [(e.source, e.pages) for e in held] == [(e.source, e.pages) for e in letter.enclosures]
    return letter if same else replace(letter, enclosures=tuple(held))


def repick(matter: Matter, by: Person, version: Version, tour: Tour) -> Version:
    """Keep a new version where the pages chosen are not those the letter lists: the list is part of the letter."""
    letter = kept.letter(version)
    changed = picked(letter, matter, tour)
    return version if changed is letter else letters.relist(matter, by, version, changed)


def bound(version: Version, tour: Tour, matter: Matter) -> Packet:
    """Bind cover, letter and exhibits with the pages as they are chosen now.

    A signed letter says when and by whom, as the signature record does; one whose pages were chosen otherwise since is
    bound as it would leave once it is signed anew.
    """
    stood = kept.letter(version)
    chosen = picked(stood, matter, tour)
    letter = signed_letter(version) if chosen is stood else chosen
    folder = cases.folder(matter)
    used = {each.source for each in letter.enclosures}
    with papers.ONE_AT_A_TIME:
        files = {str(d.source.id): data(folder, d) for d in tour.case.documents if d.source.id in used}
        return pipeline.bind(replace(tour, letter=letter), files, without=official.left_out(letter, tour.case, matter))


def signed_letter(version: Version) -> Letter:
    """Give the letter with a line under its closing for each signature that holds."""
    letter = kept.letter(version)
    lines = [
        f"Signed electronically by {each.by.name}, {signing.moment(each.says):%Y-%m-%d %H:%M %Z}, "
        f"record {record(each.signature)}"
        for each in letters.signatures(version)
    ]
    return replace(letter, closing="\n".join([letter.closing, *lines])) if lines else letter


def record(signature: str) -> str:
    """Give a signature's short name, as it is printed."""
    return hashlib.sha256(signature.encode()).hexdigest()[:12]


def send(matter: Matter, by: Person, version: Version, tour: Tour, means: str, address: str) -> tuple[Sending, bool]:
    """Put the packet where *means* takes it from; gives the sending, and whether it is new: a key is sent once.

    Raises InputError for a letter that is not signed as it stands, and StorageError where the disk refuses.
    """
    address = " ".join(address.split())
    if means not in MEANS or not address:
        raise InputError("a sending has a means and an address", hint="Choose both.")
    if not letters.signed(version):
        raise InputError("the letter is not signed as it stands", hint="Sign it first.")
    stood = kept.letter(version)
    if picked(stood, matter, tour) is not stood:
        raise InputError(
            "the pages chosen are not those the signed letter lists", hint="Make the new version, and sign that."
        )
    held = bound(version, tour, matter)
    job = outbox.job(held.id, address)
    with ONE_AT_A_TIME:
        before = Sending.objects.filter(matter=matter, packet=held.id, means=means, address=address).first()
        if before is not None:
            return before, False
        clock.place().keep(held.id, held.body)
        if means == "fax":
            outbox.stage(job, held.body, address)
        with transaction.atomic():
            made = Sending.objects.create(
                matter=matter,
                version=version,
                packet=held.id,
                pages=held.pages,
                means=means,
                address=address,
                at=clock.now(),
                by=by,
            )
            tell(matter, by, "ready", means=means, pages=held.pages)
        outbox.hand_over(job)
    return made, True


def mark(sending: Sending, by: Person, state: str, trace: str = "") -> None:
    """Say what became of a sending; raises DeliveryRefused for a step that cannot follow."""
    trace = " ".join(trace.split())[:200]
    if state not in AFTER[sending.state]:
        raise DeliveryRefused(
            f"a sending that is {sending.state} cannot become {state}", hint="Prepare a new one if it must go again."
        )
    if state == "confirmed" and not trace:
        raise InputError("a confirmation has a number, a name or a time", hint="Write what proves it arrived.")
    with transaction.atomic():
        Sending.objects.filter(pk=sending.pk).update(state=state, trace=trace or sending.trace)
        tell(sending.matter, by, state, means=sending.means, trace=trace)
        if state in {"sent", "confirmed"}:
            Matter.objects.filter(pk=sending.matter_id).update(standing="sent")


def watched() -> int:
    """Take in what a fax program left: `<job>.sent` or `<job>.failed` beside the job; gives how many were settled."""
    settled = 0
    for sending in Sending.objects.filter(means="fax", state__in=("ready", "sent", "deferred")).select_related("by"):
        job = outbox.job(sending.packet, sending.address)
        told = outbox.report(job)
        if told is not None:
            state, trace = told
            if sending.state == "ready" and state == "confirmed":
                mark(sending, sending.by, "sent")
                sending.refresh_from_db()
            mark(sending, sending.by, state, trace)
            outbox.take_away(job)
            settled += 1
    return settled


def mail(sending: Sending, letter: Letter) -> bytes:
    """Give an e-mail with the packet attached, to open in a mail program and send from there."""
    message = EmailMessage()
    message["Subject"] = letter.title  # no name: subjects travel open
    message["To"] = sending.address
    message["Date"] = format_datetime(sending.at)
    message["X-Unsent"] = "1"
    message.set_content(f"{letter.salutation}\n\nPlease see the attached {sending.pages} pages.\n")
    body = clock.place().kept(sending.packet) or b""
    message.add_attachment(body, maintype="application", subtype="pdf", filename="packet.pdf")
    return message.as_bytes()
