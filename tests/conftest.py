"""What every test may use: the repository's root and small nouns built by hand."""

import gc
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import integers

from wellfounded.cli import _patterns
from wellfounded.model.basis import Quote, SourceId, Span
from wellfounded.model.letter import Sentence

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src"
_patterns.use()  # as every command does: to compile three thousand patterns takes each worker seconds


def pytest_collection_finish():
    """Let no search for cycles walk again what was collected, and pay here for what hypothesis reads of our modules.

    When it draws a constant it parses every module of ours imported since the last: a second in a fresh clone, where a
    test's first call imports its room, and that test was then told that its input is slow.
    """
    for path in sorted((SOURCE / "wellfounded").rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        if "clinic" not in parts and parts[-1] not in {"__main__", "__init__"}:  # Django wants its settings first
            import_module(".".join(parts))
    _drawn()
    gc.freeze()


@settings(max_examples=200, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(integers())
def _drawn(_):
    """Draw so often that one draw in twenty, which takes a constant, is among them."""


@pytest.fixture
def root():
    return ROOT


def resting(line: str) -> Sentence:
    """Build a sentence from the house notation: ``claim  <-  passage``."""
    claim, _, passage = (part.strip() for part in line.partition("<-"))
    return Sentence(claim, (Quote(passage, Span(SourceId("t"), 0, len(passage), 1)),), 1)
