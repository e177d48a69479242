from functools import cache
from pathlib import Path

import pytest
import yaml

from wellfounded.read import document
from wellfounded.read.payer.paper import paper
from wellfounded.read.readers import eob, payer_notice

DEV = Path(__file__).parent / "dev"
PAPERS = sorted(path.stem for path in DEV.glob("*.yaml"))
NOTICES = ("denial", "partial_approval", "approval", "pend", "information_request", "eob", "transition_notice")


def reading(stem):
    source = document(f"{stem}.txt", (DEV / f"{stem}.txt").read_bytes())
    reader = max((eob, payer_notice), key=lambda one: one.score(source))
    return source, reader.read(source)


first = cache(reading)  # nobody can change a reading, so that one serves every test


@pytest.mark.parametrize("stem", PAPERS)
def test_a_paper_is_of_its_kind(stem):
    gold = yaml.load((DEV / f"{stem}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    if gold["kind"] in NOTICES:
        assert first(stem)[1].kind == gold["kind"]


@pytest.mark.parametrize("stem", PAPERS)
def test_every_value_is_quoted_word_for_word(stem):
    source, found = first(stem)
    for field in found.fields:
        field.basis.verify(source.text)


@pytest.mark.parametrize("stem", PAPERS)
def test_two_readings_are_the_same(stem):
    assert reading(stem) == first(stem)


def test_a_paper_is_laid_out_in_a_copy_of_the_same_length():
    for stem in PAPERS:
        source = document(f"{stem}.txt", (DEV / f"{stem}.txt").read_bytes())
        assert len(paper(source).plain) == len(source.text)
