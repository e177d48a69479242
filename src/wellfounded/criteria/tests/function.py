"""Function: a limitation of daily life is documented."""

import re

from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Function

ORDER = 44

_LIMIT = re.compile(
    r"\b(?:activit(?:y|ies)\s+of\s+daily\s+living|(?:mobility-related\s+)?(?:M?R?ADLs?|IADLs?)\b"
    r"|\b(?:be|is|are|was|remains?)\s+(?:physically\s+|cognitively\s+|mentally\s+)?able\s+to\s+(?!tolerate|take"
    r"|receive|afford|obtain)\w+"
    r"|\bcapable\s+of\s+(?!providing|giving|caring)\w+|\b(?:loss|lack)\s+of\s+(?:the\s+)?(?:ability|function"
    r"|independence|mobility)"
    r"|daily\s+(?:activit(?:y|ies)|life|living|functioning)|function(?:al|ing)?\s+(?:impairment|limitation|deficit"
    r"|disability|decline|status|loss|ability|capacity|mobility)s?|impair(?:s|ed|ing|ment\s+(?:in"
    r"|of))\s+(?:\w+\s+){0,3}?(?:function\w*|activit\w+|work|school|sleep|mobility)"
    r"|interfer(?:es?|ing|ence)\s+with\s+(?:\w+\s+){0,4}?(?:function\w*|activit\w+|work|school|sleep|employment"
    r"|life)|(?:unable|inability|not\s+able)\s+to\s+(?!tolerate|taper|wean|stop|discontinue|take|receive|use\b"
    r"|be\s+)\w+|(?:ability|cannot"
    r"|can\s?not|difficulty)\s+(?:to\s+)?(?:\w+\s+){0,2}?(?:work|attend|carry\s+out|complete|participate|exercise"
    r"|walk|ambulate|stand|sit|sleep|bathe|dress|feed|transfer|propel|self-propel|climb|perform|swallow|chew"
    r"|communicate|speak|care|lift|drive|operate|leave|toilet|use\s+(?:a|an|the)\b)"
    r"|(?:needs?|requires?)\s+(?:another\s+person|help|assistance|physical\s+assistance|supervision)|(?:limits?"
    r"|limitation\s+(?:of|in)|restrict(?:s|ion)?)\s+(?:\w+\s+){0,3}?(?:function\w*|activit\w+|mobility|ambulation"
    r"|movement)|(?:physical|activity|mobility|the)\s+limitations?\b|sufficient\s+to\s+(?:self-propel|walk"
    r"|operate|perform)|mobility\s+(?:impairment"
    r"|deficit)|home-?bound|confined\s+to\s+(?:an?\s+|the\s+)?(?:bed|chair|home|house|wheelchair|room)"
    r"|limits?\s+(?:\w+\s+){0,2}?(?:dressing|bathing|walking|standing"
    r"|sitting|lifting|reaching|eating|speech|vision|hearing|driving|working)|^can\s+(?:walk|self-propel|stand"
    r"|transfer|sit|feed|dress|bathe|climb|operate|swallow)"
    r"|(?:wheelchair|walker|bed)[- ]dependent|bedridden|non-?weight-?bearing|bed-?(?:bound|confined)|wheelchair-?bound"
    r"|(?:walks?|takes?)\s+(?:at\s+least\s+|no\s+more\s+than\s+)?[\w-]+\s+(?:steps|feet|met(?:er|re)s|yards|blocks)\b"
    r"|quality\s+of\s+life|non-?ambulatory|mobile\s+(?:in|within)|disability|mobility\s+limitation)",
    re.IGNORECASE,
)


def read(words: Words) -> Function | None:
    """Give the limitation, in the policy's words."""
    match = _LIMIT.search(words.text)
    if not match:
        return None
    return Function(
        re.sub(r"^(?:the\s+)?(?:member|patient|individual|beneficiary)\s+", "", words.text, flags=re.IGNORECASE).strip(
            " .;,?"
        )
    )
