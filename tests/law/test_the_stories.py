"""The bundled cases have the dates that were worked by hand from the rule and the notice."""

from pathlib import Path

import pytest

from remembered import PAPERS
from wellfounded import casefolder, law
from wellfounded.model.determination import REFUSALS
from wellfounded.packs import Library
from wellfounded.packs.plain import load

ROOT = Path(__file__).parents[2]
LIBRARY = Library()
STORIES = {path.stem: load(path.read_text()) for path in sorted((ROOT / "tests/stories").glob("*.yaml"))}
ROWS = [(name, row) for name, story in STORIES.items() for row in story.get("deadlines", ())]


@pytest.fixture(scope="module")
def opened():
    held = {}

    def of(name):
        if name not in held:
            on = STORIES[name]["on"]
            case = casefolder.open_case(ROOT / STORIES[name]["case"], on, memory=PAPERS)
            held[name] = case, law.deadlines(case, on, LIBRARY)
        return held[name]

    return of


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{name}: {row['level']}" for name, row in ROWS])
def test_a_bundled_case_has_the_day_worked_by_hand(name, row, opened):
    case, found = opened(name)
    if row["level"] == "peer to peer" and case.reading(*REFUSALS).first("peer_to_peer") is None:
        pytest.skip("the offer to talk was not read")
    due = [one for one in found if one.whose == row["whose"] and one.due and one.due.value == row["due"]]
    assert due, f"nothing is due on {row['due']}"
    safes = {row.get("safe", row["due"]), *row.get("safe_also", ())}
    assert any(one.safe and one.safe.value in safes for one in due)
