"""Sending: which pages go and why, exactly what leaves, by which means, and the proof."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from wellfounded.clinic import clock
from wellfounded.clinic.acts import cases, letters, sending
from wellfounded.clinic.letters import kept
from wellfounded.clinic.models import Pick, Sending
from wellfounded.clinic.showing import consent, doors, handed, official, pages, papers
from wellfounded.clinic.views.base import matter_of, me, page, posted, tour_of
from wellfounded.pipeline import Tour


def send(request: HttpRequest, token: str) -> HttpResponse:
    """Show the pages, the doors of this plan, and what was sent."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter)
    if not isinstance(tour, Tour):
        return tour
    version = letters.current(matter)
    if version is None:
        return page(request, "desk/noletter.html", matter, tab="send", stops=tour.brief.stops, asks=tour.brief.asks)
    sending.watched()
    letter = kept.letter(version)
    context = {
        "letter": letter,
        "signed": letters.signed(version),
        "groups": pages.groups(letter, tour, list(Pick.objects.filter(matter=matter)), cases.folder(matter)),
        "changed": sending.picked(letter, matter, tour) is not letter,
        "doors": doors.doors(tour.case, tour.on),
        "forms": official.forms(letter, tour.case, matter),
        "consent": consent.consent(letter, tour.case, matter),
        "handed": handed.handed(matter, tour),
        "sheet": doors.sheet(letter, tour.case),
        "sendings": [(s, sending.AFTER[s.state]) for s in matter.sending_set.select_related("by", "version")],
    }
    return page(request, "desk/send.html", matter, tab="send", **context)


def printed(request: HttpRequest, token: str, source: str, number: int) -> HttpResponse:
    """Give one page of the print-out of an electronic record, as it leaves with the letter, as PNG."""
    matter = matter_of(request, token)
    tour, version = tour_of(request, matter, patience=20.0), letters.current(matter)
    document = next((d for d in tour.case.documents if d.source.id == source), None) if isinstance(tour, Tour) else None
    if version is None or document is None:
        raise Http404("the case holds no such paper")
    quotes = pages.quotes(kept.letter(version), source)
    try:
        return HttpResponse(papers.printed(cases.folder(matter), document, quotes, number), "image/png")
    except IndexError:
        raise Http404("the print-out has no such page") from None


@require_POST
def choose(request: HttpRequest, token: str) -> HttpResponse:
    """Take one page in, or leave it out, with the reason."""
    matter = matter_of(request, token, "change")
    number = posted(request, "page", 6)
    if not number.isdecimal():
        raise Http404("no such page")
    goes, why = posted(request, "goes") == "yes", posted(request, "why", 300)
    sending.pick(matter, me(request), posted(request, "source", 64), int(number), goes=goes, why=why)
    return redirect("send", token=token)


@require_POST
def settle(request: HttpRequest, token: str) -> HttpResponse:
    """Take a person's word for the patient's consent, or whether a form goes with empty lines."""
    matter = matter_of(request, token, "change")
    if name := posted(request, "form", 60):
        sending.send_form(matter, me(request), name, goes=posted(request, "goes") == "yes")
    else:
        sending.say_consent(matter, me(request), posted(request, "consent", 300))
    return redirect("send", token=token)


@require_POST
def relist(request: HttpRequest, token: str) -> HttpResponse:
    """Let the letter list the pages as they were chosen: a new version, to be signed."""
    matter = matter_of(request, token, "change")
    tour, version = tour_of(request, matter, patience=20.0), letters.current(matter)
    if isinstance(tour, Tour) and version is not None:
        sending.repick(matter, me(request), version, tour)
    return redirect("sign", token=token)


def preview(request: HttpRequest, token: str) -> HttpResponse:
    """Give exactly what would leave, as PDF."""
    matter = matter_of(request, token)
    tour, version = tour_of(request, matter, patience=20.0), letters.current(matter)
    if not isinstance(tour, Tour) or version is None:
        raise Http404("there is no letter yet")
    response = HttpResponse(sending.bound(version, tour, matter).body, "application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="packet.pdf"'
    return response


@require_POST
def go(request: HttpRequest, token: str) -> HttpResponse:
    """Prepare the packet for one means and address; the same again is the same sending."""
    matter = matter_of(request, token, "change")
    tour, version = tour_of(request, matter, patience=20.0), letters.current(matter)
    if not isinstance(tour, Tour) or version is None:
        raise Http404("there is no letter yet")
    means, _, address = posted(request, "door", 320).partition(" ")
    made, _ = sending.send(matter, me(request), version, tour, means, address or posted(request, "address", 300))
    return redirect(f"/case/{token}/send/#s{made.pk}")


@require_POST
def mark(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Record what became of a sending."""
    held = _sending(request, token, number, "change")
    sending.mark(held, me(request), posted(request, "state", 12), posted(request, "trace", 200))
    return redirect(f"/case/{token}/send/#s{number}")


def left(request: HttpRequest, token: str, number: int, form: str) -> HttpResponse:
    """Give what left, byte for byte (pdf), or as an e-mail to open and send (eml)."""
    held = _sending(request, token, number)
    body = clock.place().kept(held.packet)
    if body is None:
        raise Http404("the copy is not in the desk's folder any more")
    if form == "eml":
        response = HttpResponse(sending.mail(held, kept.letter(held.version)), "message/rfc822")
        response.headers["Content-Disposition"] = 'attachment; filename="packet.eml"'
        return response
    response = HttpResponse(body, "application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="packet.pdf"'
    return response


def _sending(request: HttpRequest, token: str, number: int, what: str = "see") -> Sending:
    held = matter_of(request, token, what).sending_set.filter(pk=number).first()
    if held is None:
        raise Http404("no such sending")
    return held
