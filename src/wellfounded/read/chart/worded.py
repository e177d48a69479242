"""Results of tests told in words: "QuantiFERON negative", "TSH within normal limits", "hepatitis B non-reactive"."""

from collections.abc import Iterator

from wellfounded.model.coding import PartialDate
from wellfounded.model.document import Document
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind
from wellfounded.read.chart.outline import Outline, Unit
from wellfounded.wire.caseless import caseless, small

_TEST = (
    r"quantiferon(?:[- ]?(?:tb )?gold)?(?: plus)?|quant(?:i)? gold|tb gold|t-?spot(?:\.tb)?|igra|ppd"
    r"|tuberculin skin test|tst"
    r"|hep(?:atitis)? ?[abc](?:\s*(?:/|and|&|,)\s*(?:hep(?:atitis)? ?)?[bc])?"
    r"(?: (?:serolog(?:y|ies)|panel|screen|surface antigen"
    r"|core(?: antibody)?))?|hb(?:v|sag|cab|sab)(?: (?:core|dna|surface antigen))?|hcv(?: ab| antibody| rna)?"
    r"|hiv(?: screen| ab"
    r"| test)?|rpr|vdrl|ana(?: screen)?|anca|rheumatoid factor|rf|anti-?ccp|ccp(?: antibody)?|anti-?dsdna"
    r"|hla-?b27|ama|asma|ssa|ssb"
    r"|ttg(?: iga)?|celiac (?:panel|serology)|achr(?: antibod(?:y|ies))?|musk(?: antibod(?:y|ies))?"
    r"|jcv(?: antibody)?|lupus anticoagulant"
    r"|factor v leiden|antiphospholipid(?: antibod(?:y|ies))?|u?hcg|pregnancy test|urine pregnancy(?: test)?"
    r"|urinalysis|ua|urine culture"
    r"|blood cultures?|(?:wound|throat|sputum|stool|sinus) culture|c\.? ?diff(?:icile)?(?: toxin)?|uds"
    r"|urine drug screen|drug screen"
    r"|(?:urine |serum )?(?:nicotine|cotinine)|troponin|brca(?:1|2|1/2)?|egfr mutation|kras|braf(?: v600e)?|alk"
    r"|ros1|pd-?l1|her2"
    r"|estrogen receptor|er|pr|pik3ca|msi|g6pd(?: level)?|tpmt(?: activity)?|cbc|cmp|bmp|lfts?|liver (?:panel"
    r"|enzymes|function tests)"
    r"|lipid(?:s| panel)|tsh|thyroid (?:function|panel|studies)|tfts|b12|vitamin d|ferritin|iron studies|esr"
    r"|crp|inr|a1c|electrolytes"
    r"|renal function|creatinine|cortisol|prolactin|complements?|immunoglobulins|igg|ige|antibod(?:y|ies)"
    r"|anti-?drug antibod(?:y|ies)"
    r"|h\.? ?pylori|covid(?:-19)?|influenza|strep(?: test)?|skin prick test|patch test|dermatographism"
)
_RESULT = (
    r"within normal limits|wnl|normal(?! range)|unremarkable|negative|neg\b|non-?reactive|not detected"
    r"|undetect(?:able|ed)|positive|pos\b"
    r"|reactive|detected|abnormal|elevated|low|high|borderline|indeterminate|equivocal|immune|clean|clear"
    r"|intermediate|wild[- ]type"
)
_WORDED = caseless(
    rf"(?<![\w-])(?P<name>{_TEST})(?![\w-])\s*(?:\((?:[^()\n]{{0,24}})\)\s*)?"
    r"(?:(?:is|was|were|are|came back|returned|remains?|today|testing|test|screen|result|results|repeat|again"
    r"|all|now|both|both were)\s+"
    rf"|[:=\u2013-]\s*|,\s*){{0,3}}(?P<result>{_RESULT})(?![\w-])(?!\s+(?:range|for|limits? of))",
)
_SUSPENDED = caseless(
    r"\b(?:if|unless|until|pending|require[sd]?|must be|should be|needs?|repeat|order(?:ed)?|goal|when)\b[^.;]*$"
)
_SAME = {"neg": "negative", "pos": "positive", "wnl": "within normal limits", "clean": "negative", "clear": "negative"}


def worded(document: Document, outline: Outline, unit: Unit, day: PartialDate | None) -> Iterator[Evidence]:
    """Give the results one unit tells in words; *day* is the day its values are of. The word stands in `finding`.

    A result that is only asked for or awaited is none.
    """
    if unit.section in {"family", "plan"}:
        return
    text = document.text
    for match in _WORDED.finditer(small(text), unit.start, unit.end):
        if _SUSPENDED.search(small(text), max(unit.start, match.start() - 60), match.start()):
            continue
        result = match["result"].strip()
        yield Evidence(
            EvidenceKind.LAB,
            " ".join(text[match.start("name") : match.end("name")].split()),
            document.quote(match.start(), match.end()),
            statement=" ".join(text[unit.start : unit.end].split())[:300],
            on=day,
            finding=_SAME.get(result, result),
            assertion=Assertion(),
            written=outline.date(unit),
        )
