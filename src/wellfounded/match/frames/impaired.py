"""A limitation of function asked for in general words, shown by what the chart says the patient cannot do."""

import re

from wellfounded.match.clauses import clauses
from wellfounded.match.frames.lasting import decide as lasting
from wellfounded.match.timing import newest
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, content, stem
from wellfounded.model.asks import Other
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

_ASKED = re.compile(
    r"\b(?:functional(?:ly)? (?:significant )?(?:impair\w*|limit\w*|deficits?|disab\w+|decline|loss)"
    r"|(?:impair|limit|interfer|restrict|affect|disrupt)\w*\b.{0,60}\b(?:function\w*|daily|activit\w+|ADLs?|MRADLs?"
    r"|ability|work|job|school|duties|mobility|ambulat\w+|self[- ]care|sleep)"
    r"|(?:mobility|activity) limitation|difficulty with (?:daily|ADLs?|activit\w+)|disabling)\b",
    re.IGNORECASE,
)
_DOMAINS = {
    "mobility": r"\b(?:walk\w*|ambulat\w+|gait|stairs?|climb\w*|flights?|blocks?"
    r"|steps?|transfers?|falls?|fell|mobility|stand(?:s|ing)?"
    r"|wheelchair|rollator)\b",
    "care": r"\b(?:toilet\w*|bath(?:e|es|ing|room)?|shower\w*|dress(?:es|ing)?|groom\w*|feed(?:s|ing)?|hygiene|ADLs?"
    r"|self[- ]care|buttons?)\b",
    "work": r"\b(?:work\w*|job|duties|duty|shifts?|leave|employ\w+|school|class(?:es)?|disability|return to)\b",
    "arms": r"\b(?:lift\w*|overhead|reach\w*|carry\w*|grip\w*|push\w*)\b",
    "home": r"\b(?:shop\w*|cook\w*|mow\w*|housework|chores|clean\w*|laundry|drive\w*|groceries|grocery|yard)\b",
    "sleep": r"\b(?:sleep\w*|wak(?:e|es|ing)|insomnia)\b",
}
# Words of a requirement to the domains they ask about; "daily activities" and bare "function" take any but sleep.
_ASKS = {
    "care": r"\bADLs?|MRADLs?|daily (?:living|activit)|self[- ]care", "mobility": r"\bmobility|ambulat|walk|gait",
    "work": r"\bwork|job|duties|occupation|employ|school", "sleep": r"\bsleep", "arms": r"\blift|overhead|reach|upper",
}  # fmt: skip
_CANNOT = re.compile(
    r"\b(?:cannot|can't|can not|unable|could not|needs? (?:\w+ ){0,3}(?:help|assist\w*)|requires? (?:\w+ ){0,3}(?:help"
    r"|assist\w*)|no longer|stopped|gave up|has to (?:sit|stop|rest|lie)|before (?:he|she|they|needing"
    r"|having) (?:has to |must )?"
    r"(?:sit|stop|rest)\w*|dependent|limited to|limits|difficulty|struggles|miss(?:es|ed|ing)|out of work|off work"
    r"|on (?:medical )?leave|does the|only (?:walk|stand|sit|lift)\w*|impair\w+|interfer\w+|(?:min|mod|max)\w* assist"
    r"|buckles?|hands-on help|sponge bathes)\b",
    re.IGNORECASE,
)
_WELL = re.compile(
    r"\b(?:no longer (?:needs?|requires?|limited)|without (?:difficulty|assist\w*)|independent)\b", re.IGNORECASE
)
# Who helps is told in the same breath; what a relative cannot do opens with the relative.
_OF_KIN = re.compile(
    r"\W*(?:(?:her|his|their|the|patient's)\s+)?(?:mother|father|sister|brother|son|daughter|husband|wife|aunt"
    r"|uncle)\s+"
    r"(?:cannot|can't|has|had|is|was|needs?|no longer)\b",
    re.IGNORECASE,
)
_WORDS = """
functional function functionally impairment impair limitation limit deficit decline disability interfere restrict affect
ability participate daily activity activity living one more home mobility significant significantly work job duty
essential remaining sleep school self care disabling adl ambulation occupational social usual normal perform due
"""
_PLAIN = frozenset(stem(word) for word in _WORDS.split())
_RECENT = 400  # days before the request in which a limitation still tells of how the patient is


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by a sentence, recent enough, of what the patient cannot do in the domain asked for.

    What the requirement says beside it ("low back pain of 3 months' duration with functional impairment") is held to
    the chart by itself.
    """
    text = requirement.text
    found = _ASKED.search(text)
    if found is None:
        return None
    rest = re.sub(r"\b(?:with|and|that|which|causing|resulting in)\s*$", "", text[: found.start()].strip()).strip(" ,")
    beside = content(rest) - _PLAIN - GENERIC
    more = lasting(Requirement(requirement.id, rest, Other()), view) if beside else None
    if (beside and more is None) or content(text[found.end() :]) - _PLAIN - GENERIC:
        return None
    asked = {name for name, words in _ASKS.items() if re.search(words, text, re.IGNORECASE)}
    if "care" in asked or "mobility" in asked:
        asked |= {"care", "home"} if "care" in asked and "mobility" not in asked else {"care", "mobility"}
    wanted = asked or set(_DOMAINS) - {"sleep"}
    told = sorted((each for each in view.statements if _limits(each, wanted, view)), key=newest, reverse=True)
    if not told:
        return None
    supports = (*(more.supports if more else ()), *told[:3])
    return Finding(requirement.id, Verdict.MET, supports, why="The chart says what the patient cannot do.")


def _limits(each: Evidence, wanted: set[str], view: View) -> bool:
    meant = each.assertion
    if (meant.experiencer, meant.polarity, meant.certainty) != ("patient", "affirmed", "certain"):
        return False
    if each.kind not in {EvidenceKind.STATEMENT, EvidenceKind.FUNCTION} or meant.time not in {"current", "historical"}:
        return False
    text = each.statement
    if each.written is None or not 0 <= (view.today - each.written.earliest()).days <= _RECENT:
        return False
    if (
        not _CANNOT.search(text)
        or _WELL.search(text)
        or not any(re.search(_DOMAINS[d], text, re.IGNORECASE) for d in wanted)
    ):
        return False
    return not _OF_KIN.match(text) and not all(clause.maybe for clause in clauses(text))
