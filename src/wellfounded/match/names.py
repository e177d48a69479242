"""Names of scores, laboratory values and measurements: which of them are one thing, and which only look alike."""

import re
from functools import lru_cache

from wellfounded.match.words import stem

# The first spelling is the usual name; the others are the same quantity.
_GROUPS = """
phq-9|phq9|patient health questionnaire 9|patient health questionnaire|phq
phq-2|patient health questionnaire 2
gad-7|generalized anxiety disorder 7
ham-d|hamd|hdrs|hrsd|ham-d 17|ham-d-17|hamd-17|hdrs-17|hamilton depression rating scale
ham-d|hamilton rating scale for depression
madrs|montgomery asberg depression rating scale|montgomery-asberg depression rating scale
qids|qids-sr|quick inventory of depressive symptomatology
bdi|bdi-ii|beck depression inventory|bdi-2
y-bocs|ybocs|yale brown obsessive compulsive scale|yale-brown obsessive compulsive scale
hemoglobin a1c|hba1c|a1c|hgba1c|hb a1c|glycated hemoglobin|glycosylated hemoglobin|glycohemoglobin|hgb a1c
hemoglobin|hgb|hb
hematocrit|hct
glucose|blood glucose|plasma glucose|blood sugar|fasting glucose|fasting plasma glucose|fbg|fpg
ldl|ldl-c|ldl cholesterol|low density lipoprotein|low density lipoprotein cholesterol
hdl|hdl-c|hdl cholesterol
total cholesterol|cholesterol
triglyceride|tg|trigs
egfr|estimated glomerular filtration rate|estimated gfr|gfr|glomerular filtration rate
creatinine|scr|cr
creatinine clearance|crcl
oxygen saturation|spo2|o2 sat|o2 saturation|sao2|pulse oximetry|pulse ox|arterial oxygen saturation|oximetry|sat|o2 sats
pao2|po2|arterial po2|arterial oxygen tension|arterial partial pressure of oxygen|arterial pao2
paco2|pco2|arterial pco2|arterial carbon dioxide tension
body mass index|bmi
body surface area|bsa|body surface area involvement|bsa involvement|bsa affected|body surface area affected
weight|body weight|wt|weigh|weighs
height|ht
apnea hypopnea index|ahi|apnea-hypopnea index|rdi|respiratory disturbance index
left ventricular ejection fraction|lvef|ejection fraction|ef
epworth|ess|epworth sleepiness scale
pasi|psoriasis area and severity index|psoriasis area severity index
dlqi|dermatology life quality index
easi|eczema area and severity index
iga|investigator global assessment|investigator's global assessment|viga-ad|viga
scorad|scoring atopic dermatitis
das28|das28-crp|das28-esr|das 28|disease activity score 28|disease activity score
cdai|clinical disease activity index|crohn's disease activity index|crohn disease activity index
sdai|simplified disease activity index
hbi|harvey-bradshaw index|harvey bradshaw index
ses-cd|simple endoscopic score for crohn disease
fecal calprotectin|calprotectin|faecal calprotectin
karnofsky|karnofsky performance status|kps
womac
asdas
haq|haq-di|health assessment questionnaire
sledai|sledai-2k
updrs|mds-updrs
mg-adl
qmg
ipss|international prostate symptom score|aua symptom score
nihss
fibrosis score|fib-4
meld|meld-na
cat|copd assessment test
mmrc
c-ssrs
vanderbilt
auc
pcl-5|pcl5
dast-10
audit|audit-c
pruritus nrs|peak pruritus nrs|itch nrs|peak pruritus|worst itch nrs|pruritus numeric rating scale
incat|incat disability score
modified ashworth|modified ashworth scale|mas|ashworth scale|ashworth
cdr|clinical dementia rating|cdr global|cdr global score|clinical dementia rating global score
pulmonary capillary wedge pressure|pcwp|pawp|pulmonary artery wedge pressure|wedge pressure
mean pulmonary artery pressure|mpap|mean pap
pulmonary vascular resistance|pvr
basdai|bath ankylosing spondylitis disease activity index
mayo|mayo score|partial mayo|total mayo score
edss|expanded disability status scale
odi|oswestry|oswestry disability index
vas|visual analog scale|visual analogue scale|pain score|nrs|numeric rating scale|pain|pain scale
hit-6|headache impact test|hit6
midas|migraine disability assessment
monthly migraine days|mmd|migraine days per month|migraine days|migraine headache days per month
monthly headache days|headache days per month|headache days|mhd
moca|montreal cognitive assessment
mmse|mini mental state examination|mini-mental state examination|mini mental status exam
c-reactive protein|crp|hs-crp
esr|erythrocyte sedimentation rate|sed rate|sedimentation rate
eosinophil|blood eosinophil|absolute eosinophil|eos|aec|peripheral blood eosinophil|eosinophil count
immunoglobulin e|ige|total ige
fev1|forced expiratory volume in 1 second|forced expiratory volume in one second
fvc|forced vital capacity
childhood asthma control test|c-act|cact
act|asthma control test
acq|asthma control questionnaire
t-score|t score|bone density t-score|bmd t-score|dxa t-score
systolic blood pressure|sbp|systolic bp|systolic
diastolic blood pressure|dbp|diastolic bp|diastolic
ferritin
transferrin saturation|tsat|iron saturation
tsh|thyroid stimulating hormone
testosterone|total testosterone|morning testosterone
vitamin d|25-hydroxyvitamin d|25-oh vitamin d|25 hydroxy vitamin d
vitamin b12|b12|cobalamin
albumin
platelet|plt|platelet count
white blood cell|wbc|leukocyte
absolute neutrophil|anc|absolute neutrophil count
urate|uric acid
pd-l1|pd-l1 tps|tumor proportion score|pd-l1 expression
range of motion|rom
six minute walk|6mwt|6mwd|6 minute walk distance|six minute walk distance|6-minute walk
ecog|ecog performance status|performance status
nyha|nyha class|new york heart association class
arterial brachial index|abi|ankle brachial index|ankle-brachial index
ntprobnp|nt-probnp
bnp|b-type natriuretic peptide
braden|braden scale
morse|morse fall scale
tug|timed up and go
berg|berg balance scale
"""
_DROPPED = re.compile(
    r"\b(?:score|total|level|value|index|count|serum|blood|plasma|scale|reading|measurement|result|baseline"
    r"|current|documented"
    r"|items?|17|raw|overall|the|of|a|an|patient'?s?|member'?s?|beneficiary|average|mean|percent|percentage"
    r"|resting|ratio)\b"
    r"|[%()\[\]:,=]"
)
_ANALYTE = {"ldl": "cholesterol", "hdl": "cholesterol", "total cholesterol": "cholesterol"}


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", name.lower().replace("’", "")).split())  # noqa: RUF001


def _core(name: str) -> str:
    return " ".join(sorted(stem(word) for word in _plain(_DROPPED.sub(" ", name.lower())).split()))


def _table() -> dict[str, str]:
    held: dict[str, str] = {}
    for line in _GROUPS.strip().splitlines():
        first, *rest = line.split("|")
        for spelling in (first, *rest):
            held.setdefault(_plain(spelling), first)
            held.setdefault(_core(spelling), first)
    held.pop("", None)
    return held


_TABLE = _table()
_SPELLED = {line.split("|")[0]: tuple(line.split("|")) for line in _GROUPS.strip().splitlines()}


@lru_cache(maxsize=4096)
def usual(name: str) -> str:
    """Give the usual name of a quantity; what is in no table is compared by its own words."""
    plain = _plain(name)
    bare = _plain(re.sub(r"\([^)]*\)", " ", name))
    for key in (plain, bare, _core(name), _core(bare)):
        if key in _TABLE:
            return _TABLE[key]
    inside = re.search(r"\(([^)]*)\)", name)
    if inside and _plain(inside[1]) in _TABLE:
        return _TABLE[_plain(inside[1])]
    return _core(bare) or plain


def spellings(name: str) -> frozenset[str]:
    """Give the ways a quantity is written, the asked one among them."""
    bare = re.sub(r"\s*\([^)]*\)", "", name).strip()
    words = bare.lower().split()
    turned = {f"{words[-1]}, {' '.join(words[:-1])}"} if len(words) in {2, 3} else set()  # "calprotectin, fecal"
    return frozenset({bare.lower(), *turned, *_SPELLED.get(usual(name), ())}) - {""}


def same(asked: str, stated: str) -> bool:
    """Whether a chart's name is the quantity a policy asks for; "PHQ-9 or MADRS" asks for either."""
    wanted = [part for part in re.split(r"\s+or\s+|\s*/\s*(?=[A-Z])|;\s*", asked) if part.strip()]
    have = usual(stated)
    return any(usual(part) == have for part in (*wanted, asked))


def analyte(name: str) -> str:
    """Give the name by which the unit table knows a quantity."""
    known = usual(name)
    return _ANALYTE.get(known, known)
