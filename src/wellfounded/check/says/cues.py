"""Words that deny, that make a thing another's or a mere possibility, and that say how a treatment ended."""

from functools import lru_cache

from wellfounded.check.says.plain import phrase, small_phrase

# What comes before the words it denies, within one clause.
DENIED = phrase(
    r"\b(?:no(?! (?:longer|further|change|improvement|response|benefit|relief))|denie[sd]|denying|without|absence of"
    r"|negative for|free of|never(?: had)?|not (?:have|had|been|have any|having)|(?:has|have|had|does|do|did|is"
    r"|was|were"
    r"|are) not(?: had| have| been)?|hasn't|doesn't|didn't|isn't|wasn't|rules? out|ruled out|nor|neither|none of"
    r"|lacks?"
    r"|cannot|not)\b(?:\s+(?:any|a|an|the|evidence|history|signs?|symptoms?|known|current|active|prior|past|of|for"
    r"|had"
    r"|recent|significant))*",
)
STOPS = phrase(
    r"\b(?:but|however|although|though|except|which|who|because|since|reports?|endorses?|complains?"
    r"|and (?:has|had|have|takes|she|he|is|was|an?|one|two))\b",
    r"[;:]",
    r"\.\s",
)
UNSURE = phrase(
    r"\b(?:if|may(?! \d)|might|could|would|should|risk|risks|possible|possibly|potential|suspected|rule out"
    r"|concern for"
    r"|to prevent|prevention|prophylaxis|monitor|in case|unless|whether|warned|counsell?ed|such as|e\.g|avoid"
    r"|consider"
    r"|considered|until|before(?!,|\.|$))\b",
)
FAMILY = phrase(
    r"\b(?:mother|father|sister|brother|son|daughter|aunt|uncle|cousin|nephew|niece|grand(?:mother|father)|family"
    r"|maternal"
    r"|paternal"
    r"|sibling|parents?|husband|wife)\b",
)
# A work of research or a rule of a body, cited: what it says is not said of this patient.
CITED = phrase(
    r"\bdoi\b|\bin (?:the )?(?:clinical |randomi[sz]ed |controlled |large |several |two |three )*trials\b(?! of\b)"
    r"|\bet al\b|\bPMID\b|\((?:19|20)\d\d\)|\bNCT\d|\bpatients\b(?! ?\()|\bparticipants\b|\bcleared (?:by"
    r"|for)\b"
    r"|\bmeta-analys\w+"
    r"|\brandomi[sz]ed\b|\b(?:American|National|European|International) (?:\w+ ){1,4}(?:Association|Society"
    r"|College|Academy)\b",
)
# About the plan's text, the label or the evidence, not about this patient.
LAW = phrase(r"\bC\.?F\.?R\b|U\.?S\.?C\b|\bR\.C\. \d|\bRevised Code\b|\u00a7")  # a sentence that cites the law itself
ABOUT_RULES = phrase(
    r"\b(?:polic(?:y|ies)|criteri(?:a|on)|requirements?|guidelines?|label(?:ed|ing)?|recommend(?:s|ed|ations?)?"
    r"|FDA)\b",
    r"\b(?:your plan|the plan|plan's|medicare|medicaid) (?:[\w.]+ ){0,3}(?:requires?|asks|defines?"
    r"|covers?|accepts)\b",
    r"\b(?:requires?|asks for|calls for|must have) (?:a |an )?(?:trials?|failure|two|three|\d+|at least"
    r"|documentation)\b",
    r"\bcoverage determination|\b[NL]CD\b|\bdefined as\b|\bapproved (?:for|by)\b",
    r"\bC\.?F\.?R\b|U\.?S\.?C\b|\bR\.C\. \d|\u00a7",
    r"\b(?:trials? (?:of \d+|showed|found|reported)"
    r"|(?<!sleep )(?<!imaging )(?<!conduction )(?<!swallow )(?<!diagnostic )stud(?:y|ies)(?! of \d)|et al"
    r"|placebo|randomi[sz]ed|participants"
    r"|meta-analysis)\b",
    r"\b(?:patients (?:who|with|treated|in)|of patients)\b",
)
# A number to be reached, not one that was measured; and a bound that stands with a number.
GOAL = phrase(
    r"\b(?:goals?|target(?:s|ed)?|aim(?:s|ed)?|expect(?:s|ed)?|anticipate[ds]?|will be|would be|threshold|cut-?off|if"
    r"|remission (?:is|as)|reduc(?:e|tion of)|unless|until|stop if|to achieve|to reach|bring)\b",
)
BOUND_BEFORE = phrase(
    r"\b(?:normal|at least|at most|less than|below|under|above|over|greater than|fewer than|more than|up to"
    r"|maximum|range"
    r"|by|goal|target|mean|(?<!tone )average|norms?|standard deviation|threshold|limit)"
    r"(?: (?:of|is|are|being|about|some|an?|the|was|for))* $",
    r"[<>\u2264\u2265]\s*$",
)
BOUND_AFTER = phrase(
    r"[^,;.]{0,14}?\bor (?:more|less|higher|lower|below|above|greater|better|fewer)\b|\s?(?:%|points?)? (?:is"
    r"|are) normal\b"
)


def bounded(text: str, start: int, end: int) -> bool:
    """Whether the number between *start* and *end* is a bound, a norm or a change, not a finding."""
    return BOUND_BEFORE.search(text, max(0, start - 40), start) is not None or BOUND_AFTER.match(text, end) is not None


# How a treatment ended; these are looked for in small letters (says/ends.py).
_ANY = (
    r"(?:any |a |meaningful |significant |sustained |clinical |adequate |measurable |lasting |clinically |real "
    r"|further |such |useful |good |full )*"
)
NO_EFFECT = small_phrase(
    r"\b(?:(?:no|little|minimal|without|w/o|inadequate|insufficient|limited|poor|incomplete|partial|lack of|lacked"
    r"|not"
    r"|never"
    rf"|lost|loss of|modest|slight|transient|temporary|brief(?:ly)?|did nothing|made no|changed nothing) {_ANY}"
    r"(?:response|responded|benefit|relief|improve(?:ment|d)?|effect(?:ive)?|help(?:ed|ful)?|change"
    r"|control(?:led)?|efficacy"
    r"|reduction|success|remission|difference|use|gain|regrowth|recovery|clearance|healing|progress)"
    r"|(?:did|does|do|has|had|have) not (?:fully |adequately |sufficiently |really )?(?:respond|help|improve|lower"
    r"|ease|slow|work"
    r"|benefit"
    r"|control|reduce|relieve|achieve|provide|change|bring|touch|last|hold)(?:e?d)?"
    r"|did nothing|changed nothing|made no difference|(?:gave|with|mo|months?|wks?|weeks?|effect|relief|benefit"
    r"|response):? none|didn't (?:help|work|respond)|ineffective|non-?respon(?:se|der|sive)|unresponsive"
    r"|refractory"
    r"|wore off|stopped working|treatment failure|failed to (?:respond|improve|help|control|provide|achieve|relieve)"
    r"|persist(?:ed|ent|s)|failure to respond|suboptimal|unsuccessful(?:ly)?|no better|unchanged|never (?:fell"
    r"|went|dropped|got|rose|reached|under|below|above)|breakthrough(?! bleeding)"
    r"|(?:strength|pain|symptoms?|scores?|function) (?:the )?same"
    r"|helped (?:only |very |a )?(?:little|minimally|briefly|slightly)|still (?:active|present|severe))\b",
)
# It came back or got worse: after a gain or with none; says too little to contradict either.
RELAPSED = small_phrase(
    r"\b(?:relaps\w+|recurr\w+|worsen\w+|flared?|returned|came back|lost|back (?:by|within|to|where)|progress(?:ed"
    r"|ion))\b",
)
_HARM = (
    r"(?:nausea|vomiting|rash|hives|diarrhea|sedation|sleepy|drowsiness|somnolence|dizziness|headaches?"
    r"|weight gain|weight loss"
    r"|insomnia|tremors?|(?:elevated|raised|high) (?:liver|transaminases|ALT|AST|blood pressure|creatinine)|ALT"
    r"|creatinine"
    r"|liver (?:enzymes|function|injury)|hypertension|hypotension|bleeding|neutropenia|leukopenia|infections?"
    r"|edema|swelling"
    r"|constipation|dry mouth|palpitations|arrhythmia|hepatotoxicity|hyponatremia|serotonin syndrome|myalgias?|cough"
    r"|angioedema|sexual dysfunction|fatigue|confusion|falls?|syncope|bradycardia|akathisia|agitation|pancreatitis"
    r"|nephrotoxicity|cytopenias?|anemia|stomatitis|mouth sores|mucositis|gastrointestinal|(?:GI|stomach) (?:upset"
    r"|intolerance"
    r"|distress|bleed)|word-finding|paresthesias?|lipoatrophy|nightmares|oily stools|itch\w*|thinning|pain"
    r"|reactions?)"
)
NOT_BORNE = small_phrase(
    r"\b(?:intoleran(?:t|ce)|(?:not|could not|couldn't|cannot|unable to|poorly|did not) tolerate[d]?|not tolerated"
    r"|side[- ]effects?|adverse|toxicity|allerg(?:y|ic)|anaphyla\w+|hypersensitivity|contraindicat\w+"
    rf"|(?:stopped|discontinued|halted|withdrawn|ended|given up|caused|due to|because of|developed"
    rf"|limited by)(?:(?:[^.;]|\.\d){{0,60}}?)\b{_HARM}"
    rf"|{_HARM}(?:[^.;]|\.\d){{0,40}}\b(?:stopped|discontinued|d/c'?d?|held)"
    r"|(?:stopped|discontinued|given up)[^.;]{0,40}?\b(?:for|because of|due to) (?!lack|no\b|insufficient"
    r"|inadequate|poor|cost"
    r"|coverage|insurance|want|failure|its|any|ineffect|non))\b",
)
# It ended before its time, for whatever reason.
STOPPED = small_phrase(r"\b(?:stopped|discontinued|quit|given up|d/c'?d|halted|came off|taken off)\b")
KIN = phrase(
    r"\b(?:mother|father|sister|brother|son|daughter|aunt|uncle|cousin|nephew|niece|grand(?:mother|father)|sibling"
    r"|husband|wife)s?\b"
)
FAILED = small_phrase(r"\b(?:fail(?:ed|ure|s|ing)?|tried and failed|did not succeed)\b")
HELPED = small_phrase(
    r"\b(?:(?:good|excellent|great|marked|significant|full|complete|robust|sustained|substantial|favou?rable|clear"
    r"|dramatic|strong|positive) "
    r"(?:\w+ ){0,2}?(?:reduction|regrowth|recovery|clearance|healing|response|benefit|relief|improvement|effect"
    r"|remission|results?|control)"
    r"|respond(?:ed|s"
    r"|ing)? (?:very |extremely |quite )?(?:well|favou?rably|completely|positively|fully)"
    r"|(?:was|were|is|has been|proved|proven|remains?|very|highly|been) (?:very |highly |quite "
    r"|fully )?(?:effective|successful|helpful|beneficial)(?! (?:only|for a))"
    r"|(?:achieved|reached|entered|brought|went into) (?:\w+ ){0,2}?remission|well[- ](?:controlled|tolerated)"
    r"|tolerated (?:\w+ )?well"
    r"|(?:improved|resolved|cleared|relieved|controlled) (?:\w+ ){0,2}(?:significantly|markedly|completely"
    r"|substantially|dramatically|fully|well)"
    r"|(?:significantly|markedly|completely|substantially|dramatically|fully|nearly) (?:improved|resolved|cleared"
    r"|relieved|controlled)"
    r"|symptoms? (?:resolved|remitted|cleared)|(?:attacks|symptoms|pain|seizures|flares|headaches|episodes"
    r"|bleeds|bleeding|spells) (?:\w+ )?(?:ceased|stopped|disappeared|went away)|cured|restored (?:\w+ ){0,3}(?:fully"
    r"|completely)|healed(?! (?:by|only))|(?:fully|completely|largely) restored"
    r"|(?:much|far|was|is|felt|feels|got|became) better(?: on| with|,|\.|$)|worked (?:very |quite "
    r"|extremely |really )?(?:well|at first|for)"
    r"|helped(?! by)"
    r"|with (?:good"
    r"|excellent) (?:\w+ )?(?:effect|results?|control))\b",
)
TRIED = phrase(
    r"\b(?:tried|trials?|took|taken|taking|takes|completed|failed|received|treated (?:with|by)|was (?:on|started"
    r"|placed|prescribed|given)"
    r"|has been on|underwent|course of|stopped|discontinued|used|previously on|on a|therapy with|initiated"
    r"|maintained on|exhausted)\b",
)


def denied(text: str, start: int) -> bool:
    """Whether the words that begin at *start* are denied in their clause."""
    before = text[max(0, start - 100) : start]
    cut = max((match.end() for match in STOPS.finditer(before)), default=0)
    return DENIED.search(before, cut) is not None


# A rule's own words for a trial, which tell of no one's.
DEMANDS = phrase(
    r"\b(?:polic(?:y|ies)|plans?|criteri(?:a|on)|guidelines?|label|rules?) (?:\w+ ){0,3}(?:asks?|requires?|calls?"
    r"|lists?"
    r"|wants?|demands?|recommends?|names?)(?: for)? (?:an? |at least |one |two |three |failed |adequate )*"
    r"(?:trials?|failure|course)(?: of [\w-]+)?"
)


# A rule that is said to be met by what the same sentence tells of the patient.
ANSWERED = phrase(
    r"\b(?:criteri(?:on|a)|requirements?|section)\b[^.:;]{0,24}\b(?:is|are|was|were) (?:also |therefore "
    r"|thus )?(?:met|satisfied)"
    r"\s*(?::|,? (?:because|since|as|by)\b|-)",
    r"\bmet\b ?: ",
)


@lru_cache(maxsize=512)
def of_rules(text: str) -> bool:
    """Whether a sentence speaks of a rule, a label or research, and tells nothing that this patient took."""
    if CITED.search(text):
        return True
    if ANSWERED.search(text):
        return False
    return ABOUT_RULES.search(text) is not None and not TRIED.search(DEMANDS.sub(" ", text))
