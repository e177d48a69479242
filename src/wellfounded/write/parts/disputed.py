"""Each criterion the notice cites, under the plan's own number: what the plan says, and what the records show."""

import re

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis, Quote, quotes
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import policyname
from wellfounded.write.phrasers import plain
from wellfounded.write.shown import row
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import numbers, quoted, series

LACKING = re.compile(r"\b(?:not?|none|only|insufficient|lacks?|lacking|without|one such|fails?)\b", re.IGNORECASE)
RECORD = re.compile(
    r"\b(?:records?|notes?|chart|documentation|information|submitted|received?|given|gives?|shows?|file|provided|sent)\b",
    re.IGNORECASE,
)
# Where the plan goes on to something else: a blank line, another section, a numbered or bulleted item.
NEXT = re.compile(r"\n\s*\n|\s+(?=Section\b)|\n(?=\s*(?:\d+(?:\.\d+)+|\(?[a-z0-9]{1,3}[.)])\s)|\n(?=[ \t]*[-*\u2022] )")
MOST = 5  # a citation of the whole policy is answered by its table
AFTER = 420  # characters after the citation in which the plan says what it missed


def write(telling: Telling) -> Told:
    """Write one short paragraph for each cited criterion, and the trials that answer it as a list."""
    paragraphs: list[Paragraph] = []
    told: list[Claim] = []
    for claim in telling.brief.claims("payer_cited"):
        leaves = [leaf for id_ in claim.slot("requirements").split("|") if (leaf := telling.requirement(id_))]
        met = {each.about: each for each in telling.brief.claims("criterion_met")}
        shown = [(leaf, met[leaf.id]) for leaf in leaves if leaf.id in met]
        if not shown or len(shown) > MOST:
            continue
        said, listed, used = _answer(telling, claim, shown, told)
        heading = policyname.place(claim.slot("section"))
        paragraphs.append(Paragraph("disputed", heading, said))
        if listed:
            paragraphs.append(Paragraph("disputed", "", listed, bullets=True))
        told += used
    return Told(tuple(paragraphs), tuple(told))


def _answer(
    telling: Telling, cited: Claim, shown: list[tuple[Requirement, Claim]], told: list[Claim]
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...], list[Claim]]:
    said: list[Sentence] = []
    if (missed := _missed(telling, cited)) is not None:
        said.append(sentence(f"the notice says: {quoted.closed(quoted.clean(missed.exact))}", missed))
    trials = [each for each in telling.new("trial") if each not in told and _counts(each, shown)]
    listed = [line for n, each in enumerate(trials) for line in plain.phrase(each, telling, n)]
    for leaf, claim in shown:
        if not any(_counts(each, [(leaf, claim)]) for each in trials):
            line = row(leaf, claim, telling)
            said += [line] if line is not None else []
    if trials:
        said.append(_leads(telling, trials, [claim for _, claim in shown], answering=missed is not None))
    return tuple(said), tuple(listed), trials


def _leads(telling: Telling, trials: list[Claim], proof: list[Claim], *, answering: bool) -> Sentence:
    names = [each.evidence[0].name for each in trials]
    under: list[Basis] = [basis for claim in proof for basis in claim.basis]
    under += [each.evidence[0].basis for each in trials]
    n = len(trials)
    if n == 1:
        ways = ("the enclosed records answer this:", f"the record of {names[0]} is enclosed:")
    else:
        ways = (
            f"{numbers.count(n)} treatments answer this; each is given here with its dates and result:",
            f"the enclosed records give the dates and result of {series.series(names)}:",
        )
    del answering
    return sentence(telling.voice.pick(f"leads|{names[0]}", *ways), *under)


def _counts(trial: Claim, shown: list[tuple[Requirement, Claim]]) -> bool:
    return any(trial.evidence[0] in claim.evidence for _, claim in shown)


def _missed(telling: Telling, cited: Claim) -> Quote | None:
    """Quote up to two sentences after the citation in which the plan says what it did not find."""
    quote = next((each for basis in cited.basis for each in quotes(basis)), None)
    if quote is None:
        return None
    try:
        document = telling.case.document(quote.at.source)
    except KeyError:
        return None
    head = quote.at.end - quote.at.start
    text = document.text[quote.at.start : quote.at.start + head + AFTER]
    cut = NEXT.search(text, head)
    text = text[: cut.start()] if cut is not None else text
    spans = list(re.finditer(r"[^.!?]+(?:\.(?=\S)[^.!?]*)*[.!?](?=\s|$)", text))
    kept = [span for span in spans if LACKING.search(span[0]) and RECORD.search(span[0])][:2]
    if len(kept) == 2 and kept[0].end() < kept[1].start() - 1:
        kept = kept[:1]
    if not kept or kept[-1].end() - kept[0].start() > quoted.MOST:
        return None
    return document.quote(quote.at.start + kept[0].start(), quote.at.start + kept[-1].end())
