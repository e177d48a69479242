"""Use that was counted, in a letter: so many days of so many, and the whole count of which a notice states a part."""

import re
from collections.abc import Iterator

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis, Derivation, Quote, quotes
from wellfounded.model.criteria import Requirement, requirements
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.model.use import Session, Tally
from wellfounded.write.founded import data
from wellfounded.write.pruned import ENCLOSED
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, few, quoted, series

_SHARE = re.compile(
    r"(?P<n>\d{1,3})\s*(?:%|percent|per\s+cent)\s+of\s+(?:the\s+|all\s+|scheduled\s+)*"
    r"(?P<unit>days|nights|visits|sessions)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"(?<![\d/.-])(?P<n>\d{1,3}) (?:of|out of) (?:the )?(?P<of>[1-9]\d{0,2}) (?:scheduled )?"
    r"(?P<unit>days|nights|visits|sessions)\b",
    re.IGNORECASE,
)
_STATED = re.compile(r"\(\s*(\d{1,3})(?:\.\d+)?\s*%\s*\)")
_SENTENCE = re.compile(r"[^.!?\n](?:[^.!?\n]|\n(?!\s*\n)|\.(?=\S))*[.!?]?")
VISITS = {"visits", "sessions"}
SHORT = 30  # characters of a name that a sentence may carry
_WORDS = 3  # words beside a count that tell something of it


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say the counts that show a requirement, with the sums they rest on; None where no count does."""
    del leaf
    held = [item for item in claim.evidence if isinstance(item.use, Tally)]
    if not held or len(held) < len([item for item in claim.evidence if item.kind is not EvidenceKind.SESSION]):
        return None
    sums = [rule for basis in claim.basis for rule in _sums(basis)]
    excused = next((rule for rule in sums if "excused" in rule), "")
    said = series.series([_count(telling, item) for item in held])
    more = f"; without the visits missed for a stated reason, {excused}" if excused else ""
    return sentence(f"{said}{more}", *claim.basis, *(_basis(telling, item) for item in held))


def answers(telling: Telling) -> Iterator[Paragraph]:
    """Give the whole count of a device or therapy of which the notice states one part: each period with its days."""
    for words, share, unit in _noticed(telling):
        same = [
            item
            for item in telling.case.evidence
            if isinstance(item.use, Tally) and item.use.unit == unit and _on_paper(telling, item)
        ]
        named = {item.name for item in same if isinstance(item.use, Tally) and abs(item.use.share * 100 - share) < 1}
        rows = sorted((item for item in same if item.name in named and _dated(item)), key=_first)
        lost = tuple(_missed(telling, next(iter(named)))) if len(named) == 1 and unit in VISITS else ()
        if len(named) != 1 or len(rows) + len(lost) < 2:
            continue
        name = next(iter(named))
        of = f" of the {name}" if len(name) <= SHORT else ""
        said = f"The notice says {quoted.closed(few.trimmed(quoted.clean(words.exact)))} The whole record{of} reads:"
        under: tuple[Basis, ...] = (words, *(_basis(telling, item) for item in rows))
        asks = _asked(telling, words)
        if asks is not None and asks.quote is not None:
            said = f"{asks.label} asks for {quoted.marked(few.trimmed(quoted.clean(asks.text)))}. {said}"
            under = (asks.quote, *under)
        yield Paragraph(
            "disputed", f"Record of {unit} {'attended' if unit in VISITS else 'used'}", (sentence(said, *under),)
        )
        lines = (_line(telling, item, within=any(_inside(item, other) for other in rows)) for item in rows)
        yield Paragraph("disputed", "", (*lines, *lost), bullets=True)


def _asked(telling: Telling, words: Quote) -> Requirement | None:
    """Give the requirement whose number the notice's sentence names, where it asks a share."""
    policy = telling.policy
    roots = [root for root in (policy.root, policy.continuation) if root is not None] if policy is not None else []
    for leaf in (leaf for root in roots for leaf in requirements(root)):
        named = leaf.label and re.search(rf"(?<![\w.]){re.escape(leaf.label)}(?![\w.]*\w)", words.exact)
        if named and _SHARE.search(leaf.text):
            return leaf
    return None


def _missed(telling: Telling, name: str) -> Iterator[Sentence]:
    """Give the visits that were missed, by the reason the log states for them."""
    held: dict[str, list[Evidence]] = {}
    for item in telling.case.evidence:
        if item.name == name and isinstance(item.use, Session) and not item.use.attended and item.use.why:
            held.setdefault(item.use.why, []).append(item)
    for why, items in held.items():
        line = _line_of(telling, next(quotes(items[0].basis)))
        days = series.series([dates.short(item.on) for item in items if item.on is not None])
        visits = "visit" if len(items) == 1 else "visits"
        rule = f"{', '.join(str(item.on) for item in items)} = {len(items)} visits missed; {ENCLOSED}"
        text = f"missed {len(items)} {visits}, {days} ({quoted.marked(quoted.clean(why).strip(' .;,'))})"
        yield sentence(text, Derivation(rule, (line,)))


def _line_of(telling: Telling, quote: Quote) -> Quote:
    """Give the whole line a passage stands on."""
    document = telling.case.document(quote.at.source)
    end = document.text.find("\n", quote.at.end)
    start = document.text.rfind("\n", 0, quote.at.start) + 1
    whole = document.quote(start, end if end >= 0 else len(document.text))
    return whole if whole.exact.strip() else quote


def _inside(item: Evidence, other: Evidence) -> bool:
    """Whether a count is of a part of another's period."""
    a, b = item.use, other.use
    if not (isinstance(a, Tally) and isinstance(b, Tally)) or not (_dated(item) and _dated(other)) or a.of >= b.of:
        return False
    return str(b.period.start) <= str(a.period.start) and str(a.period.end) <= str(b.period.end)


def _line(telling: Telling, item: Evidence, *, within: bool) -> Sentence:
    told = _beside(telling, item)
    more = f" ({quoted.marked(told)})" if told else ""
    lead = "of these, " if within else ""
    return sentence(f"{lead}{_count(telling, item)}{more}", _basis(telling, item))


def _count(telling: Telling, item: Evidence) -> str:
    use = item.use
    if not isinstance(use, Tally):
        return ""
    when = f" {dates.period(use.period)}" if _dated(item) else ""
    least = f" of at least {use.least}" if use.least else ""
    verb = "attended" if use.unit in VISITS else "used on"
    return f"{verb} {use.n:g} of {use.of:g} {use.unit}{least}{when} ({_percent(telling, item, use)} percent)"


def _percent(telling: Telling, item: Evidence, use: Tally) -> int:
    """Give the share as the record itself prints it, else rounded down."""
    found = _STATED.search(_rest(telling, item)[:12])
    stated = int(found[1]) if found else -1
    return stated if abs(stated - use.share * 100) < 1 else int(use.share * 100 + 1e-9)


def _rest(telling: Telling, item: Evidence) -> str:
    """Give what follows a count on its line."""
    quote = next(quotes(item.basis))
    text = telling.case.document(quote.at.source).text
    end = text.find("\n", quote.at.end)
    return text[quote.at.end : end if end >= 0 else None].strip()


def _beside(telling: Telling, item: Evidence) -> str:
    told = quoted.clean(_STATED.sub("", _rest(telling, item))).strip(" .;,")
    return told if len(re.findall(r"[A-Za-z]{3,}", told)) >= _WORDS and len(told) <= quoted.MOST else ""


def _basis(telling: Telling, item: Evidence) -> Basis:
    """Give the row of a count whole, with its sum, so that the page is cited and its days are borne out."""
    quote, use = next(quotes(item.basis)), item.use
    if not isinstance(use, Tally):
        return quote
    days = f"{use.period.start} to {use.period.end}" if _dated(item) else "its period"
    percent = _percent(telling, item, use)
    rule = f"{use.n:g} of {use.of:g} {use.unit}, {days} = {percent}%; {ENCLOSED}"
    return Derivation(rule, (_line_of(telling, quote),))


def _dated(item: Evidence) -> bool:
    return isinstance(item.use, Tally) and item.use.period.start is not None and item.use.period.end is not None


def _first(item: Evidence) -> tuple[str, float]:
    return (str(item.use.period.start), -item.use.of) if isinstance(item.use, Tally) else ("", 0.0)


def _on_paper(telling: Telling, item: Evidence) -> bool:
    try:
        return not data(telling.case.document(next(quotes(item.basis)).at.source).source)
    except KeyError:
        return False


def _sums(basis: Basis) -> Iterator[str]:
    if isinstance(basis, Derivation):
        yield basis.rule
        for part in basis.of:
            yield from _sums(part)


def _noticed(telling: Telling) -> Iterator[tuple[Quote, int, str]]:
    """Give each sentence of the notice that states a share of days, nights or visits as what was found."""
    denial = telling.denial
    if denial is None:
        return
    try:
        document = telling.case.document(denial.source)
    except KeyError:
        return
    for found in _SENTENCE.finditer(document.text):
        share, parts = _SHARE.search(found[0]), _PARTS.search(found[0])
        if (share is None and parts is None) or re.search(
            r"\b(?:at least|must|require\w*|policy)\b", found[0], re.IGNORECASE
        ):
            continue
        if len(found[0]) <= quoted.MOST:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            stated = share or parts
            n = int(share["n"]) if share else int(100 * int(parts["n"]) / int(parts["of"])) if parts else 0
            yield document.quote(start, found.end()), n, stated["unit"].lower() if stated else ""
