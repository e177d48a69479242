"""The word patterns by which the frames of a treatment are parted, timed and explained."""

import re

from wellfounded.read.chart import effects

OUTCOMES = frozenset({"loss", "aside", "fail", "partial", "effective", "intolerant", "tolerated", "because", "harm"})
MODAL = frozenset({"planned", "hypothetical", "counsel", "aim"})
ENDING_VERBS = frozenset(
    {"loss", "off", "stop", "hold", "insurer", "decrease", "fail", "intolerant", "never", "declined"}
)
TO_NEXT = re.compile(
    (
        r"[\s-]*(?:(?:\w+[\s-]+){0,2}(?:trials?|courses?|periods?|treatments?|supply|runs?|rounds?|sessions?)\s+)?(?:of"
        r"|on|with)\s+(?:\w+\s+){0,2}$"
    ),
    re.IGNORECASE,
)
ELIDED_WORDS = """
    a about after again all also and approximately at been both but by couple course day days describes did dose
    drug during each early eight either eventually fall feels felt few finally finds first five for found four had
    has have he her here his however i in initially is it last late later medication medicine mg mid month months
    neither next no none not noted notes of on one only over overall patient per pt quickly reported reports
    response result results said says second seven several she since six so spring stated states subsequently
    summer ten that the then therapy there these they thinks third this those three today treatment trial twelve
    two ultimately unfortunately was we week weeks were what when which who winter with within
"""
ELIDED = frozenset(ELIDED_WORDS.split())
CAUSING = re.compile(
    (
        r"(?:complicat|c/b|limited|caus|develop|experienc|trigger|produc|induc|led |lead|result|gave|made|had"
        r"|with resultant|given)"
    ),
    re.IGNORECASE,
)
STOPPING = re.compile(r"(?:stop|discont|d/c|dc|quit|held|withdr|limit)", re.IGNORECASE)
SWITCH = re.compile(r"(?:switch|chang|transition|mov|rotat|convert|cross|replac)", re.IGNORECASE)
REPORTS = re.compile(
    (
        r"\s+(?:also\s+)?(?:reports?|reported|states?|says?|said|notes?|noted|feels?|describes?|brings?|brought|denies"
        r"|confirms?|is here|accompan\w+|present|gave|gives|drives|comes|cooks|called|asks?|thinks|and father|helps"
        r"|agrees|concerned|wants|wish\w*|would like|requests?|worr\w+)"
    ),
    re.IGNORECASE,
)
REASON_END = re.compile(
    (
        r"[;.)\]](?:\s|$)|\s(?:but|then|so|which|and (?:was|then|is|has|switched|started|changed|so|she|he|later|never"
        r"|had|will)|with plan)\b|,\s*(?:and )?(?:then|switched|started|was|so|now|which|changed|currently|despite|when"
        r"|PHQ|next|she|he|replaced)\b|\n\s*\n|\s+[-\u2013\u2014]\s+"
    ),
    re.IGNORECASE,
)
BUT_NOT = re.compile(
    (
        r"but (?:(?:\w+\s+){0,3}(?:could not be (?:weaned|tapered)|unable to (?:wean|taper)|cannot (?:wean"
        r"|taper)|returned|still|persists?|persisted|continues?|remains?|recurred|came "
        r"back|(?:about |essentially )?the same|unchanged|relapsed|wore off|no longer)|not|no\b|did not"
        r"|only|minimal|insufficient|inadequate|never)"
    ),
    re.IGNORECASE,
)
START_BEFORE = re.compile(
    (
        r"(?:\b(?:from|since|start(?:ed|ing)?(?: date)?|began|begun|beginning|initiated|between|added|restarted|as of"
        r"|on since|effective)(?:\s+(?:on|in|back in|about|around|approximately|early|mid|late))?[\s:(]*)$"
    ),
    re.IGNORECASE,
)
STOP_BEFORE = re.compile(
    (
        r"(?:\b(?:to|until|till|thru|through|stop(?:ped)?(?: date)?|ended|end(?: date)?|discontinued|d/c'?d?|dc'?d"
        r"|last (?:dose|taken)|off)(?:\s+(?:on|in|about|around|approximately|early|mid|late))?[\s:(]*"
        r"|[-\u2013\u2014]\s*)$"
    ),
    re.IGNORECASE,
)
LENGTH_ONLY = re.compile(
    r"(?:about |approximately |~)?[\d.]+\+?[ -]?(?:wk|week|mo|day|yr|year|session|visit|dose)"
    r"|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|only)\b",
    re.IGNORECASE,
)
LEADING = frozenset(
    {"tried", "start", "increase", "current", "stop"}
)  # cues that may stand between a cue and its agent
OF_KIN = re.compile(
    r"^\s*[:-]\s*(?:(?:her|his|pt'?s)\s+)?$|\b(?:for|in|with|to)\s+(?:her|his|the|a)?\s*$", re.IGNORECASE
)
GIVEN_IF = re.compile(r"\b(?:if|unless|should|in case|until|once)\s+(?:the\s+|her\s+|his\s+)?$", re.IGNORECASE)
FAILS = re.compile(
    r"\s+(?:\w+\s+)?(?:fails?|is|are|does|do|proves?|can\s?not|can't|isn't|doesn't|was|were|be)\b", re.IGNORECASE
)
USES_IT = re.compile(
    r"\s+(?:also\s+)?(?:uses?|takes?|took|used|is on|was on|has|had|swears by)\s+(?:it|this|that|one)\b", re.IGNORECASE
)
BURSTS = re.compile(r"\s*(?:bursts?|courses?|tapers?|packs?|injections?|infusions?|shots?)\s*$", re.IGNORECASE)
CONDITION = re.compile(r"(?:if(?! need)|unless|in case|in the event|should)\b", re.IGNORECASE)
ONLY = re.compile(r"\bonly\s+$", re.IGNORECASE)
GRANTED = re.compile(
    r"(?:if|once|when|should)\s+(?:\w+\s+){0,3}(?:approv|cover|authoriz|agree|accept|grant|allow)", re.IGNORECASE
)
SINCE_THEN = re.compile(
    r"\s*(?:(?:a|an|any|the|his|her|\w+)\s+){0,2}(?:since|for (?:years|months|over|more|a (?:year|while|long)|\d)"
    r"|in (?:years|months|over))\b",
    re.IGNORECASE,
)
NOT_LATELY = re.compile(r"(?:has|have|had)(?:\s+not|n't)\b|(?:not|hasn't|haven't) (?:used|taken|had)", re.IGNORECASE)
NONE_SAID = re.compile(r"(?:never|none|no|not yet|not used|not taken|n/a)", re.IGNORECASE)
NEVER_AGAIN = re.compile(
    r"\s*(?:do not|don't|never|must not)\s+(?:give|use|restart|rechallenge|prescribe|repeat)", re.IGNORECASE
)
FRAGMENT_HARM = re.compile(rf"\s*(?:{effects.HARM.pattern})(?:\s+(?:\w+)){{0,2}}\s*[.;]?\s*$", re.IGNORECASE)
FRAGMENT_END = re.compile(r"\s*(?:now )?(?:off|stopped|d/c'?d|quit|discontinued)\s*[.;]?\s*$", re.IGNORECASE)
TRIAL_OF = re.compile(r"(?:a )?(?:trial|course) of", re.IGNORECASE)
SO = re.compile(
    (
        r"(?:,?\s+so|\b(?:felt|had|developed|became|got|gained|experienced|noticed)\b[^.;]*\band(?=\s+$)"
        r"|\band (?:the (?:drug|medication|medicine|treatment|device)|it)(?: was| "
        r"had to be| has "
        r"been| were)?)\b"
    ),
    re.IGNORECASE,
)
LATER = re.compile(
    (
        r"\b(?:when|once|if|after|as soon as)\b[^.;]*\b(?:approv|authoriz|arriv|start|availab|tolerat|improv|succe"
        r"|cover|deliver)"
    ),
    re.IGNORECASE,
)
IF_DENIED = re.compile(
    (
        r"\bif (?:\w+ ){0,3}(?:requires?|required|needed|denied|not (?:approved|covered|effective"
        r"|tolerated|better|improved|available"
        r"|helpful)|fails?|declined|no (?:response|improvement|better|benefit)|needed|required|(?:the "
        r")?plan requires|inadequate|ineffective"
        r"|insufficient)\b"
    ),
    re.IGNORECASE,
)
CELL = re.compile(r"[^|\t\s](?:[^|\t\n]*?[^|\t\s])?(?=\s{2,}|\s*\||\t|\s*$)")
EACH = re.compile(r"\s*(?:each|both)\b", re.IGNORECASE)
RISK = re.compile(
    (
        r"\b(?:risks?|monitor|watch|history of|hx of|no|for|prn|as needed|if|prevent\w*|treat\w*|without"
        r"|denies|discussed|warned|caution|avoid)\b"
    ),
    re.IGNORECASE,
)
BARE_HARM = re.compile(rf"\s+(?P<harm>{effects.HARM.pattern})\s*(?:[.;]|$)", re.IGNORECASE)
ORDERED = re.compile(
    (
        r"[\s,:)-]*(?:(?:was|is|has been|have been|being|now|today|#\d+)\s+)*(?:requested|ordered|recommended|planned"
        r"|proposed|pending|submitted|prescribed|referral|sent|medically necessary|reasonable and "
        r"necessary|warranted|order placed|(?:prior authorization|PA) (?:needed|submitted|initiated"
        r"|pending|started|requested))"
    ),
    re.IGNORECASE,
)
PRONOUN = re.compile(r"\s*(?:it|this|these|that|them|those|all of (?:this|these)|which)\b", re.IGNORECASE)
WHICH = re.compile(r"\b(?:which|that)\s+(?:(?:she|he|the patient|pt|patient|they|has|had|was|is)\s+)*$", re.IGNORECASE)
DENIED = re.compile(r"\b(?:no|never|denies|denied)\s+$", re.IGNORECASE)
SCREEN = re.compile(r"\b(?:UDS|urine drug|drug screen|tox(?:icology)? screen|utox)\b[^.;]*$", re.IGNORECASE)
ADJECTIVES = frozenset(
    {"prior", "previous", "historical", "historically", "last", "current", "first line", "second line", "third line"}
)
THEN_DOSE = re.compile(r"then\s+\d+(?:\.\d+)?\s*(?:mg|mcg|g|units?|mL|IU|x|\w{0,2}\b)", re.IGNORECASE)
LABEL = re.compile(r"\s*:|\s*(?:date\s*)?\d{1,4}[/-]")
DENIES_LIST = re.compile(
    (
        r"\b(?:denies|denied|denying)\b(?:(?!\b(?:but|reports?|states?|however|except|on|from|with|to|since"
        r"|while|after|of|that)\b)[^.;:])*$"
    ),
    re.IGNORECASE,
)
WORKING = re.compile(r"(?:stopped|quit|no longer) working", re.IGNORECASE)  # a job, unless the treatment is its subject
SUBJECT_IT = re.compile(r"\b(?:it|this|that|which|both|they)\s+(?:then |just |has |had |all )*$", re.IGNORECASE)
UNCHECKED = re.compile(r"(?:\[\s?\]|\u2610|\u25a1)\s*$")
OTHERS = re.compile(
    r"[,;]\s*(?:and\s+)?(?!(?:about|approximately|now|then|currently|increased|titrated|reduced|decreased"
    r"|raised|lowered|total|dose|"
    r"doses|max|maximum|up|down|later|initially|usually|only|still|taking|takes|at|to)\b)[a-z][a-z-]{4,}\s*$",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"\s*(?:\w+\s+){0,3}?(?:at (?:baseline|start|entry|diagnosis|presentation)"
    r"|(?:before|prior to) (?:treatment|starting|start|therapy))",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"(?<!no )(?<!none )(?<!never )(?<!hardly )(?<!not )(?<!without )(?<!denies )"
    r"\b(?:(?:skipp(?:ed|ing)|miss(?:ed|ing)|forg[eo]t\w*)\s+(?:\w+\s+){0,2}(?:doses?|pills?|tablets?|injections?"
    r"|medications?|meds)"
    r"|non-?adheren\w+|non-?complian\w+|poor(?:ly)? (?:adheren\w+|complian\w+)"
    r"|took it only (?:sometimes|sporadically))\b",
    re.IGNORECASE,
)


_ELSEWHERE = re.compile(
    r"\s*(?:in )?(?:(?:his|her|their|the|my|any|current)\s+)?(?:\w+\s+)?"
    r"(?:medications?|meds|plan|dose|regimen|schedule|work|school|insurance|diet|exam|vitals|labs)\b",
    re.IGNORECASE,
)


# What breaks of a device: "the machine's power supply failed" says nothing of what it does for the patient.
_PARTS = (
    r"\b(?:power supply|motor|batter(?:y|ies)|charger|compressor|blower|tubing|hoses?|screen|alarm|sensor|valve|cable"
    r"|machine|unit|equipment|transmitter|pods?|sites?|sets?|adhesive|lead wires?|seal|switch|plug|circuit)"
    r"(?: (?:has|had|itself|again|just|then))*"
)
_PART = re.compile(rf"{_PARTS} \w+$", re.IGNORECASE)
BROKE = re.compile(
    rf"{_PARTS} (?:fail|br[eo]ke|died|quit|stopped)\w*(?: working| again| down)*\s*(?:on|in)?\s*$", re.IGNORECASE
)


def untold(text: str, begin: int, at: int, end: int) -> bool:
    """Whether no effect told at *at* proves nothing: from before the treatment, of other things, or doses missed."""
    if text[begin:at].lower().endswith((" in", "change")) and _ELSEWHERE.match(text, at, end):
        return True
    return bool(_BASELINE.match(text, at, end) or _MISSED.search(text, begin, end) or _PART.search(text[begin:at]))
