"""What was learned from labelled notes, beside the rules: new names, sure failures, and files that stay small."""

from pathlib import Path

import pytest

from read.chart.paper import paper
from wellfounded.model.basis import quotes
from wellfounded.model.evidence import Evidence
from wellfounded.read.chart import learned
from wellfounded.read.chart.lexicon import lexicon
from wellfounded.read.chart.outline import outline
from wellfounded.read.chart.trials import trials as read_trials

HEAD = "Patient: Ann Sample   DOB 01/02/1980\nDate of service: 06/02/2025\n\n"
WEIGHTS = sorted(Path(learned.__file__).parent.glob("*.crf"))


def trials(text: str) -> list[Evidence]:
    note = paper(HEAD + text)
    return read_trials(note, outline(note.text), lexicon())


def test_no_file_of_weights_is_larger_than_two_megabytes() -> None:
    assert [path.stem for path in WEIGHTS] == ["outcome", "status"]
    assert all(path.stat().st_size <= 2_000_000 for path in WEIGHTS)


@pytest.mark.parametrize(
    "text",
    [
        "HPI: He took naproxen 500 mg for six weeks and it did not help.",
        "HPI: Sertraline 200 mg for ten weeks brought no improvement.",
        "PLAN:\nStart adalimumab 40 mg every two weeks.",
    ],
)
def test_every_quote_is_the_note_s_own_words(text: str) -> None:
    found = trials(text)
    assert found
    for piece in found:
        for quote in quotes(piece.basis):
            quote.verify(HEAD + text)


def test_the_same_note_gives_the_same_reading() -> None:
    text = "HPI: Tried duloxetine, pregabalin and a TENS unit, none of which helped. Now on tramadol 50 mg."
    assert trials(text) == trials(text)


def test_a_failure_that_the_next_sentence_tells_is_quoted_with_it() -> None:
    found = [e for e in trials("HPI: She took sertraline 200 mg for ten weeks. It did nothing for her.") if e.trial]
    failed = [e for e in found if e.trial and e.trial.outcome == "failed"]
    assert failed
    assert all(any("did nothing" in quote.exact for quote in quotes(e.basis)) for e in failed)
