"""The first page: what is due today, the cases, and where a denial is dropped."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from wellfounded.clinic import clock
from wellfounded.clinic.acts import cases
from wellfounded.clinic.acts import samples as sampled
from wellfounded.clinic.models import Due, Matter, Person, Task
from wellfounded.clinic.showing.handed import waiting
from wellfounded.clinic.showing.said import KINDS, STANDINGS
from wellfounded.clinic.views.base import me, posted, uploads
from wellfounded.errors import InputError

SOON = timedelta(days=14)


def today(request: HttpRequest) -> HttpResponse:
    """Show what must be done first, then every case; at first, ask who sits here."""
    if not me(request).named:
        return render(request, "desk/who.html", {"faces": Person.FACES, "languages": Person.LANGUAGES})
    on = clock.today()
    held = Matter.objects.filter(access__person=me(request), closed=None)
    own = held.filter(sample="")
    dues = Due.objects.filter(matter__in=own, whose="ours", act__isnull=False)
    context = {
        "on": on,
        "late": waiting(dues.filter(act__lt=on, due__gte=on).select_related("matter")),
        "soon": waiting(dues.filter(act__gte=on, act__lte=on + SOON).select_related("matter")),
        "tasks": Task.objects.filter(matter__in=own, done=None).select_related("matter")[:20],
        "cases": [_line(matter) for matter in own],
        "samples": [_line(matter) for matter in held.exclude(sample="")],
    }
    return render(request, "desk/today.html", context)


@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    """Open a case with the dropped files."""
    held = uploads(request)
    if not held:
        raise InputError("no file came with it", hint="Choose a denial letter, or drop one on the page.")
    return redirect("case", token=cases.start(me(request), held).token)


@require_POST
def samples(request: HttpRequest) -> HttpResponse:
    """Take every sample off the desk, or bring them again."""
    if posted(request, "bring", 3):
        sampled.fill(me(request))
    else:
        sampled.remove(me(request))
    return redirect("today")


def _line(matter: Matter) -> tuple[Matter, str, str]:
    return matter, STANDINGS[matter.standing], KINDS.get(matter.decision, "")
