"""What the notice offers in this case: an expedited appeal, an outside review; and at which level it was decided."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.zones import Zone, placed

EXPEDITED = re.compile(
    (
        r"\b(?:(?:expedited|fast(?:er|-track)?|urgent|rush|quick)\s+(?:\w+\s+){0,2}?(?:appeal|review"
        r"|reconsideration|redetermination|decision|grievance|request)s?|fast\s+appeal"
        r"|expedit\w+\s+(?:the|your|an?)\s+(?:appeal|review))\b"
    ),
    re.IGNORECASE,
)
EXTERNAL = re.compile(
    (
        r"\b(?:(?:independent\s+)?external\s+(?:review|appeal)s?|independent\s+(?:external\s+"
        r"|medical\s+)?review(?:\s+organi[sz]ation|\s+entity)?|\bI(?:RO|MR|RE)\b"
        r"|unabhängige\s+(?:prüfung|begutachtung))"
    ),
    re.IGNORECASE,
)
OFFER = re.compile(
    (
        r"\b(?:you|your\s+\w+|he|she|they|provider|prescriber|member|physician|doctor|enrollee|worker"
        r"|employee|request|right|entitled|available|call|ask|file|apply)\b"
    ),
    re.IGNORECASE,
)
WITHDRAWN = re.compile(
    (
        r"\b(?:not\s+(?:eligible|available|apply|include|subject|offered|entitled|qualify)|no\s+(?:right"
        r"|external|expedited)|does\s+not\s+(?:apply|include|qualify|provide|offer)"
        r"|do(?:es)?\s+not\s+have|(?:isn't|aren't|cannot|can\s?not"
        r"|can't)\s+(?:be\s+)?(?:\w+\s+)?(?:request|expedit|available|ask|appeal)|only\s+(?:for"
        r"|if\s+you\s+have\s+not|applies)|may\s+(?:not\s+)?be\s+(?:available|eligible|able)|might"
        r"|already\s+(?:received|provided|happened)|depending\s+on|some\s+(?:plans|states|members)"
        r"|certain\s+(?:plans|situations|members)|if\s+your\s+(?:plan|coverage|policy)\s+(?:is|includes"
        r"|provides|offers)|unless)"
    ),
    re.IGNORECASE,
)
LEVELS = (
    (
        "external_review",
        (
            r"external\s+(?:review|appeal)\s+(?:decision|determination)"
            r"|independent\s+(?:medical\s+)?review\s+(?:final\s+)?(?:decision|determination|report)"
        ),
    ),
    (
        "final_internal",
        (
            r"final\s+(?:internal\s+)?adverse\s+(?:benefit\s+)?determination"
            r"|final\s+(?:internal\s+)?(?:decision|determination|response)(?=[^.]{0,60}\b(?:appeal|plan"
            r"|internal|complaint))|internal\s+appeals?\s+(?:process\s+)?(?:is|are|has"
            r"|have)\s+(?:now\s+)?(?:been\s+)?(?:complete|exhausted)|deadlock"
        ),
    ),
    ("second_appeal", r"(?:second|2nd)[\s-]+level|level\s+(?:two|2|II)\b"),
    (
        "redetermination",
        (
            r"redetermination\s+(?:decision|notice)|(?:decision|notice)\s+(?:on"
            r"|of)\s+(?:\w+\s+){0,2}?redetermination"
        ),
    ),
    (
        "reconsideration",
        (
            r"reconsideration\s+(?:decision|determination|notice)|(?:decision|notice)\s+(?:on"
            r"|of)\s+(?:\w+\s+){0,2}?reconsideration"
        ),
    ),
    (
        "first_appeal",
        (
            r"(?:first|1st)[\s-]+level|level\s+(?:one|1|I)\s+appeal|appeal\s+(?:decision|determination"
            r"|resolution|response)|(?:decision|resolution|response|determination|outcome)\s+(?:on|of|to"
            r"|about|regarding)\s+(?:your|the|this)\s+appeal|(?:reviewed|considered|completed"
            r"|received)\s+(?:our\s+review\s+of\s+)?your\s+appeal|widerspruchsbescheid|uph(?:old"
            r"|eld)\s+(?:our|the|this)\s+(?:\w+\s+){0,3}?(?:denial|decision|determination)"
        ),
    ),
    ("initial", r"initial\s+(?:adverse\s+)?(?:benefit\s+)?(?:determination|decision|denial|coverage)|initial\s+denial"),
)
COMPILED = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in LEVELS)


def offers(paper: Paper) -> Iterator[Field]:
    """Give expedited and external_review, each only as true and only where this notice offers it."""
    for name, pattern in (("expedited", EXPEDITED), ("external_review", EXTERNAL)):
        refused = False
        chosen: tuple[int, int] | None = None
        for each in placed(paper):
            found = pattern.search(each.sentence.text)
            if not found:
                continue
            if WITHDRAWN.search(each.sentence.text):
                refused = refused or not re.search(r"may\s+be|unless", each.sentence.text)
            elif chosen is None and (OFFER.search(each.sentence.text) or each.zone in {Zone.RIGHTS, Zone.REVIEW}):
                chosen = each.sentence.start + found.start(), each.sentence.start + found.end()
        if chosen and not refused:
            yield Field(name, True, paper.quote(*chosen))  # noqa: FBT003 -- the value of the field


def level(paper: Paper) -> Iterator[Field]:
    """Give the level at which this was decided, where the notice names it outside its account of what may follow."""
    for name, pattern in COMPILED:
        for each in placed(paper):
            if each.zone in {Zone.RIGHTS, Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK} and each.sentence.start > 600:
                continue
            found = pattern.search(each.sentence.text)
            if found and not re.search(
                r"\b(?:if|may|can|will|request|file|right|next|within|before|after)\b",
                each.sentence.text[: found.start()],
                re.IGNORECASE,
            ):
                yield Field(
                    "level", name, paper.quote(each.sentence.start + found.start(), each.sentence.start + found.end())
                )
                return
