"""The client of a language model, against a server that answers well, badly, slowly, cut short and over quota."""

import json
import time

import pytest

from modelserver import serving, shaped, slow
from wellfounded.errors import DeliveryDeferred, DeliveryRefused, InputError
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
