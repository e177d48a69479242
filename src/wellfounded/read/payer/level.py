"""At which level a notice was decided: a first decision, the answer to an appeal, a review's decision."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer.judged import judged
from wellfounded.read.payer.offered import offered
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.phrases import phrases
from wellfounded.read.payer.zones import Zone, placed
from wellfounded.wire.caseless import Caseless

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
            | (ends|completes|concludes|exhausts) ~1 internal (appeals?|process|review|grievance|procedure)
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
# A level taken too high would hide an appeal that is open: under this it is not named, over the other not even doubted.
NAMED, DOUBTED = 0.8, 0.4
ROUTE = Caseless(  # "First level provider appeal: 802-555-0111, fax": where one is made, and not what this answers
    r"(?:\s+\w+){0,3}:\s*(?:\(?\d|fax|mail|send|write|call|phone|within)"
)
AHEAD = phrases(
    "appeal* | reconsider* | disput* | disagree* | grievance* | complain* | contest* | object* | (review|hearing)s? "
    "| widerspr* | einspruch | beschwerde"
)
DECIDES = ("denial", "partial_approval")
INITIAL = "level_initial"
ELSEWHERE = (Zone.RIGHTS, Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK)
HEAD = 600  # characters in which a heading about appeals is the title of a decision on one


def level(paper: Paper) -> Iterator[Field]:
    """Give the level at which this was decided, where the notice names it outside its account of what may follow."""
    yield from _told(paper) or [one for sure, one in _likely(paper)[:1] if sure >= NAMED]


def first(paper: Paper) -> Iterator[Field]:
    """Give `initial` for a refusal that tells of an appeal and answers none, at the sentence that decides.

    Where a sentence may show a higher level, or none tells of an appeal, nothing is given.
    """
    if not AHEAD.search(paper.plain) or any(sure >= DOUBTED for sure, _ in _likely(paper)):
        return
    decides = max(judged(paper), key=lambda each: max(map(each.likely.get, DECIDES, (0.0, 0.0))), default=None)
    if decides:
        yield Field("level", "initial", paper.quote(decides.place.sentence.start, decides.place.sentence.end))


def _told(paper: Paper) -> list[Field]:
    for name, pattern in LEVELS:
        for each in placed(paper):
            if each.zone in ELSEWHERE and each.sentence.start > HEAD:
                continue
            found = pattern.search(each.sentence.text)
            if (
                found
                and not (name in ANSWERS and OPEN_TO_YOU.search(each.sentence.text))
                and not LATER.search(each.sentence.text, 0, found.start())
                and not re.search(r"form|kit|rights", each.sentence.text[found.end() : found.end() + 12])
                and not ROUTE.match(each.sentence.text, found.end())
            ):
                start = each.sentence.start
                return [Field("level", name, paper.quote(start + found.start(), start + found.end()))]
    return []


def _likely(paper: Paper) -> list[tuple[float, Field]]:
    """Give the levels above the first that sentences show, the surest first."""
    found = []
    for each in offered(paper):
        sentence = each.place.sentence
        if (each.place.zone in ELSEWHERE and sentence.start > HEAD) or OPEN_TO_YOU.search(sentence.text):
            continue
        levels = {name: sure for name, sure in each.likely.items() if name.startswith("level_") and name != INITIAL}
        best = max(levels, key=lambda name: levels[name])
        name = best.removeprefix("level_")
        found.append((levels[best], Field("level", name, paper.quote(sentence.start, sentence.end))))
    return sorted(found, key=lambda one: (-one[0], one[1].basis.at.start))
