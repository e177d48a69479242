import sys
from pathlib import Path

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import match as bench

TABLES = Path(__file__).parent / "tables"


def rows():
    for path in sorted(TABLES.glob("*.yaml")):
        table = bench.spelled(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader))
        for row in table["rows"]:
            yield pytest.param(path.stem, {"on": table["on"]} | row, id=f"{path.stem}: {row['why']}")


@pytest.mark.parametrize(("kind", "row"), list(rows()))
def test_a_requirement_is_decided_as_its_row_says(kind, row):
    leaf = {
        "id": "r",
        "text": row["text"],
        "test": {"kind": kind} | row["test"],
        "gold": row["verdict"],
        "label": row.get("label", ""),
    }
    found, _, _ = bench.run(row | {"tree": leaf})
    finding = found.of("r")
    assert finding.verdict.value == row["verdict"], finding.why
    assert (finding.gap is None) == (row["verdict"] == "met")


def test_every_kind_of_test_has_a_table_of_at_least_ten_rows():
    counts = {
        path.stem: len(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["rows"]) for path in TABLES.glob("*.yaml")
    }
    assert set(counts) == set(bench.TESTS)
    assert min(counts.values()) >= 10
