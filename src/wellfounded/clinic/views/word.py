"""The letter out to Word and back, the letter composed anew, and other letters of the same case."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.shortcuts import render as render_page
from django.views.decorators.http import require_POST

from wellfounded import render, write
from wellfounded.clinic.acts import cases, letters
from wellfounded.clinic.letters import kept, live, wordfile
from wellfounded.clinic.showing.papers import ONE_AT_A_TIME
from wellfounded.clinic.views import editing
from wellfounded.clinic.views.base import matter_of, me, page, posted, tour_of, uploads
from wellfounded.errors import InputError
from wellfounded.model.argument import Brief
from wellfounded.model.basis import Attestation
from wellfounded.packs import shipped
from wellfounded.packs.schema.letter import LetterPack
from wellfounded.pipeline import Tour

OWN = ("rationale", "history", "consequences")  # parts of a letter in which a clinician's own paragraph may stand
# Sheets beside the letter: they are read or sent by other people than the one who signs it.
BESIDE = ("peer_to_peer", "criteria_request", "ask_your_doctor", "ask_your_doctor_es", "complaint_to_regulator")


@require_POST
def back(request: HttpRequest, token: str) -> HttpResponse:
    """Take an edited Word file back; statements with no source wait for a decision."""
    matter = matter_of(request, token, "change")
    tour, version = tour_of(request, matter, patience=20.0), letters.current(matter)
    files = uploads(request)
    if not isinstance(tour, Tour) or version is None:
        raise Http404("there is no letter yet")
    text = posted(request, "text", 400_000)
    if files:
        text = wordfile.text(files[0][0], b"".join(files[0][1]))
    if not text:
        raise InputError("no file came with it", hint="Choose the Word file you saved.")
    trial = editing.tried(request, matter, tour, kept.letter(version), None, text)
    if trial.undecided or trial.agreed != posted(request, "agreed", 24):
        return page(request, "desk/fromword.html", matter, tab="letter", trial=trial, text=text)
    _, left = letters.save(matter, me(request), version, trial, letters.Typed(text=text, how="word"))
    return redirect(f"/case/{token}/letter/{f'?left={left.pk}#left' if left is not None else ''}")


@require_POST
def kind(request: HttpRequest, token: str) -> HttpResponse:
    """Choose which letter the case is to have; it is composed anew."""
    matter = matter_of(request, token, "change")
    chosen = posted(request, "kind", 60)
    if chosen not in shipped().ids("letter"):
        raise InputError("there is no such letter", hint="Choose one on the page.")
    cases.correct(matter, me(request), {"asks": chosen})
    return redirect("letter", token=token)


def kinds() -> list[tuple[str, str]]:
    """Give every letter the library writes, by its title."""
    library = shipped()
    held = ((id_, library.get(LetterPack, id_)) for id_ in library.ids("letter"))
    return sorted(((id_, pack.title) for id_, pack in held), key=lambda each: each[1])


@require_POST
def own(request: HttpRequest, token: str) -> HttpResponse:
    """Add a clinician's own paragraph to the case."""
    matter = matter_of(request, token, "change")
    part = posted(request, "part", 40)
    if part not in OWN:
        raise InputError("a paragraph has no such place", hint="Choose one on the page.")
    text, name = posted(request, "text"), posted(request, "name", 200)
    cases.own_words(matter, me(request), part, text, name)
    who = Attestation(name, "", cases.day(matter), text)
    made = letters.add_own(matter, me(request), part, text, who)
    return redirect(f"/case/{token}/letter/{'#own-words' if made is None else ''}")


@require_POST
def try_own(request: HttpRequest, token: str) -> HttpResponse:
    """Check a clinician's own paragraph while it is typed."""
    matter = matter_of(request, token, "change")
    tour, version = tour_of(request, matter, patience=20.0), letters.current(matter)
    if not isinstance(tour, Tour) or version is None:
        raise Http404("there is no letter yet")
    part, who = posted(request, "part", 40), letters.word_of(matter, me(request))
    trial = live.added(kept.letter(version), part, posted(request, "text"), who, tour.case, tour.on)
    return render_page(request, "desk/parts/checked.html", {"matter": matter, "trial": trial, "own": True})


@require_POST
def fresh(request: HttpRequest, token: str) -> HttpResponse:
    """Take the letter as the case now gives it; the one that stood stays as a version."""
    matter = matter_of(request, token, "change")
    tour = tour_of(request, matter, patience=20.0)
    if isinstance(tour, Tour) and tour.letter is not None:
        letters.take(matter, me(request), tour.letter)
    return redirect("letter", token=token)


def beside(request: HttpRequest, token: str, kind: str) -> HttpResponse:
    """Give another letter or sheet of the case as PDF: the brief for a call, what to ask the doctor, a complaint."""
    matter = matter_of(request, token)
    tour = tour_of(request, matter, patience=20.0)
    if not isinstance(tour, Tour) or kind not in BESIDE:
        raise Http404("no such sheet")
    library = shipped()
    brief = tour.brief if library.get(LetterPack, kind).argues else Brief(asks=tour.brief.asks, stops=tour.brief.stops)
    made = write.compose(kind, tour.case, tour.policy, tour.match, brief, tour.rights, tour.deadlines, library, tour.on)
    with ONE_AT_A_TIME:
        response = HttpResponse(render.render(made, "pdf"), "application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{kind}.pdf"'
    return response
