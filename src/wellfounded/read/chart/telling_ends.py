"""The fields of words by which a passage tells that a treatment ended, runs on, never began, and how long it went."""

from wellfounded.wire.caseless import caseless

ENDED = caseless(
    r"\b(?:that ended it|was done\b|threw (?:it|them|that)(?: \w+)? ?(?:out|away)|flushed (?:it|them)|replaced w/"
    r"|\bout(?=[.;]|$)|stay off|kicked out"
    r"|fell off|stopped|stopping|had to stop|stop(?=\s+(?:at|after|it|in|because|due)\b)|quit|halted|abandon\w+"
    r"|withdrawn"
    r"|discontinu(?:ed|ing|ation)"
    r"|d/c'?e?d?\b|dc'?d\b|ceased|(?:came|come|taken|took|went|got|weaned|tapered) (?:\w+ )?off\b|off (?:it|after|at"
    r"|since|by)\b"
    r"|given up|gave (?:it |that |them )?up|taken away|dropped(?=\s*(?:[.,;]|$|it\b|at\b|after\b|in\b|due\b"
    r"|\d{1,2}/\d))"
    r"|shelved|bailed"
    r"|refus\w+ (?:more|any more|further|another|to continue)|(?:told|advised|warned) (?:not|never) to (?:take|use)"
    r"|(?:did(?:n't| not)|not|never|won't|will not|would ?n[o']t|can't|could ?n[o']t"
    r"|cannot)\s+(?:to\s+)?(?:be\s+)?(?:continu\w*|renew\w*"
    r"|refill\w*|restart\w*|reused?|go back|repeat\w*|take (?:it|them|more)|keep going|try (?:it )?again|resume\w*"
    r"|rechalleng\w*)"
    r"|that was (?:that|it|the end)|the end of (?:it|that)|sits in (?:\w+ )?(?:closet|drawer|cupboard|box)"
    r"|in the (?:closet|drawer)"
    r"|(?:exchanged|swapped|replaced|switched|traded) (?:over )?(?:for|to|by|with)|in favou?r of|ran out of steam"
    r"|dropped out"
    r"|left (?:after|the program|the group)|explanted|taken out|expelled|removed|no more\b|gave up|lost to follow"
    r"|done w(?:/|ith) it"
    r"|(?:only|just) (?:one|two|three|\d) (?:shots?|doses?|injections?|sessions?|cycles?))"
    r"|(?:^|[.,;:\u2013\u2014-]\s*)off\s*(?=[.;,]|$)|[.;,]\s*no\.?\s*$|\bcould(?: not|n't) (?:\w+ )?(?:face|keep)\b"
)
RUNNING = caseless(
    r"\b(?:(?<!he )(?<!she )(?:helps|works|controls|keeps (?!asking|saying)|lets|allows|settles|eases|reduces"
    r"|brings|buys|gives (?:him|her|them))\b"
    r"|(?:is|are|she's|he's) (?:helping|working|using|taking|going)|on board|going well|as of (?:now|this week"
    r"|today)|has (?:brought|stopped|kept|cut|halved)"
    r"|(?:better|well) (?:with|on|for) it|since (?:last )?(?:\d{1,2}/|january|february|march|april|may|june"
    r"|july|august|september|october|november|december"
    r"|spring|summer|fall|winter))\b|"
    r"\b(?:still (?:on|in|takes?|taking|uses?|using|wears?|gets?|getting|helps?|works?)|to this day|at present"
    r"|currently|continu(?:es|ing)\b"
    r"|ongoing|on it still|in place(?! of)|remains (?:on|in)|stays on|(?:takes|uses|wears) it|(?:puts?"
    r"|putting) up with|right now|goes to"
    r"|has been on|so since|we'?ve begun weaning)\b"
)
NOT_YET = caseless(r"\b(?:not|n't)\s+(?:been\s+)?yet\b|\byet to\b|\bn[o']t [^.;]{0,20}\byet\b")
NEVER = caseless(
    r"\b(?:advised against|does(?: not|n't) apply|not indicated|not relevant|(?:has been |was )?rejected by"
    r"|nope|is out\b(?! of)|asked not to|did(?: not|n't) go through with"
    r"|never opened|never dispensed|never swallowed|not offered|could not be arranged|not arranged|has(?: not"
    r"|n't) begun|did(?: not|n't) swallow)\b"
    r"|^\W*(?:cannot|can't)\s*[.,]|"
    r"(?:\bnever|\bnot|n't|\bwas not|\bhas not)\s+(?:been\s+|be\s+|yet\s+|actually\s+|ever\s+)*(?:started|begun"
    r"|began|ordered|given|taken|got it|receiv\w+|fill\w+"
    r"|picked up|dispensed|prescribed|administered|done|initiated|pursued|implanted|placed|used it|had (?:it|one"
    r"|any)|tried|come in|arrived|approved"
    r"|give (?:it|this)|start(?:ed)? (?:it|this)|wanted|interested|a candidate|an? (?:good |safe )?(?:option"
    r"|candidate|choice)|safe\b|appropriate)"
    r"|\b(?:said no|refused(?! more| to continue| any more| further| another)|declin(?:ed|es)|turned (?:it "
    r"|this )?down|forbade|ruled (?:it |this |him |her )?out"
    r"|contraindicat\w+|doesn't use|does not use|hasn't had|not (?:her|him|me)\b|no use to (?:him|her)|insurer said no"
    r"|never got it|out of range|not pursued|no interest)"
    r"|(?:^|[-\u2013\u2014:?])\s*(?:no|never|n/a|none|not tried|not done|not yet)\s*(?:[.(,;]|$)|,\s*so no\b"
)
_COUNT = (
    r"(?:\d+(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|eighteen|twenty|two and a half)"
)
LENGTH = caseless(
    rf"\b(?:for|after|within|in|at|by|over|lasted|nearly|almost|about|took it|stayed on it|x|\u00d7|some|,|-|\u2013"
    rf"|\u2014|\.)\s*(?:the |a |full |whole |first |about |nearly |almost "
    rf"|only |just |over |more than |a little more than |roughly |approximately |another |all of |past |last |~ ?"
    rf"|the better part of )*"
    rf"(?P<n>{_COUNT})[ -](?:full |whole |consecutive |solid |straight |more )?(?P<u>days?|weeks?|wks?|months?|mos?"
    rf"|years?|yrs?)\b"
    rf"(?!\s*(?:ago|old|of age|later|prior|before|earlier|apart|history))"
    rf"|\b(?:at|by|in|since|after|around|until|through)\s+(?:the )?(?:end of )?(?P<v>wk|week|month|mo|day"
    rf"|year)\s*#?(?P<k>\d{{1,2}}|two|three|four|five|six|seven|eight|nine|ten|twelve)\b"
)
OF_OTHER = caseless(r"\b(?:prednisone|steroid|with|plus|and)\s+\w+\s*$|\blevel|\bdl\b")
ANAPHOR = caseless(
    r"\s*[\"\u201c'(]?(?:you (?:could|did|were|had|felt)|(?:discharge|the|her|his|their|pt|therapist'?s?"
    r"|final) (?:summary|download|data|report|therapist"
    r"|notes?|records?) |she|he|they|it|this|that|these|those|each|both|all|no\b|not\b|nothing|none|never|did|does"
    r"|helped|helps|worked|works|stopped|still"
    r"|but|then|unfortunately|however|after|at first|initially|her|his|their|the (?:drug|medication|treatment|device"
    r"|relief|benefit|effect|first|second)"
    r"|symptoms?|pain|tolerated|quit|good|some|little|minimal|partial|no longer|lasted|response|result|outcome|which"
    r"|with|on it|by )"
)
IF_LEADS = caseless(
    r"\W*(?:\d{1,2}[.)]|[a-h][.)]|[-\u2022*])?\s*(?:should|if|in case|unless|in the event)\b"
    r"(?![^.;:,]*\b(?:approv|authoriz|cover|tolerat(?!ed not)))"
)
MIGHT = caseless(
    r"[^.;\n]{0,50}?\b(?:(?:would|could|might|may) (?:also |then |only )?(?:be|replace|serve|come|follow|help"
    r"|work|suit)|as (?:a |the )?(?:third|next|second|last|back-?up)"
    r" (?:option|line|choice|resort)|only if|some day|later line|down the road|in reserve|is (?:the"
    r"|an) (?:alternative|option|fallback)|is an option)\b"
)
MIGHT_LEAD = caseless(
    r"\b(?:plan b|fallback|back-?up|alternatively|alternatives?|or else|failing that|if not|otherwise"
    r"|second choice|next in line)\W+(?:\w+\W+){0,2}$"
)
