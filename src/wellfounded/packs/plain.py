"""YAML as its version 1.2 reads it: on, off, yes and no are words, so that a field may be called `on`."""

from functools import cache
from typing import Any

import yaml

BOOL = "tag:yaml.org,2002:bool"


def load(data: str | bytes) -> Any:  # noqa: ANN401 - plain data has no narrower name
    """Read one YAML document; raises yaml.YAMLError, with a mark where there is one."""
    return yaml.load(data, Loader=_loader())  # noqa: S506 - built on the safe loader


@cache
def _loader() -> type[Any]:
    base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader: type[Any] = type("Loader", (base,), {})
    loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in held if tag != BOOL or first in "tTfF"]
        for first, held in base.yaml_implicit_resolvers.items()
    }
    return loader
