"""After a walk: the digest of the case for lists, its deadlines, and the letter it composed."""

from datetime import date, datetime

from django.db import close_old_connections, transaction

from wellfounded.clinic import clock
from wellfounded.clinic.acts import letters, work
from wellfounded.clinic.acts.events import tell
from wellfounded.clinic.models import Due, Matter
from wellfounded.clinic.reading.keeper import Failure, Walk
from wellfounded.clinic.showing import consent, days, notice, table
from wellfounded.clinic.showing.asked import asked as wanted
from wellfounded.clinic.showing.said import FIELDS, named
from wellfounded.model.determination import REFUSALS
from wellfounded.pipeline import Tour

LONGEST = 160  # characters of a value that the history repeats


def keep(token: str, walk: Walk, told: str) -> None:
    """Write what lists need of the case; a case that was deleted meanwhile is left alone."""
    close_old_connections()
    try:
        matter = Matter.objects.filter(pk=token).first()
        if matter is None:
            return
        clock.place().settle(token)  # the reading process has filed what was dropped
        with transaction.atomic():
            if isinstance(walk, Failure):
                Matter.objects.filter(pk=token).update(standing="failed", walked=told)
            else:
                _write(matter, walk, told)
    finally:
        close_old_connections()


def _write(matter: Matter, tour: Tour, told: str) -> None:
    if tour.letter is not None:
        letters.offer(matter, tour.letter)
    matter.refresh_from_db()
    reading = tour.case.reading(*REFUSALS)
    case = tour.case
    count = table.counted(
        table.lines(tour.policy, tour.match, case, matter.token) if tour.policy and tour.match else []
    )
    matter.patient = case.patient.name.value if case.patient.name else ""
    matter.payer = case.coverage.payer.value if case.coverage.payer else (reading.text("payer") if reading else "")
    matter.service = _service(tour)[:300]
    matter.decision = reading.kind.value if reading else ""
    matter.kind = tour.letter.kind if tour.letter else ""
    matter.met, matter.not_met, matter.unknown = count["met"], count["not_met"], count["not_found"]
    matter.walked, matter.standing = told, _standing(matter, tour)
    _reread(matter, tour)
    matter.save()
    work.follow(matter, [*wanted(case), *consent.tasks(tour.letter, case, matter)])
    Due.objects.filter(matter=matter).delete()
    Due.objects.bulk_create(
        Due(
            matter=matter,
            level=each.level,
            file=each.file[:300],
            whose=each.whose,
            due=_day(each.due.value if each.due else None),
            act=_day((each.safe or each.due).value if each.safe or each.due else None),  # type: ignore[union-attr]
            says=days.said(each, tour.on)[:500],
            rule=each.rule[:500],
            cite=each.citation.authority[:300],
        )
        for each in tour.deadlines
    )


def _reread(matter: Matter, tour: Tour) -> None:
    """Tell where the decision reads otherwise than a person may have seen it, and keep how it reads now.

    More papers, another patient\u2019s letter taken out, or a value put right can change what an unchanged paper is
    read to say.
    """
    reading = notice.notice(tour.case)
    now: dict[str, list[list[str]]] = {}  # each field's values, as data and in words
    for field in reading.fields if reading is not None else ():
        held = [str(field.value), notice.words(field)]
        if held not in now.setdefault(field.name, []):
            now[field.name].append(held)
    was = dict(matter.told)
    labels = {name: label for name, label, _ in FIELDS}
    said = [
        f"{labels.get(name) or named(name)} was \u201c{_words(held)}\u201d, is \u201c{_words(now.get(name, []))}\u201d"
        for name, held in was.items()
        if sorted(raw for raw, _ in held) != sorted(raw for raw, _ in now.get(name, []))
    ]
    if said:
        tell(matter, None, "reread", changes="; ".join(said))
    matter.told = now


def _words(held: list[list[str]]) -> str:
    words = "; ".join(words for _, words in held) or "not stated"
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}\u2026"


def _standing(matter: Matter, tour: Tour) -> str:
    if matter.sending_set.exclude(state__in=("ready", "refused")).exists():
        return "sent"
    last = letters.current(matter)
    if last is not None and letters.signed(last):
        return "signed"
    if tour.letter is None:
        return "stopped"
    return "gather" if tour.letter.unsigned_because else "draft"


def _service(tour: Tour) -> str:
    if tour.case.services:
        return tour.case.services[0].description.value
    reading = tour.case.reading(*REFUSALS)
    return reading.text("service") if reading else ""


def _day(value: date | datetime | None) -> date | None:
    return value.date() if isinstance(value, datetime) else value
