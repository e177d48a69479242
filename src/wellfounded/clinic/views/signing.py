"""Signing: the riskiest sentences first, each opening on what it rests on; then a passphrase."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from wellfounded.clinic.acts import cases, letters
from wellfounded.clinic.letters import kept, live, risk
from wellfounded.clinic.letters.found import found
from wellfounded.clinic.models import Matter, Opened, Person, Version
from wellfounded.clinic.showing.hinders import hinders
from wellfounded.clinic.views.base import matter_of, me, page, posted, tour_of
from wellfounded.errors import InputError
from wellfounded.packs import shipped
from wellfounded.pipeline import Tour

FIRST = 7  # of the riskiest sentences; a signer has ninety seconds


def sign(request: HttpRequest, token: str) -> HttpResponse:
    """Show what to read before signing; take the passphrase."""
    matter = matter_of(request, token, "change" if request.method == "POST" else "see")
    tour = tour_of(request, matter, patience=20.0 if request.method == "POST" else 0.25)
    if not isinstance(tour, Tour):
        return tour
    version = letters.current(matter)
    if version is None:
        return page(request, "desk/noletter.html", matter, tab="sign", stops=tour.brief.stops, asks=tour.brief.asks)
    held = kept.letter(version)
    problems = found(version.hash, held, tour)
    hindered = hinders(held, problems, tour, token, shipped())
    error = ""
    if request.method == "POST":
        if posted(request, "version") != str(version.number):
            raise Http404("that version is not the letter any more")
        try:
            _sign(request, matter, version, [each.says for each in hindered])
            return redirect("sign", token=token)
        except InputError as wrong:
            error = f"{wrong}. {wrong.hint}"
    ranked = risk.ranked(held, live.by_sentence(held, problems))
    seen = set(Opened.objects.filter(version=version, by=me(request)).values_list("sentence", flat=True))
    signer = held.signer.name.value if held.signer.name else me(request).name
    context = {
        "letter": held,
        "first": [(s, why, s.number in seen) for s, why in ranked if why][:FIRST],
        "rest": sorted(((s, why, s.number in seen) for s, why in ranked), key=lambda each: each[0].number),
        "seen": len(seen),
        "total": len(ranked),
        "hindered": hindered,
        "signatures": letters.signatures(version),
        "signed": letters.signed(version),
        "concurs": version.kind in letters.CONCURRING,
        "waits": _waits(version),
        "signer": signer,
        "role": held.signer.credentials.value if held.signer.credentials else me(request).role,
        "first_time": not Person.objects.filter(email=f"{signer.casefold()}@signers").exclude(public_key="").exists(),
        "error": f"{error[:1].upper()}{error[1:]}",
    }
    return page(request, "desk/sign.html", matter, tab="sign", **context)


@require_POST
def compared(request: HttpRequest, token: str) -> HttpResponse:
    """Keep a person's word that they held a value that was read from a picture beside its page."""
    matter = matter_of(request, token, "change")
    words = posted(request, "values", 1_000)
    cases.attest(matter, me(request), f"compared with the scan: {words}", name=posted(request, "name", 200))
    return redirect("sign", token=token)


def _waits(version: Version) -> str:
    """Say whose signature is still wanted of a letter that two sign, once one of them has: the part, or nothing."""
    if version.kind not in letters.CONCURRING:
        return ""
    held = {each.part for each in letters.signatures(version)}
    return next((part for part in letters.PARTS if part not in held), "") if held else ""


def _sign(request: HttpRequest, matter: Matter, version: Version, hindered: list[str]) -> None:
    part = posted(request, "part", 20) or "signer"
    passphrase, again = request.POST.get("passphrase", ""), request.POST.get("again", "")
    name, role = posted(request, "name", 200), posted(request, "role", 100)
    if part not in letters.PARTS:
        raise InputError("a letter has no such signature", hint="Open the page again.")
    unopened = posted(request, "unopened", 4) == "yes"
    letters.sign(matter, me(request), version, letters.Asked(name, role, passphrase, again, part, unopened), hindered)
