"""How a statement is meant: denied, of another person, past, to come, unsure (ConText: direction, scope, pseudo-cues).

Chapman et al. 2007 and Harkema et al. 2009 describe the method; the phrases here are our own.
"""

import re

from wellfounded.model.evidence import Assertion

_PSEUDO = (
    r"no (?:increase|change|further|improvement|significant change)|not (?:only|certain|necessarily|sure)"
    r"|without difficulty|gram negative|no longer|not rule out|no wonder|without warning"
)
_BEFORE = (
    (
        "negated",
        (
            r"no|not|denies|denied|denying|without|negative for|neg for|absence of|absent|free of|never|no evidence of"
            r"|no signs? of|rules? out for|ruled out(?: for)?|declines any|lacks|fails to reveal|r/o'd|none|no h/o"
            r"|no history of|no known|neither|nor|does not have|did not have|unremarkable for|- "
        ),
    ),
    (
        "family",
        (
            r"mother|father|sister|brother|son|daughter|aunt|uncle|cousin|grandmother|grandfather|sibling"
            r"|family history of|fh of|fhx|maternal|paternal|nephew|niece|dad|mom|relatives?"
        ),
    ),
    (
        "possible",
        (
            r"possible|possibly|probable|probably|suspected|suspect|suspicious for|likely|rule out|r/o|concern for"
            r"|concerning for|cannot exclude|may have|might have|questionable|differential(?: diagnosis)?(?: includes)?"
            r"|ddx|versus|vs\.?|query|\?|consider|consistent with possible|evaluate for|screen(?:ed|ing)? for"
            r"|worrisome for"
        ),
    ),
    (
        "hypothetical",
        (
            r"if|should (?:she|he|they|the patient)|in case of|return (?:for|if)|call (?:for|if)|risk of|at risk for"
            r"|to prevent|prevention of|prophylaxis for|monitor for|watch for|counsel+ed (?:on|about)|educat\w+ (?:on"
            r"|about)|warned (?:about|of)|precautions|unless|in the event of"
        ),
    ),
    (
        "historical",
        (
            r"history of|h/o|hx of|hx|past|previous|previously|prior|status post|s/p|remote|resolved|former|formerly"
            r"|in (?:19|20)\d\d|years ago|childhood|as a child|remission of"
        ),
    ),
    (
        "planned",
        (
            r"will|plan(?:ned)? (?:to|for)?|schedule[d]?|order(?:ed)?|refer(?:red|ral)? (?:to|for)|recommend(?:ed)?"
            r"|to be done|pending|request(?:ed)?|obtain|repeat|await(?:ing)?|needs?"
        ),
    ),
)
_AFTER = (
    (
        "negated",
        (
            r"(?:was|were|is|are|has been) (?:ruled out|negative|absent|denied|not (?:seen|present|found|identified"
            r"|noted))|ruled out|: (?:no|none|negative|absent|denied)\b|(?:\s*-\s*|\s+)(?:negative|neg|absent|denied"
            r"|denies)\b|unlikely|not present|no\b(?=\s*[.;,]|$)"
        ),
    ),
    (
        "possible",
        (
            r"(?:is|was|are|were|cannot be) (?:suspected|possible|likely|questionable|excluded|considered)|\?"
            r"|not excluded|possible|vs\b"
        ),
    ),
    (
        "family",
        (
            r"in (?:her|his|the) (?:mother|father|sister|brother|family|son|daughter|aunt|uncle|cousin|grandmother"
            r"|grandfather)"
        ),
    ),
    ("historical", r"resolved|in the past|(?:many )?years ago|in childhood|as a child|in remission"),
)
_STOP = re.compile(
    (
        r"\b(?:but|however|although|though|except|aside from|apart from|other than|yet|nevertheless|which|who|because"
        r"|since|presents? with|reports?|complains? of|has|had|does have|is|shows?|positive for|with(?! out))\b|[;:]"
        r"|\.\s"
    ),
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:^\s*|[.;:,]\s*|\band\s+)(?:(?:her|his|the|a|patient's|pt's)\s+)?(?:(?:maternal|paternal|older|younger|twin)\s+)*"
    r"(?:mother|father|sister|brother|son|daughter|aunt|uncle|cousin|grandmother|grandfather|sibling|nephew|niece|dad"
    r"|mom|parents?|relative)s?(?:'s)?\s+(?:\w+\s+){0,2}?(?:has|had|have|with|was|were|is|are|took|takes|used|uses|died"
    r"|on)\b(?![^.;]*[.;])",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:the patient|patient|pt|she|he)\b", re.IGNORECASE)
_LEFT = tuple((name, re.compile(rf"(?<![\w/])(?:{pattern})(?!\w)", re.IGNORECASE)) for name, pattern in _BEFORE)
_RIGHT = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _AFTER)
_PSEUDO_CUE = re.compile(rf"\b(?:{_PSEUDO})\b", re.IGNORECASE)
_SECTIONS = {
    "family": Assertion(experiencer="family"),
    "history": Assertion(time="historical"),
    "surgical": Assertion(time="historical"),
    "past_treatment": Assertion(time="historical"),
    "plan": Assertion(time="planned"),
}


def assertion(text: str, start: int, end: int, unit: tuple[int, int], section: str = "") -> Assertion:
    """Say how the words between *start* and *end* are meant within their sentence, *unit*; *section* gives the default.

    A cue reaches forward or back over its own clause only: a word that ends a scope lies between it and the words
    asked about, or more than 90 characters do, and it says nothing of them.
    """
    default = _SECTIONS.get(section, Assertion())
    before = text[max(unit[0], start - 90) : start]
    after = text[end : min(unit[1], end + 45)]
    cut = max((m.end() for m in _STOP.finditer(before)), default=0)
    near, masked = before[cut:], _PSEUDO_CUE.sub(lambda m: "~" * len(m.group()), before[cut:])
    held = {name for name, pattern in _LEFT if pattern.search(masked)}
    told = _SUBJECT.search(before)
    if told and not _OURS.search(before, told.end()):  # "Sister has psoriasis": a verb ends no scope of its subject
        held.add("family")
    stop = _STOP.search(after)
    tail = (
        after[: stop.start()]
        if stop and stop.start() > 0 and not re.match(r"\s*(?:is|was|are|were|has been|:)", after)
        else after
    )
    held |= {
        name
        for name, pattern in _RIGHT
        if pattern.match(tail.lstrip(" ,")) or (name == "historical" and pattern.search(tail[:30]))
    }
    if (
        section == "ros"
        and re.search(r"\b(?:denies|negative|no)\b", text[unit[0] : start], re.IGNORECASE)
        and not re.search(r"\b(?:positive|reports|endorses|\+|has|but)\b", near, re.IGNORECASE)
    ):
        held.add("negated")
    if "family" in held and re.search(r"\b(?:she|he|patient|pt)\b", near, re.IGNORECASE):
        held.discard("family")
    return Assertion(
        polarity="negated" if "negated" in held else default.polarity,
        time=next((name for name in ("hypothetical", "historical", "planned") if name in held), default.time),
        experiencer="family" if "family" in held else default.experiencer,
        certainty="possible" if "possible" in held else default.certainty,
    )
