"""The policies written for development must stay read as they were understood."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def figures():
    spec = importlib.util.spec_from_file_location("bench_criteria", ROOT / "bench/criteria.py")
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    return bench.table(bench.measure(Path(__file__).parent / "dev"))


FLOORS = {"leaf F1": 0.98, "logic": 0.98, "exact trees": 0.9, "test kind": 0.95, "slots": 0.95, "front matter": 0.97}


@pytest.mark.parametrize(("row", "floor"), FLOORS.items())
def test_the_development_policies_are_read_above_the_floor(figures, row, floor):
    assert figures[row] >= floor
