"""An audit from the command line: each broken file named, the rest done, and gone on with after an interruption."""

import json

import pytest

from check.test_across import OTHER, letter
from killer import dies_of_b
from wellfounded import cli
from wellfounded.cli._pool import STOPPED, Work, looked
from wellfounded.cli.audit import KEPT


@pytest.fixture
def folder(tmp_path):
    held = tmp_path / "letters"
    held.mkdir()
    (held / "a.txt").write_text(letter("Ada Brackholm", "QX1001001"))
    (held / "b.txt").write_text(letter("Clara Dunmar", "QX2002002", OTHER, also="Ada Brackholm was approved.\n"))
    (held / "cut.pdf").write_bytes(b"%PDF-1.7 cut")
    (held / "picture.png").write_bytes(b"no letter")
    return held


def audit(folder, *words):
    code = cli.main(["audit", str(folder), "--on", "2026-06-10", "--workers", "1", *words])
    return code, json.loads((folder.with_name("letters.audit") / "audit.json").read_text())


def test_a_broken_file_is_named_and_the_rest_is_done(folder, capsys):
    _, told = audit(folder)
    assert told["letters"] == 2
    assert [one["file"] for one in told["broken"]] == ["cut.pdf"]
    assert [one["file"] for one in told["others"]] == ["b.txt"]
    said = capsys.readouterr()
    assert "2 letters checked, 1 not read, 1 details of another patient" in said.out
    assert "Brackholm" not in said.out + said.err


def test_what_was_looked_at_is_not_looked_at_again_unless_it_changed(folder, monkeypatch):
    audit(folder)
    given = []
    monkeypatch.setattr("wellfounded.cli.audit.looked", lambda works, _: given.extend(works) or iter(()))
    audit(folder)
    assert given == []
    (folder / "a.txt").write_text(letter("Ada Brackholm", "QX1001001", OTHER))
    (folder / "b.txt").unlink()
    _, told = audit(folder)
    assert [work.path for work in given] == ["a.txt"]
    assert told["others"] == []


def test_an_interruption_keeps_what_was_done(folder, monkeypatch):
    def stops(works, _):
        yield from looked(list(works)[:1], 1)
        raise KeyboardInterrupt

    monkeypatch.setattr("wellfounded.cli.audit.looked", stops)
    assert cli.main(["audit", str(folder), "--on", "2026-06-10"]) == 130
    monkeypatch.undo()
    assert (folder.with_name("letters.audit") / KEPT).exists()
    assert audit(folder)[1]["letters"] == 2


def test_a_file_that_kills_its_reader_costs_no_other():
    works = [Work("x", f"{name}.txt", None) for name in "abc"]
    found = {one.path: one.why for one in looked(works, 1, dies_of_b)}
    assert found == {"a.txt": "", "b.txt": STOPPED, "c.txt": ""}


def test_a_folder_that_is_none_is_one_sentence(tmp_path, capsys):
    assert cli.main(["audit", str(tmp_path / "none")]) == 65
    assert "is no folder" in capsys.readouterr().err
