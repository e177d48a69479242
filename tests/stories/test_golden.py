"""Every noun on the way of each bundled case stands as it was last written by `make golden`."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "scripts"))

import golden

STORED = sorted(path for path in (golden.STORIES / "golden").rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def made():
    return dict(golden.goldens())


@pytest.mark.parametrize("path", STORED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_noun_is_as_written(made, path):
    assert made[path] == path.read_text(encoding="utf-8"), "look at the difference; `make golden` writes it anew"


def test_every_golden_that_is_made_is_stored_and_none_stands_that_is_no_longer_made(made):
    assert set(STORED) == set(made)
