"""The letter beside its evidence: read it, ask why, undo what was left out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from wellfounded.clinic.acts import cases, letters
from wellfounded.clinic.letters import kept, live
from wellfounded.clinic.letters.found import found
from wellfounded.clinic.letters.looked import waiting
from wellfounded.clinic.models import Left, Matter, Opened, Scratch, Version
from wellfounded.clinic.showing.links import branches
from wellfounded.clinic.showing.sheet import blocks
from wellfounded.clinic.views import editing, word
from wellfounded.clinic.views.base import matter_of, me, page, posted, tour_of
from wellfounded.model.letter import Letter
from wellfounded.packs import shipped
from wellfounded.pipeline import Tour


def letter(request: HttpRequest, token: str) -> HttpResponse:
    """Show the letter as it stands, with what the checks say."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter)
    if not isinstance(tour, Tour):
        return tour
    version = letters.current(matter)
    if version is None:
        return page(request, "desk/noletter.html", matter, tab="letter", stops=tour.brief.stops, asks=tour.brief.asks)
    held = kept.letter(version)
    problems = found(version.hash, held, tour)
    composed = {kept.root(tour.letter), kept.digest(kept.content(tour.letter))} if tour.letter is not None else set()
    left = request.GET.get("left", "")
    context = {
        "letter": held,
        "blocks": blocks(held, problems, waiting(held, tour.case, shipped())),
        "whole": live.by_sentence(held, problems).get(0, []),
        "signatures": letters.signatures(version),
        "void": _void(matter, version),
        "fresh": bool(composed) and not composed & {version.of, version.hash},
        "kinds": word.kinds(),
        "why": _why(request, version, held, tour, request.GET.get("why", "")),
        "edit": _edit(request, matter, held, version),
        "left": Left.objects.filter(matter=matter, version=version, pk=left).first() if left.isdecimal() else None,
        "typed": Scratch.objects.filter(matter=matter).count(),
    }
    return page(request, "desk/letter.html", matter, tab="letter", **context)


def why(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Show what one sentence rests on; the opening is noted for whoever signs."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter, patience=20.0)
    version = letters.current(matter)
    if not isinstance(tour, Tour) or version is None:
        raise Http404("there is no letter yet")
    held = kept.letter(version)
    context = {
        "matter": matter,
        "why": _why(request, version, held, tour, str(number)),
        "counted": request.GET.get("at") == "sign",
        "seen": Opened.objects.filter(version=version, by=me(request)).count(),
        "total": len(list(held.sentences)),
    }
    return render(request, "desk/parts/why.html", context)


@require_POST
def undo(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Put back what was left out: the letter stands as before, and what was typed is in its box again."""
    matter = matter_of(request, token, "change")
    left = Left.objects.filter(matter=matter, pk=number).first()
    if left is None:
        raise Http404("that is undone already")
    at, after, own = left.paragraph, kept.letter(left.version), left.own
    letters.undo(matter, me(request), left)
    if at is not None:
        editing.follow(matter, request, kept.letter(left.before), after, at, back=True)
        cases.put_back(matter, me(request), own)
    return redirect(f"/case/{token}/letter/?edit={at}#p{at}" if at is not None else f"/case/{token}/letter/")


@require_POST
def look(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Keep a person's word that they looked up a reference at its source."""
    matter = matter_of(request, token, "change")
    tour, version = tour_of(request, matter, patience=20.0), letters.current(matter)
    words = posted(request, "words", 400)
    if not isinstance(tour, Tour) or version is None:
        raise Http404("there is no letter yet")
    open_ = {(s.number, each.words) for s, each in waiting(kept.letter(version), tour.case, shipped())}
    if (number, words) in open_:
        letters.look_up(matter, me(request), version, number, words)
    return redirect("sign" if posted(request, "then", 10) == "sign" else "letter", token=token)


def _edit(request: HttpRequest, matter: Matter, held: Letter, version: Version) -> dict[str, object] | None:
    wanted = request.GET.get("edit", "")
    if not wanted.isdecimal() or int(wanted) >= len(held.paragraphs):
        return None
    return editing.context(matter, version, blocks(held)[int(wanted)])


def _why(request: HttpRequest, version: Version, held: Letter, tour: Tour, number: str) -> dict[str, object] | None:
    sentence = next((s for s in held.sentences if number.isdecimal() and s.number == int(number)), None)
    if sentence is None:
        return None
    letters.opened(version, me(request), sentence.number)
    tree = branches(sentence.basis, tour.case, version.matter_id)
    problems = live.by_sentence(held, found(version.hash, held, tour)).get(sentence.number, [])
    return {"number": sentence.number, "text": sentence.text, "tree": tree, "problems": problems}


def _void(matter: Matter, version: Version) -> int | None:
    """Give the number of the last version that was signed, where the letter has changed since."""
    last = matter.version_set.filter(signature__isnull=False).order_by("-number").first()
    return last.number if last is not None and last.pk != version.pk and last.hash != version.hash else None
