"""Tests called by what they look at: "thyroid function and iron studies done", shown by a TSH and a ferritin."""

import re
from datetime import date

from wellfounded.match import names
from wellfounded.match.clauses import clauses
from wellfounded.match.frames._span import bare, opens
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, content, plain, stem
from wellfounded.model.asks import Documentation, Other, ProcedureDone, Threshold
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

# A panel, and any one of the results by which charts show that it was drawn.
_PANELS = (
    (r"thyroid (?:function|stud\w+|test\w*|panel|level\w*)", "TSH|free T4|thyroid stimulating hormone"),
    (r"iron (?:stud\w+|panel|level\w*)", "ferritin|transferrin saturation|TSAT|TIBC|serum iron"),
    (r"(?:liver|hepatic) (?:function|enzymes?|panel|test\w*)(?: tests?)?|lfts?", "ALT|AST|LFTs?|alkaline phosphatase"),
    (r"(?:renal|kidney) (?:function|panel|test\w*)(?: tests?)?", "creatinine|Cr|eGFR|BUN"),
    (r"(?:complete )?blood count|cbc(?: with differential)?", "CBC|WBC|hemoglobin|Hgb|platelets?|Plt"),
    (r"lipid (?:panel|profile|levels?)|cholesterol panel", "LDL(?:-C)?|total cholesterol|triglycerides?|HDL"),
    (r"inflammatory markers?", "ESR|CRP|hs-CRP|C-reactive protein"),
    (r"coagulation (?:stud\w+|panel|tests?)", "INR|PT/INR|aPTT|PTT"),
    (r"metabolic panel|electrolytes", "CMP|BMP|sodium|potassium|Na|K"),
    (r"glyc(?:emic|ated hemoglobin)(?: control)?|glucose (?:control|level)", "A1c|HbA1c|hemoglobin A1c"),
)
_DONE = re.compile(
    r"\b(?:done|performed|obtained|completed|checked|drawn|measured|assessed|on file|available|tests?|testing|tested"
    r"|stud(?:y|ies)|panels?|results?|evaluat\w+|baseline|labs?)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"[<>\u2264\u2265]|\b(?:at least|above|below|greater|less|higher|lower|over|under|normal|abnormal|elevated|not|no"
    r"|exclud\w+|ruled|negative|positive|times|stable|adequate|impaired)\b",
    re.IGNORECASE,
)
_WORDS = (
    "done performed obtained completed checked drawn measured assessed file available baseline lab laboratory blood"
)
_PLAIN = frozenset(stem(word) for word in _WORDS.split())


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met where each panel that the words name has a result recent enough, and the words ask no more than that."""
    asks, text = requirement.asks, plain(bare(requirement.text))
    if isinstance(asks, Threshold) and asks.comparator:
        return None
    if not isinstance(asks, Documentation | Other | ProcedureDone | Threshold) or not _DONE.search(text):
        return None
    if _BOUND.search(text):
        return None
    first, rest = opens(requirement, view), text
    told: list[Evidence] = []
    for asked, shown in _PANELS:
        if not re.search(rf"\b(?:{asked})\b", rest):
            continue
        rest = re.sub(rf"\b(?:{asked})\b", " ", rest)
        result = _result(shown, first, view)
        if result is None:
            return None
        told.append(result)
    if not told or content(rest) - _PLAIN - GENERIC:
        return None
    return Finding(requirement.id, Verdict.MET, tuple(told), why="The chart holds the results.")


def _result(shown: str, first: date | None, view: View) -> Evidence | None:
    """Give the newest statement with a value of one of the results, of a day no older than *first*."""
    said = re.compile(
        rf"(?<![\w-])(?:{shown})(?![\w-])\s*(?:was|of|is|:|=|level|\()*\s*(?:\d|normal|nl\b|ok\b)", re.IGNORECASE
    )
    spelled = [name.replace("?", "") for name in shown.split("|")]
    best: Evidence | None = None
    for each in view.statements:
        day = each.on or each.written
        if day is None or not each.assertion.holds or day.earliest() > view.today:
            continue
        if first is not None and day.earliest() < first:
            continue
        lab = each.kind is EvidenceKind.LAB and each.value and any(names.same(name, each.name) for name in spelled)
        spoken = each.kind is EvidenceKind.STATEMENT and said.search(each.statement)
        if not (lab or spoken) or not any(one.meant() for one in clauses(each.statement or each.name)):
            continue
        if best is None or str(day) > str(best.on or best.written):
            best = each
    return best
