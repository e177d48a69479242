"""A language model behind an HTTP address: one question, one answer, in the OpenAI or the Anthropic shape.

Both shapes are public documentation of their makers: `POST {url}/chat/completions` with a bearer token, and
`POST {url}/messages` with `x-api-key`. Nothing here is called unless a person names an address on the command line.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from wellfounded.errors import DeliveryDeferred, InputError
from wellfounded.wire.http import refuse_open, send

MODEL = "the language model"
LATER = "Nothing depends on it: the letter is written without the model. Try again later."


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
        """Refuse an address that would send text in the clear, and a protocol that is not spoken here."""
        refuse_open(self.url, MODEL)
        if self.protocol not in SHAPES:
            raise InputError(f"{self.protocol} is no protocol of a model", hint=f"Known are {', '.join(SHAPES)}.")


def ask(endpoint: Endpoint, system: str, question: str, most: int = 4000) -> str:
    """Give the model's whole answer as text, at most *most* tokens long.

    Raises DeliveryDeferred where it is down, slow, over its quota, cut short or not to be understood, and
    DeliveryRefused where it will not answer this caller at all. No message holds a word of question or answer.
    """
    headers, body = SHAPES[endpoint.protocol](endpoint, system, question, most)
    path = "/chat/completions" if endpoint.protocol == "openai" else "/messages"
    headers |= {"content-type": "application/json"}
    url = f"{endpoint.url.rstrip('/')}{path}"
    raw = send(url, MODEL, endpoint.seconds, headers=headers, body=json.dumps(body).encode())
    try:
        return READS[endpoint.protocol](json.loads(raw))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise DeliveryDeferred("the language model's answer is not in its protocol's shape", hint=LATER) from error


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
