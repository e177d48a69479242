"""A desk under strain: a chart of 500 pages comes while a person works, and the disk takes no more."""

import re
import resource
import time
from pathlib import Path

import pytest
import typst

from .conftest import Desk

TMS = Path(__file__).parents[2] / "examples" / "tms"
FULL = 24_000_000  # bytes: what is there goes on being written, and no file grows beyond it


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    held = Desk(tmp_path_factory.mktemp("strain"), "2026-03-20")
    held.start()
    yield held
    held.stop()


def processes(desk):
    """Give the ids of the processes of a desk."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                stat = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(stat[2]) == desk.process.pid:  # the group it leads
                yield int(folder.name)


def test_500_pages_come_while_a_person_works(own):
    line = "Visit {n}: pain 6/10, gabapentin 300 mg three times daily continued, walks 200 m. "
    words = "\n#pagebreak()\n".join(line.format(n=n) * 6 for n in range(500))
    chart = typst.compile(words.encode(), format="pdf")
    small, large = own.sample("tms"), own.sample("oxygen")
    assert own.post(f"/case/{large}/add", {"place": "chart"}, [("long.pdf", chart)])[0] == 302
    assert 'class="wait"' in own.get(f"/case/{large}/")[2]
    took = []
    for n in range(4):
        began = time.monotonic()
        assert own.get("/")[0] == 200
        assert own.post(f"/case/{small}/note", {"text": f"note {n} meanwhile"})[0] == 302
        assert f"note {n} meanwhile" in own.get(f"/case/{small}/history/")[2]
        took.append(time.monotonic() - began)
    assert 'class="wait"' in own.get(f"/case/{large}/")[2], "all of it was answered while the chart was read"
    assert min(took) < 3  # seconds for three pages, on a machine that does other things, too


def test_a_full_disk_is_one_sentence_and_what_was_there_stays(own):
    before = own.rows("select count(*) from clinic_matter")
    for each in processes(own):
        resource.prlimit(each, resource.RLIMIT_FSIZE, (FULL, FULL))
    status, _, text = own.post("/drop", files=[("large.txt", b"words of a note\n" * (FULL // 10))])
    told = " ".join(re.sub(r"<[^>]+>", " ", text).split())
    assert status == 507, told
    assert "Make room" in told
    assert "Traceback" not in told
    assert own.rows("select count(*) from clinic_matter") == before
    assert own.post(f"/case/{own.sample('tms')}/note", {"text": "still here"})[0] == 302
    denial = next((TMS / "payer").glob("*.pdf"))
    assert own.post("/drop", files=[(denial.name, denial.read_bytes())])[0] == 302
