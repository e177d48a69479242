"""What a policy says it means by not tolerated, held to the record of use of a chart."""

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from match import run

WORDS = "CPAP is not tolerated, meaning use under 4 hours a night on 5 nights a week"


@pytest.mark.parametrize(
    ("nights", "verdict"),
    [("9 of 90", "met"), ("40 of 90", "unknown"), ("88 of 90", "unknown")],
)
def test_so_few_hours_on_so_many_nights_is_what_the_record_counts(nights, verdict):
    note = (
        "SLEEP CLINIC\nPatient: Ann Sample   DOB 01/02/1980\nDate of service: 02/10/2026\n\n"
        f"CPAP download: used over 4 h on {nights} nights. She dislikes the mask.\n"
    )
    leaf = {
        "id": "r",
        "text": WORDS,
        "test": {"kind": "intolerance_or_contraindication", "agents": ["CPAP"]},
        "gold": verdict,
    }
    found, _, _ = run({"on": date(2026, 3, 20), "tree": leaf, "charts": {"a.txt": note}})
    assert found.of("r").verdict.value == verdict
