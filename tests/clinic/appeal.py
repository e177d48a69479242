"""The TMS appeal at a desk, brought to a letter or to its signature without a browser."""

import html
import re

from .test_story import PHRASE, SCALE, SIGNER, TMS


def place(answer):
    """Give the address of the case an answer leads to."""
    return re.search(r"/case/\w+/", answer[1]["Location"])[0]


def ready(desk, extra=()):
    """Drop denial, policy, notes and *extra* (names with bytes), and answer the questions; gives the case's address."""
    case = place(desk.post("/drop", files=[(p.name, p.read_bytes()) for p in sorted((TMS / "payer").iterdir())]))
    desk.settled(case)
    desk.post(f"{case}questions/", {f"a:{way}": value for way, value in SIGNER.items()})
    papers = [(p.name, p.read_bytes()) for part in ("policy", "chart") for p in sorted((TMS / part).iterdir())]
    desk.post(f"{case}add", {"place": "told"}, [*papers, ("2026-03-16_visit.txt", SCALE.encode()), *extra])
    desk.settled(case)
    return case


def sign(desk, case, **changes):
    """Sign with what the page holds; gives status and text of the answer."""
    text = desk.settled(f"{case}sign/")
    told = {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in ("version", "name", "role")}
    status, _, answered = desk.post(
        f"{case}sign/", told | {"passphrase": PHRASE, "again": PHRASE, "unopened": "yes"} | changes
    )
    return status, answered


def editor(desk, case, index=0):
    """Give the words of a paragraph in its editor, and its mark."""
    edit = desk.get(f"{case}letter/{index}/edit", headers={"HX-Request": "true"})[2]
    words = re.search(r"<textarea[^>]*>([^<]*)", edit)[1]
    return html.unescape(words).strip(), re.search(r'name="mark" value="(\w+)"', edit)[1]


def chosen(text, way):
    """Give the answers of a form that asks what becomes of each new statement, *way* for each of them."""
    told = dict.fromkeys(re.findall(r'name="(do:\w+)"', text), way)
    assert told, "the form asks nothing"
    return told
