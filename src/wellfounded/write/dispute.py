"""What the notice disputes: each cited part with the requirements under it that are shown, and what it leaves alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Quote, quotes
from wellfounded.model.criteria import Requirement, requirements
from wellfounded.model.document import Document
from wellfounded.write.telling import Telling
from wellfounded.write.words import clause, quoted

MOST = 5  # a citation of the whole policy is answered by its table
AFTER = 420  # characters after the citation in which the plan says what it missed
LACKING = re.compile(
    r"\b(?:not?|none|only|insufficient|lacks?|lacking|without|one such|fails?|more than)\b", re.IGNORECASE
)
RECORD = re.compile(
    r"\b(?:records?|notes?|chart|documentation|information|submitted|received?|given|gives?|shows?|file|provided|sent|"
    r"asked for|requested|names?)\b",
    re.IGNORECASE,
)
# Where the plan goes on to something else: a blank line, another section, a numbered or bulleted item.
NEXT = re.compile(
    r"\n\s*\n|\s+(?=Section\b)|\n(?=\s*(?:\d+(?:\.\d+)+|\(?[a-z0-9]{1,3}[.)])\s)|\n(?=[ \t]*[-*•] )|\s(?=Item \d)"
)
DAY = re.compile(r"\b(?:19|20)\d\d\b|\d/\d")  # a date read as a section's number is none
SAID = r"[^.!?\n]*(?:\n(?!\s*\n)[^.!?\n]*){0,3}?"
RIGHTS = re.compile(
    r"^[ \t]*(?:YOUR )?(?:RIGHTS?\b|APPEAL|HOW TO|WHAT YOU (?:CAN|MAY)|IF YOU DO NOT"
    r"|YOU (?:CAN|MAY|HAVE)\b|PEER)[^a-z\n]*$",
    re.MULTILINE,
)
REASON = re.compile(r"(?<=[.!?:\n]) *[A-Z][^.!?\n]*(?:\n(?!\s*\n)[^.!?\n]*){0,3}[.!?](?=\s|$)")
ALONE = re.compile(rf"{SAID}\bnot?\b{SAID}\b(?:in (?:dispute|question)|disputed|at issue)\b[^.!?]*\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Point:
    """One part the notice cites: the requirements under it that are shown, each with the claim that shows it."""

    cited: Claim
    shown: tuple[tuple[Requirement, Claim], ...]

    @property
    def met(self) -> bool:
        """Whether all that is cited is shown."""
        return self.cited.slot("met") == "yes"


def points(telling: Telling) -> tuple[Point, ...]:
    """Give each cited part with what is shown under it; a citation of the whole policy has nothing under it here."""
    met = {each.about: each for each in telling.brief.claims("criterion_met")}
    return tuple(Point(claim, _shown(telling, claim, met)) for claim in _narrow(telling))


def _narrow(telling: Telling) -> Iterator[Claim]:
    """Give the citations of numbered parts; of a section and a part of it, the part alone."""
    held = [claim for claim in telling.brief.claims("payer_cited") if claim.slot("section")]
    held = [claim for claim in held if DAY.search(claim.slot("section")) is None]
    numbers = [tuple(re.findall(r"[A-Za-z]+|\d+", claim.slot("section").upper())) for claim in held]
    for claim, own in zip(held, numbers, strict=True):
        if not any(len(other) > len(own) and other[: len(own)] == own for other in numbers):
            yield claim


def _shown(telling: Telling, claim: Claim, met: dict[str, Claim]) -> tuple[tuple[Requirement, Claim], ...]:
    leaves = [leaf for id_ in claim.slot("requirements").split("|") if (leaf := telling.requirement(id_))]
    root = telling.policy.root if telling.policy is not None else None
    if len(leaves) > MOST and root is not None and 2 * len(leaves) >= sum(1 for _ in requirements(root)):
        return ()  # the greater part of a policy is answered by its table
    shown = tuple((leaf, met[leaf.id]) for leaf in leaves if leaf.id in met)
    return shown if len(shown) <= MOST else ()


def missed(telling: Telling, cited: Claim) -> Quote | None:
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
        return _ground(telling, cited, document)
    return document.quote(quote.at.start + kept[0].start(), quote.at.start + kept[-1].end())


def _ground(telling: Telling, cited: Claim, document: Document) -> Quote | None:
    """Quote the sentence of the notice's reasons that speaks of the words of this citation and of no other one.

    A notice often lists what it cites, and says below what it found of each: "No biopsy report was sent."
    """
    words = {each.about: _words(telling, each) for each in _narrow(telling)}
    others = set[str]().union(*(held for about, held in words.items() if about != cited.about))
    own = words.get(cited.about, set()) - others
    places = [
        each.at for claim in telling.brief.claims("payer_cited") for basis in claim.basis for each in quotes(basis)
    ]
    begin = min((at.start for at in places if at.source == document.source.id), default=0)
    cut = RIGHTS.search(document.text, begin)
    best, most = None, 0
    for span in REASON.finditer(document.text, begin, cut.start() if cut is not None else len(document.text)):
        text = quoted.clean(span[0])
        shared = len(own & clause.stems(text))
        told = LACKING.search(text) and RECORD.search(text) and len(span[0]) <= quoted.MOST and quoted.readable(text)
        if told and shared > most and text not in telling.said:
            best, most = span, shared
    return document.quote(*best.span()) if best is not None else None


def _words(telling: Telling, cited: Claim) -> set[str]:
    leaves = (telling.requirement(id_) for id_ in cited.slot("requirements").split("|"))
    return {word for leaf in leaves if leaf is not None for word in clause.stems(leaf.text)}


def left_alone(telling: Telling) -> Quote | None:
    """Quote where the notice itself says that something is not in dispute; None where it does not."""
    notice = telling.denial
    if notice is None:
        return None
    try:
        document = telling.case.document(notice.source)
    except KeyError:
        return None
    found = ALONE.search(document.text)
    if found is None or len(found[0]) > quoted.MOST or not quoted.readable(quoted.clean(found[0])):
        return None
    return document.quote(*found.span())
