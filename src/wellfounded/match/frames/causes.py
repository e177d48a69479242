"""The cause of a thing that must have been looked for: shown where a note tells what the cause is."""

import re

from wellfounded.match.clauses import clauses
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, content, plain, stem, tokens
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

_ASKED = re.compile(
    r"^(?:the |an? )?(?:underlying )?(?:cause|etiology|source|reason)s? (?:of"
    r"|for) (?P<what>[\w -]{3,60}?) (?:has|have) been "
    r"(?:looked for|sought|investigated|evaluated|worked up|assessed|identified|established|determined|addressed)\W*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|due to|secondary to|caused by|because of|attributed to|2/2)\b", re.IGNORECASE)

# What may stand between the thing and its cause, and whence a result or a referral comes and no disease.
_NOUNS = frozenset(stem(word) for word in ("anemia", "disease", "syndrome", "disorder", "deficiency", "failure"))
_OF_PAPER = re.compile(
    r"\W*(?:\d|Dr\b|the (?:lab|clinic|hospital|outside|last)|outside|her\b|his\b|last\b|home\b|childhood|birth|since"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|unknown|unclear|uncertain|undetermined)",
    re.IGNORECASE,
)


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by the newest sentence that says of the very thing what it comes from."""
    found = _ASKED.match(plain(requirement.text).strip())
    words = content(found["what"]) - GENERIC if found else frozenset()
    if not words:
        return None
    told = [each for each in view.about(words) if each.kind is EvidenceKind.STATEMENT and _tells(words, each, view)]
    told.sort(key=lambda one: str(one.written or ""), reverse=True)
    return Finding(requirement.id, Verdict.MET, tuple(told[:1]), why="A note tells the cause.") if told else None


def _tells(words: frozenset[str], each: Evidence, view: View) -> bool:
    cut = _FROM.search(each.statement)
    if cut is None or each.written is None or each.written.earliest() > view.today:
        return False
    meant = each.assertion
    sure = (meant.experiencer, meant.certainty, meant.polarity) == ("patient", "certain", "affirmed")
    said, cause = each.statement[: cut.start()], content(each.statement[cut.end() :]) - GENERIC
    plainly = all(clause.meant() and not clause.denied for clause in clauses(each.statement))
    ends = [token.stem for token in tokens(said) if token.content][-1:]
    close = any(end in words | _NOUNS for end in ends) and not _OF_PAPER.match(each.statement[cut.end() :])
    return sure and meant.time != "planned" and plainly and words <= content(said) and bool(cause) and close
