"""Every noun on the way of each bundled case stands as it was last written by `make golden`."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "scripts"))

import golden

HELD = list(golden.goldens())


@pytest.mark.parametrize(
    ("path", "text"), HELD, ids=lambda v: f"{v.parent.name}/{v.name}" if isinstance(v, Path) else ""
)
def test_the_noun_is_as_written(path, text):
    assert text == path.read_text(encoding="utf-8"), "look at the difference; `make golden` writes it anew"


def test_no_golden_stands_that_is_no_longer_made():
    stored = {path for path in (golden.STORIES / "golden").rglob("*") if path.is_file()}
    assert stored == {path for path, _ in HELD}
