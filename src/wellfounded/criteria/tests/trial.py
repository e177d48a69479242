"""Trial of treatment: "tried and failed", "inadequate response to at least two", "six weeks of physical therapy"."""

import re

from wellfounded.criteria.agents import Named, named
from wellfounded.criteria.known import treatments
from wellfounded.criteria.numbers import DURATION, durations
from wellfounded.criteria.tests._threshold import bound
from wellfounded.criteria.tests._words import Words
from wellfounded.criteria.words import CLASS, DRUG
from wellfounded.model.asks import TrialOf
from wellfounded.model.coding import Duration

ORDER = 32

_TRIED = (
    r"\bmust\s+(?:first\s+)?(?:try|have\s+(?:first\s+)?tried)\b|\bfirst\s+(?:try|tries)\b|"
    r"\btreatment\s+with\b(?=.*\b(?:weeks|months|days|years)\b)|\btried\b"
    r"|(?<!clinical )(?<!of the )(?<!during the )(?<!after the )\btrial(?:s|ed)?\b"
    r"|\bpreviously\s+(?:treated|received|taken|used)\b|\b(?:prior"
    r"|previous)\s+(?:treatment|therapy|use|course|trial)\b|\bconservative\s+(?:therap|treatment|management|care"
    r"|measures)\w*"
    r"|\bnon-?(?:surgical|operative)\s+(?:therap|treatment|management|care)\w*|\bstep therapy\b|\bcourse\s+of\b"
    r"|\blines?\s+of\s+(?:systemic\s+)?(?:therapy|treatment)\b|\bdespite\s+(?:[\w-]+\s+){0,6}?(?:therapy|treatment"
    r"|use|management|trial|doses?|care|programme|program|measures|antihistamines?|(?:cortico)?steroids?|inhibitors?"
    r"|agents?|medications?|statins?|drugs?|diuretics?|antibiotics?|insulin|metformin)\b"
)
_ORGANS = ("heart", "renal", "kidney", "liver", "hepatic", "respiratory", "ovarian", "graft", "organ", "cardiac")
_OF_NO_ORGAN = "".join(f"(?<!{organ} )" for organ in _ORGANS)
# What went wrong while a treatment was taken, and a treatment that could not be left off.
_DURING = re.compile(
    r"\b(?:relaps\w*|flare\w*|recurr\w*|worsen\w*|exacerbat\w*|progress\w*|breakthrough|persist\w*"
    r"|uncontrolled)\b[^.;]{0,40}?"
    r"\b(?:while|despite|on|during|after|following|upon|of\s+(?:finishing|stopping|completing|ending))\b(?:\s+"
    r"(?:on|taking|receiving|using|stopping|taper\w*"
    r"|treatment|therapy"
    r"|with|of|a|the)){0,4}\s",
    re.IGNORECASE,
)
_CANNOT_LEAVE = re.compile(
    r"\b(?:could\s+not|cannot|can\s?not|unable\s+to|inability\s+to|failed\s+to|failure\s+to|not\s+able\s+to)\s+"
    r"(?:be\s+)?"
    r"(?:taper|wean|stop|discontinu|withdraw|reduc)\w*",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"^(?:(?:documented|a)\s+)*(?:(?:the\s+)?(?:member|patient|individual)\s+(?:has\s+)?had\s+(?:an?\s+)?"
    r"|history\s+of\s+(?:an?\s+)?|(?:prior|previous|past)"
    r"\s+)(?:[\w-]+\s+)?(?:respons\w+|benefit|improvement|success)\s+(?:to|from|with)\b",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"^\W*(?:\w+\s+){0,5}?(?:no|inadequate|insufficient|poor|partial|incomplete|suboptimal|lack)\b", re.IGNORECASE
)
_FAILED = (
    rf"\bfailed\b(?! back)|{_OF_NO_ORGAN}\bfail(?:ure|s)?\b(?!\s+to\s+thrive)(?<!\bor failure)(?<!\band failure)"
    r"|(?<=insufficiency or )failure\s+of\b|(?:tr(?:ial|ied)|therapy|treatment)\s+(?:and|or)\s+failure"
    r"|\b(?:intolerance|contraindication|inadequate\s+response)[^.;]{0,30}?\s(?:or|and)\s+failure"
    r"|\b(?:inadequate|insufficient|suboptimal|limited|minimal|little|incomplete|unsatisfactory|poor|no|lack\s+of"
    r"|without|partial)(?:\s+\w+){0,3}?\s+(?:respon\w+|control(?:led)?|relief|improvement|benefit|efficacy|results?"
    r"|success)\b"
    r"|\binadequately\s+(?:controlled|respon\w+)|\bnot\s+(?:been\s+|be\s+)?(?:(?:adequately"
    r"|sufficiently)\s+)?(?:respond\w*|responsive|improved?|controlled|effective|adequate|successful)\b"
    r"|\b(?:did|does|do|has|have)\s+not\s+(?:respond|improve|achieve|work|give|given|produced?|provided?"
    r"|resulted?|led|lead|yield"
    r"|controll?|controlled|relieved?|helped|help|benefit|brought|bring|been\s+(?:effective|successful))\w*"
    r"|\bunresponsive\b|\brefractory\b|\bresistant\s+to\b"
    r"|\bprogress(?:ion|ed)\s+(?:on|after|despite)\b|\brelapsed?\s+(?:on|after)\b"
    r"|\b(?:did|does|do|has|have)\s+not\s+(?:\w+\s+){0,2}(?:remission|heal|resolve)\w*"
    r"|\bineffective\b|\bnot\s+effective\b|\bwithout\s+success\b|\bunsuccessful\w*|\bnot\s+adequate\b"
    r"|\bpersist\w*\s+despite\b|\bnonrespon\w+"
)
_INTOLERANT = (
    r"\bintoleran\w+|\bnot\s+(?:be\s+)?(?:able\s+to\s+)?tolerate\w*|\bunable\s+to\s+tolerate|\bcannot\s+tolerate"
    r"|\bcould\s+not\s+tolerate|\bside\s+effects?\b|\badverse\s+(?:reaction|event|effect|drug)\w*"
    r"|\bcontraindicat\w+|\bunless\s+(?:not\s+)?(?:tolerated|allergic)"
)
_COMPLETED = re.compile(
    rf"\b(?:complet\w+|adheren\w+|receiv\w+|participat\w+|under(?:went|gone)|attend\w+|engaged|used"
    rf"|followed|been\s+on|been\s+using|been\s+taking|worn)\b[^.;]{{0,90}}?(?:{DURATION})|\b(?:participat\w+"
    rf"|enrolled)\b[^.;]{{0,70}}\b(?:program|therapy"
    rf"|treatment|rehabilitation)\b"
    rf"|(?:{DURATION.replace('?P<', '?P<x')})\s+of\s+(?:[\w-]+\s+){{0,3}}?(?:physical\s+therapy|therapy|exercise"
    rf"|treatment|conservative|bracing|medication|psychotherapy|rehabilitation)",
    re.IGNORECASE,
)
# "a programme of not less than six months was completed"; "you take insulin"
_PASSIVE = re.compile(
    r"\b(?:programmes?|programs?|therap(?:y|ies)|treatments?|courses?|regimens?|injections?"
    r"|sessions?)\b[^.;]{0,70}?\b(?:was|were|has\s+been|have\s+been)"
    r"\s+(?:completed|undertaken|tried|followed|attempted|exhausted)\b",
    re.IGNORECASE,
)
_ON = re.compile(
    r"^(?:(?:the\s+)?(?:member|patient|individual|beneficiary|client|enrollee|you)\s+)?(?:currently\s+"
    r"|regularly\s+)?(?:takes?|uses?|receives?"
    r"|(?:is|are)\s+(?:being\s+)?(?:treated\s+with|taking|receiving|using))\s+(?!part|place|the\s+(?:device"
    r"|requested))",
    re.IGNORECASE,
)
_USED = re.compile(
    r"^(?:(?:the\s+)?(?:member|patient|individual|beneficiary|client|enrollee|participant)\s+)?(?:has|had)\s+(?:used"
    r"|worn|(?:already\s+)?been\s+(?:on|using|taking|treated\s+with|stabili[sz]ed\s+on|maintained\s+on"
    r"|given))\s+(?!(?:nicotine|tobacco|alcohol|opioids|illicit|the\s+(?:current|requested))\b)",
    re.IGNORECASE,
)
_TRIED_ON = re.compile(
    r"\b(?:was|were|has\s+been|have\s+been)\s+(?:attempted|tried|trialed|used|given|undertaken|completed)\b",
    re.IGNORECASE,
)
# a step told by claims: "a 30-day supply of topiramate was filled in the last 120 days"
_FILLED = re.compile(
    r"(?:supply|fills?|claims?|prescription)\s+(?:of|for)\s+(?P<drug>[^.;]{3,80}?)\s+(?:was|were|has\s+been"
    r"|have\s+been|in\s+the|within|filled|paid|on\s+file)",
    re.IGNORECASE,
)
# "in this or an earlier episode" sets no bound on when, and is no part of a name
_ANY_EPISODE = re.compile(
    r"\s+(?:in|during)\s+(?:this|(?:the\s+)?(?:current|present))\s+or\s+(?:an?|any|the)?\s*(?:earlier"
    r"|previous|prior|past)"
    r"(?:\s+\w+)?\s+episodes?\b",
    re.IGNORECASE,
)
_PREFERRED = re.compile(
    rf"\b(?:used|taken)\s+for\s+(?:at\s+least\s+|a\s+minimum\s+of\s+|≥\s*)?{DURATION}", re.IGNORECASE
)
_FAIL, _INTOL, _TRY = (re.compile(pattern, re.IGNORECASE) for pattern in (_FAILED, _INTOLERANT, _TRIED))
_GIVEN = re.compile(
    r"\b(?:has|had|have|was|member|patient)\s+(?:been\s+)?(?:received|taken|used|treated\s+with)\s+(?P<drug>[a-z-]+)"
    r"(?=.*\b(?:past|last|previous|prior)\b)",
    re.IGNORECASE,
)
_IN_VAIN = re.compile(r"\bwithout\s+(?:\w+\s+){0,2}(?:relief|improvement|success|benefit|response)", re.IGNORECASE)
_DOSE = re.compile(
    r"\b(?:maximal(?:ly)?|maximum|max|highest|adequate|therapeutic|optimal|optimi[sz]ed|target|full|recommended"
    r"|appropriate|sufficient|effective|minimum effective)(?:[\s-]+(?:\w+[\s-]+){0,3}?)dos(?:es?|ages?|ing)\b"
    r"|\b(?:at\s+)?(?:a\s+)?(?:minimum\s+)?dos(?:e|age)s?\s+of\s+(?:at\s+least\s+|≥\s*|up to\s+)?[\d.,]+\s*(?:mg"
    r"|mcg|g|units|IU)(?:(?!\s(?:for|each|over|during)\b)[^,.;)]){0,24}|(?:≥|at\s+least"
    r"|minimum\s+of)\s*[\d.,]+\s*(?:mg|mcg|g|units|IU)\b(?:(?!\s(?:for|each|over|during)\b)[^,.;)]){0,24}"
    r"|\btitrated\s+to[^,.;)]{0,40}|\bmaximally\s+tolerated\b|\bmaximum\s+tolerated\b",
    re.IGNORECASE,
)
_RECENT = re.compile(
    (
        r"\b(?:within|in|during|over)\s+(?:the\s+)?(?:(?:past|last|prior|previous|preceding|most\s+recent"
        r"|recent)\s+)?(?:period\s+of\s+)?$"
        r"|\b(?:past|last|prior|previous|preceding)\s+$"
    ),
    re.IGNORECASE,
)


def read(words: Words) -> TrialOf | None:
    """Give agents, class, how many, for how long, at what dose, with what outcome."""
    text = _ANY_EPISODE.sub("", words.text)
    first = min((m.start() for m in (p.search(text) for p in (_TRY, _FAIL)) if m), default=-1)
    given = _GIVEN.search(text)
    if first < 0 and given and DRUG.match(given["drug"].lower()):
        first = given.start()
    if _HELPED.match(text) and not _BAD.match(text) and (of := named(text)) and (of.agents or of.agent_class):
        return TrialOf(of.agents, of.agent_class, of.n, minimum(text), dose(text), "effective")
    left = _CANNOT_LEAVE.search(text) or _DURING.search(text)
    if first < 0 and left and treatments(text[left.start() :]):
        of = named(f"use of {text[left.end() :]}")
        return TrialOf(of.agents, of.agent_class, of.n, minimum(text), dose(text), "failed")
    if first < 0 and (on := _ON.match(text)) and (of := named(f"use of {text[on.end() :]}")) and _treats(text, of):
        return TrialOf(of.agents, of.agent_class, 1, minimum(text), dose(text), "any")
    if first < 0 and (on := _USED.match(text)) and (of := named(f"use of {text[on.end() :]}")) and _treats(text, of):
        return TrialOf(of.agents, of.agent_class, of.n, minimum(text), dose(text), "any")
    if first < 0 and (given := _TRIED_ON.search(text)) and treatments(text[: given.start()]):
        first = given.start()
    if (
        first < 0
        and (filled := _FILLED.search(text))
        and (of := named(f"use of {filled['drug']}"))
        and _treats(text, of)
    ):
        return TrialOf(of.agents, of.agent_class, of.n, None, "", "any")
    if first < 0 and (done := _PASSIVE.search(text)):
        first = done.start()
    if first < 0:
        done = _COMPLETED.search(text) or _PREFERRED.search(text) or _dosed(text)
        if (
            not done
            or (not minimum(text) and "program" not in words.low)
            or re.search(r"\b(?:education|pain for|symptoms? (?:for|of))\b", words.low)
        ):
            return None
        first = done.start()
    if words.low.startswith(("no ", "absence", "does not have", "free of", "without")) and not re.search(
        r"response|relief|improve|benefit|success", words.low
    ):
        return None
    held = bound(text)
    # "LDL of 100 despite statins" asks the number; "stockings of 20 mm Hg worn without relief" asks the trial.
    measured = held is not None and held.start < first and held.during != "change from baseline"
    if measured and not (_IN_VAIN.search(text) and minimum(text)):
        return None
    agents = named(text)
    return TrialOf(agents.agents, agents.agent_class, agents.n, minimum(text), dose(text), outcome(text))


def _treats(text: str, of: Named) -> bool:
    return bool(treatments(text) or (of.agent_class and CLASS.search(of.agent_class)))


def _dosed(text: str) -> re.Match[str] | None:
    """Find a drug's name that opens the words and a length of time after it: "Metformin 1,500 mg/day x 90 days"."""
    if bound(text):
        return None
    first = re.match(r"[A-Za-z-]+", text)
    return first if first and DRUG.match(first[0].lower()) and durations(text) else None


def minimum(text: str) -> Duration | None:
    """Give the length of time a treatment must have lasted; none where the time tells how recent or how often."""
    for start, end, length in durations(text):
        head = text[:start]
        if _RECENT.search(head[-40:]) or re.match(r"\s*(?:before|prior|preceding|old|of age|ago)\b", text[end:]):
            continue
        if re.search(r"\b(?:per|every|each|/)\s*$", head[-8:]) or re.search(r"\bgap of more than\s+$", head):
            continue
        return length
    return None


def dose(text: str) -> str:
    """Give the dose a treatment must have had, in the policy's words; empty where none is asked."""
    found = _DOSE.search(text)
    return re.sub(r"^(?:at\s+)?(?:a\s+)?", "", found[0].strip()) if found else ""


def outcome(text: str) -> str:
    """Tell what must have come of a treatment: failed, intolerant, failed_or_intolerant, partial, or any."""
    partial = re.search(r"\bpartial\s+response", text, re.IGNORECASE)
    failed, intolerant = _FAIL.search(text), _INTOL.search(text)
    if failed and intolerant:
        return "failed_or_intolerant"
    if intolerant:
        return "failed_or_intolerant" if re.search(r"\bor\b|\bunless\b", text) else "intolerant"
    if partial and not re.search(r"\bno\b|fail|inadequate", text, re.IGNORECASE):
        return "partial"
    return "failed" if failed else "any"
