"""Nouns to plain data and back, each member of a union tagged by its own name."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

TAG = "is"
_PLAIN = frozenset({str, int, float, bool, type(None)})  # as they are, and four values in five


def plain(noun: object) -> Any:  # noqa: ANN401 - plain data has no narrower name
    """Turn a noun into dicts, lists, text and numbers; empty fields are left out, dates become ISO 8601."""
    kind: Any = type(noun)
    if kind in _PLAIN:
        return noun
    if (names := _names(kind)) is not None:
        held: dict[str, Any] = {TAG: kind.__name__}
        for name, optional in names:
            value = getattr(noun, name)
            if not (optional and (value is None or (isinstance(value, tuple | str) and not value))):
                held[name] = value if type(value) in _PLAIN else plain(value)
        return held
    if isinstance(noun, Enum):
        return noun.value
    if isinstance(noun, date | datetime):
        return noun.isoformat()
    if isinstance(noun, tuple | list):
        return [plain(part) for part in noun]
    if isinstance(noun, Mapping):
        return {str(key): plain(value) for key, value in noun.items()}
    return noun


def noun(data: Any, kind: type[T]) -> T:  # noqa: ANN401 - plain data has no narrower name
    """Build the noun of type *kind* that `plain` turned into *data*; raises ValueError where the shape differs."""
    built: T = _build(data, kind)
    return built


@cache
def _names(kind: type) -> tuple[tuple[str, bool], ...] | None:
    """Give the fields of a noun's class, each with whether it may be left out; None for any other class."""
    if not is_dataclass(kind):
        return None
    return tuple((one.name, one.default is not MISSING or one.default_factory is not MISSING) for one in fields(kind))


def _build(data: Any, kind: Any) -> Any:  # noqa: ANN401
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _member(data, get_args(kind))
    if origin is tuple:
        inner = get_args(kind)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_build(part, inner[0]) for part in data)
        return tuple(_build(part, each) for part, each in zip(data, inner, strict=True))
    cls = origin or kind
    if isinstance(cls, type) and is_dataclass(cls):
        hints = _hints(kind)
        return cls(**{name: _build(value, hints[name]) for name, value in data.items() if name != TAG})
    if isinstance(cls, type) and issubclass(cls, date):
        return cls.fromisoformat(data)
    if isinstance(cls, type) and issubclass(cls, Enum):
        return cls(data)
    return data


def _member(data: Any, kinds: tuple[Any, ...]) -> Any:  # noqa: ANN401
    flat = [each for kind in kinds for each in (get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,))]
    if isinstance(data, Mapping) and TAG in data:
        for kind in flat:
            if getattr(get_origin(kind) or kind, "__name__", "") == data[TAG]:
                return _build(data, kind)
        raise ValueError(f"{data[TAG]} is none of the nouns this place takes")
    if isinstance(data, str):
        for kind in flat:
            if isinstance(kind, type) and issubclass(kind, date):
                try:
                    return kind.fromisoformat(data)
                except ValueError:
                    continue
    return data


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    cls = get_origin(kind) or kind
    swapped = dict(zip(getattr(cls, "__parameters__", ()), get_args(kind), strict=False))
    return {name: swapped.get(hint, hint) for name, hint in get_type_hints(cls).items()}
