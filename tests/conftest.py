"""What every test may use: the repository's root and small nouns built by hand."""

import gc
from pathlib import Path

import pytest

from wellfounded.cli import _patterns
from wellfounded.model.basis import Quote, SourceId, Span
from wellfounded.model.letter import Sentence

ROOT = Path(__file__).parent.parent
_patterns.use()  # as every command does: to compile three thousand patterns takes each worker seconds


def pytest_collection_finish():
    """Let no search for cycles walk again what was collected, which lives to the end."""
    gc.freeze()


@pytest.fixture
def root():
    return ROOT


def resting(line: str) -> Sentence:
    """Build a sentence from the house notation: ``claim  <-  passage``."""
    claim, _, passage = (part.strip() for part in line.partition("<-"))
    return Sentence(claim, (Quote(passage, Span(SourceId("t"), 0, len(passage), 1)),), 1)
