"""Word lists by form: what a specialty, a disease, a drug, a class of drugs, a scale look like in any policy."""

import re

SPECIALTY = re.compile(
    r"\b(?:(?:pediatric|child|adolescent|interventional|medical|board[- ]certified|licensed|registered|maternal"
    r"|reproductive|transplant|vascular|cardiothoracic|orthop(?:a)?edic"
    r"|plastic|bariatric|spine|oral|maxillofacial|general|neuro|infectious disease|pain(?: management| medicine)?"
    r"|sleep(?: medicine)?|wound care|mental health|movement disorder"
    r"|headache|lipid|bone|metabolic|genetic|critical care|pulmonary|rehabilitation|addiction|palliative"
    r"|physical medicine|eating disorder|multiple sclerosis|cystic fibrosis|HIV|hepatitis"
    r"|thoracic|hand|colorectal|weight management|speech[- ]language|occupational|obesity medicine)[ -](?:and[ ])?)*"
    r"(?:[a-z-]*(?:ologist|iatrist|iatrician|ternist|thodontist|geneticist|hepatologist|intensivist|immunologist"
    r"|allergist|dietitian|audiologist|pathologist|prosthetist|orthotist)"
    r"|[a-z-]*surgeon|specialist(?:\s+in\s+[a-z]+)?|physician(?= who speciali)|therapist|oncology|psychologist"
    r"|general\s+practitioner|GP|consultant(?=s?\s+(?:or|and|working|in)\b)|obstetrician|midwife"
    r"|hospitalist|podiatrist|optometrist|dentist|geriatrician)s?\b",
    re.IGNORECASE,
)
_PLAIN_WORD = re.compile(r"^(?:a|an|the|another|any|board[- ]certified|licensed)\s+", re.IGNORECASE)

_DISEASE = re.compile(
    r"\b(?:[a-z-]*(?:itis|lysis|osis|oses|emia|aemia|omas?|opathy|opathies|algia|plegia|paresis|trophy|sclerosis|uria"
    r"|penia|philia|ectasis|megaly|stenosis|plasia|apn(?:o)?ea|cephaly|thorax"
    r"|malacia|paralysis|iasis|listhesis|edema|crine|cardia|phrenia|mania|pnea)|syndromes?|diseases?|disorders?"
    r"|cancers?"
    r"|neoplasms?|lymphoma|leuk(?:a)?emia|tumou?rs?|infections?|diabetes|hypertension|hypotension"
    r"|depression|depressive|anxiety|epilepsy|seizures?|migraines?|asthma|copd|eczema|heart failure|renal failure"
    r"|injur(?:y|ies)|fractures?|deficienc(?:y|ies)|obesity|pregnan(?:t|cy)|pain|strokes?|ulcers?"
    r"|h(?:a)?emorrhage|weakness|malignanc(?:y|ies)|metastas(?:is|es)|metastatic|hiv|hepatitis|dependence"
    r"|insufficiency|[a-z]+diabetes|hypersensitivity|allerg(?:y|ies|ic)|impairment|infarction|angina|lesions?"
    r"|spasticity|neuropath(?:y|ic)|obstruction|prolapse|incontinence|tear|rupture|instability|narcolepsy|insomnia"
    r"|gout|lupus|acromegaly|urticaria|vitiligo|alopecia|rosacea|acne|cellulitis|embolism"
    r"|hypoglyc(?:a)?emia|syncope"
    r"|(?:pathogenic|disease-causing)\s+(?:variants?|mutations?)"
    r"|retinopathy|glaucoma|cataracts?|deafness|hearing loss|dementia|autism|adhd|ptsd|ocd"
    r"|burns?|wounds?|abscess(?:es)?|hernia|torticollis|dystonia|tremor|ataxia|chorea|headaches?|sepsis"
    r"|tuberculosis"
    r"|bleed(?:s|ing)?|suicidal|psychosis|psychotic|mass|condition|complications?|relaps(?:e|ing)|illness|abuse|palsy"
    r"|fistulas?|strictures?|perforation"
    r"|dystrophy|hydradenitis|hidradenitis|suppurativa|sickness|gangrene|poisoning|toxicity|overdose|shock"
    r"|anomal(?:y|ies)|malformations?|deformit(?:y|ies)|(?<!postural )(?<!surgical )(?<!lymphatic )(?<!lymph )drainage"
    r"|failure\s+to\s+thrive|weight\s+loss|cleft\s+(?:lip|palate)|overbite|crossbite|malocclusion|[a-z]*phagia"
    r"|(?:ischemic|panic|angina)\s+attacks?|[a-z]{3,}tonia|(?:developmental|growth|speech|global)\s+delay"
    r"|urinary\s+retention|degeneration|dysfunction|atrophy|occlusion|fibrillation|flutter"
    r"|(?:tachy)?arrhythmias?|lymphedema"
    r"|claudication|sciatica"
    r"|sprain|strain|dislocation|amputation|cysts?|polyps?|polyposis|reflux|gerd|constipation|diarrh(?:o)?ea"
    r"|jaundice|ascites"
    r"|anaphylaxis|angioedema|hives|pruritus|itching|numbness|paresthesias?|vertigo|tinnitus|blindness"
    r"|amblyopia|strabismus"
    r"|ptosis|keratoconus|scoliosis|kyphosis|spondyl\w+|sarcoidosis|dwarfism|short\s+stature|(?:[a-z]+(?:roid"
    r"|gonad|pituitar|aldoster"
    r"|prolactin|alcohol|cortic|andr|estr|somn)ism)|thalass(?:a)?emia|h(?:a)?emophilia|contractures?|keloids?"
    r"|scars?|warts?"
    r"|dependency|addiction|delirium|mutism|stuttering|aphasia|dysarthria|apraxia|enuresis|sleepiness|sleepwalking"
    r"|malabsorption|thromboembol\w+|stillbirth|miscarriage|preeclampsia|infertility|menopause|flashes|flushes"
    r"|varicosit\w+"
    r"|lipodystrophy|wasting|cachexia|nausea|vomiting|fatigue|swelling|dyspnea|hallucinations?|spasms?)\b",
    re.IGNORECASE,
)
_SEVERITY = re.compile(
    r"disease(?=[\s-]+(?:severity|activity|modifying|control|progression|state|management|history))"
    r"|pain(?=\s+(?:scale|score|medi|manag|clinic|special))",
    re.IGNORECASE,
)


def disease(text: str) -> re.Match[str] | None:
    """Find the first name of a condition in *text*; words that only end like one ("doses", "analysis") are none."""
    found = (match for match in _DISEASE.finditer(text) if not _SEVERITY.match(text, match.start()))
    return next((match for match in found if not _lookalike(text, match)), None)


def _lookalike(text: str, match: re.Match[str]) -> bool:
    word = match[0].lower()
    before = text[: match.start()].lower().split()
    bare = word in _BARE and (not before or before[-1].strip(",;:(") in _GENERIC)
    return bare or word in _LOOKALIKE


# "Disease" names none unless a word says which.
_BARE = frozenset(
    {
        "disease",
        "diseases",
        "disorder",
        "disorders",
        "illness",
        "syndrome",
        "infection",
        "infections",
        "impairment",
        "pain",
        "injury",
        "weakness",
    }
    - {"pain", "weakness"}
)
_GENERIC = frozenset(
    {
        "the",
        "this",
        "a",
        "an",
        "of",
        "severe",
        "moderate",
        "mild",
        "active",
        "underlying",
        "progressive",
        "stable",
        "symptomatic",
        "any",
        "other",
        "member's",
        "patient's",
    }
)
_LOOKALIKE = frozenset(
    {
        "doses",
        "diagnosis",
        "diagnoses",
        "prognosis",
        "analysis",
        "urinalysis",
        "dialysis",
        "hemodialysis",
        "basis",
        "purposes",
        "condition",
        "conditions",
        "complication",
        "complications",
    }
)
# Stems of international nonproprietary names.
DRUG = re.compile(
    r"^[a-z]{2,}(?:mab|nib|tinib|ciclib|parib|lisib|cept|kinra|tide|glutide|gliptin|gliflozin|glitazone|formin"
    r"|statin|fibrate|sartan|pril|olol|dipine|azepam|azolam|barbital|triptyline|oxetine|pramine|azodone"
    r"|faxine|citalopram|traline|piprazole|apine|idone|peridol|azine|gepant|triptan|cillin|mycin|micin|cycline"
    r"|floxacin|azole|conazole|vir|vudine|tegravir|buvir|asvir|previr|navir|trexate|prine|porine|limus"
    r"|sporin|sulfasalazine|salazine|mesalamine|flunomide|quine|chloroquine|retin|tretin|calcitriol|pramipexole"
    r"|ropinirole|dopa|giline|stigmine|memantine|zumab|ximab|limumab|kinumab|lukast|terol|tropium"
    r"|sone|solone|onide|nolone|profen|fenac|oxicam|coxib|gabalin|gabapentin|bactam|oxaban|gatran|parin|grel|xaban"
    r"|dronate|calcet|relin|relix|lutamide|terone|trozole|oxifen|fene|platin|rubicin|taxel|bine|mustine"
    r"|poetin|grastim|plostim|ferol|thyroxine|urea|uracil|stat|ubrel|ostat|denib|degib|rafenib|metinib|zomib|domide"
    r"|imod|fumarate|ramer|tadine|rizine|setron|pitant|prazole|tidine|zosin|terazosin|sildenafil|afil"
    r"|entan|ciguat|prost|amide|thiazide|semide|lactone|renone|done|morphone|codone|morphine|tapentadol|tramadol"
    r"|caine|nadol|orexant|melteon|zolam|pidem|clone|lithium|valproate|lamotrigine|topiramate|carbazepine"
    r"|racetam|cetam|zonisamide|lacosamide|perampanel|cannabidiol|fingolimod|toin|suximide|bamate|apremilast"
    r"|ezetimibe|colchicine|allopurinol|febuxostat|acitretin|methoxsalen|dapsone|minoxidil|niacin"
    r"|toxin[ab]?|sidase|cerase|sulfase|teplase|rsen|siran|parvovec|leucel|tropin|caftor|zepatide|onacept|ersen"
    r"|butyrate|purine)$"
)
CLASS = re.compile(
    r"\b(?:inhibitors?|blockers?|antagonists?|agonists?|agents?|drugs?|medications?|medicines?|therap(?:y|ies)"
    r"|steroids?|corticosteroids?|class(?:es)?|biologics?|dmards?|statins?|nsaids?|anti[a-z-]+s?|modalit(?:y|ies)"
    r"|management|care|treatments?|program(?:me)?s?|exercises?|opioids?|ssris?|snris?|tcas?|triptans?|modulators?"
    r"|immunomodulators?|immunosuppressants?|diuretics?|stimulants?|sulfonylureas?|analogs?|insulins?|products?"
    r"|interventions?|measures|options|alternatives?|regimens?|supplements?|inhalers?|glucocorticoids?"
    r"|bisphosphonates?|anticonvulsants?|benzodiazepines?|[a-z]+amines?|interferons?|preparations?|formulations?"
    r"|vasodilators?|relaxants?|analgesics?|training|counseling|counselling|psychotherapy|physiotherapy|injections?"
    r"|lines?|techniques?|devices?|bracing|splinting|diet|modification)$",
    re.IGNORECASE,
)


def specialties(text: str) -> tuple[str, ...]:
    """Give the specialties *text* names, lower case, in order, each once and in the singular."""
    found: list[str] = []
    for match in SPECIALTY.finditer(text):
        plain = re.sub(r"\b(?:board[- ]certified|licensed|registered)\s+", "", match[0].lower()).strip()
        plain = re.sub(r"s$", "", _PLAIN_WORD.sub("", plain))
        if plain not in found and plain != "specialist":
            found.append(plain)
    return tuple(found)


ICD10 = re.compile(
    r"\b[A-TV-Z]\d[0-9AB]\.[0-9A-Z]{1,4}\b|\b[A-TV-Z]\d[0-9AB](?=[-\u2013][A-TV-Z]\d)"
    r"|(?<=[A-TV-Z]\d[0-9AB][-\u2013])[A-TV-Z]\d[0-9AB]\b"
)
_ICD_NAMED = re.compile(
    r"\bICD[- ]?(?:10)?[^A-Z]{0,14}((?:[A-TV-Z]\d[0-9AB](?:\.[0-9A-Z]{1,4})?(?:\s*(?:,|or|and|/)\s*)?)+)"
)


def icd10(text: str) -> tuple[str, ...]:
    """Give the ICD-10-CM codes *text* names; a code without a point counts only after the words ICD-10."""
    found = [match[0] for match in ICD10.finditer(text)]
    for named in _ICD_NAMED.finditer(text):
        found += [code for code in re.findall(r"[A-TV-Z]\d[0-9AB](?:\.[0-9A-Z]{1,4})?", named[1]) if code not in found]
    return tuple(dict.fromkeys(found))
