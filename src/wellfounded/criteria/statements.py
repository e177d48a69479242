"""A paragraph among criteria that states several: each sentence one, another way in place of it, or a refusal."""

import re
from collections.abc import Callable

from wellfounded.criteria.clauses import starts
from wellfounded.criteria.combine import denied, join
from wellfounded.criteria.passage import Passage, sentences
from wellfounded.criteria.under import Under
from wellfounded.model.criteria import Criterion

_INSTEAD = re.compile(
    r"^(?:in\s+(?:place|lieu)\s+of\s+(?:this|that|these|the\s+above)|instead(?:\s+of\s+this)?|alternatively),\s+"
    r"(?:we\s+(?:also\s+)?accept\s+that\s+)?",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:is|are)\s+not\s+(?:covered|approved|authori[sz]ed|certified)\s+(?:when|if)\s+", re.IGNORECASE
)
_OR_WHEN = re.compile(r",?\s+or\s+(?:when|if)\s+", re.IGNORECASE)
_EITHER = re.compile(r"^either\s+", re.IGNORECASE)


def refuses(text: str) -> bool:
    """Whether a sentence refuses on conditions that can be read: "X is not covered when A, or when B"."""
    return bool(_REFUSED.search(text))


Text = Callable[[Passage, Under], Criterion | None]


def grow(text: Text, passage: Passage, under: Under) -> Criterion | None:
    """Give what every sentence of *passage* asks; *text* reads one sentence. None where it asks nothing."""
    said = sentences(passage)
    if not any(_INSTEAD.match(each.text) or _REFUSED.search(each.text) for each in said) and not _each(said):
        return text(passage, under)
    kept: list[Criterion] = []
    for sentence in said:
        instead = _INSTEAD.match(sentence.text)
        body = sentence.cut(instead.end()) if instead else sentence
        grown = _refused(text, body, under) or text(body.without(_EITHER), under)
        if grown is None:
            continue
        if instead and kept:
            kept[-1] = join("any", [kept[-1], grown], "")
        else:
            kept.append(grown)
    return join("all", kept, under.label) if kept else None


def _each(said: list[Passage]) -> bool:
    """Whether every sentence opens as a requirement does."""
    return len(said) > 1 and all(starts(each.without(_EITHER).text) for each in said)


def _refused(text: Text, passage: Passage, under: Under) -> Criterion | None:
    """Read "X is not covered when A, or when B": neither may be there."""
    match = _REFUSED.search(passage.text)
    if match is None:
        return None
    body = passage.cut(match.end()).strip(" .")
    cuts = list(_OR_WHEN.finditer(body.text))
    starts_at = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(body.text)]
    parts = [text(body.cut(a, b), under) for a, b in zip(starts_at, ends, strict=True)]
    kept = [denied(part) for part in parts if part is not None]
    return join("all", kept, under.label) if kept else None
