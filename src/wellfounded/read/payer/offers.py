"""What the notice offers in this case: an expedited appeal, an outside review; and at which level it was decided."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
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
    (not|n't) ~2 (eligible|available|apply|include|subject|offered|entitled|qualify|conduct|part of)
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
LEVELS = (
    (
        "external_review",
        phrases("(external|independent) (medical )?(review|appeal) (final )?(decision|determination|report|outcome)"),
    ),
    (
        "final_internal",
        phrases(
            """
        final (internal )?adverse (benefit )?determination | final internal (decision|determination)
            | final (decision|determination) (on|of|about|regarding) ~2 (appeal|grievance|complaint)
        (this is|is) (the|our) ~2 final decision
        no (further|more) (internal )?appeals? (with|to) (us|the plan)
        internal appeals? (process |rights )?(is|are|has|have) (now )?(been )?(complete*|exhausted)
            | exhausted ~3 internal
            | deadlock
        """
        ),
    ),
    ("second_appeal", phrases("(second|2nd)[ -]level | level (two|2|II)")),
    (
        "redetermination",
        phrases(
            "this is (the|our|a|your) redetermination | redetermination (decision|notice) | (decision"
            "|notice|result) (on|of) ~2 redetermination"
        ),
    ),
    (
        "reconsideration",
        phrases(
            "reconsideration (decision|determination|notice) | (decision|notice|result) (on|of) ~3 "
            "reconsider* | (we|have|has) ~1 reconsidered"
        ),
    ),
    (
        "first_appeal",
        phrases(
            """
        (first|1st)[ -]level | level (one|1|I) appeal | appeal (decision|determination|resolution|response|outcome
            |denial)
        (decision|resolution|response|determination|outcome|result) (on|of|to|about|regarding) (your|the
            |this) (\\w+ )?appeal
        (reviewed|considered|completed|finished) (our review of |the review of )?(your|the
            |this) (\\w+ )?appeal | your appeal ~3 (denied|upheld|not approved|been)
        widerspruchsbescheid | uph(old|eld|olding) ~4 (denial|decision|determination)
        """
        ),
    ),
    (
        "initial",
        phrases("initial (adverse )?(benefit )?(determination|decision|denial|coverage decision) | initial adverse"),
    ),
)
# Decided by the plan on an appeal: what such a notice offers next is another appeal, where it offers one.
ANSWERS = ("first_appeal", "reconsideration", "redetermination")
# What is still to be done has not been answered.
OPEN_TO_YOU = phrases("you (may|can|have|must|could|should) | within ~2 (days|hours|months) | we will")
LATER = phrases(
    "there is | voluntary | if | may | can | will | request | file | right | next | within "
    "| before | after | could | how to"
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
        if chosen and not refused:
            yield Field(name, True, paper.quote(*chosen))  # noqa: FBT003 -- the value of the field


def level(paper: Paper) -> Iterator[Field]:
    """Give the level at which this was decided, where the notice names it outside its account of what may follow."""
    for name, pattern in LEVELS:
        for each in placed(paper):
            if each.zone in {Zone.RIGHTS, Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK} and each.sentence.start > HEAD:
                continue
            found = pattern.search(each.sentence.text)
            if (
                found
                and not (name in ANSWERS and OPEN_TO_YOU.search(each.sentence.text))
                and not LATER.search(each.sentence.text, 0, found.start())
                and not re.search(r"form|kit|rights", each.sentence.text[found.end() : found.end() + 12])
            ):
                yield Field(
                    "level", name, paper.quote(each.sentence.start + found.start(), each.sentence.start + found.end())
                )
                return


HEAD = 600  # characters in which a heading about appeals is the title of a decision on one
