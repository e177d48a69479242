"""Every page can be used with a keyboard and a screen reader: axe finds nothing, at a desk's width and at a phone's."""

import re
from pathlib import Path

import pytest

from .appeal import chosen, editor, place, ready, sign
from .test_paths import ASKS

STRAY = b"Clinic note\nPatient: Someone Else\nDOB: 01/02/1950\nMember ID: ZZ 000 111\n\nAssessment: well.\n"
PAGES = (
    "/",
    "/start/",
    "/deadlines/",
    "/addresses/",
    "/data/",
    "/case/{tms}/",
    "/case/{tms}/questions/",
    "/case/{tms}/criteria/",
    "/case/{tms}/criteria/edit",
    "/case/{tms}/letter/?why=3",
    "/case/{tms}/sign/",
    "/case/{tms}/send/",
    "/case/{tms}/papers/",
    "/case/{tms}/history/",
    "/case/{tms}/delete",
    "/case/{oxygen}/",
    "/case/{oxygen}/letter/",
)
RULES = (
    "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']}"
)


def axe():
    base = pytest.importorskip("axe_playwright_python.base")
    return (Path(base.__file__).parent / "axe.min.js").read_text()


@pytest.fixture(scope="module")
def states(desk):
    """Give addresses of pages that only come about by work, and pages that only a form brings, by their name."""
    asks = place(desk.post("/drop", files=[("asks.txt", ASKS)]))
    need = place(desk.post("/start/begin", {"kind": "need"}))
    stray = place(desk.post("/drop", files=[("asks.txt", ASKS), ("stray.txt", STRAY)]))
    case = f"/case/{desk.sample('psoriasis')}/"
    passage = re.search(r'href="(/case/\w+/paper/\w{64}/\?at=\d+-\d+)', desk.settled(f"{case}criteria/"))[1]
    words, mark = editor(desk, case)
    unfounded = f"{words} A 2023 trial found remission in 71% of patients."
    pages = {
        "words with no source": desk.post(f"{case}letter/0/save", {"text": unfounded, "mark": mark})[2],
        "back from Word": desk.post(f"{case}letter/back", {"text": f"Dear reviewer:\n{unfounded}\nSincerely,"})[2],
        "two windows": desk.post(f"{case}letter/0/save", {"text": words, "mark": "0" * 64})[2],
    }
    told = {"text": words.replace(" to ", " also to ", 1), "mark": mark}
    status, _, asked = desk.post(f"{case}letter/0/save", told)
    if status == 200:
        status, _, _ = desk.post(f"{case}letter/0/save", told | chosen(asked, "mine"))
    assert status == 302
    signed = ready(desk)
    sign(desk, signed)
    desk.post(f"{signed}send/go", {"door": "print 1 Lock Street"})
    for each in (asks, need, stray):
        desk.settled(each)
    addresses = [asks, f"{need}questions/", stray, passage, f"{case}version/2/", f"{signed}sign/", f"{signed}send/"]
    return [*addresses, f"{signed}history/", "/nowhere/"], pages


def answered(text):
    return lambda route: route.fulfill(body=text, content_type="text/html")


def wrong(page, name):
    """Give what axe finds, and what is wider than the window."""
    told = page.evaluate(f"axe.run({RULES}).then(told => told.violations)")  # what passes takes longest to hand over
    found = [(name, v["id"], v["nodes"][0]["html"][:160]) for v in told]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found + ([(name, "wider than the window", str(wide))] if wide > 1 else [])


@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing_on_any_page(page, desk, width):
    tokens = {"tms": desk.sample("tms"), "oxygen": desk.sample("oxygen")}
    script, found = axe(), []
    page.set_viewport_size({"width": width, "height": 800})
    for path in PAGES:
        desk.settled(path.format(**tokens))  # a page that waits for a reading loads itself anew, and would cut in
        page.goto(desk.url + path.format(**tokens))
        if "letter/?why" in path:
            page.locator(".block .edit").first.click()
            page.wait_for_selector(".editing textarea")
        page.evaluate(script)
        found += wrong(page, path)
    assert found == []


@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing_on_pages_that_work_brings_about(page, desk, states, width):
    addresses, pages = states
    script, found = axe(), []
    page.set_viewport_size({"width": width, "height": 800})
    for path in addresses:
        page.goto(desk.url + path)
        page.evaluate(script)
        found += wrong(page, path)
    for name, text in pages.items():
        page.route("**/shown/", answered(text))
        page.goto(f"{desk.url}/shown/")
        page.unroute("**/shown/")
        assert "<h1" in text, name
        page.evaluate(script)
        found += wrong(page, name)
    assert found == []


def test_the_desk_is_used_from_the_keyboard_alone(page, desk):
    page.goto(f"{desk.url}/case/{desk.sample('tms')}/letter/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator(".s").nth(3).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#beside .tree")
