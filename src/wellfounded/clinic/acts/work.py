"""Tasks, notes and benefits of a case; a payer's request for information makes tasks."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from wellfounded.clinic import clock
from wellfounded.clinic.acts import people
from wellfounded.clinic.acts.events import tell
from wellfounded.clinic.models import Benefit, Matter, Note, Person, Task
from wellfounded.clinic.showing.asked import Asked
from wellfounded.errors import InputError


def add_task(matter: Matter, by: Person, says: str, due: str = "") -> Task:
    """Add something to do; *due* is an ISO 8601 day or nothing. Raises InputError for words or a day that are none."""
    if not says.strip():
        raise InputError("a task says what to do", hint="Write it in a few words.")
    try:
        day = date.fromisoformat(due) if due else None
    except ValueError:
        raise InputError("that day is in no calendar", hint="Write it as 2026-03-31.") from None
    with transaction.atomic():
        made = Task.objects.create(matter=matter, says=says.strip()[:500], due=day, owner=by, made=clock.now())
        tell(matter, by, "task", task=made.pk)
    return made


def follow(matter: Matter, wanted: Iterable[Asked]) -> None:
    """Have a task for each thing the payer asks for, once; one not done whose request left the case goes, too."""
    now = {each.key: each for each in wanted}
    held = set(Task.objects.filter(matter=matter).exclude(key="").values_list("key", flat=True))
    Task.objects.filter(matter=matter, done=None).exclude(key="").exclude(key__in=now).delete()
    new = [each for key, each in now.items() if key not in held]
    for each in new:
        says = f"Send: {each.words}"[:500]
        Task.objects.create(
            matter=matter, says=says, due=each.due, owner=people.owner(), made=clock.now(), key=each.key
        )
    if new:
        tell(matter, None, "asked", n=len(new))


def finish(matter: Matter, by: Person, task: int) -> None:
    """Note that a task is done; one that is done already stays so."""
    with transaction.atomic():
        if Task.objects.filter(matter=matter, pk=task, done=None).update(done=clock.now()):
            tell(matter, by, "done", task=task)


def add_note(matter: Matter, by: Person, text: str) -> Note:
    """Add words beside the case."""
    if not text.strip():
        raise InputError("a note says something", hint="Write it first.")
    with transaction.atomic():
        made = Note.objects.create(matter=matter, text=text.strip(), at=clock.now(), by=by)
        tell(matter, by, "note", note=made.pk)
    return made


def add_benefit(matter: Matter, by: Person, what: str, source: str, *, limit: str, used: str, needed: str) -> Benefit:
    """Keep what a person looked up of the plan's benefits; raises InputError without a source or with odd numbers."""
    if not what.strip() or not source.strip():
        raise InputError("a benefit has a name, and a source where it was looked up", hint="Fill in both.")
    if any(number and not number.isdecimal() for number in (limit, used)):
        raise InputError("a limit is counted in whole numbers", hint="Write it in digits, as 30, or leave it empty.")
    if needed not in dict(Benefit.ASKED):
        raise InputError("an authorization is needed, not needed or not known", hint="Choose one.")
    held = {"limit": int(limit) if limit else None, "used": int(used) if used else None, "authorization": needed}
    told = {"what": what.strip()[:200], "source": source.strip()[:300], "by": by, "at": clock.now()}
    with transaction.atomic():
        made = Benefit.objects.create(matter=matter, **told, **held)
        tell(matter, by, "benefit")
    return made


def drop_benefit(matter: Matter, by: Person, number: int) -> None:
    """Take a line of benefits out."""
    with transaction.atomic():
        if Benefit.objects.filter(matter=matter, pk=number).delete()[0]:
            tell(matter, by, "benefit")
