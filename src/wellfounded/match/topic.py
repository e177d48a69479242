"""The thing a requirement speaks of, as alternatives of words, and what a statement says about it.

Present: the statement affirms every word of an alternative (it may say more). Denied: the statement denies an idea at
least as wide (it may say less): "no seizures" denies "seizure disorder"; "no active infection" does
not deny "infection".
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from wellfounded.match.clauses import Clause, clauses
from wellfounded.match.cues import DENY
from wellfounded.match.lexicon import KINDS
from wellfounded.match.words import GENERIC, HOLLOW, MODIFIERS, Token, content, numbers, plain, stem, tokens
from wellfounded.model.evidence import Evidence

_ASIDE = re.compile(r"\([^)]*\)|\bas (?:evidenced|shown|demonstrated|documented) by\b.*|\bbecause of\b.*|\bdue to\b.*")
_OR = re.compile(r"\s*(?:,\s*or\b|,|\bor\b|;|(?<=[a-z])/(?=[a-z]))\s*")
_AND = re.compile(r"\s*(?:,\s*and\b|\band\b)\s*")
_PREPOSITION = re.compile(r"\b(?:in|on|near|within|at|with|to|from|for|by|during)\b")
_BARE = re.compile(r"(of|in|on|to|from|by|with|at|for) (?!at least|more)")
_RESULT = re.compile(r"\b(?:negative|non-?reactive|positive|reactive)\b(?! airway| pressure)")
_OF = re.compile(r"\b(?:in|on|near|within|at|with|to|of|from)\b")
_OR_MORE = re.compile(
    r"\b(?:or|and) (?:younger|older|more|less|greater|fewer|higher|lower|later|earlier|above|below|better|worse)\b"
)
_REFUSED = frozenset(
    stem(word) for word in ("declined", "declines", "refused", "refuses", "deferred", "due", "overdue")
)
_CANNOT = re.compile(r"cannot|can't|unable to|inability to")
_ADJECTIVE = re.compile(r"(?:al|ic|ive|iv|ous|ou|ar|ary|ant|ent|ed|able|ible)$")
_ANY_TIME = re.compile(r"\b(?:any|prior|previous|past|personal)? ?(?:history of|prior|previous|past|ever)\b")


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way the thing may be present: words it must affirm, words it must deny, numbers it must state."""

    affirm: frozenset[str]
    deny: frozenset[str]
    numbers: frozenset[float]
    # What stands before the first preposition, of which a denial must be; and the words of the whole phrase that go
    # with it: "psychiatric" of the first of a list.
    core: frozenset[str] = frozenset()
    head: str = ""  # the last word of the core that names a thing
    result: str = ""  # negative or positive, where a test's result is asked
    room: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Topic:
    """What is spoken of. *ever* says that the past counts as much as today."""

    text: str
    alternatives: tuple[Alternative, ...]
    ever: bool = False


@lru_cache(maxsize=4096)
def topic(text: str, *, each: bool = False) -> Topic:
    """Read a requirement's phrase; with *each*, "A and B" are two things, as in a list of what must be absent."""
    bare = _OR_MORE.sub(" ", _ASIDE.sub(" ", plain(text))).strip(" .")
    parts = _parts(bare)
    if each:
        parts = [piece for part in parts for piece in _AND.split(part) if piece]
    found: list[tuple[str, Alternative]] = []
    for i, part in enumerate(parts):
        alternative = _alternative(_whole(part, parts[i + 1 :]))
        if (alternative.affirm or alternative.deny) and all(alternative != other for _, other in found):
            found.append((part, alternative))
    lead, tail = _shared(parts)
    shared = tuple(
        replace(each, affirm=each.affirm | _lent(part, parts), core=each.core | lead, room=lead | tail)
        for part, each in found
    )
    return Topic(text, shared, bool(_ANY_TIME.search(bare)))


def _parts(bare: str) -> list[str]:
    """Cut a phrase into its alternatives; a denial keeps its list whole, "cannot work or drive" is one or the other."""
    cue = DENY.search(bare)
    if cue is None:
        return _completed([part for part in _OR.split(bare) if part])
    head, tail = bare[: cue.start()].strip(" ,"), bare[cue.start() :]
    if not head and _CANNOT.match(tail):
        return [part if i == 0 else f"{cue[0]} {part}" for i, part in enumerate(_OR.split(tail)) if part]
    parts = [part for part in _OR.split(head) if part]
    return [*parts[:-1], f"{parts[-1]} {tail}"] if parts else [tail]


def _completed(parts: list[str]) -> list[str]:
    """Lend a part that only opens with a preposition what stands before it: "the care of him", "or of a relative"."""
    found = parts[:1]
    for part in parts[1:]:
        opens = _BARE.match(part)
        head = parts[0].rpartition(f" {opens[1]} ")[0] if opens else ""
        found.append(f"{head} {part}" if head else part)
    return found


def _lent(part: str, parts: list[str]) -> frozenset[str]:
    """What a list says once: "plaques" of "plaques on hands, feet or scalp", "hip" of "a tear or fracture of a hip"."""
    if len(parts) < 2 or _OF.search(part):
        return frozenset()
    first, last = _OF.split(parts[0], maxsplit=1), _OF.split(parts[-1], maxsplit=1)
    if len(first) > 1 and part != parts[0]:
        return content(first[0])
    return content(last[1]) if len(last) > 1 and part != parts[-1] else frozenset()


def _shared(parts: list[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that a list shares: before the noun of its first part, and after a preposition in its last."""
    if len(parts) < 2:
        return frozenset(), frozenset()
    first = [token.stem for token in tokens(_PREPOSITION.split(parts[0], maxsplit=1)[0]) if token.content]
    tail = re.split(r"\b(?:of|in|on|near|within|at)\b", parts[-1], maxsplit=1)
    return frozenset(first[:-1]), content(parts[-1][len(tail[0]) :]) if len(tail) > 1 else frozenset()


def _whole(part: str, rest: list[str]) -> str:
    """Lend a bare adjective the noun of the next alternative: "active or latent tuberculosis"."""
    words = [token for token in tokens(part) if token.content]
    if not words or not all(_qualifies(token) for token in words):
        return part
    for other in rest:
        front = [token for token in tokens(_PREPOSITION.split(other, maxsplit=1)[0]) if token.content]
        named = [token for token in front if not token.word.endswith("ed")] or front
        if len(named) > 1:
            return f"{part} {named[-1].word}"
        if not all(_qualifies(token) for token in front):
            break
    return part


def _qualifies(token: Token) -> bool:
    return token.stem in MODIFIERS or bool(_ADJECTIVE.search(token.stem))


def _alternative(part: str) -> Alternative:
    asked = _RESULT.search(part)
    result = ("negative" if asked[0].startswith("n") else "positive") if asked else ""
    read = clauses(_RESULT.sub(" ", part) if asked else part)
    affirm = frozenset(token.stem for clause in read for piece in clause.affirmed for token in piece if token.content)
    deny = frozenset(word for clause in read for item in clause.denied for word in item)
    front = _PREPOSITION.split(part, maxsplit=1)[0]
    core = content(front) & affirm
    if not core - GENERIC - HOLLOW:  # "a product for long-term prophylaxis" is a prophylaxis
        core = affirm
    named = [token.stem for token in tokens(front) if token.content and token.stem in core - GENERIC]
    return Alternative(affirm - deny, deny, numbers(part), core or affirm, named[-1] if named else "", result)


def affirms(alternative: Alternative, text: str, *, now: bool = False) -> bool:
    """Whether one clause of *text* says of the patient, surely (with *now*: not of the past), all that is asked."""
    return any(not (now and clause.over) and _covers(alternative, clause, text, meant=True) for clause in clauses(text))


def unmeant(alternative: Alternative, text: str) -> bool:
    """Whether every clause of *text* that names the thing denies it, guesses, warns of it or tells of a relative."""
    named = [
        clause
        for clause in clauses(text)
        if any(token.stem in alternative.core for piece in clause.affirmed for token in piece)
    ]
    return denies(alternative, text) or (bool(named) and not any(clause.meant(_own(alternative)) for clause in named))


def in_family(alternative: Alternative, text: str) -> bool:
    """Whether a clause of *text* says it of a relative."""
    return any(clause.family and not clause.maybe and _covers(alternative, clause, text) for clause in clauses(text))


def hints(alternative: Alternative, text: str) -> bool:
    """Whether *text* calls it possible; what is planned, or only warned of, says nothing."""
    return any(
        clause.maybe and not clause.family and not clause.later and _covers(alternative, clause, text)
        for clause in clauses(text)
    )


def _own(alternative: Alternative) -> frozenset[str]:
    return alternative.affirm | alternative.deny


def _covers(alternative: Alternative, clause: Clause, text: str, *, meant: bool = False) -> bool:
    """Whether a clause says all of it; with *meant*, of the patient, surely, in no part that only plans or warns."""
    own = _own(alternative)
    heads = frozenset(word for word in alternative.affirm if word not in MODIFIERS) or alternative.affirm
    said = frozenset(token.stem for piece in clause.affirmed for token in piece)
    if not alternative.affirm <= said or not alternative.numbers <= numbers(text):
        return False
    if alternative.deny and not alternative.deny <= frozenset(word for item in clause.denied for word in item):
        return False
    if not alternative.affirm:
        return not meant or clause.meant(own)
    return any(
        _near(heads, [token.stem for token in piece]) and (not meant or clause.meant(own, part))
        for part, piece in enumerate(clause.affirmed)
    )


def _near(heads: frozenset[str], words: list[str]) -> bool:
    """Whether *heads* stand together: within four words more than their own number."""
    room = len(heads) + 4
    return any(heads <= frozenset(words[i : i + room]) for i in range(len(words)))


def denies(alternative: Alternative, text: str, *, later: bool = False) -> bool:
    """Whether a clause of *text* denies an idea at least as wide; with *later*, a plan counts too."""
    if not alternative.affirm:
        return False
    for clause in clauses(text):
        if clause.family or (clause.later - _own(alternative) - _REFUSED and not later):
            continue
        for item in clause.denied:
            hollow = item & HOLLOW - alternative.affirm - alternative.room
            if hollow and alternative.head not in item:  # "no genetic testing" does not deny genetic counseling
                continue
            if item - hollow <= alternative.affirm | alternative.room and item & alternative.core - GENERIC:
                return True
    return False


def narrower(alternative: Alternative) -> tuple[Alternative, ...]:
    """Give the ideas that a wider idea consists of in charts, or nothing."""
    words = alternative.affirm - MODIFIERS
    for wide, kinds in KINDS.items():
        if content(wide) - MODIFIERS == words:
            return tuple(each for kind in kinds for each in topic(kind).alternatives)
    return ()


def speaks(evidence: Evidence) -> str:
    """Give the words of a statement: its own line, else its name and what was found."""
    return evidence.statement or f"{evidence.name} {evidence.finding}".strip()
