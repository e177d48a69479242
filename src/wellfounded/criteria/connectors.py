"""The words that join criteria: "and", "or", "all of the following", "at least two of", "none of", "unless"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from wellfounded.criteria.numbers import COUNT, count
from wellfounded.criteria.passage import Passage

_TRAILING = re.compile(r"[\s;,.:]*(?<![A-Za-z])[\[(*_]*(and\s?/\s?or|and|or|plus)[\])*_]*[\s,:;.]*$", re.IGNORECASE)
_LEADING = re.compile(
    r"^[\[(*_\u2013\u2014-]*\s*(and\s?/\s?or|and|or|plus)\b[\])*_\u2013\u2014-]*[\s,:;]+(?=\S)", re.IGNORECASE
)
_EITHER = re.compile(r"EITHER\b[\s,:]+(?=[^\s,:])")
_THESE = (
    rf"(?:of\s+(?:the|these|those)\s+{COUNT}(?:\s+(?:below|above|listed|items|criteria|conditions|following"
    rf"|features|findings))?(?=\W|$)"
    r"|(?:of\s+)?(?:(?:the|these|those)\s+)?(?:(?:\w+\s+){0,3}?(?:following|below|listed|criteria|conditions"
    r"|requirements|these|circumstances|indications|situations|scenarios|statements|findings|items|options|points)"
    r"(?:\s+(?:[a-z-]+\s+){0,3}?(?:criteria|conditions?|requirements?|circumstances|items|findings|reasons"
    r"|situations|agents|drugs|medications?"
    r"|therapies|treatments|classes|groups|categories|comorbidities|symptoms|tests|ways|diagnoses|indications|scenarios"
    r"|options|settings|measures))?))"
)
_RANGE = (
    r"(?:criteria\s+|items\s+|conditions\s+|requirements\s+|numbers\s+"
    r")?\(?[A-Za-z0-9]{1,3}(?:\.\d{1,2})*[.)]?\)?\s*(?:through"
    r"|thru|to|[-\u2013\u2014])\s*\(?[A-Za-z0-9]{1,3}(?:\.\d{1,2})*[.)]?\)?"
)
_NONE = (
    rf"\bnone\s+{_THESE}|\bnone\s+of\b|\b(?:does|do|did|has|have|must|is|are|will|should)\s+(?:not"
    rf"|n[o']t)\s+(?:(?:currently\s+)?(?:have|had|meet|be|exhibit|show|present))?"
    rf"\s*(?:with\s+)?(?:any|one\s+or\s+more|either)\s+{_THESE}|\b(?:without|no|absence\s+of|free\s+of"
    rf"|free\s+from)\s+(?:evidence\s+of\s+|history\s+of\s+|signs\s+of\s+)?"
    rf"(?:any|all|each|either|one\s+or\s+more)\s+{_THESE}|\bno\s+(?:evidence|history"
    rf"|signs?)\s+of\s+{_THESE}|\bnot\s+any\s+{_THESE}|\bneither\s+{_THESE}"
    r"|\b(?:does|do)\s+not\s+have(?=\s*:?\s*$)|\bwithout(?=\s*:\s*$)|\bhas\s+no(?=\s*:\s*$)"
)
_NONE_AFTER = re.compile(
    r"^\W*(?:is|are|were|has been|have been)\s+(?:absent|not present|ruled out|excluded|not\b)", re.IGNORECASE
)
# "Tier 2 criteria" counts nothing: a bare number counts only before "of", or after a word such as "at least".
_LEAST = r"(?:at\s+least|a\s+minimum\s+of|no\s+fewer\s+than|not\s+less\s+than|any|>=|\u2265|meets?)\s*"
_ONE = r"(?:one|1)(?:\s*\((?:one|1)\))?(?:\s*\(?\s*or\s+more\)?)?"
_ANY = (
    rf"\b{_LEAST}{_ONE}\s+{_THESE}|\b{_ONE}\s+(?=of\b){_THESE}|\bone\s+or\s+more\s+{_THESE}"
    rf"|\bany\s+{_THESE}|\beither\s+{_THESE}"
    r"|\b(?:at\s+least|any)\s+(?:one|1)\b(?:\s*\((?:one|1)\))?(?=[^.]{0,40}:?\s*$)"
    r"|\bone\s+or\s+more\b(?=[^.]{0,40}:?\s*$)|\bone\s+of\s*:?\s*$|\beither\s*:?\s*$|\bany\s+of\s*:?\s*$|\bany\s*:\s*$"
    r"|\bcheck\s+(?:only\s+)?(?:the\s+)?(?:one|any)\b(?:\s+box)?(?:\s+that\s+appl\w+)?(?=\W*$)"
    r"|\bfor\s+one\s+of\b|\bwhen\s+one\s+of\b|\bor\s+both\s+of\s+the\s+following"
)
_MORE = r"(?:\s*\(?\s*or\s+more\)?)?"
_SOME = (
    rf"(?:\b|(?=[>\u2265])){_LEAST}(?P<n>{COUNT}){_MORE}\s+(?P<these>{_THESE})"
    rf"|\b(?P<n2>{COUNT}){_MORE}\s+(?=of\b){_THESE}|\b(?P<n3>{COUNT})\s+or\s+more\s+{_THESE}"
)
_SOME_FROM = (
    rf"\b(?:at\s+least\s+|a\s+minimum\s+of\s+"
    rf"|any\s+)?(?P<n>{COUNT})(?:\s*\(?\s*or\s+more\)?)?\s+(?:(?:different|other|preferred|prior|previous|generic"
    rf"|formulary|drugs?|medications?|agents?|medicines?|therapies|treatments?|products?"
    rf"|classes)\s+){{1,3}}(?:from|of|in|among)\s+"
    rf"(?:(?:any|each|either)\s+(?:of\s+)?)?(?P<these>{_THESE})"
)
_SOME_BARE = (
    rf"\b(?:at\s+least|a\s+minimum\s+of|any)\s+(?P<m>{COUNT})(?:\s*\(?\s*or\s+more\)?)?\s*(?:of|from)?\s*:?\s*$"
)
_ALL = (
    rf"\b(?:all|each|every|both)\s+(?:of\s+)?(?:the\s+|these\s+|those\s+)?{_RANGE}|\b(?:all|each(?:\s+one)?"
    rf"|every(?:\s+one)?|both)\s+{_THESE}"
    rf"|\b(?:all|each|every)\s+(?:rows?|lines?|box(?:es)?|questions?)\b(?:\s+(?:of|in|on)\s+(?:the|this)\s+\w+)?"
    rf"|\b(?:when|if)\s+{_RANGE}\s+(?:is|are)\s+(?:all\s+)?(?:met|satisfied|present|documented|shown|true)"
    rf"|\b(?:meets?|met|satisf(?:y|ies)|under|per)\s+(?:the\s+following\s+)?{_RANGE}|\b(?:all|both)\s+of\s*:?\s*$"
    rf"|\ball\s*:\s*$|\bboth\s*:?\s*$|\b(?:must|should)\s+all\s+be\s+\w+"
    rf"|(?<=[.\s])all\s+(?:\w+\s+){{0,2}}?(?:must|should|are"
    rf"|have\s+to)\s+(?:be\s+)?\w+\s*[.:]?\s*$"
)
_THE = re.compile(
    r"\b(?:the\s+following|as\s+follows|these|below)\b[^.]{0,60}:?\s*$|:\s*$"
    r"|(?:\b(?:and|which|that)\s+)?(?:(?:has|have|must|should)\s+)?\b(?:includ(?:e[sd]?|ing)|consist(?:s|ed"
    r"|ing)\s+of|compris(?:es|ed|ing))\W*$",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\b(?:all|each|both)(?:\s+of)?(?:\s+the)?\s*$", re.IGNORECASE)
_DANGLES = re.compile(r"\s(?:has|have|had|with|if|when|where|who|by|either|both|of)$")
# "ALL of the following pictures that apply (any one is enough)": the later words undo the earlier.
_ENOUGH = re.compile(
    r"\b(?:any\s+)?one\s+(?:of\s+(?:them|these)\s+)?(?:(?:is|will\s+be)\s+(?:enough|sufficient)|suffices)\b",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:criteri(?:a|on)|items?|conditions?|requirements?)\s+\(?[A-Z0-9]{1,2}\)?(?:\s*,|\s+(?:and|or|through"
    r"|to)\b|\s*[-\u2013])[^.:]*(?:\b(?:met|satisfied|present|apply|shown)\b[^.:]{0,30}[.:]?\s*$|:\s*$)"
)
_COMPILED = tuple(
    (op, re.compile(pattern, re.IGNORECASE))
    for op, pattern in (
        ("any", r"\b(?:match|logic|operator|rule|join)\s*[:=]\s*any\b"),
        ("all", r"\b(?:match|logic|operator|rule|join)\s*[:=]\s*all\b"),
        ("none", r"\b(?:match|logic|operator|rule|join)\s*[:=]\s*none\b"),
        ("none", _NONE),
        ("any", _ANY),
        ("some", _SOME),
        ("some", _SOME_FROM),
        ("some", _SOME_BARE),
        ("all", _ALL),
    )
)
_EXCEPT = re.compile(r"\b(?:unless|except(?:\s+(?:when|if|where|that))?|or\s+if)\b[^.;:]{0,60}$", re.IGNORECASE)
_PLUS = re.compile(
    r"\b(?:and|plus|who|along\s+with|as\s+well\s+as|together\s+with"
    r"|in\s+addition\s+to)(?:\s+[\w'\u2019-]+){0,6}\s*$|[\w)%,]\s+with\s*$|[,;]\s*$",
    re.IGNORECASE,
)
# After one of these the items are what the sentence speaks of, not something beside it.
_OBJECT = re.compile(
    (
        r"\b(?:failed|tried|used|received|taken|attempted|of|to|by|in|from|on|for|is|are|was|were|be|been"
        r"|include[sd]?|including|through|via|either|using|under"
        r"|treated with|consultation with|combination with|(?:treatment|therapy|and)\s+failure with)\W*$"
    ),
    re.IGNORECASE,
)


_SHOWN = re.compile(
    r"\b(?:and|with)\s+(?:there\s+is\s+)?(?:documentation|evidence|presence|history|documented|a\s+history)\s+of\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in asks of the items below it, and where in its text it does."""

    op: str  # all, any, some, none
    n: int
    start: int
    end: int
    said: bool  # whether the words say so, or only a colon stands there
    unless: bool = False  # the items excuse from what stands before them


PLAIN = Lead("all", 1, 0, 0, said=False)


@lru_cache(maxsize=2048)
def lead(text: str) -> Lead | None:
    """Read how *text* joins the items that follow it; None where it leads nothing in."""
    found: list[Lead] = []
    for op, pattern in _COMPILED:
        for match in pattern.finditer(text):
            n = 1
            if op == "some":
                n = count(
                    next(
                        (match.groupdict()[name] for name in ("n", "m", "n2", "n3") if match.groupdict().get(name)), ""
                    )
                )
                if n < 2:
                    continue
            every = op == "some" and _EVERY.search(text[: match.start()])  # "all four of these"
            found.append(Lead("all" if every else op, n, match.start(), match.end(), said=True))
    if found:
        # The last phrase leads the items in; "any" inside "does not have any of" belongs to the longer one.
        inner = [
            f
            for f in found
            if not any(
                g is not f and g.start <= f.start and f.end <= g.end and g.end - g.start > f.end - f.start
                for g in found
            )
        ]
        last = max(inner, key=lambda each: (each.end, each.end - each.start))
        if last.op == "any" and _NONE_AFTER.match(text[last.end :]):
            last = Lead("none", 1, last.start, last.end, said=True)
        if last.op == "all" and (enough := _ENOUGH.search(text, last.end)):
            last = Lead("any", 1, last.start, enough.end(), said=True)
        return Lead(last.op, last.n, last.start, last.end, said=True, unless=bool(_EXCEPT.search(text[: last.start])))
    if named := _REFERS.search(text):
        return Lead("all", 1, named.start(), len(text), said=False)
    if colon := _THE.search(text):
        return Lead("all", 1, colon.start(), len(text), said=False, unless=bool(_EXCEPT.search(text[: colon.start()])))
    if dangles(text):
        return Lead("all", 1, len(text), len(text), said=False)
    return None


def lists(text: str) -> bool:
    """Whether a sentence leads in a list of its own: "One of the following: A; or B"."""
    head, colon, rest = text.partition(": ")
    found = lead(f"{head}:") if colon and rest.strip() else None
    return bool(found and found.said)


def dangles(text: str) -> bool:
    """Whether *text* stops at a word that goes on in the items under it: "confirmed by", "when the member has"."""
    return bool(_DANGLES.search(text))


def trailing(passage: Passage) -> tuple[Passage, str]:
    """Take the connector that ends an item off it: the item and "and", "or" or nothing."""
    match = _TRAILING.search(passage.text)
    if match and match.start() > 0:
        return passage.cut(0, match.start()).strip(" ;,"), _name(match[1])
    return passage.strip(" ;,"), ""


def leading(passage: Passage) -> tuple[Passage, str]:
    """Take the connector that opens an item off it."""
    match = _EITHER.match(passage.text)
    if match:  # "EITHER ..." opens a list whose next items open with "OR"
        return passage.cut(match.end()), ""
    match = _LEADING.match(passage.text)
    return (passage.cut(match.end()), _name(match[1])) if match else (passage, "")


def bare(text: str) -> str:
    """Name the connector that stands alone on a line."""
    match = re.search(r"and/or|and|or|plus", text.lower())
    return _name(match[0]) if match else ""


def adds(before: str) -> bool:
    """Whether what stands before a lead-in phrase is joined to it as a further requirement ("18 or older who meet")."""
    return bool(_SHOWN.search(before)) or (bool(_PLUS.search(before)) and not _OBJECT.search(before))


def _name(word: str) -> str:
    plain = re.sub(r"\s", "", word.lower())
    return "or" if plain in {"or", "and/or"} else "and"
