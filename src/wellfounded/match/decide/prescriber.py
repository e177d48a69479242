"""Who prescribes, or was consulted: a specialty, by case facts or by a consultation in the chart."""

import re
from dataclasses import replace

from wellfounded.match import gaps, restrictions
from wellfounded.match.decide._words import attested, present
from wellfounded.match.entail import entailing
from wellfounded.match.frames import visit
from wellfounded.match.specialties import KNOWN, among, specialties
from wellfounded.match.view import View
from wellfounded.model.asks import Other, Prescriber
from wellfounded.model.basis import Basis
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Verdict

KIND = Prescriber.kind
_CONSULT = re.compile(
    r"\b(?:consult\w*|in consultation with|seen by|evaluated by|followed by|co-?managed? (?:by|with)"
    r"|discussed with|under the care of"
    r"|recommended by|per (?=[a-z]+ology))\b",
    re.IGNORECASE,
)
_REFERRED = re.compile(
    r"\b(?:refer(?:ral|red)?|will (?:consult|see|refer)|to see|awaiting|pending|schedul\w+|no |not |declin\w+)\b",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(r"\bin[- ]person\b|\bface[- ]to[- ]face\b|\bexamined\b", re.IGNORECASE)
_SEEN = re.compile(
    r"\b(?:seen|examined|evaluated)\b.{0,20}\bin[- ]person\b|\bin[- ]person\b|\bface[- ]to[- ]face\b|\boffice visit\b",
    re.IGNORECASE,
)
# "The cardiologist states how the result would change care" asks for the statement, not for the specialty alone.
_SAYS = re.compile(
    r"\b(?:states?|explains?|documents?|describes?|attests?|certif(?:y|ies)|records?|justif(?:y|ies))"
    r"\s+(?:in\s+writing\s+)?(?:that|how|why|whether|what|the|a)\b",
    re.IGNORECASE,
)
# What a specialist must have done is shown by a note of it, not by who orders.
_ACT = re.compile(
    r"\b(?:counsel(?:ing|l?ed|ling)|evaluat(?:ed|ion)|assess(?:ed|ment)|interview\w*|interpret\w*|examin(?:ed|ation)"
    r"|instruct\w*|train(?:ed|ing)|session|tested|testing|clearance|cleared|read by)\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"\b(?:prescri\w+|order(?:ed|s|ing)?|request(?:ed|ing)?|recommend\w*|consult\w*|under the care"
    r"|manag\w+|treat(?:ed|ing)|refer\w*)\b",
    re.IGNORECASE,
)


def decide(asks: Prescriber, requirement: Requirement, view: View) -> Finding:
    """Met by the practitioner's own specialty, or where a consultation counts, by one that took place."""
    if _SAYS.search(requirement.text):
        first = restrictions.opens(requirement.text, None, view)
        return present(requirement.text, requirement, view, first=first, past=True)
    if _ACT.search(requirement.text) and not _ORDERS.search(requirement.text):
        return _act(requirement, view)
    wanted = specialties(asks.specialty or (requirement.text,))
    who = view.case.practitioner
    facts = [fact for fact in (who.specialty, who.board_certification) if fact is not None]
    own = any(among(fact.value, wanted) for fact in facts)
    name = " or ".join(asks.specialty) or gaps.short(requirement.text)
    if own:
        return _seen(requirement, view, tuple(fact.basis for fact in facts if among(fact.value, wanted)))
    consulted = (
        _consults(view, wanted) if asks.consult or re.search(r"\bconsult", requirement.text, re.IGNORECASE) else []
    )
    if consulted:
        return Finding(requirement.id, Verdict.MET, tuple(consulted), why="The chart shows the consultation.")
    word = attested(requirement.text, requirement, view)
    if word is not None:
        return Finding(requirement.id, Verdict.MET, basis=(word,), why=f"{word.by} states it.")
    if (
        asks.consult
        or not facts
        or not wanted <= KNOWN
        or not wanted
        or re.search(r"\bconsult", requirement.text, re.IGNORECASE)
    ):
        gap = gaps.find(
            f"a consultation note of {name}, or ask {view.clinician} to chart the consultation with name and date"
        )
        return Finding(
            requirement.id,
            Verdict.UNKNOWN,
            gap=gap,
            why="Neither the practitioner's specialty nor a consultation shows it.",
        )
    gap = gaps.ask(
        view,
        f"whether a practitioner of {name} will order it; {who.specialty.value if who.specialty else 'this one'} "
        "is another specialty",
    )
    return Finding(
        requirement.id,
        Verdict.NOT_MET,
        basis=tuple(fact.basis for fact in facts),
        gap=gap,
        why="The practitioner is of another specialty.",
    )


def _act(requirement: Requirement, view: View) -> Finding:
    """Hold what a specialist must have done to the notes of it; that none is in the chart says nothing."""
    found = visit.decide(replace(requirement, asks=Other()), view)
    if found is not None:
        return found
    word = attested(requirement.text, requirement, view)
    told = entailing(requirement.text, view, restrictions.opens(requirement.text, None, view))
    if word is not None or told:
        return Finding(requirement.id, Verdict.MET, told, basis=(word,) if word else (), why="It is said to be done.")
    gap = gaps.find(f"the note of it, or ask {view.clinician} who did it and when: {gaps.words(requirement)}")
    return Finding(requirement.id, Verdict.UNKNOWN, gap=gap, why="No note tells of it.")


def _consults(view: View, wanted: frozenset[str]) -> list[Evidence]:
    return [each for each in view.statements if each.assertion.experiencer == "patient" and _consulted(each, wanted)][
        :3
    ]


def _consulted(each: Evidence, wanted: frozenset[str]) -> bool:
    """Whether a specialist wrote it, or it tells of a consultation that took place."""
    if each.author and among(each.author, wanted):
        return True
    told = _CONSULT.search(each.statement) and among(each.statement, wanted)
    return bool(told) and not _REFERRED.search(each.statement)


def _seen(requirement: Requirement, view: View, basis: tuple[Basis, ...]) -> Finding:
    """Where the words also ask that the practitioner saw the patient in person, the chart must say so."""
    if not _IN_PERSON.search(requirement.text):
        return Finding(requirement.id, Verdict.MET, basis=basis, why="The practitioner is of that specialty.")
    name = view.case.practitioner.name
    surname = name.value.split(",")[0].split()[-1] if name else ""
    seen = tuple(
        each for each in view.statements if _SEEN.search(each.statement) and surname and surname in each.statement
    )
    first = restrictions.opens(requirement.text, None, view)
    if seen and first is None:
        return Finding(requirement.id, Verdict.MET, seen[:2], basis=basis, why="The chart shows the visit in person.")
    gap = gaps.chart(view, "the visit in person with its day; the chart does not say that it was in person")
    return Finding(
        requirement.id,
        Verdict.UNKNOWN,
        seen,
        basis=basis,
        gap=gap,
        why="The specialty fits; a visit in person is not shown.",
    )
