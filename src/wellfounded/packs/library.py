"""A library of packs: what ships, with a clinic's own folders laid over it."""

import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from wellfounded.errors import PackInvalid, UnknownJurisdiction
from wellfounded.packs import index

SHIPPED = Path(__file__).parent

T = TypeVar("T", bound=msgspec.Struct)


@dataclass(frozen=True)
class Library:
    """The packs under *roots*; where two roots hold one id, the later root wins.

    A pack's id is its path under its kind, without the suffix: `us/erisa` for `law/us/erisa.yaml`.
    """

    roots: tuple[Path, ...] = (SHIPPED,)
    _held: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False, compare=False)

    def over(self, *roots: Path) -> "Library":
        """Lay a clinic's own folders over this library; those that do not exist are passed over."""
        return Library(self.roots + tuple(root for root in roots if root.is_dir()))

    def ids(self, kind: str) -> tuple[str, ...]:
        """Give every id of *kind* ("law", "policy", "agent", ...) in order."""
        return tuple(sorted({id_ for root in self.roots for id_ in index.raw(root, kind)}))

    def get(self, shape: type[T], id_: str) -> T:
        """Give one pack in the shape of its kind; *shape* is the Struct of packs/schema, whose `kind` names the folder.

        Raises UnknownJurisdiction where no root holds the id, and PackInvalid (path first) where the shape is wrong.
        """
        kind: str = shape.kind  # type: ignore[attr-defined]  # every schema Struct has this class variable
        if (kind, id_) not in self._held:
            root = next((root for root in reversed(self.roots) if id_ in index.raw(root, kind)), None)
            if root is None:
                raise UnknownJurisdiction(f"no {kind} pack is named {id_}", hint="`wellfounded packs` lists them.")
            try:
                self._held[kind, id_] = msgspec.convert(index.raw(root, kind)[id_], shape, strict=False)
            except msgspec.ValidationError as error:
                raise PackInvalid(f"{root / kind / id_}.yaml: {error}") from error
        held: T = self._held[kind, id_]
        return held

    def all(self, shape: type[T]) -> tuple[tuple[str, T], ...]:
        """Give every pack of a kind with its id, in the order of the ids."""
        key = shape.kind, ""  # type: ignore[attr-defined]  # as above; no pack has an empty id
        if key not in self._held:
            self._held[key] = tuple((id_, self.get(shape, id_)) for id_ in self.ids(key[0]))
        held: tuple[tuple[str, T], ...] = self._held[key]
        return held

    def hash(self, kind: str, id_: str) -> str:
        """Give the sha-256 of one pack's content, by which a letter knows that the pack has changed."""
        root = next(root for root in reversed(self.roots) if id_ in index.raw(root, kind))
        return hashlib.sha256(msgspec.json.encode(index.raw(root, kind)[id_], order="sorted")).hexdigest()

    def hash_of(self, name: str) -> str:
        """Give the hash of the pack named `kind/id`, or an empty text where no root holds it any more."""
        kind, _, id_ = name.partition("/")
        return self.hash(kind, id_) if id_ in self.ids(kind) else ""


@cache
def shipped() -> Library:
    """Give the library that comes with the program."""
    return Library()
