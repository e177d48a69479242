"""What bars a patient from a service: conditions under a title such as "Exclusions", which must not be there."""

import re
from collections.abc import Iterator

from wellfounded.criteria import clauses
from wellfounded.criteria.aside import is_note, refuses
from wellfounded.criteria.combine import denied, join
from wellfounded.criteria.connectors import Lead, trailing
from wellfounded.criteria.outline import Node
from wellfounded.criteria.passage import Passage, sentences
from wellfounded.criteria.tests import strong
from wellfounded.criteria.tree import Grower
from wellfounded.criteria.under import Under
from wellfounded.model.criteria import Criterion

# "Not covered" and "Unproven" list other uses; "Exclusions" and "Contraindications" may list the patient's conditions.
_TITLE = re.compile(
    r"\W*(?:patient\s+|clinical\s+)?(?:exclusion(?:s|ary)?(?:\s+criteria)?"
    r"|contra-?indications?)\b(?!.*\b(?:services|benefit|contract))",
    re.IGNORECASE,
)
_USE = re.compile(
    r"\b(?:uses?|indications?|purposes?|services?|requests?|considered|covered|necessary|experimental"
    r"|investigational|cosmetic)\b",
    re.IGNORECASE,
)

_IF = re.compile(r",?\s+(?:or\s+)?(?:if|when)\s+(?!(?:any|one|either|all|the\s+(?:above|criteria))\b)", re.IGNORECASE)
_OF_PATIENT = re.compile(
    r"(?:the\s+|an?\s+)?(?:member|patient|individual|beneficiary|client|enrollee|participant|child|you)\s+"
    r"(?:has|have|had|is|are|was|were|does|do|did"
    r"|weighs?|smokes?|uses?|takes?)\b",
    re.IGNORECASE,
)
_SHORT = 8  # words

# "Not covered if any of these is present": what bars the patient, where "not covered for" lists other uses.
_BARS = re.compile(r"\b(?:if|when|where)\b.*\b(?:any|one\s+or\s+more|either|following|these)\b", re.IGNORECASE)


_ENDS = re.compile(
    r"^(?:coverage|treatment|therapy|(?:an? )?(?:approval|authori[sz]ation))\s+(?:will\s+|may\s+|must\s+)?"
    r"(?:be\s+|is\s+)?"
    r"(?:ends?|stops?|ceases?|terminates?|discontinued|stopped|withdrawn|revoked)\b.*\b(?:if|when|where)\b",
    re.IGNORECASE,
)


def ends(text: str) -> bool:
    """Whether *text* leads in what ends coverage: asked of going on with a treatment, and of no first request."""
    return bool(_ENDS.match(text))


def barred(node: Node, grower: Grower, under: Under) -> Criterion | None:
    """Give what bars the patient by a sentence: "not covered if any of these is present", with its list; else None."""
    if not refuses(node.text):
        return None
    if not node.under and (cases := _cases(node.block.passage)):
        said = [grower.text(part, under) for part in cases]
        return join("all", [denied(part) for part in said if part is not None], "")
    if not _BARS.search(node.text):
        return None
    if node.under:
        return grower.group(node.under, Lead("none", 1, 0, 0, said=True), under)
    listed = clauses.told(node.block.passage)
    grown = [grower.text(part, under) for part in listed[1]] if listed else []
    kept = [denied(part) for part in grown if part is not None]
    return join("all", kept, "") if kept else None


def _cases(passage: Passage) -> list[Passage]:
    """Give what stands behind each "if" of a refusal of the patient: "deny if the limb is unstable, or if ..."."""
    cuts = list(_IF.finditer(passage.text))
    if not cuts or "unless" in passage.text.lower():
        return []
    ends = [*(cut.start() for cut in cuts[1:]), len(passage.text)]
    parts = [passage.cut(cut.end(), end).strip(" ,;.") for cut, end in zip(cuts, ends, strict=True)]
    told = all(len(cuts) > 1 or (_OF_PATIENT.match(part.text) and strong(part.text)) for part in parts)
    return parts if told else []


def bars(title: str, held: list[Node], grower: Grower) -> Criterion | None:
    """Give what must not be there by a section of exclusions; None where it lists something else than conditions."""
    told_of = [found for node in held if (found := barred(node, grower, Under(op="any"))) is not None]
    if told_of:
        return join("all", told_of, "")
    said = list(_ends(held)) if _TITLE.match(title) else []
    told = [part for part in said if strong(part.text) is not None and not _USE.search(part.text)]
    if not said or 2 * len(told) <= len(said):
        return None
    # Whatever else stands at the end of the section (a footer, a notice) is longer and asks nothing.
    grown = [grower.text(part, Under()) for part in said if part in told or len(part.text.split()) <= _SHORT]
    return join("all", [denied(part) for part in grown if part is not None], "")


def _ends(held: list[Node]) -> Iterator[Passage]:
    for node in held:
        if node.kind == "connector" or is_note(node.text):
            continue
        if node.under:
            yield from _ends(node.under)
        else:
            yield from (trailing(sentence)[0] for sentence in sentences(node.block.passage))
