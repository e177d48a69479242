"""The words that say which route a stated time is for, what it counts from, and whose clock it is."""

from wellfounded.read.payer.phrases import phrases
from wellfounded.wire.caseless import Caseless

ROUTES = (
    (
        "corrected_claim",
        phrases("correct(ed|ing) (claim|bill)s? | resubmi* | re-?bill* | claim adjustment | provider payment dispute*"),
    ),
    (
        "peer_to_peer",
        phrases(
            """
        peer[ -]to[ -]peer | p2p
        (speak|talk|discuss|conversation|discussion) ~8 (medical director|reviewer|physician|doctor|director)
        """
        ),
    ),
    (
        "continuation",
        phrases(
            """
        (continu*|keep|keeping) ~4 (benefits?|services?|receiving|getting|care|hours) | aid paid pending
        (can|will|may) continue (?!to) | (while|during) ~2 appeal | stay(s)? the same | unchanged until
            | aid continuing
        """
        ),
    ),
    ("fair_hearing", phrases("fair hearing | state ~1 hearing | administrative (law )?hearing | hearing")),
    (
        "external_review",
        phrases(
            """
        external (review|appeal) | independent ~1 review | IR[OE] | IMR | IME? | outside review
            | independent (dispute|external)
        """
        ),
    ),
    (
        "ombudsman",
        phrases(
            "ombuds* | AFCA | FSPO | FOS | FIDReC | financial (services|complaints) | OLHI | insurance commissioner | "
            "regulator"
            " | council for medical schemes | insurance complaints"
        ),
    ),
    (
        "court",
        phrases("court | civil action | lawsuit | legal action | file suit | sozialgericht* | klage | litigation"),
    ),
    (
        "regulator",
        phrases(
            "office of personnel* | OPM | department of (insurance|managed)* | industrial (commission|accidents)"
            " | workers'? compensation board | division of workers* | defense health agency"
        ),
    ),
    (
        "response",
        phrases(
            """
        (send|submit|provide|supply|return|receive|received|furnish|respond|reply|fax|upload|get)* ~9 (information
            |records|documentation|documents|notes|items?|forms?|response|them|these|materials|receipts?|evidence|it)
        (information|documents|records|documentation) ~3 (must|should|is needed|due|needed|required)
        response (is )?due | einzureichen | reichen sie | senden sie ~8 unterlagen | respond
        """
        ),
    ),
    (
        "appeal",
        phrases(
            """
        contest | appeal* | reconsider* | redetermin* | re-?evaluat* | disput* | grievance* | internal review
            | challenge*
            | reopen*
        look(ed)? (at )?~5 again | (another|second|fresh) look | think (again|we (got|are|were) ~2 wrong)
        review of (this|our|the) (decision|denial|determination) | second look
        complain* | widerspruch* | einspruch* | einsprache | einwand | object | objection | disagree*
            | representation*
        """
        ),
    ),
)
OFFICES = ("ombudsman", "regulator")
SENT = Caseless(
    r"[^.;,]{0,24}\b(?:was|is|were|being)\s+(?:mailed|sent|posted|dispatched)\b"
)  # "the date this notice was mailed"
APPEAL = phrases("appeal* | widerspruch* | reconsider* | redetermin*")
SINCE = (
    (
        "final_decision",
        phrases(
            """
        (final|our|the|plan'?s?|internal) ~2 (appeal|final|complaint|grievance|reconsideration) (decision
            |determination|response|denial|resolution)
        (?<!this\\x20)final ~3 (decision|determination|response|denial|answer)
            | (appeal|grievance) (decision|resolution|determination)
        """
        ),
    ),
    (
        "receipt",
        phrases(
            """
        (of|after|from|following|upon|you|date) ~4 (receipt|receive|receives|received|receiving|get|getting|got)
        (reached|reaches|came to|arrived with) (you|your)
        receipt of | (seit|nach|ab) (zustellung|erhalt|empfang) | you receive | receiving | received
        nach (bekanntgabe|zugang|erhalt|zustellung)* | bekanntgabe | zugang
        """
        ),
    ),
    (
        "mailing",
        phrases(
            "mail(ed|ing)? | postmark* | sent | sending | posted | dispatch* | service of (this|the) | date of service "
            "of | issuance"
        ),
    ),
    (
        "document_date",
        phrases(
            """
        date ((on|of|shown|printed|at|that|it) )+~5 (letter|notice|notification|statement|eob|decision
            |determination|denial|document|page|explanation|correspondence|report|notice|message|e-?mail)
        (date (on|of) )?(this|the) (letter|notice|message|e-?mail|determination|decision|denial|eob|document
            |explanation|statement)
        (letter|notice|notification|decision|denial|determination)'?s? date
            | date (above|below|hereof|shown|it was issued) | remit date
        (of|from|after|following) (the|our|this|an?|your) ~3 (letter|notice|notification|denial|determination
            |decision|statement|refusal)
        datum (dieses|des) | (denial|decision|notice|determination)
        """
        ),
    ),
    ("service_date", phrases("date of (service|treatment|discharge|loss|injury) | discharge")),
    ("remittance", phrases("remittance | payment date | (was|were) paid")),
)
SINCE_ENDS = Caseless(r"[.;]|,\s*(?:and|or|but|unless|by|to)\b|\bto\s+(?:file|appeal|request|ask|submit|send|dispute)")
SINCE_AHEAD = Caseless(r"(?:from|after|of|following|nach)\s*(?:[\w']+\s+){0,8}?[,(]?\s*(?:you\s+have\s+|is\s+)?$")
PAYER_ACTS = phrases(
    """
    (we|plan|reviewer|board|department|company|insurance|health|it)('ll)? ~2 (will|(must|shall)(?!\\s+(?:receive
        |have|get|be))|have up to|has
        |have|decide|decides|answer|respond|give|make|send|notify|tell|issue|complete|acknowledge|review|resolve
        |take|may take|aim|get back)
    (decision|answer|response|determination|appeals?|review|complaints?) ~9 (will|is|are|shall|must) ~2 (be )?(made
        |issued|sent|completed|given|decided|mailed|provided|processed|resolved|answered|acknowledged|handled
        |rendered)
    (standard|fast|expedited|urgent) (appeal|review|request)s?[^.;]{0,40}:\\s*(within|in)?\\s*$
    (decision|answer|response|reply) (in|within)\\s*$
    (not|no|n't|un) ~3 (resolved|redressed|answered|replied|reply|response|heard|settled|decided|satisfied)(
        back| from us)? ~1 (in|within)\\s*$
    (wir|kasse) ~3 (entscheiden|werden|antworten|melden)
    (expedited|urgent|fast|standard) (appeals?|decisions?|reviews?|requests?|reconsiderations?) ~3 (decided
        |resolved|completed|take|within|in)
    """
)
PAYERS_TIME = Caseless(  # a question that the payer's own time answers: "When will I hear?"
    r"\b(?:when\s+(?:will|do|does|can|should|may)\b[^?]{0,40}\b(?:hear|know|decide|decision|answer)"
    r"|how\s+(?:long|soon|quickly)\s+(?:will|do|does)\s+(?:it|we|you|the\s+(?:plan|decision|review))\b)[^?]{0,60}\?$"
    r"|^\W*when\s+(?:we|the\s+plan|the\s+company)\s+(?:will\s+)?(?:answers?|decides?|replies|reply|respond)\.$"
)
YOU_MUST = phrases("(you|your) ~3 (must|may|can|have|should|need)")
YOU_ACT = phrases(
    """
    do it | please | return | upload | fax | you | your | provider | prescriber | physician | member | enrollee
        | employee | appeals? | request* | must
        | may | file | filed | filing | submit* | send | write
    ask | receives | deadline | time limit | sie | widerspruch | einzulegen | timeframe | due | receive | received
        | dispute
        | reconsideration
    """
)
TO_PAYER = Caseless(
    r"\s*(?:of|after|from|following|upon)\s+(?:(?:the\s+)?(?:date\s+)?(?:we|our|the\s+plan)\s+(?:get|receiv)\w*"
    r"|(?:receiv\w+|receipt\s+of|getting|our\s+receipt\s+of)\s+(?:your|the|a|an)\s+(?:[\w-]+\s+){0,2}(?:appeal"
    r"|request|complaint|grievance|reconsideration))"
    r"(?!\s+(?:decision|denial|notice|determination))",
)
NOT_A_CLOCK = Caseless(
    r"(?:\bfor|\bof|last|past|previous|prior|every|per|each|approved|valid|at\s+least|maximum"
    r"|limit(?:ed)?(?:\s+to)?|over|exceed\w*|supply"
    r"|trial|first|age|(?:more|less|older|greater|longer)\s+than|additional|another|extension|extend\w*|extra|\bany"
    r"|wait(?:ing)?|twice|minimum|lasting|about|the\s+next|continuous|completed?|taken|takes?|pay|paid|covers?"
    r"|(?<!we\s)allows?)"
    r"\s*(?:the\s+)?(?:up\s+to\s+|of\s+|by\s+)?(?:an?\s+)?(?:additional\s+|trial\s+of\s+|continuous\s+)?$",
)
CLOCK = Caseless(
    r"(?:within|later\s+than|\bin|\bby|up\s+to|\bhave|\bhas|\bgot|\bget|\bis|allow(?:s|ed)?|innerhalb|binnen|innert|frist\s+(?:von"
    r"|betr(?:ä|ae)gt)|before|least|after"
    r"|inside|until|\bthe|\ba|\ban|\byour|:|\bare|window\s+of|period\s+of|limit\s+of|limit\s+is"
    r"|=)\s*(?:the\s+)?(?:a\s+period\s+of\s+|of\s+|von\s+|eine[rsm]?\s+|first\s+|next\s+)?$",
)
URGENT = phrases("expedit* | urgent* | fast | rush")
PLAIN = Caseless(
    r"\b(?:standard|regular|ordinary|normal|non-?(?:urgent|expedited))\b(?!.*\b(?:expedit|urgent|fast|rush))"
)
VOLUNTARY = Caseless(r"\b(?:voluntary|optional)\b[^.]{0,40}\b(?:appeal|reconsideration|review|dispute)")
LATER = phrases(
    """
    if (we|the plan) ~4 (say no|no|again|still|uphold|continue|say no|deny|denies|den*) | say no again
        | do not change our
    after ~4 (appeal|internal|complaint|grievance) | once (you|the) ~8 (appeal|internal|exhaust*)
    (still|remain) ~2 (disagree|dissatisfied|unhappy|not satisfied|not happy)
        | not satisfied with (our|the) ~2 (response|reply|answer|decision on)
    (our|the) appeal (decision|resolution) | that decision | that denial
        | (agree|disagree) with (our|the) (appeal|final)
    (appeal|reconsideration|grievance|request|complaint) is (denied|upheld|refused|not successful)
    (after|following|from|of|on) ~2 (upheld|unsuccessful|unfavou?rable|adverse|completed|failed|negative) ~1 (appeal
        |reconsideration|redetermination|complaint|grievance|review)
    exhaust* | final (internal )?(response|decision|adverse) | appeal is denied | denies? your appeal
    """
)
SECOND = phrases("(second|2nd|next)[ -](level|step|stage|appeal) | level (2|two|II)")  # later than a first appeal
IF_FIRST = Caseless(r"(?:if|when|once|after)\s+(?:we|our|the\s+plan|you\s+(?:finish|complete|have\s+completed))\b")
WE_RECEIVE = phrases("(we|us|plan|department) (must|need to|should|have to) (have|receive|get)")
CONTINUES = phrases("(it|services?|benefits?|care|hours) (can|will|may) (then )?continue")
WE_DECIDE = phrases("(we|plan) ~2 (will|decide|answer|respond|give|make|send|notify|tell)")
