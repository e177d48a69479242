"""A language model behind an HTTP address: one question, one answer, in the OpenAI or the Anthropic shape.

Both shapes are public documentation of their makers: `POST {url}/chat/completions` with a bearer token, and
`POST {url}/messages` with `x-api-key`. Nothing here is called unless a person names an address on the command line.
"""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http import HTTPStatus
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from wellfounded.errors import DeliveryDeferred, DeliveryRefused, InputError
from wellfounded.wire.http import LARGEST, PASSING, refuse_open

if TYPE_CHECKING:
    import httpx2

MODEL = "the language model"
LATER = "Nothing depends on it: the letter is written without the model. Try again later."
TRIES = 3
PAUSE = 0.25  # seconds before a line that did not come up is tried again


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers, which one, and what it may see. The key is never printed.

    *identified*: whether an agreement lets it see patient data; without one it is sent de-identified text only.
    """

    url: str
    model: str
    protocol: str = "openai"  # or anthropic
    key: str = field(default="", repr=False)
    identified: bool = False
    seconds: float = 30.0  # for the whole answer, not for each piece of it

    def __post_init__(self) -> None:
        """Refuse an address that would send text in the clear, a protocol that is not spoken, and a missing extra."""
        refuse_open(self.url, MODEL)
        if self.protocol not in SHAPES:
            raise InputError(f"{self.protocol} is no protocol of a model", hint=f"Known are {', '.join(SHAPES)}.")
        if find_spec("httpx2") is None:
            raise InputError(
                "a language model needs the [llm] extra, which is not installed",
                hint='Install it with `pip install "wellfounded[llm]"`, or leave --model out: no letter needs a model.',
            )


def ask(endpoint: Endpoint, system: str, question: str, most: int = 4000) -> str:
    """Give the model's whole answer as text, at most *most* tokens long.

    Raises DeliveryDeferred where it is down, slow, over its quota, cut short or not to be understood, and
    DeliveryRefused where it will not answer this caller at all. No message holds a word of question or answer.
    """
    headers, body = SHAPES[endpoint.protocol](endpoint, system, question, most)
    headers |= {"content-type": "application/json", "accept-encoding": "identity"}  # a packed answer could be a bomb
    # In a thread of its own: whoever asks may be inside a loop, as a notebook and a browser's driver are.
    with ThreadPoolExecutor(max_workers=1) as alone:
        raw = alone.submit(lambda: asyncio.run(_sent(endpoint, headers, json.dumps(body).encode()))).result()
    try:
        return READS[endpoint.protocol](json.loads(raw))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise DeliveryDeferred("the language model's answer is not in its protocol's shape", hint=LATER) from error


async def _sent(endpoint: Endpoint, headers: dict[str, str], body: bytes) -> bytes:
    """Give the answer's bytes within the endpoint's seconds, waits and repeats included.

    A question is sent again only where it cannot have been answered: no line came up, or the server put it off and
    said for how long (RFC 9110, 10.2.3). A proxy or key of the environment is not used: the text would go by it.
    """
    import httpx2  # noqa: PLC0415 - 0.2 s and an extra; only where a model is named

    path = "/chat/completions" if endpoint.protocol == "openai" else "/messages"
    url = f"{endpoint.url.rstrip('/')}{path}"
    left = TRIES
    try:
        async with asyncio.timeout(endpoint.seconds), httpx2.AsyncClient(timeout=None, trust_env=False) as line:
            while True:
                left -= 1
                try:
                    async with line.stream("POST", url, headers=headers, content=body) as reply:
                        pause = _put_off(reply)
                        if not left or pause is None or pause >= endpoint.seconds:
                            return await _whole_of(reply)
                except httpx2.ConnectError:
                    pause = PAUSE
                    if not left:
                        raise
                await asyncio.sleep(pause)
    except TimeoutError as error:
        raise DeliveryDeferred("the answer of the language model is too slow", hint=LATER) from error
    except (httpx2.HTTPError, OSError) as error:
        raise DeliveryDeferred("the language model did not answer", hint=LATER) from error
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise InputError("the address or the key of the language model cannot be sent", hint="Check both.") from error


def _put_off(reply: "httpx2.Response") -> float | None:
    """Give the seconds a server that would not take the question asks us to wait; None where it says none."""
    held = reply.headers.get("retry-after", "")
    return float(held) if reply.status_code in {429, 503, 529} and held.isascii() and held.isdigit() else None


async def _whole_of(reply: "httpx2.Response") -> bytes:
    if reply.status_code in PASSING:
        raise DeliveryDeferred(f"{MODEL} cannot answer now (HTTP {reply.status_code})", hint=LATER)
    if reply.status_code != HTTPStatus.OK:
        raise DeliveryRefused(f"{MODEL} refuses the request (HTTP {reply.status_code})", hint="Check address and key.")
    held = bytearray()
    async for chunk in reply.aiter_raw():
        held += chunk
        if len(held) > LARGEST:
            raise DeliveryDeferred(f"the answer of {MODEL} is too long", hint=LATER)
    return bytes(held)


def _openai(endpoint: Endpoint, system: str, question: str, most: int) -> tuple[dict[str, str], dict[str, Any]]:
    said = [{"role": "system", "content": system}, {"role": "user", "content": question}]
    headers = {"authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    return headers, {"model": endpoint.model, "messages": said, "max_tokens": most, "temperature": 0}


def _anthropic(endpoint: Endpoint, system: str, question: str, most: int) -> tuple[dict[str, str], dict[str, Any]]:
    headers = {"anthropic-version": "2023-06-01"} | ({"x-api-key": endpoint.key} if endpoint.key else {})
    said = [{"role": "user", "content": question}]
    return headers, {"model": endpoint.model, "system": system, "messages": said, "max_tokens": most, "temperature": 0}


def _openai_text(held: dict[str, Any]) -> str:
    choice = held["choices"][0]
    return _whole(choice["message"]["content"], cut=choice.get("finish_reason") == "length")


def _anthropic_text(held: dict[str, Any]) -> str:
    text = "".join(part["text"] for part in held["content"] if part.get("type") == "text")
    return _whole(text, cut=held.get("stop_reason") == "max_tokens")


def _whole(text: object, *, cut: bool) -> str:
    if cut:
        raise DeliveryDeferred("the language model's answer was cut short", hint=LATER)
    if not isinstance(text, str):
        raise TypeError
    return text


SHAPES = {"openai": _openai, "anthropic": _anthropic}
READS = {"openai": _openai_text, "anthropic": _anthropic_text}
