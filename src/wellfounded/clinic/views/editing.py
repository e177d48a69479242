"""A paragraph of the letter in other words: checked while it is typed, and kept once it is said what leaves."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from wellfounded.clinic import clock
from wellfounded.clinic.acts import cases, letters
from wellfounded.clinic.letters import kept, lines, live
from wellfounded.clinic.letters.found import found
from wellfounded.clinic.letters.looked import waiting
from wellfounded.clinic.models import Matter, Scratch, Version
from wellfounded.clinic.showing.links import passage
from wellfounded.clinic.showing.sheet import Block, blocks
from wellfounded.clinic.views.base import matter_of, me, page, posted, tour_of
from wellfounded.model.letter import Letter
from wellfounded.packs import shipped
from wellfounded.pipeline import Tour


def paragraph(request: HttpRequest, token: str, index: int) -> HttpResponse:
    """Give one paragraph to edit, with what this or another window typed into it and has not saved."""
    matter = matter_of(request, token, "change")
    if request.headers.get("HX-Request") != "true":
        return redirect(f"/case/{token}/letter/?edit={index}#p{index}")
    version, _, block = _block(matter, index)
    return render(request, "desk/parts/edit.html", {"matter": matter, **context(matter, version, block)})


def context(matter: Matter, version: Version, block: Block) -> dict[str, object]:
    """Give what the editor of one paragraph shows."""
    typed = Scratch.objects.filter(matter=matter, paragraph=block.mark).order_by("-at").first()
    text = typed.text if typed else block.words
    return {"block": block, "text": text, "typed": typed, "tab_id": clock.token(), "version": version}


def shown(request: HttpRequest, token: str, index: int) -> HttpResponse:
    """Give one paragraph as it stands, where a person stops editing it."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter, patience=20.0)
    version, held, block = _block(matter, index)
    ready = isinstance(tour, Tour)
    problems = found(version.hash, held, tour) if isinstance(tour, Tour) else ()
    open_ = waiting(held, tour.case, shipped()) if isinstance(tour, Tour) and ready else []
    Scratch.objects.filter(matter=matter, paragraph=block.mark).delete()
    block = blocks(held, problems, open_)[index]
    return render(request, "desk/parts/block.html", {"matter": matter, "block": block})


@require_POST
def typing(request: HttpRequest, token: str, index: int) -> HttpResponse:
    """Check the words in the box as they stand, and keep them so that a lost connection loses none."""
    matter = matter_of(request, token, "change")
    tour = tour_of(request, matter, patience=20.0)
    _, held, block = _block(matter, index)
    if not isinstance(tour, Tour):
        raise Http404("the case is being read")
    text, was = posted(request, "text"), posted(request, "mark", 64)
    if text != block.words:  # opening a paragraph is not typing in it
        letters.typed(matter, me(request), posted(request, "tab_id", 40), was, text)
    trial = tried(request, matter, tour, held, index, text)
    told = {"matter": matter, "block": block, "trial": trial, "moved": was != block.mark}
    return render(request, "desk/parts/checked.html", told)


@require_POST
def save(request: HttpRequest, token: str, index: int) -> HttpResponse:
    """Keep the edited paragraph as a new version, once each new statement has a choice and what leaves was shown.

    Where another window changed the paragraph meanwhile, both are shown.
    """
    matter = matter_of(request, token, "change")
    tour = tour_of(request, matter, patience=20.0)
    if not isinstance(tour, Tour):
        raise Http404("the case is being read")
    version, held, block = _block(matter, index)
    text, was = posted(request, "text"), posted(request, "mark", 64)
    tab, taken = posted(request, "tab_id", 40), posted(request, "taken", 12)
    if was != block.mark:
        here = next((n for n, each in enumerate(held.paragraphs) if lines.mark(each) == was), None)
        if here is None:
            letters.typed(matter, me(request), tab, block.mark, text)
            return page(request, "desk/both.html", matter, tab="letter", para=block, text=text)
        index = here  # the paragraph is as it was and has only moved
    trial = tried(request, matter, tour, held, index, text)
    if trial.undecided or trial.agreed != posted(request, "agreed", 24):
        letters.typed(matter, me(request), tab, was, text)
        told = {"para": block, "text": text, "trial": trial, "tab_id": tab, "taken": taken}
        return page(request, "desk/loose.html", matter, tab="letter", **told)
    own = cases.own_entry(matter, lines.words(held.paragraphs[index]))
    place = letters.Typed(index, was, tab, int(taken) if taken.isdecimal() else 0, text, own=own)
    _, left = letters.save(matter, me(request), version, trial, place)
    follow(matter, request, held, trial.letter, index)
    told_of = f"?left={left.pk}" if left is not None else ""
    return redirect(f"/case/{token}/letter/{told_of}#{'left' if left is not None else f'p{index}'}")


def tried(request: HttpRequest, matter: Matter, tour: Tour, held: Letter, index: int | None, text: str) -> live.Trial:
    """Try the words with what the form chose: `do:<key>` for each new statement, `looked` for references."""
    ways = {name[3:]: posted(request, name, 8) for name in request.POST if name.startswith("do:")}
    chosen = {name: way for name, way in ways.items() if way in live.WAYS}
    looked = frozenset(request.POST.getlist("looked")[:50])
    who = letters.word_of(matter, me(request))
    trial = live.tried(held, index, text, who, tour.case, tour.on, chosen, looked, letters.once(matter, tour.letter))
    shown_at = (passage(each.near, tour.case, matter.token) if each.near else None for each in trial.loose)
    return replace(trial, loose=tuple(replace(each, at=at) for each, at in zip(trial.loose, shown_at, strict=True)))


def follow(matter: Matter, request: HttpRequest, was: Letter, now: Letter, index: int, *, back: bool = False) -> None:
    """Let a clinician's own paragraph of the case read as it now does in the letter; with *back* as it did before."""
    old = was.paragraphs[index]
    if old.sentences and all(sentence.voice == "clinician" for sentence in old.sentences):
        after = len(was.paragraphs) - index - 1
        new = now.paragraphs[index : len(now.paragraphs) - after]
        words = lines.words(old), "\n\n".join(lines.words(each) for each in new)
        cases.reword_own(matter, me(request), *(words[::-1] if back else words))


def _block(matter: Matter, index: int) -> tuple[Version, Letter, Block]:
    version = letters.current(matter)
    held = kept.letter(version) if version is not None else None
    if version is None or held is None or not 0 <= index < len(held.paragraphs):
        raise Http404("the letter has no such paragraph any more")
    return version, held, blocks(held)[index]
