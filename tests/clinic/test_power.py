"""A power cut at any moment loses nothing that was acknowledged."""

import time
import urllib.parse

import pytest

from .conftest import Desk

MOMENTS = 4  # here; bench/power.py does 200


@pytest.fixture
def own(tmp_path):
    held = Desk(tmp_path / "desk", "2026-03-20")
    held.start()
    yield held
    held.stop()


def note(desk, token, csrf, words):
    body = urllib.parse.urlencode({"text": words, "csrfmiddlewaretoken": csrf}).encode()
    cookie = {"Cookie": f"desk-{desk.name}={desk.key}; form-{desk.name}={csrf}", "Origin": desk.url}
    return desk.get(f"/case/{token}/note", data=body, headers=cookie)[0]


def test_what_was_acknowledged_is_there_after_a_kill_at_any_moment(own):
    csrf, kept = "a" * 32, []
    token = own.sample("oxygen")
    for turn in range(MOMENTS):
        until = time.monotonic() + 0.05 + 0.09 * turn
        number = 0
        while time.monotonic() < until:
            words = f"note {turn}-{number}"
            if note(own, token, csrf, words) == 302:
                kept.append(words)
            number += 1
        own.kill()
        own.start()
    held = {row[0] for row in own.rows("select text from clinic_note")}
    assert kept
    assert set(kept) <= held
    assert own.rows("pragma integrity_check") == [("ok",)]
    assert own.get(f"/case/{token}/history/")[0] == 200
