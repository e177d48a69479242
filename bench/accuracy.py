"""Measure every reader on the documents of a set, beside floor and goal, with intervals: `make accuracy`.

An interval is the middle 95 % of 400 bootstrap samples of whole documents (a fixed seed, so the same table each time).
`python bench/accuracy.py tests/fresh` measures another set of the same layout; `--worst` names the failures of whole
cases by class, `--fax` sends a third of their charts by fax first (minutes, for the engine that reads pictures).
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "tests"), str(ROOT / "src")]

import chart  # noqa: E402
import payer  # noqa: E402

import check  # noqa: E402
import criteria  # noqa: E402
import fresh  # noqa: E402
import match  # noqa: E402

SAMPLES = 400
FAX, WORST = "--fax" in sys.argv, "--worst" in sys.argv
FRESH = ROOT / "tests" / "fresh"


@dataclass
class Task:
    """One set of documents: its units (a document each), and the figures of any list of units."""

    title: str
    units: list[Any]
    figures: Callable[[Sequence[Any]], dict[str, float]]


# What docs/reference/accuracy.md holds each figure against: floor and goal; "<" where less is better.
TARGETS = {
    "document kind": (0.95, 0.99),
    "identifiers, dates, stated deadlines: recall": (0.95, 0.98),
    "reason, macro-F1": (0.88, 0.93),
    "plan market, macro-F1": (0.88, 0.93),
    "criterion cited, F1": (0.80, 0.90),
    "invented values a paper <": (0.2, 0.05),
    "policy leaves, F1": (0.95, 0.98),
    "policy logic of leaf pairs": (0.90, 0.95),
    "exact trees": (0.65, 0.80),
    "test kind": (0.90, 0.95),
    "test slots": (0.85, 0.92),
    "drug": (0.95, 0.97),
    "dose": (0.90, 0.95),
    "score or lab, exact": (0.95, 0.98),
    "treatment status, 6-way": (0.82, 0.90),
    "trial: agent, status, outcome, F1": (0.72, 0.80),
    "claim of failure, precision": (0.97, 0.99),
    "claim of failure, recall": (0.65, 0.80),
    "requirement: met, not met, unknown": (0.86, 0.90),
    "false met among met <": (0.02, 0.01),
    "decision at the root": (0.93, 0.96),
    "planted defects found": (0.92, 0.97),
    "name, sex, side, birth date found": (0.98, 1.0),
    "false alarms a clean letter <": (0.5, 0.2),
}


def payers(folder: Path) -> Task:
    """Payer documents with gold beside them."""
    names = {"invented values a paper": "invented values a paper <"}
    return Task(
        "payer documents",
        fresh.papers(folder) if FRESH in folder.parents else payer.papers(folder),
        lambda units: {names.get(name, name): figure for name, figure, _ in payer.rows(list(units))},
    )


def policies(folder: Path) -> Task:
    """Policies with gold trees."""
    names = {
        "leaf F1": "policy leaves, F1",
        "logic": "policy logic of leaf pairs",
        "exact trees": "exact trees",
        "test kind": "test kind",
        "slots": "test slots",
    }
    return Task(
        "policies",
        criteria.measure(folder),
        lambda units: {names[k]: v for k, v in criteria.table(list(units)).items() if k in names},
    )


def notes(folder: Path) -> Task:
    """Clinic notes with gold trials and values."""
    names = {
        ("drug", "F1"): "drug",
        ("dose", "exact"): "dose",
        ("score or lab", "exact"): "score or lab, exact",
        ("status", "6-way accuracy"): "treatment status, 6-way",
        ("trial", "agent+status+outcome F1"): "trial: agent, status, outcome, F1",
        ("failed claim", "precision"): "claim of failure, precision",
        ("failed claim", "recall"): "claim of failure, recall",
    }

    def figures(units: Sequence[chart.Score]) -> dict[str, float]:
        whole = chart.Score(sum((unit.tally for unit in units), Counter()))
        return {names[task, how]: figure for task, how, figure, _ in whole.rows() if (task, how) in names}

    paths = [path for path in sorted(folder.glob("*.txt")) if path.with_suffix(".yaml").is_file()]
    return Task("clinic notes", [chart.scored(folder, path.name) for path in paths], figures)


def cases(folder: Path) -> Task:
    """Requirements with evidence and gold verdicts."""

    def one(data: dict[str, Any]) -> tuple[list[tuple[str, str]], tuple[str, str] | None]:
        found, gold, _ = match.run(data)
        pairs = [(want, found.of(id_).verdict.value) for id_, want in gold.items()]
        return pairs, (data["root"], found.root.value) if "root" in data else None

    def figures(units: Sequence[Any]) -> dict[str, float]:
        pairs = [pair for unit in units for pair in unit[0]]
        roots = [unit[1] for unit in units if unit[1]]
        met = [want for want, got in pairs if got == "met"]
        found = {
            "requirement: met, not met, unknown": share([want == got for want, got in pairs]),
            "false met among met <": share([want != "met" for want in met]),
        }
        return found | ({"decision at the root": share([want == got for want, got in roots])} if roots else {})

    if (folder / "gold.yaml").is_file() or any(folder.glob("*/gold.yaml")):
        walked = fresh.cases(folder, fax=FAX)
        if WORST:
            worst(walked)
        held = [(each.pairs, each.root) for each in walked]
        return Task(
            "whole cases, from the papers to the decision" + (", charts partly faxed" if FAX else ""), held, figures
        )
    sets = [folder, folder.parent / "whole"] if folder.name == "dev" else [folder]
    return Task("requirements on a correct tree", [one(data) for each in sets for data in match.load(each)], figures)


def worst(walked: Sequence[fresh.Walked]) -> None:
    """Print the failures by class: the kind of test, the verdict that is right, ours, and one of their texts."""
    classes: dict[tuple[str, str, str], list[str]] = {}
    for each in walked:
        for want, got, kind, text in each.leaves:
            if want != got:
                classes.setdefault((kind, want, got), []).append(f"{each.name}: {text}")
    print("\nfailures by class: the test, what is right, what was found")
    for (kind, want, got), held in sorted(classes.items(), key=lambda row: -len(row[1])):
        print(f"  {len(held):3}  {kind:32} {want:8} {got:8} {held[0][:90]}")


def letters(folder: Path) -> Task:
    """Clean letters, each with its planted defects."""
    grave = {"name", "sex", "side", "laterality", "birth_date", "date of birth", "dob"}

    def figures(units: Sequence[Any]) -> dict[str, float]:
        planted = [(kind, hit, n) for recall, _, _ in units for kind, (hit, n) in recall.items()]
        worst = [(hit, n) for kind, hit, n in planted if kind in grave]
        return {
            "planted defects found": ratio((hit, n) for _, hit, n in planted),
            "name, sex, side, birth date found": ratio(worst),
            "false alarms a clean letter <": share(
                [float(len(held)) for _, alarms, _ in units for held in alarms.values()]
            ),
        }

    return Task(
        "letters with planted defects", [check.measure([path]) for path in sorted(folder.glob("*.yaml"))], figures
    )


def share(held: Sequence[float]) -> float:
    """Give the mean, or 0 of nothing."""
    return sum(held) / len(held) if held else 0.0


def ratio(held: Any) -> float:
    """Give the sum of the first over the sum of the second."""
    rows = list(held)
    return sum(hit for hit, _ in rows) / max(1, sum(n for _, n in rows))


def interval(task: Task) -> dict[str, tuple[float, float]]:
    """Give the middle 95 % of each figure over bootstrap samples of the units."""
    chance = random.Random(7)
    drawn = [task.figures(chance.choices(task.units, k=len(task.units))) for _ in range(SAMPLES)]
    low, high = int(SAMPLES * 0.025), int(SAMPLES * 0.975) - 1
    return {name: (held[low], held[high]) for name in drawn[0] for held in [sorted(each[name] for each in drawn)]}


def tasks(root: Path) -> list[Task]:
    """Give the tasks of a set: the development set lies beside its tests, another set under one folder."""
    dev = root == ROOT / "tests"
    found = [
        (payers, root / ("read/payer/dev" if dev else "payer")),
        (policies, root / ("criteria/dev" if dev else "policy")),
        (notes, root / ("read/chart/dev" if dev else "chart")),
        (cases, root / ("match/dev" if dev else "case")),
        *([(cases, root / "match/cases")] if dev else []),
        (letters, root / ("check/letters" if dev else "letters")),
    ]
    return [make(folder) for make, folder in found if folder.is_dir()]


def main() -> None:
    """Print the table."""
    named = [each for each in sys.argv[1:] if not each.startswith("-")]
    root = Path(named[0]).resolve() if named else ROOT / "tests"
    for task in tasks(root):
        print(f"\n{task.title} ({len(task.units)})")
        spread = interval(task)
        for name, figure in task.figures(task.units).items():
            floor, goal = TARGETS[name]
            low, high = spread[name]
            less = name.endswith("<")
            passed = figure <= floor if less else figure >= floor
            reached = figure <= goal if less else figure >= goal
            mark = "goal" if reached else "floor" if passed else "BELOW"
            held = f"{figure:7.3f}  [{low:.3f}, {high:.3f}]  floor {floor:<5} goal {goal:<5} {mark}"
            print(f"  {name.removesuffix(' <'):<46}{held}")


if __name__ == "__main__":
    main()
