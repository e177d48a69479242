"""An order of several services item by item, with codes, amounts and schedules; the goals and how they are measured.

One service alone is named in full under the reference lines, and its order stands in the request that ends the letter.
"""

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
    ends = any(part.part == "closing" for part in telling.pack.parts)
    said = list(_order(telling)) if len(telling.case.services) > 1 or not ends else []
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
    plans = [_schedule(each) for each in services if each.frequency]
    plans = [p for p in dict.fromkeys(plans) if not any(other != p and other.startswith(p) for other in plans)]
    tail = f"{', ' + when if when else ''}{where}"
    ways = ONE_PLAN if len(plans) == 1 else PLAIN
    text = telling.voice.pick("order", *ways).format(what=listed, tail=tail, plan=plans[0] if plans else "")
    yield sentence(text, *basis)
    if len(plans) > 1:
        for plan in plans:
            yield sentence(f"The schedule is {plan}", *basis)


ONE_PLAN = (
    "I am requesting {what}{tail}; the schedule is {plan}",
    "the request is for {what}{tail}, given {plan}",
    "my order is for {what}{tail}: {plan}",
    "please authorize {what}{tail}; it will be given {plan}",
    "what I ask to have covered is {what}{tail}, on this schedule: {plan}",
    "I have ordered {what}{tail}, to be given {plan}",
    "the treatment plan calls for {what}{tail}; it runs {plan}",
    "I ask for {what}{tail}. Schedule: {plan}",
)
PLAIN = (
    "I am requesting {what}{tail}",
    "the request is for {what}{tail}",
    "my order is for {what}{tail}",
    "please authorize {what}{tail}",
    "what I ask to have covered is {what}{tail}",
    "I have ordered {what}{tail}, and ask that it be covered",
    "the treatment plan calls for {what}{tail}",
    "I ask for {what}{tail}",
)


def _schedule(each: Service) -> str:
    long = f", {doses.length(each.duration)} in all" if each.duration is not None else ""
    return f"{doses.frequency(each.frequency)}{long}"
