"""A copy of a desk: whole, sealed, and refused when it was changed."""

import io
import sqlite3
import zipfile

import pytest

from wellfounded.clinic import sealing
from wellfounded.clinic.place import Place, write
from wellfounded.errors import InputError

PHRASE = "four plain words here"


@pytest.fixture
def place(tmp_path):
    held = Place(tmp_path / "desk")
    held.prepare()
    held.secret("desk.key")
    base = sqlite3.connect(held.database)
    base.execute("create table t (words text)")
    base.execute("insert into t values ('kept')")
    base.commit()
    base.close()
    write(held.case("abc") / "payer" / "denial.txt", b"NOTICE OF DENIAL " * 100_000)
    return held


@pytest.mark.parametrize("phrase", ["", PHRASE])
def test_what_was_copied_comes_back_and_the_keys_do_not(place, tmp_path, phrase):
    sealing.backup(place, tmp_path / "copy", phrase)
    assert sealing.is_sealed_copy(tmp_path / "copy") is bool(phrase)
    back = Place(tmp_path / "back")
    assert sealing.restore(tmp_path / "copy", back.root, phrase) == 2
    assert (back.case("abc") / "payer" / "denial.txt").read_bytes() == b"NOTICE OF DENIAL " * 100_000
    assert sqlite3.connect(back.database).execute("select words from t").fetchall() == [("kept",)]
    assert not (back.root / "desk.key").exists()


def test_a_sealed_copy_shows_nothing(place, tmp_path):
    sealing.backup(place, tmp_path / "copy", PHRASE)
    data = (tmp_path / "copy").read_bytes()
    assert b"denial" not in data
    assert b"PK\x03\x04" not in data[:200]


@pytest.mark.parametrize("harm", ["byte", "cut", "phrase"])
def test_a_copy_that_was_changed_is_refused_and_leaves_nothing(place, tmp_path, harm):
    sealing.backup(place, tmp_path / "copy", PHRASE)
    data = bytearray((tmp_path / "copy").read_bytes())
    if harm == "byte":
        data[len(data) // 2] ^= 1
    (tmp_path / "copy").write_bytes(data[:-40] if harm == "cut" else data)
    with pytest.raises(InputError):
        sealing.restore(tmp_path / "copy", tmp_path / "back", "wrong words" if harm == "phrase" else PHRASE)
    assert not (tmp_path / "back").exists()


def test_a_zip_that_leads_out_of_the_folder_is_refused(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as held:
        held.writestr("desk.sqlite3", b"")
        held.writestr("cases/../../outside", b"")
    (tmp_path / "copy").write_bytes(out.getvalue())
    with pytest.raises(InputError, match="no copy of a desk"):
        sealing.restore(tmp_path / "copy", tmp_path / "back", "")
    assert not (tmp_path / "outside").exists()


def test_a_copy_goes_only_into_a_new_folder(place, tmp_path):
    sealing.backup(place, tmp_path / "copy", "")
    with pytest.raises(InputError, match="not empty"):
        sealing.restore(tmp_path / "copy", place.root, "")
    with pytest.raises(InputError, match="exists already"):
        sealing.backup(place, tmp_path / "copy", "")
