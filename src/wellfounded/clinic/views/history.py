"""History: what happened, versions and their differences, tasks and notes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from wellfounded.clinic.acts import letters, work
from wellfounded.clinic.letters import differ, kept
from wellfounded.clinic.models import Event, Matter, Version
from wellfounded.clinic.showing import timeline
from wellfounded.clinic.views.base import matter_of, me, page, posted

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
}
FORMS = {"pdf": "pdf", "docx": "docx", "html": "html", "txt": "text"}


def history(request: HttpRequest, token: str) -> HttpResponse:
    """Show everything that happened, the newest first."""
    matter = matter_of(request, token)
    context = {
        "lines": timeline.lines(Event.objects.filter(matter=matter).select_related("by")),
        "versions": matter.version_set.select_related("by").order_by("-number"),
        "tasks": matter.task_set.all(),
        "notes": matter.note_set.select_related("by"),
    }
    return page(request, "desk/history.html", matter, tab="history", **context)


def differs(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Show what one version changed in the one before it, or in `?from=`."""
    matter = matter_of(request, token)
    new = _version(matter, number)
    other = request.GET.get("from", str(number - 1))
    old = _version(matter, int(other) if other.isdecimal() else 0)
    runs = differ.compared(kept.letter(old), kept.letter(new))
    return page(request, "desk/differs.html", matter, tab="history", old=old, new=new, paragraphs=runs)


def download(request: HttpRequest, token: str, number: int, form: str) -> HttpResponse:
    """Give one version as a file: pdf, docx, html, txt or json."""
    held = _version(matter_of(request, token), number)
    if form not in TYPES:
        raise Http404("no such form")
    data = held.content.encode() if form == "json" else letters.document(held, FORMS[form])
    response = HttpResponse(data, TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="letter-v{number}.{form}"'
    return response


@require_POST
def restore(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """Make an older version the letter again."""
    matter = matter_of(request, token, "change")
    letters.restore(matter, me(request), _version(matter, number))
    return redirect("letter", token=token)


@require_POST
def task(request: HttpRequest, token: str) -> HttpResponse:
    """Add a task, or finish one."""
    matter = matter_of(request, token, "change")
    if (done := posted(request, "done", 12)).isdecimal():
        work.finish(matter, me(request), int(done))
    else:
        work.add_task(matter, me(request), posted(request, "says", 500), posted(request, "due", 10))
    return redirect("case" if posted(request, "then") == "case" else "history", token=token)


@require_POST
def note(request: HttpRequest, token: str) -> HttpResponse:
    """Add a note."""
    work.add_note(matter_of(request, token, "change"), me(request), posted(request, "text"))
    return redirect("history", token=token)


def _version(matter: Matter, number: int) -> Version:
    held = matter.version_set.filter(number=number).first()
    if held is None:
        raise Http404("the letter has no such version")
    return held
