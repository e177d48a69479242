"""The letter beside its evidence: read it, ask why, edit a paragraph, check it while typing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from wellfounded.clinic import clock
from wellfounded.clinic.acts import letters
from wellfounded.clinic.letters import kept, live
from wellfounded.clinic.letters.found import found
from wellfounded.clinic.letters.lines import mark
from wellfounded.clinic.models import Matter, Scratch, Version
from wellfounded.clinic.showing.links import branches
from wellfounded.clinic.showing.sheet import Block, blocks
from wellfounded.clinic.views import word
from wellfounded.clinic.views.base import matter_of, me, page, posted, tour_of
from wellfounded.model.letter import Letter
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
    fresh = tour.letter is not None and kept.digest(kept.content(tour.letter)) not in {version.of, version.hash}
    context = {
        "letter": held,
        "blocks": blocks(held, problems),
        "problems": problems,
        "whole": live.by_sentence(held, problems).get(0, []),
        "signatures": letters.signatures(version),
        "void": _void(matter, version),
        "fresh": fresh,
        "kinds": word.kinds(),
        "why": _why(request, version, held, tour, request.GET.get("why", "")),
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
    context = {"matter": matter, "why": _why(request, version, kept.letter(version), tour, str(number))}
    return render(request, "desk/parts/why.html", context)


def paragraph(request: HttpRequest, token: str, index: int) -> HttpResponse:
    """Give one paragraph to edit, with what this or another window typed into it and has not saved."""
    matter = matter_of(request, token, "change")
    version, held, block = _block(matter, index)
    typed = Scratch.objects.filter(matter=matter, paragraph=block.mark).order_by("-at").first()
    text = typed.text if typed else block.words
    context = {
        "matter": matter,
        "block": block,
        "text": text,
        "typed": typed,
        "tab_id": clock.token(),
        "version": version,
    }
    del held
    return render(request, "desk/parts/edit.html", context)


def shown(request: HttpRequest, token: str, index: int) -> HttpResponse:
    """Give one paragraph as it stands, where a person stops editing it."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter, patience=20.0)
    version, held, block = _block(matter, index)
    problems = found(version.hash, held, tour) if isinstance(tour, Tour) else ()
    Scratch.objects.filter(matter=matter, paragraph=block.mark).delete()
    return render(request, "desk/parts/block.html", {"matter": matter, "block": blocks(held, problems)[index]})


@require_POST
def typing(request: HttpRequest, token: str, index: int) -> HttpResponse:
    """Check the words in the box as they stand, and keep them so that a lost connection loses none."""
    matter = matter_of(request, token, "change")
    tour = tour_of(request, matter, patience=20.0)
    _, held, block = _block(matter, index)
    if not isinstance(tour, Tour):
        raise Http404("the case is being read")
    text = posted(request, "text")
    if text != block.words:  # opening a paragraph is not typing in it
        letters.typed(matter, me(request), posted(request, "tab_id", 40), posted(request, "mark", 64), text)
    trial = live.tried(held, index, text, letters.word_of(matter, me(request)), tour.case, tour.on)
    context = {"matter": matter, "block": block, "trial": trial, "moved": posted(request, "mark", 64) != block.mark}
    return render(request, "desk/parts/checked.html", context)


@require_POST
def save(request: HttpRequest, token: str, index: int) -> HttpResponse:
    """Keep the edited paragraph as a new version; where another window changed it meanwhile, show both."""
    matter = matter_of(request, token, "change")
    tour = tour_of(request, matter, patience=20.0)
    if not isinstance(tour, Tour):
        raise Http404("the case is being read")
    version, held, block = _block(matter, index)
    text, was = posted(request, "text"), posted(request, "mark", 64)
    if was != block.mark:
        here = next((n for n, each in enumerate(held.paragraphs) if mark(each) == was), None)
        if here is None:
            letters.typed(matter, me(request), posted(request, "tab_id", 40), block.mark, text)
            return page(request, "desk/both.html", matter, tab="letter", para=block, text=text)
        index = here  # the paragraph is as it was and has only moved
    trial = live.tried(held, index, text, letters.word_of(matter, me(request)), tour.case, tour.on)
    mine = posted(request, "loose") == "mine"
    if trial.loose and not mine and posted(request, "loose") != "leave":
        letters.typed(matter, me(request), posted(request, "tab_id", 40), was, text)
        return page(request, "desk/loose.html", matter, tab="letter", para=block, text=text, trial=trial)
    letters.save(matter, me(request), version, trial, mine=mine)
    return redirect(f"/case/{token}/letter/#p{index}")


def _block(matter: Matter, index: int) -> tuple[Version, Letter, Block]:
    version = letters.current(matter)
    held = kept.letter(version) if version is not None else None
    if version is None or held is None or not 0 <= index < len(held.paragraphs):
        raise Http404("the letter has no such paragraph any more")
    return version, held, blocks(held)[index]


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
