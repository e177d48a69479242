"""What one sentence affirms and what it denies, clause by clause."""

from dataclasses import dataclass
from functools import lru_cache

from wellfounded.match import cues
from wellfounded.match.words import Token, plain, stem, tokens


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: what it affirms, in comma-separated parts; what it denies, item by item; and how it is meant.

    *later* holds the stems of the words that plan, warn or set a condition; *over* says that it is of the past.
    """

    affirmed: tuple[tuple[Token, ...], ...]
    denied: tuple[frozenset[str], ...]
    family: bool
    maybe: bool
    later: frozenset[str]
    over: bool

    def meant(self, of: frozenset[str] = frozenset()) -> bool:
        """Whether it is said of the patient, surely, and not as a plan; words of the thing itself are no plan."""
        return not (self.family or self.maybe or self.later - of)


@lru_cache(maxsize=65536)
def clauses(text: str) -> tuple[Clause, ...]:
    """Read the clauses of one sentence."""
    return tuple(_read(part) for part in cues.SPLIT.split(plain(text)) if part.strip(" ."))


def _read(part: str) -> Clause:
    part = part.strip(" .")
    held, denied = _denials(part)
    affirmed = tuple(
        found for piece in held for chunk in piece.split(",") if (found := tuple(t for t in tokens(chunk) if _says(t)))
    )
    return Clause(
        affirmed,
        tuple(item for item in denied if item),
        family=bool(cues.FAMILY.search(part)),
        maybe=bool(cues.MAYBE.search(part)),
        later=frozenset(stem(word) for match in cues.LATER.findall(part) for word in match.split()),
        over=bool(cues.OVER.search(part)),
    )


def _says(token: Token) -> bool:
    return token.content or token.number


def _denials(part: str) -> tuple[list[str], list[frozenset[str]]]:
    """Cut *part* into what stands outside a denial and the items inside one."""
    masked = cues.FALSE.sub(lambda match: "~" * len(match.group()), part)
    after = cues.AFTER.search(masked)
    if after and masked[: after.start()].strip() and not cues.DENY.search(masked[: after.start()]):
        return [], [_item(piece) for piece in cues.LIST.split(part[: after.start()])]
    held: list[str] = []
    denied: list[frozenset[str]] = []
    at = 0
    while cue := cues.DENY.search(masked, at):
        held.append(part[at : cue.start()])
        stop = cues.STOP_AT.search(masked, cue.end() + 1)
        again = cues.DENY.search(masked, cue.end())
        end = min(stop.start() if stop else len(part), again.start() if again else len(part))
        denied += [_item(piece) for piece in cues.LIST.split(part[cue.end() : end])]
        at = max(end, cue.end())
    held.append(part[at:])
    return held, denied


def _item(piece: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokens(cues.WHERE.sub("", piece)) if token.content)
