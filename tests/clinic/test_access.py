"""Every page can be used with a keyboard and a screen reader: axe finds nothing, at a desk's width and at a phone's."""

from pathlib import Path

import pytest

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
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"


def axe():
    base = pytest.importorskip("axe_playwright_python.base")
    return (Path(base.__file__).parent / "axe.min.js").read_text()


@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing_on_any_page(page, desk, width):
    tokens = {"tms": desk.sample("tms"), "oxygen": desk.sample("oxygen")}
    script, found = axe(), []
    page.set_viewport_size({"width": width, "height": 800})
    for path in PAGES:
        page.goto(desk.url + path.format(**tokens))
        if "letter/?why" in path:
            page.locator(".block .edit").first.click()
            page.wait_for_selector(".editing textarea")
        page.evaluate(script)
        told = page.evaluate(f"axe.run({RULES})")
        found += [(path, v["id"], v["nodes"][0]["html"][:160]) for v in told["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [(path, "wider than the window", str(wide))] if wide > 1 else []
    assert found == []


def test_the_desk_is_used_from_the_keyboard_alone(page, desk):
    page.goto(f"{desk.url}/case/{desk.sample('tms')}/letter/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator(".s").nth(3).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#beside .tree")
