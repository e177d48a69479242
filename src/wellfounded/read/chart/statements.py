"""Imaging, procedures, function, safety and plans: sentences kept in the chart's words, with what they are about."""

import re
from collections.abc import Iterator

from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.read.assertion import assertion
from wellfounded.read.chart import dates
from wellfounded.read.chart.outline import Outline, Unit
from wellfounded.wire.caseless import caseless, small

IMAGING = caseless(
    r"\b(?P<m>(?:MRI|MRA|CT|CTA|HRCT|PET(?:[/-]CT)?|X-?rays?|radiographs?|plain films?|ultrasound|US duplex|duplex"
    r"|doppler|echocardiogram|echo|TTE|TEE|DEXA|DXA|bone scan|mammogra(?:m|phy)|angiogra(?:m|phy)|myelogram"
    r"|venogram|arthrogram|fluoroscopy|CXR|scintigraphy|DaTscan|MUGA|nuclear stress(?: test)?|cardiac MRI|MRCP"
    r"|elastography|FibroScan)\b)",
)
_PROCEDURE = caseless(
    r"\b(?P<m>polysomnogra(?:m|phy)|PSG|home sleep (?:apnea )?(?:test|study)|HSAT|HST|MSLT|CPAP titration"
    r"|titration study|sleep study|colonoscopy|endoscopy|EGD|bronchoscopy|cystoscopy|biops(?:y|ies)|pathology"
    r"|EMG(?:/NCS)?|NCS|nerve conduction stud(?:y|ies)|EEG|EKG|ECG|stress test|spirometry|PFTs?"
    r"|pulmonary function tests?|overnight oximetry|cardiac cath(?:eterization)?|catheterization"
    r"|right heart cath\w*|lumbar puncture|urodynamics?|audiogram|"
    r"neuropsych(?:ological)? (?:testing|evaluation)|patch testing|skin prick test\w*|genetic test(?:ing)?"
    r"|arthroscopy|laminectomy|discectomy|fusion|arthroplasty|total (?:knee|hip) replacement|cholecystectomy"
    r"|appendectomy|hysterectomy|mastectomy|lumpectomy|thyroidectomy|tonsillectomy|septoplasty|sinus surgery|FESS"
    r"|CABG|PCI|stent(?:ing)?|ablation|cardioversion|pacemaker|ICD placement|amputation|debridement|skin graft"
    r"|splenectomy|nephrectomy|prostatectomy|colectomy|resection|bone marrow biopsy|transplant(?:ation)?"
    r"|tracheostomy|G-tube placement|mental health evaluation|functional capacity evaluation|FCE"
    r"|wheelchair evaluation|face-to-face (?:exam\w*|evaluation|encounter)|home assessment|Holter(?: monitor)?"
    r"|event monitor|6-?minute walk(?: test)?|swallow study|capsule endoscopy|manometry|pH study|TB test"
    r"|QuantiFERON\w*|PPD)\b",
)
_FUNCTION = caseless(
    r"\b(?:(?:unable|not able|cannot|can't|can not|could not|can no longer|no longer able|inability|difficult\w*"
    r"|trouble|limited|struggles?|needs? (?:help|assistance|assist)|requires? (?:\w+ ){0,3}(?:assist\w*|help"
    r"|supervision|aid)|dependent|max(?:imal)? assist|mod(?:erate)? assist|min(?:imal)? assist|contact guard|CGA"
    r"|stand-?by assist|SBA|total assist)\b[^.;]{0,80}?\b(?:walk\w*|ambulat\w*|stand\w*|sit\w*|stairs?|climb\w*"
    r"|dress\w*|bath\w*|shower\w*|toilet\w*|groom\w*|transfer\w*|feed\w*|eat\w*|cook\w*|clean\w*|drive|driving"
    r"|lift\w*|carry\w*|reach\w*|grip\w*|grasp\w*|work\w*|job|sleep\w*|concentrat\w*|school|housework|chores|ADLs?"
    r"|IADLs?|self-care|mobility|bed|propel\w*|leave|household|type|typing|writ\w*|focus\w*|function\w*|shop\w*"
    r"|care for|meals?|errands|laundry|bills|button\w*|overhead)"
    r"|missed? (?:\d+|\w+) (?:days?|shifts?|weeks?|classes)[^.;]{0,30}|(?:out of|off) work|medical leave|on leave"
    r"|(?:short|long)[- ]term disability|on disability|lost (?:his|her|their) job|fired|stopped (?:working|driving)"
    r"|homebound|bedbound|wheelchair[- ]bound|non-?ambulatory|(?:ambulates|walks|walking"
    r"|ambulation)[^.;]{0,40}\b(?:feet|ft|meters|blocks?|steps|with (?:a )?(?:walker|cane|rollator|crutches)"
    r"|minutes)|wakes? (?:\w+ ){0,4}(?:times|nightly)|(?:calls?|called) (?:out|in) sick|presenteeism|absent from"
    r"|homeschool\w*|504 plan|IEP\b|falls? (?:in|over) (?:the )?(?:last|past)|interfer\w+ with|impair\w+ (?:her|his"
    r"|their|daily|work|social|function)|(?:her|his) (?:sister|mother|husband|wife|daughter|son|partner|spouse"
    r"|aide)\b[^.;]{0,30}\b(?:cooks?|bathes|dresses|helps?|pays|drives|does)|modified independent|independent with)",
)
_SAFETY = caseless(
    r"\b(?:suicid\w*|SI\b(?!\s*joint)|HI\b|SI/HI|self-?harm\w*|self-?injur\w*|homicid\w*|safety plan\w*|firearms?"
    r"|guns?|C-SSRS|wish(?:es|ing)? to be dead|passive (?:thoughts|death)\w*|better off (?:dead|without)|overdos\w*"
    r"|domestic violence|abuse|elopement|aspiration|choking|falls\b(?! asleep)|fell\b(?! asleep)|fall risk"
    r"|syncop\w*|near-?falls?|hypoglyc\w+ (?:episodes?|unaware\w*|events?)|severe hypoglyc\w*|seizures?|anaphyla\w*"
    r"|pressure (?:injury|ulcer|sore)s?|wander\w*|status epilepticus|ER visits?|ED visits?|hospitali[sz]\w+"
    r"|admitted|intubat\w+|ICU|exacerbations?|drowsy driving|fell asleep (?:at the wheel|driving)|motor vehicle"
    r"|near miss)\b",
)
_PACKS = re.compile(r"(?:\d|\bhalf|\bpack|\ba)\W*$", re.IGNORECASE)
# Who can fall: a person; a density or a count that fell is none.
_FALLER = re.compile(
    r"(?:^\W*|\b(?:she|he|they|i|who|patient|pt|client|member|child|and|then|also|almost|nearly|has|had)\s+"
    r"|\b(?:mr|ms|mrs)\.? \w+\s+)$",
    re.IGNORECASE,
)
_PLAN_WORD = re.compile(r"\w{3,}")
_SHOWN = re.compile(
    (
        r"(?:\b(?:shows?|showed|showing|demonstrat\w+|reveal\w*|with|consistent with|found|confirms?|confirmed|reported"
        r"|read as|notable for|significant for|positive for|finding\w*)\b|[:=\u2013-])\s*"
    ),
    re.IGNORECASE,
)


def statements(document: Document, outline: Outline, unit: Unit) -> Iterator[Evidence]:
    """Give the statements of one unit."""
    text, low = document.text, small(document.text)
    for kind, pattern, once in (
        (EvidenceKind.IMAGING, IMAGING, False),
        (EvidenceKind.PROCEDURE, _PROCEDURE, False),
        (EvidenceKind.FUNCTION, _FUNCTION, True),
        (EvidenceKind.SAFETY, _SAFETY, True),
    ):
        seen: set[str] = set()
        for match in pattern.finditer(low, unit.start, unit.end):
            name = " ".join(text[match.start() : match.end()].split())
            if name.lower() in seen or (kind is EvidenceKind.SAFETY and unit.section == "family"):
                continue
            if name in {"Hi", "hi", "Si", "si"} or not _meant(text, unit, match):  # a greeting, not the abbreviation
                continue
            seen.add(name.lower())
            yield _evidence(document, outline, unit, kind, name, match)
            if once:
                break
    if unit.section == "plan" and _PLAN_WORD.search(text, unit.start, unit.end):
        yield Evidence(
            EvidenceKind.PLAN,
            "plan",
            document.quote(unit.start, unit.end),
            statement=" ".join(text[unit.start : unit.end].split()),
            assertion=assertion(text, unit.start, unit.start, (unit.start, unit.end), "plan"),
            written=outline.date(unit),
        )


def _meant(text: str, unit: Unit, match: re.Match[str]) -> bool:
    """Whether a word is meant as its kind: one who fell and no count that did, a skin test and no packs a day."""
    if re.search(r"\bsit still\b", text[match.start() : match.end() + 6], re.IGNORECASE):
        return False  # restless, and no limit of what one can do
    word = match["m"].lower() if "m" in match.re.groupindex else match.group().lower()
    before = text[unit.start : match.start()]
    if word == "ppd":
        return not _PACKS.search(before)
    return word != "fell" or _FALLER.search(before) is not None


def _evidence(
    document: Document, outline: Outline, unit: Unit, kind: EvidenceKind, name: str, match: re.Match[str]
) -> Evidence:
    text, note = document.text, outline.date(unit)
    found = _SHOWN.search(text, match.end(), min(unit.end, match.end() + 90))
    finding = (
        " ".join(text[found.end() : unit.end].split())[:240]
        if found and kind in {EvidenceKind.IMAGING, EvidenceKind.PROCEDURE}
        else ""
    )
    around = dates.dates(text, max(unit.start, match.start() - 30), min(unit.end, match.end() + 45), note)
    meant = assertion(
        text,
        match.start(),
        match.end(),
        (unit.start, unit.end),
        unit.section if unit.section in {"family", "plan", "ros"} else "",
    )
    own = (
        " ".join(text[match.start() : match.end()].split())
        if kind in {EvidenceKind.IMAGING, EvidenceKind.PROCEDURE}
        else kind.value
    )
    return Evidence(
        kind,
        own if kind in {EvidenceKind.IMAGING, EvidenceKind.PROCEDURE} else name,
        document.quote(unit.start, unit.end),
        statement=" ".join(text[unit.start : unit.end].split()),
        on=around[0].date if around else (note if kind in {EvidenceKind.FUNCTION, EvidenceKind.SAFETY} else None),
        finding=finding.rstrip("."),
        assertion=meant,
        written=note,
    )
