"""Compile the packs when the wheel is built, so that an installed copy loads them at once."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class CompilePacks(BuildHookInterface):  # type: ignore[misc,type-arg]  # hatchling types the hook by its builder's config
    """Write one `.index` a kind beside the packs and take it into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every kind; an editable install compiles too, and uses the files while no pack has changed."""
        del version
        sys.path.insert(0, str(ROOT / "src"))
        from wellfounded.packs import index  # noqa: PLC0415 - it is importable only from here on

        packs = ROOT / "src" / "wellfounded" / "packs"
        for folder in sorted(packs.iterdir()):
            if folder.is_dir() and any(folder.rglob("*.yaml")):
                made = index.build(packs, folder.name)
                build_data["artifacts"].append(made.relative_to(ROOT).as_posix())
