"""Where in the papers of a case a new statement stands: the passage that carries it, or the nearest to it."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from wellfounded.model.basis import Quote
from wellfounded.model.case import Case
from wellfounded.model.document import Document
from wellfounded.model.letter import Sentence
from wellfounded.write.refound import PLAIN, loose, values

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
# A block of lines, then the sentences in it: a stop, or a semicolon at the end of a line.
BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")
STOP = re.compile(r"(?<=[.!?])[\u201d\"')]*\s+(?=[A-Z\u201c\"(])|;\s*\n")
LONGEST = 900  # characters of a passage: what is longer is a table or a page with no stops
FEWEST = 4  # words and numbers that a statement shares with a passage, else it is found anywhere
ORDERED, NEAR = 0.8, 0.6  # share of a statement's words that stand in the passage; the first in the same order
NUMBERED = 0.3  # share from which a passage is near that states every number of the statement
SMALL = PLAIN | {
    *("a", "an", "and", "are", "as", "at", "be", "by", "can", "for", "had", "has", "he", "her", "him", "his", "i"),
    *("in", "is", "it", "its", "me", "my", "of", "on", "or", "our", "she", "so", "the", "to", "was", "we", "you"),
}
# Words that make of a fact a condition, a plan, a doubt or another person's: the passage has those of the statement.
HEDGED = re.compile(
    r"\b(?:if|unless|whether|must|should|shall|may|might|could|would|requires?d?|consider\w*|possibl[ey]|plan(?:s|ned)?|"
    r"propos\w*|recommend\w*|rule out|r/o|suspect\w*|mother|father|sister|brother|family|eligib\w*|documentation)\b",
    re.IGNORECASE,
)
# A policy says what must be shown and never that it was: only a statement about the policy rests on it.
OF_POLICY = re.compile(r"\b(?:polic(?:y|ies)|criteri(?:on|a)|guideline|section|plan.s|coverage)\b", re.IGNORECASE)


def carried(text: str, case: Case) -> Quote | None:
    """Give the first passage of a paper of *case* that says all that *text* says, and says it no otherwise."""
    for document in case.documents:
        policy = document.source.path.startswith("policy/")
        if policy and not OF_POLICY.search(text):
            continue
        for start, end in _near(text, document):
            quote = document.quote(start, end)
            said = OF_POLICY.sub(" ", text) if policy else text
            held = Sentence(quote.exact, (quote,))
            if _hedges(text) == _hedges(quote.exact) and not _strange(said, quote.exact) and not loose(said, held):
                return quote
    return None


def nearest(text: str, case: Case) -> Quote | None:
    """Give the passage that shares most with *text*, each of its numbers among it; None where none comes near."""
    best: tuple[float, Quote] | None = None
    least = NUMBERED if values(text) else NEAR
    for document in case.documents:
        for start, end in _passages(document.text):
            passage = document.text[start:end]
            share = _shared(text, passage)
            if values(text) <= values(passage) and share >= least and (best is None or share > best[0]):
                best = share, document.quote(start, end)
    return best[1] if best is not None else None


def _near(text: str, document: Document) -> Iterator[tuple[int, int]]:
    """Give the passages that hold ORDERED of the words of *text* in its order, and no fewer than FEWEST."""
    wanted = _tokens(text)
    told = [word for word in wanted if word not in SMALL]
    if len(wanted) < FEWEST or not told:
        return
    for start, end in _passages(document.text):
        tokens = _tokens(document.text[start:end])
        known = set(tokens)
        if sum(word in known for word in told) < NEAR * len(told):
            continue
        blocks = SequenceMatcher(None, wanted, tokens, autojunk=False).get_matching_blocks()
        same = sum(each.size for each in blocks)
        if same >= max(FEWEST, ORDERED * len(wanted)):
            yield start, end


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Give each sentence of *text*, lines joined, and each line by itself, as offsets."""
    for block in BLOCK.finditer(text):
        cuts = [block.start(), *(block.start() + each.end() for each in STOP.finditer(block[0])), block.end()]
        seen = set[tuple[int, int]]()
        for start, end in pairwise(cuts):
            if 0 < end - start <= LONGEST:
                seen.add((start, end))
                yield start, end
        at = block.start()
        for line in block[0].splitlines(keepends=True):
            ended = line.rstrip().endswith((".", "!", "?")) or line.count("\t") or ":" in line
            if ended and line[:1].isupper() and (at, at + len(line)) not in seen:
                yield at, at + len(line)
            at += len(line)


def _strange(text: str, passage: str) -> bool:
    """Whether *text* has a short or capital word ("ECT", "PTSD") that the passage does not."""
    known = set(_tokens(passage))
    return any(word not in known and word not in SMALL for word in _tokens(text) if len(word) < 4)


def _shared(text: str, passage: str) -> float:
    told, known = [word for word in _tokens(text) if word not in SMALL], set(_tokens(passage))
    same = sum(word in known for word in told)
    return same / len(told) if same >= FEWEST // 2 else 0.0


def _hedges(text: str) -> set[str]:
    return {found.lower() for found in HEDGED.findall(text)}


def _tokens(text: str) -> list[str]:
    return [found.lower() for found in TOKEN.findall(text)]
