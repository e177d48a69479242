"""Words of charts and policies that mean one thing, written by us; a word for one document has no place here."""

# Written out wherever they stand as whole words in these capitals; those with two common readings are left out.
ABBREVIATIONS = {
    "MDD": "major depressive disorder", "GAD": "generalized anxiety disorder", "OCD": "obsessive compulsive disorder",
    "PTSD": "post traumatic stress disorder", "ADHD": "attention deficit hyperactivity disorder",
    "RA": "rheumatoid arthritis", "PsA": "psoriatic arthritis", "SLE": "systemic lupus erythematosus",
    "UC": "ulcerative colitis", "IBD": "inflammatory bowel disease", "CD": "crohn disease",
    "RRMS": "relapsing remitting multiple sclerosis", "COPD": "chronic obstructive pulmonary disease",
    "OSA": "obstructive sleep apnea", "CHF": "heart failure", "HF": "heart failure", "HFrEF": "heart failure",
    "CAD": "coronary artery disease", "MI": "myocardial infarction", "HTN": "hypertension", "DM": "diabetes mellitus",
    "DM2": "type 2 diabetes mellitus", "T2DM": "type 2 diabetes mellitus", "T1DM": "type 1 diabetes mellitus",
    "CKD": "chronic kidney disease", "ESRD": "end stage renal disease", "CVA": "stroke",
    "TIA": "transient ischemic attack", "AFib": "atrial fibrillation", "DVT": "deep vein thrombosis",
    "TB": "tuberculosis", "LTBI": "latent tuberculosis", "HBV": "hepatitis b", "HCV": "hepatitis c",
    "UTI": "urinary tract infection", "OA": "osteoarthritis", "ALS": "amyotrophic lateral sclerosis",
    "SI joint": "sacroiliac joint", "SI": "suicidal thought", "HI": "homicidal thought", "SOB": "shortness of breath",
    "LOC": "loss of consciousness", "CBT": "cognitive behavioral therapy", "DBT": "dialectical behavior therapy",
    "ECT": "electroconvulsive therapy", "TMS": "transcranial magnetic stimulation",
    "rTMS": "transcranial magnetic stimulation", "PT": "physical therapy", "OT": "occupational therapy",
    "RHC": "right heart catheterization", "LHC": "left heart catheterization", "AVM": "arteriovenous malformation",
    "VZV": "varicella zoster", "PCI": "coronary revascularization", "EMG": "electromyogram", "NCS": "electromyogram",
    "LP": "lumbar puncture", "PFT": "pulmonary function test", "PFTs": "pulmonary function test",
    "EKG": "electrocardiogram", "ECG": "electrocardiogram", "ABG": "arterial blood gas", "CXR": "chest radiograph",
    "HRCT": "chest ct", "UDS": "urine drug screen", "UIP": "usual interstitial pneumonia",
    "IPF": "idiopathic pulmonary fibrosis", "ILD": "interstitial lung disease", "PAD": "peripheral artery disease",
    "GCA": "giant cell arteritis", "CIDP": "chronic inflammatory demyelinating polyneuropathy",
    "PAH": "pulmonary arterial hypertension", "RLS": "restless legs syndrome", "FBSS": "failed back surgery syndrome",
    "DDD": "degenerative disc disease", "OUD": "opioid use disorder", "AUD": "alcohol use disorder",
    "SUD": "substance use disorder", "HFpEF": "heart failure", "VTE": "venous thromboembolism",
    "DKA": "diabetic ketoacidosis", "NASH": "nonalcoholic steatohepatitis", "CLL": "chronic lymphocytic leukemia",
    "AML": "acute myeloid leukemia", "CML": "chronic myeloid leukemia", "TD": "tardive dyskinesia",
    "IBS": "irritable bowel syndrome", "PMR": "polymyalgia rheumatica", "FSGS": "focal segmental glomerulosclerosis",
    "NMOSD": "neuromyelitis optica", "PNH": "paroxysmal nocturnal hemoglobinuria", "ITP": "immune thrombocytopenia",
    "SMA": "spinal muscular atrophy", "DMD": "duchenne muscular dystrophy", "HAE": "hereditary angioedema",
    "CVID": "common variable immunodeficiency", "ASCVD": "atherosclerotic cardiovascular disease",
    "ESI": "epidural steroid injection", "ADLs": "daily activity", "ADL": "daily activity", "IADLs": "daily activity",
    "ER": "emergency", "ED": "emergency", "ROM": "range of motion", "LBP": "low back pain",
    "EEG": "electroencephalogram", "BMI": "body mass index", "PSG": "polysomnogram",
    "HST": "home sleep polysomnogram", "HSAT": "home sleep polysomnogram", "NSCLC": "non small cell lung cancer",
    "AD": "atopic dermatitis", "AMD": "age related macular degeneration", "GERD": "gastroesophageal reflux disease",
    "EoE": "eosinophilic esophagitis", "BPH": "benign prostatic hyperplasia",
    "CRPS": "complex regional pain syndrome", "PCOS": "polycystic ovary syndrome", "IUD": "intrauterine device",
    "PMH": "past medical history", "FH": "family history", "DM1": "type 1 diabetes mellitus",
    "PPD": "tuberculosis screening", "IGRA": "tuberculosis screening", "EGD": "endoscopy", "TTE": "echocardiogram",
    "DEXA": "dxa", "HEP": "home exercise program", "MRADLs": "daily activity", "MRADL": "daily activity",
    "NSVT": "nonsustained ventricular tachycardia", "VT": "ventricular tachycardia", "AFL": "atrial flutter",
    "DCM": "dilated cardiomyopathy", "HCM": "hypertrophic cardiomyopathy", "CMR": "cardiac mri",
    "LGE": "late gadolinium enhancement", "LVH": "left ventricular hypertrophy",
    "NAFLD": "nonalcoholic fatty liver disease", "PBC": "primary biliary cholangitis",
    "PKD": "polycystic kidney disease",
    "PSC": "primary sclerosing cholangitis", "AKI": "acute kidney injury",
    "GBS": "guillain barre syndrome",
    "PVD": "peripheral vascular disease", "TBI": "traumatic brain injury", "SCI": "spinal cord injury",
    "MDS": "myelodysplastic syndrome", "MGUS": "monoclonal gammopathy",
    "TMJ": "temporomandibular joint", "RSV": "respiratory syncytial virus",
    "GDD": "global developmental delay", "THA": "hip arthroplasty", "TKA": "knee arthroplasty",
    "ICU": "intensive care",
    "HS": "hidradenitis suppurativa", "ODT": "orally disintegrating", "POV": "scooter",
}  # fmt: skip

# Ways of saying one thing; the right side is the form that is compared.
PHRASES = {
    "birth defect": "congenital anomaly", "birth defects": "congenital anomalies",
    "of unexplained cause": "unexplained", "of unknown cause": "unexplained", "of unknown etiology": "unexplained",
    "of unclear etiology": "unexplained", "of unclear cause": "unexplained",
    "right heart cath": "right heart catheterization", "cardiac cath": "cardiac catheterization",
    "vaccination": "vaccine", "immunization": "vaccine", "iv drug use": "intravenous drug use",
    "iv iron": "intravenous iron",
    "iv antibiotics": "intravenous antibiotics", "ivdu": "intravenous drug use", "nonsmoker": "no smoking",
    "non-smoker": "no smoking", "never smoker": "never smoking", "never smoked": "never smoking",
    "electrodiagnostic study": "electromyogram", "electrodiagnostic studies": "electromyogram",
    "electrodiagnostic testing": "electromyogram", "spinal tap": "lumbar puncture",
    "usual interstitial pneumonitis": "usual interstitial pneumonia", "hbsag": "hepatitis b surface antigen",
    "anti-hbc": "hepatitis b core antibody", "nstemi": "myocardial infarction", "stemi": "myocardial infarction",
    "former smoker": "quit smoking", "ex-smoker": "quit smoking", "lumbar spine": "lumbar",
    "cervical spine": "cervical", "thoracic spine": "thoracic", "behavioral": "behavior", "behavioural": "behavior",
    "psychological": "psychology", "coronary stent": "coronary revascularization",
    "drug-eluting stent": "coronary revascularization", "cabg": "coronary revascularization",
    "percutaneous coronary intervention": "coronary revascularization", "type ii": "type 2", "type i": "type 1",
    "dyspnea": "shortness of breath", "hep b": "hepatitis b", "congestive heart failure": "heart failure",
    "hep c": "hepatitis c", "w/o": "without", "w/": "with ", "activities of daily living": "daily activity",
    "activity of daily living": "daily activity", "h/o": "history of", "hx of": "history of", "s/p": "status post",
    "r/o": "rule out", "f/u": "follow up", "crohn's": "crohn", "crohns": "crohn", "alzheimer's": "alzheimer",
    "parkinson's": "parkinson", "suicidal ideation": "suicidal thought", "suicidal thinking": "suicidal thought",
    "homicidal ideation": "homicidal thought", "wish to be dead": "suicidal thought",
    "wishing not to wake up": "suicidal thought", "thoughts of death": "suicidal thought",
    "thoughts that she would be better off dead": "suicidal thought", "better off dead": "suicidal thought",
    "on medical leave": "cannot work", "out of work": "cannot work", "off work": "cannot work",
    "on disability leave": "cannot work", "on short term disability": "cannot work", "stopped working": "cannot work",
    "on short-term disability": "cannot work", "unable to work": "cannot work", "inability to work": "cannot work",
    "not able to work": "cannot work", "has not worked": "cannot work",
    "unable to attend school": "cannot attend school", "within 30 cm of the coil": "near the head",
    "in or near": "near", "mental health": "psychiatric", "daily activities": "daily activity",
    "activities of daily life": "daily activity", "self care": "daily activity", "self-care": "daily activity",
    "high blood pressure": "hypertension", "heart attack": "myocardial infarction",
    "cardiac failure": "heart failure", "kidney failure": "renal failure", "tobacco use": "smoking",
    "cigarette": "smoking", "nicotine use": "smoking", "smoker": "smoking",
    "tuberculosis test": "tuberculosis screening", "quantiferon": "tuberculosis screening",
    "quantiferon-tb gold": "tuberculosis screening", "quantiferon gold": "tuberculosis screening",
    "t-spot": "tuberculosis screening", "interferon gamma release assay": "tuberculosis screening",
    "tuberculin skin test": "tuberculosis screening", "sleep study": "polysomnogram",
    "polysomnography": "polysomnogram", "home sleep test": "home sleep polysomnogram",
    "home sleep apnea test": "home sleep polysomnogram", "talk therapy": "psychotherapy",
    "regular exercise program": "exercise program", "cardiac stent": "coronary revascularization",
    "skin plaque": "plaque", "low back": "lumbar", "lower back": "lumbar", "lumbosacral": "lumbar",
    "neck": "cervical", "breast feeding": "breastfeeding", "nursing mother": "breastfeeding",
    "lactating": "breastfeeding", "lactation": "breastfeeding", "x-ray": "radiograph", "x ray": "radiograph",
    "xray": "radiograph", "plain film": "radiograph", "plain films": "radiograph", "xr": "radiograph",
    "upright films": "radiograph", "magnetic resonance imaging": "mri", "mr imaging": "mri",
    "computed tomography": "ct", "ct scan": "ct", "cat scan": "ct", "ultrasonography": "ultrasound",
    "sonogram": "ultrasound", "echo": "echocardiogram", "echocardiography": "echocardiogram", "tte": "echocardiogram",
    "transthoracic echocardiogram": "echocardiogram", "bone density scan": "dxa",
    "dual energy x-ray absorptiometry": "dxa", "bone densitometry": "dxa", "positron emission tomography": "pet",
    "electromyography": "electromyogram", "nerve conduction study": "electromyogram", "upper endoscopy": "endoscopy",
    "esophagogastroduodenoscopy": "endoscopy", "in-person": "in person", "face-to-face": "in person",
    "face to face": "in person", "monoclonal antibody": "biologic",
    "monoclonal antibodies": "biologic", "liver cirrhosis": "cirrhosis", "cirrhosis of the liver": "cirrhosis",
    "cough with sputum": "productive cough", "janus kinase": "jak",
    "home exercise programme": "home exercise program",
}  # fmt: skip

# Stems that mean the same; keys and values are stems.
SAME = {
    "tophi": "tophus", "aneurysmal": "aneurysm", "metastase": "metastasi", "metastatic": "metastasi",
    "vertebrae": "vertebra", "depression": "depress", "depressiv": "depress", "ideation": "thought",
    "idea": "thought", "cancer": "malignancy", "carcinoma": "malignancy", "malignant": "malignancy",
    "pregnant": "pregnancy", "gestation": "pregnancy", "kidney": "renal", "heart": "cardiac", "liver": "hepatic",
    "lung": "pulmonary", "epilepsy": "seizur", "epileptic": "seizur", "convulsion": "seizur", "psychosi": "psychotic",
    "psychosis": "psychotic", "diagnosis": "diagnos", "diagnose": "diagnos", "allergic": "allergy",
    "infected": "infect", "infection": "infect", "infectiou": "infect", "inability": "unable", "impairment": "impair",
    "limitation": "limit", "restrict": "limit", "restriction": "limit", "ambulation": "walk", "ambulat": "walk",
    "assistanc": "help", "assist": "help", "aid": "help", "difficulty": "difficult", "walked": "walk",
    "radiography": "radiograph", "hospitalization": "hospital", "hospitaliz": "hospital", "inpatient": "hospital",
    "admission": "hospital", "admit": "hospital", "psychiatry": "psychiatric", "surgery": "surgical",
    "surgeri": "surgical", "smok": "smoking", "smoke": "smoking", "tobacco": "smoking", "haemorrhage": "hemorrhage",
    "bleed": "hemorrhage", "tumour": "tumor", "oedema": "edema", "swell": "edema", "narrow": "stenosi",
    "stenosis": "stenosi", "herniat": "herniation", "hernia": "herniation", "torn": "tear", "fractured": "fractur",
    "demyelinat": "demyelination", "exacerbat": "exacerbation", "flare": "exacerbation",
    "attack": "exacerbation", "relaps": "relapse",
    "disable": "disability", "jobs": "work", "job": "work", "employment": "work", "stimulat": "stimulator",
    "implanted": "implant", "implantabl": "implant", "counsell": "counsel", "evaluat": "evaluation",
    "assess": "evaluation", "assessment": "evaluation", "educat": "education", "rehabilitat": "rehabilitation",
    "uncontroll": "uncontrol", "respond": "response", "respons": "response", "medicat": "medication",
    "medicin": "medication", "drug": "medication", "treat": "treatment", "anaesthesia": "anesthesia",
    "programm": "program", "anatomical": "anatomic", "nutritional": "nutrition",
    "papillomatosis": "papilloma", "malformation": "anoma", "operativ": "surgical", "operation": "surgical",
}  # fmt: skip

_STOP = """
january february march april june july august september october november december summer autumn winter
years year months month weeks week days day ago personal able receiving received receive undergoing underwent given give
performed taken took obtained
a an the of to for with in on at by from as into within that this these those who whom whose which there here it its
he she they them his her their him i we our you your be is are was were been being am has have had having do does
did done and or nor but if then than so such also only any all each every either both some one following member
members patient patients individual individuals beneficiary enrollee subject client person people recipient must
shall should will would can could may might document documents documented documentation documenting evidence
evidenced show shows shown showing demonstrate demonstrated demonstrates demonstrating present presence history
diagnos diagnosed diagnosis known noted note report reported reports current currently medical medically record
records chart clinical clinically physician provider prescriber clinician confirm confirmed include includes
including least more most per via when while during because due secondary related about over under between up out
off not no without never none cannot can't unable e.g i.e etc s ms mr mrs dr vs other another ever yet still too
very just well now today presently meets met criteria criterion requirement required requires requiring need used use
associated sign signs
"""
STOP = frozenset(_STOP.split())
GENERIC_WORDS = """
disease disorder condition problem issue complaint change symptom device history treatment therapy medication test
result finding feature device type screening screen panel serology acute chronic new recent current active severe
find time day year past response benefit improvement plan
"""
# Nouns that add nothing in a denial: "no prior biologic therapy" denies a biologic.
HOLLOW_WORDS = """
disease disorder condition problem issue symptom therapy treatment medication test use agent product
"""
MODIFIER_WORDS = """
active latent chronic acute recurrent severe moderate mild systemic topical oral current prior previous untreated
uncontrolled unstable major minor bilateral left right serious significant
symptomatic recent single episode primary secondary suspected known persistent refractory adult pediatric
advanced stage early late progressive
"""

# A test whose negative result denies a condition, and whose positive one shows it.
TESTS = {
    "tuberculosis": ("tuberculosis screening",),
    "hepatitis b": ("hepatitis b surface antigen",),
    "hepatitis c": ("hepatitis c antibody", "hcv rna", "hcv antibody", "hepatitis c rna"),
    "pregnancy": ("pregnancy test", "hcg", "beta hcg"),
    "smoking": ("nicotine screen", "cotinine"),
    "hiv": ("hiv test", "hiv antibody", "hiv screen"),
}

# A wider idea and the narrower ones a chart speaks of: one that is present shows the wider; all denied deny it.
KINDS = {
    "psychotic symptoms": ("hallucinations", "delusions"),
    "psychotic features": ("hallucinations", "delusions"),
    "malignancy": ("lymphoma", "leukemia", "melanoma", "myeloma", "sarcoma"),
    "thromboembolism": ("deep vein thrombosis", "pulmonary embolism"),
    "atherosclerotic cardiovascular disease": ("myocardial infarction", "stroke", "coronary artery disease"),
    "cardiovascular disease": ("myocardial infarction", "stroke", "coronary artery disease"),
    "inflammatory bowel disease": ("ulcerative colitis", "crohn disease"),
}
