"""Start a desk, ask it for pages, measure it, and cut its power: what bench/desk.py and bench/power.py share."""

import atexit
import hashlib
import os
import re
import select
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import typst

ROOT = Path(__file__).parent.parent
TMS = ROOT / "examples" / "tms"
ON, CSRF = "2026-03-20", "a" * 32
POLL = 0.05  # seconds between looks at something that another process will finish
LIMIT = 180  # seconds after which what was waited for will not come: a chart of 2,000 pages is waited for by itself
with socket.socket() as tried:  # two benches at one time do not meet
    tried.bind(("127.0.0.1", 0))
    PORT = tried.getsockname()[1]


class Waited(SystemExit):
    """Nothing came in time."""


class Still(urllib.request.HTTPRedirectHandler):
    """Shows a redirect instead of following it."""

    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(Still, urllib.request.ProxyHandler({}))


def start(root, phrase=""):
    """Give a desk and the seconds until its first page was answered."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "wellfounded.cli", "serve", str(root), "--port", str(PORT), "--no-browser"]
    command += ["--on", ON, *(["--sealed"] if phrase else [])]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True, cwd=ROOT
    )
    atexit.register(cut, process)  # a bench that breaks off leaves no desk open
    with process.stdin as told:
        told.write(f"{phrase}\n" * 2)
    if not select.select([process.stdout], [], [], LIMIT)[0] or not process.stdout.readline():
        raise Waited(f"the desk did not open, or not within {LIMIT} s")
    ask(root, "/addresses/")
    return process, time.perf_counter() - began


def cut(process):
    """End every process of the desk at once."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()


def close(process):
    """End a desk as Ctrl-C does: it takes away what lies open."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)
    cut(process)


def name_of(root):
    return hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:8]


def ask(root, path, fields=None, files=(), name="files", *, part=False):
    """Give status, place and text; a POST where there are fields or files; *part*: what a page puts into itself."""
    headers = {"HX-Request": "true"} if part else {}
    headers |= {
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
        with OPENER.open(asked, timeout=LIMIT) as answer:
            return answer.status, "", answer.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("Location", ""), error.read().decode(errors="replace")


def until(what, came):
    """Ask again and again until *came* gives something; give that. Ends the bench where it never does."""
    last = time.monotonic() + LIMIT
    while not (given := came()):
        if time.monotonic() > last:
            raise Waited(f"{what} did not come within {LIMIT} s")
        time.sleep(POLL)  # another process works at it
    return given


def settled(root, path):
    """Wait until a page of a case is no longer the page that waits; give its text."""

    def came():
        text = ask(root, path)[2]
        return "" if 'class="wait"' in text else text

    return until(f"the reading of {path}", came)


def read_through(root):
    """Wait until the bundled cases are read, as they are by the time a person has looked round."""
    until("the reading of the bundled cases", lambda: "Being read" not in ask(root, "/")[2])


def processes(process):
    """Give the folder under /proc of every process of the desk."""
    group = os.getpgid(process.pid)
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                if os.getpgid(int(folder.name)) == group:
                    yield folder
            except OSError:
                continue


def memory(process):
    """Give the proportional memory of every process of the desk, in MB."""
    total = 0
    for folder in processes(process):
        try:
            total += int(re.search(r"^Pss:\s+(\d+)", (folder / "smaps_rollup").read_text(), re.MULTILINE)[1])
        except (OSError, TypeError):
            continue
    return total / 1024


def spent(process):
    """Give the processor's seconds of every process of the desk."""
    total = 0
    for folder in processes(process):
        try:
            total += sum(map(int, (folder / "stat").read_text().rpartition(")")[2].split()[11:15]))
        except OSError:
            continue
    return total / os.sysconf("SC_CLK_TCK")


NOTE = b"""Harborlight Psychiatry Associates
Patient: Jordan Avery Ellis   DOB: 06/02/1984
Date of visit: 03/16/2026

PHQ-9 today: 21.
Reviewed with the patient. Plan: first TMS session on April 1.

Priya Raman, MD
"""
ANSWERS = {
    "coverage.funding": "fully_insured",
    "coverage.state": "PA",
    "received.denial": "2026-03-12",
    "diagnoses.0.description": "Major depressive disorder, recurrent, severe without psychotic features",
    "practitioner.name": "Priya Raman",
    "practitioner.credentials": "MD",
    "practitioner.specialty": "psychiatry",
    "practitioner.npi": "1234567893",
    "practitioner.licence.number": "MD-000417",
    "practitioner.licence.state": "PA",
    "practitioner.phone": "(555) 555-0160",
    "practice.name": "Harborlight Psychiatry Associates",
    "practice.address": "210 Lock Street, Suite 4; Millbrook Falls, PA 15999",
    "practice.phone": "(555) 555-0160",
}


def dropped(root):
    """Drop the denial of the TMS case; gives the new case's address once it is read."""
    denial = next((TMS / "payer").glob("*.pdf"))
    case = re.search(r"/case/\w+/", ask(root, "/drop", files=[(denial.name, denial.read_bytes())])[1])[0]
    settled(root, case)
    return case


def filled(root, case):
    """Answer the questions, and add policy, chart and the note that was missing."""
    ask(root, f"{case}questions/", {f"a:{way}": value for way, value in ANSWERS.items()})
    papers = [(p.name, p.read_bytes()) for p in (*(TMS / "policy").iterdir(), *(TMS / "chart").iterdir())]
    ask(root, f"{case}add", {"place": "told"}, papers)
    ask(root, f"{case}add", {"place": "chart"}, [("2026-03-16_visit.txt", NOTE)])
    settled(root, case)


def signed(root, case, phrase):
    """Sign the letter with what its page holds; gives the version now signed, 0 where something hinders it."""
    text = settled(root, f"{case}sign/")
    told = {name: re.search(rf'name="{name}" value="([^"]*)"', text) for name in ("version", "name", "role")}
    if 'class="good"' in text:
        return int(re.search(r"Sign version (\d+)", text)[1])
    if not all(told.values()):
        return 0
    given = {name: found[1] for name, found in told.items()} | {
        "passphrase": phrase,
        "again": phrase,
        "unopened": "yes",
    }
    return int(given["version"]) if ask(root, f"{case}sign/", given)[0] == 302 else 0


def chart(pages):
    """Set a chart of many pages, no two alike."""
    line = "Visit {n}: pain 6/10, gabapentin 300 mg three times daily continued, walks 200 m, sleeps 5 hours. "
    words = "\n#pagebreak()\n".join(line.format(n=n) * 12 for n in range(pages))
    return typst.compile(words.encode(), format="pdf")
