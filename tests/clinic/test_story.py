"""The five-minute story in a real browser: from a denial to a signed, founded packet."""

import re
from pathlib import Path

import pytest

from .conftest import Desk

ROOT = Path(__file__).parents[2]
TMS = ROOT / "examples" / "tms"
SCALE = """Harborlight Psychiatry Associates
Patient: Jordan Avery Ellis   DOB: 06/02/1984
Date of visit: 03/16/2026

PHQ-9 today: 21.
Reviewed with the patient. Plan: first TMS session on April 1.

Priya Raman, MD
"""
PHRASE = "four plain words here"
SIGNER = {
    "coverage.funding": "fully_insured",
    "coverage.state": "PA",
    "received.denial": "2026-03-12",
    "diagnoses.0.description": "Major depressive disorder, recurrent, severe without psychotic features",
    "practitioner.name": "Priya Raman",
    "practitioner.credentials": "MD",
    "practitioner.specialty": "psychiatry",
    "practitioner.npi": "1234567893",
    "practitioner.licence.number": "MD-000417",
    "practitioner.licence.state": "PA",
    "practitioner.phone": "(555) 555-0160",
    "practice.name": "Harborlight Psychiatry Associates",
    "practice.address": "210 Lock Street, Suite 4; Millbrook Falls, PA 15999",
    "practice.phone": "(555) 555-0160",
}
PLANTED = "A 2023 trial (Miller et al., Journal of Clinical Psychiatry 2023;84:112) found remission in 71% of patients."


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A desk at which nobody has signed yet: the first signature chooses the passphrase."""
    held = Desk(tmp_path_factory.mktemp("story"), "2026-03-20")
    held.start()
    yield held
    held.stop()


def a_dropped_denial_shows_what_it_says_on_its_own_page(page, desk, told):
    page.goto(f"{desk.url}/")
    page.set_input_files("#files", next((TMS / "payer").glob("*.pdf")))
    page.click("text=Read it")
    page.wait_for_selector("text=What the letter says")
    told["case"] = re.search(r"/case/(\w+)/", page.url)[1]
    body = page.inner_text("main")
    for value in (
        "ARH447190226",
        "UM-2026-0048817",
        "Step therapy",
        "180 days from the day it arrived",
        "(555) 555-0133",
    ):
        assert value in body
    assert page.locator("figure.leaf rect").count() >= 12
    page.locator("figure.leaf img").first.scroll_into_view_if_needed()
    for _ in range(100):  # a predicate handed to the page would be refused by its content policy
        if page.locator("figure.leaf img").first.evaluate("image => image.naturalWidth") > 500:
            break
        page.wait_for_timeout(100)
    else:
        pytest.fail("the page's picture did not come")


def every_day_comes_with_its_rule_and_what_it_was_counted_from(page, desk, told):
    page.goto(f"{desk.url}/case/{told['case']}/")
    days = page.locator(".days li")
    assert days.count() >= 3
    days.first.locator("summary").click()
    assert "of the notice" in days.first.inner_text() or "notice" in days.first.inner_text()


def only_questions_the_case_lacks_are_asked(page, desk, told):
    page.goto(f"{desk.url}/case/{told['case']}/questions/")
    for way, value in SIGNER.items():
        box = page.locator(f"[name='a:{way}']")
        if box.count():
            box.select_option(value) if box.evaluate("e => e.tagName") == "SELECT" else box.fill(value)
    assert page.locator("[name='a:patient.name']").count() == 0
    page.click("text=Keep my answers")
    page.wait_for_selector("#ask")


def policy_and_chart_give_the_table_and_each_quote_opens_on_its_page(page, desk, told):
    page.goto(f"{desk.url}/case/{told['case']}/papers/")
    files = [*(TMS / "policy").iterdir(), *(TMS / "chart").iterdir()]
    page.set_input_files("#addmore ~ form input[type=file], section[aria-labelledby=addmore] input[type=file]", files)
    with page.expect_navigation():
        page.locator("section[aria-labelledby=addmore] button").click()
    desk.settled(f"/case/{told['case']}/papers/")
    page.goto(f"{desk.url}/case/{told['case']}/criteria/")
    assert page.locator(".verdict.met").count() >= 8
    page.locator(".crit .for a").first.click()
    page.wait_for_selector("#beside rect.strong")
    assert page.locator("#beside blockquote").inner_text()


def a_missing_paper_is_named_and_once_added_it_is_found(page, desk, told):
    page.goto(f"{desk.url}/case/{told['case']}/criteria/")
    page.locator(".crit .ask").first.wait_for()
    note = {"name": "2026-03-16_visit.txt", "mimeType": "text/plain", "buffer": SCALE.encode()}
    form = page.locator("section[aria-labelledby=more]")
    form.locator("input[type=file]").set_input_files(note)
    form.locator("select[name=place]").select_option("chart")
    with page.expect_navigation():
        form.locator("button:has-text('Add')").first.click()
    desk.settled(f"/case/{told['case']}/criteria/")
    page.goto(f"{desk.url}/case/{told['case']}/letter/")
    assert "Not ready to sign" not in page.inner_text("main")


def a_sentence_shows_what_it_rests_on(page, desk, told):
    page.goto(f"{desk.url}/case/{told['case']}/letter/")
    page.locator(".s").nth(4).click()
    page.wait_for_selector("#beside .tree q")
    page.locator("#beside .tree a").first.click()
    page.wait_for_selector("#page-beside rect.strong")


def a_planted_reference_is_caught_while_it_is_typed(page, desk, told):
    page.goto(f"{desk.url}/case/{told['case']}/letter/")
    page.locator(".block").first.locator(".edit").click()
    box = page.locator(".editing textarea")
    box.wait_for()
    box.fill(f"{box.input_value()} {PLANTED}")
    page.wait_for_selector(".checked .problem.error")
    assert "No source" in page.inner_text(".checked")
    assert "To be looked up: Miller et al" in page.inner_text(".checked")
    page.click(".checked [type=radio][value=leave]")
    page.wait_for_selector(".checked .warning:has-text('1 sentence leaves the letter')")
    page.click(".editing button:has-text('Keep')")
    page.wait_for_selector("#left:has-text('Left out of the letter')")
    assert "Miller" not in page.inner_text(".sheet")
    page.locator(".block").first.locator(".edit").click()
    page.wait_for_selector(".editing textarea")
    assert "Miller" not in page.locator(".editing textarea").input_value()


def sign_after_the_riskiest_sentences_and_one_changed_word_voids_it(page, desk, told):
    page.goto(f"{desk.url}/case/{told['case']}/sign/")
    page.locator("#risky ~ ol li a, section[aria-labelledby=risky] ol a").first.click()
    page.wait_for_selector("#beside .tree")
    page.fill("[name=passphrase]", PHRASE)
    page.fill("[name=again]", PHRASE)
    page.click("form button:text-is('Sign')")
    page.wait_for_selector(".good:has-text('Signed')")
    page.goto(f"{desk.url}/case/{told['case']}/letter/")
    block = page.locator(".block").first
    block.locator(".edit").click()
    box = page.locator(".editing textarea")
    box.wait_for()
    box.fill(box.input_value().replace("I ask", "I am asking").replace("and approve", "and to approve"))
    page.wait_for_selector(".checked .problem")
    page.click(".editing button:has-text('Keep')")
    page.wait_for_selector(".alert:has-text('The signature is void')")


def the_packet_leaves_once_with_its_proof(page, desk, told):
    page.goto(f"{desk.url}/case/{told['case']}/sign/")
    page.fill("[name=passphrase]", PHRASE)
    page.check("[name=unopened]")
    page.click("form button:text-is('Sign')")
    page.wait_for_selector(".good:has-text('Signed')")
    for _ in range(2):
        page.goto(f"{desk.url}/case/{told['case']}/send/")
        page.click("button:has-text('Prepare it')")
        page.wait_for_selector("section[id^=s]")
    sent = page.locator("section[id^=s]")
    assert sent.count() == 1
    assert len(list((desk.root / "fax-out").glob("*.to"))) == 1
    packet = next((desk.root / "fax-out").glob("*.pdf"))
    assert packet.read_bytes().startswith(b"%PDF")
    packet.with_suffix(".sent").write_text("2026-03-20 14:05, 19 pages, result OK")
    page.reload()
    assert "result OK" in page.inner_text("main")
    assert not packet.exists()  # the desk keeps what left; the folder keeps only the report


STEPS = (
    a_dropped_denial_shows_what_it_says_on_its_own_page,
    every_day_comes_with_its_rule_and_what_it_was_counted_from,
    only_questions_the_case_lacks_are_asked,
    policy_and_chart_give_the_table_and_each_quote_opens_on_its_page,
    a_missing_paper_is_named_and_once_added_it_is_found,
    a_sentence_shows_what_it_rests_on,
    a_planted_reference_is_caught_while_it_is_typed,
    sign_after_the_riskiest_sentences_and_one_changed_word_voids_it,
    the_packet_leaves_once_with_its_proof,
)


def test_a_person_goes_from_a_denial_to_a_signed_packet_that_leaves_once(page, desk):
    told = {}
    for step in STEPS:  # one test: each step stands on the one before it
        step(page, desk, told)
