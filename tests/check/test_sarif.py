"""The parts of the SARIF 2.1.0 schema that readers of it rely on, held against a real run."""

from datetime import date

import pytest

from check.test_rules import draft_of
from check.told import case
from wellfounded import check as checking
from wellfounded.check.sarif import as_sarif

TEXT = "March 20, 2026\nDear Reviewer:\nShe was was seen.\nMember ID: ARH447190262\nSincerely,\nPriya Raman, MD\n"


@pytest.fixture(scope="module")
def problems():
    return checking.check(draft_of(TEXT), case("member: ARH447190226"), on=date(2026, 6, 10))


@pytest.fixture(scope="module")
def run(problems):
    told = as_sarif("letters/a%20b.txt", TEXT, problems, checking.rules(), "0.1.0")
    assert told["version"] == "2.1.0"
    return told["runs"][0]


def test_every_rule_is_told_with_what_it_asks_and_examples(run):
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.CODE for rule in checking.rules()]
    for rule in rules:
        assert rule["shortDescription"]["text"].endswith(".")
        assert "Bad: " in rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert "Bad:" not in rule["fullDescription"]["text"]


def test_every_result_names_its_rule_by_id_and_by_place(run, problems):
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(problems) > 0
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_lines_and_columns_count_from_one_and_the_end_column_stands_past_the_last_character(run):
    region = next(
        result["locations"][0]["physicalLocation"]["region"] for result in run["results"] if result["ruleId"] == "PR109"
    )
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (3, 5, 3, 12)
    assert (region["charOffset"], region["charLength"]) == (TEXT.index("was was"), 7)


def test_a_safe_fix_is_a_replacement_of_its_region(run):
    fixes = {result["ruleId"]: result["fixes"][0] for result in run["results"] if "fixes" in result}
    change = fixes["ID105"]["artifactChanges"][0]
    assert change["artifactLocation"]["uri"] == "letters/a%20b.txt"
    assert change["replacements"][0]["insertedContent"]["text"] == "ARH447190226"
    assert all(fix["description"]["text"] for fix in fixes.values())


def test_no_word_of_the_letter_is_in_it_but_what_a_message_says(run):
    assert "Priya" not in str(run["results"])
    assert "snippet" not in str(run["results"])
