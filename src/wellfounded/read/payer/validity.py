"""From when to when an approval holds."""

import itertools
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer import dates
from wellfounded.read.payer.labels import compiled, regions
from wellfounded.read.payer.paper import Paper
from wellfounded.wire.caseless import Caseless

FROM = compiled(
    r"(?:(?:authori[sz]ation|approval|certification|effective|start|begin|approved|coverage|valid"
    r"|auth)\s+)?(?:start|begin(?:ning)?|effective|valid\s+from|from|approved\s+from)(?:\s+date)?"
    r"|effective\s+date|start\s+date|valid\s+from|gültig\s+ab"
)
TO = compiled(
    r"(?:(?:authori[sz]ation|approval|certification|approved|coverage|valid|auth)\s+)?(?:end"
    r"|expir(?:es|ation|y)|thru|through|valid\s+(?:through|until|to)|until|to|termination"
    r"|ends?)(?:\s+(?:date|on))?|gültig\s+bis|befristet\s+bis"
)
SPAN_LABEL = compiled(
    r"(?:approved|authori[sz](?:ed|ation)|certif(?:ied|ication)|approval|valid(?:ity)?|coverage"
    r"|effective|auth)\s*(?:dates?|period|date\s+range|range|date\s+span"
    r"|dates\s+of\s+service)?(?:\s+(?:of|for)\s+\w+)?|dates?\s+(?:approved|authori[sz]ed"
    r"|of\s+service)|period|zeitraum|gültigkeit"
)
RANGE = Caseless(r"^\s*(?:-|to|through|thru|until|and|bis(?:\s+zum)?)\s*$")
APPROVED = Caseless(r"approv|authori[sz]|certif|valid|effective|cover|good|expire|bewillig|genehmig|befristet|gültig")
UNTIL = Caseless(
    (
        r"(?:through|until|expires?(?:\s+on)?|ends?(?:\s+on)?|valid\s+(?:to|through|until)"
        r"|bis(?:\s+zum)?|no\s+later\s+than|up\s+to)\s*$"
    ),
)
SINCE = Caseless(r"(?:from|effective|beginning|starting|begins?|starts?|as\s+of|ab(?:\s+dem)?|vom)\s*(?:on\s+)?$")


def period(paper: Paper, *, european: bool) -> Iterator[Field]:
    """Give valid_from and valid_to where the approval states them."""
    start = end = None
    for sentence in paper.sentences:
        if not APPROVED.search(sentence.text):
            continue
        days = list(dates.dates(paper.plain, sentence.start, sentence.end, european=european))
        for one, other in itertools.pairwise(days):
            if RANGE.match(paper.plain[one.end : other.start]):
                start, end = start or one, end or other
        for one in days:
            ahead = paper.plain[max(sentence.start, one.start - 30) : one.start]
            if UNTIL.search(ahead):
                end = end or one
            elif SINCE.search(ahead):
                start = start or one
    for region in regions(paper, "valid", SPAN_LABEL, colon=True):
        days = list(dates.dates(paper.plain, region.start, region.end, european=european))
        if len(days) == 2 and RANGE.match(paper.plain[days[0].end : days[1].start]):
            start, end = start or days[0], end or days[1]
    for pattern, name in ((FROM, "from"), (TO, "to")):
        for region in regions(paper, name, pattern, colon=True):
            found = next(dates.dates(paper.plain, region.start, region.end, european=european), None)
            if found and name == "from":
                start = start or found
            elif found:
                end = end or found
    for name, dated in (("valid_from", start), ("valid_to", end)):
        if dated:
            yield Field(name, dated.value, paper.quote(dated.start, dated.end))
