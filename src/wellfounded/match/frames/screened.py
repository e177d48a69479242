"""A screening test asked by its kind ("TB test"), shown by the newest result of any test of that kind."""

import re

from wellfounded.match import gaps, restrictions
from wellfounded.match.timing import newest, since
from wellfounded.match.view import View
from wellfounded.match.words import content, plain
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

_BLOOD = r"interferon|igra\b|quantiferon|t-?spot|blood"
_SKIN = r"skin test|tuberculin|ppd\b|mantoux|\btst\b"
# What a requirement calls a kind of test, and the usual names of the tests of that kind.
_KINDS = (
    ("a tuberculosis test", rf"\btb\b|tubercul\w+|{_BLOOD}|{_SKIN}", r"tubercul"),
    ("a hepatitis B surface antigen", r"hepatitis b\b(?: virus)?|\bhbv\b|\bhbsag\b|surface antigen", r"hepatitis b"),
    ("a hepatitis C antibody", r"hepatitis c\b(?: virus)?|\bhcv\b", r"hepatitis c"),
    ("an HIV test", r"\bhiv\b(?: infection)?", r"^hiv"),
    ("a pregnancy test", r"\bpregnan\w+|\bhcg\b", r"pregnancy"),
)
_TEST = re.compile(r"\b(?:tests?|tested|testing|screen\w*|evaluat\w+|assay|serolog\w+|antigen|antibody)\b")
_CLEAN = re.compile(r"\b(?:negative|non-?reactive|clean|rules? out)\b")
# What may be said beside the test without asking for more.
_BESIDE = re.compile(
    r"\b(?:negative|non-?reactive|results?|tests?|tested|testing|screen\w*|assays?|release|gamma|serum|urine|whole"
    r"|latent|active|infections?|done|performed|obtained|completed?|evaluat\w+|serolog\w+|antigen|antibody|surface"
    r"|prior|before|previous|initiat\w+|start\w*|begin\w*|therapy|treatment|biologic|drug|within|last|past|most|recent"
    r"|preceding|months?|years?|days?|weeks?|of age|evidence|such as|e\.g\.?|either|virus|standard|disease"
    r"|\d+|twelve|six|three|one)\b"
)
_NEGATIVE = {"negative", "non-reactive", "not detected"}
_POSITIVE = {"positive", "reactive", "detected"}


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by the newest result of each kind asked for, where it is recent and says what is wanted; else what it lacks.

    None where more is asked than the test, or the chart holds no report of such a test.
    """
    text = plain(requirement.text)
    asked = [kind for kind in _KINDS if re.search(kind[1], text)]
    rest = _BESIDE.sub(" ", re.sub("|".join(f"(?:{kind[1]})" for kind in asked), " ", text)) if asked else text
    if not asked or not _TEST.search(text) or content(rest):
        return None
    first = restrictions.opens(requirement.text, getattr(requirement.asks, "within", None), view)
    found: list[Evidence] = []
    for what, _, names in asked:
        held = [each for each in _reports(view, names) if _counts(text, each)]
        if not held:
            return None
        last = max(held, key=newest)
        recent = since(last, first, view.today)
        if last.on is None and first is not None:
            why = "The report does not say when the test was taken."
            gap = gaps.find(f"the day on which the {last.name} was taken ({view.place(last)})")
            return Finding(requirement.id, Verdict.UNKNOWN, (last,), gap=gap, why=why)
        if recent is not Verdict.MET or last.finding not in _NEGATIVE | _POSITIVE:
            gap = gaps.order(view, what, first, gaps.latest(view, (last,)))
            why = "The newest is too old." if recent is not Verdict.MET else "The newest result decides nothing."
            return Finding(requirement.id, Verdict.UNKNOWN, (last,), gap=gap, why=why)
        if _CLEAN.search(text) and last.finding in _POSITIVE:
            gap = gaps.ask(view, f"what followed the {last.name}, {gaps.amount(last)} ({view.place(last)})")
            why = "The newest result is positive."
            return Finding(requirement.id, Verdict.NOT_MET, (), (last,), gap=gap, why=why)
        found.append(last)
    day = "; ".join(f"{each.name}, {gaps.amount(each)}" for each in found)
    return Finding(requirement.id, Verdict.MET, tuple(found), why=f"The report says so: {day}.")


def _reports(view: View, names: str) -> list[Evidence]:
    return [
        each
        for each in view.of(EvidenceKind.LAB)
        if each.finding in _NEGATIVE | _POSITIVE | {"indeterminate", "equivocal", "borderline", "invalid"}
        and re.search(names, each.name.lower())
        and each.assertion.experiencer == "patient"
    ]


def _counts(text: str, each: Evidence) -> bool:
    """Whether a test of tuberculosis is of the kind asked, where only the blood or only the skin test will do."""
    if not each.name.startswith("tubercul"):
        return True
    blood, skin = re.search(_BLOOD, text), re.search(_SKIN, text)
    return bool(blood and skin) or not (blood or skin) or bool(skin if "skin" in each.name else blood)
