"""The words by which a sentence denies, guesses, plans, looks back or speaks of a relative, after NegEx and ConText."""

import re

# A denial opens here and runs to the end of its list.
DENY = re.compile(
    r"\b(?:no (?:evidence|signs?|history|indications?|suggestion|complaints?|known|prior|previous) (?:of )?"
    r"|(?:negative|free|absence|absent) (?:for|of)|den(?:y|ies|ied|ying)|without"
    r"|(?:never|not|no longer)(?: (?:yet |ever |to )?(?:had|have|has|receive|get|been|used"
    r"|using|on|taken|taking|tried|received)"
    r"(?: any| a| an)?)?"
    r"|none of|neither|nor|no|cannot|can't|unable to|inability to"
    r"|(?:does|do|did|has|have|had|is|was|were|are|will|would|could)n't|fails? to|failed to|lacks?|rules? out|ruled out"
    r"|excludes?|quit(?:ting)?|ceased)\b"
)
# Words that look like a denial and are none.
FALSE = re.compile(
    r"\b(?:not only|no doubt|not necessarily|cannot be (?:ruled out|excluded)|not (?:been )?(?:ruled out|excluded)"
    r"|no (?:change|increase|decrease) in|without (?:difficulty|delay)|not certain|not sure)\b"
)
_PAYER = (
    r"(?:plans?|insur\w+|payers?|carrier|pharmacy benefit\w*|pbm|medicaid|medicare|prior auth\w*|pa|pre-?auth\w*"
    r"|authori[sz]ations?|claims?|appeals?|coverage|reviewer|medical director)"
)
# What a plan decided is nothing that the patient did or had: "TMS not approved", "insurance denied dupilumab".
REFUSAL = re.compile(
    r"\b(?:(?:is|was|were|are|been|being|be|got) )?not (?:yet )?(?:be(?:en|ing)? )?(?:approved|authori[sz]ed|covered"
    r"|certified|paid for)\b"
    rf"|\b{_PAYER}\b(?:[ ,'\u2019]+(?!and\b|but\b)[\w-]+){{0,4}}?[ ,]+"
    r"(?:den(?:y|ied|ies|ying|ial)|reject\w*|refus\w*|declin\w*"
    r"|disapprov\w*|(?:will|would|does|did) not (?:cover|approve|pay|authori[sz]e)|(?:wo|would|does|did)n't (?:cover"
    r"|approve|pay|authori[sz]e)|cannot approve)\b"
    rf"|\b(?:denied|denial|rejected|refused|declined|disapproved|turned down) (?:\w+ ){{0,2}}?(?:by|under|from) "
    rf"(?:\w+ ){{0,3}}?{_PAYER}\b"
    rf"|\b(?:denied|rejected|refused|no) {_PAYER}\b"
)
# A denial written after what it denies: "active thoughts no", "seizures: none", "QuantiFERON negative".
AFTER = re.compile(
    r"(?:[:,-]? *(?:no|none|negative|absent|denied|denies|neg)"
    r"|\b(?:is|are|was|were|has been|have been)"
    r" (?:negative|absent|denied|ruled out|excluded|not (?:present|seen|found|noted))"
    r"|\b(?:(?:was|were|is|are|has been) )?(?:never|not) (?:actually )?(?:taken|started|used|tried|filled|given"
    r"|done|performed|obtained"
    r"|picked up))"
    r"(?: *\(?(?:(?:on|in|as of) )?(?:\d[\d/.-]*|today|this visit)\)?)*"
    r"(?: (?:at|in|on) (?:any|either|all)(?: \w+){1,2})?(?: *\([^()]*\))? *$"
)
# Where a denial was looked for says nothing of what is denied: "no cor pulmonale on echocardiogram".
WHERE = re.compile(
    r"\bin (?:self|herself|himself|the patient|the family|family|relatives)\b.*|\b(?:seen |noted |found )?(?:on"
    r"|by|per|at|during) (?:\w+ ){0,2}(?:exam\w*|imaging|echo\w*|mri|ct|radiograph"
    r"|ultrasound"
    r"|visit|review|history|screen\w*|electro\w+|ekg|ecg|labs?|report|interview|time|biops\w+|patholog\w+"
    r"|\w+scopy|cultures?"
    r"|culture|testing|tests?|today)\b.*|\btoday\b|\bat present\b"
)
# A denial ends here.
STOP_AT = re.compile(
    r"\b(?:other than|apart from|aside from|except(?: for)?|however|although|though|because|which|who|due to"
    r"|secondary to|(?:she|he|they|patient|pt) |reports?|complains?|endorses?|states?|has|have|had|is|are|was|takes?"
    r"|using|despite|but|since|until|while|when|after|before|planned|that (?:would|could|might|may|can|will))\b|\s-\s"
)
SPLIT = re.compile(r"\s*(?:;|\.\s|\bbut\b|\bhowever\b|\balthough\b|\bwhereas\b)\s*")
LIST = re.compile(r"\s*(?:,|\bor\b|\band\b|/|\bnor\b)\s*")
# A relative of whom something is said, and not one who only tells of the patient: "noted by mother", "wife reports".
_RELATIVES = (
    r"mother|father|sister|brother|siblings?|aunt|uncle|grand(?:mother|father|parents?|son|daughter|ma|pa)|cousin"
    r"|nephew|niece|daughter|son|wife|husband|spouse|partner|parents?|mom|mum|dad"
)
_TELLS = (
    r"reports?|reported|states?|stated|says?|said|not(?:es?|ed)|feels?|thinks?|asks?|denies|denied|confirms?|describes?"
    r"|wants?|present|brought|called|calls|worries|agrees|gives"
)
FAMILY = re.compile(
    rf"\bfamily history\b|\b(?:maternal|paternal)\b|(?<!by )(?<!per )(?<!with )(?<!from )\b(?:{_RELATIVES})\b"
    rf"(?! (?:also )?(?:{_TELLS})\b)"
)
MAYBE = re.compile(
    r"\b(?:possibl[ey]|probabl[ey]|suspect(?:ed|s)?|suspicious for|likely|concern(?:ed|ing)? for"
    r"|question(?:able)? of|rule out|cannot (?:be )?(?:ruled out|exclude[d]?)|differential|versus|vs|may have"
    r"|might have"
    r"|could (?:be|represent)|presumed)\b|\?"
)
LATER = re.compile(
    r"\b(?:if|consider(?:ed|ing|s)?|would|could|should|may|might|plan(?:s|ned)? (?:to|for)|planned|planning|will"
    r"|recommend(?:s|ed)?|refer(?:red|ral)?|discuss(?:ed)?|counsel+ed|risks?|monitor(?:ing)? for|watch for"
    r"|return (?:if|to clinic|in|for|prn|sooner)|call (?:if|for|us)"
    r"|candidate|to (?:help )?prevent|screen(?:ing)? for|order(?:ed|s)?|schedule[d]?|awaiting|pending|warn(?:ed|ing)"
    r"|advis(?:ed|e)|options?|in case|unless|due(?! to)|overdue|declined|declines|refused|refuses|deferred"
    r"|eventual(?:ly)?)\b"
)
# Words that say which thing is meant, and plan nothing: "a finding that would stand in the way".
SUCH = re.compile(r"\b(?:that|which) (?:would|could|might|may)\b")
# A disease that is over. "History of" is how charts list what a patient has, and is not among these.
OVER = re.compile(
    r"\b(?:previous(?:ly)?|prior|resolved|remote|former(?:ly)?|childhood|in remission|healed|cured|(?<!to )quit"
    r"|ceased)\b",
    re.IGNORECASE,
)
# Where a list of places begins, and words by which one of its members is said to be well.
PLACE = re.compile(r"\b(?:on|in|of|over|involving|at)\b")
FINE = re.compile(r"\b(?:normal|unremarkable|stable|clear|intact|full|fine|good|well|soft)\b")
# After a denied subject: what was not done by it or to it, which does not deny that it exists.
SUBJECT = re.compile(
    r"(?:has|have|had|is|are|was|were)\b(?! (?:been )?(?:noted|reported|seen|found|observed|occurred|identified|present"
    r"|documented|detected|described|known|recorded|evident|there|any|done|performed|obtained|given|taken|used|made)\b)"
)
