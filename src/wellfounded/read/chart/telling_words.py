"""The fields of words by which a passage tells what a treatment did, how it ended, and that it never began."""

from wellfounded.read.chart.effects import HARM as NAMED_HARM
from wellfounded.wire.caseless import caseless

_NOT = (
    r"(?:not|n't|never|nor|nothing|none|no|without|hardly|barely|scarcely|little|neither|failed to|fails to|lack of"
    r"|minimal(?:ly)?|negligible|zero|nil|cannot|nobody|few)"
)
_DO = (
    r"(?:help\w*"
    r"|(?<!at )(?<!to )(?<!cannot )(?<!can't )(?<!couldn't )(?<!could not )(?<!from )(?<!of )(?<!her )"
    r"(?<!his )work(?:s|ed|ing)?|improv\w*|budg\w*|shift\w*"
    r"|touch\w*|respon\w*|benefit\w*|respite|let-?up|differ\w*"
    r"|drop\w*|f[ae]ll\w*|declin\w*|decreas\w*|reduc\w*|relie\w*|effect\w*|dent|gain\w*|carry-?over|progress"
    r"|add(?:ed)? (?:anything|much|to)|lessen\w*|eas(?:e|ed)|clear\w*|heal\w*|shr[aiu]nk\w*|change\w*|movement"
    r"|better(?! than)|good|difference|useful|success\w*|impact|fewer|less|convinced|impressed"
    r"|enough|do (?:much|anything|a thing)|did (?:much|anything)|made? (?:much|any|a)|reached|met|last(?:ed)?"
    r"|moved|hold|held|repigment\w*|analgesia|regrow\w*|sparing|(?<=no )use\b|(?<=much )use\b|(?<=any )use\b"
    r"|(?<=little )use\b|dry(?:ing|ness)\b|avail|value|point|joy|luck|sustained|lasting|durable|meaningful"
    r"|appreciable|dent"
    r"|notic\w*|see any|saw any|feel any|tell (?:any|a|i|it|the|whether|if)|close[ds]?)"
)
_ILL = (
    r"(?:relapse|flare|attack|craving|seizure|convulsion|exacerbation|episode|admission|hospitali[sz]ation|bleed"
    r"|infection|headache|migraine|recurrence|binge|panic|nightmare|lesion|fall|fracture|crise|crises|symptom|event"
    r"|pain|hive|accident)s?"
)
_FEEL = (
    r"(?:sick|ill|nauseous|nauseated|queasy|loopy|dizzy|woozy|faint|sleepy|drowsy|tired|exhausted|fatigued|foggy"
    r"|fuzzy|groggy|sedated|sedating|sluggish|zombie\w*|flat|numb|weird|strange|speedy|wired|jittery|jumpy|shaky"
    r"|hyper|manic|panicky|angry|irritable|aggressive|mean|moody|tearful|weepy|suicidal|hungry|ravenous"
    r"|constipated|bloated|itchy|flushed|sweaty|confused|forgetful|hung ?over|unwell|terrible|awful|horrible"
    r"|claustrophobic|blistered|raw|restless|unsteady|off balance|puffy|swollen|light-?headed|breathless|snappy"
    r"|like a zombie|out of it|not (?:him|her)self|spacey|spaced out|drunk|feverish|achy|crampy|harsh|uncomfortable"
    r"|worse)"
)
_BODY = (
    r"(?:stomach|gut|bowels|skin|scalp|eyes?|mouth|throat|legs?|feet|ankles?|hands?|face|lips|heart|muscles?|jaw"
    r"|gums|tongue|vision|weight|bp|blood pressure|pulse|heart rate|hr|sugars?|glucose|creatinine|potassium"
    r"|k\+?|sodium|alt|ast|lfts?|liver(?: enzymes| tests)?|enzymes|transaminases|lipase|platelets|wbc|anc|counts?"
    r"|lymphocytes|neutrophils|tsh|iop|lipids|triglycerides|ck|qtc?)"
)
_LEFT = (
    r"(?:rose|rise|rising|went (?:up|to|into|over|above|down)|climbed|shot up|jumped|doubled|tripled|quadrupled"
    r"|up to|up \d|fell|dropped|swelled|swell|bled|crashed|ran (?:high|up|low)|bumped|spiked|x ?\d|upset|\d{3}s"
    r"|in the \d{3}s|to the \d{3}s|reached|hit|peaked|elevated|hurt|burned|dried|cracked|peeled|broke out|turned)"
)
_MORE_HARM = (
    r"the runs|falls|fell (?:the|down|twice|on|over|again|at)|stiff\w*|parkinson(?:ism|ian)"
    r"|mela?ena|c\.? ?diff\w*"
    r"|hot face|constip\w*|pre-?syncope|stones?|dvt|clots?|gout|meningitis|lows|foggy|sickest"
    r"|lost (?:about )?\d+ ?(?:lbs?|pounds|kg)"
    r"|paradoxical|screaming|droop|jaw locked|bruis\w*|redness|nose ?bleeds?|swallow(?:ed|ing)? air"
    r"|from \d+ to \d+ (?:lbs?|pounds|kg)"
    r"|(?:brain )?zaps|the shakes|welts|sores|accidents|spotting|(?:o?edema)|gyna?ecomastia|diarrhoea|anaemia"
    r"|acidosis|lows|tics?|skin[- ]picking|picked at|crying|meltdowns|outbursts|panic|paranoia|moon fac\w+|bone loss"
    r"|osteonecrosis|avn|sepsis|serum sickness|dry mouth|mouth dryness|metal mouth|bad taste|dysgeusia|nosebleeds?"
    r"|epistaxis|reflux|gastritis|burn(?:ed|ing|s)?|stung|stings?|stomach(?: upset| pain)?|gi upset|flooded"
    r"|chafed|rubs|rubbed|blisters?|leg swelling|sweats?|hot flushes|vertigo|chest tightness|word finding"
    r"|flu-?like \w+|bled|blackouts?|wheez\w+|throat closed|proteinuria|neuropathy|ulcers?|regression|bit other"
    r"|hyperactiv\w+|loss of appetite|poor appetite|eats? nothing|didn't eat|did not eat|not eating"
    r"|(?:put on|gained) (?:about |over |almost |nearly |roughly )?\d+ ?(?:lbs?|pounds?|kg|kilos?|stone)?"
    r"|\d+ ?(?:-| )?(?:lbs?|pounds?|kg|kilos?) (?:weight |wt )?(?:gain|heavier|wt loss|in \d)"
)
_HARM_NOUN = rf"(?:{NAMED_HARM.pattern}|(?<!\w)(?:{_MORE_HARM})(?!\w))"

# Each field, with the words that undo it written into the pattern.
HARM = tuple(
    caseless(pattern)
    for pattern in (
        (
            r"\b(?:put on|gained) (?:about |over |almost |nearly |roughly |some )?\d+ ?(?:lbs?|pounds|kg|kilos)"
            r"|\bfrom \d{2,3} to \d{2,3} (?:lbs?|pounds|kg)"
        ),
        (
            rf"\b(?:ma[dk]es?|making|left|leaves|rendered|kept|knocked)\s+(?:him|her|me|them|the \w+|pt|patient"
            rf"|my \w+)\s+"
            rf"(?:\w+\s+){{0,4}}?(?:{_FEEL}\b|{_HARM_NOUN}|out\b|up all night)"
        ),
        rf"\b(?:felt|feels|became|becomes|got|too|so|very|was (?:a|so|too))\s+[\"\u201c']?(?:\w+\s+){{0,2}}?{_FEEL}\b",
        (
            rf"\b(?:gave|gives|giving|caus(?:ed|es|ing)|trigger(?:ed|s)|produced|provoked|induced|brought on"
            rf"|set off|led to"
            rf"|result(?:ed|ing) in|precipitated|develop(?:ed|s|ing)|broke out in|came out in|erupted in|complicated by"
            rf"|c/b|limited by|stopped by|experienced|suffered|had|has had|got|getting|because of|due to|d/t|2/2"
            rf"|secondary to|on account of|reason:?|reaction:?|after|despite)\s+(?:(?!no\b|not\b|any\b|without\b)"
            rf"[\w'-]+,?\s+){{0,4}}?{_HARM_NOUN}"
        ),
        (
            r"\b(?:could ?n[o']t|can ?not|can't|unable to|wouldn't|not able to)\s+(?:\w+\s+){0,2}?(?:tolerat\w*|stand\b"
            r"|stomach|face|bear\b|function|drive\b|climb|walk\b|lift\b|get past|think\b|find (?:\w+ )?words|talk\b"
            r"|wear\b|keep (?:\w+ )?down|keep (?:the |his |her |a )?(?:mask|device|machine|splint|brace|it) (?:on|in)"
            r"|get out of bed|wake|stay awake|concentrate|handle|sit still|breathe)"
        ),
        rf"\b{_BODY}\s+(?:\w+\s+){{0,3}}?{_LEFT}",
        (
            rf"\b(?:upset|hurt|bothered|dried|swelled|burned|irritated|wrecked|tore up)\s+(?:out )?(?:his|her|my|their"
            rf"|the)\s+"
            rf"(?:\w+\s+)?{_BODY}"
        ),
        (
            r"\b(?:slept (?:through (?:her|his|the|an) alarm|all day)|sleeping all day|passed out|blacked out"
            r"|knocked (?:him|her|me) out"
            r"|(?:ended up|landed|wound up) in (?:the )?(?:ed|er|hospital|icu|a&e)|(?:not|n't|poorly|never) tolerat\w*"
            r"|intoleran\w*|did(?: not|n't) agree|didn't sit well|adverse \w+|bad reaction|symptoms peripherali[sz]ed)"
        ),
        (
            r"(?:^|[-\u2013\u2014:,;(&]|\.\s|\.{2,}|\band)\s*[\"\u201c']?(?:(?!no\b|not\b|for\b|with\b|if\b|risk|prn\b"
            r"|helps?\b|in\b|on\b"
            rf"|less\b|fewer\b|better\b|without\b|hold|keep|control|eas(?:ing|es)|calm|manag|reduc|treat|cover"
            rf"|settl|improv|reliev|suppress)[\w'-]+\s+){{0,3}}?(?:{_HARM_NOUN}|{_FEEL}\b)"
        ),
    )
)
STOPPED_FOR = caseless(
    rf"\b(?:stopped|quit|off|d/c'?d|discontinued|out|held|withdrawn|halted|limited)\b[^.;]{{0,24}}?\b(?:for"
    rf"|because of|due to|after|over"
    rf"|with|from|by|owing to|on account of)\s+(?:(?!no\b|lack\b)[\w'-]+\s+){{0,4}}?(?P<harm>{_HARM_NOUN})"
)
LAB = caseless(
    r"\b(?:alt|ast|lfts?|creatinine|cr|k|sodium|na|potassium|ck|qtc|plt|platelets|wbc|anc|lipase|prolactin|tsh|iop"
    r"|bp|hr|pulse|glucose)\s*"
    r"(?:to |was |of |up to |at |over |hit |rose to )?\d[\d./]*"
)
HARM_NOT = caseless(
    r"(?:\bno\b|\bnot\b|n't\b|\bwithout\b|\bdeni\w+|\bnever\b|\brisks?\b|counsel\w*|discuss\w*|warn\w*"
    r"|watch(?:ing)? for"
    r"|monitor\w*|\bif\b|\bprevent\w*|\bprn\b|as needed|treat\w*|against|\bfewer\b|\bless\b|\bfor\b|\bfrom\b|\breduc\w*"
    r"|\bhelp(?:s|ed)?\b|\bcontrols?\b|\bon paper\b|educat\w*|\bincl\.?|including)(?:\W+[\w'-]+){0,4}\W*$"
)
SOFT = caseless(
    r"\b(?:some\b|mild(?:ly)?|a (?:bit|little|touch)|slight(?:ly)?|initial(?:ly)?|transient(?:ly)?|at first|that passed"
    r"|passed|settled|manageable|tolerable|otherwise (?:tolerated|well)|well tolerated|mostly|except|only at the start)"
    r"|\bbut\s+(?:\w+\s+){0,2}?(?:finish\w*|continu\w*|stay\w*|put|keeps?|kept|tak(?:es|ing)|tolerat\w*|does|works?"
    r"|helps?|worth|manag\w*|accept\w*|happy)|\b(?:puts? up with|lives with|still (?:tak|us|on))"
)
NO_GAIN = tuple(
    caseless(pattern)
    for pattern in (
        (
            r"\b(?:notic\w+|felt|saw|found|got|did|does|do|achiev\w+|accomplish\w+|add(?:ed|s)?|gain\w*|made|makes"
            r")\s+(?:absolutely |next to |almost )?"
            r"(?:nothing|little\b|no difference|squat)|might as well have been|\bleft (?:the|his|her) \w+ alone"
            r"|\bno bearing|\b\w+ persist(?:ed|s)\b"
            r"|\bno less \w+|\bno ch(?:g|ange)\b(?! (?:in|to) (?:med|dose|plan|reg))|\bdoubts? (?:it|that|if|whether)"
            r"|\b(?:he|she|it)'?s? did not take\b"
            r"|\bkept (?:on )?(?:losing|having|getting|flaring|relapsing|bleeding|leaking|itching|wheezing)"
            r"|\b(?:episodes|attacks|flares|seizures|relapses|headaches|hives) (?:continued|went on|kept coming)\b"
            r"|\bstill (?:forming|flaring|leaking|bleeding|seizing|itching)\b"
            r"|\b(?:attacks|leaks|urges|headaches|symptoms|flares|seizures|hives) (?:about |just |much )?the same\b"
            r"|\b(?:attacks|leaks|urges|headaches|symptoms|flares|seizures|hives) same\s*(?:$|[.,;])"
            r"|\bas (?:many|often|bad|much) [^.;]{0,30}\bas (?:before|ever)\b"
            r"|\b(?:relapses?|flares?|attacks?|exacerbations?|seizures?) (?:while |when )?on it\b"
            r"|\bchanged nothing|\bno (?:real |overall )?(?:different|net)"
            r"|\bcount unchanged|"
            rf"\b(?:{_NOT}|\w+n't)\b(?:[ \t\n]+(?!new\b|more than\b|(?:side|adverse)\b|opinion|comment|data\b"
            rf"|idea|trouble|problem|complaint|issue)"
            rf"[\w'%-]+){{0,5}}?[ \t\n]+{_DO}(?!\s+(?:in|to) (?:the |his |her )?(?:medication|med|dose|plan"
            rf"|regimen)s?\b)"
        ),
        (
            r"(?:^|[-\u2013\u2014:,;>(.]|\.{2,})\s*[\"\u201c']?(?:worse|nothing|none|nil|zilch|zero|nada|negative|nope"
            r"|useless"
            r"|no use|no help"
            r"|no good|no luck|waste of (?:time|money)|unimpressive|poor"
            r"|minimal|negligible|meh|no effect|failed|failure|without success|no better|to no avail|unhelpful)"
            r"(?:\s+(?:at all|so far|whatsoever|either))?[\"\u201d']?\s*(?:$|[.;,(])"
        ),
        (
            r"\bwaste of (?:time|money|effort)|\b(?:(?<!did )(?<!does )(?<!do )the same(?! (?:way|problem"
            r"|reaction|side|rash|day|time))"
            r"|no different|unchanged|unaffected"
            r"|unaltered|unmoved|just as (?:bad|often|many|frequent)"
            r"|(?:stayed|remain\w*|held|still|stuck|sat|hover\w*) (?:at |around |in |above |over )*(?:the )?\d+"
            r"|(?:stayed|remain\w*|is|was|are|were|still) (?:\w+ )?(?:above goal|uncontrolled|symptomatic|active|severe"
            r"|high|elevated|poorly controlled|out of control|refractory)|where (?:it|they|she|he) (?:was"
            r"|were)"
            r"|pain persist\w*|persist(?:s|ed) (?:despite|on|throughout)|never (?:enough|came|got|went|fell|dropped)"
            r"|not enough|insufficient\w*|inadequate\w*|ineffective|non-?respon\w+|no respon\w+|progress(?:ed|ion)"
            r"|refractory|worsen(?:ed|ing)|(?:got|getting|went|became|grew|much) worse|gave up on it working"
            r"|still (?:having|had|has|gets?|getting|hurts?|itch\w*|leak\w*|flar\w*|bleeds?|wak\w+|wheez\w*)"
            r"|continu(?:ed|es) to (?:flare|have|relapse|progress|hurt|bleed|leak|wheeze|lose|decline|worsen"
            r"|struggle|be)"
            r"|(?:two|three|four|five|six|several|multiple|\d+) (?:more |further |new )?(?:relapses|flares"
            r"|exacerbations"
            r"|seizures|attacks|admissions|recurrences)|new (?:\w+ ){0,2}lesions?|breakthrough \w+|= ?pd\b|\bpd\b)"
        ),
    )
)
PARTIAL = caseless(
    r"\bt(?:ook|akes|aking) (?:the |some of the |some |a bit of the )\w+ off\b|"
    r"\bg[ai]ve (?:him|her|them|me) (?:about |only |maybe |around |perhaps |just )?"
    r"(?:an?|one|two|three|four|six|\d+) (?:good |decent )?(?:hours?|days?|weeks?|months?)\b|"
    r"\b(?:an?|one|two|a few|\d+) (?:minutes?|hours?|days?) of (?:peace|calm|relief|quiet|sleep)\b"
    r"|\b(?:lasted|good for|bought (?:\w+ )?) ?(?:about |only |maybe |around |perhaps |just )?(?:an?|one|two"
    r"|three|four|six|\d+)\b|"
    r"\b(?:(?:a|some) (?:bit|little|tad|touch|smidge|nudge|dent|hair|shade|fraction)|somewhat|slightly|partly"
    r"|partially|partial"
    r"|modest\w*|marginal\w*|incomplete\w*|moderate (?:relief|benefit|help|response|improvement)"
    r"|some (?:help|relief|benefit|comfort|improvement|response|effect|good|use)|sort of|kind of|so-so|middling"
    r"|t(?:akes?|ook|aking) the edge|take the edge|dull\w*|half|an? (?:third|fifth|quarter|sixth)"
    r"|(?:by )?(?:a few|several|\d) points?"
    r"|slow(?:ly)?|mixed|not (?:always|every time|completely|fully|entirely)|\w+ed less|relief slight"
    r"|slight (?:relief|benefit|improvement)|slow improvement|occasional(?:ly)? help\w*"
    r"|better but|improved but|help(?:s|ed) but|lighter|less often|not as (?:bad|often|many|severe)|sometimes)\b"
    r"|\b(?:[1-6]\d|[1-9]) ?% (?:\w+ )?(?:less|better|relief|improve\w*|reduc\w*|fewer|benefit|down)"
    r"|\b(?:at|about|around|maybe|perhaps|roughly|~) ?(?:2|3|4|5|6)\d ?%"
)
GAIN = caseless(
    r"\b(?:(?:good|great|better) (?:\w+ )?(?:weeks?|months?|days?|year)|felt (?:good|great|better|well)|regular"
    r"|work(?:s|ed|ing)(?: \w+)? (?:great|well|fine|ok|okay|within|like|beautifully|best|every|nicely|for)|works\b"
    r"|worked\b"
    r"|help(?:s|ed|ful|ing)\b|effective|better\b|improv\w+|cleared|clears|resolved|resolves|relie(?:f|ved|ves)|healed"
    r"|well[- ]controlled|under control|controlled|controls|keeps? (?:\w+ ){1,4}(?:tolerable|away|at bay|down|quiet"
    r"|manageable"
    r"|in check|under)|let(?:s|ting)? (?:him|her|me|them)|(?:is |was |been )?able to|life[- ]changing|a keeper"
    r"|godsend|miracle"
    r"|best (?:\w+ ){0,2}(?:felt|year|thing|response|control)|the old me|credits? (?:it|with)|credits"
    r"|found (?:it |this |them )?(?:\w+ )?(?:useful|helpful)|finds? (?:it |this )?(?:useful|helpful)|useful|happy with"
    r"|pleased|satisfied|does the job|d(?:id|oes|oing) (?:great|well|beautifully|fine|the trick)"
    r"|(?:(?:good|great) \w+ effect)|(?:good|great|excellent|marked|dramatic|robust|sustained|complete|full"
    r"|strong|nice|clear) (?:response|control"
    r"|result|relief"
    r"|benefit|effect|improvement|recovery)|recovery good|in remission|remission|at goal|at target|quiet|settled|calmed"
    r"|eased|lifted|stable|got (?:him|her) through|symptom[- ]free|pain[- ]free|seizure[- ]free|asymptomatic"
    r"|could not have asked|quiet(?:ed|s)|calms?|calm|excellent|undetectable|suppressed|weight restored|eradicated"
    r"|complete response|abolished"
    r"|rescued|free of|settles?|blissful|cured|gave (?:her|him) (?:\w+ ){0,3}back|doing great|going well"
    r"|in check|sleeping better|mood good"
    r"|brings? (?:\w+ ){0,3}down|made (?:\w+ ){0,3}possible|swears by|wants (?:it|more)|refreshing|dissolved|shrank"
    r"|shrunk)\b"
    rf"|\bno (?:more |further |new |longer )?{_ILL}\b|\b(?:fewer|less) {_ILL}\b|\bsleeps (?:through|well)"
    rf"|\bcleared\b|\bnormali[sz]ed"
)
FROM_TO = caseless(
    r"(?:\bfrom\s+|went\s+|down\s+|fell\s+|dropped\s+|(?<=[\s(])(?=\d+(?:\.\d+)?\s*(?:->|\u2192)))"
    r"(?P<a>\d+(?:\.\d+)?|nightly|daily)\s*%?\s*(?:[a-z][\w/]*\s+){0,4}?(?:to|->|\u2192)\s+(?:about\s+|around\s+)?"
    r"(?P<b>\d+(?:\.\d+)?|a few|once|twice)"
)
TO_ONLY = caseless(r"\b(?:to|down to|now)\s+(?P<b>\d+(?:\.\d+)?)\b[^.;]{0,20}\bfrom\s+(?P<a>\d+(?:\.\d+)?)\b")
TELLING = frozenset({"fail", "loss", "partial", "effective", "harm", "intolerant", "result", "aside"})
DITTO = caseless(
    r"[^.;\n]{0,30}?(?:^|[-\u2013\u2014:,(]|\s)\s*(?:ditto|likewise|same (?:story|thing|result|again|problem|issue"
    r"|outcome|response)|did(?: not|n't) either|neither did|(?:did |does )?the same|as above|idem)"
    r"\s*(?:$|[.;,)(]|(?:in|last|this|at) \w+[.;,)])"
)
YET = caseless(r"[^.;]{0,60}\b(?:yet|too (?:early|soon)|so far)\b")
DENIED = caseless(
    r"\b(?:not|no|never|without|denie[sd]|denying|negative for|risks?|free of)\b(?! tolerat)"
    r"|did(?:n't| not)(?! tolerat| agree)|n't (?!tolerat"
    r"|agree|sit|stand|face|stomach|bear|drive|think|find|talk)"
)
ILLNESS = caseless(
    r"\W*(?:\w+ ){0,2}?(?:carried on|continued|persist\w*|unchanged|the same|no better|no different|returned"
    r"|improved|less|better|eased|went down|came down|remain\w*)\b"
)
