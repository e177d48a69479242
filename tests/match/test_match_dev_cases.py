import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from match import load, measure, run

DEV = Path(__file__).parent / "dev"


def test_the_development_cases_are_decided_as_a_person_decided_them():
    figures = measure(DEV)
    assert figures["accuracy"] >= 0.9
    assert figures["false_met"] <= 0.01
    assert figures["root_accuracy"] >= 0.93


def test_every_finding_that_is_not_met_says_in_one_line_what_to_do():
    for data in load(DEV):
        found, _, _ = run(data)
        for finding in found.findings:
            assert (finding.gap is None) == (finding.verdict.value == "met"), finding.requirement
            if finding.gap:
                assert "\n" not in finding.gap.line
                assert finding.gap.line.endswith(".")
                assert finding.gap.do in {"find", "chart", "order", "ask"}


def test_every_met_rests_on_something():
    for data in load(DEV):
        found, _, _ = run(data)
        for finding in found.findings:
            assert finding.verdict.value != "met" or finding.supports or finding.basis, finding.requirement
