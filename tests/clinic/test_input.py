"""Bad input at the desk: files that cannot be read, a clock that jumps, a line that drops, a folder from elsewhere."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command

from wellfounded.clinic.acts.cases import add, delete, start
from wellfounded.clinic.acts.people import owner
from wellfounded.clinic.acts.work import add_note
from wellfounded.clinic.models import Event
from wellfounded.clinic.showing import timeline

from .conftest import Desk

TMS = Path(__file__).parents[2] / "examples" / "tms"
DENIAL = next((TMS / "payer").glob("*.pdf")).read_bytes()


@pytest.fixture(scope="module", autouse=True)
def base():
    call_command("migrate", verbosity=0)


def bomb():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("a.txt", b"0" * 300_000_000)
    return held.getvalue()


def locked():
    pikepdf = pytest.importorskip("pikepdf")
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(DENIAL)) as pdf:
        pdf.save(held, encryption=pikepdf.Encryption(owner="one", user="two"))
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("locked.pdf", locked, "encrypted"),
        ("cut.pdf", lambda: DENIAL[:4_000], "cut.pdf"),
        ("program.exe", lambda: b"MZ" + bytes(range(256)) * 40, "program"),
        ("bomb.zip", bomb, "bomb.zip"),
        ("old.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000, "old Office"),
        ("../../../etc/cron.d/x", lambda: b"MZ" + bytes(range(256)) * 40, "program"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_case_stays(desk, name, data, says):
    status, headers, _ = desk.post("/drop", files=[(name, data())])
    assert status == 302
    text = desk.settled(headers["Location"])
    assert "This case needs your help" in text
    assert says in text
    assert "Take it out" in text
    assert "Traceback" not in text
    assert desk.get("/")[0] == 200


def test_an_empty_file_makes_no_case(desk):
    before = len(desk.rows("select 1 from clinic_matter"))
    status, _, text = desk.post("/drop", files=[("empty.pdf", b"")])
    assert status == 422
    assert "The file is empty" in text
    assert len(desk.rows("select 1 from clinic_matter")) == before


@pytest.mark.parametrize("fields", [{"text": "x" * 30_000}, {"text": "  "}, {}])
def test_a_note_that_is_none_is_refused_in_one_sentence(desk, fields):
    status, _, text = desk.post(f"/case/{desk.sample('tms')}/note", fields)
    assert status == 422
    assert 'role="alert"' in text or "<h1" in text


def test_a_value_is_confirmed_as_the_word_of_who_looked(page, desk):
    page.goto(desk.url)
    page.set_input_files("#files", {"name": "denial.pdf", "mimeType": "application/pdf", "buffer": DENIAL})
    page.click("text=Read it")
    page.wait_for_selector("text=What the letter says")
    row = page.locator(".facts dl > div:has(dt:text-is('Member number'))")
    row.locator("summary").click()
    row.locator("button[name=sure]").click()
    page.wait_for_selector(".facts .sure")
    assert "confirmed by" in row.inner_text()


def test_a_line_that_drops_while_a_person_types_loses_no_word(page, desk):
    page.goto(f"{desk.url}/case/{desk.sample('botox-migraine')}/letter/")
    page.locator("#p0 .edit").click()
    box = page.locator(".editing textarea")
    box.wait_for()
    page.wait_for_selector(".checked .soft:has-text('As it was')")
    words = f"{box.input_value()} Typed while nobody listened."
    page.context.set_offline(True)
    box.fill(words)
    page.wait_for_selector("#told:has-text('does not answer')")
    assert box.input_value() == words
    page.context.set_offline(False)
    box.press("End")
    box.type(" ")
    page.wait_for_selector(".checked .problem.error:has-text('Typed while nobody listened')")
    page.reload()
    page.locator("#p0 .edit").click()
    page.locator(".editing .soft:has-text('not yet kept')").wait_for()
    assert "Typed while nobody listened." in page.locator(".editing textarea").input_value()
    page.locator(".editing button:has-text('Leave as it was')").click()
    page.locator(".editing").wait_for(state="detached")


def test_a_clock_that_jumps_back_leaves_history_in_the_order_in_which_things_happened(monkeypatch):
    me = owner()
    held = start(me)
    now = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
    for n, hours in enumerate((0, -30, 2)):
        monkeypatch.setattr("wellfounded.clinic.clock.now", lambda hours=hours: now + timedelta(hours=hours))
        add_note(held, me, f"note {n}")
    add(held, me, [("a.txt", [b"words"])], "chart")
    said = [line.says for line in timeline.lines(Event.objects.filter(matter=held))]
    assert said[:4] == ["added papers with 1 file", "wrote a note", "wrote a note", "wrote a note"]
    delete(held)


@pytest.mark.parametrize("phrase", ["", "four plain words here"])
def test_a_folder_copied_from_another_machine_opens_there(tmp_path, phrase):
    first = Desk(tmp_path / "first", "2026-03-20", phrase)
    first.start()
    try:
        case = re.search(r"/case/\w+/", first.post("/drop", files=[("denial.pdf", DENIAL)])[1]["Location"])[0]
        first.settled(case)
    finally:
        first.stop()
    shutil.copytree(first.root, tmp_path / "elsewhere" / "desk")
    second = Desk(tmp_path / "elsewhere" / "desk", "2026-03-20", phrase)
    second.start()
    try:
        assert "ARH447190226" in second.settled(case)
    finally:
        second.stop()


def test_a_damaged_database_is_one_sentence(tmp_path):
    (tmp_path / "desk.sqlite3").write_bytes(b"no database at all" * 100)
    line = [sys.executable, "-m", "wellfounded.cli", "serve", str(tmp_path), "--port", "0", "--no-browser"]
    told = subprocess.run(line, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert told.returncode == 74
    assert told.stderr.splitlines() == [
        f"wellfounded: {tmp_path}/desk.sqlite3 cannot be used: it is damaged, or the disk is full",
        "  Make room, or restore a copy.",
    ]
