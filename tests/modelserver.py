"""A language model's server on this computer, speaking both protocols, that answers as a test tells it to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from wellfounded.wire.llm import Endpoint

Answer = Callable[[str, str], object]  # (system, question) to: text, (status, text), or a function of the handler


@contextmanager
def serving(answer: Answer, protocol: str = "openai", seconds: float = 5.0) -> Iterator[tuple[Endpoint, list[dict]]]:
    """Serve on a free port while the block runs; gives the endpoint and the requests that came."""
    came: list[dict] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            came.append({"path": self.path, "headers": dict(self.headers), **body})
            if protocol == "openai":
                system, question = (each["content"] for each in body["messages"])
            else:
                system, question = body["system"], body["messages"][0]["content"]
            told = answer(system, question)
            if callable(told):
                told(self)
                return
            status, text = told if isinstance(told, tuple) else (200, told)
            self.reply(status, json.dumps(shaped(protocol, str(text))).encode())

        def reply(self, status: int, raw: bytes, length: int | None = None) -> None:
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(raw) if length is None else length))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        url = f"http://127.0.0.1:{server.server_port}/v1"
        yield Endpoint(url, "local", protocol, "sekrit", seconds=seconds), came
    finally:
        server.shutdown()
        server.server_close()


def shaped(protocol: str, text: str, *, cut: bool = False) -> dict:
    """Give *text* in the shape of the protocol's answer; *cut* says that the limit of tokens was met."""
    if protocol == "openai":
        return {"choices": [{"message": {"content": text}, "finish_reason": "length" if cut else "stop"}]}
    return {"content": [{"type": "text", "text": text}], "stop_reason": "max_tokens" if cut else "end_turn"}


def slow(seconds: float) -> Answer:
    """Answer a byte at a time, for longer than anyone waits."""

    def drip(handler) -> None:
        handler.send_response(200)
        handler.send_header("content-length", "100000")
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(seconds)

    return lambda *_: drip
