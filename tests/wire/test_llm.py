"""The client of a language model, against a server that answers well, badly, slowly, cut short and over quota."""

import gzip
import json
import time

import pytest

from modelserver import serving, shaped, slow
from wellfounded.errors import DeliveryDeferred, DeliveryRefused, InputError
from wellfounded.wire import llm
from wellfounded.wire.llm import Endpoint, ask

pytestmark = pytest.mark.enable_socket
BOTH = pytest.mark.parametrize("protocol", ["openai", "anthropic"])


@BOTH
def test_a_question_is_asked_and_answered_in_the_protocol_of_the_endpoint(protocol):
    with serving(lambda system, question: f"{system}|{question}", protocol) as (endpoint, came):
        assert ask(endpoint, "be brief", "hello") == "be brief|hello"
    head = {name.lower(): value for name, value in came[0]["headers"].items()}
    assert came[0]["model"] == "local"
    if protocol == "openai":
        assert came[0]["path"] == "/v1/chat/completions"
        assert head["authorization"] == "Bearer sekrit"
    else:
        assert came[0]["path"] == "/v1/messages"
        assert head["x-api-key"] == "sekrit"


@BOTH
@pytest.mark.parametrize("status", [429, 500, 503, 529])
def test_a_model_over_its_quota_or_down_is_deferred(protocol, status):
    with (
        serving(lambda *_: (status, "no"), protocol) as (endpoint, _),
        pytest.raises(DeliveryDeferred, match=str(status)),
    ):
        ask(endpoint, "a", "b")


@BOTH
@pytest.mark.parametrize("status", [400, 401, 403, 404, 302])
def test_a_model_that_refuses_is_named_so_and_no_redirect_is_followed(protocol, status):
    with serving(lambda *_: (status, "no"), protocol) as (endpoint, came), pytest.raises(DeliveryRefused):
        ask(endpoint, "a", "b")
    assert len(came) == 1


@BOTH
def test_an_answer_cut_short_by_its_limit_is_none(protocol):
    def cut(handler):
        handler.reply(200, json.dumps(shaped(protocol, "half an ans", cut=True)).encode())

    with serving(lambda *_: cut, protocol) as (endpoint, _), pytest.raises(DeliveryDeferred, match="cut short"):
        ask(endpoint, "a", "b")


@BOTH
@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b'{"choices": []}', b'{"content": 5}', b"\xff\xfe", b'"x"'])
def test_an_answer_in_no_shape_is_none(protocol, raw):
    with serving(lambda *_: lambda h: h.reply(200, raw), protocol) as (endpoint, _), pytest.raises(DeliveryDeferred):
        ask(endpoint, "a", "b")


def test_an_answer_that_breaks_off_is_none():
    def broken(handler):
        handler.reply(200, b'{"choices": [', length=500)
        handler.close_connection = True

    with serving(lambda *_: broken) as (endpoint, _), pytest.raises(DeliveryDeferred):
        ask(endpoint, "a", "b")


def test_a_server_that_drips_is_given_up_in_time():
    started = time.monotonic()
    with serving(slow(0.1), seconds=0.5) as (endpoint, _), pytest.raises(DeliveryDeferred):
        ask(endpoint, "a", "b")
    assert time.monotonic() - started < 3


def test_nothing_listening_is_deferred():
    with pytest.raises(DeliveryDeferred, match="did not answer"):
        ask(Endpoint("http://127.0.0.1:9/v1", "m", seconds=1), "a", "b")


@pytest.mark.parametrize("url", ["http://models.example/v1", "models.example", "ftp://127.0.0.1/", ""])
def test_text_never_goes_in_the_clear_to_another_machine(url):
    with pytest.raises(InputError):
        Endpoint(url, "m")


def test_the_key_is_not_printed():
    assert "sekrit" not in repr(Endpoint("https://models.example/v1", "m", key="sekrit"))


def put_off(handler, seconds: str, status: int = 429) -> None:
    handler.send_response(status)
    handler.send_header("retry-after", seconds)
    handler.send_header("content-length", "0")
    handler.end_headers()


@BOTH
@pytest.mark.parametrize("status", [429, 503, 529])
def test_a_server_that_says_when_to_come_back_is_asked_again(protocol, status):
    answers = [lambda h: put_off(h, "0", status), lambda h: put_off(h, "0", status), "at last"]
    with serving(lambda *_: answers.pop(0), protocol) as (endpoint, came):
        assert ask(endpoint, "a", "b") == "at last"
    assert len(came) == 3


@pytest.mark.parametrize(
    ("status", "seconds"), [(429, "3600"), (429, "soon"), (429, "-1"), (429, "\u00b2"), (500, "0")]
)
def test_a_question_that_may_have_been_taken_or_must_wait_long_is_asked_once(status, seconds):
    def answer(*_: str):
        return lambda handler: put_off(handler, seconds, status)

    with serving(answer) as (endpoint, came), pytest.raises(DeliveryDeferred, match=str(status)):
        ask(endpoint, "a", "b")
    assert len(came) == 1


def test_a_server_that_always_puts_off_is_asked_three_times_and_never_past_its_seconds():
    with (
        serving(lambda *_: lambda h: put_off(h, "0")) as (endpoint, came),
        pytest.raises(DeliveryDeferred, match="429"),
    ):
        ask(endpoint, "a", "b")
    assert len(came) == 3
    began = time.monotonic()
    with (
        serving(lambda *_: lambda h: put_off(h, "1"), seconds=1.3) as (endpoint, _),
        pytest.raises(DeliveryDeferred, match="slow"),
    ):
        ask(endpoint, "a", "b")
    assert time.monotonic() - began < 3


def test_headers_that_drip_are_given_up_in_time():
    def drip(handler):
        for _ in range(40):
            handler.wfile.write(b"H")
            handler.wfile.flush()
            time.sleep(0.1)

    began = time.monotonic()
    with serving(lambda *_: drip, seconds=0.5) as (endpoint, _), pytest.raises(DeliveryDeferred):
        ask(endpoint, "a", "b")
    assert time.monotonic() - began < 3


def test_an_answer_without_end_and_a_packed_one_are_none():
    def endless(handler):
        handler.reply(200, b" " * 3_000_000)

    def packed(handler):
        raw = gzip.compress(json.dumps(shaped("openai", "hello")).encode())
        handler.send_response(200)
        handler.send_header("content-encoding", "gzip")
        handler.send_header("content-length", str(len(raw)))
        handler.end_headers()
        handler.wfile.write(raw)

    for bad in (endless, packed):
        with serving(lambda *_, bad=bad: bad) as (endpoint, _), pytest.raises(DeliveryDeferred):
            ask(endpoint, "a", "b")


def test_a_proxy_named_in_the_environment_never_sees_the_text(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serving(lambda *_: "direct") as (endpoint, _):
        assert ask(endpoint, "a", "b") == "direct"


@pytest.mark.parametrize("key", ["caf\u00e9", "two\nlines"])
def test_a_key_that_no_header_can_hold_is_one_sentence_without_the_key(key):
    with serving(lambda *_: "x") as (endpoint, came):
        told = Endpoint(endpoint.url, "m", key=key)
        with pytest.raises((InputError, DeliveryDeferred)) as raised:
            ask(told, "a", "b")
    assert key not in str(raised.value)
    assert not came


def test_without_the_extra_a_model_is_refused_in_one_sentence_and_no_letter_is_held_up(monkeypatch):
    monkeypatch.setattr(llm, "find_spec", lambda _: None)
    with pytest.raises(InputError, match="\\[llm\\] extra") as raised:
        Endpoint("https://models.example/v1", "m")
    assert "wellfounded[llm]" in raised.value.hint
