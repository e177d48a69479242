"""What is asked for before arguing: the claim file, the criteria, the reason, and who decided."""

import re as regex
from collections.abc import Iterator
from datetime import date

from wellfounded.model.basis import Basis, Quote
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import policyname, service
from wellfounded.write.invoked import cited, right, under
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import dates, quoted, series

# What to ask, and the words by which the right to it is found in this market.
FILE = "a copy of the whole claim file, free of charge: every document, record and other information on the request"
RULES = "the medical policy, guideline, protocol or other criterion that was used, complete and in the version applied"
REASON = "the specific reason: which requirement was found not to be met, and what was missing from the records"
PEOPLE = "the name, credentials and specialty of each person who decided the request or advised on it"
ASKED = (
    (FILE, ("claim_file",)),
    (RULES, ("criteria_free", "parity_criteria")),
    (REASON, ("specific_reason",)),
    (PEOPLE, ("identify_experts",)),
)


def write(telling: Telling) -> Told:
    """Write what was refused, then the list, each line with the rule that gives it where this market has one."""
    notice = _notice(telling)
    if not notice:
        return Told()
    first = Paragraph("records_asked", telling.part.heading, tuple(_opening(telling, notice)))
    lines = tuple(
        sentence(f"{text}{cited(found)}", *under(found, notice))
        for text, words in ASKED
        for found in (right(telling, *words),)
    )
    return Told((first, Paragraph("records_asked", "", lines, bullets=True)))


def _notice(telling: Telling) -> tuple[Basis, ...]:
    held = telling.denial
    if held is None:
        return ()
    fields = [held.first(name) for name in ("notice_date", "reference_number", "claim_number", "reason", "payer")]
    return tuple(field.basis for field in fields if field is not None)[:2] or tuple(f.basis for f in held.fields[:1])


def _opening(telling: Telling, notice: tuple[Basis, ...]) -> Iterator[Sentence]:
    held = telling.denial
    when = held.first("notice_date") if held is not None else None
    of = f" of {dates.day(when.value)}" if when is not None and isinstance(when.value, date) else ""
    who, name = telling.person, telling.case.patient.name
    base: list[Basis] = [*notice, *service.basis(telling)]
    base += [entered("patient.name", name)] if name is not None else []
    what = service.whole(telling) if telling.case.services else _stated(telling)
    yield sentence(f"Your notice{of} refuses {what or 'the service requested'} for {who.full}", *base)
    if relied := _relied(telling):
        bases: list[Basis] = [basis for claim in telling.brief.claims("payer_cited") for basis in claim.basis]
        names = (claim.slot(name) for claim in telling.brief.claims("payer_cited") for name in ("title", "number"))
        bases += [quote for name in names if (quote := _stand(telling, name)) is not None]
        text = f"It relies on {relied}"
        yield sentence(text if telling.policy is not None else f"{text}, which I do not have in full", *bases)
    ways = (
        "Before I answer on the merits I need to see what the decision rests on, so please send me, by fax or mail:",
        "An answer should meet the criteria that were used, so before arguing the merits I ask for:",
    )
    yield sentence(telling.voice.pick("records", *ways), *notice)


def _stated(telling: Telling) -> str:
    return telling.denial.text("service") if telling.denial is not None else ""


def _stand(telling: Telling, words: str) -> Quote | None:
    """Quote where the notice says *words*; None where it does not, and then they are not printed as its words."""
    if telling.denial is None or not words:
        return None
    try:
        document = telling.case.document(telling.denial.source)
    except KeyError:  # a source that is not in the folder any more
        return None
    found = regex.search(r"\s+".join(regex.escape(word) for word in words.split()), document.text)
    return document.quote(*found.span()) if found is not None else None


def _relied(telling: Telling) -> str:
    """Name what the notice relies on, the sections of one policy together."""
    by: dict[tuple[str, str], list[str]] = {}
    for claim in telling.brief.claims("payer_cited"):
        title, number = (name if _stand(telling, name) else "" for name in (claim.slot("title"), claim.slot("number")))
        title, number = title or number, "" if number in title or not title else number
        where = policyname.place(claim.slot("section"))
        by.setdefault((title, number), []).append(where)
    named: list[str] = []
    for (title, number), places in by.items():
        kept = series.series(list(dict.fromkeys(place for place in places if place)))
        whole = quoted.marked(title).replace(".”", "”") if title else ""
        whole += f" ({number})" if number else ""
        named.append(f"{kept} of {whole}" if kept and whole else kept or whole)
    return series.series([each for each in named if each])
