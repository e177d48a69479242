"""Compile packs and patterns when the wheel is built, so that an installed copy starts at once."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
SRC = ROOT / "src"


class CompilePacks(BuildHookInterface):  # type: ignore[misc,type-arg]  # hatchling types the hook by its builder's config
    """Write one `.index` a kind beside the packs, and one of the patterns, and take them into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every kind; an editable install compiles too, and uses the files while no pack has changed."""
        del version
        sys.path.insert(0, str(SRC))
        from wellfounded.packs import index  # noqa: PLC0415 - it is importable only from here on

        packs = SRC / "wellfounded" / "packs"
        made = [index.build(packs, folder.name) for folder in sorted(packs.iterdir()) if any(folder.rglob("*.yaml"))]
        build_data["artifacts"] += [path.relative_to(ROOT).as_posix() for path in (*made, *_patterns())]


def _patterns() -> list[Path]:
    """Compile the patterns in a process that has compiled none; where a dependency is missing, do without."""
    told = f"import sys; sys.path.insert(0, {str(SRC)!r}); from wellfounded.cli import _patterns as p; print(p.build())"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False)  # noqa: S603 - our own
    return [Path(done.stdout.strip())] if done.returncode == 0 else []
