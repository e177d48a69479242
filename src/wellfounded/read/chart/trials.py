"""Treatment trials of one note: mentions gathered by ingredient and stretch of time, and judged."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wellfounded.model.basis import Basis, Derivation, Quote
from wellfounded.model.coding import Duration, Quantity
from wellfounded.model.document import Document
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind, Outcome, Trial, TrialStatus
from wellfounded.read.chart import effects, judge
from wellfounded.read.chart.columns import Table
from wellfounded.read.chart.courses import counts, courses, last_day
from wellfounded.read.chart.frames import Walk
from wellfounded.read.chart.items import Item, Row, row
from wellfounded.read.chart.learned.page import page
from wellfounded.read.chart.learned.verdicts import Verdict, tempered
from wellfounded.read.chart.lexicon import Lexicon
from wellfounded.read.chart.mention import Mention
from wellfounded.read.chart.outline import Outline, Unit
from wellfounded.read.chart.telling import tell
from wellfounded.read.chart.unlisted import unlisted

_FILLS = re.compile(
    (
        r"\b(?:fill(?:ed)? date|date filled|last fill(?:ed)?|days?.? supply|DS|dispensed|date sold|sold "
        r"date)\b.*\b(?:drug|medication|qty|quantity|refills?|status|days?.? supply)\b|\b(?:drug"
        r"|medication)\b.*\b(?:fill(?:ed)? date|date filled|last fill(?:ed)?|days?.? supply|DS|dispensed)\b"
    ),
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:either|both|neither|(?:none|all|any|each) (?:of )?(?:the |these |those )?(?P<n>two|three|four))\b",
    re.IGNORECASE,
)
_SUPPLY = 120  # days after a last fill on which a treatment is no longer taken, a ninety-day supply and a month
_CARRIED = re.compile(
    r"\b(?:carried (?:forward|over)|copied (?:forward|from)|pulled forward|imported|not (?:yet "
    r")?(?:reviewed|reconciled|verified|updated)|unreconciled|"
    r"from (?:prior|previous|last) (?:note|visit|encounter))\b",
    re.IGNORECASE,
)
_TAKEN = {TrialStatus.CURRENT, TrialStatus.PAST}
_TIME = {
    TrialStatus.CURRENT: "current",
    TrialStatus.PAST: "historical",
    TrialStatus.PLANNED: "planned",
    TrialStatus.HYPOTHETICAL: "hypothetical",
    TrialStatus.NEVER_TAKEN: "historical",
    TrialStatus.ALLERGY: "historical",
}


def mentions(
    document: Document, outline: Outline, lexicon: Lexicon, marked: Sequence[Item] = ()
) -> tuple[list[Mention], dict[int, Row]]:
    """Read every unit of a note for treatments, each sentence knowing what the one before it was about.

    *marked* are names found by other means than the lexicon's and the readers' own.
    The items of each unit are given too, by its start.
    """
    found: list[Mention] = []
    rows: dict[int, Row] = {}
    carry: list[Mention] = []
    before: Unit | None = None
    fills, table = False, Table()
    for unit in outline.units:
        if unit.kind == "header":
            continue
        if (
            before is None
            or before.paragraph != unit.paragraph
            or before.visit != unit.visit
            or (unit.kind != "sentence" and before.end < unit.start - 3 and unit.kind == "item")
        ):
            carry = []
        extra = [item for item in marked if unit.start <= item.start < unit.end]
        begun = {item.start for item in extra}
        extra += [item for item in unlisted(document.text, unit, lexicon) if item.start not in begun]
        items = rows[unit.start] = row(document.text, unit.start, unit.end, lexicon, outline.date(unit), tuple(extra))
        fills = (
            fills and unit.kind == "row" and before is not None and before.paragraph == unit.paragraph
        ) or _FILLS.search(document.text, unit.start, unit.end) is not None
        walk = Walk(document.text, unit, items, _both(document.text, unit, items, found, before) or carry)
        read = walk.read()
        table.take(document.text, unit, read, outline.date(unit))
        for mention in read if fills and unit.kind == "row" else ():
            mention.take("filled", mention.start, mention.end)
        found += read
        heard = any(unit.start <= hit.start < unit.end for m in carry for hit in m.hits)
        carry = (walk.group or walk.focus or read[-1:]) or (carry if heard else [])
        before = unit
    for mention in found:  # named in a condition of another treatment alone: "PDT only if faricimab fails"
        if mention.has("if"):
            mention.screened |= any(m.agent.ingredient == mention.agent.ingredient and not m.has("if") for m in found)
    tell(document.text, outline, found)
    return found, rows


def _both(text: str, unit: Unit, items: Row, found: Sequence[Mention], before: Unit | None) -> list[Mention]:
    """Give the treatments of the sentence before that "either", "both" or "none of the three" of this one speaks of."""
    said = _EACH.search(text, unit.start, unit.end)
    if said is None or before is None or before.block != unit.block or any(i.kind == "agent" for i in items.items):
        return []
    named = [m for m in found if m.unit is before]
    count = {"three": 3, "four": 4}.get((said["n"] or "two").lower(), 2)
    return named[-count:] if len({m.agent.ingredient for m in named[-count:]}) == count == len(named[-count:]) else []


def trials(document: Document, outline: Outline, lexicon: Lexicon) -> list[Evidence]:
    """Give one piece of evidence for each treatment and stretch of time in the note."""
    found, rows = mentions(document, outline, lexicon)
    laid = page(document.text, outline, found, rows)
    spoken = [mention for mention in found if counts(mention)]
    known = {mention.agent.ingredient for mention in spoken}
    bare = [mention for mention in found if mention.agent.ingredient not in known]
    told = [(course, tempered(laid, course)) for course in (*courses(spoken), *courses(bare))]
    return [_evidence(document, outline, course, said) for course, said in told if said is not None]


def _evidence(document: Document, outline: Outline, course: list[Mention], said: Verdict) -> Evidence:
    course = [mention for mention in course if counts(mention)] or course
    status = said.status
    if status is TrialStatus.CURRENT and all(m.has("filled") for m in course):
        day = outline.date(course[-1].unit)
        filled = max((last_day(m) for m in course), default=0)
        status = TrialStatus.PAST if day and filled and filled + _SUPPLY < day.earliest().toordinal() else status
    what, teller = said.outcome, said.teller if said.outcome is not Outcome.UNKNOWN else None
    if status not in _TAKEN:
        reacted = status is TrialStatus.ALLERGY and any(_reacted(document.text, m) for m in course)
        what, teller = Outcome.INTOLERANT if reacted else Outcome.UNKNOWN, None
    lead = teller or next((m for m in course if judge.standing(m) is status), course[0])
    told = [m for m in course if judge.standing(m) in {TrialStatus.PAST, TrialStatus.CURRENT}] or course
    named = [m.agent for m in (lead, *course) if m.agent.what != "class"] or [lead.agent]
    first = max(named, key=lambda agent: agent.ingredient.count("/"))  # a part stands for the combination it is of
    trial = Trial(
        agent=lead.written,
        ingredient=first.ingredient if first.what != "class" else lead.written,
        classes=first.classes,
        listed=first.listed,
        dose=_dose(told, status),
        route=next((m.route for m in told if m.route), ""),
        frequency=next((m.frequency for m in told if m.frequency), ""),
        start=next((m.started for m in told if m.started), None),
        stop=next((m.stopped for m in reversed(told) if m.stopped), None)
        if status is not TrialStatus.CURRENT
        else None,
        duration=_longest(told),
        status=status,
        outcome=what,
        reason_stopped=next((m.reason for m in told if m.reason), ""),
    )
    trial = _in_order(trial)
    passages = _quotes(document, lead, course)
    basis: Basis = passages[0] if len(passages) == 1 else Derivation("chart.trial", tuple(passages))
    experiencer = "family" if said.family else "patient"
    polarity = "negated" if status is TrialStatus.NEVER_TAKEN else "affirmed"
    return Evidence(
        EvidenceKind.TREATMENT_TRIAL,
        trial.ingredient,
        basis,
        statement=" ".join(passages[0].exact.split()),
        on=trial.start or next((m.dated for m in told if m.dated), None),
        trial=trial,
        assertion=Assertion(polarity, _TIME[status], experiencer, _certainty(document, course)),
        written=outline.date(lead.unit),
    )


def _reacted(text: str, mention: Mention) -> bool:
    """Whether the reaction to what is an allergy is told: beside the name, before the next entry of the list."""
    beside = re.split(r"[,;]", text[mention.end : mention.unit.end], maxsplit=1)[0]
    return mention.has("result", "harm", "intolerant", "aside") or effects.HARM.search(beside) is not None


def _certainty(document: Document, course: Sequence[Mention]) -> str:
    """A list carried forward or not reviewed says only what was once true."""
    if any(m.unit.section != "medications" for m in course):
        return "certain"
    begin = max(0, course[0].unit.start - 200)
    about = document.text[begin : course[0].unit.end + 120]
    return "possible" if _CARRIED.search(about) else "certain"


def _in_order(trial: Trial) -> Trial:
    """A start after the stop is a day whose year was not written: it takes the stop's year, or is left out."""
    start, stop = trial.start, trial.stop
    if start is None or stop is None or start.earliest() <= stop.latest():
        return trial
    moved = replace(start, year=stop.year)
    return replace(trial, start=moved if moved.earliest() <= stop.latest() else None)


def _dose(told: Sequence[Mention], status: TrialStatus) -> Quantity | None:
    """The largest dose reached; after a reduction of a treatment still taken, the last one."""
    spoken = [m for m in told if m.unit.section != "medications" and m.doses]
    taken = any(m.has("current") for m in spoken)  # what the patient says he takes outweighs a list
    held = [
        (dose, means)
        for m in (spoken if status is TrialStatus.CURRENT and taken else told)
        for dose, means in m.doses
        if means not in {"planned", "aim", "hypothetical"} or status in {TrialStatus.PLANNED, TrialStatus.HYPOTHETICAL}
    ]
    if not held:
        return None
    if status is TrialStatus.CURRENT and held[-1][1] in {"decrease", "now"}:
        return held[-1][0]
    unit = next((dose.unit for dose, _ in held if dose.unit != "%"), held[0][0].unit)
    if status is TrialStatus.PLANNED:
        return held[0][0]
    return max((dose for dose, _ in held if dose.unit == unit), key=lambda dose: dose.value)


def _longest(told: Sequence[Mention]) -> Duration | None:
    lengths = [length for m in told for length in m.lengths]
    timed = [length for length in lengths if length.days]
    return (
        max(timed, key=lambda length: length.days) if timed else max(lengths, key=lambda length: length.n, default=None)
    )


def _quotes(document: Document, lead: Mention, course: Sequence[Mention]) -> list[Quote]:
    """The passage that tells the outcome first, widened to whole units, then the others, each once."""
    spans: list[tuple[int, int]] = []
    begun = reached = -1
    for mention in [lead, *course]:
        start, end = min(mention.unit.start, mention.first), max(mention.unit.end, mention.last)
        if mention.unit.kind == "row" or end - start > 600:
            start, end = mention.first, mention.last
        held = end <= reached if start >= begun else any(s <= start and end <= e for s, e in spans)
        if not held:
            spans.append((start, end))
            begun, reached = max(begun, start), max(reached, end)
    return [document.quote(start, end) for start, end in spans]
