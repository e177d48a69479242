"""What every test may use: the repository's root and small nouns built by hand."""

from pathlib import Path

import pytest

from wellfounded.model.basis import Quote, SourceId, Span
from wellfounded.model.letter import Sentence

ROOT = Path(__file__).parent.parent


@pytest.fixture
def root():
    return ROOT


def resting(line: str) -> Sentence:
    """Build a sentence from the house notation: ``claim  <-  passage``."""
    claim, _, passage = (part.strip() for part in line.partition("<-"))
    return Sentence(claim, (Quote(passage, Span(SourceId("t"), 0, len(passage), 1)),), 1)
