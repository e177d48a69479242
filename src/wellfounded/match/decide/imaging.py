"""A study that was done, of the asked kind and place, and what it showed."""

import re
from collections.abc import Iterator
from dataclasses import replace

from wellfounded.match import gaps, restrictions
from wellfounded.match.decide._severity import levels, without_level
from wellfounded.match.timing import newest, since
from wellfounded.match.topic import affirms, denies, topic
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, content
from wellfounded.model.asks import Imaging
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

KIND = Imaging.kind
_AFTER = 4  # sentences from the one that names a study on, in which it is still the study that is told of
_HEADED = re.compile(r"\W*(?:A/P|A:|P:|Plan|Assessment|Meds?|Labs?|PMH|HPI|Exam)\b", re.IGNORECASE)
# "Radiculopathy that matches the imaging" asks for the radiculopathy, and is not shown by a study alone.
_THERE = re.compile(
    r"\s*\b(?:at|of) (?:that|the same|the affected|the planned) (?:levels?|segments?|sites?|sides?)\b", re.IGNORECASE
)
_MATCHES = re.compile(
    r"\b(?:match(?:es|ing)?|correspond(?:s|ing)?|correlat\w+|concordant|consistent|agree(?:s|ing)?) (?:to |with |by )?"
    r"(?:the )?(?:\w+ )?(?:imaging|MRI|CT|x-?ray|stud(?:y|ies)|radiograph\w*|scan|findings)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(r"(?:positive|negative|normal|abnormal)", re.IGNORECASE)
_ANY = content("imaging study studies scan scans radiology advanced radiologic report results appropriate diagnostic")


def decide(asks: Imaging, requirement: Requirement, view: View) -> Finding:
    """Met where a recent enough study affirms the finding; not met where every such study denies it."""
    first = restrictions.opens(requirement.text, asks.within, view)
    studies = [each for each in view.about(content(f"{asks.modality} {asks.finding}")) if _is_study(each, asks)]
    studies += [each for each in _reported(asks, view) if each not in studies]
    done = [each for each in studies if since(each, first, view.today) is Verdict.MET]
    shows = [each for each in done if _finds(asks.finding, each)]
    denied = [each for each in done if asks.finding and _refutes(asks.finding, each)]
    shows.sort(key=newest, reverse=True)
    denied.sort(key=newest, reverse=True)
    what = " ".join(filter(None, (asks.modality or "imaging", f"that shows {asks.finding}" if asks.finding else "")))
    matched = _MATCHES.search(requirement.text) if not asks.finding else None
    beyond = content(requirement.text[: matched.start()]) - content(asks.modality) - GENERIC if matched else None
    if beyond and not any(beyond & content(each.statement) for each in shows):
        gap = gaps.chart(view, f"what the study shows of {gaps.words(requirement)}")
        why = "A study is there; what it must bear out is not said of it."
        return Finding(requirement.id, Verdict.UNKNOWN, tuple(shows), tuple(denied), gap=gap, why=why)
    if shows and (not denied or newest(shows[0]) > newest(denied[0])):
        return Finding(requirement.id, Verdict.MET, tuple(shows), tuple(denied), why="A study shows it.")
    seen = done or studies
    has = (
        f"the latest is of {seen[0].on or seen[0].written or 'no stated day'} ({view.place(max(seen, key=newest))})"
        if seen
        else "no such study is in the chart"
    )
    gap = gaps.order(view, f"the report of {what}", first, has)
    if denied and (not shows or newest(denied[0]) > newest(shows[0])):
        return Finding(requirement.id, Verdict.NOT_MET, (), tuple(denied), gap=gap, why="The study says the contrary.")
    return Finding(
        requirement.id,
        Verdict.UNKNOWN,
        tuple(shows or studies),
        tuple(denied),
        gap=gap,
        why="No recent study in the chart settles it.",
    )


def _reported(asks: Imaging, view: View) -> Iterator[Evidence]:
    """Give what a report says whose title names the study, and the sentences right after one that names it."""
    kinds = [kind for part in asks.modality.replace("/", " or ").split(" or ") if (kind := content(part) - _ANY)]
    words = content(asks.finding)
    for visit in view.visits if kinds and words else ():
        whole = any(kind <= content(visit.opening) for kind in kinds) and not visit.seen
        left = 0
        for each in visit.parts:
            if any(kind <= content(each.statement) for kind in kinds) and each.assertion.time != "planned":
                left = _AFTER
            elif left and (_HEADED.match(each.statement) or each.assertion.time == "planned"):
                left = 0
            if (whole or left) and each.assertion.experiencer == "patient" and words & content(each.statement):
                yield replace(each, on=each.on or each.written)
            left = max(left - 1, 0)


def _is_study(each: Evidence, asks: Imaging) -> bool:
    if each.assertion.experiencer != "patient" or each.assertion.time in {"planned", "hypothetical"}:
        return False
    words = content(f"{each.name} {each.finding} {each.statement}")
    kinds = [content(part) - _ANY for part in asks.modality.replace("/", " or ").split(" or ")]
    named = any(kind <= words for kind in kinds if kind) or (each.kind is EvidenceKind.IMAGING and not any(kinds))
    if each.kind is EvidenceKind.IMAGING:
        return named and each.assertion.holds
    return (
        named
        and each.kind is EvidenceKind.STATEMENT
        and bool(content(asks.finding))
        and bool(content(asks.finding) & words)
    )


def _finds(finding: str, each: Evidence) -> bool:
    if not finding:
        return each.kind is EvidenceKind.IMAGING
    if plain := _RESULT.fullmatch(finding.strip()):
        return bool(
            re.search(rf"(?<!non-)(?<!non)(?<!not )\b{plain[0]}", f"{each.finding} {each.statement}", re.IGNORECASE)
        )
    finding = _THERE.sub("", finding)
    asked = levels(finding)
    bare = without_level(finding) if asked else finding
    for text in (each.finding, each.statement):
        fits = not asked or (bool(levels(text)) and levels(text) <= asked)
        if text and fits and any(affirms(one, text) for one in topic(bare).alternatives):
            return True
    return False


def _refutes(finding: str, each: Evidence) -> bool:
    asked = topic(finding).alternatives
    return bool(asked) and all(denies(one, f"{each.finding}. {each.statement}") for one in asked)
