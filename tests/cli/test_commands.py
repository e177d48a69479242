"""The command line: exit codes, one clear sentence for bad input, nothing half-written, no patient text."""

import json
import shutil
import signal
import subprocess
import sys
import time

import pytest

from wellfounded import cli
from wellfounded.cli import _report
from wellfounded.model.basis import Source, SourceId
from wellfounded.model.document import Document, Page


@pytest.fixture
def wellfounded(root):
    def call(*words, **options):
        command = [sys.executable, "-m", "wellfounded.cli", *map(str, words)]
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=root, **options)

    return call


def test_no_command_prints_the_help_and_is_a_usage_error(wellfounded):
    done = wellfounded()
    assert done.returncode == 2
    assert "deadlines" in done.stdout


@pytest.mark.parametrize("name", sorted(cli.COMMANDS))
def test_every_command_has_help(wellfounded, name):
    done = wellfounded(name, "--help")
    assert done.returncode == 0
    assert cli.COMMANDS[name].split(":")[0] in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.pdf", b"", "empty"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj", "cut.pdf"),
        ("noise.bin", bytes(range(256)) * 40, "noise.bin"),
        ("word.docx", b"PK\x03\x04 not a zip", "word.docx"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old.doc"),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_sentence_and_65(wellfounded, tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    done = wellfounded("read", path, "--json")
    assert done.returncode == 65, done.stdout
    assert done.stdout == ""
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_message_is_one_line_whatever_the_name_of_the_file(wellfounded, tmp_path):
    path = tmp_path / "two\nlines.pdf"
    path.write_bytes(b"")
    done = wellfounded("read", path)
    assert done.stderr.splitlines()[0].endswith("two\\nlines.pdf: the file is empty")


def test_a_file_inside_a_message_is_read_by_its_way(wellfounded, tmp_path):
    mail = tmp_path / "m.eml"
    mail.write_bytes(b'From: a\nTo: b\nContent-Disposition: attachment; filename="n.txt"\nContent-Type: a/x\n\nDeep\n')
    assert wellfounded("read", mail / "n.txt", "--text").stdout == "Deep\n"


def test_a_kind_of_letter_that_there_is_not_is_named_with_those_there_are(wellfounded, tmp_path, root):
    shutil.copytree(root / "examples" / "tms", tmp_path / "case")
    entered = tmp_path / "case" / "case.yaml"
    entered.write_text(entered.read_text().replace("asks: appeal", "asks: appeel"))
    done = wellfounded("run", tmp_path / "case", "--on", "2026-03-20", "--out", tmp_path / "out")
    assert done.returncode == 65
    assert "asks is 'appeel'" in done.stderr
    assert "prior_authorization" in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_was_read_from_a_picture_or_not_at_all_is_said():
    pages = (Page(1, 0, 4, 0.9, scanned=True),)
    documents = (
        Document(Source(SourceId("a"), "payer/fax.pdf", "application/pdf", 1), "Text", pages),
        Document(Source(SourceId("b"), "chart/blank.png", "image/png", 1), "", (Page(1, 0, 0),)),
        Document(
            Source(SourceId("c"), "chart/m.eml", "message/rfc822", 1), "Text", (Page(1, 0, 4),), ("it is damaged",)
        ),
    )
    assert list(_report.unread(documents)) == [
        "payer/fax.pdf: read from pictures of pages; compare names, numbers and dates (p. 1)",
        "chart/blank.png: no text was found in it",
        "chart/m.eml: it is damaged",
    ]


def test_a_missing_file_is_named(wellfounded):
    done = wellfounded("read", "no-such-file.pdf")
    assert done.returncode == 65
    assert "no-such-file.pdf" in done.stderr


def test_read_gives_an_array_whose_quotes_are_in_the_text(wellfounded):
    path = "examples/tms/payer/denial.pdf"
    text = wellfounded("read", path, "--text").stdout
    (held,) = json.loads(wellfounded("read", path, "--json").stdout)
    assert held["file"] == path
    assert held["kind"] == "denial"
    assert len(held["facts"]) > 15
    for fact in held["facts"]:
        quote = fact["quote"]
        assert quote["source"] == path
        assert text[quote["start"] : quote["end"]] == quote["exact"]


def test_a_policy_without_criteria_says_so(wellfounded, tmp_path):
    (tmp_path / "case" / "policy").mkdir(parents=True)
    (tmp_path / "case" / "policy" / "bulletin.txt").write_text(
        "Provider bulletin\n\nOur offices are closed on Monday.\n"
    )
    done = wellfounded("run", tmp_path / "case", "--out", tmp_path / "out")
    assert done.returncode == 65
    assert "policy/bulletin.txt" in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_cannot_be_written_is_named_and_nothing_is_left(wellfounded, tmp_path):
    (tmp_path / "taken").write_text("a file")
    done = wellfounded("run", "examples/tms", "--on", "2026-03-20", "--out", tmp_path / "taken")
    assert done.returncode == 74
    assert "taken" in done.stderr
    assert (tmp_path / "taken").read_text() == "a file"


def test_a_full_disk_leaves_nothing_half_written(root, tmp_path):
    limit = "import resource,sys; resource.setrlimit(resource.RLIMIT_FSIZE,(20000,20000)); import signal;"
    limit += (
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from wellfounded.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    words = ["run", "examples/tms", "--on", "2026-03-20", "--out", str(tmp_path / "out")]
    done = subprocess.run([sys.executable, "-c", limit, *words], capture_output=True, text=True, check=False, cwd=root)
    assert done.returncode == 74, done.stderr
    assert "Traceback" not in done.stderr
    assert list((tmp_path / "out").iterdir()) == []


def test_an_interrupt_leaves_nothing_half_written(root, tmp_path):
    words = ["run", "examples/tms", "--on", "2026-03-20", "--out", str(tmp_path / "out")]
    start = "import sys; from wellfounded.cli import main; print('up', flush=True); sys.exit(main(sys.argv[1:]))"
    running = subprocess.Popen(
        [sys.executable, "-c", start, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root
    )
    assert running.stdout.readline() == b"up\n"
    time.sleep(0.3)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode in {0, 130}
    if running.returncode == 130:
        assert b"Traceback" not in said
        assert not (tmp_path / "out").exists() or list((tmp_path / "out").iterdir()) == []


def test_results_may_not_lie_among_the_documents(wellfounded, tmp_path):
    shutil.copytree("examples/tms", tmp_path / "case")
    done = wellfounded("run", tmp_path / "case", "--on", "2026-03-20", "--out", tmp_path / "case" / "chart" / "out")
    assert done.returncode == 65
    assert "among the case's documents" in done.stderr


def test_a_stranger_in_the_chart_ends_with_4_and_names_no_one(wellfounded, tmp_path):
    shutil.copytree("examples/tms", tmp_path / "case")
    note = "Progress note\nPatient: Marta Quiroga   DOB: 01/09/1960\nDate: 02/02/2026\n\nASSESSMENT\nKnee pain.\n"
    (tmp_path / "case" / "chart" / "stray.txt").write_text(note)
    done = wellfounded("run", tmp_path / "case", "--on", "2026-03-20", "--out", tmp_path / "out")
    assert done.returncode == 4
    assert "chart/stray.txt" in done.stderr
    assert "Quiroga" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_denial_alone_gives_the_letter_that_demands_the_criteria(wellfounded, tmp_path):
    made = wellfounded("new", tmp_path / "case", "--from", "examples/tms/payer/denial.pdf", "--by", "Dana Reyes")
    assert made.returncode == 0, made.stderr
    done = wellfounded("run", tmp_path / "case", "--on", "2026-03-20", "--out", tmp_path / "out")
    assert done.returncode in {0, 1}, done.stderr
    letter = json.loads((tmp_path / "out" / "letter.json").read_text())
    assert letter["kind"] == "criteria_request"
    assert "UM-2026-0048817" in (tmp_path / "out" / "letter.txt").read_text()
    assert "ask the plan for the criteria" in done.stdout


def test_with_no_denial_the_first_request_is_written(wellfounded, tmp_path):
    shutil.copytree("examples/tms", tmp_path / "case")
    shutil.rmtree(tmp_path / "case" / "payer")
    text = (
        (tmp_path / "case" / "case.yaml")
        .read_text()
        .replace("asks: appeal\n", "")
        .replace("received: {denial: 2026-03-12}\n", "")
    )
    (tmp_path / "case" / "case.yaml").write_text(text)
    done = wellfounded("run", tmp_path / "case", "--on", "2026-03-20", "--out", tmp_path / "out")
    assert done.returncode in {0, 1}, done.stderr
    assert json.loads((tmp_path / "out" / "letter.json").read_text())["kind"] == "prior_authorization"


def test_an_edited_pack_is_used_by_the_next_run(wellfounded, tmp_path):
    shutil.copytree("examples/tms", tmp_path / "case")
    pack = wellfounded("criteria", tmp_path / "case" / "policy" / "bh-114.pdf", "--pack").stdout
    folder = tmp_path / "case" / "packs" / "policy" / "alder-ridge"
    folder.mkdir(parents=True)
    assert "at_least" in pack or "n: 2" in pack
    (folder / "bh-114.yaml").write_text(pack.replace("18 years of age", "99 years of age"))
    done = wellfounded("match", tmp_path / "case", "--on", "2026-03-20")
    assert "99 years of age" in done.stdout
