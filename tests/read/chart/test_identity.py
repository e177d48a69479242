"""Whose note it is, who wrote it and of what day, as the note itself says."""

from read.chart.paper import paper
from wellfounded.read.readers import clinic_note


def test_a_label_a_countersigner_and_a_reply_are_no_part_of_a_name() -> None:
    text = "Follow-up   06/08/2026   Ann Sample   DOB 01/02/1980\n\nReply T. Vance, RN: rest.\nCo-signed A. Ode, MD\n"
    found = {(f.name, f.value) for f in clinic_note.read(paper(text)).fields if f.name in {"patient_name", "author"}}
    assert ("patient_name", "Ann Sample") in found
    assert not any("DOB" in str(value) or "Reply" in str(value) or "Ode" in str(value) for _, value in found)


def test_a_weekend_is_no_day_of_another_year() -> None:
    found = clinic_note.read(paper("Ann Sample\n\n10/12  Weekend of 10/10-11 at home.\n")).fields
    assert [f for f in found if f.name == "note_date"] == []
