"""What the notice offers in this case: an expedited appeal, an outside review."""

from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer.offered import offered
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.phrases import phrases
from wellfounded.read.payer.zones import Zone, placed
from wellfounded.wire.caseless import Caseless

EXPEDITED = phrases(
    """
    (expedited|fast|faster|fast-track|urgent|rush|quick|immediate)\\)?~2 (appeal|review|reconsideration
        |redetermination
        |decision|grievance|request|external)s?
    expedited \\(?(72|24|48) hours
    (expedited|fast)\\)?~1 appeals? | expedit(e|ed|ing) (the|your|an?|this) ~1 (appeal|review|reconsideration
        |redetermination)
    """
)
HURRY = phrases(  # the offer of a fast decision in other words
    """
        (life|health|function|harm|danger|jeopard*) ~24 (72|24|48) hours
        imminent ~2 serious threat
        (72|24|48) hours ~24 (life|health|danger|jeopard*)
        """
)
EXTERNAL = phrases(
    """
    external (review|appeal)s? | independent (external |medical )?review
        | (refer|ask|write|complain|take|go|contact|approach|turn|apply|escalate) ~8 (ombuds*|OPM
            |office of personnel management)
        | (ombuds*|OPM) ~9 (review|look|help|decide|investigate|consider)
        | independent review (organi[sz]ation|entity) | independent reviewer | outside review | IRO | IMR | IRE
    """
)
OFFER = phrases(
    """
    \\d{3}-\\d{4} | \\d+ (days|months|hours) | may
    you | your | he | she | they | provider | prescriber | member | physician | doctor | enrollee | worker
        | employee | request* | right | entitled | available | call | ask | file | apply | we will | we'll
        | automatically
    """
)
REFUSED = phrases(
    """
    (not|n't) ~2 (eligible|available|apply|open to|include|subject|offered|entitled|qualify|conduct|part of)
        | no (right|external|expedited) | (does|do)~not ~1 (apply|include|qualify|provide|offer|have|address)
    cannot ~2 (request|expedite|ask|appeal) | already (received|provided|had)
    """
)
UNSURE = phrases(
    """
    (may|might|could) ~2 (be )?(available|eligible|apply|qualify|entitled) | depending on | depends on
        | (some|certain|most) (plans|states|members|situations|cases|decisions)
    if (your|the) (plan|coverage|policy|group|employer) ~3 (is|includes|provides|offers|allows|has)
        | where (applicable|required|available) | if (applicable|available|eligible)
    """
)
NOT_ALL = Caseless(r"not\s+(?:every|all|each)\b")
SELF = (Zone.RIGHTS, Zone.REVIEW)
# Sure enough to offer; what is learned takes some plain days for hurried ones, so that a hurried word must stand there.
OFFERED = 0.5
HURRIED = Caseless(
    r"\b(?:expedit|urgen|fast|rush|quick|swift|speed|immediate|straight|hurr|emergen|jeopard|danger|harm|threat|serious"
    r"|sooner|priority|(?:24|48|72)[\s-]h|three\s+days|can't\s+wait|cannot\s+wait|eil)"
)


def offers(paper: Paper, *, decided: str = "") -> Iterator[Field]:
    """Give expedited and external_review, each only as true and only where this notice offers it.

    What may be available to some plans is no offer; what the notice says is not available is none.
    A decision that an outside reviewer made (*decided*: the level) offers no outside review.
    """
    for name, pattern in (("expedited", EXPEDITED), ("external_review", EXTERNAL)):
        refused = name == "external_review" == decided
        chosen: tuple[int, int] | None = None
        sentences = placed(paper)
        for at, each in enumerate(sentences):
            found = (
                pattern.search(each.sentence.text) or (name == "expedited" and HURRY.search(each.sentence.text)) or None
            )
            if not found or each.zone is Zone.BOILERPLATE:
                continue
            after = sentences[at + 1].sentence.text if at + 1 < len(sentences) else ""
            if UNSURE.search(each.sentence.text) or NOT_ALL.match(after):
                continue
            if REFUSED.search(each.sentence.text):
                refused = True
            elif chosen is None and (OFFER.search(each.sentence.text) or each.zone in SELF):
                chosen = each.sentence.start + found.start(), each.sentence.start + found.end()
        if chosen is None and name == "expedited":
            chosen = _hurried(paper)
        if chosen and not refused:
            yield Field(name, True, paper.quote(*chosen))  # noqa: FBT003 -- the value of the field


def _hurried(paper: Paper) -> tuple[int, int] | None:
    """Give the sentence that most likely offers a fast answer in words the phrases do not know."""
    said = [
        each
        for each in offered(paper)
        if each.likely.get("expedited", 0.0) >= OFFERED
        and HURRIED.search(each.place.sentence.text)
        and not REFUSED.search(each.place.sentence.text)
        and not UNSURE.search(each.place.sentence.text)
    ]
    best = max(said, key=lambda each: each.likely["expedited"], default=None)
    return (best.place.sentence.start, best.place.sentence.end) if best else None
