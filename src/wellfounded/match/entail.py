"""Whether one passage, or two that stand together, say everything a requirement's words ask, and nothing against it.

The requirement is cut into its noun phrases. Each must stand in one breath of the passage, word by word, by the same
word, one of its root, or a narrower one; every count must be reached; and no guard may fire: a denial, a guess, a plan,
a relative, a form's empty box, a sentence of what a plan asks for, a later word to the contrary.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wellfounded.match.clauses import Clause, clauses
from wellfounded.match.counted import Bound, bounds, reached
from wellfounded.match.kin import NARROWER, says
from wellfounded.match.passages import dates_in, source_of
from wellfounded.match.topic import Alternative, denies, topic
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, MODIFIERS, content, numbers, plain, stem, tokens
from wellfounded.model.evidence import Evidence, EvidenceKind

# What a plan or a form says, and what the patient is only told of: no sentence about how the patient is.
_NO_FACT = re.compile(
    r"\[ ?\]|\b(?:polic(?:y|ies)|payer|insur\w+|criteri(?:a|on)|denied by|denial|denials|appeal\w*|prior auth\w*|\bPA\b"
    r"|(?:plan|they|it) (?:wants?|asks?|requires?|needs?)|requires? (?:documentation|proof|evidence)|must (?:have|be)"
    r"|checklist|template|carried forward|copied|handouts?|education(?:al)? (?:sheet|material)|goals?:|in order to"
    r"|to (?:see|assess|evaluate|check) (?:for|if|whether)|indications? for|example|typical(?:ly)?"
    r"|patients? (?:with|who)"
    r"|in general|studies (?:show|have)|literature|guidelines?)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:the |an? )?(?:member|patient|beneficiary|enrollee|individual|person|applicant|child|she|he|they)(?:'s)?"
    r"(?: (?:has|have|had|is|are|does|do|must have|must be|continues to have))?(?: (?:a|an|the))?\s+"
    r"|(?:medical |clinical )?(?:records?|documentation|evidence|confirmation|presence|diagnosis|history|notes?)"
    r" (?:of|that|shows?|documents?|supports?)\s+|there (?:is|are|has been|must be)\s+)+",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:has been|have been|had been|was|were|had|history|completed|performed|done|obtained|took part|previous\w*"
    r"|prior|past|last)\b",
    re.IGNORECASE,
)
_LOOSE = frozenset(stem(word) for word in ("condition", "problem", "issue", "finding"))
_BARRED = re.compile(
    r"\b(?:unless|except|if|other than|rather than|instead|not|alternative|less than|fewer than|below|under|above|over"
    r"|exceed\w*|greater than|more than|no more|maximum|minimum of|due to|because of|caused by|secondary to"
    r"|result(?:s|ing)? (?:from|of)|attribut\w+|normal|stable|expected|will|intends?|agrees?|judgment|opinion"
    r"|considered|suspect\w*|possible|likely|risk|prescriber|prescribing|treating|ordering|physician|provider"
    r"|practitioner|surgeon|specialist|\w+ologist"
    r"|and (?:the (?:member|patient)|it|they|he|she|this|that|is|are|does|has|have|do|was|were))\b|[<>\u2264\u2265=%]"
)
# Beside "or" in a sentence: what else of it each alternative takes along is not sure.
_TIED = re.compile(r"\b(?:that|which|who|whose|and|with|both|from|for|by|after|during|despite|when|while)\b")
_JOINS = re.compile(r",\s*or\b|,|\bor\b|(?<=[a-z])/(?=[a-z])")
_RECENT = 400  # days before the request in which a sentence still tells of how the patient is
_ROOM = 2  # words that may stand among those of one noun phrase
_LEAST = 2  # content words that a requirement must have; one word alone is a matter of its own test


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement's words: what each way of meeting it needs said, what must be counted, whether the past counts."""

    ways: tuple[tuple[Alternative, tuple[frozenset[str], ...]], ...]
    counts: tuple[Bound, ...]
    past: bool


def asked(text: str) -> Asked | None:
    """Read a requirement without its time; None where its words ask what saying cannot show: a bound, an exception."""
    bare = _LEAD.sub("", plain(text).strip(" .;:?"))
    bare, counts = bounds(bare)
    if _BARRED.search(bare) or bare.endswith("-"):
        return None
    ways = []
    for way in topic(bare).alternatives:
        if way.deny or way.result or len(way.affirm - _LOOSE) < _LEAST:
            continue
        ways.append((way, _phrases(bare, way)))
    if len(ways) > 1 and (_TIED.search(bare) or not _a_list(bare)):
        return None
    return Asked(tuple(ways), counts, bool(_PAST.search(text))) if ways else None


def _a_list(text: str) -> bool:
    """Whether "or" joins things, the last comma included, and not the qualities of one thing: "single or recurrent"."""
    parts = [piece for piece in _JOINS.split(text) if piece.strip()]
    whole = all(content(piece) - MODIFIERS - GENERIC for piece in parts)
    return whole and bool(re.search(r"\bor\b", text.rpartition(",")[2]))


def _phrases(text: str, way: Alternative) -> tuple[frozenset[str], ...]:
    """Cut the words of one way into runs that stand together in the text, and what a list lent it, each alone."""
    words = way.affirm
    found: list[frozenset[str]] = []
    run: list[str] = []
    for token in tokens(text):
        if (token.content and token.stem in words) or (token.number and _number(token.word) in way.numbers):
            run.append(token.stem)
        elif run:
            found.append(frozenset(run))
            run = []
    found += [frozenset(run)] if run else []
    kept = tuple(dict.fromkeys(piece for piece in found if piece - _LOOSE))
    lone = words - frozenset(word for piece in found for word in piece)
    return (*kept, *(frozenset({word}) for word in sorted(lone)))


def _number(word: str) -> float:
    return float(word.replace(",", ""))


def entailing(text: str, view: View, first: date | None = None) -> tuple[Evidence, ...]:
    """Give the passages that say all of *text*, of a day no older than *first*; empty where none does."""
    want = asked(text)
    if want is None:
        return ()
    for way, phrases in want.ways:
        for told in _told(way, phrases, want, view):
            if _of_time(told, first, view, past=want.past or first is not None) and not _spoken_against(
                way, told, view
            ):
                return told
    return ()


def _told(
    way: Alternative, phrases: tuple[frozenset[str], ...], want: Asked, view: View
) -> Iterator[tuple[Evidence, ...]]:
    """Give the newest first what says every phrase: a sentence, or it and the next one of the same note."""
    rarest = min(phrases, key=lambda piece: sum(len(view.index.get(word, ())) for word in _spelled(piece, view)))
    places = {at for word in _spelled(rarest, view) for at in view.index.get(word, ())}
    for at in sorted(places, key=lambda i: (str(view.passages[i].written or ""), i), reverse=True):
        held = view.passages[at]
        if not _usable(held):
            continue
        mine = _said(phrases, held, way, past=want.past)
        counted = all(reached(one, held.statement) for one in want.counts) and way.numbers <= numbers(held.statement)
        if mine == set(phrases) and counted:
            yield (held,)
            continue
        for other in (at + 1, at - 1):
            if not (mine and 0 <= other < len(view.passages)) or len(phrases) < _LEAST or want.counts or way.numbers:
                continue
            near = view.passages[other]
            if not _usable(near) or _note(near) != _note(held):
                continue
            if mine | _said(phrases, near, way, past=want.past) == set(phrases):
                yield (held, near) if at < other else (near, held)


def _spelled(piece: frozenset[str], view: View) -> frozenset[str]:
    """Every stem of the chart that says a word of *piece*."""
    known = piece | frozenset(word for one in piece for word in NARROWER.get(one, ()))
    heads = {word[: _LEAST + 2] for word in piece}
    return known | frozenset(
        said for said in view.index if said[: _LEAST + 2] in heads and any(says(word, said) for word in piece)
    )


def _usable(each: Evidence) -> bool:
    """Whether a sentence tells of the patient, and is no plan, no form and no talk of what is asked for."""
    meant = each.assertion
    plainly = meant.experiencer == "patient" and meant.time != "planned" and meant.certainty == "certain"
    return plainly and each.kind is EvidenceKind.STATEMENT and not _NO_FACT.search(each.statement)


def _said(phrases: tuple[frozenset[str], ...], each: Evidence, way: Alternative, *, past: bool) -> set[frozenset[str]]:
    """Give the phrases that a sentence affirms of the patient, each within one breath."""
    parts = [
        [token.stem for token in piece]
        for clause in clauses(each.statement)
        if not (clause.over and not past)
        for i, piece in enumerate(clause.affirmed)
        if _plain(clause, i, way)
    ]
    return {phrase for phrase in phrases if any(_near(phrase, part) for part in parts)}


def _plain(clause: Clause, part: int, way: Alternative) -> bool:
    return clause.meant(way.affirm, part)


def _near(phrase: frozenset[str], part: list[str]) -> bool:
    need = phrase - _LOOSE or phrase
    room = len(need) + _ROOM
    return any(all(any(says(word, said) for said in part[i : i + room]) for word in need) for i in range(len(part)))


def _note(each: Evidence) -> tuple[str, str]:
    quote = source_of(each)
    return (quote.at.source if quote else "", str(each.written or ""))


def _of_time(told: tuple[Evidence, ...], first: date | None, view: View, *, past: bool) -> bool:
    """Whether every sentence is of a known day, not after today, recent enough, and names no older day than asked."""
    for each in told:
        day = each.written
        if day is None or day.earliest() > view.today:
            return False
        if first is not None and (
            day.earliest() < first or any(one.earliest() < first for one in dates_in(each.statement))
        ):
            return False
        if not past and (view.today - day.earliest()).days > _RECENT:
            return False
    return True


def _spoken_against(way: Alternative, told: tuple[Evidence, ...], view: View) -> bool:
    """Whether a sentence of the same day or a later one denies it."""
    last = max(str(each.written) for each in told)
    own = frozenset(word for word in way.core if word not in _LOOSE)
    return any(
        str(each.written or "") >= last and each.assertion.experiencer == "patient" and denies(way, each.statement)
        for each in view.about(own)
        if each.kind is EvidenceKind.STATEMENT and content(each.statement)
    )
