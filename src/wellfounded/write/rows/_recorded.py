"""What the chart records, in its own words: how any requirement is shown that no typed sentence fits."""

import re

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Attestation, Quote, leaves, quotes
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Sentence
from wellfounded.write.notes import Passage, note, passages, placed, standing
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import clause, dates, quoted, series

MOST = 170
SHOWING = re.compile(
    r"\b(?:showing|demonstrating|confirming|that shows?|with evidence of|consistent with)\b", re.IGNORECASE
)
LINE = re.compile(r"[A-Z0-9][^.\n]*(?:\n(?![\s-]*\n)[^.\n]+)*\.")
COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|[2-9])\b(?: \(\d\))?(?: or more|\+)? (?:[a-z-]+ ){0,3}?(?:infections?|exacerbations?"
    r"|episodes?|attacks?|flares?|relapses?|hospitali[sz]ations?|admissions?|fractures?|events?)\b",
    re.IGNORECASE,
)
# The passage that tells of a machine's repair shows no treatment, though the treatment stands in it.
BROKE = re.compile(
    r"\b(?:power supply|motor|batter(?:y|ies)|compressor|machine|unit|equipment|device)"
    r"(?: \w+)? (?:failed|broke|died|quit)\b",
    re.IGNORECASE,
)
EVENTS = 6  # more are told by the newest
ABSENCES = {"absent", "concurrent", "place", "prescriber"}
BARE = "The chart "  # how the matcher says that some words of the chart decided it, which a letter quotes


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Quote the latest passage that reads as words; else name the finding; else say whose word it is."""
    if (each := _each(leaf, claim, telling)) is not None:
        return each
    latest = newest(leaf, claim, telling)
    if latest is not None:
        place = placed(telling, latest)
        words = quoted.unlabelled(latest.text)
        line = f"{quoted.marked(words.rstrip(' .,;:'))} ({place})" if place else quoted.closed(words)
        shown = _found(leaf, telling, latest) if leaf.asks.kind in {"procedure", "imaging"} else None
        if shown is not None:
            more = quoted.closed(quoted.unlabelled(quoted.clean(shown.exact)))
            return sentence(f"{line.rstrip('.')}; the same record reads {more}", *claim.basis, *latest.basis, shown)
        return sentence(line, *claim.basis, *latest.basis)
    for item in claim.evidence:
        found = f": {item.finding}" if item.finding and quoted.readable(item.finding) else ""
        if item.on is not None and item.name:
            return sentence(f"{item.name} {dates.at(item.on)}{found}", *claim.basis, *telling.dates(item))
    for leaf_basis in (each for basis in claim.basis for each in leaves(basis)):
        if isinstance(leaf_basis, Attestation) and not leaf_basis.says.startswith("entered "):
            who = f"{leaf_basis.by}, {leaf_basis.role}," if leaf_basis.role else leaf_basis.by
            return sentence(f"{who} states: {quoted.closed(leaf_basis.says)}", *claim.basis)
    why = claim.slot("why")
    told = why and not claim.evidence and not why.startswith(BARE)
    return sentence(why, *claim.basis) if told else _named(claim, telling)


def _each(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Quote each of the events that a requirement counts, with its day: one of them alone shows no count."""
    if not COUNTED.search(leaf.text):
        return None
    held = [each for item in claim.evidence for each in passages(telling, item, MOST)[:1] if each.written is not None]
    held = list({(each.written, each.quote.at.source): each for each in held}.values())
    if len(held) < 2 or len(held) > EVENTS:
        return None
    held.sort(key=lambda each: each.when)
    told = [f"{quoted.marked(quoted.unlabelled(each.text).rstrip(' .,;:'))} ({placed(telling, each)})" for each in held]
    return sentence(series.series(told), *claim.basis, *(basis for each in held for basis in each.basis))


def _found(leaf: Requirement, telling: Telling, held: Passage) -> Quote | None:
    """Quote the sentence of the same record that tells what a study found, in words the requirement asks for.

    "Colonoscopy showing active disease" is not shown by a colonoscopy alone; a finding denied is none.
    """
    asked = SHOWING.split(leaf.text, maxsplit=1)
    wanted = clause.stems(asked[1]) if len(asked) > 1 else set()
    document = telling.case.document(held.quote.at.source)
    for found in LINE.finditer(document.text):
        words = quoted.clean(found[0])
        if not quoted.readable(words) or len(words) > MOST or words in held.text or clause.DENIES.search(words):
            continue
        if len(wanted & clause.stems(words)) >= min(2, len(wanted)) > 0:
            return document.quote(*found.span())
    return None


def _named(claim: Claim, telling: Telling) -> Sentence | None:
    """Name the paper that shows it, where it shows it in a form no sentence can quote."""
    for quote in (each for item in claim.evidence for each in quotes(item.basis)):
        held = standing(telling, quote)
        if held is not None:
            return sentence(f"recorded in {note(telling, held)}", *claim.basis, *held.basis)
    return None


def newest(leaf: Requirement, claim: Claim, telling: Telling) -> Passage | None:
    """Give the passage that shows it: of words where there is one, else one full of figures or longer.

    The matcher puts what decides best first. A statement merged from many papers also holds passages that do not bear:
    of these the one that shares most words with the requirement is told, but where nothing is to be found ("no other
    biologic"), for there a shared word proves the contrary.
    """
    wanted = set[str]() if leaf.asks.kind in ABSENCES else clause.stems(leaf.text)
    for most, dense in ((MOST, False), (MOST, True), (quoted.MOST, True)):
        held = [
            each
            for item in claim.evidence
            for each in passages(telling, item, most, dense=dense)[: None if wanted else 1]
            if not BROKE.search(each.text)
        ]
        if held:
            return max(held, key=lambda each: len(wanted & clause.stems(each.text)))
    return None
