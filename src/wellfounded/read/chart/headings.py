"""The headings of a clinical note, and what each says of the text under it."""

import re
from functools import lru_cache

from wellfounded.wire.caseless import caseless

_TREATMENT = (
    r"med(?:ication)?s?|medicines?|treat\w*|tx|rx|therap\w+|trials?|drugs?|agents?|dmards?|biologics?|preventives?"
    r"|asms?|aeds?|anti-?seizure|anticonvulsants?|psychotropics?|psychopharm\w*|regimens?|interventions?|measures"
    r"|efforts"
    r"|attempts|modalities|remedies|chemo\w*|immunosuppress\w*|analgesics?|abortives?|prophyla\w+|conservative|statins?"
    r"|steroids?|nsaids?|opioids?|anti(?:depressant|psychotic|epileptic|biotic|histamine|emetic)s?|inhalers?"
    r"|injections?|art"
    r"|inhaled|topicals?|orals?|insulins?|infusions?|procedures|equipment|devices?|tablets"
)
_PAST = (
    r"past|prior|prev(?:ious(?:ly)?)?|earlier|former|failed|failures?|historical|discontinued|tried|used|stopped|ended"
    r"|history|hx|h/o|chronology|timeline|course|log|record|so far|to date|until now|over the years|before|been on"
    r"|already|exposures?|trials?|over time|to this point|given and effects?|in order|in sequence|narrative"
    r"|background|response"
)
# The first row whose words fit a heading names its section; narrow rows stand above wide ones.
_ROWS = (
    ("family", r"family (?:psychiatric |medical |health )?(?:history|hx)|fam(?:ily)? ?hx|f ?h ?x?|fhx?"),
    (
        "allergies",
        (
            r"(?!.*\b(?:clinic|visit|immunology|center|associates|asthma|note|consult\w*|practice|institute|lung"
            r"|sinus)\b).*\ballerg(?:y|ies|en)\b.*|nkda|intolerances|adverse reactions?|drug intolerances|adverse"
        ),
    ),
    (
        "past_treatment",
        (
            r"past|before|previously|treatments|therapies|treatments? (?:by|per|received|given).*|(?:medical|drug"
            r"|conservative|pharmac\w+) therapy|rx for .*|(?:course|treated) (?:so far|to date).*"
            r"|what (?:\w+ ){1,4}(?:tried|been on|been done|been through|taken|used).*"
            r"|(?!.*\b(?:current|plan|planned|medical|social|substance|illicit|alcohol|allerg\w*|family|response"
            r"|today)\b)"
            rf"(?=.*\b(?:{_TREATMENT})\b)(?=.*\b(?:{_PAST})\b).*"
            r"|.*\b(?:failed|tried)\b.*|conservative (?:care|treatment|management|measures).*|oncologic (?:history"
            r"|hx).*"
            r"|treatment(?:s)? (?:history|hx).*|medication\w* (?:discontinued|stopped).*"
        ),
    ),
    ("vitals", r"(?:vital signs?|vitals|vs)(?: today)?"),
    ("ros", r"r ?o ?s|review of systems?|systems review"),
    ("family", r"(?:mother|father|siblings)"),
    ("social", r"social (?:history|hx)|sh|sochx|social|substance (?:use|history).*|habits|occupation.*"),
    ("surgical", r"(?:past )?surgical (?:history|hx)|psh|surgeries.*|past surgeries|operations"),
    (
        "medications",
        (
            r"(?:today s |current |home |active |outpatient |discharge |present |my |daily "
            r")*(?:med(?:ication)?s?|medicines|tablets|eye drops|inhalers"
            r"|prescriptions|drugs?|psychotropics?)(?: list| reconciliation| profile| at home| on file| today"
            r"| currently| now)?(?: .*)?"
            r"|(?:current|home|active) (?:treatment|therapy|regimen|dmards?|preventives?)s?.*|medication\w* \(.*"
            r"|infusions?"
        ),
    ),
    (
        "medications",
        (
            r"now|currently|now on|others?|also (?:takes|on|taking|uses)"
            r"|other (?:meds|medicines|medications|drugs|tablets)"
        ),
    ),
    ("plan", r"next"),
    (
        "imaging",
        (
            r"(?:imaging|radiology|radiographs?|x-?rays?|mri|ct|ultrasound|echo\w*|dexa|pet|findings|technique"
            r"|diagnostic (?:imaging|studies))\b.*"
        ),
    ),
    (
        "procedures",
        (
            r"(?:procedures?|endoscopy|colonoscopy|biops\w+|patholog\w+|operative|emg|pft|pulmonary function"
            r"|sleep stud\w*|polysomn\w*|eeg|ekg|ecg)\b.*"
        ),
    ),
    (
        "labs",
        (
            r"(?:labs?|laboratory|lab (?:results|data|values)|results?|blood ?work|data(?: reviewed)?|chemistry"
            r"|hematology|diagnostics?|diagnostic data|recent results?|microbiology|serolog\w+)\b.*"
        ),
    ),
    (
        "scales",
        (
            r"(?:rating )?scales?.*|(?:outcome measures?|questionnaires?|scores?|assessments? scores?|measures"
            r"|screening|screeners?|psychometric\w*|standardi[sz]ed .*|disease activity)\b.*"
        ),
    ),
    (
        "assessment_plan",
        (
            r"(?:assessment|impression|opinion|summary|discussion|conclusions?|diagnos[ei]s|findings|a|imp)\s*(?:and"
            r"|&|/|\+|-|,)"
            r"\s*(?:treatment |management )?(?:plan|p|recommendations?|management).*|a ?p"
            r"|asp|medical decision making|mdm|problems? and plans?"
        ),
    ),
    (
        "plan",
        (
            r"(?:treatment |care )?plan(?: of (?:care|treatment))?.*|p|rx|recs?|recommendations?.*"
            r"|recommend|orders?.*|disposition.*"
            r"|follow[- ]?up.*|rtc|next steps.*|patient instructions.*|instructions?.*|request.*|rationale.*"
            r"|medical necessity.*|medication changes.*|goals?.*|what (?:we will do|happens next|we agreed).*"
            r"|where we go from here"
            r"|the way forward|management"
        ),
    ),
    (
        "assessment",
        (
            r"(?:clinical )?(?:assessment|impression|diagnos[ie]s|problem list|problems|active problems"
            r"|conclusion|formulation|"
            r"(?:primary|secondary|visit|referring|principal|treating) diagnos[ie]s)\b.*|dx|a|imp|summary "
            r"and impression|(?:my )?(?:thinking|thoughts|view|opinion)|discussion"
        ),
    ),
    (
        "history",
        (
            r"(?:past )?(?:medical|psychiatric|psych|oncologic|ob|gyn|birth|developmental|dermatologic|seizure|headache"
            r"|cardiac|respiratory|medical and surgical) (?:history|hx)|pmh?x?|pph|medical|background|past history"
            r"|comorbidit\w+"
        ),
    ),
    (
        "function",
        (
            r"(?:function\w*|adls?|iadls?|activities of daily living|mobility|mrades?|prior level.*|current level.*"
            r"|plof|home (?:environment|setup|situation)|disability)\b.*"
        ),
    ),
    ("safety", r"(?:safety|risk|suicid\w*)\b.*"),
    (
        "exam",
        (
            r"(?:physical |neuro\w* |mental status |skin |focused |general |joint |cardiac )?exam(?:ination)?.*|pe|mse"
            r"|mental status|o|objective|observations?|tests? and measures.*|range of motion.*|strength|gait.*"
            r"|palpation"
        ),
    ),
    (
        "hpi",
        (
            r"h ?p ?i|history of (?:the )?present (?:illness|problem|concern).*|history|interval (?:history|hx|events"
            r"|note)?.*|subjective|s|cc|chief complaint.*|reason for .*|present(?:ing)? .*|narrative|summary.*"
            r"|clinical (?:history|summary|course)|hospital course.*|course.*|ed course|update|today|hx|indication.*"
            r"|story|events?|current symptoms|onset.*"
        ),
    ),
)
_ROWS_COMPILED = tuple((name, caseless(pattern)) for name, pattern in _ROWS)
_FRAMED = re.compile(
    r"\s*[=*#_~-]{2,}\s*(?P<name>[A-Za-z][A-Za-z /&-]{2,50}?)\s*(?:\([^()\n]{2,60}\)\s*)?[=*#_~:-]{2,}\s*$"
)
_LINE = re.compile(
    r"^[ \t]*(?:[#*=_>|-]+[ \t]*)?(?:(?:\d{1,2}|[A-H]|[IVX]{1,4})[.)][ \t]+)?"
    r"(?P<name>[A-Za-z][A-Za-z0-9 /&,()'\u2019.+-]{0,70}?)(?P<aside>[ \t]*\([^)\n]{0,60}\))?[ \t]*(?P<colon>:"
    r"|[-\u2013\u2014][ \t]+(?=\S)|[ \t]*$)"
)
_CAPITALS = re.compile(
    r"(?P<name>[A-Z][A-Z/&]{2,14}(?: [A-Z/&]{2,14}){0,2})(?:\.[ \t]+|[ \t]{2,}|[ \t]+(?=\(1\)|1[.)]))(?=\S)"
)
_LABEL = re.compile(r"(?P<name>[a-z]{3,10}(?: [a-z]{3,10})?)(?:[ \t]{2,}(?=\S)|[ \t]*$)")  # small letters at the margin


@lru_cache(maxsize=4096)
def section(name: str) -> str | None:
    """Give the section a heading opens, or None where the words are no heading we know."""
    low = " ".join(re.sub(r"[^\w&/+ -]", " ", name.lower()).split()).strip(" -/")
    return next((key for key, pattern in _ROWS_COMPILED if pattern.fullmatch(low)), None)


@lru_cache(maxsize=4096)
def heading(line: str) -> tuple[str, int] | None:
    """Give the section a line opens and where the rest of the line begins; None where the line opens none.

    A line is a heading where its words are known and it ends there, goes on after a colon, or is written in capitals.
    """
    framed = _FRAMED.match(line)
    if framed:
        return section(framed["name"]) or "other", len(line)
    label = _CAPITALS.match(line) or _LABEL.match(line)
    if label and (known := section(label["name"])):
        return known, label.end()
    match = _LINE.match(line)
    if match is None:
        return None
    name, colon = match["name"], match["colon"]
    whole = match.end() == len(line) or not line[match.end() :].strip()
    if (not whole or colon.strip() in {"-", "\u2013", "\u2014"}) and len(name) > 45:
        return None
    known = section(name)
    short = len(name) <= 2
    if colon.startswith(":"):
        capitals = name.isupper() and len(name) > 4 and len(name.split()) <= 4 and not re.search(r"\d", name)
        if known is None and (capitals or (whole and len(name.split()) <= 6 and name[:1].isupper())):
            return "other", match.end()
        wordy = len(name.split()) > 5 and not name.isupper()
        return None if known is None or (wordy and not whole) else (known, match.end())
    if colon.strip():
        return (known, match.end()) if known and name.isupper() else None
    titled = (
        len(name.split()) <= 5 and not name.endswith(".") and all(w[0].isupper() or len(w) < 4 for w in name.split())
    )
    if known and not short and (name.isupper() or titled):
        return known, match.end()
    if known and not short and whole and name[:1].isupper() and len(name.split()) <= 2:
        return known, match.end()
    if known and short and name.isupper():
        return known, match.end()
    if name.isupper() and len(name) > 3 and len(name.split()) <= 7 and not re.search(r"\d", name):
        return "other", match.end()
    return None
