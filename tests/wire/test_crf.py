"""Weights learned from labelled sequences say what they were taught, the same bytes each time."""

from pathlib import Path

import pytest

from wellfounded.wire.crf import Weights, learn

TAUGHT = [
    ([["w=member"], ["w=id"], ["w=x12", "digits", "-2=member"]], ["O", "O", "member_id"]),
    ([["w=claim"], ["w=no"], ["w=y77", "digits", "-2=claim"]], ["O", "O", "claim_number"]),
    ([["w=dear"], ["w=member"]], ["O", "O"]),
] * 4


def test_a_tagger_gives_the_runs_it_was_taught_with_how_sure_it_is(tmp_path: Path) -> None:
    learn(TAUGHT, tmp_path / "w.crf")
    (found,) = Weights(tmp_path / "w.crf").tag([["w=member"], ["w=id"], ["w=z9", "digits", "-2=member"]])
    assert (found.label, found.start, found.end) == ("member_id", 2, 3)
    assert 0.5 < found.sure <= 1


def test_a_choice_gives_probabilities_that_sum_to_one(tmp_path: Path) -> None:
    learn([([["yes"]], ["a"]), ([["no"]], ["b"])] * 3, tmp_path / "w.crf")
    chosen = Weights(tmp_path / "w.crf").choose(["yes"])
    assert max(chosen, key=chosen.__getitem__) == "a"
    assert sum(chosen.values()) == pytest.approx(1)


def test_the_same_papers_give_the_same_weights(tmp_path: Path) -> None:
    learn(TAUGHT, tmp_path / "one.crf")
    learn(TAUGHT, tmp_path / "two.crf")
    assert (tmp_path / "one.crf").read_bytes() == (tmp_path / "two.crf").read_bytes()


def test_nothing_to_tag_gives_nothing(tmp_path: Path) -> None:
    learn(TAUGHT, tmp_path / "w.crf")
    assert Weights(tmp_path / "w.crf").tag([]) == ()
