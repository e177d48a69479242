"""Learn from the labelled notes of tests/ where a treatment stands and what came of it.

`python scripts/learn_chart.py` writes the weights beside the reader; `--fold c1` learns without the folder of that name
and measures on it instead. The same notes give the same bytes.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "bench")]

import chart as bench  # noqa: E402 - found only once the path is set

from wellfounded.model.basis import Source, SourceId  # noqa: E402 - found only once the path is set
from wellfounded.model.document import Document, Page  # noqa: E402 - found only once the path is set
from wellfounded.read.chart import courses, judge, trials  # noqa: E402 - found only once the path is set
from wellfounded.read.chart.items import Item  # noqa: E402 - found only once the path is set
from wellfounded.read.chart.learned import verdicts  # noqa: E402 - found only once the path is set
from wellfounded.read.chart.learned.page import page  # noqa: E402 - found only once the path is set
from wellfounded.read.chart.lexicon import Agent, lexicon  # noqa: E402 - found only once the path is set
from wellfounded.read.chart.mention import Mention  # noqa: E402 - found only once the path is set
from wellfounded.read.chart.noise import repaired  # noqa: E402 - found only once the path is set
from wellfounded.read.chart.outline import Outline, outline  # noqa: E402 - found only once the path is set
from wellfounded.read.chart.tokens import tokens  # noqa: E402 - found only once the path is set
from wellfounded.wire.crf import learn  # noqa: E402 - found only once the path is set

TESTS = ROOT / "tests"
UNTUNED = {  # notes that no rule was mended on: there, what the rules say may be learned from
    "c1": TESTS / "learn/chart/c1",
    "c2": TESTS / "learn/chart/c2",
    "fresh2": TESTS / "fresh2/chart",
}
TUNED = {"dev": TESTS / "read/chart/dev", "fresh": TESTS / "fresh/chart"}
SENTENCES = TESTS / "learn/chart/sentences"
PHRASES = TESTS / "read/chart/phrases.txt"
MARKED = re.compile(r"\[\[([^|\[\]]+)\|(\w+)\|(\w+)\]\]")
STATUS = {"c": "current", "p": "past", "pl": "planned", "n": "never_taken", "h": "hypothetical", "a": "allergy"}
OUTCOME = {"f": "failed", "pa": "partial", "i": "intolerant", "e": "effective", "u": "unknown"}
HEADS = {"PLAN:": "PLAN:\n", "PAST:": "Past medication trials:\n"}

Place = tuple[int, int]


@dataclass
class Paper:
    """One labelled note: by rows of gold, or with every treatment marked in place."""

    text: str
    tuned: bool = field(kw_only=True)
    gold: dict[str, Any] = field(default_factory=dict)
    marks: dict[Place, tuple[str, str]] | None = None

    def __post_init__(self) -> None:
        self.text = repaired(self.text)
        self.outline: Outline = outline(self.text)
        self.places = dict.fromkeys(self.marks or ()) if self.marks is not None else self._placed()

    @property
    def document(self) -> Document:
        return Document(Source(SourceId("note"), "note", "text/plain", 1), self.text, (Page(1, 0, len(self.text)),))

    def rows(self) -> list[tuple[set[str], list[Any]]]:
        also = self.gold.get("also") or {}
        held = self.gold.get("trials") or []
        return [({bench.name(row[0]), bench.alias(also.get(row[0], row[0])), row[0].lower()}, row) for row in held]

    def _placed(self) -> dict[Place, None]:
        """Find where the treatments of the gold are named."""
        found: dict[Place, None] = {}
        named = list(self.listed())
        kin = [({bench.name(agent), agent.lower()}, [agent]) for agent in self.gold.get("family") or []]
        for names, row in [*self.rows(), *kin]:
            here = [place for held, place in named if held & names]
            if not here:
                spelled = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", row[0])))
                here = [hit.span() for hit in re.finditer(rf"(?<!\w){spelled}s?(?!\w)", self.text, re.IGNORECASE)]
            found |= dict.fromkeys(here)
        return dict.fromkeys(sorted(found))

    def listed(self) -> Iterator[tuple[set[str], Place]]:
        for unit in self.outline.units:
            toks, i = tokens(self.text, unit.start, unit.end), 0
            while i < len(toks):
                hit = lexicon().at(toks, i)
                if hit:
                    place = (toks[i].start, toks[i + hit[0] - 1].end)
                    names = {bench.name(part) for part in (hit[1].ingredient, *hit[1].ingredient.split("/"))}
                    yield names | {self.text[slice(*place)].lower()}, place
                i += hit[0] if hit else 1


def papers(skip: str) -> list[Paper]:
    """Read all labelled notes but those of the folder named *skip*."""
    found = []
    for folders, tuned in ((UNTUNED, False), (TUNED, True)):
        for name, folder in folders.items():
            for path in sorted(folder.glob("*.txt")) if name != skip else ():
                if path.with_suffix(".yaml").is_file():
                    gold = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
                    found.append(Paper(path.read_text(encoding="utf-8"), gold, tuned=tuned))
    for path in sorted(SENTENCES.glob("*.txt")):
        found += [passage(one) for one in re.split(r"(?m)^%%\s*$", path.read_text(encoding="utf-8")) if one.strip()]
    return found + list(phrases())


def passage(text: str) -> Paper:
    """Read one passage whose treatments are marked in place."""
    plain, marks, at = "", {}, 0
    text = text.strip("\n") + "\n"
    for hit in MARKED.finditer(text):
        plain += text[at : hit.start()]
        marks[len(plain), len(plain) + len(hit[1])] = (hit[2], hit[3])
        plain, at = plain + hit[1], hit.end()
    return Paper(plain + text[at:], marks=marks, tuned=False)


def phrases() -> Iterator[Paper]:
    """Read the lines of which each tells one treatment."""
    for line in PHRASES.read_text(encoding="utf-8").splitlines():
        if line:
            gold, _, text = line.partition("|")
            name, status, outcome = gold.split("/")
            body = HEADS[text[:5]] + text[5:].strip() if text[:5] in HEADS else "HPI: " + text.strip()
            yield Paper(body, {"trials": [[name, STATUS[status], OUTCOME[outcome]]]}, tuned=True)


def judged(paper: Paper, marked: Sequence[Item]) -> Iterator[tuple[list[str], str, str]]:
    """Give the features of each treatment, where it stands and what came of it."""
    found, rows = trials.mentions(paper.document, paper.outline, lexicon(), marked)
    laid = page(paper.text, paper.outline, found, rows)
    for course in courses.courses(found):
        for part, status, outcome in labelled(paper, course):
            features = verdicts.together([verdicts.told(laid, m) for m in part])
            if not paper.tuned:
                features += verdicts.ruled(part, counted=any(map(courses.counts, part)))
            yield features, status, outcome


def labelled(paper: Paper, course: list[Mention]) -> Iterator[tuple[list[Mention], str, str]]:
    if paper.marks is not None:
        held: dict[tuple[str, str], list[Mention]] = {}
        for m in course:
            said = next((v for (s, e), v in paper.marks.items() if s < m.end and m.start < e), (verdicts.OTHER, "none"))
            held.setdefault(said, []).append(m)
        for (status, outcome), part in held.items():
            yield part, status, outcome
        return
    names = {m.written.lower() for m in course} | {bench.name(course[0].agent.ingredient)}
    names |= {bench.name(part) for part in course[0].agent.ingredient.split("/")}
    rows = [row for held, row in paper.rows() if held & names]
    kin = {bench.name(agent) for agent in paper.gold.get("family") or []} & names
    if kin and (course[0].family or not rows):
        yield course, verdicts.FAMILY, "none"
    elif not rows or course[0].family:
        yield course, verdicts.OTHER, "none"
    else:
        status = judge.status(course)
        row = next((row for row in rows if row[1] == status), rows[0])
        yield course, row[1], row[2]


def items(paper: Paper) -> list[Item]:
    """Give the names of the gold that the lexicon does not hold, so that they are judged too."""
    held = {place[0] for _, place in paper.listed()}
    return [
        Item("agent", s, e, Agent(" ".join(paper.text[s:e].lower().split()), (), "drug", listed=False))
        for s, e in paper.places
        if s not in held
    ]


def train(held: list[Paper], folder: Path) -> None:
    """Write the two files of weights."""
    said = []
    for paper in held:
        count = 1 if paper.tuned or paper.marks is not None else 2  # whole notes unseen by rules are most like the next
        said += [one for one in judged(paper, items(paper)) for _ in range(count)]
    learn([([f], [status]) for f, status, _ in said], folder / "status.crf", few=3, sparse=0.3, even=0.4)
    taken = [one for one in said if one[1] not in {verdicts.OTHER, verdicts.FAMILY}]
    learn([([f], [outcome]) for f, _, outcome in taken], folder / "outcome.crf", few=3, sparse=0.3, even=0.4)


def main() -> None:
    """Learn, and measure where asked to."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--fold", default="", choices=["", *UNTUNED, *TUNED])
    asked.add_argument("--misses", action="store_true")
    fold = asked.parse_args()
    if not fold.fold:
        train(papers(""), verdicts.FOLDER[0])
        return
    with tempfile.TemporaryDirectory() as place:
        train(papers(fold.fold), Path(place))
        verdicts.FOLDER[0] = Path(place)
        result = bench.scored({**UNTUNED, **TUNED}[fold.fold])
        print(fold.fold, *(f"{p.name} {p.stat().st_size // 1000}k" for p in Path(place).iterdir()))
        for task, how, figure, n in result.rows():
            print(f"{task:16}{how:26}{figure:6.3f}  n={n}")
        if fold.misses:
            print("\n".join(result.misses))


if __name__ == "__main__":
    main()
