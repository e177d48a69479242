"""Being in the folder is being registered."""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import ModuleType
from typing import Any

from wellfounded.errors import PluginError


@cache
def modules(package: str, *needs: str) -> tuple[ModuleType, ...]:
    """Give every module under *package*, then every installed extension of it, in name order.

    Each must define the names in *needs*; that is the whole of its contract with the folder.
    Modules whose name opens with an underscore are the folder's own and are passed over.
    Raises PluginError naming the file that lacks something.
    """
    return tuple(_walk(package, needs))


def _walk(package: str, needs: tuple[str, ...]) -> Iterator[ModuleType]:
    root = import_module(package)
    found = [m.name for m in pkgutil.walk_packages(root.__path__, f"{package}.") if not m.ispkg]
    names = [name for name in found if not name.rpartition(".")[2].startswith("_")]
    names += [point.value for point in _installed().select(group=package)]
    for name in sorted(names):
        module = import_module(name)
        missing = [need for need in needs if not hasattr(module, need)]
        if missing:
            raise PluginError(f"{module.__file__}: {package} asks for {', '.join(missing)}")
        yield module


@cache
def _installed() -> Any:  # noqa: ANN401 - EntryPoints, which 3.11 has under another name
    """Give what is installed beside us, looked up once: to ask for each folder costs 2 ms, and there are thirty."""
    return entry_points()
