"""What one sentence affirms and what it denies, clause by clause, after NegEx and ConText (Chapman; Harkema)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from wellfounded.match.lexicon import STOP
from wellfounded.match.words import Token, plain, tokens

# A denial opens here and runs to the end of its list.
_DENY = re.compile(
    r"\b(?:no (?:evidence|signs?|history|indications?|suggestion|complaints?|known|prior|previous) (?:of )?"
    r"|(?:negative|free|absence|absent) (?:for|of)|den(?:y|ies|ied|ying)|without|(?:never|not"
    r"|no longer)(?: (?:yet |ever )?(?:had|have|has|been|used|using|on|taken|taking|tried|received)(?: any| a"
    r"| an)?)?|none of|neither|nor"
    r"|no|cannot|can't|unable to|inability to|(?:does|do|did|has|have|had|is|was|were|are|will|would|could)n't"
    r"|fails? to|failed to|lacks?|rules? out|ruled out|excludes?)\b"
)
# Words that look like a denial and are none.
_FALSE = re.compile(
    r"\b(?:not only|no doubt|not necessarily|cannot be (?:ruled out|excluded)|not (?:been )?(?:ruled out|excluded)"
    r"|no (?:change|increase|decrease) in|without (?:difficulty|delay)|not certain|not sure)\b"
)
# A denial written after what it denies: "active thoughts no", "seizures: none", "QuantiFERON negative".
_AFTER = re.compile(
    r"(?:[:,-]? *(?:no|none|negative|absent|denied|denies|neg)"
    r"|\b(?:is|are|was|were|has been|have been) (?:negative|absent|denied|ruled out|excluded|not (?:present|seen"
    r"|found|noted)))"
    r"(?: *\(?(?:(?:on|in|as of) )?(?:\d[\d/.-]*|today|this visit)\)?)* *$"
)
# Where a denial was looked for says nothing of what is denied: "no cor pulmonale on echocardiogram".
_WHERE = re.compile(
    r"\b(?:seen |noted |found )?(?:on|by|per|at|during) (?:\w+ )?(?:exam\w*|imaging|echo\w*|mri|ct|radiograph"
    r"|ultrasound|today"
    r"|visit|review|history|screen\w*|electro\w+|ekg|ecg|labs?|report|interview|time)\b.*|\btoday\b|\bat present\b"
)
# A denial ends here.
_STOP = re.compile(
    r"\b(?:other than|apart from|aside from|except(?: for)?|however|although|though|because|which|who|due to"
    r"|secondary to"
    r"|(?:she|he|they|patient|pt) |reports?|complains?|endorses?|states?|has|have|had|is|are|was|takes?|using|despite"
    r"|but|since|until|while|when|after|before)\b"
)
_SPLIT = re.compile(r"\s*(?:;|\.\s|\bbut\b|\bhowever\b|\balthough\b|\bwhereas\b)\s*")
_LIST = re.compile(r"\s*(?:,|\bor\b|\band\b|/|\bnor\b)\s*")
_FAMILY = re.compile(
    r"\b(?:family history|mother|father|sister|brother|sibling|aunt|uncle|grand\w+|cousin|nephew|niece|maternal"
    r"|paternal"
    r"|daughter|son|wife|husband|spouse|partner|parents?)\b"
)
_MAYBE = re.compile(
    r"\b(?:possibl[ey]|probabl[ey]|suspect(?:ed|s)?|suspicious for|likely|concern(?:ed|ing)? for"
    r"|question(?:able)? of|rule out"
    r"|cannot (?:be )?(?:ruled out|exclude[d]?)|differential|versus|vs|may have|might have|could (?:be|represent)"
    r"|presumed)\b|\?"
)
_LATER = re.compile(
    r"\b(?:if|consider(?:ed|ing|s)?|would|could|should|may|might|plan(?:s|ned)? (?:to|for)|planned|planning|will"
    r"|recommend(?:s|ed)?|refer(?:red|ral)?"
    r"|discuss(?:ed)?|counsel+ed|risks?|monitor(?:ing)? for|watch for|return|call|candidate|to (?:help )?prevent"
    r"|screen(?:ing)? for"
    r"|order(?:ed|s)?|schedule[d]?|awaiting|pending|warn(?:ed|ing)|advis(?:ed|e)|options?|in case|unless"
    r"|eventual(?:ly)?)\b"
)
_BEFORE = re.compile(
    r"\b(?:history of|previous(?:ly)?|prior|past|resolved|remote|status post|former(?:ly)?|childhood|in remission"
    r"|quit|ex)\b"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: what it affirms, in comma-separated parts; what it denies, item by item; and how it is meant."""

    affirmed: tuple[tuple[Token, ...], ...]
    denied: tuple[frozenset[str], ...]
    family: bool
    maybe: bool
    later: bool
    before: bool

    @property
    def meant(self) -> bool:
        """Whether it is said of the patient, surely, and has happened."""
        return not (self.family or self.maybe or self.later)


@lru_cache(maxsize=65536)
def clauses(text: str) -> tuple[Clause, ...]:
    """Read the clauses of one sentence."""
    return tuple(_read(part) for part in _SPLIT.split(plain(text)) if part.strip(" ."))


def _read(part: str) -> Clause:
    part = part.strip(" .")
    held, denied = _denials(part)
    affirmed = tuple(
        found for piece in held for chunk in piece.split(",") if (found := tuple(t for t in tokens(chunk) if _says(t)))
    )
    return Clause(
        affirmed,
        tuple(item for item in denied if item),
        family=bool(_FAMILY.search(part)),
        maybe=bool(_MAYBE.search(part)),
        later=bool(_LATER.search(part)),
        before=bool(_BEFORE.search(part)),
    )


def _says(token: Token) -> bool:
    return token.content or token.number


def _denials(part: str) -> tuple[list[str], list[frozenset[str]]]:
    """Cut *part* into what stands outside a denial and the items inside one."""
    masked = _FALSE.sub(lambda match: "~" * len(match.group()), part)
    after = _AFTER.search(masked)
    if after and masked[: after.start()].strip() and not _DENY.search(masked[: after.start()]):
        return [], [_item(piece) for piece in _LIST.split(part[: after.start()])]
    held: list[str] = []
    denied: list[frozenset[str]] = []
    at = 0
    while cue := _DENY.search(masked, at):
        held.append(part[at : cue.start()])
        stop = _STOP.search(masked, cue.end() + 1)
        again = _DENY.search(masked, cue.end())
        end = min(stop.start() if stop else len(part), again.start() if again else len(part))
        denied += [_item(piece) for piece in _LIST.split(part[cue.end() : end])]
        at = max(end, cue.end())
    held.append(part[at:])
    return held, denied


def _item(piece: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokens(_WHERE.sub("", piece)) if token.content and token.word not in STOP)
