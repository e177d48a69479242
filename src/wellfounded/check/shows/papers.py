"""The texts of a case: the notes, the plan's papers, what a person entered, and their words."""

import re
from dataclasses import dataclass
from functools import cached_property
from sys import intern

from wellfounded.check.says.phrasebook import TOKEN
from wellfounded.check.says.plain import MARKS
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.document import Document

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9])|\n\s*\n|\n(?=\s*[-*\u2022])")
STEM = re.compile(r"[a-z]{4,}|\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Papers:
    """Everything that can be read of a case, each text made once; line breaks are kept, curly marks are plain."""

    case: Case

    @cached_property
    def entered(self) -> str:
        """What a person entered of the case, as text."""
        case = self.case
        parts = (case.patient, case.coverage, case.practitioner, case.practice)
        facts = [getattr(part, name) for part in parts for name in part.__slots__]
        told: list[object] = [fact.value for fact in facts if isinstance(fact, Fact)]
        told += [line for part in (case.patient, case.practice) for line in part.address]
        for service in case.services:
            told += [service.description.value, service.frequency, service.duration, service.start, service.end]
            told += [service.quantity, service.coding.code if service.coding else ""]
        told += [fact.value.display for fact in case.diagnoses]
        told += [fact.value for _, fact in case.received] + ([case.requested.value] if case.requested else [])
        told += [item.says for item in case.attestations]
        return "\n\n".join(str(each) for each in told if each).translate(MARKS)

    @cached_property
    def notes(self) -> str:
        """The notes of the chart, structured data left out (the evidence holds those), and what was entered."""
        return "\n\n".join([*(_text(each) for each in self._chart if not _structured(each)), self.entered])

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences and lines of the notes."""
        return tuple(text for text in SENTENCE.split(self.notes) if text.strip())

    @cached_property
    def stemmed(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The same sentences, each with the stems of its words and its numbers."""
        return tuple((text, stems(text)) for text in self.sentences)

    @cached_property
    def holding(self) -> dict[str, list[int]]:
        """By stem, the sentences that hold it, counted from 0."""
        held: dict[str, list[int]] = {}
        for n, (_, own) in enumerate(self.stemmed):
            for stem in own:
                held.setdefault(stem, []).append(n)
        return held

    @cached_property
    def structured(self) -> str:
        """The structured data of the chart, as text."""
        return "\n\n".join(_text(each) for each in self._chart if _structured(each))

    @cached_property
    def everything(self) -> str:
        """The text of every document and what was entered."""
        return "\n\n".join([*(_text(each) for each in self.case.documents), self.entered])

    @cached_property
    def flat(self) -> str:
        """The same on one line: no date or number is parted by a line's end."""
        return self.everything.replace("\n", " ")

    @cached_property
    def payer(self) -> str:
        """The plan's letters."""
        return "\n\n".join(_text(each) for each in self.case.documents if each.source.path.startswith("payer/"))

    @cached_property
    def plan(self) -> str:
        """The plan's letters and policies, on one line."""
        held = [_text(each) for each in self.case.documents if not each.source.path.startswith("chart/")]
        return " ".join(" ".join(held).split())

    @cached_property
    def plan_spoken(self) -> str:
        """The words of the plan's papers, one space between and at either end."""
        return f" {' '.join(TOKEN.findall(self.plan)).lower()} " if self.plan else ""

    @cached_property
    def spoken(self) -> str:
        """Every word, one space between: to find a quotation however its lines broke."""
        return " ".join(TOKEN.findall(self.everything)).lower()

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word, in lower case."""
        return frozenset(self.spoken.split())

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Every word that somewhere has a capital, in lower case: all names of people are among them."""
        return frozenset(word.lower() for word in TOKEN.findall(self.everything) if word[0].isupper())

    @property
    def _chart(self) -> list[Document]:
        return [each for each in self.case.documents if each.source.path.startswith("chart/")]


def stems(text: str) -> frozenset[str]:
    """Give the first letters of each word of a text, and its numbers: what two tellings of one thing share."""
    return frozenset(intern(word[:5]) for word in STEM.findall(text.lower()))


def _text(document: Document) -> str:
    return document.text.translate(MARKS)


def _structured(document: Document) -> bool:
    return "json" in document.source.media or "xml" in document.source.media or document.text.lstrip()[:1] in "{["
