"""Values in flowsheets, beside other values, under days that stand apart, and the numbers that are none."""

import pytest

from read.chart.paper import paper
from wellfounded.read.readers import clinic_note

HEAD = "Patient: Ann Sample   DOB 01/02/1980\nDate of service: 06/02/2025\n\n"
Read = tuple[str, float, str, str]


def values(text: str) -> list[Read]:
    found = clinic_note.read(paper(HEAD + text)).evidence
    return [(e.name, e.value.value, e.value.unit, str(e.on)) for e in found if e.value]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (  # the days of a flowsheet without their year, and a column of today
            "O:       intake 04/14     today\n  LEFS   31               44\n  TUG    15.1 s           12.6 s\n",
            [
                ("LEFS", 31, "", "2025-04-14"),
                ("LEFS", 44, "", "2025-06-02"),
                ("TUG", 15.1, "s", "2025-04-14"),
                ("TUG", 12.6, "s", "2025-06-02"),
            ],
        ),
        (
            "VITALS\n             2025-03-04   2025-06-02\nWeight (kg)  81.4         79.9\n",
            [("weight", 81.4, "kg", "2025-03-04"), ("weight", 79.9, "kg", "2025-06-02")],
        ),
        ("Weight (kg): 81.4", [("weight", 81.4, "kg", "2025-06-02")]),
        (
            "LABS (May 20). Ferritin 14, TSH 2.2.",
            [("ferritin", 14, "ng/mL", "2025-05-20"), ("TSH", 2.2, "mIU/L", "2025-05-20")],
        ),
        (
            "ESR of May 20 was 51 and CRP 18 mg/L.",
            [("ESR", 51, "mm/h", "2025-05-20"), ("CRP", 18, "mg/L", "2025-05-20")],
        ),
        (
            "ESR of May 20 was 51 and CRP today 18 mg/L.",
            [("ESR", 51, "mm/h", "2025-05-20"), ("CRP", 18, "mg/L", "2025-06-02")],
        ),
        (
            "Hgb 11.2, ferritin 9, both 5/28/2025.",
            [("hemoglobin", 11.2, "g/dL", "2025-05-28"), ("ferritin", 9, "ng/mL", "2025-05-28")],
        ),
        ("EF 30% on echo 5/9/25.", [("ejection fraction", 30, "%", "2025-05-09")]),
        ("The CDAI comes to 27.", [("CDAI", 27, "", "2025-06-02")]),
        ("K rose to 5.7 and it was stopped.", [("potassium", 5.7, "mmol/L", "2025-06-02")]),
        ("Pain 7/10, ODI 48%.", [("Pain score", 7, "", "2025-06-02"), ("ODI", 48, "%", "2025-06-02")]),
        (
            "Pain 7/10 on the stairs, 3/10 at rest.",
            [("Pain score", 7, "", "2025-06-02"), ("Pain score", 3, "", "2025-06-02")],
        ),
        ("Pain 7/10 at the clinic, seen 3/10 by the nurse.", [("Pain score", 7, "", "2025-06-02")]),
        (
            "Vanderbilt: 8 of 9 inattentive, 2 of 9 hyperactive.",
            [("Vanderbilt inattentive", 8, "", "2025-06-02"), ("Vanderbilt hyperactive", 2, "", "2025-06-02")],
        ),
        ("BCR-ABL1 9% at 3 months.", [("BCR-ABL1", 9, "%", "None")]),
        ("NEQ-b symptom score 64.", [("NEQ-b symptom", 64, "", "2025-06-02")]),
        ("Fatigue 6/10 today.", [("Fatigue", 6, "", "2025-06-02")]),
    ],
)
def test_a_value_is_read_in_the_form_a_clinic_gives_it(text: str, wanted: list[Read]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("LABS\nHbA1c            9.1 %       2025-05-27\n", [("hemoglobin A1c", 9.1, "%", "2025-05-27")]),
        ("Crohn's disease (K50.80), K21.9 reflux.", []),
        ("Height 45th percentile.", []),
        ("Ira Liebowitz   81 M", []),
        ("She chooses PTNS: 12 weekly sessions.", []),
        ("Glucose 300s on prednisone.", []),
        ("Fatigue since 6/10/25.", []),
    ],
)
def test_a_part_of_a_day_a_code_a_rank_an_age_and_a_rough_number_are_no_values(text: str, wanted: list[Read]) -> None:
    assert values(text) == wanted
