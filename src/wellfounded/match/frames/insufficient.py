"""A lesser thing that does not do: "the limitation cannot be sufficiently resolved by a cane or walker"."""

import re
from collections.abc import Iterator

from wellfounded.match import gaps
from wellfounded.match.clauses import clauses
from wellfounded.match.timing import newest
from wellfounded.match.view import View
from wellfounded.match.words import content, plain
from wellfounded.model.asks import Documentation, Function, Other
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

_ASKED = re.compile(
    r"\b(?:cannot|can not|can't|could not|is not|are not|not) (?:be )?(?:\w+ly )?(?:resolved|met|managed|corrected"
    r"|controlled|treated|compensated|accommodated|addressed|achieved|provided)\b[^.]*?\b(?:by|with|using|through) "
    r"(?:use of |the use of |an? |the )?(?:\w+ly )?(?:fitted |configured |appropriate )?(?P<aid>[^.;]{3,80}?)"
    r"(?: alone)?\W*$",
    re.IGNORECASE,
)
_SHORT = (
    r"(?:(?:is|are|was|were) )*(?:insufficient|inadequate|not (?:enough|sufficient|adequate|safe"
    r"|effective|functional|helpful)|ineffective|unsafe|no longer (?:enough|sufficient|safe)"
    r"|does not (?:suffice|help)|ruled out)\b"
)
_ENOUGH = re.compile(r"\b(?:sufficient|adequate|safe|independent|well|enough|good)\b", re.IGNORECASE)
_RECENT = 400  # days before the request in which it still tells of how the patient is


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met where every aid named with "and", or each of an "or" list, is said to be too little in one breath.

    A negated need is met by all of a list failing: "a cane or walker" asks that neither will do.
    """
    if not isinstance(requirement.asks, Documentation | Function | Other):
        return None
    found = _ASKED.search(plain(requirement.text).strip())
    if found is None:
        return None
    aids = [words for part in re.split(r",|\bor\b|\band\b|/", found["aid"]) if (words := content(part))]
    told: list[Evidence] = []
    for aid in aids:
        shown = next(_too_little(aid, view), None)
        if shown is None or _does(aid, shown, view):
            return None
        told.append(shown)
    if not told:
        return None
    why = f"“{gaps.short(told[0].statement)}” says that it does not do."
    return Finding(requirement.id, Verdict.MET, tuple(dict.fromkeys(told)), why=why)


def _too_little(aid: frozenset[str], view: View) -> Iterator[Evidence]:
    """Give the sentences, the newest first, in which the words of the aid stand right before that it is too little."""
    for each in sorted(view.about(aid), key=newest, reverse=True):
        if each.kind is not EvidenceKind.STATEMENT or not each.assertion.holds or each.written is None:
            continue
        if not 0 <= (view.today - each.written.earliest()).days <= _RECENT:
            continue
        said = plain(each.statement)
        before = re.search(rf"(?P<aid>[^.;:,]{{3,60}}?)\s*[:,]?\s{_SHORT}", said)
        if before and aid <= content(before["aid"]) and not any(one.maybe or one.family for one in clauses(said)):
            yield each


def _does(aid: frozenset[str], shown: Evidence, view: View) -> bool:
    """Whether a sentence as late says that it does do."""
    return any(
        newest(each) >= newest(shown) and each is not shown and aid <= content(each.statement)
        and _ENOUGH.search(each.statement) and not re.search(_SHORT, plain(each.statement))
        for each in view.about(aid)
        if each.kind is EvidenceKind.STATEMENT
    )  # fmt: skip
