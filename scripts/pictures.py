"""Take the pictures of the desk's main pages for the docs: `python scripts/pictures.py [--out DIR] [--width 1440 360]`.

A desk is made in a temporary folder and the five-minute story walked in it; each picture is one window of a page at
1440 dots across, in at most 128 colours. With --out every page is taken whole, at each width and in print, to look at.
"""

import argparse
import html
import io
import re
import sys
import tempfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parents[1]
sys.path.insert(0, str(HERE / "bench"))

import driving as desk  # noqa: E402 - the folder first

KEPT = HERE / "docs" / "pictures"
CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
WINDOW = {"width": 1440, "height": 900}
LOOKED = ("chart-missing", "signed", "delete")  # taken with --out only: the docs show these pages in another state
PHRASE = "four plain words here"
PLANTED = (
    " A 2023 trial (Miller et al., Journal of Clinical Psychiatry 2023;84:112) found remission in 71% of patients."
)
ASKS = (HERE / "tests" / "clinic" / "asks.txt").read_bytes()


def pages(root):
    """Walk the story; give each picture's name with its address and what to do on the page before it is taken."""
    desk.read_through(root)
    desk.ask(root, "/me", {"name": "Dana Whitlock", "role": "appeals coordinator"})
    case = desk.dropped(root)
    yield "questions", f"{case}questions/", None
    yield "chart-missing", f"{case}criteria/", None
    desk.filled(root, case)
    yield "today", "/", None
    yield "case", case, None
    yield "criteria", f"{case}criteria/", opened(".crit .for a", "#beside rect.strong")
    yield "letter", f"{case}letter/", opened("main .s >> nth=12", "#beside .tree")
    yield "checked", f"{case}letter/", planted
    yield "sign", f"{case}sign/", opened("section[aria-labelledby=risky] ol a", "#beside .tree")
    if not desk.signed(root, case, PHRASE):
        raise SystemExit("the letter of the story cannot be signed")
    desk.ask(root, f"{case}send/go", {"door": "fax (555) 555-0133"})
    yield "signed", f"{case}sign/", None
    yield "send", f"{case}send/", None
    desk.ask(root, f"{case}task", {"says": "Call the plan: is the fax there?", "due": "2026-03-23"})
    desk.ask(root, f"{case}note", {"text": "Dr. Raman is free for a peer-to-peer on Tuesdays after 2 p.m."})
    words = desk.ask(root, f"{case}letter/0/edit", part=True)[2]
    mark = re.search(r'name="mark" value="(\w+)"', words)[1]
    text = re.search(r"<textarea[^>]*>([^<]*)", words)[1].strip().replace(" to ", " also to ", 1)
    told = {"text": html.unescape(text), "mark": mark}
    asked = desk.ask(root, f"{case}letter/0/save", told)[2]
    desk.ask(root, f"{case}letter/0/save", told | dict.fromkeys(re.findall(r'name="(do:\w+)"', asked), "mine"))
    yield "history", f"{case}history/", None
    yield "differs", f"{case}version/2/", None
    yield "papers", f"{case}papers/", None
    paper = re.search(rf'href="({case}paper/\w{{64}}/)"', desk.ask(root, f"{case}papers/")[2])[1]
    yield "paper", paper, None
    yield "start", "/start/", None
    need = re.search(r"/case/\w+/", desk.ask(root, "/start/begin", {"kind": "need"})[1])[0]
    desk.settled(root, need)
    yield "need", f"{need}questions/", None
    asks = re.search(r"/case/\w+/", desk.ask(root, "/drop", files=[("request.txt", ASKS)])[1])[0]
    desk.settled(root, asks)
    yield "asks", asks, opened("#wanted", "#wanted")
    yield "deadlines", "/deadlines/", None
    address = {"payer": "Alder Ridge Health", "plan": "", "means": "fax", "address": "(555) 555-0133"}
    desk.ask(root, "/addresses/keep", address | {"source": "denial of 2026-03-09, p. 2", "found": "2026-03-12"})
    yield "addresses", "/addresses/", None
    yield "data", "/data/", None
    yield "delete", f"{asks}delete", None


def opened(choose, shows):
    """Give what opens something on a page and waits until it shows."""

    def does(page):
        if choose != shows:
            page.locator(choose).first.click()
        page.locator(shows).first.wait_for()
        if choose == shows:
            page.locator(shows).first.scroll_into_view_if_needed()

    return does


def planted(page):
    """Type a reference that nobody can open into the first paragraph."""
    page.locator(".block .edit").first.click()
    box = page.locator(".editing textarea")
    box.wait_for()
    box.fill(box.input_value().removesuffix(PLANTED) + PLANTED)
    page.wait_for_selector(".checked .problem.error")
    page.locator(".checked").first.evaluate("held => held.scrollIntoView({block: 'center'})")


def small(png):
    """Give a picture in few colours: a third of the size, and no eye sees it."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def taken(page, root, name, path, does, told):
    """Take one page, as the docs show it or whole in every form it has."""
    desk.settled(root, path)
    for width in told.width if told.out else [WINDOW["width"]]:
        page.set_viewport_size(WINDOW | {"width": width})
        page.goto(f"http://127.0.0.1:{desk.PORT}{path}")
        if does is not None:
            does(page)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)  # pictures that came are drawn
        if not told.out:
            (KEPT / f"desk-{name}.png").write_bytes(small(page.screenshot()))
            continue
        (told.out / f"{name}-{width}.png").write_bytes(page.screenshot(full_page=True))
    if told.out:
        page.pdf(path=told.out / f"{name}.pdf")


def main():
    """Take them all."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - of the tests' own packages

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--width", type=int, nargs="+", default=[1440, 360])
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        root = Path(folder) / "desk"
        process, _ = desk.start(root)
        path = next(each for each in CHROMIUM if Path(each).exists())
        browser = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        context = browser.new_context(viewport=WINDOW)
        context.set_default_timeout(60_000)
        key = (root / "desk.key").read_text()
        context.add_cookies(
            [{"name": f"desk-{desk.name_of(root)}", "value": key, "url": f"http://127.0.0.1:{desk.PORT}"}]
        )
        page = context.new_page()
        for name, at, does in pages(root):
            if told.out or name not in LOOKED:
                taken(page, root, name, at, does, told)
        browser.close()
        desk.close(process)


if __name__ == "__main__":
    main()
