"""The policies and rules that a paper names as its ground, as a tagger found their title, number and section."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path

from wellfounded.model.determination import CriterionCited, Field
from wellfounded.read.payer.criteria_cited import criteria
from wellfounded.read.payer.learned.tokens import Token, tokens
from wellfounded.read.payer.paper import Paper, clean
from wellfounded.read.payer.zones import placed
from wellfounded.wire.crf import OUTSIDE, weights

WEIGHTS = Path(__file__).with_name("cited.crf")
PARTS = {"crit_title": "title", "crit_number": "number", "crit_section": "section"}
APART = 60  # characters between the parts of one citation
BESIDE = 250  # characters over which one citation stands
LONG = 250  # words of a sentence that are looked at
MOST = 5  # parts of a cluster that are tried
LEAST = 0.25  # under this a word is no part of a citation
SMALL = frozenset({"of", "and", "for", "the", "&"})  # words inside a title
BOOKS = frozenset(  # what a ground may be
    """
    policy policies guideline guidelines criteria criterion bulletin rule rules manual handbook booklet brochure
    certificate document contract plan lcd ncd lcds determination determinations article protocol protocols standard
    standards code regulation regulations act norm list schedule program assessment statement description evidence
    coverage terms conditions exclusions exclusion guide formulary pol guidance reference membership agreement
    bedingungen richtlinie tarifbedingungen spd eoc cfr sgb
    """.split()  # noqa: SIM905 - a list of words reads better so
)
PLACES = frozenset(  # what a place in it may be
    """
    section sections sec sect part parts chapter ch article art clause item items page pages p pp paragraph para step
    rule table exclusion exclusions condition annex annexure appendix line ziffer nr abs dimension level entry
    subsection subset element provision
    """.split()  # noqa: SIM905
)
MAKERS = frozenset(  # who makes one
    """
    interqual mcg milliman asam nccn odg mtus acoem locus calocus casii hayes evicore aim drugdex nice cms tricare tpm
    tom medicare medicaid fda ahfs aasm
    """.split()  # noqa: SIM905
)
CITES = frozenset(  # how a notice comes to speak of one
    """
    under per see meet meets met based according used using relied applied by basis source reference ref named
    following requires require asks ask wants calls says lists pays covers excludes satisfies satisfy followed
    compared measured gem\u00e4\u00df nach laut
    """.split()  # noqa: SIM905
)
CLASSES = (("B", BOOKS), ("P", PLACES), ("M", MAKERS), ("C", CITES))
NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)
AROUND = 7  # words in which a class of word is told
NUMBERED = re.compile(r"[A-Z]{1,6}[-. ]?\d|\d+\.\d+\.\d+|§")


@dataclass(frozen=True, slots=True)
class Run:
    """The words of one sentence, from which place among the paper's, with what is told of each."""

    words: tuple[Token, ...]
    features: list[list[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words that may be the title, number or section of a citation, and how sure the tagger is of it."""

    name: str
    start: int
    end: int
    sure: float


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation that may be meant: some parts of a cluster, with the parts of the cluster that it leaves out."""

    field: Field
    sure: float
    parts: tuple[Part, ...]
    left: tuple[Part, ...]


@lru_cache(maxsize=8)
def cited(paper: Paper) -> tuple[Cited, ...]:
    """Give each citation that the tagged parts can make, in the order of the text; the same may be given twice."""
    judge = weights(WEIGHTS)
    return tuple(
        one
        for run in runs(paper)
        for cluster in _clusters(_parts(run, judge.each(run.features)))
        for one in _made(paper, cluster)
    )


def _parts(run: Run, each: Sequence[dict[str, float]]) -> Iterator[Part]:
    """Give the runs of words that are likelier than LEAST part of a citation, each under its likeliest name."""
    named = [
        max((name for name in PARTS), key=lambda name: one.get(name, 0.0)) if 1 - one[OUTSIDE] >= LEAST else OUTSIDE
        for one in each
    ]
    start = 0
    for end in range(1, len(named) + 1):
        if end < len(named) and named[end] == named[start]:
            continue
        if named[start] != OUTSIDE and any(
            token.word[0].isalnum() or token.word == "§" for token in run.words[start:end]
        ):
            sure = sum(1 - one[OUTSIDE] for one in each[start:end]) / (end - start)
            yield Part(named[start], run.words[start].start, run.words[end - 1].end, sure)
        start = end


def _clusters(parts: Iterator[Part]) -> Iterator[tuple[Part, ...]]:
    held: list[Part] = []
    for part in parts:
        if held and part.start - held[-1].end > APART:
            yield tuple(held[:MOST])
            held = []
        held.append(part)
    if held:
        yield tuple(held[:MOST])


def _made(paper: Paper, cluster: tuple[Part, ...]) -> Iterator[Cited]:
    """Give what the parts of a cluster can mean: with one title, or all, or none; and so its number and its section."""
    for titles, numbers, sections in product(*(_chosen(cluster, name) for name in PARTS)):
        parts = tuple(sorted((*titles, *numbers, *sections), key=lambda part: part.start))
        if parts and parts[-1].end - parts[0].start < BESIDE:
            said = {
                PARTS[name]: ", ".join(_bare(paper, part.start, part.end) for part in some)
                for name, some in zip(PARTS, (titles, numbers, sections), strict=True)
            }
            value = CriterionCited(**said)
            if value.title or value.number or value.section:
                field = Field("criterion_cited", value, paper.quote(parts[0].start, parts[-1].end))
                left = tuple(part for part in cluster if part not in parts)
                yield Cited(field, min(part.sure for part in parts), parts, left)


def _chosen(cluster: tuple[Part, ...], name: str) -> list[tuple[Part, ...]]:
    held = tuple(part for part in cluster if part.name == name)
    return [(), *((part,) for part in held), *([held] if len(held) > 1 else [])]


def runs(paper: Paper, *, rules: bool = True) -> Iterator[Run]:
    """Give the sentences in which something may be cited, as features; *rules*: with what rules take for a citation."""
    held = tokens(paper)
    ruled = list(_ruled(paper)) if rules else []
    at, before = 0, ""
    for each in placed(paper):
        start, end = each.sentence.start, each.sentence.end
        while at < len(held) and held[at].start < start:
            at += 1
        last = at
        while last < len(held) and held[last].start < end:
            last += 1
        words = held[at : min(last, at + LONG)]
        if _may_cite(paper, words, start, end):
            here = [span for span in ruled if span[1] < end and span[2] > start]
            about = [f"z={each.zone.value}", *(f"h={word}" for word in _plain(each.heading)[:4])]
            about += ["upper"] if each.sentence.text.isupper() else []
            about += [f"before={name}" for name in _classes(before)]
            yield Run(words, [_features(paper, words, n, here, about) for n in range(len(words))])
        before = each.sentence.text
        at = last


def _may_cite(paper: Paper, words: Sequence[Token], start: int, end: int) -> bool:
    if any(token.word in BOOKS or token.word in MAKERS or token.word in PLACES for token in words):
        return True
    return bool(NUMBERED.search(paper.plain, start, end))


def _ruled(paper: Paper) -> Iterator[tuple[str, int, int]]:
    for field in criteria(paper):
        cited = field.value
        span = field.basis.at
        for part in ("title", "number", "section"):
            said = getattr(cited, part)
            where = paper.plain.find(said, max(0, span.start - 90), span.end + 60) if said else -1
            if where >= 0:
                yield part, where, where + len(said)


def _plain(text: str) -> list[str]:
    return re.findall(r"[a-zà-ÿ]+", text.lower())


def _classes(text: str) -> list[str]:
    words = set(_plain(text))
    return [name for name, held in CLASSES if words & held]


def _class(word: str) -> str:
    return "".join(name for name, held in CLASSES if word in held)


def _features(
    paper: Paper, words: Sequence[Token], at: int, ruled: list[tuple[str, int, int]], about: list[str]
) -> list[str]:
    token = words[at]
    found = [f"w={token.word}", f"s={token.shape}", f"p={token.word[:3]}", f"x={token.word[-3:]}", "any", *about]
    found += [f"c={_class(token.word)}", f"m={token.looks}"]
    for step in NEAR:
        there = at + step
        if not 0 <= there < len(words):
            found.append(f"w{step}=^")
            continue
        other = words[there]
        found.append(f"w{step}={other.word}")
        if -3 <= step <= 3:
            found.append(f"s{step}={other.shape}")
        if named := _class(other.word):
            found.append(f"c{step}={named}")
    for first in (-2, -1, 0, 1):
        if at + first >= 0 and at + first + 1 < len(words):
            one, two = words[at + first], words[at + first + 1]
            found.append(f"two{first}={one.word}|{two.word}")
            found.append(f"ss{first}={one.shape}|{two.shape}")
    for name, held in CLASSES:
        back = next((n for n in range(1, AROUND) if at - n >= 0 and words[at - n].word in held), 0)
        on = next((n for n in range(1, AROUND) if at + n < len(words) and words[at + n].word in held), 0)
        found += [f"{name}back"] * bool(back) + [f"{name}on"] * bool(on)
        found += [f"{name}any"] if any(word.word in held for word in words) else []
    found += _enclosed(paper, words, at)
    here = [part for part, start, end in ruled if start <= token.start < end]
    found += [f"rule {part}" for part in here] or (["rule beside"] if ruled else ["rule none"])
    if here:
        found.append(f"rule {here[0]} {token.shape}")
    return found


def _enclosed(paper: Paper, words: Sequence[Token], at: int) -> list[str]:
    ahead = [paper.plain[token.start] for token in words[:at]]
    quoted = ahead.count('"') % 2 == 1
    depth = ahead.count("(") - ahead.count(")")
    found = ["quoted"] if quoted else []
    if depth > 0:
        opened = max(n for n, mark in enumerate(ahead) if mark == "(")
        found += ["bracket", f"bracket {min(3, at - opened)}"]
        close = next((n for n, token in enumerate(words[at:]) if paper.plain[token.start] == ")"), 9)
        found.append(f"closes {min(3, close)}")
    caps = 0
    while caps < at and (words[at - caps - 1].shape.startswith("X") or words[at - caps - 1].word in SMALL):
        caps += 1
    found.append(f"capitals before {min(4, caps)}")
    if at == 0:
        found.append("opens")
    return found


def _bare(paper: Paper, start: int, end: int) -> str:
    """Give the words of a part without the marks around it; a bracket that it opens stays closed."""
    text = paper.plain[start:end]
    if text.count("(") > text.count(")") and paper.plain[end : end + 1] == ")":
        text += ")"
    return clean(text).strip(" .,:;\"'")
