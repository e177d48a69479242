"""The reading process: it walks one case after another and ends when its parent does."""

import contextlib
import gc
import traceback
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from wellfounded.errors import WellfoundedError

# What goes over the pipe, both ways between two processes of ours: ("walk", folder, day, who), then any number of
# ("reading", path) and one ("walked", Tour); or ("boxes", folder, Document, page, quotes), then one ("boxes", boxes).
# Either may end in ("failed", message, hint, exit code) instead.


def serve(pipe: Connection) -> None:
    """Answer requests until the other end is gone, as it is after a kill of the parent."""
    from wellfounded.cli import _patterns  # noqa: PLC0415 - in the child only

    _patterns.use()
    from wellfounded import casefolder, pipeline  # noqa: PLC0415 - as above: patterns first
    from wellfounded.clinic.reading import boxes, filing  # noqa: PLC0415 - as above
    from wellfounded.packs import index, shipped  # noqa: PLC0415 - as above

    packs: dict[str, str] = {}
    memory = casefolder.Memory(told=lambda path: pipe.send(("reading", path)))
    with contextlib.suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            asked, *rest = pipe.recv()
            try:
                if asked == "boxes":
                    pipe.send(("boxes", boxes.found(*rest)))
                    continue
                folder, day, who = rest
                filing.file(Path(folder), date.fromisoformat(day), who)
                own = Path(folder) / "packs"
                if packs.setdefault(folder, _state(own)) != _state(own):
                    packs[folder] = _state(own)
                    index.raw.cache_clear()  # it keeps what it read of a folder; this one was edited
                library = shipped().over(own)
                tour = pipeline.walk(Path(folder), date.fromisoformat(day), library, memory=memory)
                pipe.send(("walked", tour))
            except WellfoundedError as error:
                pipe.send(("failed", str(error), error.hint, error.exit_code))
            except Exception as error:  # noqa: BLE001 - a defect of ours must not end the desk, nor show a word of the case
                pipe.send(("failed", f"the desk could not read this case ({_defect(error)})", "Please report it.", 70))
            gc.collect()


def _state(own: Path) -> str:
    return " ".join(f"{path} {path.stat().st_mtime_ns}" for path in sorted(own.rglob("*.yaml")))


def _defect(error: Exception) -> str:
    """Name a defect by its kind and the line of our code it rose from: nothing of the case is in either."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "wellfounded" in frame.filename]
    place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "elsewhere"
    return f"{type(error).__name__} at {place}"
