"""A reading process: it walks one case, or reads one page anew, and ends."""

import contextlib
import traceback
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from wellfounded import casefolder, pipeline
from wellfounded.clinic.reading import boxes, filing
from wellfounded.errors import WellfoundedError
from wellfounded.model.basis import Quote
from wellfounded.model.document import Document
from wellfounded.packs import shipped
from wellfounded.wire.words import Box

# What it sends, over a pipe between two processes of ours: any number of ("reading", path), then one of
# ("walked", Tour, Memory), ("boxes", boxes, scans) or ("failed", message, hint, exit code).


def walk(pipe: Connection, folder: str, day: str, who: str, memory: casefolder.Memory | None) -> None:
    """File what waits in *folder* and walk it; *memory* is what the last walk of it read."""
    with contextlib.suppress(BrokenPipeError):  # nobody waits any more
        held = memory or casefolder.Memory()
        held.told = lambda path: pipe.send(("reading", path))
        try:
            on, place = date.fromisoformat(day), Path(folder)
            filing.file(place, on, who)
            tour = pipeline.walk(place, on, shipped().over(place / "packs"), memory=held)
            held.told = None
            pipe.send(("walked", tour, held))
        except WellfoundedError as error:
            pipe.send(("failed", str(error), error.hint, error.exit_code))
        except Exception as error:  # noqa: BLE001 - a defect of ours must not end the desk, nor show a word of the case
            pipe.send(("failed", f"the desk could not read this case ({_defect(error)})", "Please report it.", 70))


def find(pipe: Connection, folder: str, document: Document, number: int, quotes: list[Quote]) -> None:
    """Find where *quotes* stand on a page that is a picture."""
    with contextlib.suppress(BrokenPipeError):
        found: list[list[Box]] = [[] for _ in quotes]
        with contextlib.suppress(WellfoundedError):  # the paper was read before: without its boxes it still shows
            found = boxes.found(Path(folder), document, number, quotes)
        pipe.send(("boxes", found))


def _defect(error: Exception) -> str:
    """Name a defect by its kind and the line of our code it rose from: nothing of the case is in either."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "wellfounded" in frame.filename]
    place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "elsewhere"
    return f"{type(error).__name__} at {place}"
