"""Something that must not be there: shown absent only by a statement that says so; silence is asked about."""

import re

from wellfounded.match import gaps
from wellfounded.match.decide._words import attested
from wellfounded.match.stance import Weighed, weigh
from wellfounded.match.topic import affirms, in_family, topic
from wellfounded.match.view import View
from wellfounded.match.words import content
from wellfounded.model.asks import Absent
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Verdict

KIND = Absent.kind
_FAMILY = re.compile(r"\b(?:personal )?(?:and|or|and/or|/)? ?family history(?: of)?\b", re.IGNORECASE)


_KIN = re.compile(r"\bfamil(?:y|ial)\b|\brelatives\b", re.IGNORECASE)


def decide(asks: Absent, requirement: Requirement, view: View) -> Finding:
    """Met where every part of what is asked is denied, not met where any is present, unknown in silence."""
    what = asks.what or requirement.text
    if what.lower().startswith(("or ", "and ")):  # the slot has lost the word its list began with
        what = requirement.text
    weighed = weigh(topic(_bare(_FAMILY.sub(" ", what)), each=True), view)
    if _FAMILY.search(what):
        _add_family(what, view, weighed)
    shown, gone = tuple(weighed.showing), tuple(weighed.denying)
    if weighed.present is Verdict.MET:
        gap = gaps.ask(
            view,
            f"whether {gaps.short(what)} still holds; the chart says “{gaps.short(_text(shown[0]))}” "
            f"({view.place(shown[0])})",
        )
        return Finding(requirement.id, Verdict.NOT_MET, gone, shown, gap=gap, why="The chart shows it.")
    if weighed.present is Verdict.NOT_MET and not weighed.near:
        return Finding(requirement.id, Verdict.MET, gone, shown, why="The chart denies it.")
    sex = view.case.patient.sex
    if (
        sex is not None
        and sex.value == "male"
        and content(what) <= content("pregnancy or breastfeeding, pregnant, lactating")
        and content(what)
    ):
        return Finding(requirement.id, Verdict.MET, gone, shown, (sex.basis,), why="The patient is male.")
    word = attested(f"no {_bare(what)}", requirement, view)
    if word is not None and not shown and not weighed.near:
        return Finding(requirement.id, Verdict.MET, gone, basis=(word,), why=f"{word.by} states it.")
    near = (*shown, *weighed.near)
    seen = (
        f"; the chart says “{gaps.short(_text(near[0]))}” ({view.place(near[0])})" if near else "; the chart is silent"
    )
    gap = gaps.chart(view, f"in words whether there is {gaps.short(what)}{seen}")
    return Finding(
        requirement.id, Verdict.UNKNOWN, gone, near, gap=gap, why="No statement of the chart denies all of it."
    )


def _add_family(what: str, view: View, weighed: Weighed) -> None:
    """Let relatives count where the plan asks about them; a denial must then be of the family too."""
    alternatives = topic(_bare(_FAMILY.sub(" ", what)), each=True).alternatives
    for each in view.about(frozenset(word for one in alternatives for word in one.affirm)):
        kin = each.assertion.experiencer == "family" and each.assertion.polarity == "affirmed"
        for alternative in alternatives:
            told = affirms(alternative, f"{each.name} {each.finding}") or affirms(alternative, each.statement)
            if in_family(alternative, each.statement) or (kin and told):
                weighed.showing.append(each)
                weighed.present = Verdict.MET
    if weighed.present is Verdict.NOT_MET and not any(_KIN.search(each.statement) for each in weighed.denying):
        weighed.present = Verdict.UNKNOWN


def _text(each: Evidence) -> str:
    return each.statement or each.name


def _bare(what: str) -> str:
    """Leave out a "no" that the requirement's own words carry: "no active infection" must be absent as an infection."""
    words = what.strip()
    for opening in ("no ", "not ", "without ", "absence of ", "does not have ", "free of ", "none of "):
        if words.lower().startswith(opening):
            return words[len(opening) :]
    return words
