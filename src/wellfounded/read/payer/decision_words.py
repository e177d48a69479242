"""The words by which a notice refuses, grants, waits or asks."""

from wellfounded.read.payer.phrases import phrases

DENY = phrases(
    """
    den(y|ied|ies|ying|ial)
    declin(e|ed|es|ing)
    disallow*
    reject(ed|ing|ion)?
    repudiat*
    refus(e|ed|al|ing)
    non-?\\s?(certif*|affirm*|authori[sz]ed|approved)
    (have|has)~not changed our | decision ~1 (stays|remains|is) ~1 (same|unchanged)
    (did|do|does|have|has)~not (okay|ok|okayed|agree to|accept)
    (will|would)~not be (paying|covering|approving|funding)
    adverse (benefit )?(decision|determination|action)
    uph(old|eld|olding)
    unfavou?rable
    (unable|not able|not in a position|not prepared|not willing) to ~1 (approve|authori[sz]e|certify|cover|pay|grant
        |give|issue|recommend|agree|provide|reimburse|accept|fund|consider|offer|settle|meet|support|allow|honou?r
            |process
        |extend|endorse|sanction|admit|continue|contribute)
    regret* ~4 (cannot|unable|not|declin*)
    (can|could|will|do|does|did|would|shall|wo)~not ~2 (approve[ds]?|approving|authori[sz]*|certif(y|ied)
        |cover(ed)?|pay|paid|grant*|reimburse*|fund|funded|accept*|recommend*|payable|agree to|be met|extend(ed)?
        |allow(ed)?|offer(ed)?|honou?r(ed)?|support(ed)?|support this|continue(d)?|sanction(ed)?)
    (is|are|was|were|been|be)~not ~2 (approved|authori[sz]ed|certified|covered|payable|granted|eligible|allowed
        |accepted|reimbursable|affirmed|admissible|recommended|funded|supported)
    not (approv*|authori[sz]ed|certif*|payable|paid|granted|funded|allowed|eligible|reimbursable|covered|affirmed
        |sanctioned|endorsed|supported|recommended|admissible)
    (is|are)~not an? ~2 (covered|insured|eligible|plan|medical) (benefit|service|expense|item|drug|condition)s?
    decided not to (approve|cover|pay|authori[sz]e|fund)
    (does|do|did)~not (meet|qualify|satisfy)
    no (benefits?|payment) (is|are|was|were|will|can) ~2 (payable|paid|made|due)
    (outside|not within) (of )?(the (scope|terms) of )?(your|the) (cover|coverage|policy|plan)
    stop(ping)? ~3 (services?|coverage|hours|payment)
    (coverage|services?|payment) ~3 (end|ends|ending|terminated?|stop|stops)
    (no|not), (for|to) | our answer ~2 no | (has|have|provides?|offers?|there (is|are)) no ~1 benefits? for
    (can't|cannot|can not|could not|couldn't|unable to|not able to) say yes | (have|had|has) to say no
    turn(ed|ing)? (it |this |your request |the request |the claim )?down
    said no (to|because) | no grounds? ~6 (pay|cover|approve) | no part of (the|your|this) ~1 (claim
        |request) ~3 (paid|payable|covered|approved)
    keine ~1 leistung* ~2 (erbringen|erstatten|zahlen|gew(ä|ae)hren)
    keine?\\s+(zusage|kosten(ü|ue)bernahme)
    (erstatten|(ü|ue)bernehmen|zahlen|leisten|bewilligen|gew(ä|ae)hren|genehmigen) (wir|wird) ~4 nicht
    (erstatten|(ü|ue)bernehmen|zahlen|leisten|bewilligen|gew(ä|ae)hren|genehmigen) wir nicht
    ablehn* | abgelehnt | abzulehnen | lehnen wir | lehnt ~3 ab
    (nicht|keine?|kein) ~6 ((ü|ue)bernehmen|(ü|ue)bernommen|bewilli*|genehmi*|erstatt*|zustimmen|entsprechen
        |entsprochen|gew(ä|ae)hren)
    zur(ü|ue)ckgewiesen | zur(ü|ue)ckzuweisen
    """
)
APPROVE = phrases(
    """
    (is|are|was|were|been|be|has|have|hereby) (?!not|never) ~1 (approved|authori[sz]ed|certified|granted|overturned
        |reversed|affirmed)
    (is|are|was|were|been|hereby) (approved|authori[sz]ed|certified|granted|overturned|reversed)
    (we|plan|insurance|health|company|fund) ((have|has|will|can|are able to|agree to|did|decided to
        |agreed to) )?(approved?|authori[sz]ed?|certif(y|ied)|granted?|overturn(ed)?|reversed?|cover)
    (pleased|happy|glad|delighted) to ~4 (approve|inform|confirm|tell|let|advise|authori[sz]e|say|offer|pay)
    (approves|approving|authori[sz]es)
    (approval|authori[sz]ation|certification) (notice|letter|granted|is valid|period|valid|confirmation|notification)
    notice of (approval|authori[sz]ation|certification)
    fully favou?rable | approval is (given|granted) | (given|granted) approval | (we|have) agreed to (pay|cover|fund)
    approved | certified | authori[sz]ed
    meets? ~3 (criteria|guidelines?|requirements)
    bewilligt | bewilligen | genehmigt | genehmigen | stattgegeben | abgeholfen
    kosten(ü|ue)bernahme* (erteilen|zugesagt|best(ä|ae)tig*) | ((ü|ue)bernehmen|erstatten|zahlen
        |leisten) wir(?!.{0,40}nicht) | wir ((ü|ue)bernehmen|erstatten|zahlen)(?!.{0,90}nicht)
    """
)
ELSEWHERE = "(will|would|can) ~1 (approve|cover|authori[sz]e|certify) ~1 same"  # what would be granted at another place
SAME = phrases(ELSEWHERE)
NO_APPROVAL = phrases(
    ELSEWHERE
    + r"""
    (authori[sz]ed|approved|certified|licensed) (and regulated |by (the|a|an|our|your|fda|cms)|representative|agent
        |person|drug|indication|amount|provider|official|use|form|list|compendi*|for release|fda)
    (approved|authori[sz]ed|certified|covered|granted) ~2 (where|when|if|for (adults?|members?|patients?|persons?
        |people|children)|only)
    (remains?|still|continues?( to be)?|stays?|already|stay) ~1 (approved|authori[sz]ed|certified)
    what (we|you) (can|could|may)
    (approved|authori[sz]ed|certified) (orders|requests|authori[sz]ations|services|treatments|drugs) (stay|remain
        |are good
        |expire|last|need|must)
    which (is|was|are|were|has been) (already )?(approved|authori[sz]ed|certified)
    amount(s)? (approved|authori[sz]ed|certified|covered|allowed)
    (approved|authori[sz]ed) signator(y|ies)
    not an? ~1 (approval|authori[sz]ation|certification)
    (previously|earlier|already|initially|originally|last|prior|first|past) ~4 (approved|authori[sz]ed|certified)
    (fda|ce|board)[ -](approved|certified|cleared)
    board (certified|eligible)
    (approved|authori[sz]ed|certified) ~4 (previously|last year|earlier|in 20\d\d|until|before)
    (must|needs? to|should|has to|required to|require|requires|to) be ~2 (approved|authori[sz]ed|certified
        |pre-?approved)
    (not|n't|cannot|unable|never) ~4 (approve|approved|authori[sz]ed?|certified|certify|granted|covered?|meet|meets)
    (is|are|was|were|be) not ~3 (approved|authori[sz]ed|certified|covered)
    (only|when|once|before|after|unless|if|whether|without|until) ~8 (approved|authori[sz]ed|certified|cover)
    non-?\s?(certified|authori[sz]ed|approved)
    (certified|approved|authori[sz]ed)\? | authori[sz]ed rep
    (approved|authori[sz]ed|certified|covered) (on|upon) request
    certified (mail|nurse|letter|post|physician|specialist|copy|copies)
    we cover(ed)? ~3 (only|services|drugs|care) (that|when|which|if)
    """
)
PARTIAL = phrases(
    """
    part(ly|ially|ial)? (approv*|den*|favou?rable|authori[sz]*|certif*|overturn*|upheld|cover*|reversed)
    (approv*|den*|authori[sz]*|certif*|upheld|uphold*|overturn*|covered|reversed) in part
    in part (approv*|den*)
    approv* with modification*
    modified (determination|decision|approval|authori[sz]ation|certification)?
    (we|has|have) modif(y|ied)
    modification of
    (can|may) still (fill|get|have|use|receive) | split decision | instead ~8 (approve|approved|authori[sz]ed)
        | (approve|approved|authori[sz]ed) ~10 instead
    reduc(e|ed|es|ing|tion) ~6 (hours?|services?|visits|units|amount|number|quantity|days|approval|level)
    (approve|approved|authori[sz]e|authori[sz]ed|certified|certify) ~6 (instead of|rather than|out of|but not
        |of the \\d+)
    (less|fewer|lower) than (you|was|were|what|the amount) ~3 (asked|requested|ordered)
    (remaining|balance of the|other|additional) ~4 (visits?|sessions?|days?|units?|hours?|services?|items?
        |request) ~6 (den*|not approved|not certified|not authori[sz]ed|cannot)
    not ~1 (pay( for)?|cover|approve|authori[sz]e|certify|fund|grant) ~1 (other|remaining|rest of|last|additional
        |balance) ~2 (visits?|sessions?|days?|units?|hours?|treatments?|doses?|tests?)
    teilweise (bewillig*|genehmig*|stattgegeben|abgelehnt|entsprochen|(ü|ue)bern*)
    teil(bewilligung|ablehnung|genehmigung) | im (ü|ue)brigen ~8 (abgelehnt|nicht)
    """
)
REST = phrases(  # "we will not pay for the other 52 visits"
    """
    (not|n't) ~1 (pay for|cover|approve|authori[sz]e|certify|fund|grant) ~1 (other|remaining|rest of|additional
        |balance) ~3 (visits?|sessions?|days?|units?|hours?|treatments?|doses?)
    """
)
COUNTED = phrases(  # "we will pay for 1 visit each week"
    """
    (will|can|shall|have|has|we) (now )?(pay for|cover|approved?|authori[sz]ed?|certif(y|ied)) ~2 \\d+ ~1 (visits?
        |sessions?|days?|units?|hours?|treatments?|doses?)
    """
)
HELD = phrases("(is|has been|was|are|have been|been|we have|put|placed) ~4 on hold (while|until|pending|because|for)")
PEND = phrases(
    """
    pended | pending | pend | pends
    suspended
    on hold
    under (clinical |medical |further |active )?review
    still (being )?review*
    (extend(ed|ing)?|extension) ~4 (time|review|decision|period|deadline|timeframe|days)
    (need|take|require) (more|additional|extra|longer) (time|days)
    additional time
    (have|has) not (yet )?(made|reached|completed|finished) ~2 (decision|determination|review)
    (decision|determination|review) (has been |is |was )?(delayed|deferred|postponed)
    (not|n't) ~2 (decide|decided|determined) yet
    (we )?will (review|decide|look at) ~14 (decision|answer|within \\d+)
    in process | in progress
    in bearbeitung | noch nicht (entschieden|abschlie*)
    (gutachten|stellungnahme|medizinischen? dienst*) ~6 (beauftragt|eingeschaltet|vorgelegt|eingeholt|angefordert)
    """
)
INFORM = phrases(
    """
    (more|additional|further|missing|supporting) ~1 (information|documentation|documents|records) (is )?(required
        |request*|needed|requirement*)
    (need|needs|require|requires|requesting|request|missing|awaiting|obtain|lacks?) ~4 (additional|more|further
        |following|missing|other|some|clinical|supporting) ~3 (information|documentation|documents|records|details
        |items|notes|evidence|paperwork|forms?)
    (additional|further|more|supporting) ~2 (information|documentation|records|details) (is|are|was|were|needed
        |required|request*)
    return ~4 (completed|signed) ~1 (form|request) | (is|are) missing\\s?: | incomplete
    (please|kindly) ~3 (send|submit|provide|supply|forward|fax|return|upload|complete|furnish|attach)
    quer(y|ies) (letter|raised|on your) | papers ~6 (need|needed|missing) | not (got|received) what we need
    request for ~4 (information|records|documentation|documents|itemi[sz]ed)
    (information|records|documents|documentation) (needed|required|requested|request)
    (ben(ö|oe)tigen|erbitten|bitten) (wir|sie) ~8 (unterlagen|angaben|informationen|bericht|befund*|nachweis*)
    (reichen|senden|schicken) sie ~8 (unterlagen|bericht|befund*|nachweis*)
    """
)
TRANSITION = phrases(
    """
    \\w*_TRA?NS?\\d\\d\\w* | one[ -]time ~2 (supply|fill)
    (com(es?|ing)|taken?|removed?|moved?|drop(ped|ping)?|leav(es?|ing)) ~2 (off|from|out of)? ~4 (drug list|formulary
        |list of (covered )?drugs|covered drugs)
    (can|may) (still )?(have|get) (up to )?an? (\\d+|one|two|three)[ -](day|month) (fill|supply)
    transition (supply|fill|notice|process|policy|period|benefit|letter|of care supply)
    temporary (supply|fill)
    """
)
UNDECIDED = phrases(  # this request is open, whatever else is said
    """
    (is|was)~not an? ~1 (denial|refusal|rejection)(?! of (treatment|care|medical|the treatment|your treatment))
    (is|was)~not an? (final |coverage |benefit |claim )?(decision|determination)(?! (that|about|of|as to|whether|on
        |regarding))
    no (claim|request|service|benefit)s? (has|have|is|was|were)( been)? (denied|refused|rejected|declined)
    (is|are|was|were|has|have)~not (yet |now |being |been |currently )+(denied|refused|rejected|declined|decided
        |approved)
    (nothing|no decision|no determination|none) (has|have|was|is)( yet| now)?( been)? ~1 (decided|made|reached|taken)
    (have|has|are|is)~not (yet )?(decided|been decided|made ~2 (decision|determination)|reached ~2 decision)
    no ~1 (decision|determination) (yet|at this time)
    (we|company|plan|department|office)( have| has)? (got|received|registered|logged|acknowledge*) ~3 (appeal|grievance
        |complaint|reconsideration|redetermination)
    (acknowledg*|confirm*) ~3 (receipt|received)
    (cannot|unable to|not able to|can not|could not) ~2 (complete|finish|make|begin|start|process) ~4 (review
        |decision|determination|request)
    (decision|determination) ~6 (cannot|can not|could not) be made
    neither ~2 (approv*|den*) nor ~3 (approv*|den*)
    """
)
MIGHT = phrases(
    """
    (may|might|could|can|would)(?! not) ~3 (deny|denied|reject*|close*|result|lead)
    (will|shall) (be )?(den*|reject*|clos*) ~3 (if|unless)
    (if|unless|should) ~10 (den*|approv*|certif*|authori[sz]*)
    risk of
    services? (that )?(are |were |is )?not (listed|shown|included|named)
    right(s)? to
    appeal(s|ing)? (a|any|this|the|our|of|an|from)
    (after|before|when|once|until|whether|any) ~6 (den*|approv*|decision)
    you (were|are) (charged|billed) ~4 (den*)
    (a|any) denial ~6 (may|can|must|will)
    (an?|any|all|each|every) (other )?(claim|bill|charge|service|item|request)s? ~8 (will|shall) (also )?be ~1 den*
    past denial* | earlier denial* | previous denial* | prior denial* | original denial | initial denial
    """
)
FIRM = phrases(  # the writer's own act, whatever stands before it: "after our review we are unable to approve"
    """
    (we|plan|company|fund|insurer) (are|is|were|was) (unable|not able)
    (we|plan|company|fund|insurer) ((have|has|had) )?(cannot|can not|will not|did not|do not|denied|declined|refused
        |upheld)
    """
)
STATUS = phrases(
    """
    (status|decision|determination|outcome|disposition|result|action( taken)?|our decision|review outcome|finding
        |recommendation|entscheidung|ergebnis)( of (the )?review| on (your|the) request| is)?\\s*[:=]\\s*
    """
)
