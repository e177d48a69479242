"""The command line takes the patterns of its modules ready made, and never a pattern of a case."""

import re
import sys

import pytest

from wellfounded.cli import _patterns

MODULE = """
import re
KEPT = re.compile(r"(?P<drug>[a-z]+)-kept (\\d+)", re.IGNORECASE)
def made(word):
    return re.compile(f"patient {word}")
"""


@pytest.fixture
def table(tmp_path, monkeypatch):
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "__init__.py").write_text("")
    (tmp_path / "shelf" / "words.py").write_text(MODULE)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(_patterns, "KEPT", tmp_path / "patterns.index")
    monkeypatch.setattr(_patterns.Compiler, "compile", _patterns.Compiler.compile)
    re.purge()
    yield _patterns.build("shelf")
    re.purge()
    for name in ("shelf", "shelf.words"):
        sys.modules.pop(name, None)


@pytest.mark.usefixtures("table")
def test_a_pattern_read_back_finds_what_the_compiled_one_finds():
    kept = sys.modules["shelf.words"].KEPT
    _patterns.use()
    re.purge()
    again = re.compile(kept.pattern, re.IGNORECASE)
    assert again is not kept
    assert again == kept
    assert again.search("On ABC-kept 12").groupdict() == {"drug": "ABC"}


@pytest.mark.usefixtures("table")
def test_what_is_not_in_the_table_is_compiled():
    _patterns.use()
    assert re.compile(r"of no module \d").search("of no module 7")


def test_a_pattern_made_of_the_words_of_a_case_is_not_kept(table):
    sys.modules["shelf.words"].made("Tamsin")
    assert b"-kept" in table.read_bytes()
    assert b"patient" not in table.read_bytes()


@pytest.mark.parametrize("spoilt", [b"", b"\xc1", b"another interpreter"])
def test_a_table_that_cannot_be_used_is_passed_over(table, spoilt):
    before = _patterns.Compiler.compile
    table.write_bytes(spoilt or table.read_bytes().replace(_patterns.STAMP.encode(), b"?" * len(_patterns.STAMP)))
    _patterns.use()
    assert _patterns.Compiler.compile is before
