"""What people write under `asks`: a kind of letter, or the service itself."""

import shutil
from datetime import date

import pytest

from remembered import PAPERS
from wellfounded import packs
from wellfounded.casefolder import open_case
from wellfounded.pipeline import GOES_ON, letter_asked

ON = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("asks", "kind"),
    [
        ("appeal", "appeal"),
        ("prior authorization appeal", "appeal"),
        ("Prior authorization", "prior_authorization"),
        ("external review", "external_review"),
        ("36 sessions of left prefrontal TMS", ""),
        ("transcranial magnetic stimulation", ""),
        ("apeal", "apeal"),
    ],
)
def test_asks_names_a_letter_or_the_service(tmp_path, root, asks, kind):
    folder = tmp_path / "case"
    shutil.copytree(root / "examples" / "tms", folder)
    path = folder / "case.yaml"
    path.write_text("\n".join(line for line in path.read_text().splitlines() if not line.startswith("asks:")))
    path.write_text(f"{path.read_text()}\nasks: {asks}\n")
    assert letter_asked(open_case(folder, ON, memory=PAPERS), packs.shipped()) == kind


@pytest.mark.parametrize(
    "words", ["12 more visits of therapy", "continuation", "renewal of oxygen", "6 additional weeks"]
)
def test_words_that_ask_to_go_on_are_heard(words):
    assert GOES_ON.search(words)
