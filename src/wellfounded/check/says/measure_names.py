"""The names that letters and charts give to scores, laboratory values and measurements; the first one compares."""

# One measure a line, names parted by semicolons; a short name in capitals is read only in capitals.
NAMES = """
PHQ-9; PHQ9; Patient Health Questionnaire; Patient Health Questionnaire-9
PHQ-2; PHQ2
GAD-7; GAD7; Generalized Anxiety Disorder-7
MADRS; Montgomery-Asberg; Montgomery-Asberg Depression Rating Scale
HAM-D; HAMD; HDRS; HAM-D17; HAMD-17; Hamilton Depression Rating Scale; Hamilton Rating Scale
QIDS; QIDS-SR; QIDS-SR16; QIDS-SR-16
BDI; BDI-II; BDI-2; Beck Depression Inventory
PCL-5; PCL5
Y-BOCS; YBOCS; Yale-Brown
CAPS-5
NIHSS; NIH Stroke Scale
FIM; Functional Independence Measure
ALSFRS-R; ALSFRS
HOOS
Tyrer-Cuzick; lifetime risk
widespread pain index; WPI
PLS-5; CELF-5
CGI; CGI-S
PANSS
C-SSRS
PASI; Psoriasis Area and Severity Index
BSA; body surface area
DLQI; Dermatology Life Quality Index
EASI; Eczema Area and Severity Index
IGA; vIGA; vIGA-AD; PGA; sPGA
SCORAD
POEM
itch; PP-NRS; itch NRS
DAS28; DAS-28; DAS28-CRP; DAS28-ESR
CDAI; Clinical Disease Activity Index; Crohn's Disease Activity Index
SDAI
HAQ; HAQ-DI
RAPID3
BASDAI
ASDAS
BASFI
Mayo; Mayo score; Mayo endoscopic subscore; full Mayo score; partial Mayo score; total Mayo score
HBI; Harvey-Bradshaw; Harvey-Bradshaw Index
SES-CD
AHI; apnea-hypopnea index; apnea hypopnea index
RDI; respiratory disturbance index
ODI index; oxygen desaturation index
Epworth; Epworth Sleepiness Scale; ESS; Epworth score
ISI; Insomnia Severity Index
BMI; body mass index
A1c; HbA1c; Hb A1c; hemoglobin A1c; glycated hemoglobin
glucose; fasting glucose; blood glucose
ejection fraction; LVEF; EF; left ventricular ejection fraction
FEV1; FEV-1; forced expiratory volume
FVC; forced vital capacity; vital capacity
DLCO
SpO2; SaO2; O2 saturation; O2 sat; O2 sats; oxygen saturation; oxygen saturations; pulse oximetry; pulse ox; saturation
PaO2; PO2; arterial PO2; partial pressure of oxygen
PaCO2; PCO2
ACT; Asthma Control Test; ACT score
ACQ; ACQ-5; ACQ-6; ACQ-7
FeNO
mMRC
CAT score; CAT; COPD Assessment Test
six-minute walk; 6MWD; 6MWT; six-minute walk distance; six minute walk test; 6-minute walk
NYHA; NYHA class
NT-proBNP; BNP; NTproBNP
LDL; LDL-C; LDL cholesterol
HDL; HDL-C
triglycerides; triglyceride
eGFR; GFR
creatinine; serum creatinine
hemoglobin; Hgb
hematocrit
ferritin
WBC; white blood cell count; white count
ANC; absolute neutrophil count
platelets; platelet count
CRP; hs-CRP; C-reactive protein
ESR; sed rate; sedimentation rate
calprotectin; fecal calprotectin
ALT
AST
TSH
IgE; total IgE
IgG; total IgG
eosinophils; eosinophil count; blood eosinophils; blood eosinophil count; absolute eosinophil count
vitamin D level; 25-OH vitamin D
PSA
albumin
UACR; albumin-to-creatinine ratio
proteinuria
viral load
CD4; CD4 count
PD-L1; PD-L1 expression
MIDAS
HIT-6; HIT6
EDSS
MoCA; MOCA
MMSE; Mini-Mental
UPDRS; MDS-UPDRS
ODI; Oswestry; Oswestry Disability Index
NDI; Neck Disability Index
WOMAC
KOOS
LEFS
DASH; QuickDASH
Berg; Berg Balance Scale
TUG; Timed Up and Go
ECOG; performance status
KPS; Karnofsky
T-score; T score
IPSS
AIMS
ADOS-2
Vineland
Vanderbilt
time in range; TIR
time below range
blood pressure; BP
heart rate; HR; pulse; pulse rate
respiratory rate
weight; weighs; weighed; wt
height
headache days; monthly headache days; headache days per month; headache days a month
migraine days; monthly migraine days
pain; pain score; pain scale; pain rating; pain level; NRS; NPRS; VAS; numeric rating scale; numerical rating scale
pain; visual analog scale; visual analogue scale
ankle-brachial index; ABI
BCVA; visual acuity
intraocular pressure; IOP
central subfield thickness; CST; central macular thickness; central retinal thickness
flexion
abduction
RVSP
QTc
Gleason; Gleason score
"""


def table() -> list[tuple[str, str]]:
    """Give each name with the name that compares, in lower case: `("Hb A1c", "a1c")`."""
    rows = [[name.strip() for name in row.split(";")] for row in NAMES.strip().splitlines()]
    return [(name, row[0].lower()) for row in rows for name in row]
