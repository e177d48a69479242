"""A requirement that holds two tests, taken apart only where each side is a test by itself."""

import re

from wellfounded.criteria import clauses
from wellfounded.criteria.agents import named
from wellfounded.criteria.numbers import NUMBER
from wellfounded.criteria.passage import Passage
from wellfounded.criteria.tests import strong
from wellfounded.criteria.tests._threshold import Bound, bound
from wellfounded.criteria.tests.diagnosis import SAID
from wellfounded.criteria.tests.imaging import STUDY
from wellfounded.criteria.tests.procedure import NAMED
from wellfounded.criteria.words import disease
from wellfounded.model.asks import Absent, Age, Diagnosis, ProcedureDone, Test, Threshold, TrialOf

_EITHER = re.compile(r"^(?:either|both)\s+", re.IGNORECASE)
_INNER = re.compile(
    r"(?:defined|with|including|such|of|in|to|for|by|at|on|i\.e|e\.g|(?:is\s+)?(?:less|greater|more|no|not"
    r"|fewer)\b|[<>\u2264\u2265=]|\d[\d.,]*(?:\s|%|$))",
    re.IGNORECASE,
)
_TRIAL_AND = re.compile(r"\b(?:trial(?:ed)?|tried)$", re.IGNORECASE)
_FAILURE = re.compile(
    r"(?:therapeutic\s+|treatment\s+|had\s+)?(?:fail|inadequate|insufficient|intoleran|(?:did|does|do|has|have"
    r"|was|were)\s+not)",
    re.IGNORECASE,
)
_NOMINAL = re.compile(
    r"(?:a\s+)?(?:history|evidence|prior|previous|no|diagnosis|documentation|trial|absence|inadequate|failure)\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"\b(?:such\s+as|including|e\.g\.,?|for\s+example,?|like)\s+[^;]*$", re.IGNORECASE)
_HAS = re.compile(r"(?:(?:the|a|an)\s+)?(?:\w+\s+)?(?:has|have|had|is|was|were|must|does|did)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:the|a|an|this|her|his|their|member|patient|[a-z]+ days)\b(?:\s+[\w'\u2019-]+){0,4}?\s+(?:has|have|had|is"
    r"|are|was|were|must|does|did|received|fell|rose|improved|shows?|needs?|takes?)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"(?:at\s+least\s+|over\s+|above\s+|below\s+|under\s+|[<>\u2264\u2265]\s*)?{NUMBER}\s", re.IGNORECASE
)
_ILL = re.compile(r"[a-z]+(?:\s[a-z]+){0,2}", re.IGNORECASE)
_IF_FIRST = re.compile(r"(?:if|when|where|for)\s", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:has|have|had|is|are|was|were|must|does|did|tried|failed|received|completed|used|took|history|failure"
    r"|trial\s+and)\b",
    re.IGNORECASE,
)
_PASSED = re.compile(r"\b(?:has|have|had)\s+(?:passed|elapsed)\b", re.IGNORECASE)
_SHOUTED = re.compile(r"[\s,;](?:AND/OR|AND|OR)\s$")
_HAVING = re.compile(r"(?:has|have|is|are)\s+(?!(?:been|not|intolerant|contraindicated|unable)\b)\w+", re.IGNORECASE)
_NO = re.compile(r"(?:no|without)\s", re.IGNORECASE)
_MUST = re.compile(r"(?:must|has|have|is|are)\b", re.IGNORECASE)
_ONE_KIND = frozenset({"trial", "intolerance_or_contraindication"})
_AGED = re.compile(
    r"^(.{0,60}?\b(?:old(?:er)?|age|adults?(?:\s+(?:patients|members|individuals))?|years|above|over"
    r"|younger(?:\s+than\s+\d+)?|\d+)\)?)\s+(?:with|when|who\s+(?:has|have))\s+(.+)$",
    re.IGNORECASE,
)


def split(passage: Passage) -> tuple[str, list[Passage]] | None:
    """Give "all" or "any" and the parts; None where the words are one test, or where both "and" and "or" cut them."""
    if not 20 <= len(passage.text) <= 1200 or passage.text.count(". ") > 1:
        return None
    listed = clauses.nouns(passage)
    if listed and all(strong(part.text) for part in listed[1]):
        return _op(listed[0]), listed[1]
    aged = _AGED.match(passage.text)
    if aged and isinstance(strong(aged[1]), Age) and (strong(aged[2]) or clauses.starts(aged[2])):
        return "all", [passage.cut(aged.start(1), aged.end(1)), passage.cut(aged.start(2), aged.end(2))]
    marks = clauses.separators(passage.text)
    cuts = [cut for cut in marks if _cuts(passage, cut)]
    cuts = [cut for cut in cuts if not _series(passage.text, cut, marks, cuts)]
    words = {word for _, _, word in cuts if word}
    if (
        cuts
        and not words
        and all(
            _HAS.match(passage.text[end:]) or _MUST.match(passage.text, end) or clauses.SHOWS.match(passage.text, end)
            for _, end, _ in cuts
        )
    ):
        words = {"and"}  # "must be 18 or older, must have depression"
    if not cuts or len(words) != 1:
        return None
    starts = [0, *(end for _, end, _ in cuts)]
    ends = [*(start for start, _, _ in cuts), len(passage.text)]
    parts = [_plain(passage.cut(start, end)) for start, end in zip(starts, ends, strict=True)]
    kept = [part for part in parts if part]
    return (_op(words.pop()), kept) if len(kept) > 1 else None


def _series(
    text: str, cut: tuple[int, int, str], marks: list[tuple[int, int, str]], cuts: list[tuple[int, int, str]]
) -> bool:
    """Whether a cut only closes a series of nouns: "hypertension, heart disease, or history of stroke"."""
    at = marks.index(cut)
    before = marks[at - 1] if at else None
    return bool(cut[2] and before and not before[2] and before not in cuts and _NOMINAL.match(text, cut[1]))


def _op(word: str) -> str:
    return {"and": "all", "or": "any"}[word]


def _plain(part: Passage) -> Passage:
    part = part.strip(" ;,").without(clauses.OPENS)
    opening = _EITHER.match(part.text)
    return part.cut(opening.end()) if opening else part


def _cuts(passage: Passage, cut: tuple[int, int, str]) -> bool:
    """Whether a separator stands between two tests."""
    start, end, word = cut
    left, right = passage.text[:start], passage.text[end:]
    if clauses.SHOWS.match(right) and _sure(right) and passage.text[start] in ",;":
        return True  # "cardiomyopathy, together with an ejection fraction of 35% or less"
    if word == "or" and passage.text[start] in ",;" and _HAVING.match(right):
        return True  # "dilated cardiomyopathy, or has a first-degree relative with ..."
    if _IF_FIRST.match(left) and "," not in left:
        return False  # "If the AHI is 5 to 14, is there hypertension?" asks one thing
    if re.match(r"(?:that|which)\b", right, re.IGNORECASE):
        return False  # it tells more of what stands before it
    if _SHOUTED.search(passage.text[start:end]) and not passage.text.isupper():
        return True  # "..., OR at least one laryngeal attack": the plan says where its clauses part
    if "plus" in passage.text[start:end].lower():
        return strong(left.strip(" ;,.")) is not None and strong(right.strip(" ;,.")) is not None
    if word == "or" and _SIGNED.match(right) and _alike(bound(left), bound(right)):
        return True  # "35 kg/m2 or above, or 32.5 kg/m2 or above in people of ..."
    if word == "or" and _EITHER.match(left) and left.count(" or ") == 0 == right.count(" or "):
        return True
    if _EXAMPLE.search(left) and not _HAS.match(right):
        return False
    if _TRIAL_AND.search(left) and _FAILURE.match(right):
        return False
    if not left.strip() or not right.strip() or re.search(r"\b(?:between|from)\s+\S+(?:\s+\S+){0,3}$", left):
        return False
    before, after = _sure(left), _sure(right)
    if word == "or" and isinstance(before, Threshold) and passage.text[start] == "," and not _INNER.match(right):
        after = after or strong(
            right.strip(" ;,.")
        )  # "T-score of -2.5 or lower, or a hip fracture": a number alone would refuse
    if word == "and" and (after or before) and _SUBJECT.match(left) and _SUBJECT.match(right):
        return True  # two whole sentences; the first may ask what no test holds
    if word == "and" and isinstance(before, Threshold) and _ILL.fullmatch(right.strip(" ;,.")) and disease(right):
        return True  # "a level below 5 ng/mL and hypoglycemia"
    counted = isinstance(after, Threshold | Age) and _SUBJECT.match(left) and not _IF_FIRST.match(left)
    if counted and re.match(r"(?:has|have|had)\s+(?!been\b|not\b)", right):
        return True  # "the member was discharged ... or had two emergency visits": one subject, two verbs
    if before is None or after is None:
        return False
    if word == "or" and isinstance(before, Threshold) and STUDY.search(right) and passage.text[start] not in ",;":
        return (
            False  # "a wall of 15 mm or more or an ejection fraction below 50% on echocardiogram": one study shows it
        )
    if after.kind in _ONE_KIND and not _agents(right):
        return False  # "could not be tolerated or is contraindicated" tells one thing
    if _NO.match(right) and not isinstance(before, Absent) and passage.text[start] != "," and not _HAS.match(left):
        return False  # "for members with A and no B" tells whom
    if before.kind in _ONE_KIND and after.kind in _ONE_KIND:
        # "tried and failed", "failed or cannot take it" tell one trial; "tried A and tried B" tells two.
        one, two = _agents(left), _agents(right)
        return (
            bool(one and two and not one & two)
            and (
                word == "and" or bool(_FINITE.search(left))
            )  # "a trial of A or B has failed": two subjects of one verb
            and isinstance(before, TrialOf)
            and isinstance(after, TrialOf)
            and clauses.starts(right)
        )
    if (isinstance(before, Threshold) or bound(left)) and word == "or" and (passage.text[start] == "," or bound(right)):
        return not _INNER.match(right)
    if isinstance(after, Threshold) and isinstance(before, Threshold) and _PASSED.search(right):
        return True
    if isinstance(after, Threshold):
        if _INNER.match(right):
            return False  # "... loss, defined as a threshold of 70 dB" tells what the word means
        return isinstance(before, Threshold | Age) or clauses.starts(right) or not isinstance(before, TrialOf)
    return clauses.starts(right)


def _alike(one: Bound | None, two: Bound | None) -> bool:
    return bool(one and two and (one.unit, one.comparator) == (two.unit, two.comparator))


def _sure(text: str) -> Test | None:
    """Read one side of a cut; a bare noun ("heart failure", "tested when stable") is not enough to cut for."""
    plain = text.strip(" ;,.")
    test = strong(plain)
    if isinstance(test, Diagnosis) and bound(plain):
        return test  # "migraine with 15 headache days a month" is no bare noun
    if isinstance(test, Diagnosis) and not test.codes and not SAID.search(plain) and not _HAS.match(plain):
        return None
    return None if isinstance(test, ProcedureDone) and not NAMED.search(plain) else test


def _agents(text: str) -> set[str]:
    held = named(text)
    return {name.lower() for name in held.agents} or ({held.agent_class.lower()} if held.agent_class else set())
