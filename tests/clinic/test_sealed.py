"""An encrypted desk: nothing readable on the disk, nothing lost, nothing opened without its passphrase."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from wellfounded.clinic import sealing
from wellfounded.clinic.place import write
from wellfounded.errors import InputError

from .conftest import Desk

TMS = Path(__file__).parents[2] / "examples" / "tms"
PHRASE = "four plain words here"


def command(*words, phrase=PHRASE):
    line = [sys.executable, "-m", "wellfounded.cli", *map(str, words)]
    return subprocess.run(line, input=f"{phrase}\n" * 2, capture_output=True, text=True, check=False)


def readable(root, *words):
    return [path for path in root.rglob("*") if path.is_file() and any(w in path.read_bytes() for w in words)]


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    held = Desk(tmp_path_factory.mktemp("own") / "desk", "2026-03-20", PHRASE)
    held.start()
    yield held
    held.stop()


@pytest.fixture(scope="module")
def case(own):
    address = dropped(own)
    own.post(f"{address}note", {"text": "Jordan Ellis called twice"})
    return address


def dropped(own):
    """Give the address of a new case of the bundled papers, once it is read."""
    papers = [(path.name, path.read_bytes()) for place in ("payer", "chart") for path in (TMS / place).iterdir()]
    _, headers, _ = own.post("/drop", files=papers)
    address = re.search(r"/case/\w+/", headers["Location"])[0]
    assert "What the letter says" in own.settled(address)
    return address


def test_the_disk_shows_no_name_no_word_and_no_files_name(own, case):
    assert own.get(case)[0] == 200
    assert readable(own.root, b"Ellis", b"SQLite format", b"%PDF", b"denial", b"called twice") == []


def test_a_power_cut_loses_nothing_that_was_acknowledged(own, case):
    status, _, _ = own.post(f"{case}add", {"place": "chart"}, [("late.txt", b"Visit 03/18/2026. PHQ-9 today: 21.\n")])
    assert status == 302
    own.kill()  # at once: the paper is not read yet
    own.start()
    assert "late.txt" in own.settled(f"{case}papers/")
    own.post(f"{case}correct", {"set:patient.name": "Jordan Avery Ellis"})
    own.kill()
    own.start()
    assert "Jordan Avery Ellis" in own.settled(case)


def test_another_passphrase_is_one_sentence_and_opens_nothing(own):
    told = command("serve", own.root, "--port", "0", "--no-browser", phrase="another one altogether")
    assert (told.returncode, told.stderr) == (
        65,
        "wellfounded: that is not the passphrase of this desk\n  Type it again.\n",
    )


def test_a_desk_that_is_open_is_not_opened_twice(own):
    told = command("serve", own.root, "--port", "0", "--no-browser")
    assert told.returncode != 0
    assert "this desk is open already" in told.stderr


def test_a_short_passphrase_makes_no_desk(tmp_path):
    told = command("serve", tmp_path / "new", "--port", "0", "--no-browser", "--sealed", phrase="short")
    assert "fewer than 8 characters" in told.stderr
    assert not (tmp_path / "new" / "sealed.json").exists()


def test_a_desk_that_is_not_encrypted_is_said_to_be_so(desk):
    told = command("serve", desk.root, "--port", "0", "--no-browser", "--sealed")
    assert "is not encrypted" in told.stderr


@pytest.mark.parametrize("kind", ["sealed", "plain"])
def test_a_copy_comes_back_whole_as_either_kind_of_desk(own, case, tmp_path, kind):
    assert command("backup", own.root, tmp_path / "copy").returncode == 0
    assert b"PK\x03\x04" not in (tmp_path / "copy").read_bytes()[:200]
    back = tmp_path / "back"
    assert command("restore", tmp_path / "copy", back, *(["--sealed"] if kind == "sealed" else [])).returncode == 0
    assert bool(readable(back, b"Ellis")) is (kind == "plain")
    again = Desk(back, "2026-03-20", PHRASE if kind == "sealed" else "")
    again.start()
    try:
        assert "What the letter says" in again.settled(case)
        assert "called twice" in again.get(f"{case}history/")[2]
    finally:
        again.stop()


def test_a_case_is_exported_and_once_deleted_it_is_gone(own):
    case = dropped(own)
    token = case.split("/")[2]
    assert own.get(f"{case}export.zip")[2].startswith("PK")
    assert (own.root / "sealed" / token).is_dir()
    own.post(f"{case}delete", {"sure": "delete"})
    assert not (own.root / "sealed" / token).exists()
    assert own.get(case)[0] == 404


def test_a_file_put_in_anothers_place_does_not_open(tmp_path):
    (tmp_path / "desk").mkdir()
    place = sealing.new(tmp_path / "desk", PHRASE)
    place.keep("a", b"one packet")
    place.keep("b", b"another packet")
    one, other = sorted((place.root / "sealed" / "sent").iterdir())
    other.write_bytes(one.read_bytes())
    with pytest.raises(InputError):
        [place.kept(name) for name in ("a", "b")]
    place.close()


def test_what_changes_in_an_open_folder_is_sealed_and_what_goes_is_let_go_of(tmp_path):
    (tmp_path / "desk").mkdir()
    place = sealing.new(tmp_path / "desk", PHRASE)
    folder = place.case("abc")
    write(folder / ".incoming" / "told" / "a.txt", b"words")
    place.settle("abc")
    (folder / "chart").mkdir()
    (folder / ".incoming" / "told" / "a.txt").replace(folder / "chart" / "a.txt")
    place.settle("abc")
    place.close()
    again = sealing.unlocked(tmp_path / "desk", PHRASE)
    assert [(name, body.read()) for name, body in again.files()] == [("cases/abc/chart/a.txt", b"words")]
    assert (again.case("abc") / "chart" / "a.txt").read_bytes() == b"words"
    again.drop("abc")
    assert list(again.files()) == []
    assert not (again.scratch() / "cases" / "abc").exists()
    again.close()
