"""Other ways through the desk: a denial alone, no denial at all, a health account, in Spanish."""

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def opened(page):
    return re.search(r"/case/(\w+)/", page.url)[1]


def fill(page, answers):
    for way, value in answers.items():
        box = page.locator(f"[name='a:{way}']")
        if box.count():
            (box.select_option if box.evaluate("e => e.tagName") == "SELECT" else box.fill)(value)
    page.locator("form.stack button").first.click()
    page.wait_for_selector("#ask")


def test_a_denial_alone_says_what_it_leaves_out_and_the_letter_asks_for_it(page, desk):
    words = (
        "Copperline Health Plan\n\nMarch 3, 2026\n\nRe: Dana Whitcomb, Member ID CLH 20 4417\n\n"
        "Dear Dana Whitcomb:\n\nNOTICE OF DENIAL\n\nWe have denied your request for a continuous glucose monitor "
        "because it is not medically necessary.\n\nYou may appeal within 180 days of receiving this letter.\n"
        "Copperline Health Plan, Appeals, P.O. Box 12, Millbrook Falls, PA 15999\n"
    )
    page.goto(desk.url)
    page.set_input_files("#files", {"name": "denial.txt", "mimeType": "text/plain", "buffer": words.encode()})
    page.click("text=Read it")
    page.wait_for_selector("text=What the letter says")
    body = page.inner_text("main")
    assert "What it leaves out" in body
    assert "which policy, guideline or rule was used" in body
    page.goto(f"{desk.url}/case/{opened(page)}/letter/")
    assert "criteria" in page.inner_text(".sheet")


def test_a_health_account_letter_needs_only_the_answers_it_lacks(page, desk):
    page.goto(f"{desk.url}/start/")
    page.click("button:has-text('FSA or HSA')")
    page.wait_for_selector("#ask")
    case = opened(page)
    asked = page.locator("form.stack label").all_inner_texts()
    assert not any("kind of coverage" in each for each in asked)
    fill(
        page,
        {
            "patient.name": "Rosa Delgado",
            "services.0.description": "Orthotic shoe inserts",
            "services.0.duration": "12 months",
            "diagnoses.0.code": "M72.2",
            "diagnoses.0.description": "Plantar fascial fibromatosis",
            "practitioner.name": "Priya Raman",
            "practitioner.credentials": "DPM",
            "practitioner.licence.number": "DP-0042",
            "practitioner.licence.state": "PA",
            "practice.name": "Harborlight Foot Care",
        },
    )
    page.goto(f"{desk.url}/case/{case}/letter/")
    text = page.inner_text("main")
    assert "Rosa Delgado" in text
    assert "Orthotic shoe inserts" in text.replace("orthotic", "Orthotic")


@pytest.fixture
def spanish(desk):
    """A patient who reads Spanish sits at the desk, and afterwards a clinician does again."""
    desk.post("/me", {"face": "patient", "language": "es"})
    yield
    desk.post("/me", {"face": "clinician", "language": "en"})


@pytest.mark.usefixtures("spanish")
def test_a_patient_starts_and_is_asked_in_spanish_and_may_go_on_another_day(page, desk):
    page.goto(f"{desk.url}/start/")
    assert "Pedir antes del servicio" in page.inner_text("main [lang=es]")
    page.click("button:has-text('Necesito una carta')")
    page.wait_for_selector("section[lang=es]")
    case = opened(page)
    assert "Qué tipo de cobertura" in page.inner_text("main")
    assert page.locator("#need").inner_text().startswith(("Hace falta", "Por ahora", "Pregunte"))
    fill(page, {"coverage.market": "medicaid_managed_care"})
    page.goto(f"{desk.url}/case/{case}/questions/")
    assert page.locator("[name='a:coverage.market']").count() == 0


def test_the_words_of_the_pages_are_chosen_on_the_page(page, desk):
    page.goto(f"{desk.url}/start/")
    page.select_option("[name=language]", "es")
    page.locator("section[aria-labelledby=you] button").click()
    page.wait_for_selector("h1:has-text('Empezar')")
    page.select_option("[name=language]", "en")
    page.locator("section[aria-labelledby=you] button").click()
    page.wait_for_selector("h1:has-text('Start')")


def test_two_windows_on_one_paragraph_lose_nothing_and_show_both(page, desk):
    url = f"{desk.url}/case/{desk.sample('psoriasis')}/letter/"
    other = page.context.new_page()
    for window in (page, other):
        window.goto(url)
        window.locator("#p0 .edit").click()
        window.wait_for_selector(".editing textarea")
    first = page.locator(".editing textarea")
    first.fill(first.input_value().replace(" to ", " also to ", 1))
    page.wait_for_selector(".checked .problem, .checked .soft")
    with page.expect_navigation():
        page.click(".editing button:has-text('Keep')")
    second = other.locator(".editing textarea")
    second.fill(second.input_value().replace(" to ", " then to ", 1))
    other.wait_for_selector(".checked .problem.error:has-text('Changed elsewhere')")
    other.click(".editing button:has-text('Keep')")
    other.wait_for_selector("text=Two windows changed this paragraph")
    assert " also to " in other.inner_text("main")
    assert " then to " in other.locator("textarea").input_value()
    other.close()


def test_a_calendar_names_no_patient(page, desk):
    desk.sample("tms")
    text = page.request.get(f"{desk.url}/case/{desk.sample('tms')}/deadlines.ics").text()
    assert text.startswith("BEGIN:VCALENDAR")
    assert "Ellis" not in text
    assert page.request.get(f"{desk.url}/deadlines.ics").text().endswith("END:VCALENDAR\r\n")


def test_an_export_is_a_case_folder_that_reads_to_the_same_letter(page, desk, tmp_path):
    token = desk.sample("tms")
    data = page.request.get(f"{desk.url}/case/{token}/export.zip").body()
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        held.extractall(tmp_path)
    command = [sys.executable, "-m", "wellfounded.cli", "run", str(tmp_path / "case"), "--on", "2026-03-20"]
    done = subprocess.run([*command, "--out", str(tmp_path / "out")], capture_output=True, text=True, check=False)
    assert (tmp_path / "out" / "letter.json").read_bytes() == (tmp_path / "case/desk/letter.json").read_bytes(), (
        done.stderr
    )
    assert json.loads((tmp_path / "case" / "desk" / "history.json").read_text())


def test_a_criterion_that_was_read_wrongly_is_corrected_and_used_from_then_on(page, desk):
    page.goto(f"{desk.url}/case/{desk.sample('oxygen')}/criteria/edit")
    page.click("summary:has-text('Advanced')")
    box = page.locator("#pack")
    page.fill("#pack", box.input_value().replace("criteria:", "criterion:", 1))
    page.click("button:has-text('Use these criteria')")
    page.wait_for_selector("[role=alert]")
    page.fill("#pack", box.input_value().replace("criterion:", "criteria:", 1).replace("room air", "ROOM AIR"))
    page.click("button:has-text('Use these criteria')")
    page.wait_for_selector("ol.criteria >> text=ROOM AIR")


def test_a_paper_of_another_patient_is_named_and_can_be_taken_out(page, desk):
    note = b"Clinic note\nPatient: Someone Else\nDOB: 01/02/1950\nMember ID: ZZ 000 111\n\nAssessment: well.\n"
    token = desk.sample("oxygen")
    page.goto(f"{desk.url}/case/{token}/papers/")
    page.set_input_files(
        "section[aria-labelledby=addmore] input[type=file]",
        {"name": "stray.txt", "mimeType": "text/plain", "buffer": note},
    )
    page.locator("section[aria-labelledby=addmore] select").select_option("chart")
    page.locator("section[aria-labelledby=addmore] button").click()
    page.wait_for_selector("text=This case needs your help")
    assert "Someone" not in page.inner_text("main")
    page.click("button[aria-label='Take out chart/stray.txt']")
    page.wait_for_selector("text=Add papers")
    assert "stray.txt" not in page.inner_text("main")


def test_a_case_has_other_letters_and_sheets_beside_the_one_it_calls_for(page, desk):
    token = desk.sample("botox-migraine")
    for kind in ("peer_to_peer", "ask_your_doctor_es", "criteria_request"):
        sheet = page.request.get(f"{desk.url}/case/{token}/sheet/{kind}.pdf")
        assert (sheet.status, sheet.body()[:5]) == (200, b"%PDF-")
    page.goto(f"{desk.url}/case/{token}/questions/")
    assert page.locator("section[aria-labelledby=need] li").count() >= 1


def test_a_clinicians_own_paragraph_stands_in_the_letter_word_for_word(page, desk):
    words = "I have followed this patient for three years, and nothing else has held."
    page.goto(f"{desk.url}/case/{desk.sample('tms')}/letter/")
    own = page.locator("section[aria-labelledby=own]")
    own.locator("textarea").fill(words)
    with page.expect_navigation():
        own.locator("button").click()
    page.wait_for_selector(f".sheet .own:has-text('{words[:30]}')")


@pytest.mark.parametrize("form", ["PDF", "TIFF"])
def test_what_was_read_on_a_picture_of_a_page_has_its_boxes_there(page, desk, form):
    pypdfium2 = pytest.importorskip("pypdfium2")
    pytest.importorskip("tesserocr")
    denial = pypdfium2.PdfDocument(next((ROOT / "examples" / "oxygen" / "payer").glob("*.pdf")))
    sheets = [leaf.render(scale=200 / 72, grayscale=True).to_pil() for leaf in denial]
    held = io.BytesIO()
    sheets[0].save(held, form, save_all=True, append_images=sheets[1:], resolution=200, dpi=(200, 200))
    page.goto(desk.url)
    page.set_input_files("#files", {"name": f"fax.{form.lower()}", "mimeType": "", "buffer": held.getvalue()})
    page.click("text=Read it")
    page.wait_for_selector("text=What the letter says", timeout=150_000)  # optical reading, on a busy machine
    page.locator(".leaf rect").nth(5).wait_for(state="attached", timeout=150_000)
    member = page.locator(".facts div:has(dt:text-is('Member number'))")
    mark = member.locator("a.at").get_attribute("data-shows")
    box = page.locator(f".leaf rect[data-mark={mark}]").first
    box.wait_for(state="attached")
    spot = box.bounding_box()
    leaf = page.locator(".leaf", has=page.locator(f"rect[data-mark={mark}]")).bounding_box()
    assert 0 < spot["width"] < 0.5 * leaf["width"]
    assert leaf["y"] < spot["y"] < leaf["y"] + leaf["height"]


ASKS = (Path(__file__).parent / "asks.txt").read_bytes()


def test_what_a_plan_asks_for_is_a_task_each_until_it_is_sent(page, desk):
    page.goto(desk.url)
    page.set_input_files("#files", {"name": "asks.txt", "mimeType": "text/plain", "buffer": ASKS})
    page.click("text=Read it")
    page.wait_for_selector("text=What the plan asks for")
    case = opened(page)
    wanted = page.locator(".wanted li")
    assert wanted.count() == 2
    assert "by Mar 24, 2026" in page.inner_text("section[aria-labelledby=wanted] h2")
    page.goto(desk.url)
    assert "Send: Psychological evaluation within the past 12 months" in page.inner_text(".dues")
    page.goto(f"{desk.url}/case/{case}/")
    wanted.first.locator("button").click()
    page.wait_for_selector(".wanted .done")
    page.goto(f"{desk.url}/case/{case}/history/")
    assert "2 tasks of what the plan asks for" in page.inner_text(".log").replace("(s)", "s")


def test_more_than_a_benefit_has_left_is_said(page, desk):
    token = desk.sample("tms")
    page.goto(f"{desk.url}/case/{token}/")
    card = page.locator("section[aria-labelledby=benefits]")
    card.locator("summary:has-text('Note a benefit')").click()
    for name, value in {"what": "TMS, sessions a year", "limit": "40", "used": "20", "source": "portal"}.items():
        card.locator(f"[name={name}]").fill(value)
    card.locator("button:text-is('Keep it')").click()
    page.wait_for_selector(".benefit:has-text('20 left')")
    assert "36 are asked for and 20 are left" in page.inner_text(".benefit")
    page.locator(".benefit button").click()
    page.wait_for_selector(".benefit", state="detached")
