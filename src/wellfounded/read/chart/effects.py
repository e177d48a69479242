"""Why treatments are stopped: the words of harm, and the words of every other reason."""

import re

from wellfounded.wire.caseless import Caseless

_HARM = (
    r"menstrual \w+|depressed mood|retinal \w+|(?:vision|visual) changes|breast (?:tenderness|enlargement"
    r"|pain|swelling)|thrush"
    r"|kidneys\b|stomach(?=\s*(?:[.,;)]|$))|liver(?=\s*(?:[.,;)]|$))|(?:conjunctiv"
    r"|blephar|kerat|vascul|myocard|pericard|thyroid|hypophys|ile|bronch|optic neur|vitr|ir|endophthalm)itis"
    r"|perforation"
    r"|low (?:blood )?(?:sugars?|glucose)|wheals?|throat (?:tightness|swelling|closing)"
    r"|(?:colou?r |night )?vision (?:changed|loss|worse\w*)"
    r"|thrombos[ie]s|dvt\b|blood clots?|pulmonary embol\w+|stroke|nstemi|stemi|myocardial infarction|heart "
    r"failure|hemorrhage|(?:renal|kidney|liver) failure|demyelinat\w*|lymphoma|malignancy|drool\w*"
    r"|(?:pleural |pericardial )?effusions?"
    r"|(?:creatinine|transaminases|bp|blood pressure|lfts?|alt|ast|potassium|sugars?|glucose|weight|ck|lipase"
    r"|liver enzymes|sodium|hemoglobin|platelets|wbc|white count) (?:dropped|fell|declined|rose|rise"
    r"|rising|increase[ds]?|went up|climbed|doubled|tripled|elevat\w+|bump\w*)"
    r"|GI(?=\s*(?:[,.;)]|$))|(?:esophag|gastr|col|hepat|pancreat|nephr|cyst|dermat|pneumon|uve|mening"
    r"|phleb|cellul)itis"
    r"|drug-induced \w+|gain(?:ed|ing) \d+|hair (?:fell out|falling out)|rage|anger|(?:compulsive "
    r"|pathological )?gambling|impulse control\w*|compulsive \w+|stung|stinging"
    r"|burned|burns?\b|fibrosis(?: \w+ \w+)? worse|overnight lows?|lows\b|bp (?:went up|rose|up|elevated)"
    r"|lymphopenia|(?:lymphocytes|counts"
    r"|platelets|white (?:count|cells)|anc) (?:fell|dropped|low)|sugars? (?:ran |up |in the |\d)\w*"
    r"|cataracts?|sleep-?walking|parasomnia\w*|binge\w*|not sleeping|could(?: not|n't) sleep|not eating"
    r"|chest "
    r"(?:pain|tightness)|felt (?:worse|awful|terrible|sick|weird|flat)|behavior\w* (?:change|problem"
    r"|worse)\w*|aggressi\w+|tearful\w*|"
    r"nause\w*|vomit\w*|emesis|diarrh?o?ea|loose stools?|constipat\w*|abdominal (?:pain|cramp\w*|upset)"
    r"|stomach (?:upset|pain|cramp\w*|ache)|dyspepsia|gi (?:upset|distress|side effects|intolerance|symptoms"
    r"|effects|issues|bleed\w*|toxicity|discomfort)|gastrointestinal \w+|heartburn|pancreatitis|"
    r"weight (?:gain|loss)|gained \d+|\d+[ -]?(?:lb|pound|kg) (?:weight )?gain|sexual (?:dysfunction|side effects)"
    r"|anorgasmia|erectile dysfunction|low(?:ered)? libido|decreased libido|"
    r"sedat\w*|drows\w*|somnolen\w*|sleepiness|too sleepy|fatigue|lethargy|groggi\w*|brain fog|cognitive (?:slowing"
    r"|fog\w*|impairment|side effects|dulling|effects)|word[- ]finding\w*|memory (?:loss|problems|issues|fog)"
    r"|confusion|delirium|"
    r"rash|hives|urticaria|prurit\w*|itch\w*|angioedema|anaphyla\w*|stevens|sjs|dress\b|photosensitiv\w*"
    r"|skin (?:irritation|reaction|burn\w*|breakdown|atrophy|thinning)|burning|erythema|blister\w*|stinging|striae"
    r"|hypersensitivity|allergic reaction|flushing|"
    r"agitat\w*|insomnia|sleepless\w*|jitter\w*|anxiety|irritab\w*|emotional blunting|numb\w*|akathisia|restless\w*"
    r"|tremors?|dystonia|parkinsonism|tardive\w*|eps\b|extrapyramidal \w+|mania|hypomania|manic switch|psychosis"
    r"|suicid\w*|mood (?:changes|swings)|depression|hallucinations?|nightmares|vivid dreams|tics?\b|"
    r"headaches?(?! days| diary| frequency)|migraines?(?! days| diary)"
    r"|dizz\w*|lighthead\w*|light-head\w*|vertigo|syncope|orthostas\w*|orthostatic \w+"
    r"|hypotens\w*|hypertens\w*|(?:elevated|high|raised) (?:bp|blood pressure)|blood pressure|bradycardia"
    r"|tachycardia|palpitations|qtc?\b[^,;.]*|arrhythmia|edema|swelling|"
    r"paresthesias?|tingling|neuropathy|seizures?|falls?\b(?! asleep)|ataxia|gait instability|double vision|diplopia"
    r"|blurr\w* vision|visual \w+|dry (?:mouth|eyes)|cough|dyspnea|bronchospasm|hyponatr?emia|hyperkal\w*"
    r"|hypokal\w*|hypogly\w*|hypercalc\w*|low sodium|electrolyte \w+|"
    r"(?:elevated|raised|rising|increased|abnormal|high) (?:lfts?|liver (?:enzymes|tests|function tests)"
    r"|transaminases?|alt|ast|creatinine|ck|lipase|lipids|triglycerides|blood pressure|cholesterol|glucose)"
    r"|lfts?\b[^,;.]*|transaminitis|hepatotox\w*|hepatitis|liver \w+|nephrotox\w*|kidney (?:injury|stones?)"
    r"|renal (?:dysfunction|toxicity|insufficiency|impairment)|aki\b|"
    r"leukopenia|neutropenia|thrombocytopenia|cytopenias?|pancytopenia|an(?:a)?emia|bone marrow suppression"
    r"|myelosuppression|bleeding|bruising|infections?|recurrent (?:uti|sinus|infections)\w*|uti\b|pneumonia|zoster"
    r"|shingles|candidiasis|yeast infection|"
    r"(?:injection[- ]site|infusion|site) reactions?|mouth (?:sores|ulcers)|stomatitis|mucositis|oral ulcers"
    r"|hair (?:loss|thinning)|alopecia|acne|sweating|diaphoresis|gynecomastia|galactorrhea|hyperprolactin\w*"
    r"|amenorrhea|menorrhagia|osteoporosis|myalgias?|muscle (?:aches?|pain|cramps?|weakness)|arthralgias?"
    r"|joint pain|cramps?|weakness|"
    r"claustrophob\w*|mask (?:intolerance|leak\w*|discomfort)|aerophagia|nasal (?:congestion|bleeding|dryness)"
    r"|pressure intolerance|skin sores|discomfort|(?:increased|worse\w*|severe|more|aggravated"
    r"|flare of) (?:\w+ )?(?:pain|symptoms|spasticity|dyspnea|fatigue|anxiety|depression)|pain (?:flare|worse\w*"
    r"|increase\w*)|jaw pain|tmj\w*|tooth \w+|"
    r"metabolic (?:effects|syndrome|changes)|hyperglyc\w*|prolonged qt\w*|serotonin syndrome|withdrawal|dependence"
    r"|rebound\w*|ototoxicity|hearing loss|retinopathy|retinal toxicity|hemorrhagic cystitis"
    r"|pml\b|jc virus|teratogen\w*|malaise|flu-?like \w+|chills|fever\w*|intoleran\w*|side[- ]effects?|adverse \w+"
    r"|toxicit\w*|reaction|poor tolerability|could not tolerate|bloating|cramping|gas\b|taste \w+|metallic taste"
    r"|dysgeusia|anorexia|appetite (?:loss|suppression)|loss of appetite|growth (?:suppression|delay)|heavy legs"
    r"|feeling (?:flat|numb|like a zombie)|flat affect|zombie\w*|shak(?:y|iness)|hot flashes|urinary \w+"
    r"|incontinence|kidney \w+"
)
HARM = Caseless(rf"\b(?:{_HARM})\b")
LOSS = re.compile(r"\blost \d+ ?(?:lb|pounds?|kg)", re.IGNORECASE)
NO_GAIN = re.compile(
    r"\b(?:(?:in)?efficacy|lack of|ineffective\w*|no (?:\w+ ){0,2}(?:benefit|response|relief|improvement|effect"
    r"|change|help)|not enough|inadequate|insufficient|poor (?:response|control|relief)|suboptimal"
    r"|non-?respon\w*|did(?: not"
    r"|n't) (?:work|help|respond)|not (?:working|effective|helping)|loss of (?:response|efficacy|effect)|"
    r"lost (?:response|effect|efficacy)|progress(?:ion|ed|ive)(?: of disease| disease)?|persistent \w+|ongoing \w+"
    r"|continued \w+|uncontrolled|disease activity|active (?:disease|synovitis|inflammation)|failure|flares?"
    r"|(?:was|were|is|are|remain\w*|stayed) (?:\w+ )?unchanged|remain(?:ed|s) (?:high|active|elevated"
    r"|severe|uncontrolled|symptomatic)|(?:pain|symptoms?|mood|depression|headaches?|anxiety) "
    r"(?:persist\w*|continued|unchanged)|no better|breakthrough \w+|new (?:\w+ )?(?:lesions?|erosions?"
    r"|plaques|relapses?|flares?|fractures?)|(?:\w+ "
    r")?fractures? (?:while )?on|relaps\w+|worsening "
    r"(?:of )?(?:disease|psoriasis|symptoms|plaques|skin)|anti-?drug antibod\w*"
    r"|without (?:\w+ ){0,2}(?:benefit|relief|improvement|response))\b",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(?:cost\w*|insurance|copay\w*|coverage|formulary|afford\w*|price|expens\w*|pregnan\w*|conceiv\w*|conception"
    r"|breast-?feeding|lactat\w*|surgery|surgical|hospitali\w+|preference|wish\w*|want\w*|moved|relocat\w*"
    r"|lost to follow|follow-?up|refills?|ran out|shortage|recall\w*|availab\w*|unavailab\w*|supply"
    r"|discontinued by manufacturer|withdrawn from (?:the )?market|taken off (?:the )?market|complet\w+|finished"
    r"|remission|doing well|felt well|well\b|resolved|transport\w*|travel|distance|driving|time off|schedul\w*"
    r"|no longer needed|interaction\w*|needle\w*|fear|inconvenien\w*|compliance|adherence|non-?adheren\w*|plan year"
    r"|change of (?:plan|insurance|job)|school|work schedule|personal|family|step therapy|denied|denial|duplicate"
    r"|age|hospice)\b",
    re.IGNORECASE,
)


_ILLNESS = re.compile(
    (
        r"\b(?:depress\w*|anxiety|headaches?|migraines?|seizures?|pain|itch\w*|dyspnea|fatigue|insomnia|spasticity"
        r"|symptoms|flare\w*)\b"
    ),
    re.IGNORECASE,
)


def meaning(words: str) -> str:
    """Say what kind of reason *words* give: harm, no_gain, other, or unclear."""
    harm, gain, other = HARM.search(words), NO_GAIN.search(words), OTHER.search(words)
    if harm and gain and gain.start() <= harm.start() < gain.end() and not _ILLNESS.search(harm.group()):
        gain = None  # "persistent nausea" is harm, "persistent pain" is no gain
    first = min((match for match in (harm, gain, other) if match), key=lambda match: match.start(), default=None)
    if first is None:
        return "unclear"
    return "harm" if first is harm else "no_gain" if first is gain else "other"
