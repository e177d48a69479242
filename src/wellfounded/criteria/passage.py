"""A piece of readable text whose every character knows where in the document it stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wellfounded.model.basis import Quote
from wellfounded.model.document import Document

_SENTENCE = re.compile(r"(?<=[a-z0-9)%][.?])\s+(?=[A-Z])")
# An abbreviation, or an enumerator in a list that runs on ("at least one of: i. Sudden death, ii. Syncope").
_NO_END = re.compile(r"\b(?:e\.g|i\.e|vs|Dr|No|approx)\.$|[:;,]\s(?:[a-z]|[ivx]{1,4})\.$")
# Words that keep the hyphen when a line breaks after it; any other word was hyphenated by the typesetter.
_KEEPS = (
    "non self anti post pre co low high long short well in on follow re x beta alpha beta-2 full half once twice "
    "moderate drug evidence first second third line weight sleep home board fee face end step year"
)
_KEEPS_HYPHEN = frozenset(_KEEPS.split())


@dataclass(frozen=True, slots=True)
class Passage:
    """Text with white space made single, and for each character its offset in the document."""

    text: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, raw: str, start: int) -> "Passage":
        """Take *raw*, which begins at *start* in the document, and make its white space single."""
        chars: list[str] = []
        at: list[int] = []
        for offset, char in enumerate(raw, start):
            if char.isspace():
                if chars and chars[-1] != " ":
                    chars.append(" ")
                    at.append(offset)
            else:
                chars.append(char)
                at.append(offset)
        return cls("".join(chars), tuple(at)).strip()

    def __bool__(self) -> bool:
        """Whether there is any text."""
        return bool(self.text)

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.at[0]

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.at[-1] + 1

    def cut(self, start: int = 0, end: int | None = None) -> "Passage":
        """Give the characters from *start* up to *end* of this passage, without white space at either side."""
        return Passage(self.text[start:end], self.at[start:end]).strip()

    def strip(self, chars: str = " \t\n") -> "Passage":
        """Leave *chars* out at either side."""
        left = len(self.text) - len(self.text.lstrip(chars))
        right = len(self.text.rstrip(chars))
        return self if (left, right) == (0, len(self.text)) else Passage(self.text[left:right], self.at[left:right])

    def without(self, pattern: re.Pattern[str]) -> "Passage":
        """Leave out every match of *pattern*."""
        keep, last = [], 0
        for match in pattern.finditer(self.text):
            keep.append((last, match.start()))
            last = match.end()
        keep.append((last, len(self.text)))
        text = "".join(self.text[a:b] for a, b in keep)
        at = tuple(offset for a, b in keep for offset in self.at[a:b])
        return Passage(text, at).strip()

    def quote(self, document: Document) -> Quote:
        """Quote the document from the first character to the last, line breaks and all."""
        return document.quote(self.start, self.end)


def join(passages: Iterable[Passage]) -> Passage:
    """Put passages one after another with a space between, mending a word the typesetter hyphenated."""
    text = ""
    at: tuple[int, ...] = ()
    for passage in passages:
        if not passage.text:
            continue
        if not text:
            text, at = passage.text, passage.at
            continue
        head = re.search(r"([A-Za-z]+)-$", text)
        if head and passage.text[0].islower():
            if head[1].lower() not in _KEEPS_HYPHEN and "-" not in text[: head.start()].rpartition(" ")[2]:
                text, at = text[:-1], at[:-1]
            text, at = text + passage.text, at + passage.at
        elif text[-1] == "/" or passage.text[0] == "/":
            text, at = text + passage.text, at + passage.at
        else:
            text, at = f"{text} {passage.text}", (*at, at[-1] + 1, *passage.at)
    return Passage(text, at)


def sentences(passage: Passage) -> list[Passage]:
    """Cut a paragraph at its full stops; an abbreviation before a capital is not looked for: policies have few."""
    found, last = [], 0
    for match in _SENTENCE.finditer(passage.text):
        if _NO_END.search(passage.text[: match.start()]):
            continue
        found.append(passage.cut(last, match.start()))
        last = match.end()
    found.append(passage.cut(last))
    return [part for part in found if part]


# Where a question of a decision table sends its answer: "... within 60 days? No -> deny All passed -> approve".
_BRANCH = re.compile(
    r"(?<=\?)\s+\w+(?: \w+){0,2}\s*(?:->|=>|\u2192)\s*"
    r"(?:den(?:y|ied)|approv\w+|stop|go to|continue|pend|refer|proceed)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def asks_only(text: str) -> str:
    """Give what a requirement's words ask, without the dot that ends them and without where an answer leads."""
    bare = text[:-1] if text.endswith(".") and not text.endswith("etc.") else text
    return _BRANCH.sub("", bare)
