"""What `wellfounded deadlines` prints, in each of its forms, and what it says of bad input."""

import json

import pytest

from wellfounded import cli


@pytest.fixture
def deadlines(tmp_path, capfdbinary):
    def call(text, *words):
        folder = tmp_path / "case"
        folder.mkdir(exist_ok=True)
        (folder / "case.yaml").write_text(text)
        code = cli.main(["deadlines", str(folder), "--on", "2026-03-20", *words])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


CASE = "coverage: {market: erisa_group, funding: self_funded}\n"


def test_a_day_and_an_hour_are_both_taken(deadlines):
    code, out, _ = deadlines(
        CASE + "received: {denial: 2026-03-12, expedited_appeal: 2026-03-16T14:30-05:00}\n", "--json"
    )
    held = {(one["level"], one["due"]) for one in json.loads(out)}
    assert code == 0
    assert ("internal_appeal", "2026-09-08") in held
    assert ("appeal_decision", "2026-03-19T14:30:00-05:00") in held


@pytest.mark.parametrize("hour", ["2026-03-16T14:30:00-05:00", "2026-03-16 14:30:00-05:00", '"2026-03-16T14:30-05:00"'])
def test_an_hour_may_be_written_as_yaml_writes_it(deadlines, hour):
    _, out, _ = deadlines(f"{CASE}received: {{expedited_appeal: {hour}}}\n", "--json")
    assert "2026-03-19T14:30:00-05:00" in {one["due"] for one in json.loads(out)}


@pytest.mark.parametrize(
    ("received", "says"),
    [
        ("{expedited_appeal: 2026-03-16 14:30:00}", "offset"),
        ("{expedited_appeal: 2026-03-16T14:30}", "offset"),
        ("{denial: next week}", "expected a day"),
        ("{denial: 2026-02-30}", "in no calendar"),
        ("{denial: 2026-03-25T08:00-05:00}", "after the day of this run"),
    ],
)
def test_what_is_no_day_and_no_hour_is_refused_in_one_sentence(deadlines, received, says):
    code, out, err = deadlines(f"{CASE}received: {received}\n")
    assert (code, out) == (65, "")
    assert says in err
    assert "case.yaml" in err


def test_an_unknown_market_names_those_that_exist(deadlines):
    code, out, err = deadlines("coverage: {market: lunar_health}\n")
    assert (code, out) == (78, "")
    assert "lunar_health" in err
    assert "medicare_advantage" in err


def test_an_unknown_market_is_asked_for(deadlines):
    code, out, _ = deadlines("received: {denial: 2026-03-12}\n")
    assert code == 0
    assert "? What kind of coverage is this" in out


def test_the_steps_stand_under_the_table_with_their_reasons(capsys, root):
    assert cli.main(["deadlines", str(root / "examples/tms"), "--on", "2026-03-20"]) == 0
    table, _, steps = capsys.readouterr().out.partition("Next steps, the best one first")
    assert "File the internal appeal by September 5, 2026 to be safe" in table
    assert "1. call the plan's reviewer for the peer-to-peer discussion, by 2026-03-23" in steps
    assert "call before filing" in steps


def test_the_calendar_is_printed_as_it_is_sent(deadlines):
    code, out, _ = deadlines(CASE + "received: {denial: 2026-03-12}\n", "--ics")
    assert code == 0
    assert out.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20260908" in out
