"""The notes we wrote, with gold beside them, stay read at least this well."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent


def bench() -> ModuleType:
    """Load bench/chart.py, which is a script and in no package."""
    spec = importlib.util.spec_from_file_location("bench_chart", HERE.parents[2] / "bench" / "chart.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


FLOORS = {
    ("drug", "F1"): 0.95,
    ("dose", "exact"): 0.95,
    ("status", "6-way accuracy"): 0.90,
    ("trial", "agent+status+outcome F1"): 0.80,
    ("failed claim", "precision"): 0.97,
    ("failed claim", "recall"): 0.80,
    ("score or lab", "exact"): 0.95,
}


@pytest.fixture(scope="module")
def figures() -> dict[tuple[str, str], float]:
    return {(task, how): figure for task, how, figure, _ in bench().measure(HERE / "dev")}


@pytest.mark.parametrize("row", FLOORS, ids=" ".join)
def test_a_row_of_the_target_table_holds(row: tuple[str, str], figures: dict[tuple[str, str], float]) -> None:
    assert figures[row] >= FLOORS[row]
