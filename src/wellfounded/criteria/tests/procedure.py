"""Procedure, test or evaluation done: "has had a sleep study", "screening for tuberculosis within 12 months"."""

import re

from wellfounded.criteria.numbers import within
from wellfounded.criteria.tests._numbered import LABS, MEASURES, SCALES
from wellfounded.criteria.tests._threshold import bound
from wellfounded.criteria.tests._words import Words
from wellfounded.criteria.words import disease
from wellfounded.model.asks import ProcedureDone

ORDER = 46

NAMED = re.compile(
    r"\b(?:polysomnogra\w+|sleep\s+stud(?:y|ies)|home\s+sleep\s+(?:apnea\s+)?test\w*|(?:muscle\s+|skin\s+|liver\s+"
    r"|bone\s+marrow\s+|temporal\s+artery\s+|endometrial\s+|lymph\s+node\s+)?biops\w+|colonoscop\w+|endoscop\w+"
    r"|bronchoscop\w+|arthroscop\w+|laparoscop\w+|cystoscop\w+|spirometr\w+|pulmonary\s+function\s+tests?"
    r"|electromyogra\w+|EMG|nerve\s+conduction(?:\s+stud\w+)?|EEG|electroencephalogra\w+|ECG|EKG"
    r"|electrocardiogra\w+|stress\s+test|(?:genetic|genotype|molecular|biomarker|mutation|allergy|skin|serolog\w+"
    r"|laboratory|pregnancy|TB|tuberculin|audiometric|vestibular|neuropsychological|psychological"
    r"|urodynamic)\s+(?:test(?:ing|s)?|analysis|evaluation|assessment|stud(?:y|ies))"
    r"|blood\s+gas(?:\s+stud(?:y|ies))?|lumbar\s+puncture|catheteri[sz]ation|nerve\s+blocks?"
    r"|medial\s+branch\s+blocks?|diagnostic\s+(?:injection|block|facet)s?|lipid\s+panel|liver\s+function\s+tests?"
    r"|complete\s+blood\s+count|CBC|metabolic\s+panel|urinalysis|cultures?|QuantiFERON\w*|transplant\w*"
    r"|surgery(?!\s+syndrome)"
    r"|(?:mechanical|invasive|noninvasive|assisted|positive[- ]pressure)\s+(?:ventilat\w+|breathing)"
    r"|positive\s+pressure\s+breathing|ventilator\b"
    r"|tracheostom\w+|gastrostom\w+|(?:parenteral|enteral|tube)\s+(?:nutrition|feedings?)|(?:blood\s+"
    r"|platelet\s+)?transfusions?"
    r"|(?:hemo|peritoneal\s+)?dialysis|(?:postural|surgical|lymphatic)\s+drainage|(?:chest\s+)?percussion"
    r"|suctioning|nebulizer\s+treatments?"
    r"|(?:application|placement|insertion|implantation|removal|replacement|administration|infusion)\s+of\s+"
    r"(?:an?\s+|the\s+)?[\w-]+"
    r"|(?:defibrillator|pacemaker|stent|shunt|implant|catheter|device|prosthesis)\s+(?:removed|placed|implanted"
    r"|inserted|replaced|explanted)"
    r"|(?:has|have|had|was|were|been)\s+(?:been\s+)?(?:irradiated|operated\s+on|transplanted|ablated|resected"
    r"|biopsied|catheteri[sz]ed|grafted)"
    r"|debridement|embolization|excision|irradiation|radiotherapy|amniocentesis|phlebotomy|plasmapheresis"
    r"|sleep\s+latency\s+test"
    r"|[a-z]{3,}(?:ectomy|plasty|otomy|ostomy|desis)"
    r"|arthroplasty|dilation|impaction|fusion|bypass|ablation|resection"
    r"|(?:face-to-face|in-person|preoperative|psychological|psychosocial|psychiatric|multidisciplinary|nutritional"
    r"|dietary|clinical|physical|functional|home|gait|speech|swallow|cognitive|comprehensive|baseline|cardiac"
    r"|pulmonary|neurologic|ophthalmic|eye|dental|hearing|behavioral|mental\s+health)\s+(?:evaluation|assessment"
    r"|examination|exam|consultation|visit|screening|clearance|encounter))\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:test(?:s|ed|ing)?|screen(?:s|ed|ing)?|evaluat(?:ion|ed)|visit(?:s|ed)?|assess(?:ment|ed)"
    r"|examin(?:ation|ed)|education"
    r"|training|consultation|monitoring|vaccinat\w+|immuni[sz]\w+|study|measured?|drawn|performed|(?:was|were"
    r"|been)\s+done|genotyp\w+|sequenc\w+|completed"
    r"|undergone|underwent|obtained|re-?evaluat\w+|repeated|counsel\w+|instruct\w+|train(?:ed|ing)|taught)\b",
    re.IGNORECASE,
)

_PLAIN_WORDS = (
    "a an the has have had been is was of or and with by for to in on at no prior previous undergone performed "
    "completed received one two least "
    "documented negative positive patient member individual must need needs requires any recent new first failed"
)
_PLAIN = frozenset(_PLAIN_WORDS.split())
_SURGERY = re.compile(r"bypass|surgery|transplant|fusion|ablation|ectomy|plasty", re.IGNORECASE)
_HAD = re.compile(
    r"\b(?:had|undergone|underwent|prior|previous|history|performed|completed|after|failed)\b", re.IGNORECASE
)
# A procedure named only to say when, or for what.
_ASIDE = re.compile(
    r"\b(?:(?:of|until|for|from|to)\s+(?:the\s+|a\s+)?|(?:before|after|prior\s+to|following|since)\s+(?:the\s+"
    r"|a\s+)?(?:\w+\s+){0,2})$",
    re.IGNORECASE,
)

_SENT = re.compile(r"\b(?:submitted|provided|enclosed|attached|recorded|documented)\b", re.IGNORECASE)
_HOW = re.compile(r"\b(?:on|by|with|during)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)


def _whole(text: str, match: re.Match[str]) -> str:
    """Give a procedure's name with the words that say which: "bariatric surgery", "coronary artery bypass"."""
    before = re.search(r"((?:[A-Za-z-]+\s+){1,3})$", text[: match.start()])
    kept: list[str] = []
    for word in reversed(before[1].split() if before else []):
        if word.lower() in _PLAIN:
            break
        kept.insert(0, word)
    return " ".join([*kept, match[0]])


def read(words: Words) -> ProcedureDone | None:
    """Give what was done and how recent it must be."""
    match = next((each for each in NAMED.finditer(words.text) if not _ASIDE.search(words.text[: each.start()])), None)
    if match and _SURGERY.search(match[0]) and disease(words.text[: match.start()]) and not _HAD.search(words.text):
        match = None  # "bowel disease or gastric bypass prevents absorption" tells of a condition
    if (
        match
        and not re.match(r"(?:an?\s+)?(?:written|signed|copy)\b", words.low)
        and not re.search(r"\b(?:candidate|scheduled|awaiting|planned|listed|wait-?list\w*|waiting)\b", words.low)
    ):
        return ProcedureDone(_whole(words.text, match), within(words.text))
    measured = next((each for each in (SCALES, MEASURES, LABS) if each.search(words.text)), None)
    if measured and _SENT.search(words.text):
        return None
    if measured and within(words.text) and not bound(words.text):
        return ProcedureDone(words.text.strip(" .;,?"), within(words.text))
    told = _DONE.search(words.text)
    if told and disease(words.text[: told.start()]) and _HOW.search(words.text[: told.start()]):
        return None  # "ventricular tachycardia on monitoring" asks for the condition
    if told and not re.match(r"(?:clinical\s+)?(?:documentation|documented|medical record|chart)", words.low):
        plain = re.sub(
            (
                r"^(?:(?:the|has|have|is|was)\s+)?(?:(?:member|patient|individual|beneficiary)\s+)?(?:has|have|had"
                r"|must\s+have)?\s*(?:been\s+)?(?:a|an|the)?\s*"
            ),
            "",
            words.text,
            flags=re.IGNORECASE,
        )
        plain = re.sub(
            (
                r"\s*,?\s*(?:within|in|during)\s+(?:the\s+)?(?:past|last|previous"
                r"|prior)?\s*\w+(?:\s*\(\d+\))?\s+(?:days|weeks|months|years)\b.*$"
            ),
            "",
            plain,
            flags=re.IGNORECASE,
        )
        return ProcedureDone(plain.strip(" .;,?"), within(words.text))
    return None
