"""What the desk writes is there whole or not at all, under names that are names."""

import errno
import os
from datetime import date

import pytest

from wellfounded import casefolder
from wellfounded.clinic.place import Place, safe_name, write
from wellfounded.clinic.reading import filing
from wellfounded.errors import StorageError


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("denial.pdf", "denial.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\scans\\fax 12.tif", "fax 12.tif"),
        (".hidden", "hidden"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("", "document"),
        ("...", "document"),
        ("Übersicht (März).pdf", "Übersicht (März).pdf"),
    ],
)
def test_a_name_leads_nowhere_but_into_its_folder(given, kept):
    assert safe_name(given) == kept


def test_a_long_name_keeps_its_suffix():
    assert safe_name(f"{'x' * 400}.pdf").endswith("x.pdf")
    assert len(safe_name(f"{'x' * 400}.pdf")) <= 120


def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    write(tmp_path / "case.yaml", b"before")

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="No space left"):
        write(tmp_path / "case.yaml", [b"aft", b"er"])
    assert (tmp_path / "case.yaml").read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["case.yaml"]


def test_files_and_folders_are_for_one_persons_eyes(tmp_path):
    place = Place(tmp_path / "desk")
    place.prepare()
    write(place.sent / "a.pdf", b"x")
    assert [path.stat().st_mode & 0o077 for path in (place.root, place.cases, place.sent / "a.pdf")] == [0, 0, 0]


def test_a_secret_is_made_once(tmp_path):
    place = Place(tmp_path)
    assert place.secret("desk.key") == place.secret("desk.key")
    assert len(place.secret("desk.key")) > 40


def test_a_file_that_is_filed_while_a_copy_is_made_is_in_the_copy(tmp_path):
    place = Place(tmp_path / "desk")
    place.prepare()
    for name in ("a.txt", "b.txt"):
        write(place.case("abc") / ".incoming" / "told" / name, name.encode())
    held = {}
    for name, body in place.files():
        held[name] = body.read()
        waiting = place.case("abc") / ".incoming" / "told" / "b.txt"
        if waiting.is_file():
            (place.case("abc") / "chart").mkdir()
            waiting.replace(place.case("abc") / "chart" / "b.txt")
    assert held["cases/abc/chart/b.txt"] == b"b.txt"


def test_what_comes_while_papers_are_filed_waits_for_the_next_time(tmp_path, monkeypatch):
    late = tmp_path / filing.INCOMING / "chart" / "late.txt"

    def make(folder, **_):
        write(late, b"words")
        (folder / "case.yaml").write_bytes(b"")

    write(tmp_path / filing.INCOMING / "chart" / "first.txt", b"words of a note")
    monkeypatch.setattr(casefolder, "make", make)
    filing.file(tmp_path, date(2026, 3, 20), "somebody")
    assert (tmp_path / "chart" / "first.txt").is_file()
    assert late.is_file()


def test_a_paper_of_no_kind_is_the_payers_only_where_a_case_begins_with_it(tmp_path):
    write(tmp_path / filing.INCOMING / "told" / "first.txt", b"Ref 12. Call me.")
    filing.file(tmp_path, date(2026, 3, 20), "somebody")
    write(tmp_path / filing.INCOMING / "told" / "second.txt", b"Ref 13. Call me.")
    filing.file(tmp_path, date(2026, 3, 20), "somebody")
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*.txt"))] == [
        "chart/second.txt",
        "payer/first.txt",
    ]
