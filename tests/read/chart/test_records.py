"""Records of fills, doses, sessions and use are read row by row, and fills add up to the days they supply."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from read.chart.paper import paper
from wellfounded.model.basis import SourceId, quotes
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.use import Fill, Session, Tally
from wellfounded.read import document, read_chart
from wellfounded.read.chart.json import plain
from wellfounded.read.merge import merge
from wellfounded.read.readers import clinic_note

HERE = Path(__file__).parent / "records"
NAMES = sorted(path.stem for path in HERE.glob("*.txt"))


def gold(name: str) -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text())
    return held


def chart(text: str) -> tuple[list[Evidence], list[Evidence], list[str]]:
    """Give every row as read, the merged chart and what its sources dispute; "===" parts two papers."""
    readings = []
    for n, part in enumerate(text.split("\n===\n")):
        made = paper(part)
        readings.append(clinic_note.read(replace(made, source=replace(made.source, id=SourceId(str(n) * 64)))))
    merged, conflicts = merge(readings)
    return [e for reading in readings for e in reading.evidence], list(merged), [c.about for c in conflicts]


@pytest.mark.parametrize("name", [name for name in NAMES if "rows" in gold(name)])
def test_every_row_is_read_with_its_day_its_supply_and_whether_it_was_a_hand_over(name):
    rows, _, _ = chart((HERE / f"{name}.txt").read_text())
    fills = [e for e in rows if isinstance(e.use, Fill)]
    told = [[str(e.on), e.name, e.use.days, e.use.standing] for e in fills if isinstance(e.use, Fill)]
    assert sorted(told, key=str) == sorted([[str(row[0]), *row[1:]] for row in gold(name)["rows"]], key=str)


@pytest.mark.parametrize("name", [name for name in NAMES if "supply" in gold(name)])
def test_the_fills_add_up_to_the_days_they_supply(name):
    _, merged, _ = chart((HERE / f"{name}.txt").read_text())
    held = {e.name: e.trial.supply for e in merged if e.trial and e.trial.supply}
    wanted = {key: [*map(str, value[:2]), *value[2:]] for key, value in gold(name)["supply"].items()}
    counted = {key: [str(s.first), str(s.last), s.days, s.covered] for key, s in held.items() if s and key in wanted}
    assert counted == wanted
    if not wanted:
        assert not held


@pytest.mark.parametrize("name", [name for name in NAMES if "uses" in gold(name)])
def test_a_count_of_use_is_read_with_its_unit(name):
    rows, _, _ = chart((HERE / f"{name}.txt").read_text())
    told = [[e.use.n, e.use.of, e.use.unit, *([e.use.least] if e.use.least else [])] for e in rows if isinstance(e.use, Tally)]  # fmt: skip # noqa: E501
    assert told == gold(name)["uses"]


@pytest.mark.parametrize("name", [name for name in NAMES if "sessions" in gold(name)])
def test_sessions_are_kept_or_missed(name):
    rows, _, _ = chart((HERE / f"{name}.txt").read_text())
    held = [e.use.attended for e in rows if isinstance(e.use, Session)]
    assert [held.count(True), held.count(False)] == gold(name)["sessions"]


@pytest.mark.parametrize("name", NAMES)
def test_each_row_is_quoted_where_it_stands_and_written_as_plain_data(name):
    text = (HERE / f"{name}.txt").read_text().split("\n===\n")[0]
    rows = [e for e in clinic_note.read(paper(text)).evidence if e.use]
    for each in rows:
        for quote in quotes(each.basis):
            assert text[quote.at.start : quote.at.end] == quote.exact
    assert len(plain(tuple(rows))["evidence"]) == len(rows)


def test_two_forms_of_one_ingredient_are_two_supplies():
    _, merged, _ = chart((HERE / "29_two_forms_are_two_treatments.txt").read_text())
    sums = {e.trial.supply.covered for e in merged if e.trial and e.trial.supply}
    assert sums <= {60, 90}


def test_a_long_pause_parts_two_courses():
    _, merged, _ = chart((HERE / "30_a_long_pause_parts_two_courses.txt").read_text())
    assert sorted(e.trial.supply.covered for e in merged if e.trial and e.trial.supply) == [56, 112]


def test_a_note_that_tells_another_length_than_the_fills_is_a_conflict():
    text = (HERE / "10_gap_and_restart.txt").read_text()
    _, _, conflicts = chart(text.replace("no response after", "no response after six weeks of it, not"))
    assert "trial of atomoxetine: duration" in conflicts


def test_an_order_for_a_length_of_time_is_no_conflict():
    text = (HERE / "10_gap_and_restart.txt").read_text()
    order = "Clinic note 01/10/2025\nPlan: start atomoxetine 40 mg for 12 months.\n===\n"
    assert "trial of atomoxetine: duration" not in chart(order + text)[2]


def test_what_is_not_handed_over_is_denied():
    rows, _, _ = chart((HERE / "01_retail_with_statuses.txt").read_text())
    held = {str(e.on): e.assertion.polarity for e in rows if e.kind is EvidenceKind.DISPENSE}
    assert (held["2025-05-08"], held["2025-05-30"]) == ("negated", "affirmed")


def test_hand_overs_of_a_bundle_are_rows_and_add_up():
    def handed(n: int, on: str, status: str = "completed") -> dict[str, Any]:
        return {
            "resourceType": "MedicationDispense",
            "id": f"d{n}",
            "status": status,
            "medicationCodeableConcept": {"text": "sertraline 100 mg tablet"},
            "quantity": {"value": 30, "unit": "tablet"},
            "daysSupply": {"value": 30, "unit": "days"},
            "whenHandedOver": on,
        }

    rows = [handed(1, "2025-01-05"), handed(2, "2025-02-06"), handed(3, "2025-03-06", "cancelled")]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": row} for row in rows]}
    made = document("chart.json", json.dumps(bundle).encode())
    merged, conflicts = merge([read_chart(made)])
    (supply,) = [e.trial.supply for e in merged if e.trial]
    standings = [e.use.standing for e in merged if isinstance(e.use, Fill)]
    assert standings == ["dispensed", "dispensed", "rejected"]
    assert supply
    assert (supply.days, supply.covered) == (62, 60)
    assert not conflicts
