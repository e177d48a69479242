"""A time that is asked for is decided by the fills, and a share of days or visits by what was counted."""

from datetime import date
from pathlib import Path

import pytest

from wellfounded import casefolder
from wellfounded.match import match
from wellfounded.model.asks import Other, Test, TrialOf
from wellfounded.model.basis import Derivation
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import Policy, Requirement
from wellfounded.model.finding import Finding
from wellfounded.packs import shipped

ON = date(2025, 10, 1)
EIGHT = "Inadequate response to at least 8 weeks of topiramate"
NOTE = (
    "Date of service: 09/02/2025\nHPI: Topiramate started 02/10/2025, last dose {last}, stopped, no response.{more}\n"
)
HEAD = "LOCUST PHARMACY  dispensing history   printed 09/01/2025\nFill date    Drug                     Qty   {days}\n"
RULE = (
    "DEFINITIONS\nA trial means that the drug was taken with supply on hand for at least {n} percent of the days\n"
    "between the first dose and the last.\n\nCRITERIA\n1. Inadequate response to at least 8 weeks of topiramate.\n"
)


def fills(*rows: str, head: str = "Days") -> str:
    lines = [
        f"{row.split()[0]}   Topiramate 50 mg tab     60    {row.split()[1] if ' ' in row else ''}\n" for row in rows
    ]
    return HEAD.format(days=head) + "".join(lines)


def decided(tmp_path: Path, text: str, asks: Test, papers: dict[str, str], policy: str = "") -> Finding:
    """Decide one requirement over a case folder with these papers of the chart and this policy."""
    for name, words in papers.items():
        (tmp_path / "chart").mkdir(exist_ok=True)
        (tmp_path / "chart" / name).write_text(words)
    if policy:
        (tmp_path / "policy").mkdir()
        (tmp_path / "policy" / "policy.txt").write_text(policy)
    (tmp_path / "case.yaml").write_text("patient:\n  name: Delphine Okafor\n")
    case = casefolder.open_case(tmp_path, ON)
    leaf = Requirement("r1", text, asks)
    return match(Policy("p", "p", leaf), case, ON, shipped()).of("r1")


def trial(weeks: int = 8) -> TrialOf:
    return TrialOf(agents=("topiramate",), min_duration=Duration(weeks, "weeks"), outcome="failed")


FULL = fills("02/10/2025 30", "03/12/2025 30", "04/10/2025 30")
GAPS = fills("02/10/2025 30", "04/10/2025 30")
ROWS = [
    ("the fills cover the eight weeks", FULL, NOTE.format(last="04/28/2025", more=""), "", "met"),
    ("covered days are fewer than asked, and no rule says a share", GAPS, NOTE.format(last="04/20/2025", more=""), "", "unknown"),  # noqa: E501
    ("the plan's share of days is reached", fills("02/10/2025 30", "03/20/2025 30", "04/19/2025 30"), NOTE.format(last="04/28/2025", more=""), "80", "met"),  # noqa: E501
    ("the plan's share of days is not reached", GAPS, NOTE.format(last="04/28/2025", more=""), "80", "not_met"),
    ("the last dose comes too early", FULL, NOTE.format(last="03/20/2025", more=""), "", "not_met"),
    ("a line says six weeks, the dated entries and the fills say more", FULL, NOTE.format(last="04/28/2025", more=" She had six weeks of topiramate."), "", "met"),  # noqa: E501
    ("no last dose, and the fills up to the last one are enough", fills("02/10/2025 30", "03/10/2025 30", "04/14/2025 30"), "Date of service: 09/02/2025\nHPI: Topiramate failed.\n", "", "met"),  # noqa: E501
    ("no last dose, and the fills might be enough", fills("02/10/2025 30", "03/10/2025 30"), "Date of service: 09/02/2025\nHPI: Topiramate failed.\n", "", "unknown"),  # noqa: E501
    ("no last dose, and the fills are too few: another pharmacy may have filled the rest", fills("02/10/2025 30"), "Date of service: 09/02/2025\nHPI: Topiramate failed.\n", "", "unknown"),  # noqa: E501
    ("no days' supply is stated and no day is", fills("02/10/2025", "03/10/2025", head=""), "Date of service: 09/02/2025\nHPI: Topiramate failed.\n", "", "unknown"),  # noqa: E501
    ("a note says two weeks only, the fills more, and no last dose", fills("02/10/2025 30", "03/10/2025 30", "04/14/2025 30"), "Date of service: 09/02/2025\nHPI: Topiramate for 2 weeks failed.\n", "", "unknown"),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("why", "record", "note", "share", "verdict"), ROWS, ids=[row[0] for row in ROWS])
def test_a_time_is_decided_by_its_fills(tmp_path, why, record, note, share, verdict):
    del why
    policy = RULE.format(n=share) if share else ""
    finding = decided(tmp_path, EIGHT, trial(), {"note.txt": note, "fills.txt": record}, policy)
    assert finding.verdict.value == verdict


def test_the_sum_stands_in_the_basis_of_what_is_met(tmp_path):
    papers = {"note.txt": NOTE.format(last="04/28/2025", more=""), "fills.txt": FULL}
    finding = decided(tmp_path, EIGHT, trial(), papers)
    (rule,) = [basis.rule for basis in finding.basis if isinstance(basis, Derivation)]
    assert rule.startswith("2025-02-10 to 2025-04-28 (last dose) = 78 days; days with supply = 78")


VISITS = "IRONWOOD PHYSICAL THERAPY    Discharge summary 05/30/2025\nPatient: D. Okafor\n{said}\n"
SLEEP = "SLEEPWELL    CPAP compliance report   Printed 04/02/2025\nUsage 03/01/2025 - 03/30/2025\n{said}\n"
SPEECH = (
    "LITTLE ACORN SPEECH THERAPY     attendance 01/06/2025 to 06/27/2025\n\nscheduled 40   attended 29   missed 11\n\n"
    "Missed:\n  01/13, 01/15, 01/20, 01/22   pneumonia, in hospital\n  03/03, 03/05   clinic closed, burst pipe\n"
    "  05/12, 05/14, 05/19, 06/02, 06/04   no reason given\n"
)
NIGHTS = "CPAP use of 4 hours or more per night on 70% of nights"
SEVEN = "At least 75 percent of scheduled visits were attended"
USES = [
    ("enough visits", "At least 6 supervised physical therapy visits", VISITS.format(said="Attended 7 of 12 scheduled visits."), "met"),  # noqa: E501
    ("too few visits", "At least 8 supervised physical therapy visits", VISITS.format(said="Attended 7 of 12 scheduled visits."), "not_met"),  # noqa: E501
    ("nights long enough", NIGHTS, SLEEP.format(said="Used >= 4 hours on 24 of 30 nights (80%)"), "met"),
    ("nights too short", NIGHTS, SLEEP.format(said="Used >= 4 hours on 18 of 30 nights (60%)"), "not_met"),
    ("nights used, and for how long is not said", NIGHTS, SLEEP.format(said="Used 29 of 30 nights"), "unknown"),
    ("visits short of the share", SEVEN, SPEECH, "not_met"),
    ("visits missed for a reason do not count", f"{SEVEN}, not counting visits missed for documented illness or closure of the clinic", SPEECH, "met"),  # noqa: E501
    ("another device was used", "CPAP use of 4 hours or more per night on 70% of nights", SLEEP.format(said="Used >= 4 hours on 24 of 30 nights").replace("CPAP", "Oxygen concentrator"), "unknown"),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "record", "verdict"), USES, ids=[row[0] for row in USES])
def test_a_share_of_days_or_visits_is_decided_by_the_count(tmp_path, why, text, record, verdict):
    del why
    assert decided(tmp_path, text, Other(), {"record.txt": record}).verdict.value == verdict
