"""A requirement that holds two tests, taken apart only where each side is a test by itself."""

import re

from wellfounded.criteria import clauses
from wellfounded.criteria.passage import Passage
from wellfounded.criteria.tests import strong
from wellfounded.model.asks import Age, IntoleranceOrContraindication, Test, Threshold, TrialOf

_EITHER = re.compile(r"^(?:either|both)\s+", re.IGNORECASE)
_ONE_KIND = frozenset({"trial", "intolerance_or_contraindication"})
_WITH = re.compile(r"^\s+(?:with|and|who\s+(?:has|have))\s+", re.IGNORECASE)


def split(passage: Passage) -> tuple[str, list[Passage]] | None:
    """Give "all" or "any" and the parts; None where the words are one test, or where both "and" and "or" cut them."""
    if len(passage.text) < 20 or passage.text.count(". ") > 1:
        return None
    listed = clauses.nouns(passage)
    if listed and all(_sure(part.text) for part in listed[1]):
        return _op(listed[0]), listed[1]
    cuts = [cut for cut in clauses.separators(passage.text) if _cuts(passage, cut)]
    words = {word for _, _, word in cuts if word}
    if not cuts or len(words) != 1:
        return None
    starts = [0, *(end for _, end, _ in cuts)]
    ends = [*(start for start, _, _ in cuts), len(passage.text)]
    parts = [_plain(passage.cut(start, end)) for start, end in zip(starts, ends, strict=True)]
    kept = [part for part in parts if part]
    return (_op(words.pop()), kept) if len(kept) > 1 and not _same_trial(kept) else None


def _op(word: str) -> str:
    return {"and": "all", "or": "any"}[word]


def _plain(part: Passage) -> Passage:
    part = part.strip(" ;,")
    opening = _EITHER.match(part.text)
    return part.cut(opening.end()) if opening else part


def _cuts(passage: Passage, cut: tuple[int, int, str]) -> bool:
    """Whether a separator stands between two tests."""
    start, end, _ = cut
    left, right = passage.text[:start], passage.text[end:]
    if not left.strip() or not right.strip() or re.search(r"\b(?:between|from)\s+\S+(?:\s+\S+){0,3}$", left):
        return False
    before, after = _sure(left), _sure(right)
    if before is None or after is None:
        return False
    if isinstance(after, Threshold):
        return isinstance(before, Threshold | Age) or clauses.starts(right) or not isinstance(before, TrialOf)
    return clauses.starts(right)


def _sure(text: str) -> Test | None:
    return strong(text.strip(" ;,."))


def _same_trial(parts: list[Passage]) -> bool:
    """Whether the parts tell one trial: "tried methotrexate and did not respond", "failed or cannot take it"."""
    tests = [_sure(part.text) for part in parts]
    if not all(test is not None and test.kind in _ONE_KIND for test in tests):
        return False
    named = [
        test.agents or ((test.agent_class,) if isinstance(test, TrialOf) and test.agent_class else ())
        for test in tests
        if isinstance(test, TrialOf | IntoleranceOrContraindication)
    ]
    return (
        len({name for names in named for name in names}) < 2
        or any(not names for names in named)
        or any(isinstance(test, IntoleranceOrContraindication) for test in tests)
    )
