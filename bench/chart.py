"""Measure the chart reader on a folder of notes with gold beside them: drugs, doses, statuses, outcomes, values."""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from wellfounded.model.basis import Source, SourceId, quotes  # noqa: E402
from wellfounded.model.document import Document, Page  # noqa: E402
from wellfounded.model.evidence import Evidence, Trial  # noqa: E402
from wellfounded.read.chart.lexicon import lexicon  # noqa: E402
from wellfounded.read.chart.measure_names import book  # noqa: E402
from wellfounded.read.chart.tokens import tokens  # noqa: E402
from wellfounded.read.merge import merge  # noqa: E402
from wellfounded.read.readers import clinic_note  # noqa: E402

Row = tuple[str, str, float, int]


def note(path: Path) -> Document:
    text = path.read_text(encoding="utf-8")
    return Document(Source(SourceId(path.stem), path.name, "text/plain", 1), text, (Page(1, 0, len(text)),))


def name(agent: str) -> str:
    listed = lexicon().get(agent)
    return listed.ingredient.lower() if listed and listed.what != "class" else agent.lower()


_ROMAN = {"I": 1.0, "II": 2.0, "III": 3.0, "IV": 4.0, "V": 5.0}


def alias(words: str) -> str:
    """Give the treatment a note's own words name: "external CGM (Dexcom G6)" is a continuous glucose monitor."""
    toks = tokens(words)
    hits = (lexicon().at(toks, i) for i in range(len(toks)))
    return next((hit[1].ingredient.lower() for hit in hits if hit), name(words))


def number(value: Any) -> float:
    """Give a gold value's number: "1:160" and "<5" count by their last, "15/16" by its first, a word by none."""
    if isinstance(value, int | float):
        return float(value)
    if str(value) in _ROMAN:
        return _ROMAN[str(value)]
    found = re.findall(r"\d+(?:\.\d+)?", str(value))
    return float(found[0 if "/" in str(value) else -1]) if found else float("nan")


def measure_name(text: str) -> str:
    """Give the one name all spellings of a measure share ("A1c", "hemoglobin A1c"); without marks where unlisted."""
    toks = tokens(text)
    hits = (book().at(toks, i) for i in range(len(toks)))
    listed = next((hit[1].name for hit in hits if hit and hit[0] >= len(toks) - 1), text)
    return re.sub(r"[^a-z0-9]", "", re.sub(r"\b(?:score|total)\b", "", listed.lower()))


def amount(text: object) -> str:
    """Give an amount in one spelling: "155 U" is "155 units", "0.1%" is "0.1 %", "2 cycles" are 2 sessions."""
    low = str(text).lower()
    low = re.sub(r"\b(?:visit|injection|cycle|treatment|session|infusion)s?\b", "sessions", low)
    return re.sub(r"\s", "", re.sub(r"(?<=\d)\s*u\b", "units", low))


def alike(want: str, *read: object) -> bool:
    """Whether one of the amounts read is the one wanted; a gold number printed without a unit asks no unit."""
    bare = re.fullmatch(r"[\d.]+", want)
    return any(amount(r) == amount(want) or (bare and amount(r) == f"{want}mg") for r in read)


def apart(found: list[Trial], gold: list[list[Any]]) -> list[Trial]:
    """Part a combination product into its ingredients, unless the gold names it as the one product."""
    whole = {name(row[0]) for row in gold}
    return [
        replace(trial, ingredient=part) if part != trial.ingredient else trial
        for trial in found
        for part in ([trial.ingredient] if name(trial.ingredient) in whole else trial.ingredient.split("/"))
    ]


def pairs(
    gold: list[list[Any]], found: list[Evidence], also: dict[str, str]
) -> list[tuple[list[Any] | None, Trial | None]]:
    """Pair each gold trial with one found trial of its ingredient or of the note's *also* words, most alike first."""
    left, paired = apart([e.trial for e in found if e.trial], gold), []
    for row in sorted(gold, key=lambda r: -len(r)):
        names = {name(row[0]), alias(also.get(row[0], row[0]))}
        same = [t for t in left if {name(t.ingredient), t.agent.lower()} & names]
        same.sort(key=lambda t: -((t.status == row[1]) + (t.outcome == row[2])))
        if same:
            left.remove(same[0])
        paired.append((row, same[0] if same else None))
    return paired + [(None, t) for t in left]


@dataclass
class Score:
    """What was right, and every miss in a line."""

    tally: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def note(self, path: Path) -> None:
        gold = yaml.load(path.with_suffix(".yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
        document = note(path)
        reading = clinic_note.read(document)
        for piece in reading.evidence:
            for quote in quotes(piece.basis):
                quote.verify(document.text)
        evidence, _ = merge([reading])
        mine = [e for e in evidence if e.assertion.experiencer == "patient"]
        for row, trial in pairs(gold.get("trials") or [], mine, gold.get("also") or {}):
            self.trial(path.stem, row, trial)
        kin = {name(e.trial.ingredient) for e in evidence if e.trial and e.assertion.experiencer == "family"}
        for agent in gold.get("family") or []:
            self.count("family", name(agent) in kin, f"{path.stem}: FAMILY {agent}")
        values = [(measure_name(e.name), e.value.value, str(e.on or "")) for e in evidence if e.value]
        for row in gold.get("values") or []:
            same = [v for v in values if v[0] == measure_name(row[0])]
            want, day = number(row[1]), row[2] if len(row) > 2 else None
            right = any(abs(v - want) < 1e-6 and (day is None or on == str(day)) for _, v, on in same)
            self.count("value", right, f"{path.stem}: VALUE {row} read {same}")
        codes = {c.code for e in evidence for c in e.coding}
        for code in gold.get("diagnoses") or []:
            self.count("code", code in codes, f"{path.stem}: CODE {code}")

    def count(self, what: str, right: bool, miss: str) -> None:  # noqa: FBT001
        self.tally[f"gold_{what}"] += 1
        self.tally[what] += right
        if not right:
            self.misses.append(miss)

    def trial(self, stem: str, row: list[Any] | None, trial: Trial | None) -> None:
        tally = self.tally
        tally["said_failed"] += trial is not None and trial.outcome == "failed"
        if row is None:
            tally["extra"] += 1
            self.misses.append(f"{stem}: EXTRA {trial.ingredient} {trial.status}/{trial.outcome}" if trial else stem)
            return
        said = "/".join(map(str, row))
        tally["gold"] += 1
        tally["gold_failed"] += row[2] == "failed"
        if trial is None:
            self.misses.append(f"{stem}: MISSED {said}")
            return
        whole = trial.status == row[1] and trial.outcome == row[2]
        tally["drug"] += 1
        tally["status"] += trial.status == row[1]
        tally["trial"] += whole
        tally["right_failed"] += trial.outcome == row[2] == "failed"
        if not whole:
            false = " FALSE-FAILED" if trial.outcome == "failed" != row[2] else ""
            self.misses.append(f"{stem}: WRONG{false} {said} read {trial.status}/{trial.outcome}")
        for at, key, value in ((3, "dose", trial.dose), (4, "length", trial.duration)):
            if len(row) > at and row[at] is not None:
                right = alike(str(row[at]), value, trial.duration)
                self.count(key, right, f"{stem}: {key.upper()} {said} read {value}")

    def rows(self) -> list[Row]:
        tally = self.tally
        found = tally["drug"] + tally["extra"]

        def share(task: str, how: str, part: str, whole: int) -> Row:
            return task, how, tally[part] / whole if whole else 0.0, whole

        both = tally["gold"] + found
        return [
            ("drug", "F1", 2 * tally["drug"] / both if both else 0.0, tally["gold"]),
            share("dose", "exact", "dose", tally["gold_dose"]),
            share("duration", "exact", "length", tally["gold_length"]),
            share("status", "6-way accuracy", "status", tally["drug"]),
            ("trial", "agent+status+outcome F1", 2 * tally["trial"] / both if both else 0.0, tally["gold"]),
            share("failed claim", "precision", "right_failed", tally["said_failed"]),
            share("failed claim", "recall", "right_failed", tally["gold_failed"]),
            share("family", "recall", "family", tally["gold_family"]),
            share("score or lab", "exact", "value", tally["gold_value"]),
            share("diagnosis code", "recall", "code", tally["gold_code"]),
        ]


def scored(folder: Path, pattern: str = "*.txt") -> Score:
    """Read every note of *folder* that has gold beside it."""
    score = Score()
    for path in sorted(folder.glob(pattern)):
        if path.with_suffix(".yaml").is_file():
            score.note(path)
    return score


def measure(folder: Path) -> list[Row]:
    """Give rows of (task, measure, figure, count)."""
    return scored(folder).rows()


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests/read/chart/dev"
    result = scored(where, sys.argv[2] if len(sys.argv) > 2 else "*.txt")
    for task, how, figure, n in result.rows():
        print(f"{task:16}{how:26}{figure:6.3f}  n={n}")
    print("\n".join(result.misses))
