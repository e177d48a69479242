"""Your data: where it is, copies of it, one case out of it, and deleting; the address book."""

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from wellfounded.clinic import clock, sealing
from wellfounded.clinic.acts import cases, letters, sending
from wellfounded.clinic.acts.events import tell
from wellfounded.clinic.models import Address, Event, Matter
from wellfounded.clinic.reading import walking
from wellfounded.clinic.showing import timeline
from wellfounded.clinic.views.base import matter_of, me, page, posted
from wellfounded.errors import InputError
from wellfounded.pipeline import Tour


def data(request: HttpRequest) -> HttpResponse:
    """Show where everything is, and how to copy it."""
    held = Matter.objects.filter(access__person=me(request))
    place = clock.place()
    context = {"root": place.root, "sealed": place.sealed, "open": place.scratch(), "cases": held}
    context["samples"] = held.exclude(sample="")
    return render(request, "desk/data.html", context)


def export(request: HttpRequest, token: str) -> HttpResponse:
    """Give the case as a case folder (zip): the command line runs it to the same letter."""
    matter = matter_of(request, token)
    files: dict[str, bytes] = {}
    version, walk = letters.current(matter), walking.now(matter, me(request), patience=20.0)
    if version is not None:
        files["letter.json"] = version.content.encode()
        files["letter.pdf"] = letters.document(version, "pdf")
        if isinstance(walk, Tour):
            files["packet.pdf"] = sending.bound(version, walk, matter).body
        signed = [
            {"by": s.by.name, "part": s.part, "says": s.says, "signature": s.signature, "public_key": s.public_key}
            for s in letters.signatures(version)
        ]
        files["signatures.json"] = msgspec.json.format(msgspec.json.encode(signed), indent=2)
    events = Event.objects.filter(matter=matter).select_related("by")
    told = [{"at": line.at, "who": line.who, "says": line.says} for line in timeline.lines(events)]
    files["history.json"] = msgspec.json.format(msgspec.json.encode(told), indent=2)
    tell(matter, me(request), "exported")
    response = HttpResponse(sealing.exported(cases.folder(matter), files), "application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="case-{matter.token}.zip"'
    return response


def delete(request: HttpRequest, token: str) -> HttpResponse:
    """Ask, then delete the case, its papers, letters, events and packets for good."""
    matter = matter_of(request, token, "change")
    if request.method == "POST":
        if posted(request, "sure", 20).casefold() != "delete":
            raise InputError("the word was not typed", hint="Type the word delete, or leave the case.")
        cases.delete(matter)
        return redirect("data")
    return page(request, "desk/delete.html", matter, tab="")


def addresses(request: HttpRequest) -> HttpResponse:
    """Show the address book, by plan."""
    return render(request, "desk/addresses.html", {"held": Address.objects.select_related("by"), "on": clock.today()})


@require_POST
def keep_address(request: HttpRequest) -> HttpResponse:
    """Keep an address with the plan it holds for and where it was found, or take one out."""
    if (gone := posted(request, "gone", 12)).isdecimal():
        Address.objects.filter(pk=int(gone)).delete()
        return redirect("addresses")
    payer, address, source = (
        posted(request, "payer", 200),
        posted(request, "address", 300),
        posted(request, "source", 300),
    )
    if not (payer and address and source):
        raise InputError("an address has a payer, and a source where it was found", hint="Fill in all three.")
    means = posted(request, "means", 20)
    if means not in {"fax", "mail", "email", "portal"}:
        raise InputError("an address is of fax, mail, email or portal", hint="Choose one.")
    Address.objects.create(
        payer=payer,
        plan=posted(request, "plan", 200),
        means=means,
        address=address,
        source=source,
        found=clock.today(),
        by=me(request),
    )
    return redirect("addresses")
