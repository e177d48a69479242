"""The line of time draws what was taken and measured, names each source, and is told in words."""

import re
from xml.etree import ElementTree as ET

import pytest

from wellfounded.model.basis import Quote, SourceId, Span
from wellfounded.model.coding import Duration, PartialDate, Quantity
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind, Outcome, Trial, TrialStatus
from wellfounded.render import timeline

NAMES = {"a": "note.txt"}


def quote(page: int = 1) -> Quote:
    return Quote("passage", Span(SourceId("a"), 0, 7, page))


def trial(agent: str, status: TrialStatus = TrialStatus.PAST, who: str = "patient", **told: object) -> Evidence:
    held = Trial(agent, agent, status=status, **told)  # type: ignore[arg-type]
    return Evidence(
        EvidenceKind.TREATMENT_TRIAL, agent, quote(), trial=held, assertion=Assertion(experiencer=who), on=held.start
    )


def score(value: float, day: str) -> Evidence:
    return Evidence(EvidenceKind.SCORE, "PHQ-9", quote(2), value=Quantity(value), on=PartialDate.parse(day))


FAILED = trial(
    "sertraline",
    outcome=Outcome.FAILED,
    start=PartialDate(2024, 1, 5),
    stop=PartialDate(2024, 4, 5),
    dose=Quantity(200, "mg"),
)


def test_a_treatment_is_a_bar_from_its_start_to_its_stop():
    (bar,) = timeline.lanes([FAILED], NAMES).bars
    assert (str(bar.start), str(bar.end), bar.outcome) == ("2024-01-05", "2024-04-05", "failed")
    assert bar.source == "note.txt p. 1"


def test_a_length_places_the_start_a_stop_leaves_open():
    told = trial("lithium", stop=PartialDate(2024, 6, 1), duration=Duration(8, "weeks"))
    (bar,) = timeline.lanes([told], NAMES).bars
    assert (str(bar.start), bar.open_start) == ("2024-04-06", False)


@pytest.mark.parametrize(
    "left_out",
    [
        trial("ketamine", TrialStatus.PLANNED, start=PartialDate(2024)),
        trial("lithium", TrialStatus.NEVER_TAKEN, start=PartialDate(2024)),
        trial("nortriptyline", who="family", start=PartialDate(2024)),
    ],
)
def test_what_the_patient_did_not_take_is_not_drawn(left_out):
    assert timeline.lanes([FAILED, left_out], NAMES).bars == timeline.lanes([FAILED], NAMES).bars


def test_a_treatment_without_a_day_is_told_in_words():
    line = timeline.lanes([FAILED, trial("bupropion", dose=Quantity(300, "mg"))], NAMES)
    assert line.undated == ("bupropion 300 mg (note.txt p. 1)",)
    assert "No day is stated of: bupropion 300 mg" in timeline.svg(line)


def test_the_picture_is_well_formed_and_names_the_source_of_each_bar_and_point():
    picture = timeline.svg(timeline.lanes([FAILED, score(21, "2024-01-05"), score(19, "2024-04-05")], NAMES))
    titles = [e.text or "" for e in ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}title")]  # noqa: S314 - as above
    assert sum("Source: note.txt p." in title for title in titles) == 3
    assert "PHQ-9: 21 on 2024-01-05, 19 on 2024-04-05" in picture
    assert re.search(r'role="img" aria-labelledby="title told"', picture)


def test_a_name_with_signs_of_markup_stays_text():
    told = trial("<script>", start=PartialDate(2024, 1), stop=PartialDate(2024, 3))
    assert "<script>" not in timeline.svg(timeline.lanes([told], NAMES))


def test_a_chart_without_days_says_so():
    assert "Nothing in this chart states a day." in timeline.svg(timeline.lanes([], NAMES))
    assert timeline.text(timeline.lanes([], NAMES)) == ""


def test_the_picture_is_the_same_bytes_as_png_each_time():
    picture = timeline.svg(timeline.lanes([FAILED, score(21, "2024-01-05")], NAMES))
    first = timeline.png(picture)
    assert first.startswith(b"\x89PNG")
    assert first == timeline.png(picture)


def test_the_text_has_a_row_a_treatment_and_a_line_a_value():
    told = timeline.text(timeline.lanes([FAILED, score(21, "2024-02-01")], NAMES))
    assert re.search(r"sertraline 200 mg\s+#+\s+failed\s+note.txt p. 1", told)
    assert "2024-02-01  21" in told
