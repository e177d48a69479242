"""Evidence with only what its own passages state: a date, dose, length or value nothing says is not printed."""

import re
from dataclasses import replace

from wellfounded.model.argument import Argument, Brief, Claim
from wellfounded.model.basis import Basis, Derivation, Quote, Source, quotes
from wellfounded.model.case import Case
from wellfounded.model.coding import Duration, PartialDate
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence, Trial, TrialStatus
from wellfounded.write.dated import dated, yearless
from wellfounded.write.words.numbers import spelled


def founded(brief: Brief, case: Case) -> Brief:
    """Give the brief with each statement of the chart reduced to what a letter may print of it."""
    held: dict[int, Evidence] = {}

    def reduced(item: Evidence) -> Evidence:
        return held.setdefault(id(item), statement(item, case))

    def claim(each: Claim) -> Claim:
        return replace(each, evidence=tuple(reduced(item) for item in each.evidence))

    def argument(each: Argument) -> Argument:
        return replace(
            each,
            claim=claim(each.claim),
            grounds=tuple(claim(ground) for ground in each.grounds),
            despite=tuple(claim(against) for against in each.despite),
        )

    return replace(brief, arguments=tuple(argument(each) for each in brief.arguments))


def statement(item: Evidence, case: Case) -> Evidence:
    """Give one statement without the dates, amounts and values its sources do not state."""
    said = _numbers(item.basis)
    value = item.value if item.value is not None and item.value.value in said else None
    on, written = (_day(item, when, case) for when in (item.on, item.written))
    trial = item.trial and _trial(item, item.trial, case, said)
    return replace(item, value=value, on=on, written=written, trial=trial)


def computed(trial: Trial) -> Duration | None:
    """Give whole weeks from start to stop, or days below two weeks; None where either day is not exact."""
    start, stop = trial.start, trial.stop
    if start is None or stop is None or start.day is None or stop.day is None:
        return None
    days = (stop.earliest() - start.earliest()).days
    return Duration(days // 7, "weeks") if days >= 14 else Duration(days, "days") if days > 0 else None


def timed(held: Duration) -> bool:
    """Whether a length counts time, and not sessions or doses."""
    return held.days > 0


def length_basis(item: Evidence) -> tuple[Basis, ...]:
    """Give the count a length of time rests on, where no passage states it."""
    trial = item.trial
    if trial is None:
        return ()
    if trial.supply is not None and trial.supply.closed and trial.start is not None and trial.stop is not None:
        return (Derivation(trial.supply.sum, (trial.supply.basis,)),)
    held, counted = trial.duration, computed(trial)
    if counted is None or (held is not None and timed(held) and held.n in _numbers(item.basis)):
        return ()
    return (Derivation(f"time from {trial.start} to {trial.stop} = {counted}", (item.basis,)),)


def _day(item: Evidence, when: PartialDate | None, case: Case) -> PartialDate | None:
    """Keep a day its source states; the date of birth stands in the head of every note and is never that day."""
    born = case.patient.birth_date
    if when is None or (born is not None and when == PartialDate.of(born.value)):
        return None
    return when if stated(item, when, case) else None


def _trial(item: Evidence, trial: Trial, case: Case, said: set[float]) -> Trial:
    trial = _agreed(item, trial, case)
    start, stop = (when if stated(item, when, case) else None for when in (trial.start, trial.stop))
    dose = trial.dose if trial.dose is not None and trial.dose.value in said else None
    kept = replace(trial, start=start, stop=stop, dose=dose)
    held = trial.duration is not None and trial.duration.n in said
    if start is not None and trial.stop is None and trial.status is TrialStatus.CURRENT:
        held = False  # how long it has been taken is said by its start; a length beside it is of something else
    if start is not None and stop is not None and trial.supply is not None and trial.supply.closed:
        return replace(kept, duration=Duration(trial.supply.days, "days"))
    return replace(kept, duration=trial.duration if held else computed(kept))


def _agreed(item: Evidence, trial: Trial, case: Case) -> Trial:
    """Give the trial with dates that agree with the length its source states, or with the length left out.

    Where sources give two days for one edge, the day that fits the stated length is told; with none that fits, no day.
    """
    held = trial.duration
    if held is None or not timed(held) or _fits(trial, held):
        return trial
    for edge in ("stop", "start"):
        about = f"trial of {trial.ingredient}: {edge}".lower()
        said = [fact.value for each in case.conflicts if each.about.lower() == about for fact in each.says]
        for when in (each for each in map(_parsed, said) if each is not None):
            other = _moved(trial, edge, when)
            if _fits(other, held) and stated(item, when, case) is not None:
                return other
        if said:
            return _moved(trial, edge, None)
    return replace(trial, duration=None)


def _moved(trial: Trial, edge: str, when: PartialDate | None) -> Trial:
    return replace(trial, start=when) if edge == "start" else replace(trial, stop=when)


def _fits(trial: Trial, held: Duration) -> bool:
    """Whether a stated length is within a week, or a tenth, of the time from start to stop."""
    if trial.start is None or trial.stop is None or trial.start.day is None or trial.stop.day is None:
        return True
    days = (trial.stop.earliest() - trial.start.earliest()).days
    return abs(days - held.days) <= max(7.0, 0.1 * held.days)


def _parsed(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except (ValueError, TypeError):
        return None


def stated(item: Evidence, when: PartialDate | None, case: Case) -> Quote | None:
    """Quote where a source of *item* states *when*, a paper before a data file; None where none does."""
    if when is None:
        return None
    found: list[Quote] = []
    for quote in quotes(item.basis):
        try:
            document = case.document(quote.at.source)
        except KeyError:  # a source that is not in the folder any more
            continue
        if (passage := dated(document, when, quote.at.start)) is not None:
            if not data(document.source):
                return passage
            found.append(passage)
    if found:
        return found[0]
    own = ((_document(case, quote), quote) for quote in quotes(item.basis))
    return next((day for doc, quote in own if doc and (day := yearless(doc, when, quote)) is not None), None)


def _document(case: Case, quote: Quote) -> Document | None:
    try:
        return case.document(quote.at.source)
    except KeyError:
        return None


def data(source: Source) -> bool:
    """Whether a source is data for programs and no paper for a reviewer."""
    ends = (".json", ".xml", ".x12", ".edi")
    return source.path.lower().endswith(ends) or source.media.endswith(("json", "/xml", "+xml", "x12"))


def _numbers(basis: Basis) -> set[float]:
    held = set[float]()
    for quote in quotes(basis):
        text = quote.exact.lower()
        held |= {float(n.replace(",", "")) for n in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?|\.\d+", text)}
        held |= {float(n) for n in spelled(text)}
    return held
