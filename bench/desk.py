"""Time the desk: its start beside a bare Django, pages beside their bare queries, a story, memory with a long chart.

`python bench/desk.py [PAGES]`; a chart of 2,000 pages takes about three minutes to read. Power cuts: bench/power.py.
"""

import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import driving as desk

PAGES = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
LOOK = 1.0  # seconds between two looks at a chart that is being read: a person reloads no faster
READING = (12, 10, 15, 20, 12, 15, 12, 25, 15)  # seconds a newcomer reads at each of the story's nine steps
BARE = """
import django, sys
from django.conf import settings
settings.configure(SECRET_KEY="x", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
django.setup()
from django.http import HttpResponse
from django.urls import path
urlpatterns = [path("", lambda request: HttpResponse("up"))]
from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication
class App(BaseApplication):
    def load_config(self):
        self.cfg.set("bind", "127.0.0.1:8754")
        self.cfg.set("loglevel", "error")
        self.cfg.set("when_ready", lambda _: print("up", flush=True))
    def load(self):
        return get_wsgi_application()
App().run()
"""
# What a case page asks of the database: who, which case, may they, which letter, the deadlines.
QUERIES = (
    "select * from clinic_person where email = 'owner@desk'",
    "select * from clinic_matter where token = ?",
    "select 1 from clinic_access where matter_id = ? limit 1",
    "select * from clinic_version where matter_id = ? order by number desc limit 1",
    "select * from clinic_due where matter_id = ?",
)


def bare():
    """Give the seconds until a Django that holds nothing answers its first page."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", BARE], stdout=subprocess.PIPE, text=True, start_new_session=True)
    process.stdout.readline()
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open("http://127.0.0.1:8754/") as answer:
        answer.read()
    took = time.perf_counter() - began
    desk.cut(process)
    return took


def queries(root, case):
    """Give the median seconds of a case page's queries alone, on a connection of their own as a request has."""
    token, times = case.split("/")[2], []
    for _ in range(9):
        began = time.perf_counter()
        with closing(sqlite3.connect(root / "desk.sqlite3")) as held:
            for each in QUERIES:
                held.execute(each, (token,) if "?" in each else ()).fetchall()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def story(root):
    """Walk the story without a person; gives the machine's seconds and the case."""
    began = time.perf_counter()
    case = desk.dropped(root)
    desk.filled(root, case)
    for page in ("", "criteria/", "letter/", "letter/why/3"):
        desk.settled(root, f"{case}{page}")
    mark = re.search(r'name="mark" value="(\w+)"', desk.ask(root, f"{case}letter/0/edit", part=True)[2])[1]
    told = {"text": "A 2023 trial found remission in 71% of patients.", "mark": mark, "tab_id": "one"}
    caught = "No source" in desk.ask(root, f"{case}letter/0/typing", told)[2]
    done = desk.signed(root, case, "four plain words here")
    desk.ask(root, f"{case}send/packet.pdf")
    sent = desk.ask(root, f"{case}send/go", {"door": "fax (555) 555-0133"})[0] == 302
    if not (caught and done and sent):
        raise SystemExit(f"the story broke off: caught {caught}, signed {done}, sent {sent}")
    return time.perf_counter() - began, case


def main():
    """Print each figure with its goal."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        process, first = desk.start(root)
        desk.read_through(root)
        before = desk.spent(process)
        took, case = story(root)
        worked = desk.spent(process) - before
        whole = took + sum(READING)
        print(
            f"first start {first:.2f} s; the story takes the machine {took:.1f} s (< 10), {worked:.1f} s of the "
            f"processor; with {sum(READING)} s of reading {whole:.0f} s (< 180)",
            flush=True,
        )
        floor = queries(root, case)
        for page in ("", "criteria/", "letter/", "sign/", "send/", "papers/", "history/"):
            times = []
            for _ in range(9):
                began = time.perf_counter()
                desk.ask(root, f"{case}{page}")
                times.append(time.perf_counter() - began)
            middle = statistics.median(times)
            print(f"page {page or 'case'}: {middle * 1000:.0f} ms (< 250), {middle / floor:.0f} times its bare queries")
        desk.cut(process)
        starts = []
        for _ in range(3):
            process, again = desk.start(root)
            desk.cut(process)
            starts.append((again, bare()))
        ours, django = (statistics.median(each) for each in zip(*starts, strict=True))
        print(f"start to first page {ours:.2f} s (< 2), bare Django {django:.2f} s, ratio {ours / django:.1f}")
        process, _ = desk.start(root)
        desk.settled(root, case)
        began = time.perf_counter()
        desk.ask(root, f"{case}add", {"place": "chart"}, [("long.pdf", desk.chart(PAGES))])
        print(f"{PAGES} pages taken in {time.perf_counter() - began:.1f} s", flush=True)
        slow = []
        while 'class="wait"' in desk.ask(root, case)[2]:
            began = time.perf_counter()
            desk.ask(root, "/")
            slow.append(time.perf_counter() - began)
            time.sleep(LOOK)  # the pace at which a person, or a fax program, looks again
        source = re.search(r'paper/(\w{64})/">long', desk.ask(root, f"{case}papers/")[2])
        for page in (f"paper/{source[1]}/?page={PAGES - 10}", "", "criteria/", "letter/", "sign/"):
            desk.ask(root, f"{case}{page}")
        print(f"another page meanwhile {max(slow) * 1000:.0f} ms at most; memory {desk.memory(process):.0f} MB (< 400)")
        desk.cut(process)


if __name__ == "__main__":
    main()
