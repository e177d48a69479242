"""What one sentence affirms and what it denies, clause by clause."""

import re
from dataclasses import dataclass
from functools import lru_cache

from wellfounded.match import cues
from wellfounded.match.words import Token, plain, stem, tokens

# "No acquired cause: electrolytes were normal" denies what stands before its reasons; "no history of: a, b" the list.
_REASONS = re.compile(
    r"^(\W*(?:no|without) [^:,.;]{4,50})(?<!of)(?<!for): (?=[^:]*\b(?:was|were|is|are|has|had|takes|took)\b)",
    re.IGNORECASE,
)
_MEMBER = 3  # words of a list's member; a longer part says something of its own


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: what it affirms, in comma-separated parts; what it denies, item by item; and how it is meant.

    *later* holds the stems of the words that plan, warn or set a condition, and *warned* for each part those that stand
    before its end: "smokes daily, counseled to quit" is told and then warned. *over* says that it is of the past.
    """

    affirmed: tuple[tuple[Token, ...], ...]
    denied: tuple[frozenset[str], ...]
    family: bool
    maybe: bool
    later: frozenset[str]
    over: bool
    warned: tuple[frozenset[str], ...] = ()

    def meant(self, of: frozenset[str] = frozenset(), part: int | None = None) -> bool:
        """Whether it is said of the patient, surely, and not as a plan; words of the thing itself are no plan."""
        later = self.later if part is None else self.warned[part]
        return not (self.family or self.maybe or later - of)


@lru_cache(maxsize=65536)
def clauses(text: str) -> tuple[Clause, ...]:
    """Read the clauses of one sentence."""
    parts = cues.SPLIT.split(_REASONS.sub(r"\1; ", plain(text)))
    return tuple(_read(part) for part in parts if part.strip(" ."))


def _read(part: str) -> Clause:
    part = part.strip(" .")
    held, denied = _denials(part)
    affirmed: list[tuple[Token, ...]] = []
    warned: list[frozenset[str]] = []
    for start, piece in held:
        at = start
        for chunk in piece.split(","):
            at += len(chunk) + 1
            if found := tuple(token for token in tokens(chunk) if _says(token)):
                affirmed.append((*_lead(piece, chunk, found), *found))
                warned.append(_later(part[:at]))
    return Clause(
        tuple(affirmed),
        tuple(item for item in denied if item),
        family=bool(cues.FAMILY.search(part)),
        maybe=bool(cues.MAYBE.search(part)),
        later=_later(part),
        over=bool(cues.OVER.search(part)),
        warned=tuple(warned),
    )


def _lead(piece: str, chunk: str, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """What a list says once, for its later members: "plaques on trunk, shins and scalp"."""
    first, comma, _ = piece.partition(",")
    split = cues.PLACE.split(first, maxsplit=1)
    if not comma or chunk == first or len(split) < 2 or len(found) > _MEMBER or cues.FINE.search(chunk):
        return ()
    return tuple(token for token in tokens(split[0]) if token.content)


def _later(text: str) -> frozenset[str]:
    told = cues.SUCH.sub(" ", text)
    return frozenset(stem(word) for match in cues.LATER.findall(told) for word in match.split())


def _says(token: Token) -> bool:
    return token.content or token.number


def _denials(part: str) -> tuple[list[tuple[int, str]], list[frozenset[str]]]:
    """Cut *part* into what stands outside a denial, each with its place, and the items inside one."""
    masked = cues.FALSE.sub(lambda match: "~" * len(match.group()), part)
    masked = cues.REFUSAL.sub(lambda match: "~" * len(match.group()), masked)
    after = cues.AFTER.search(masked)
    lone = after is not None and after[0].strip() == "none" and "," in part  # of the last item of a list
    if after and not lone and masked[: after.start()].strip() and not cues.DENY.search(masked[: after.start()]):
        return [], [_item(piece) for piece in cues.LIST.split(part[: after.start()])]
    held: list[tuple[int, str]] = []
    denied: list[frozenset[str]] = []
    at = 0
    for chunk in part.split(","):
        found = cues.AFTER.search(masked[at : at + len(chunk)])
        if found and chunk[: found.start()].strip() and not cues.DENY.search(chunk[: found.start()]):
            denied += [_item(piece) for piece in cues.LIST.split(chunk[: found.start()])]
            part, masked = (text[:at] + " " * len(chunk) + text[at + len(chunk) :] for text in (part, masked))
        at += len(chunk) + 1
    at = 0
    while cue := cues.DENY.search(masked, at):
        held.append((at, part[at : cue.start()]))
        stop = cues.STOP_AT.search(masked, cue.end() + 1)
        again = cues.DENY.search(masked, cue.end())
        end = min(stop.start() if stop else len(part), again.start() if again else len(part))
        told_of = cue[0].startswith("no") and cue[0] not in {"not", "nor"} and stop and stop.start() == end
        if not (
            told_of and cues.SUBJECT.match(masked[end:]) and not part[:end].rstrip().endswith((" and", ","))
        ):  # "no relatives have been tested"
            denied += [_item(piece) for piece in cues.LIST.split(part[cue.end() : end])]
        at = max(end, cue.end())
    held.append((at, part[at:]))
    return held, denied


def _item(piece: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokens(cues.WHERE.sub("", piece.partition("(")[0])) if token.content)
