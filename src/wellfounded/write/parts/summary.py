"""The first half page: who asks what for whom; each disputed point with what meets it; what is met; that it is in time.

A reviewer with four minutes decides on it, so it says these things in this order and nothing else.
"""

from collections.abc import Iterator
from datetime import date

from wellfounded.model.basis import Basis, Derivation
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import dispute, intime, policyname, reasons, service
from wellfounded.write.diagnosis import basis as diagnosis_basis
from wellfounded.write.diagnosis import named as diagnosis_named
from wellfounded.write.facts import findings
from wellfounded.write.shown import row
from wellfounded.write.signer import profession
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import dates, few, numbers, quoted

PART = "summary"
SUBJECT = 100  # characters of the plan's words that name a disputed point beside its number


def write(telling: Telling) -> Told:
    """Write the request, each disputed point with the facts that meet it, how many criteria are shown, and the time."""
    points = dispute.points(telling)
    answered = tuple(_answered(telling, points))
    opening = tuple(_asks(telling))
    rest = (*(() if answered else findings(telling, set())), *_count(telling), *intime.kept(telling))
    several = len(answered) > 1
    held = [Paragraph(PART, telling.part.heading, opening)]
    if not points:
        rest = (*reasons.given(telling), *rest)
        held = [*held, Paragraph(PART, "", rest)] if opening else [Paragraph(PART, telling.part.heading, rest)]
        return Told(tuple(each for each in held if each.sentences))
    turns = (*_disputed(telling, points), *(() if several else answered))
    if not answered:
        held.append(Paragraph(PART, "", (*turns, *reasons.given(telling, told=True), *_left_alone(telling), *rest)))
        return Told(tuple(each for each in held if each.sentences))
    held.append(Paragraph(PART, "", turns))
    held.append(Paragraph(PART, "", answered if several else (), bullets=True, numbered=True))
    held.append(Paragraph(PART, "", (*_left_alone(telling), *rest)))
    return Told(tuple(each for each in held if each.sentences))


def _asks(telling: Telling) -> Iterator[Sentence]:
    """Say who asks for whom, then what is asked."""
    if not telling.case.services or not telling.pack.asks:
        return
    who, patient = telling.case.practitioner, telling.case.patient
    payer = telling.case.coverage.payer
    whose: list[Basis] = list(diagnosis_basis(telling))
    whose += [entered("patient.name", patient.name)] if patient.name else []
    about = diagnosis_named(telling)
    someone = telling.person.full
    if telling.age is not None and patient.birth_date is not None:
        someone += f", {numbers.article(f'{telling.age}-year-old {telling.person.noun}')}"
        whose.append(Derivation(f"age on {telling.on} = {telling.age}", (patient.birth_date.basis,)))
        whose += telling.sexed
    someone += f" with {about}" if about else ""
    asks, asked = _asking(telling)
    under: list[Basis] = [*service.basis(telling), *asked]
    under += [entered("payer", payer)] if payer is not None else []
    to = payer.value if payer is not None else "the plan"
    to = "the independent reviewer" if telling.pack.to == "reviewer" else to
    what = f"{asks} {service.opening(telling)}"
    plea = f"{to} to {what}"
    trade = profession(who)
    if not trade or who.specialty is None:
        yield sentence(f"I ask {plea} for {someone}", *under, *whose)
        return
    whose.append(entered("practitioner.specialty", who.specialty))
    own = numbers.article(trade)
    ways = (
        f"I am the {trade} who treats {someone}",
        f"I treat {someone}, as {telling.person.possessive} {trade}",
        f"I am {own}, and my patient is {someone}",
        f"my patient is {someone}; I am the ordering {trade}",
        f"I write for {someone}, whom I treat as {own}",
        f"as the ordering {trade} I write for {someone}",
    )
    letter = bool(telling.pack.salutation)  # a brief for a call is none
    yield sentence(telling.voice.pick("for whom", *(w for w in ways if letter or "I write" not in w)), *whose)
    pleas = (
        f"I ask {plea}",
        f"I am asking {plea}",
        f"my request is for {plea}",
        f"on {telling.person.possessive} behalf I ask {plea}",
        f"with this letter I ask {plea}",
        f"I ask that {to} {what}",
        f"I request that {to} {what}",
        f"what I ask is that {to} {what}",
        f"I respectfully ask {plea}",
    )
    yield sentence(telling.voice.pick("asks", *(w for w in pleas if letter or "letter" not in w)), *under)


def _asking(telling: Telling) -> tuple[str, list[Basis]]:
    """Give what is asked, with the day of the decision where there is one, and what that rests on."""
    notice = telling.denial.first("notice_date") if telling.denial is not None else None
    when = f" of {dates.day(notice.value)}" if notice is not None and isinstance(notice.value, date) else ""
    return telling.pack.asks.replace("{decision}", f"decision{when}"), [notice.basis] if notice is not None else []


def _disputed(telling: Telling, points: tuple[dispute.Point, ...]) -> Iterator[Sentence]:
    places = policyname.all_cited([point.cited for point in points])
    under: list[Basis] = [basis for point in points for basis in point.cited.basis]
    met = [point for point in points if point.met]
    under += [basis for point in met for _, claim in point.shown for basis in claim.basis if len(met) == len(points)]
    named = policyname.named(telling)
    aside = f"{named}," if ", " in named else named  # a title in apposition closes with a comma
    one = len(points) == 1
    ways = (
        f"the notice disputes {places} of {named}",
        f"in dispute {'is' if one else 'are'} {places} of {named}",
        f"the decision turns on {places} of {named}",
        f"the refusal rests on {places} of {named}",
        f"your reviewer found {places} of {aside} not shown",
        f"of {named}, the notice questions {places}",
        f"the point at issue is {places} of {named}" if one else f"the points at issue are {places} of {named}",
        f"the notice says that {places} of {aside} {'is' if one else 'are'} not met",
    )
    text = telling.voice.pick("disputed", *ways)
    if len(met) == len(points):
        every = "it is met" if one else _every(len(points))
        shown = "it is shown" if one else f"{'both' if len(points) == 2 else 'all'} are shown"
        ends = (
            f", and {every} by the enclosed records",
            f"; {every}, as the enclosed records show",
            f"; {shown} in the enclosed records",
            f", and the enclosed records answer {'it' if one else 'each'}",
        )
        text += telling.voice.pick("disputed end", *ends)
    several = len(met) > 1 and all(point.shown for point in met)
    yield sentence(f"{text}{':' if several else ''}", *under, *policyname.basis(telling))


def _answered(telling: Telling, points: tuple[dispute.Point, ...]) -> Iterator[Sentence]:
    """Say for each disputed part that is met, under its number and its subject, the facts that meet it, in one line."""
    for point in points:
        if not point.met or not point.shown:
            continue
        rows = [line for leaf, claim in point.shown if (line := row(leaf, claim, telling)) is not None]
        if rows:
            place, subject = policyname.cited(point.cited), _subject(point)
            under = (*point.cited.basis, *(basis for line in rows for basis in line.basis))
            under = (*under, *(policyname.numbered(point.shown[0][0]) if subject else ()))
            heads = (f"{place} ({subject})", f"{subject} ({place})") if subject else (place,)
            head = telling.voice.pick("point", *heads)
            yield sentence(f"{head}: {' '.join(line.text for line in rows)}", *under)


def _subject(point: dispute.Point) -> str:
    """Give what a point of one requirement is about, in the plan's first words; empty where they cannot be cut so."""
    if len(point.shown) != 1:
        return ""
    words = few.few(point.shown[0][0].text, SUBJECT)
    return "" if words.endswith("\N{HORIZONTAL ELLIPSIS}") or ":" in words else words


def _left_alone(telling: Telling) -> Iterator[Sentence]:
    quote = dispute.left_alone(telling)
    if quote is not None:
        words = quoted.closed(quoted.clean(quote.exact))
        yield sentence(
            telling.voice.pick("alone", f"the notice adds: {words}", f"the notice itself says: {words}"), quote
        )


def _every(n: int) -> str:
    return "both are met" if n == 2 else f"all {numbers.count(n)} are met"


def _count(telling: Telling) -> Iterator[Sentence]:
    for claim in telling.brief.claims("criteria_count"):
        met, of = int(claim.slot("met")), int(claim.slot("of"))
        name = policyname.short(telling)
        if met == of:
            every = "both" if of == 2 else f"all {numbers.count(of)}"
            ways = (
                f"{every} criteria of {name} are met, as the table below shows line by line",
                f"the table below takes the criteria of {name} one by one: {every} are met",
                f"{every} criteria of {name} are shown; the table sets them beside the record",
                f"taken one by one, {every} criteria of {name} are met",
            )
            yield sentence(telling.voice.pick("count", *ways), *claim.basis)
            continue
        held = policyname.labels(claim.slot("labels").split("|"))
        which = f" ({held})" if held else ""
        some = f"{numbers.count(met)} of the {numbers.count(of)} criteria"
        few_ = (
            f"the table below shows how {some} of {name} are met{which}",
            f"of {name}, {some} are met on the enclosed records{which}",
            f"the enclosed records meet {some} of {name}{which}",
            f"the table takes {some} of {name} in turn, each with the record that meets it{which}",
            f"taken in turn below, {some} of {name} are met{which}",
        )
        one = tuple(each.replace(" are met", " is met") for each in few_) if met == 1 else few_
        yield sentence(telling.voice.pick("some", *one), *claim.basis)
