"""How long a treatment was taken, counted: each fill and the days it covers, the gaps, the sum, who said otherwise."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from wellfounded.model.argument import Claim
from wellfounded.model.asks import TrialOf
from wellfounded.model.basis import Basis, Derivation, Quote, quotes
from wellfounded.model.coding import Duration, PartialDate
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.letter import Sentence
from wellfounded.model.use import Supply
from wellfounded.write.briefly import called
from wellfounded.write.founded import data, stated
from wellfounded.write.notes import Passage, note, standing
from wellfounded.write.pruned import ENCLOSED
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, few, quoted

SHORT = 45  # characters of a line that is no line of running text
MOST = 14  # fills; of more only the sum is printed
ONE = timedelta(days=1)
NEAR = timedelta(days=4)  # by which the note that tells of a gap may stand outside it
LACKED = re.compile(
    r"\b(?:ran|run|running|been) out\b|\bout of (?:the |her |his |my )?(?:med\w*|drug|supply|stock)\b|\bco-?pay\b"
    r"|\bbackorder\w*|\bback-ordered\b|\bshortage\b|\bcould not (?:afford|get)\b|\bnot (?:shipped|delivered)\b"
    r"|\b(?:prior auth\w*|insurance|coverage) (?:lapsed|expired|denied|lost|changed)\b|\bin (?:the )?hospital\b",
    re.IGNORECASE,
)
LONG = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](?:days?|weeks?|months?)"
SENTENCE = re.compile(r"[^.!?\n](?:[^.!?\n]|\n(?!\s*\n)|\.(?=\S))*[.!?]?")


def untold(telling: Telling) -> Iterator[tuple[tuple[Sentence, ...], bool]]:
    """Give the fills and sums of every requirement that is met by them and that no earlier part has told."""
    for claim in telling.brief.claims("criterion_met"):
        leaf = telling.requirement(claim.about)
        held = list(supplied(telling, leaf, claim, named=True)) if leaf is not None else []
        sums = [lines[0].text for lines, rows in held if not rows and not lines[0].text.endswith(":")]
        if sums and all(text in telling.said for text in sums):
            continue  # who has read the sum needs no row of it again
        for lines, rows in held:
            new = tuple(line for line in lines if line.text not in telling.said)
            if new:
                yield new, rows


def supplied(
    telling: Telling, leaf: Requirement, claim: Claim, *, named: bool = False
) -> Iterator[tuple[tuple[Sentence, ...], bool]]:
    """Give the list of fills (True) and then the arithmetic by which *claim* is long enough for *leaf*.

    Nothing where it was not decided by fills. The treatment is named first where *named*, or where there are several.
    """
    if not isinstance(leaf.asks, TrialOf) or leaf.asks.min_duration is None:
        return
    for item in claim.evidence:
        held = item.trial.supply if item.trial is not None else None
        if held is not None and any(held.sum == each.rule for basis in claim.basis for each in _rules(basis)):
            several = len([one for one in claim.evidence if one.trial is not None and one.trial.supply is not None]) > 1
            if (named or several) and len(held.fills) <= MOST and item.trial is not None:
                yield (sentence(f"the pharmacy's record of {called(item.trial)} is this:", _kept(held)),), False
            if len(held.fills) <= MOST:
                yield tuple(_list(telling, held)), True
            counted = _sum(telling, item, held, leaf, leaf.asks.min_duration)
            yield (counted, *_otherwise(telling, item, held)), False


def briefly(item: Evidence) -> tuple[str, tuple[Basis, ...]]:
    """Give the sum in a few words for a table, with what it rests on; empty where no fills are known."""
    held = item.trial.supply if item.trial is not None else None
    if held is None or not held.closed:
        return "", ()
    return f"supply for {held.covered} of {held.days} days ({percent(held)} percent)", (held.basis,)


def percent(held: Supply) -> int:
    """Give the share of days with supply in percent, rounded down."""
    return int(held.share * 100)


def _rules(basis: Basis) -> Iterator[Derivation]:
    if isinstance(basis, Derivation):
        yield basis
        for part in basis.of:
            yield from _rules(part)


def _kept(held: Supply, *more: Basis) -> Derivation:
    """Give the basis of a count: all its rows stay under it, for a reviewer adds them up."""
    return Derivation(f"{held.sum}; {ENCLOSED}", (held.basis, *more))


def _list(telling: Telling, held: Supply) -> Iterator[Sentence]:
    rows = list(quotes(held.basis))
    late = rows[len(held.fills) :]
    gaps = [(a + ONE, b - ONE) for (_, a), (b, _) in pairwise(held.blocks)]
    if held.blocks[-1][1] < held.last:
        gaps.append((held.blocks[-1][1] + ONE, held.last))
    for fill, row in zip(held.fills, rows, strict=False):
        for gap in [each for each in gaps if each[0] <= fill.start]:
            yield _gap(telling, held, gap)
            gaps.remove(gap)
        filled = f"filled {dates.day(fill.filled)}, {fill.days} days"
        if fill.end < fill.start:
            yield sentence(f"{filled}: not begun by {dates.day(held.last)}", Derivation(held.sum, (row,)))
            continue
        later = "" if fill.start == fill.filled else _late(held, fill.filled, fill.start)
        total = held.until(fill.end)[1]
        text = f"{filled}: supply {dates.span(_day(fill.start), _day(fill.end))}{later}; {total} days so far"
        rule = f"{fill.days} days from {fill.start}, until {fill.end} = {total} days; {ENCLOSED}"
        yield sentence(text, Derivation(rule, (row, *(late if later.endswith(")") else ()))))
    for gap in gaps:
        yield _gap(telling, held, gap)


def _late(held: Supply, filled: date, start: date) -> str:
    """Say why a supply counts from a later day: what was left of the last one, or that it was taken up again then."""
    left = any(first <= start - ONE <= end for first, end in held.blocks)
    return (
        ""
        if filled < held.first
        else ", once the earlier fill was used up"
        if left
        else " (counted from the day it was resumed)"
    )


def _gap(telling: Telling, held: Supply, gap: tuple[date, date]) -> Sentence:
    n = (gap[1] - gap[0]).days + 1
    under = Derivation(f"not covered {gap[0]} to {gap[1]} = {n} days; {ENCLOSED}", (held.basis,))
    text = f"not covered {dates.span(_day(gap[0]), _day(gap[1]))}, {n} {'day' if n == 1 else 'days'}"
    why = _why(telling, gap)
    if why is None:
        return sentence(text, under)
    words = quoted.marked(why.text.rstrip(" .;,"))
    return sentence(f"{text} ({words}, {note(telling, why)})", under, *why.basis)


def _why(telling: Telling, gap: tuple[date, date]) -> Passage | None:
    """Give the first sentence of a note of those days that says why there was none."""
    for document in telling.case.documents:
        if data(document.source) or not document.source.path.startswith("chart/"):
            continue
        for found in SENTENCE.finditer(document.text):
            if not LACKED.search(found[0]):
                continue
            start = _opens(document.text, found, LACKED.search(found[0]))
            held = standing(telling, document.quote(start, found.end()))
            text = quoted.clean(document.text[start : found.end()]).strip(' "\u201c\u201d') if held is not None else ""
            if held is None or held.written is None or held.written.day is None or not quoted.readable(text):
                continue
            if gap[0] - NEAR <= held.written.earliest() <= gap[1] + NEAR and len(text) <= quoted.MOST:
                return Passage(text, held.quote, held.author, held.written, held.basis)
    return None


def _opens(text: str, found: re.Match[str], cue: re.Match[str] | None) -> int:
    """Give where the words begin: after a quotation mark, or after a short line, which heads an entry."""
    at = found.start() + (cue.start() if cue is not None else 0)
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    ends = [brk.end() for brk in re.finditer(r"\n[ \t]*", text[:at]) if brk.end() > start]
    heads = [end for end in ends if len(text[text.rfind("\n", 0, text.rfind("\n", 0, end)) + 1 : end].strip()) < SHORT]
    start = max([start, *heads])
    mark = max(text.rfind('"', start, at), text.rfind("\u201c", start, at))
    return mark + 1 if mark >= 0 else start


def _sum(telling: Telling, item: Evidence, held: Supply, leaf: Requirement, need: Duration) -> Sentence:
    """Say the arithmetic in one line, each number of which stands in the list above it or in the plan's words."""
    asked = str(need) if need.unit == "days" else f"{need}, {need.days:g} days" if need.unit == "weeks" else str(need)
    parts = [str((end - start).days + 1) for start, end in held.blocks]
    added = f" ({' + '.join(parts)})" if len(parts) > 1 else ""
    ends = (
        f"from the first dose on {dates.day(held.first)} to the last on {dates.day(held.last)} is {held.days} days"
        if held.closed
        else f"the fills of {called(item.trial) if item.trial else item.name} "
        f"supply the days {dates.span(_day(held.first), _day(held.last))}, {held.days} days"
    )
    share = f"supply was on hand for {held.covered} of them{added}, {percent(held)} percent"
    least = _least(telling, leaf)
    edges = (stated(item, _day(edge), telling.case) for edge in (held.first, held.last))
    lines = [line for line in edges if line is not None]
    asks = f"; the policy asks for {_percent(least)} percent" if least is not None else ""
    rule = f"{held.sum}; {need} = {need.days:g} days; {ENCLOSED}"
    under: list[Basis] = [Derivation(rule, (held.basis, *lines)), *((leaf.quote,) if leaf.quote is not None else ())]
    return sentence(f"{ends} (the policy asks for {asked}); {share}{asks}", *under, *((least,) if least else ()))


def _least(telling: Telling, leaf: Requirement) -> Quote | None:
    """Give the plan's own words on the share of days, as the finding on *leaf* rests on them."""
    found = telling.match.findings if telling.match is not None else ()
    held = [basis for each in found if each.requirement == leaf.id for basis in each.basis if isinstance(basis, Quote)]
    return next((each for each in held if _percent(each)), None)


def _percent(words: Quote) -> str:
    found = re.search(r"(\d{2,3})\s*(?:%|percent|per\s+cent)", words.exact)
    return found[1] if found else ""


def _otherwise(telling: Telling, item: Evidence, held: Supply) -> Iterator[Sentence]:
    """Answer the notice, and name the note, that state another length of the same treatment."""
    trial = item.trial
    if trial is None or not held.closed:
        return
    about = f"trial of {trial.ingredient}: duration".lower()
    said = [
        (fact.value, passage)
        for each in telling.case.conflicts
        if each.about.lower() == about
        for fact in each.says
        if fact.value != f"{held.days} days"
        for quote in quotes(fact.basis)
        if (passage := standing(telling, quote)) is not None
    ]
    notice = _noticed(telling, {trial.agent, trial.ingredient})
    if notice is not None:
        words = quoted.closed(few.trimmed(quoted.clean(notice.exact)))
        yield sentence(
            f"The notice says {words} The dated entries and the pharmacy\u2019s record show {held.days} days",
            notice, _kept(held), *telling.dates(item),
        )  # fmt: skip
    for value, passage in said[:1]:
        yield sentence(
            f"The length of {value} is one line of {note(telling, passage)}; the days above are those that were "
            "recorded at the time",
            *passage.basis,
            _kept(held),
        )


def _noticed(telling: Telling, names: set[str]) -> Quote | None:
    """Quote the sentence of the notice that states how long the treatment was taken."""
    denial = telling.denial
    if denial is None:
        return None
    try:
        document = telling.case.document(denial.source)
    except KeyError:
        return None
    for found in SENTENCE.finditer(document.text):
        text = " ".join(found[0].split())
        of = any(re.search(rf"\b{re.escape(name.split()[0])}", text, re.IGNORECASE) for name in names if name)
        told = re.search(rf"\b(?:for|only|of)\s+(?:only\s+|just\s+|about\s+)?{LONG}\b", text, re.IGNORECASE)
        asked = re.search(r"\b(?:at least|minimum|require[sd]?|criteri\w+)\b", text, re.IGNORECASE)
        if of and told and not asked and len(text) <= quoted.MOST:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            return document.quote(start, found.end())
    return None


def _day(when: date) -> PartialDate:
    return PartialDate.of(when)
