"""What a privacy officer asks: who gets in, what leaves, what is kept in caches, logs and addresses."""

import re

import pytest

from wellfounded.clinic.place import Place
from wellfounded.clinic.serving import serve
from wellfounded.errors import InputError

PAGES = ("/", "/start/", "/deadlines/", "/addresses/", "/data/", "/case/{tms}/", "/case/{tms}/letter/")


def test_without_the_key_nothing_is_shown(desk):
    status, _, text = desk.get("/", key=False)
    assert status == 403
    assert "Ellis" not in text


def test_the_address_with_the_key_opens_the_desk_and_drops_the_key_from_the_address(desk):
    status, headers, _ = desk.get(f"/?key={desk.key}", key=False)
    assert (status, headers["Location"]) == (302, "/")
    assert "HttpOnly" in headers["Set-Cookie"]
    assert "SameSite=Strict" in headers["Set-Cookie"]


def test_a_page_asked_for_under_another_name_is_refused(desk):
    assert desk.get("/", headers={"Host": "evil.example"})[0] == 400


@pytest.mark.parametrize("path", ["/drop", "/me", "/start/begin", "/addresses/keep"])
def test_a_form_from_elsewhere_changes_nothing(desk, path):
    assert desk.get(path, data=b"kind=need", headers={"Origin": "http://evil.example"})[0] == 403


@pytest.mark.parametrize("path", PAGES)
def test_pages_load_nothing_from_elsewhere_and_stay_out_of_caches(desk, path):
    status, headers, text = desk.get(path.format(tms=desk.sample("tms")))
    assert status == 200
    assert headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert re.findall(r"""(?:src|href|action)=["'](?:https?:)?//""", text) == []
    assert re.findall(r"<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=", text) == []


def test_no_address_holds_a_word_about_the_patient(desk):
    _, _, text = desk.get(f"/case/{desk.sample('tms')}/")
    links = " ".join(re.findall(r'(?:href|src|action)="([^"]*)"', text)).lower()
    assert [word for word in ("jordan", "ellis", "arh447", "depress", "1984") if word in links] == []


def test_a_case_that_is_not_there_and_one_that_is_not_yours_answer_alike(desk):
    assert desk.get("/case/abcdefghjkmnpqrs/")[0] == 404


def test_only_the_loopback_interface_is_ever_bound(tmp_path):
    with pytest.raises(InputError, match="this computer only"):
        serve(Place(tmp_path), 0, host="0.0.0.0", told=print)  # noqa: S104 - what must not be done


def test_a_port_that_is_taken_is_said_in_one_sentence(desk, tmp_path):
    with pytest.raises(InputError, match="is taken"):
        serve(Place(tmp_path), desk.port, told=print)


def test_an_address_that_leads_nowhere_is_answered_in_plain_words(desk):
    status, _, text = desk.get("/nowhere/")
    assert status == 404
    assert "There is nothing at this address" in text


def test_what_the_desk_keeps_is_closed_to_other_people(desk):
    assert desk.root.stat().st_mode & 0o077 == 0 or (desk.root / "cases").stat().st_mode & 0o077 == 0
    assert (desk.root / "desk.key").stat().st_mode & 0o077 == 0
