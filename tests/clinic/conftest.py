"""A desk of its own for each story: a real server process, and a real browser that may reach nothing else."""

import atexit
import contextlib
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from wellfounded.clinic.place import Place
from wellfounded.clinic.settings import configure

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
    "true"  # the browser's driver keeps a loop in this thread; nothing here is async
)
HERE = Place(
    Path(tempfile.mkdtemp(prefix="desk-"))
)  # Django has one set of settings a process: for what needs no server
HERE.prepare()
atexit.register(shutil.rmtree, HERE.root, ignore_errors=True)
configure(HERE)

CHROMIUM = next(
    (
        path
        for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        if Path(path).exists()
    ),
    "",
)
KEY_FILE = "desk.key"


class Still(urllib.request.HTTPRedirectHandler):
    """Shows a redirect instead of following it."""

    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(Still, urllib.request.ProxyHandler({}))


def pytest_collection_modifyitems(items):
    """Let the tests here reach the desk on the loopback interface; the page fixture holds the browser to it."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.enable_socket)


class Desk:
    """A running desk: where it keeps its things, and how it is reached."""

    def __init__(self, root: Path, on: str, passphrase: str = ""):
        self.root, self.on, self.port, self.passphrase = root, on, free_port(), passphrase
        self.process = None
        self.who = {"name": "Dana Reyes", "role": "prior-authorization coordinator"}  # empty: nobody has told a name

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def name(self):
        return Place(self.root.resolve()).name

    @property
    def key(self):
        return (self.root / KEY_FILE).read_text()

    def start(self):
        command = [sys.executable, "-m", "wellfounded.cli", "serve", str(self.root), "--port", str(self.port)]
        began = time.monotonic()
        command += ["--no-browser", "--on", self.on, *(["--sealed"] if self.passphrase else [])]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        with self.process.stdin as told:
            told.write(f"{self.passphrase}\n" * 2)
        line = self.process.stdout.readline()
        assert line.startswith("The desk is open at"), line
        took = time.monotonic() - began
        if self.who:
            self.post("/me", self.who)
        return took

    def kill(self):
        """End every process of the desk at once, as a power cut does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        if self.process is not None:
            self.process.stdout.close()

    def get(self, path, *, key=True, headers=None, data=None):
        """Ask without a browser; gives status, headers and text."""
        held = {"Cookie": f"desk-{self.name}={self.key}"} if key else {}
        asked = urllib.request.Request(self.url + path, data, held | (headers or {}))  # noqa: S310 - the desk
        try:
            with OPENER.open(asked, timeout=20) as answer:
                return answer.status, answer.headers, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode(errors="replace")

    def raw(self, path):
        """Give the bytes of a file of the desk."""
        asked = urllib.request.Request(self.url + path, headers={"Cookie": f"desk-{self.name}={self.key}"})  # noqa: S310 - the desk
        with OPENER.open(asked, timeout=60) as answer:
            return answer.read()

    def post(self, path, fields=None, files=()):
        """Send a form without a browser; *files* are names with bytes. Gives status, headers and text."""
        edge, token = "edge0123456789", "a" * 32
        parts = [
            f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode()
            for name, value in ({"csrfmiddlewaretoken": token} | (fields or {})).items()
        ]
        parts += [
            f'Content-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'.encode() + body
            for name, body in files
        ]
        data = b"".join(b"--%s\r\n%s\r\n" % (edge.encode(), part) for part in parts) + f"--{edge}--\r\n".encode()
        headers = {
            "Cookie": f"desk-{self.name}={self.key}; form-{self.name}={token}",
            "Origin": self.url,
            "Content-Type": f"multipart/form-data; boundary={edge}",
        }
        return self.get(path, headers=headers, data=data)

    def settled(self, path):
        """Give a page of a case once the case is read."""
        for _ in range(400):
            _, _, text = self.get(path)
            if 'class="wait"' not in text:
                return text
            time.sleep(0.1)
        raise AssertionError(f"{path} still waits after 40 seconds")

    def rows(self, query, *values):
        """Look into the database beside the desk."""
        with contextlib.closing(sqlite3.connect(self.root / "desk.sqlite3", timeout=20)) as held:
            return held.execute(query, values).fetchall()

    def change(self, query, *values):
        """Change a row of the database beside the desk."""
        with contextlib.closing(sqlite3.connect(self.root / "desk.sqlite3", timeout=20)) as held, held:
            held.execute(query, values)

    def sample(self, name):
        """Give the token of a bundled case, once it is read."""
        for _ in range(900):
            found = self.rows("select token from clinic_matter where sample = ? and walked != ''", name)
            if found:
                return found[0][0]
            time.sleep(0.1)
        raise AssertionError(f"{name} was not read in 90 seconds")


def free_port():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    held = Desk(tmp_path_factory.mktemp("desk"), "2026-03-20")
    held.start()
    yield held
    held.stop()


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as running:
        held = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield held
        held.close()


@pytest.fixture
def page(browser, desk):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_cookies([{"name": f"desk-{desk.name}", "value": desk.key, "url": desk.url}])
    context.set_default_timeout(45_000)  # a busy machine reads slowly
    asked = []
    held = context.new_page()
    held.on("request", lambda request: asked.append(request.url))
    held.on("pageerror", lambda error: asked.append(f"an error in the page: {error}"))
    yield held
    context.close()
    assert [url for url in asked if not url.startswith((desk.url, "data:"))] == []
