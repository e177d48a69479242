"""Requirements held to words: shown where a statement entails them, refused where one denies them, asked otherwise."""

import re
from dataclasses import replace
from datetime import date

from wellfounded.match import gaps
from wellfounded.match.passages import dates_in, once
from wellfounded.match.retrieve import candidates
from wellfounded.match.stance import Weighed, weigh
from wellfounded.match.timing import since
from wellfounded.match.topic import Topic, affirms, topic
from wellfounded.match.view import View
from wellfounded.match.words import content, numbers
from wellfounded.model.basis import Attestation
from wellfounded.model.coding import PartialDate
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Gap, Verdict

_UNDONE = re.compile(
    r"\bnot? (?:yet )?(?:been )?(?:done|performed|obtained|completed|available|drawn|ordered|had)\b|\bnever\b"
    r"|\bdeclin\w+"
    r"|\brefus\w+|\bno (?:\w+ ){0,4}(?:tests?|testing|screen\w*|study|studies|evaluation|assessment|imaging"
    r"|report|results?"
    r"|done|performed|obtained|visit|program\w*|counseling|records?)\b|\b(?:has|have|had) (?:not|no)\b",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b(?:screen|test|evaluat|assess|stud(?:y|ies)|imaging|biops|exam|visit|counsel|program|perform|complet)",
    re.IGNORECASE,
)
ENOUGH = 0.8  # of a requirement's words that a named person's statement for this case must hold


def attested(phrase: str, requirement: Requirement, view: View) -> Attestation | None:
    """Give the attestation that says what is asked: by its words, or by the plan's own number before it."""
    asked = content(phrase)
    for each in view.attestations:
        if requirement.label and each.says.strip().lower().startswith(f"{requirement.label.lower()}:"):
            return each
        if any(affirms(alternative, each.says) for alternative in topic(phrase).alternatives if alternative.affirm):
            return each
        alike = asked and len(asked & content(each.says)) >= ENOUGH * len(asked)
        single = len(topic(phrase).alternatives) == 1 and numbers(phrase) <= numbers(each.says)
        if alike and single and not _negative(each.says, phrase):
            return each
    return None


def _negative(says: str, phrase: str) -> bool:
    from wellfounded.match.clauses import clauses  # noqa: PLC0415 - beside its one use

    return any(item for clause in clauses(says) for item in clause.denied) != any(
        item for clause in clauses(phrase) for item in clause.denied
    )


def fresh(
    held: list[Evidence], first: date | None, view: View, *, by_note: bool = False
) -> tuple[list[Evidence], list[Evidence]]:
    """Part statements into those recent enough and the others; *by_note* takes the day of the note as the day meant."""
    dated = {id(each): replace(each, on=_day(each, by_note=by_note)) for each in held}
    new = [each for each in held if since(dated[id(each)], first, view.today) is Verdict.MET]
    return new, [each for each in held if each not in new]


def present(
    phrase: str, requirement: Requirement, view: View, *kinds: EvidenceKind,
    first: date | None = None, past: bool = False, by_note: bool = False, done: bool = False,
    gap: Gap | None = None,
) -> Finding:  # fmt: skip
    """Decide that a thing is shown by the chart, of a day no older than *first*, or said by a named person."""
    thing = topic(phrase)
    weighed = weigh(_past(thing) if past else thing, view, *kinds, done=done)
    word = attested(phrase, requirement, view)
    if word is not None and not weighed.denying:
        return Finding(
            requirement.id, Verdict.MET, tuple(weighed.showing), (), (word,), why=f"{word.by} says so for this case."
        )
    new, old = fresh(weighed.showing, first, view, by_note=by_note)
    if weighed.present is Verdict.MET and new:
        return Finding(requirement.id, Verdict.MET, tuple(new), tuple(weighed.denying), why="The chart says so.")
    asked = gap or _asked(phrase, requirement, view, weighed)
    if (
        done and weighed.present is Verdict.NOT_MET and _DOING.search(phrase)
    ):  # "no hepatitis known" does not say that no test was done
        weighed.denying = [each for each in weighed.denying if _UNDONE.search(each.statement)]
        weighed.present = Verdict.NOT_MET if weighed.denying else Verdict.UNKNOWN
    if weighed.present is Verdict.NOT_MET:
        said = weighed.denying[0]
        asked = gaps.ask(
            view,
            f"whether “{gaps.short(said.statement or said.name)}” ({view.place(said)}) still holds; "
            f"it speaks against {gaps.words(requirement)}",
        )
        return Finding(
            requirement.id, Verdict.NOT_MET, (), tuple(weighed.denying), gap=asked, why="The chart says the contrary."
        )
    if old and first is not None:
        has = f"the latest in the chart is of {old[0].on or old[0].written or 'no stated day'} ({view.place(old[0])})"
        asked = gaps.order(view, gaps.short(phrase), first, has)
    return Finding(
        requirement.id, Verdict.UNKNOWN, (*new, *old, *weighed.near), tuple(weighed.denying), gap=asked,
        why="No statement of the chart settles it.",
    )  # fmt: skip


def _day(each: Evidence, *, by_note: bool) -> PartialDate | None:
    """The day a statement is of: its own, else the earliest it names, else (*by_note*) that of its note."""
    named = min(dates_in(each.statement), default=None) if each.kind is EvidenceKind.STATEMENT else None
    return each.on or named or (each.written if by_note else None)


def _past(thing: Topic) -> Topic:
    return replace(thing, ever=True)


def _asked(phrase: str, requirement: Requirement, view: View, weighed: Weighed) -> Gap:
    """Ask with the nearest passages named, so that a person need not search."""
    near = once((*weighed.near, *candidates(phrase or requirement.text, view)))[:2]
    seen = "; ".join(f"“{gaps.short(each.statement or each.name)}” ({view.place(each)})" for each in near)
    return gaps.chart(
        view,
        f"whether {gaps.words(requirement)} holds"
        + (f"; nearest in the chart: {seen}" if seen else "; the chart is silent"),
    )
