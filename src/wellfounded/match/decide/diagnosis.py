"""A diagnosis that the chart holds, by its code or by its words."""

import re
from datetime import date

from wellfounded.match import gaps
from wellfounded.match.decide._severity import level, levels, staged, without_level
from wellfounded.match.stance import weigh
from wellfounded.match.timing import back, when
from wellfounded.match.topic import affirms, topic
from wellfounded.match.tree import every
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, MODIFIERS, content
from wellfounded.model.asks import Diagnosis
from wellfounded.model.basis import Basis
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Gap, Verdict
from wellfounded.terms import icd10cm

KIND = Diagnosis.kind
_CODE = re.compile(r"(?<![\w.])[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?(?![\w.]\w)")
_LASTED = re.compile(
    r"\bfor (?:at least |more than |a minimum of |over )(\d+) (day|week|month|year)s?\b", re.IGNORECASE
)
_BEFORE_NAME = re.compile(
    r"((?:(?:at least|mild|moderate(?:ly)?|severe(?:ly)?|to|or|-) ?)*(?:mild|moderate(?:ly)?|severe(?:ly)?))\b"
    r"((?:[ -][\w'\u2019-]+){1,4})",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?:since|diagnosed(?: in)?|onset(?: in)?|from)\s+(?:\w+ )?(?:\d{1,2}/)?((?:19|20)\d{2})\b", re.IGNORECASE
)
_NOT_DISEASE = ("Z", "V", "W", "X", "Y")  # circumstances and history, which only their own words ask for


def decide(asks: Diagnosis, requirement: Requirement, view: View) -> Finding:
    """Met by a code under one that is listed, or by the words; a sibling code alone speaks against it."""
    held = [each for each in view.statements if each.assertion.experiencer == "patient"]
    sure = [each for each in held if each.assertion.holds]
    shown = [each for each in sure if _codes(each) and any(under(code, asks.codes) for code in _codes(each))]
    named = _named(asks, view, sure) if not shown else []
    other = [] if shown else _siblings(asks, sure)
    entered = [
        fact for fact in view.case.diagnoses if under(fact.value.code, asks.codes) or _titled(fact.value.code, asks)
    ]
    denied, near = _denied(asks, requirement, view) if not shown else ([], [])
    if shown or (named and not other and not denied):
        return _whole(requirement, view, tuple(shown or named), tuple(other))
    if other and not named and not entered:
        return Finding(
            requirement.id,
            Verdict.NOT_MET,
            despite=tuple(other),
            gap=_gap(asks, requirement, view, other),
            why="The chart codes a related diagnosis that the plan does not list.",
        )
    if denied and not named and not entered:
        return Finding(
            requirement.id,
            Verdict.NOT_MET,
            despite=tuple(denied),
            gap=_gap(asks, requirement, view, denied),
            why="The chart denies it.",
        )
    if entered and not other and not denied and not near:
        return _whole(requirement, view, (), (), tuple(fact.basis for fact in entered))
    despite = (*other, *denied)
    return Finding(
        requirement.id,
        Verdict.UNKNOWN,
        (*named, *near),
        despite,
        gap=_gap(asks, requirement, view, [*named, *near, *despite]),
        why="No statement of the chart settles the diagnosis.",
    )


def under(code: str, listed: tuple[str, ...]) -> bool:
    """Whether a code is one of those listed or lies under one; "E10-E14" is a range and "L40.x" a family."""
    bare = icd10cm.compact(code).replace(".", "")
    for each in listed:
        first, _, last = (
            part.strip().upper().replace(".", "").rstrip("X*-") for part in each.replace("\u2013", "-").partition("-")
        )
        if last and first <= bare[: max(len(first), len(last))] and bare[: len(last)] <= last:
            return True
        if not last and first and bare.startswith(first):
            return True
    return False


def _codes(each: Evidence) -> tuple[str, ...]:
    held = tuple(coding.code for coding in each.coding if coding.system.lower().replace("-", "").startswith("icd10"))
    return held or tuple(code for code in _CODE.findall(each.statement) if icd10cm.exists(code))


def _titles(code: str) -> tuple[str, ...]:
    """The title of a code and of every code above it."""
    found: list[str] = []
    while code and (entry := next(iter(icd10cm.find(code)), None)) is not None:
        found.append(entry.title)
        code = entry.parent
    return tuple(found)


def _titled(code: str, asks: Diagnosis) -> bool:
    if asks.codes or code.startswith(_NOT_DISEASE):
        return False
    texts = _titles(code)
    return any(affirms(one, text) for name in asks.names for one in topic(name).alternatives for text in texts) or any(
        under(code, (entry.code,)) for name in asks.names for entry in _listed(name)
    )


def _listed(name: str) -> list[icd10cm.Entry]:
    """The codes whose listed words hold a name: ICD-10-CM knows more synonyms than any table of ours."""
    found = icd10cm.search(name)
    return [each for each in found if not each.code.startswith(_NOT_DISEASE) and "history" not in each.title.lower()]


def _named(asks: Diagnosis, view: View, sure: list[Evidence]) -> list[Evidence]:
    """Statements that name it; where codes are listed too, one with another code is left to `_siblings`."""
    found: list[Evidence] = []
    for name in asks.names:
        weighed = weigh(topic(without_level(name)), view, EvidenceKind.DIAGNOSIS)
        found += weighed.showing if weighed.present is Verdict.MET else []
    found += [each for each in sure if each.coding and any(_titled(code, asks) for code in _codes(each))]
    return [each for each in dict.fromkeys(found) if not (asks.codes and _codes(each))]


def _siblings(asks: Diagnosis, sure: list[Evidence]) -> list[Evidence]:
    families = {listed.strip().upper()[:3] for listed in asks.codes}
    return [
        each for each in sure
        if each.kind is EvidenceKind.DIAGNOSIS and any(icd10cm.compact(code)[:3] in families for code in _codes(each))
    ]  # fmt: skip


def _denied(asks: Diagnosis, requirement: Requirement, view: View) -> tuple[list[Evidence], list[Evidence]]:
    """Denials, where every one of the names is denied and none shown; and what is neither sure nor denied."""
    weighed = [weigh(topic(name), view, EvidenceKind.DIAGNOSIS) for name in asks.names or (requirement.text,)]
    near = [each for one in weighed for each in one.near]
    if all(one.present is Verdict.NOT_MET for one in weighed):
        return [each for one in weighed for each in one.denying], near
    return [], near


def _whole(
    requirement: Requirement,
    view: View,
    shown: tuple[Evidence, ...],
    despite: tuple[Evidence, ...],
    basis: tuple[Basis, ...] = (),
) -> Finding:
    """Hold a diagnosis that is there to what its requirement says beside it: for how long, and how severe."""
    lasted = _LASTED.search(requirement.text)
    if lasted and not _since(Duration(float(lasted[1]), f"{lasted[2].lower()}s"), shown, view):
        gap = gaps.chart(
            view, f"since when the diagnosis holds; {gaps.words(requirement)} asks for {lasted[1]} {lasted[2]}s"
        )
        why = "The diagnosis is there; since when is not charted."
        return Finding(requirement.id, Verdict.UNKNOWN, shown, despite, basis, gap, why)
    return _severe(requirement, view, shown, despite, basis)


def _since(least: Duration, shown: tuple[Evidence, ...], view: View) -> bool:
    """Whether the chart tells of it long enough ago, in a statement of then or by a "since"."""
    first = back(view.on, least)
    days = [day for each in shown if (day := when(each)) is not None]
    years = [
        int(year)
        for each in view.about(frozenset(word for one in shown for word in content(one.name or one.statement)))
        for year in _YEAR.findall(each.statement)
        if each in shown or _about(each, shown)
    ]
    return any(day.latest() <= first for day in days) or any(date(year, 12, 31) <= first for year in years)


def _about(each: Evidence, shown: tuple[Evidence, ...]) -> bool:
    return any(content(one.name) and content(one.name) <= content(each.statement) for one in shown)


def _severe(
    requirement: Requirement,
    view: View,
    shown: tuple[Evidence, ...],
    despite: tuple[Evidence, ...],
    basis: tuple[Basis, ...] = (),
) -> Finding:
    """Hold a diagnosis to the severity its requirement names in the same breath."""
    asked = _asked_severity(requirement)
    by_code = any(
        levels(text) <= asked and levels(text) for each in shown for code in _codes(each) for text in _titles(code)[:1]
    )
    found = staged(requirement.text, view)
    if found is None and asked and not by_code:
        found = level(asked, requirement.text, view)
    verdict = every([Verdict.MET, found.verdict]) if found else Verdict.MET
    gap = None
    if verdict is not Verdict.MET:
        gap = gaps.chart(view, f"how severe it is, in the words of {gaps.words(requirement)}")
    more = found.supports if found else ()
    against = found.despite if found else ()
    why = "The chart holds the diagnosis" + (
        "." if verdict is Verdict.MET else "; its severity is another or not said."
    )
    return Finding(requirement.id, verdict, (*shown, *more), (*despite, *against), basis, gap, why)


def _asked_severity(requirement: Requirement) -> frozenset[str]:
    """The severity that stands right before a name asked for: "moderate to severe plaque psoriasis"."""
    names = requirement.asks.names if isinstance(requirement.asks, Diagnosis) else ()
    if not names:
        return levels(requirement.text)
    heads = [head for name in names if (head := content(name) - MODIFIERS - GENERIC)]
    for found in _BEFORE_NAME.finditer(requirement.text):
        if any(head <= content(found[2]) for head in heads):
            return levels(found[1])
    return frozenset()


def _gap(asks: Diagnosis, requirement: Requirement, view: View, held: list[Evidence]) -> Gap:
    what = " or ".join((*asks.names, *asks.codes)) or gaps.short(requirement.text)
    has = (
        f"; the chart says “{gaps.short(held[0].statement or held[0].name)}” ({view.place(held[0])})"
        if held
        else "; the chart does not name it"
    )
    return gaps.chart(view, f"whether the diagnosis is {what}{has}")
