"""The hand-worked gold of each example case agrees with the case's own papers and with itself."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
import yaml

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
STORIES = {path.stem: yaml.load(path.read_text(), yaml.CSafeLoader) for path in sorted(HERE.glob("*.yaml"))}
RANK = {"not_met": 0, "unknown": 1, "met": 2}

stories = pytest.mark.parametrize("slug", STORIES)


def flat(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("’", "'"))


def text(path: Path) -> str:
    if path.suffix == ".pdf":
        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
        return flat("\n".join(pages))
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return flat("\n".join([paragraph.text for paragraph in document.paragraphs] + cells))
    return flat(path.read_text())


def leaves(node: dict[str, Any]) -> list[dict[str, Any]]:
    if "text" in node:
        return [node]
    children = node.get("all") or node.get("any") or node["at_least"]["of"]
    return [leaf for child in children for leaf in leaves(child)]


def verdict(node: dict[str, Any], given: dict[str, str]) -> str:
    """Kleene: the least of `all`, the greatest of `any`, the n-th greatest of `at_least`."""
    if "text" in node:
        return given[node["id"]]
    if "at_least" in node:
        children, place = node["at_least"]["of"], -node["at_least"]["n"]
    else:
        children, place = (node["all"], 0) if "all" in node else (node["any"], -1)
    return sorted((verdict(child, given) for child in children), key=RANK.__getitem__)[place]


@stories
def test_every_paper_of_a_case_has_a_kind(slug: str) -> None:
    found = {
        str(path.relative_to(EXAMPLES / slug))
        for folder in ("payer", "policy", "chart")
        for path in (EXAMPLES / slug / folder).iterdir()
        if path.name != "bundle.json"
    }
    assert found == set(STORIES[slug]["kinds"])


@stories
def test_every_line_that_proves_a_verdict_is_in_its_file(slug: str) -> None:
    for proof in STORIES[slug]["verdicts"]["leaves"]:
        if "says" in proof:
            assert flat(proof["says"]) in text(EXAMPLES / slug / proof["file"]), proof["id"]


@stories
def test_every_requirement_is_worded_as_the_policy_words_it(slug: str) -> None:
    policy = " ".join(text(path) for path in sorted((EXAMPLES / slug / "policy").iterdir()))
    for leaf in leaves(STORIES[slug]["criteria"]):
        assert flat(leaf["text"]) in policy, leaf["id"]


@stories
def test_the_verdict_at_the_root_follows_from_the_leaves(slug: str) -> None:
    story = STORIES[slug]
    given = {proof["id"]: proof["verdict"] for proof in story["verdicts"]["leaves"]}
    assert list(given) == [leaf["id"] for leaf in leaves(story["criteria"])]
    assert verdict(story["criteria"], given) == story["verdicts"]["root"]


@stories
def test_a_gap_is_what_would_decide_the_root(slug: str) -> None:
    story = STORIES[slug]
    given = {proof["id"]: proof["verdict"] for proof in story["verdicts"]["leaves"]}
    for gap in story["verdicts"]["gaps"]:
        assert verdict(story["criteria"], given | {gap: "met"}) == "met"


@stories
def test_every_deadline_counted_in_days_is_its_trigger_and_its_days(slug: str) -> None:
    for deadline in STORIES[slug]["deadlines"]:
        day: date = deadline["triggered"]
        if deadline["unit"] == "days":
            day += timedelta(days=deadline["n"])
        else:  # business days; no federal holiday falls inside these windows
            for _ in range(deadline["n"]):
                day += timedelta(days={4: 3, 5: 2}.get(day.weekday(), 1))
        assert day == deadline["due"], deadline["level"]


@stories
def test_a_trial_lasts_as_long_as_its_dates(slug: str) -> None:
    for trial in STORIES[slug]["trials"]:
        start, stop, length = trial.get("start"), trial.get("stop"), trial.get("duration")
        if isinstance(start, date) and isinstance(stop, date) and length:
            assert abs((stop - start).days / 7 - length["n"]) < 1, trial["agent"]
