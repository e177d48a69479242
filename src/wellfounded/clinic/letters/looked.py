"""References in a person's own words that neither the desk's library nor a paper of the case holds: looked up by hand.

A model, or a memory, makes references that read like real ones. What a pack holds was read at its source; what a
paper of the case cites, the payer or the chart answers for. Of all else the signer says that they looked it up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import msgspec

from wellfounded.check.says import references
from wellfounded.model.basis import Attestation, leaves
from wellfounded.model.case import Case
from wellfounded.model.letter import Letter, Paragraph, Sentence
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack
from wellfounded.packs.schema.letter import LetterPack
from wellfounded.packs.schema.reference import ReferencePack

LOOKED = "I looked it up at its source, and it says this: "
SECTION = re.compile(
    r"\b(?P<title>\d{1,2})\s*(?P<code>C\.?\s?F\.?\s?R|U\.?\s?S\.?\s?C)\b\.?(?:\s*A\.)?"
    r"\s*(?:\u00a7+\s*|parts?\s+|sections?\s+|sec\.\s*)?"
    r"(?P<part>\d{1,5}[a-z]{0,2}(?:[.-]\d+[a-z]?)*)",
    re.IGNORECASE,
)
AUTHOR = r"[A-Z][\w\u2019'-]+(?:\s+(?:and|&)\s+[A-Z][\w\u2019'-]+)?"
FOUND = r"(?=[^.]{0,80}\b(?:found|report|show|demonstrat|conclud|trial|stud(?:y|ies)|remission|recommend))"
# By its author and year: "Miller et al., Journal of ... 2023", "Miller (2023) found".
BY = (
    re.compile(rf"\b(?P<who>{AUTHOR})(?:\s+et\s+al\.?|\s+and\s+colleagues),?[^;]{{0,80}}?(?P<year>(?:19|20)\d\d)\b"),
    re.compile(rf"\b(?P<who>{AUTHOR}),?\s*\((?P<year>(?:19|20)\d\d)\){FOUND}"),
)
# By its journal, year and volume: "J Clin Psychiatry 2023;84".
JOURNAL = re.compile(
    r"\b(?P<who>[A-Z][\w.]*(?:\s+(?:[A-Z][\w.]*|of|and|the|in|for|&))*),?\s*(?P<year>(?:19|20)\d\d)\s*;\s*\d+"
)
BODY = re.compile(
    r"\b(?:(?:American|National|European|International|British|Canadian|World)\s+(?:[\w-]+\s+){0,5}?"
    r"(?:Association|Society|Societies|College|Academy|Network|Foundation|Task Force|Institute|Organization)"
    r"(?:\s+(?:of|for|on)\s+(?:[A-Z][\w-]+|and|the|of)(?:\s+(?:[A-Z][\w-]+|and|of))*)?"
    r"|NCCN|AAD|APA|ACR|ACG|AGA|AAN|AASM|ADA|AHA|ACC|GOLD|GINA|NICE|USPSTF|ASAM|AAOS|IDSA|AACAP|ACOG|CANMAT)\b"
)
SAYS = re.compile(r"\bguidelines?\b|\brecommend\w*\b|\bconsensus\b|\b(?:position|policy) statement\b", re.IGNORECASE)
YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/-])")
NEAR = 110  # characters on either side of a body's name that still speak of its guideline
WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Unheld:
    """One reference that nobody here can vouch for: its words as typed, and what kind of thing it is."""

    words: str
    what: str  # section, study, guideline

    @property
    def says(self) -> str:
        """Say what is wrong, in plain words."""
        return {
            "section": "No law that this desk holds, and no paper of this case, has that section",
            "study": "No reference that this desk holds, and no paper of this case, is that study",
            "guideline": "No reference that this desk holds, and no paper of this case, is that guideline",
        }[self.what]


def unheld(text: str, case: Case, library: Library) -> tuple[Unheld, ...]:
    """Give each reference of *text* that no pack of *library* and no paper of *case* holds, in order, once each."""
    papers = _text(*(document.text for document in case.documents))
    found = [*_sections(text, library), *_studies(text, papers, library), *_guidelines(text, library)]
    outside = [each for _, each in sorted(found, key=lambda one: one[0]) if _key(each.words) not in papers]
    return tuple(dict.fromkeys(outside))


def waiting(letter: Letter, case: Case, library: Library) -> list[tuple[Sentence, Unheld]]:
    """Give each reference in a person's own words that nobody has yet said they looked up."""
    own = [sentence for sentence in letter.sentences if sentence.voice == "clinician"]
    return [(s, each) for s in own for each in unheld(s.text, case, library) if each.words not in vouched(s)]


def vouched(sentence: Sentence) -> set[str]:
    """Give the references of a sentence that a person said they looked up."""
    says = [leaf.says for basis in sentence.basis for leaf in leaves(basis) if isinstance(leaf, Attestation)]
    return {each.removeprefix(LOOKED) for each in says if each.startswith(LOOKED)}


def vouch(letter: Letter, number: int, words: str, who: Attestation) -> Letter:
    """Give the letter with the word of *who*, under sentence *number*, that they looked up the reference *words*."""
    word = replace(who, says=f"{LOOKED}{words}")

    def held(sentence: Sentence) -> Sentence:
        if sentence.number != number or words in vouched(sentence):
            return sentence
        return replace(sentence, basis=(*sentence.basis, word))

    def paragraph(each: Paragraph) -> Paragraph:
        rows = tuple(replace(row, shows=held(row.shows)) for row in each.rows)
        return replace(each, sentences=tuple(held(s) for s in each.sentences), rows=rows)

    return replace(letter, paragraphs=tuple(paragraph(each) for each in letter.paragraphs))


def _sections(text: str, library: Library) -> Iterator[tuple[int, Unheld]]:
    for match in SECTION.finditer(text):
        if _section(match) not in _law(library):
            yield match.start(), Unheld(match[0].strip(" .,;"), "section")


def _studies(text: str, papers: str, library: Library) -> Iterator[tuple[int, Unheld]]:
    known = references.index(library).identifiers
    taken = [each.span for each in references.cited(text, library)]
    for pattern, group in ((references.DOI, 0), (references.PMID, 1)):
        for match in pattern.finditer(text):
            taken.append(match.span())
            if match[group].rstrip(".").lower() not in known:
                yield match.start(), Unheld(match[0].rstrip(".,;"), "study")
    for pattern in (*BY, JOURNAL):
        for match in pattern.finditer(text):
            if any(a - NEAR < match.end() and match.start() < b + NEAR for a, b in taken):
                continue  # it is the reference whose number or title stands beside it
            taken.append(match.span())
            words = WORD.findall(match["who"].lower())
            name = words if pattern is JOURNAL else words[:1]
            theirs = pattern is BY[1] and _key(match["who"]) in papers  # "Sertraline (2024)" is of the chart
            if not theirs and not _published(name, int(match["year"]), library):
                yield match.start(), Unheld(match[0].strip(" .,;("), "study")


def _guidelines(text: str, library: Library) -> Iterator[tuple[int, Unheld]]:
    for match in BODY.finditer(text):
        start = max(text.rfind(". ", 0, match.start()) + 1, match.start() - NEAR, 0)
        stop = text.find(". ", match.end())
        around = text[start : min(len(text) if stop < 0 else stop, match.end() + NEAR)]
        if SAYS.search(around):
            years = {int(year) for year in YEAR.findall(around)}
            held = _of_body(match[0], library)
            if not held & years if years else not held:
                dated = f"{match[0]}, {min(years)}" if years else match[0]
                yield match.start(), Unheld(" ".join(dated.split()), "guideline")


def _section(match: re.Match[str]) -> str:
    return f"{match['title']} {re.sub(r'[^A-Z]', '', match['code'].upper())} {match['part'].lower()}"


@lru_cache(maxsize=2)
def _law(library: Library) -> frozenset[str]:
    """Give every section that a pack cites, and the parts they are of."""
    packs = [pack for shape in (LawPack, LetterPack, ReferencePack) for _, pack in library.all(shape)]
    text = "\n".join(msgspec.json.encode(pack).decode() for pack in packs)
    held = {_section(match) for match in SECTION.finditer(text)}
    return frozenset(held | {each.partition(".")[0] for each in held})


@lru_cache(maxsize=2)
def _publications(library: Library) -> tuple[tuple[frozenset[str], int], ...]:
    """Give the words that name each reference, and its year."""
    return tuple(
        (
            frozenset(WORD.findall(f"{p.organization} {p.authors or ''} {p.journal or ''} {p.title} {id_}".lower())),
            p.year,
        )
        for id_, p in library.all(ReferencePack)
    )


def _published(name: list[str], year: int, library: Library) -> bool:
    return any(abs(held - year) <= 1 and words.issuperset(name) for words, held in _publications(library))


def _of_body(name: str, library: Library) -> set[int]:
    words = set(WORD.findall(name.lower())) - {"of", "for", "on", "and", "the"}
    return {year for held, year in _publications(library) if held.issuperset(words)}


@lru_cache(maxsize=4)
def _text(*texts: str) -> str:
    return _key(" ".join(texts))


def _key(words: str) -> str:
    return " ".join(WORD.findall(words.lower()))
