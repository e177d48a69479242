"""What a number may be of: rating scales, laboratory values, measurements of the body, by their usual names."""

import re

SCALES = re.compile(
    r"\b(?:PHQ-?9|GAD-?7|HAM-?D(?:-?17)?|HDRS|MADRS|QIDS|BDI(?:-II)?|Y-?BOCS|PASI|EASI|IGA|PGA|SCORAD|DLQI|POEM|NRS"
    r"|VAS|AHI|RDI|ODI|ESS|Epworth|EDSS|MMSE|MoCA|CDR|KPS|Karnofsky|Lansky|ECOG|ASIA|NYHA|Child-?Pugh|FIB-?4"
    r"|METAVIR|MELD|CDAI|DAS-?28"
    r"|SLEDAI|BASDAI"
    r"|BASFI|HAQ(?:-DI)?|ACR\d*|HiSCR|UAS-?7|UCT|AUDIT|CIWA|COWS|AIMS|UPDRS|ALSFRS(?:-R)?|MIDAS|HIT-?6|IPSS|AUA"
    r"|WOMAC|KOOS|HOOS|Oswestry|NDI|DASH|CHA2DS2-VASc|HAS-BLED|STS|ASA|GCS|APACHE|Braden|Wagner|Gleason|PI-RADS"
    r"|BI-RADS|TNSS|SNOT-?22|ACT|ACQ|"
    r"mRS|FVC-?score|T-score|Z-score|Mayo|Hurley|Fitzpatrick|CGI(?:-S)?|PANSS|Vineland|FSS|MFIS|WPAI|KOAGE)\b"
)
LABS = re.compile(
    r"\b(?:(?i:glycated h(?:a)?emoglobin|h(?:a)?emoglobin(?: A1c)?|h(?:a)?ematocrit|platelets?(?: count)?"
    r"|(?:absolute )?neutrophil(?: count)?s?|white (?:blood )?cell count|(?:blood |sputum )?eosinophils?(?: counts?)?"
    r"|ferritin|transferrin saturation|iron|(?:protein|albumin)[- ]to[- ]creatinine ratio|cholesterol|triglycerides?"
    r"|glomerular filtration rate|creatinine(?: clearance)?|bilirubin|albumin|(?:25-hydroxy)?vitamin D|calcium"
    r"|phosph(?:orus|ate)|potassium|sodium|testosterone|estradiol|prolactin|cortisol|growth hormone|glucose"
    r"|insulin level|C-peptide|C-reactive protein|sed(?:imentation)? rate|uric acid|troponin|viral load|lactate"
    r"|ammonia|factor (?:VIII|IX)|alpha-?1 antitrypsin|proteinuria|albuminuria|urine protein|folate|magnesium"
    r"|lipase|amylase|reticulocytes?|haptoglobin|thyroxine)"
    r"|Hgb|Hb|HbA1c|A1[cC]|ANC|WBC|IgE|IgG|TSAT|LDL(?:-C)?|HDL(?:-C)?|eGFR|GFR|CrCl|BUN|ALT|AST|INR|PSA|TSH|free T4"
    r"|PTH|FSH|LH|IGF-?1|ACTH|CRP|ESR|BNP|NT-proBNP|HIV RNA|HCV RNA|HBV DNA|CD4(?: count)?|PO2|PaO2|PCO2|PaCO2|pH"
    r"|AAT|uPCR|UPCR|UACR|B12|LDH)\b"
)
MEASURES = re.compile(
    r"\b(?:BMI|body mass index|BSA|body surface area|(?<!transferrin )(?:oxygen )?saturation|SpO2|SaO2|LVEF"
    r"|(?:left ventricular )?ejection fraction|FEV1(?:/FVC)?|FVC|forced (?:vital|expiratory)[a-z ]*|blood pressure"
    r"|systolic|diastolic|weight|height|heart rate|QTc|range of motion|flexion|extension|"
    r"visual acuity|gradient|diameter|thickness|hearing|tissue|circumference|girth|angle|length|curve|Cobb|DLCO"
    r"|peak flow|6-?minute walk|gait speed|pressure|pain days|headache days|body weight|size|distance"
    r"|ankle-brachial index|ABI|percentile)\b",
    re.IGNORECASE,
)
