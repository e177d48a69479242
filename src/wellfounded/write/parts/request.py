"""The service asked for in full: codes, amount, schedule, dates and place; the goals and how they are measured."""

from collections.abc import Iterator

from wellfounded.model.case import Service
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import service
from wellfounded.write.recorded import from_notes
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import dates, doses, series

GOALS = ("the goal, set in {note}, is {quote}", "{Note} sets the goal: {quote}")
WATCHED = ("progress will be followed as planned: {quote}", "the plan for follow-up is: {quote}")


def write(telling: Telling) -> Told:
    """Write the order, then the goals and monitoring the plan of care states."""
    said = list(_order(telling))
    goals = from_notes(telling, ("goal",), GOALS, ())
    watch = from_notes(telling, ("monitoring",), WATCHED, ())
    said += [line for told in (goals, watch) for paragraph in told.paragraphs for line in paragraph.sentences]
    if not said:
        return Told()
    return Told((Paragraph("request", telling.part.heading, tuple(said)),), (*goals.claims, *watch.claims))


def _order(telling: Telling) -> Iterator[Sentence]:
    services = telling.case.services
    if not services:
        return
    basis = service.basis(telling)
    listed = series.series([service.item(telling, each) for each in services])
    windows = {dates.span(each.start, each.end) for each in services}
    when = windows.pop() if len(windows) == 1 else ""
    places = {each.place for each in services}
    place = places.pop() if len(places) == 1 else ""
    where = f", in the {place}" if place in {"office", "home", "clinic"} else ""
    yield sentence(f"I am requesting {listed}{', ' + when if when else ''}{where}", *basis)
    plans = [_schedule(each) for each in services if each.frequency]
    for plan in dict.fromkeys(plans):
        if not any(other != plan and other.startswith(plan) for other in plans):
            yield sentence(f"The schedule is {plan}", *basis)


def _schedule(each: Service) -> str:
    long = f", {doses.length(each.duration)} in all" if each.duration is not None else ""
    return f"{doses.frequency(each.frequency)}{long}"
