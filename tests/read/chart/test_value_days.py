"""The day a value is of, told by its study, its column or a line over it; and numbers that are no value."""

import pytest

from read.chart.paper import paper
from wellfounded.read.readers import clinic_note

HEAD = "Patient: Ann Sample   DOB 01/02/1980\nDate of service: 06/02/2026\n\n"


def values(text: str) -> set[tuple[str, float, str]]:
    found = clinic_note.read(paper(HEAD + text)).evidence
    return {(e.name, e.value.value, str(e.on or "")) for e in found if e.value}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "HPI: Your home study on 05/02/2026 showed an AHI of 24 and a lowest oxygen of 81%.",
            ("AHI", 24.0, "2026-05-02"),
        ),
        ("HPI: The echocardiogram of 4/21/2026 found an LVEF of 24%.", ("ejection fraction", 24.0, "2026-04-21")),
        ("HPI: Spirometry (3/4/2026) showed FEV1 58% predicted.", ("FEV1", 58.0, "2026-03-04")),
        ("Labs of 5/21/2026\ncreatinine 3.1 mg/dL   eGFR 23", ("creatinine", 3.1, "2026-05-21")),
        ("Bloods from 5/21/2026:\nferritin 12 ng/mL", ("ferritin", 12.0, "2026-05-21")),
        ("Laboratory studies, May 22, 2026: CRP 28 mg/L, ESR 52 mm/hr.\nCDAI today: 34.", ("CDAI", 34.0, "2026-06-02")),
        ("Laboratory studies, May 22, 2026: CRP 28 mg/L, ESR 52 mm/hr.\nCDAI today: 34.", ("CRP", 28.0, "2026-05-22")),
        (
            "Measures           Eval 02/20/26         Today\n QuickDASH             72.7                70.5",
            ("QuickDASH", 72.7, "2026-02-20"),
        ),
        (
            "Measures           Eval 02/20/26         Today\n QuickDASH             72.7                70.5",
            ("QuickDASH", 70.5, "2026-06-02"),
        ),
        ("HPI: Last A1c on file 6.1 (5/20/26).", ("hemoglobin A1c", 6.1, "2026-05-20")),
        ("HPI: It was stopped when his ALT reached 148.", ("ALT", 148.0, "2026-06-02")),
        ("HPI: Autism (ADOS-2 Module 1, total 19).", ("ADOS-2", 19.0, "2026-06-02")),
        ("Seen for hand pain. Pain 8/10 at worst, 6/10 at rest.", ("Pain score", 6.0, "2026-06-02")),
    ],
)
def test_a_value_is_of_the_day_its_words_give_it(text: str, wanted: tuple[str, float, str]) -> None:
    assert wanted in values(text)


@pytest.mark.parametrize(
    "text",
    [
        "PLAN:\nRepeat Vineland in 6 months.",
        "PLAN:\nRecheck A1c in 3 months.",
        "PLAN:\nPHQ-9 again in 2 weeks.",
    ],
)
def test_the_time_until_a_test_is_no_value_of_it(text: str) -> None:
    assert values(text) == set()


def test_a_day_with_words_of_what_began_dates_no_value() -> None:
    read = values("HPI: CPAP was begun on 05/02/2026. The AHI is 24 today.")
    assert ("AHI", 24.0, "2026-06-02") in read


def test_the_day_in_prose_a_patient_was_seen_on_is_the_day_of_the_note() -> None:
    text = "NEPHROLOGY FOLLOW-UP\n\nA man of 52 with vasculitis, biopsied on 10/14/2026. Seen 10/22/2026.\n\nBVAS 18\n"
    found = clinic_note.read(paper(text)).evidence
    assert {str(e.on) for e in found if e.value} == {"2026-10-22"}
