"""Time the desk: its start beside a bare Django, pages, a whole story, memory with a long chart, power cuts.

`python bench/desk.py [KILLS [PAGES]]`; 200 power cuts take about ten minutes.
"""

import atexit
import hashlib
import http.client
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import typst

ROOT = Path(__file__).parent.parent
TMS = ROOT / "examples" / "tms"
PORT, ON, CSRF = 8753, "2026-03-20", "a" * 32
PAGES = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
BARE = """
import django, sys
from django.conf import settings
settings.configure(SECRET_KEY="x", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
django.setup()
urlpatterns = []
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


class Still(urllib.request.HTTPRedirectHandler):
    """Shows a redirect instead of following it."""

    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(Still, urllib.request.ProxyHandler({}))


def start(root):
    began = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "wellfounded.cli",
        "serve",
        str(root),
        "--port",
        str(PORT),
        "--no-browser",
        "--on",
        ON,
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    atexit.register(cut, process)  # a bench that breaks off leaves no desk open
    process.stdout.readline()
    return process, time.perf_counter() - began


def bare():
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", BARE], stdout=subprocess.PIPE, text=True, start_new_session=True)
    process.stdout.readline()
    took = time.perf_counter() - began
    cut(process)
    return took


def cut(process):
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()


def name_of(root):
    return hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:8]


def ask(root, path, fields=None, files=(), name="files"):
    """Give status, place and text; a POST where there are fields or files."""
    headers = {
        "Cookie": f"desk-{name_of(root)}={(root / 'desk.key').read_text()}; form-{name_of(root)}={CSRF}",
        "Origin": f"http://127.0.0.1:{PORT}",
    }
    data = None
    if fields is not None or files:
        data, edge = b"", "edge0123456789"
        for key, value in ({"csrfmiddlewaretoken": CSRF} | (fields or {})).items():
            data += f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for file, body in files:
            data += f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n\r\n'.encode()
            data += body + b"\r\n"
        data += f"--{edge}--\r\n".encode()
        headers["Content-Type"] = f"multipart/form-data; boundary={edge}"
    asked = urllib.request.Request(f"http://127.0.0.1:{PORT}{path}", data, headers)
    try:
        with OPENER.open(asked, timeout=600) as answer:
            return answer.status, "", answer.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("Location", ""), error.read().decode(errors="replace")


def settled(root, path):
    """Wait until a page of a case is no longer the page that waits; give its text."""
    while 'class="wait"' in (text := ask(root, path)[2]):
        time.sleep(0.05)
    return text


def story(root):
    """Walk the story without a person; gives the machine's seconds."""
    began = time.perf_counter()
    denial = next((TMS / "payer").glob("*.pdf"))
    case = re.search(r"/case/\w+/", ask(root, "/drop", files=[(denial.name, denial.read_bytes())])[1])[0]
    settled(root, case)
    papers = [(p.name, p.read_bytes()) for p in (*(TMS / "policy").iterdir(), *(TMS / "chart").iterdir())]
    ask(root, f"{case}add", {"place": "told"}, papers)
    for page in ("", "criteria/", "letter/", "letter/why/3", "sign/", "send/", "send/packet.pdf"):
        settled(root, f"{case}{page}")
    return time.perf_counter() - began, case


def memory(process):
    """Give the proportional memory of every process of the desk, in MB."""
    group = os.getpgid(process.pid)
    total = 0
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                if os.getpgid(int(folder.name)) == group:
                    total += int(re.search(r"^Pss:\s+(\d+)", (folder / "smaps_rollup").read_text(), re.MULTILINE)[1])
            except (OSError, TypeError):
                continue
    return total / 1024


def spent(process):
    """Give the processor's seconds of every process of the desk."""
    group, total = os.getpgid(process.pid), 0
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                if os.getpgid(int(folder.name)) == group:
                    total += sum(map(int, (folder / "stat").read_text().rpartition(")")[2].split()[11:13]))
            except OSError:
                continue
    return total / os.sysconf("SC_CLK_TCK")


def chart():
    """Set a chart of many pages, no two alike."""
    line = "Visit {n}: pain 6/10, gabapentin 300 mg three times daily continued, walks 200 m, sleeps 5 hours. "
    words = "\n#pagebreak()\n".join(line.format(n=n) * 12 for n in range(PAGES))
    return typst.compile(words.encode(), format="pdf")


def kills(root, process, case, turns):
    """Cut the power at another moment each time while notes are written; gives those acknowledged and those lost."""
    kept = []
    for turn in range(turns):
        ask(root, f"{case}history/")  # what the first page loads is loaded
        timer = threading.Timer((turn * 37 % 100) / 250, os.killpg, (process.pid, signal.SIGKILL))
        timer.start()
        while process.poll() is None:
            words = f"note {turn} {time.perf_counter()}"
            try:
                if ask(root, f"{case}note", {"text": words})[0] == 302:
                    kept.append(words)
            except (OSError, http.client.HTTPException):
                break
        timer.join()
        cut(process)
        process, _ = start(root)
    text = ask(root, f"{case}history/")[2]
    return process, len(kept), sum(words not in text for words in kept)


def main():
    """Print each figure with its goal."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        process, first = start(root)
        while ask(root, "/")[2].count("Being read"):
            time.sleep(0.2)  # until the bundled cases are read, as they are by the time a person has looked round
        before = spent(process)
        took, case = story(root)
        worked = spent(process) - before
        print(
            f"first start {first:.2f} s; the story takes {took:.1f} s, {worked:.1f} s of the processor (< 10)",
            flush=True,
        )
        for page in ("", "criteria/", "letter/", "sign/", "send/", "history/"):
            times = []
            for _ in range(9):
                began = time.perf_counter()
                ask(root, f"{case}{page}")
                times.append(time.perf_counter() - began)
            print(f"page {page or 'case'}: {statistics.median(times) * 1000:.0f} ms (< 250)")
        cut(process)
        starts = []
        for _ in range(3):
            process, again = start(root)
            cut(process)
            starts.append((again, bare()))
        ours, django = (statistics.median(each) for each in zip(*starts, strict=True))
        print(f"start {ours:.2f} s (< 2), bare Django {django:.2f} s, ratio {ours / django:.1f}")
        process, _ = start(root)
        process, kept, lost = kills(root, process, case, turns)
        print(f"{turns} power cuts: {kept} notes acknowledged, {lost} lost (0)")
        began = time.perf_counter()
        ask(root, f"{case}add", {"place": "chart"}, [("long.pdf", chart())])
        print(f"{PAGES} pages taken in {time.perf_counter() - began:.1f} s", flush=True)
        while 'class="wait"' in ask(root, case)[2]:
            began = time.perf_counter()
            ask(root, "/")
            slow = time.perf_counter() - began
            time.sleep(1)
        source = re.search(r'paper/(\w{64})/">long', ask(root, f"{case}papers/")[2])
        ask(root, f"{case}paper/{source[1]}/?page={PAGES - 10}")
        print(f"another page meanwhile {slow * 1000:.0f} ms; memory {memory(process):.0f} MB (< 400)")
        cut(process)


if __name__ == "__main__":
    main()
