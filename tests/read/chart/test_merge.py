"""A chart over several documents: said once, told apart, disagreement kept."""

from dataclasses import replace

from read.chart.paper import paper
from wellfounded.model.basis import Derivation, SourceId, quotes
from wellfounded.model.determination import Reading
from wellfounded.read.merge import merge
from wellfounded.read.readers import clinic_note


def note(text: str, number: int) -> Reading:
    document = paper(text)
    return clinic_note.read(replace(document, source=replace(document.source, id=SourceId(str(number) * 64))))


def test_one_treatment_in_two_notes_is_one_trial_resting_on_both() -> None:
    first = note("Date of service: 01/10/2025\nHPI: Sertraline was started on 01/02/2025.", 1)
    second = note("Date of service: 04/10/2025\nHPI: Sertraline 200 mg was stopped on 04/01/2025, no response.", 2)
    evidence, _ = merge([first, second])
    (only,) = [e for e in evidence if e.trial]
    assert only.trial
    assert (str(only.trial.start), str(only.trial.stop), only.trial.outcome.value) == (
        "2025-01-02",
        "2025-04-01",
        "failed",
    )
    assert isinstance(only.basis, Derivation)
    assert {quote.at.source for quote in quotes(only.basis)} == {"1" * 64, "2" * 64}


def test_what_a_later_list_still_carries_is_shown_as_a_conflict() -> None:
    first = note("Date of service: 02/04/2025\nHPI: Sertraline was stopped on 02/04/2025, no response.", 1)
    second = note("Date of service: 06/04/2025\nMedications:\n- sertraline 200 mg daily\n", 2)
    evidence, conflicts = merge([first, second])
    (only,) = [e.trial for e in evidence if e.trial]
    assert only.status.value == "past"
    assert [c.about for c in conflicts] == ["trial of sertraline: status"]


def test_text_copied_forward_counts_once_and_the_earliest_note_keeps_it() -> None:
    line = "ASSESSMENT\nUnable to climb stairs.\n"
    evidence, _ = merge([note(f"Date of service: 0{n}/04/2025\n{line}", n) for n in (1, 2, 3)])
    (only,) = [e for e in evidence if e.kind.value == "function" and "stairs" in e.statement]
    assert str(only.written) == "2025-01-04"
    assert len(list(quotes(only.basis))) == 3


def test_every_dated_score_is_kept() -> None:
    notes = [note(f"Date of service: 0{n}/04/2025\nPHQ-9 {20 - n}", n) for n in (1, 2, 3)]
    evidence, _ = merge([*notes, notes[0]])
    assert [e.value.value for e in evidence if e.value] == [19, 18, 17]


def test_what_ended_and_is_asked_for_again_is_two_trials() -> None:
    first = note("Date of service: 01/10/2024\nHPI: Adalimumab was stopped on 01/02/2024 when coverage lapsed.", 1)
    second = note("Date of service: 04/10/2025\nPLAN:\nStart adalimumab 40 mg every two weeks.", 2)
    evidence, _ = merge([first, second])
    assert sorted(e.trial.status.value for e in evidence if e.trial) == ["past", "planned"]
