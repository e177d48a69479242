"""The first half page: who asks what for whom, what is disputed and why it is met, the numbers, the criteria shown."""

from collections.abc import Iterator
from datetime import date

from wellfounded.model.basis import Basis, Derivation
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import dispute, policyname, service
from wellfounded.write.diagnosis import basis as diagnosis_basis
from wellfounded.write.diagnosis import named as diagnosis_named
from wellfounded.write.facts import findings
from wellfounded.write.shown import row
from wellfounded.write.signer import profession
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import dates, numbers, quoted

PART = "summary"


def write(telling: Telling) -> Told:
    """Write the request, each disputed criterion with the facts that meet it, and how many criteria are shown."""
    points = dispute.points(telling)
    answered = list(_answered(telling, points))
    said = {leaf.id for point in points for leaf, _ in point.shown if answered}
    opening = tuple(_asks(telling))
    rest = (*findings(telling, said), *_count(telling))
    if not points:
        whole = (*opening, *rest)
        return Told((Paragraph(PART, telling.part.heading, whole),)) if whole else Told()
    held = [Paragraph(PART, telling.part.heading, (*opening, *_disputed(telling, points)))]
    if len(answered) > 1:
        held.append(Paragraph(PART, "", tuple(answered), bullets=True))
    after = (*(answered if len(answered) == 1 else ()), *_left_alone(telling), *rest)
    held += [Paragraph(PART, "", after)] if after else []
    return Told(tuple(each for each in held if each.sentences))


def _asks(telling: Telling) -> Iterator[Sentence]:
    if not telling.case.services or not telling.pack.asks:
        return
    who, patient = telling.case.practitioner, telling.case.patient
    payer = telling.case.coverage.payer
    under: list[Basis] = [*service.basis(telling), *diagnosis_basis(telling)]
    under += [entered(name, fact) for name, fact in (("patient.name", patient.name), ("payer", payer)) if fact]
    about = diagnosis_named(telling)
    someone = telling.person.full
    if telling.age is not None and patient.birth_date is not None:
        someone += f", {numbers.article(f'{telling.age}-year-old {telling.person.noun}')}"
        under.append(Derivation(f"age on {telling.on} = {telling.age}", (patient.birth_date.basis,)))
        under += telling.sexed
    someone += f" with {about}" if about else ""
    asks, asked = _asking(telling)
    under += asked
    to = payer.value if payer is not None else "the plan"
    to = "the independent reviewer" if telling.pack.to == "reviewer" else to
    plea = f"{to} to {asks} {service.whole(telling)} for {someone}"
    trade = profession(who)
    if trade and who.specialty is not None:
        under.append(entered("practitioner.specialty", who.specialty))
        ways = (
            f"as the ordering {trade}, I ask {plea}",
            f"I write as the ordering {trade} to ask {plea}",
            f"I am the {trade} who ordered this treatment, and I ask {plea}",
            f"I ordered this treatment as {telling.person.possessive} {trade}, and I ask {plea}",
            f"this letter, from the ordering {trade}, asks {plea}",
            f"on behalf of my patient, and as the {trade} who ordered the treatment, I ask {plea}",
        )
        letter = bool(telling.pack.salutation)  # a brief for a call is none
        yield sentence(telling.voice.pick("asks", *(w for w in ways if letter or "letter" not in w)), *under)
    else:
        yield sentence(f"I ask {plea}", *under)


def _asking(telling: Telling) -> tuple[str, list[Basis]]:
    """Give what is asked, with the day of the decision where there is one, and what that rests on."""
    notice = telling.denial.first("notice_date") if telling.denial is not None else None
    when = f" of {dates.day(notice.value)}" if notice is not None and isinstance(notice.value, date) else ""
    return telling.pack.asks.replace("{decision}", f"decision{when}"), [notice.basis] if notice is not None else []


def _disputed(telling: Telling, points: tuple[dispute.Point, ...]) -> Iterator[Sentence]:
    places = policyname.all_cited([point.cited for point in points])
    under: list[Basis] = [basis for point in points for basis in point.cited.basis]
    met = [point for point in points if point.met]
    under += [basis for point in met for _, claim in point.shown for basis in claim.basis]
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
    elif met:
        text += f"; {policyname.all_cited([point.cited for point in met])} {'is' if len(met) == 1 else 'are'} met"
    several = len(met) > 1 and all(point.shown for point in met)
    yield sentence(f"{text}{':' if several else ''}", *under, *policyname.basis(telling))


def _answered(telling: Telling, points: tuple[dispute.Point, ...]) -> Iterator[Sentence]:
    """Say for each disputed part that is met the facts that meet it, in one line."""
    for point in points:
        if not point.met or not point.shown:
            continue
        rows = [line for leaf, claim in point.shown if (line := row(leaf, claim, telling)) is not None]
        if rows:
            place = policyname.cited(point.cited)
            under = (*point.cited.basis, *(basis for line in rows for basis in line.basis))
            yield sentence(f"{place}: {' '.join(line.text for line in rows)}", *under)


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
            f"in all, the records show {some} of {name}{which}",
            f"the table below sets {some} of {name} beside the record that shows them{which}",
            f"of {name}, {some} are shown{which}",
            f"the enclosed records carry {some} of {name}{which}",
            f"{some} of {name} are documented{which}",
            f"so far {some} of {name} are shown{which}",
        )
        ways_ = few_ if not some[:1].isdigit() else tuple(each for each in few_ if not each.startswith(some))
        yield sentence(telling.voice.pick("some", *ways_), *claim.basis)
