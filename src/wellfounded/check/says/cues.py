"""Words that deny, that make a thing another's or a mere possibility, and that say how a treatment ended."""

import re

# What comes before the words it denies, within one clause.
DENIED = re.compile(
    r"\b(?:no(?! (?:longer|further|change|improvement|response|benefit|relief))|denie[sd]|denying|without|absence of"
    r"|negative for|free of|never(?: had)?|not (?:have|had|been|have any|having)|(?:has|have|had|does|do|did|is"
    r"|was|were"
    r"|are) not(?: had| have| been)?|hasn't|doesn't|didn't|isn't|wasn't|rules? out|ruled out|nor|neither|none of"
    r"|lacks?"
    r"|cannot|not)\b(?:\s+(?:any|a|an|the|evidence|history|signs?|symptoms?|known|current|active|prior|past|of|for"
    r"|had"
    r"|recent|significant))*",
    re.IGNORECASE,
)
STOPS = re.compile(
    r"\b(?:but|however|although|though|except|which|who|because|since|and (?:has|she|he|is|was|reports))\b|[;:.]"
)
UNSURE = re.compile(
    r"\b(?:if|may|might|could|would|should|risk|risks|possible|possibly|potential|suspected|rule out|concern for"
    r"|to prevent|prevention|prophylaxis|monitor|in case|unless|whether|warned|counsell?ed|such as|e\.g|avoid"
    r"|consider"
    r"|considered|until|before)\b",
    re.IGNORECASE,
)
FAMILY = re.compile(
    r"\b(?:mother|father|sister|brother|son|daughter|aunt|uncle|cousin|grand(?:mother|father)|family|maternal"
    r"|paternal"
    r"|sibling|parents?|husband|wife)\b",
    re.IGNORECASE,
)
# About the plan's text, the label or the evidence, not about this patient.
ABOUT_RULES = re.compile(
    r"\b(?:polic(?:y|ies)|criteri(?:a|on)|requires?|required|requirements?|guidelines?|label(?:ed|ing)?"
    r"|recommend(?:s|ed"
    r"|ations?)?|standard|minimum|plan's|your plan|plan defines|coverage|defines?|defined as|approved (?:for|by)|FDA"
    r"|trials? (?:of \d+|showed|found|in|reported)|stud(?:y|ies)|et al|placebo|randomi[sz]ed|participants"
    r"|meta-analysis"
    r"|patients (?:who|with|treated|in)|of patients)\b",
    re.IGNORECASE,
)
GOAL = re.compile(
    r"\b(?:goals?|target(?:s|ed)?|aim(?:s|ed)?|expect(?:s|ed)?|anticipate[ds]?|will be|would be|threshold|cut-?off"
    r"|normal"
    r"|remission is|remission as|reduc(?:e|tion of)|at least|at most|less than|below|under|above|greater than|or more"
    r"|or less|or higher|or lower|or below|or above|fewer than|more than|no more than|up to|maximum|range|if"
    r"|unless)\b"
    r"|[<>\u2264\u2265]",
    re.IGNORECASE,
)
# How a treatment ended.
NO_EFFECT = re.compile(
    r"\b(?:(?:no|little|minimal|without|inadequate|insufficient|limited|poor|incomplete|only (?:a )?partial"
    r"|lack of|not"
    r"|never|only (?:mild|minimal|modest|slight|transient|temporary)) (?:any |meaningful |significant |sustained "
    r"|clinical "
    r"|adequate |measurable |lasting |clinically |real )*(?:response|benefit|relief|improve(?:ment|d)?"
    r"|effect(?:ive)?|help(?:ed|ful)?"
    r"|change|control(?:led)?|efficacy|reduction|success|remission)|(?:did|does|do|has|had|have) not (?:fully "
    r"|adequately |sufficiently )?"
    r"(?:respond(?:ed)?|help(?:ed)?|improve[d]?|work(?:ed)?|benefit(?:ed)?|control(?:led)?|reduce[d]?|relieve[d]?"
    r"|achieve[d]?|provide[d]?|change[d]?)"
    r"|didn't (?:help|work|respond)|ineffective|non-?respon(?:se|der|sive)|unresponsive|refractory|lost (?:its "
    r"|her |his )?(?:response|effect|efficacy)"
    r"|loss of (?:response|effect)|wore off|stopped working|worsen(?:ed|ing)|treatment failure"
    r"|failed to (?:respond|improve|help|control|provide|achieve|relieve)"
    r"|persist(?:ed|ent|s)|failure to respond|suboptimal|unsuccessful(?:ly)?|no better|unchanged|relaps\w+"
    r"|recurr\w+)\b",
    re.IGNORECASE,
)
NOT_BORNE = re.compile(
    r"\b(?:intoleran(?:t|ce)|(?:not|could not|couldn't|cannot|unable to|poorly|did not) tolerate[d]?|not tolerated"
    r"|side[- ]effects?|adverse"
    r"|toxicity|allerg(?:y|ic)|anaphyla\w+|hypersensitivity|reaction|contraindicat\w+"
    r"|(?:stopped|discontinued|halted|withdrawn|ended|caused|due to|because of|for|from|with|developed|limited by"
    r"|after) "
    r"(?:\w+ ){0,5}?(?:nausea|vomiting|rash|hives|diarrhea|sedation|drowsiness|somnolence|dizziness|headaches?"
    r"|weight gain|weight loss"
    r"|insomnia|tremors?|elevated (?:liver|transaminases|ALT|AST|blood pressure)|hypertension|hypotension|bleeding"
    r"|neutropenia|leukopenia"
    r"|infections?|edema|swelling|constipation|dry mouth|palpitations|arrhythmia|hepatotoxicity|hyponatremia"
    r"|serotonin syndrome"
    r"|myalgias?|cough|angioedema|sexual dysfunction|fatigue|confusion|falls?|syncope|bradycardia|akathisia"
    r"|pancreatitis|nephrotoxicity"
    r"|cytopenias?|anemia|stomatitis|mouth sores|mucositis|gastrointestinal|GI (?:upset|intolerance|distress"
    r"|bleed)|word-finding|paresthesias?))\b",
    re.IGNORECASE,
)
FAILED = re.compile(r"\b(?:fail(?:ed|ure|s|ing)?|tried and failed|did not succeed)\b", re.IGNORECASE)
HELPED = re.compile(
    r"\b(?:(?:good|excellent|great|marked|significant|full|complete|robust|sustained|substantial|favou?rable|clear"
    r"|dramatic|strong|positive) "
    r"(?:\w+ ){0,2}?(?:response|benefit|relief|improvement|effect|remission|results?|control)|respond(?:ed|s"
    r"|ing)? (?:very |extremely |quite )?(?:well|favou?rably|completely|positively|fully)"
    r"|(?:was|were|is|has been|proved|proven|remains?|very|highly|been) (?:very |highly |quite "
    r"|fully )?(?:effective|successful|helpful|beneficial)(?! (?:only|for a))"
    r"|(?:achieved|reached|entered|brought|went into) (?:\w+ ){0,2}?remission|well[- ](?:controlled|tolerated)"
    r"|tolerated (?:\w+ )?well"
    r"|(?:improved|resolved|cleared|relieved|controlled) (?:\w+ )?(?:significantly|markedly|completely"
    r"|substantially|dramatically|fully|well)"
    r"|(?:significantly|markedly|completely|substantially|dramatically|fully|nearly) (?:improved|resolved|cleared"
    r"|relieved|controlled)"
    r"|symptoms? (?:resolved|remitted|cleared)|worked well|helped(?! by)|with (?:good"
    r"|excellent) (?:\w+ )?(?:effect|results?|control))\b",
    re.IGNORECASE,
)
TRIED = re.compile(
    r"\b(?:tried|trials?|took|taken|taking|takes|completed|failed|received|treated (?:with|by)|was (?:on|started"
    r"|placed|prescribed|given)"
    r"|has been on|underwent|course of|stopped|discontinued|used|previously on|on a|therapy with|initiated"
    r"|maintained on|exhausted)\b",
    re.IGNORECASE,
)


def denied(text: str, start: int) -> bool:
    """Whether the words that begin at *start* are denied in their clause."""
    before = text[max(0, start - 100) : start]
    cut = max((match.end() for match in STOPS.finditer(before)), default=0)
    return DENIED.search(before, cut) is not None
