"""The fields of words by which a passage tells that what a treatment gave was lost, or held only while it was taken."""

from wellfounded.wire.caseless import caseless

LOST = caseless(
    r"\bback to (?:baseline|square one|where)|\bnow back\b|\bgone (?:by|within|in|after|two|three|four|\d)"
    r"|\bdrifted (?:down|back|up)|\bran out\b(?! of (?:refill|med|pill|insur|money|steam))|\blost it\b"
    r"|\bquit on (?:him|her|me|them)"
    r"|\bthen \d+ within|\bflared (?:again|anew)|\bthen flared|"
    r"\b(?:quit|stopped|ceased|no longer) (?:work|help|do)\w*|\b(?:wore|worn|wearing) off|\b(?:regained"
    r"|gained (?:it )?(?:all )?back)"
    r"|\b(?<!nothing )(?:right|straight|came|come|went|was|were|are|crept|all) back\b(?! (?:in|on|for|with"
    r"|to (?:work|school"
    r"|clinic)))"
    r"|\b(?:returned|recurr?ed|relapsed|regrew|regrowth|rebounded|re-?accumulated|ran out of steam|faded|fizzled"
    r"|petered out"
    r"|lost (?:its )?(?:effect|response|efficacy)|loss of (?:effect|response|efficacy)|tachyphylaxis)\b"
)
LAPSED = caseless(  # after a course that ended: "24 wks, relapsed"
    r"(?:weeks?|wks?|months?|mos?|courses?|cycles?)\b[^.;,]{0,12}[,;]\s*(?:then )?(?:relapsed|recurred|regrew)\s*[.,;]"
)
PROGRESSED = caseless(
    r"=\s?pd\b|\b(?:then |had )?pd\b|\b(?:disease |until |radiographic |clinical )progression\b|\bprogressed (?:on"
    r"|through|after|at|in)\b"
)
LESS = caseless(  # a gain told before what did not come: "less cough but no fewer flares"
    r"(?<!no )(?<!not )(?<!any )(?<!much )\b(?:less|milder|lighter|easier|fewer)\s+(?!than\b)[a-z]+"
    r"|(?<!no )\b(?:good|nice|real) (?:\w+ )?gains?\b"
)
DEPENDENT = caseless(
    r"\b(?:remission|well|better|respon[ds]\w+|improv\w+|clear\w*|calm\w*)\b[^.;]{0,40}"
    r"\b(?:relaps|flar|return|recur)\w* (?:on|with|during) (?:the |a |each |every )?taper"
    r"|"
    r"\b(?:well|better|clear|fine|quiet|calm\w*|gone|good|leave|controlled|settles?|remission)\b[^.;]{0,20}\b(?:while"
    r"|as long as|for as long as|for the (?:\w+ )?(?:days?|weeks?))\b"
    r"|\b(?:relaps|return|recur|flar)\w* [^.;,]{0,20}\bafter (?:the |each |that )?(?:course|treatment|therapy"
    r"|drug) (?:had )?"
    r"(?:ended|stopped|finished|was over)"
    r"|\b(?:relaps\w*|return\w*|recur\w*|flar\w*|back|worse|rebound\w*) (?:\w+ )?(?:on (?:coming off|stopping"
    r"|tapering)|when(?:ever)? (?:it|she|he|they|the|off)|after each|as soon as|once|off it|each time)"
    r"|\b(?:can(?:not|'t)|could ?n[o']t|unable to) (?:\w+ ){0,2}(?:get|go|come|wean|taper|drop|reduce)(?: (?:him|her"
    r"|it|me|them|down|any))? (?:lower|below|off|under|further)"
)
LIMITED = caseless(
    r"\b(?:plateau\w*|stall\w*|stuck|levell?ed off|topped out|then nothing|no further|but no more|partway|half ?way)"
    r"|\b(?:while|as long as|so long as|only when|for the (?:\w+ )?(?:days?|weeks?|hours?)) (?:she|he|they|it|on)\b"
    r"|\bonly (?:while|when|for|until|a|with|by|on|some|part)|\bcan(?:not|'t) (?:get|go|come|wean|taper)\b"
    r"|\bbelow that\b"
    r"|\b(?:relapsed?|returns?|recurs?|flares?|hives? return\w*) (?:on|when|after|within|as soon as|each time"
    r"|every time)"
    r"|\b(?:lasted|lasts|lasting|good for|bought (?:\w+ )?) ?(?:about |only |maybe |around )?(?:a|an|one|two|three"
    r"|four|\d+)\b"
    r"|\bnot (?:always|every time|there|completely|fully|entirely|all|great|perfect)\b|\bbut (?:not|still|never|no)\b"
)
