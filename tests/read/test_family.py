"""A paper's family is told by its words, whoever wrote it."""

import pytest

from wellfounded.read import document
from wellfounded.read.family import family

PAPERS = {
    "chart": "Seen w/ her sister. Knee no better since the shot in May. Tried naproxen, stopped, stomach.\n"
    "O: effusion, lacks 10 deg extension. A: OA R knee, worse. P: MRI, PT 2x/wk, recheck 4 wks. BP 138/84.",
    "policy": "Spinal cord stimulation is covered when the member meets all of the following:\n"
    "1. Pain of six months or more\n2. A trial of stimulation with 50% relief\nApproval: 12 months. Revised 2026",
    "notice": "Dear Mr. Alder, Your doctor asked us to pay for a knee brace. We will not pay, as your plan covers one\n"
    "every three years. Member number 5510-2. You may ask us to look again within 180 days of this letter.",
}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_a_new_hand_is_of_its_family(name: str) -> None:
    told = family(document("x.txt", PAPERS[name].encode()))
    assert max(told, key=lambda one: told[one]) == name


def test_a_few_words_are_of_no_family() -> None:
    assert family(document("y.txt", b"call me")) == {}
