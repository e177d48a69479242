"""A sentence that joins criteria by their names: "criteria 1 and 2, and either 3 or 4", "all of A and one of B"."""

import re
from dataclasses import dataclass

from wellfounded.criteria.combine import denied, join
from wellfounded.criteria.numbers import COUNT, count
from wellfounded.model.criteria import AtLeast, Criterion, Not, Requirement

_QUANTIFIER = re.compile(
    rf"\b(?:(?P<none>none|no|not\s+any)|(?P<all>all|every|each)|(?P<any>any\s+one|any|either|one|at\s+least\s+one"
    rf"|one\s+or\s+more)"
    rf"|(?:at\s+least\s+|any\s+)?(?P<n>{COUNT})(?:\s+or\s+more)?)"
    r"(?:\s+(?:of|from|in|under))?\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:through|thru|to|-|\u2013|\u2014)\s*", re.IGNORECASE)
_JOIN = re.compile(
    r"\s*(?P<comma>[,;]|\.(?=\s+[A-Z]))?\s*(?P<word>and/or|and|or|plus|together\s+with|along\s+with|as\s+"
    r"well\s+as)?\s*",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\s*")
_FILLER = re.compile(
    r"(?:has|have|had|meets?|satisfies|satisfy|the|of|from|in|under|criteri(?:a|on)|conditions?|items?"
    r"|requirements?|sections?|groups?|lines?|marked"
    r"|listed|below"
    r"|following|is|are|met|must\s+be|yes|true|checked|y|satisfied|present|labell?ed|headed|list|both|numbers?"
    r"|paragraphs?|parts?|boxes|box|rows?|statements?|questions?|to\s+be|ticked|answered|marked)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A name, or several joined: *op* is all, any, none or some (*n* of them), and "" for a name as it stands."""

    op: str
    of: tuple["Reference", ...] = ()
    name: str = ""
    n: int = 1

    def names(self) -> list[str]:
        """Every name in it, in order."""
        return [self.name] if self.name else [name for part in self.of for name in part.names()]


def expression(text: str, names: list[str]) -> Reference | None:
    """Read how *text* joins every one of *names*; None where it does not name each exactly once."""
    if len(names) < 2 or len(set(names)) != len(names):
        return None
    found = _Reader(text, names).read()
    return found if found and sorted(found.names()) == sorted(names) else None


class _Reader:
    def __init__(self, text: str, names: list[str]) -> None:
        self.text, self.names = text, names
        body = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        self.label = re.compile(rf"\(?(?<![A-Za-z0-9])(?P<name>{body})(?![A-Za-z0-9])[.)]?", re.IGNORECASE)
        self.at = 0

    def _as(self, found: str) -> str:
        return found if found in self.names else next(name for name in self.names if name.lower() == found.lower())

    def read(self) -> Reference | None:
        best: Reference | None = None
        for start in [match.start() for match in self.label.finditer(self.text)]:
            # The quantifier stands before the first name; look back for it.
            opening = re.search(rf"(?:{_QUANTIFIER.pattern})[\w\s]{{0,30}}$", self.text[:start], re.IGNORECASE)
            for self.at in {opening.start() if opening else start, start}:
                found = self._list()
                if found and (best is None or len(found.names()) > len(best.names())):
                    best = found
        return best

    def _list(self) -> Reference | None:
        first = self._operand()
        if first is None:
            return None
        parts, joins = [first], []
        while True:
            held = self.at
            join = _JOIN.match(self.text, self.at)
            if join is None or not (join["comma"] or join["word"]):
                self._skip()
                join = _JOIN.match(self.text, self.at)
            if join is None or not (join["comma"] or join["word"]):
                self.at = held
                break
            self.at = join.end()
            part = self._operand()
            if part is None:
                self.at = held
                break
            parts.append(part)
            joins.append({"and/or": "or", "": "", "or": "or"}.get((join["word"] or "").lower(), "and"))
        return _fold(parts, joins)

    def _operand(self) -> Reference | None:
        self._skip()
        bracket = re.compile(r"\((?=[^)]*\b(?:and|or)\b)").match(self.text, self.at)
        if bracket:
            held, self.at = self.at, bracket.end()
            inner = self._list()
            if inner and self.text[self.at : self.at + 1] == ")":
                self.at += 1
                return inner
            self.at = held
        quantifier = _QUANTIFIER.match(self.text, self.at)
        if quantifier and not self.label.match(self.text, self.at):
            held, self.at = self.at, quantifier.end()
            self._skip()
            part = self._either() if quantifier["any"] else self._range()
            if part is None:
                self.at = held
                return None
            n = count(quantifier["n"] or "")
            op = "none" if quantifier["none"] else "all" if quantifier["all"] else "some" if n > 1 else "any"
            return Reference(op, part.of or (part,), n=max(n, 1)) if part.op in {"", "all"} else part
        return self._range()

    def _either(self) -> Reference | None:
        """Read "either 3 or 4", "one of D through F", "any of A, B or C"."""
        first = self._range()
        if first is None or first.of:
            return first
        parts = [first]
        while True:
            held = self.at
            join = re.compile(r"\s*(?:,\s*(?:or\s+)?|or\s+)", re.IGNORECASE).match(self.text, self.at)
            if join is None:
                break
            self.at = join.end()
            self._skip()
            part = self._range()
            if part is None:
                self.at = held
                break
            parts.append(part)
        return parts[0] if len(parts) == 1 else Reference("any", tuple(parts))

    def _range(self) -> Reference | None:
        first = self.label.match(self.text, self.at)
        if first is None:
            return None
        self.at = first.end()
        between = _RANGE.match(self.text, self.at)
        last = self.label.match(self.text, between.end()) if between else None
        if last is None:
            return Reference("", name=self._as(first["name"]))
        a, b = self.names.index(self._as(first["name"])), self.names.index(self._as(last["name"]))
        self.at = last.end()
        return Reference("all", tuple(Reference("", name=name) for name in self.names[a : b + 1]))

    def _skip(self) -> None:
        """Pass over words that say nothing of how names join; "Part" in "Part 1" belongs to the name."""
        while True:
            blank = _BLANK.match(self.text, self.at)
            self.at = blank.end() if blank else self.at
            filler = None if self.label.match(self.text, self.at) else _FILLER.match(self.text, self.at)
            if filler is None:
                return
            self.at = filler.end()


def _fold(parts: list[Reference], joins: list[str]) -> Reference:
    """Join a list; a comma takes the next word; where both words stand, "or" is the outer one, as logic has it."""
    word = ""
    filled = list(joins)
    for index in range(len(joins) - 1, -1, -1):
        word = joins[index] or word
        filled[index] = word or "and"
    if not filled:
        return parts[0]
    if len(set(filled)) == 1:
        return Reference("any" if filled[0] == "or" else "all", tuple(parts))
    runs: list[list[Reference]] = [[parts[0]]]
    for word, part in zip(filled, parts[1:], strict=True):
        if word == "or":
            runs.append([part])
        else:
            runs[-1].append(part)
    return Reference("any", tuple(run[0] if len(run) == 1 else Reference("all", tuple(run)) for run in runs))


def resolve(found: Reference, held: dict[str, Criterion], *, inside: bool = False) -> Criterion | None:
    """Put criteria in the place of their names; None where a name has none.

    With *inside*, a quantifier on one name speaks of what stands under it: "any one line marked SYMPTOM".
    """
    if found.name:
        return held.get(found.name)
    parts = [part for part in (resolve(each, held, inside=inside) for each in found.of) if part is not None]
    if len(parts) < len(found.of):
        return None
    if len(parts) == 1 and found.op == "none" and not isinstance(parts[0], Requirement | Not):
        parts = list(parts[0].of)
    if found.op == "none":
        return join("all", [denied(part) for part in parts], "")
    if inside and len(parts) == 1 and not isinstance(parts[0], Requirement | Not):
        parts = list(parts[0].of)
    return AtLeast(found.n, tuple(parts)) if found.op == "some" else join(found.op, parts, "")
