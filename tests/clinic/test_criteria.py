"""The criteria page: what counts, what another way stands in for, and a person's corrections of the reading."""

import re

import pytest

from .test_access import axe, wrong


def test_what_another_way_stands_in_for_is_not_asked(desk):
    text = desk.settled(f"/case/{desk.sample('psoriasis')}/criteria/")
    assert "3 not needed" in text
    assert "Another way is met." in text
    assert "Its own finding: not found" in text
    row = text[text.index("Cyclosporine or acitretin") :]
    assert 'class="ask"' not in row[: row.index("</li>")]


def test_what_does_not_count_is_folded_under_its_reason(desk):
    text = desk.settled(f"/case/{desk.sample('psoriasis')}/criteria/")
    assert "In the policy, and not counted here" in text
    assert "Parts of the policy that ask nothing of the patient" in text


def test_a_word_that_does_not_settle_a_line_says_what_would(desk):
    token = desk.sample("oxygen")
    desk.settled(f"/case/{token}/criteria/")
    desk.post(
        f"/case/{token}/attest",
        {"line": "2.b", "says": "The gas was low in March.", "name": "Pat Doe", "role": "nurse"},
    )
    row = desk.settled(f"/case/{token}/criteria/").partition('id="r2.b"')[2].partition("</li>")[0]
    assert "The gas was low in March." in row
    assert "does not settle this line: the policy asks for a value with its day" in row


def test_a_line_is_corrected_by_a_form_and_the_change_is_taken_back(page, desk):
    case = f"{desk.url}/case/{desk.sample('botox-migraine')}/criteria/"
    desk.settled(case.removeprefix(desk.url))
    page.goto(f"{case}edit")
    first = page.locator("ol.criteria li:not(:has(.lead))").first
    words = first.inner_text().splitlines()[0]
    first.get_by_text("change").click()
    page.select_option("select[name=kind]", "attestation")
    page.click("button:has-text('Show its fields')")
    page.fill("[name='slot:what']", "who is of age")
    page.click("section[aria-labelledby=test] form[method=post] button")
    page.wait_for_selector("#edits")
    assert "A person must state it" in page.inner_text("section[aria-labelledby=edits]")
    desk.settled(case.removeprefix(desk.url))
    page.goto(case)
    assert "read as \u201cA person must state it" in page.inner_text("ol.criteria")
    page.goto(f"{case}edit")
    page.locator("ol.criteria li", has_text=words[:30]).first.get_by_text("change").click()
    page.click("button:has-text('Take it out')")
    page.wait_for_selector("#edits")
    assert words[:30] not in page.inner_text("ol.criteria")
    for _ in range(2):
        page.click("button:has-text('Take the last change back')")
        page.wait_for_selector("ol.criteria.edits")
        desk.settled(case.removeprefix(desk.url))
        page.goto(f"{case}edit")
    assert page.locator("#edits").count() == 0
    assert words[:30] in page.inner_text("ol.criteria")


def test_words_the_policy_does_not_hold_are_refused_and_kept_in_the_form(page, desk):
    case = f"{desk.url}/case/{desk.sample('oxygen')}/criteria/"
    desk.settled(case.removeprefix(desk.url))
    page.goto(f"{case}line?at=")
    page.fill("[name=words]", "A sentence that no plan wrote")
    page.click("button:has-text('Add the line')")
    assert "do not stand in the policy" in page.inner_text("[role=alert]")
    assert page.input_value("[name=words]") == "A sentence that no plan wrote"


def test_a_form_filled_over_other_criteria_is_refused(desk):
    case = f"/case/{desk.sample('oxygen')}/criteria/"
    desk.settled(case)
    _, _, text = desk.post(f"{case}line", {"at": "0", "act": "remove", "seen": "0" * 16})
    assert "changed meanwhile" in text
    assert desk.get(f"{case}line?at=9.9.9")[0] == 404


@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing_on_the_editor(page, desk, width):
    case = f"/case/{desk.sample('tms')}/criteria/"
    text = desk.settled(f"{case}edit")
    lines = re.findall(r'criteria/line\?at=([\d.]*)"', text)
    page.set_viewport_size({"width": width, "height": 800})
    found = []
    for path in (case, f"{case}edit", f"{case}line?at=", f"{case}line?at={lines[-1]}&kind=trial"):
        page.goto(desk.url + path)
        page.evaluate(axe())
        found += wrong(page, path)
    assert found == []
