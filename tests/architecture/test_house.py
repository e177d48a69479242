"""The house rules that no single file can keep alone."""

import ast
import re
import statistics
from collections import Counter
from pathlib import Path

import pytest

import wellfounded
from wellfounded import check, cli, errors
from wellfounded.errors import UnsupportedSentence
from wellfounded.model.letter import Sentence

HOUSE = Path(wellfounded.__file__).parent
SOURCES = sorted(HOUSE.rglob("*.py"))
ROOMS = ("read", "law", "criteria", "match", "argue", "write", "check", "render", "packet")


def opening(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text())) or "").split("\n\n")[0].replace("\n", " ")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_no_file_outgrows_a_reading_and_each_opens_with_one_sentence(path):
    assert len(path.read_text().splitlines()) <= 300
    assert re.match(r"[A-Z`].*[.:]$|^[A-Z`].*\.\s", opening(path)), "a file opens with one true sentence"


def test_the_median_file_is_under_ninety_lines():
    assert statistics.median(len(path.read_text().splitlines()) for path in SOURCES) < 90


def test_a_sentence_must_rest_on_something():
    with pytest.raises(UnsupportedSentence):
        Sentence("This drug is medically necessary.", ())


def test_every_error_is_drawn_in_the_tree_with_its_exit_code():
    drawn = errors.__doc__
    found = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert [kind.__name__ for kind in found if kind.__name__ not in drawn] == []
    stated = dict(re.findall(r"(\w+) .*exit (\d+)", drawn))
    assert {name: getattr(errors, name).exit_code for name in stated} == {n: int(code) for n, code in stated.items()}


def test_every_check_code_is_used_once():
    codes = Counter(rule.CODE for rule in check.rules())
    assert [code for code, n in codes.items() if n > 1] == []
    assert all(re.fullmatch(r"[A-Z]{2}\d{3}", code) for code in codes)


def test_the_command_line_says_of_each_command_what_its_file_says():
    held = {path.stem for path in (HOUSE / "cli").glob("*.py") if not path.stem.startswith("_")}
    assert held == set(cli.COMMANDS)
    assert {name: opening(HOUSE / "cli" / f"{name}.py") for name in held} == cli.COMMANDS


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_names_its_doors_in_order(room):
    tree = ast.parse((HOUSE / room / "__init__.py").read_text())
    named = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
    ]
    assert named
    assert sorted(named[0], key=str.lower) == sorted(named[0], key=str.lower)


def test_no_file_names_a_download_host():
    hosts = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|deb\.debian\.org|huggingface\.co")
    root = HOUSE.parent.parent
    kinds = {".py", ".toml", ".lock", ".md", ".yaml", ".yml", ".txt", ".cfg", ""}
    held = [p for top in ("src", "docs", "scripts", "bench") for p in (root / top).rglob("*") if p.is_file()]
    held += [p for p in root.iterdir() if p.is_file()]
    assert [str(p) for p in held if p.suffix in kinds and hosts.search(p.read_text(errors="ignore"))] == []
